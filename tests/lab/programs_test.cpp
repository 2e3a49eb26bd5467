// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/lab/launch_plan.h"
#include "tests/lab/small_lab.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::vector<char*> pointersTo(std::vector<std::string>& words)
{
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

// A program of a lab on plain pipes, without IPC Lab: its output as it comes.
class PipedRun {
public:
    explicit PipedRun(LaunchPlan plan)
    {
        std::array<int, 2> in {};
        std::array<int, 2> out {};
        if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
            qFatal("pipe2");
        m_in.reset(in[1]);
        m_out.reset(out[0]);
        const UniqueFd childIn(in[0]);
        const UniqueFd childOut(out[1]);
        posix_spawn_file_actions_t files {};
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_adddup2(&files, childIn.get(), 0);
        posix_spawn_file_actions_adddup2(&files, childOut.get(), 1);
        posix_spawn_file_actions_addchdir_np(&files, plan.folder.c_str());
        posix_spawnattr_t attributes {};
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
        ::unsetenv("PYTHONUNBUFFERED");
        auto argv = pointersTo(plan.argv);
        if (::posix_spawnp(&m_pid, argv[0], &files, &attributes, argv.data(), environ) != 0)
            qFatal("cannot start %s", argv[0]);
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    PipedRun(const PipedRun&) = delete;
    PipedRun& operator=(const PipedRun&) = delete;
    ~PipedRun()
    {
        ::kill(-m_pid, SIGKILL);
        if (!m_reaped)
            ::waitpid(m_pid, nullptr, 0);
    }

    void type(const std::string& text) const
    {
        QCOMPARE(::write(m_in.get(), text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    // What comes until it has `text` in it, or the end; stops waiting after that long.
    const std::string& until(const std::string& text, int milliseconds)
    {
        QElapsedTimer timer;
        timer.start();
        while (m_got.find(text) == std::string::npos && timer.elapsed() < milliseconds) {
            pollfd ready { m_out.get(), POLLIN, 0 };
            if (::poll(&ready, 1, static_cast<int>(milliseconds - timer.elapsed())) <= 0)
                continue;
            std::array<char, 4096> bytes {};
            const ssize_t count = ::read(m_out.get(), bytes.data(), bytes.size());
            if (count <= 0)
                break;
            m_got.append(bytes.data(), static_cast<std::size_t>(count));
        }
        return m_got;
    }
    int exitCode()
    {
        int status = -1;
        ::waitpid(m_pid, &status, 0);
        m_reaped = true;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    }

private:
    UniqueFd m_in;
    UniqueFd m_out;
    pid_t m_pid = -1;
    bool m_reaped = false;
    std::string m_got;
};

constexpr int kSoon = 20'000; // ms, for what must come
constexpr int kNever = 700; // ms, for what must not

} // namespace

class ProgramsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void thePythonProgramsCompile();
    void programsAreShort();
    void marksAreThoseThatAreGivenOut();
    void delayedOutput_data();
    void delayedOutput();
    void endlessDialog_data();
    void endlessDialog();
    void socketAsFile_data();
    void socketAsFile();

private:
    LaunchPlan plan(const char* lab, Variant variant, const SwitchValues& switches);

    QTemporaryDir m_built;
};

namespace {

int run(std::vector<std::string> argv)
{
    pid_t pid = -1;
    auto pointers = pointersTo(argv);
    if (::posix_spawnp(&pid, pointers[0], nullptr, nullptr, pointers.data(), environ) != 0)
        return -1;
    int status = -1;
    ::waitpid(pid, &status, 0);
    return status;
}

void addVariants()
{
    QTest::addColumn<int>("variant");
    QTest::newRow("c") << static_cast<int>(Variant::C);
    QTest::newRow("python") << static_cast<int>(Variant::Python);
}

Variant fetched()
{
    QFETCH(int, variant);
    return static_cast<Variant>(variant);
}

const char* const kLabs[] = { "delayed-output", "endless-dialog", "socket-as-file" };

} // namespace

void ProgramsTest::initTestCase()
{
    for (const char* const name : kLabs) {
        QDir(m_built.path()).mkdir(QString::fromLatin1(name));
        const ProgramFolders folders { std::string(LABS_FOLDER "/") + name,
            (m_built.path() + QLatin1Char('/') + QString::fromLatin1(name)).toStdString() };
        for (BuildStep step : buildSteps(folders)) {
            step.argv.insert(step.argv.begin() + 1, "-Werror");
            QCOMPARE(run(step.argv), 0);
            QVERIFY(!needsBuild(step));
        }
    }
}

void ProgramsTest::thePythonProgramsCompile()
{
    for (const char* const name : kLabs) {
        const Lab lab = loadedLab(std::string(LABS_FOLDER "/") + name);
        QVERIFY(!lab.pythonSources.empty());
        for (const std::string& file : lab.pythonSources) {
            const std::string path = lab.folder + "/" + file;
            // The version's grammar, not this machine's; and nothing is written beside the source.
            const std::string check = "import ast,sys;ast.parse(open(sys.argv[1]).read(),"
                                      "feature_version=(3,8))";
            QCOMPARE(run({ "python3", "-c", check, path }), 0);
        }
    }
}

void ProgramsTest::marksAreThoseThatAreGivenOut()
{
    const auto content = [](const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QDir labs(QStringLiteral(LABS_FOLDER));
    int found = 0;
    for (const QString& lab : labs.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        for (const QString& name : { QStringLiteral("mark.h"), QStringLiteral("mark.py") }) {
            const QByteArray mark = content(labs.filePath(lab + u'/' + name));
            if (mark.isEmpty())
                continue;
            ++found;
            QCOMPARE(mark, content(labs.filePath(QStringLiteral("../marks/") + name)));
        }
    }
    QVERIFY(found >= 2);
}

void ProgramsTest::programsAreShort()
{
    for (const char* const name : kLabs) {
        const Lab lab = loadedLab(std::string(LABS_FOLDER "/") + name);
        for (const Variant variant : { Variant::C, Variant::Python }) {
            for (const std::string& source : lab.sources(variant)) {
                QFile file(QString::fromStdString(lab.folder + "/" + source));
                QVERIFY(file.open(QIODevice::ReadOnly));
                QVERIFY2(file.readAll().count('\n') <= 50, source.c_str());
            }
        }
    }
}

LaunchPlan ProgramsTest::plan(const char* lab, Variant variant, const SwitchValues& switches)
{
    const Lab loaded = loadedLab(std::string(LABS_FOLDER "/") + lab);
    return launchPlans(loaded, variant, switches,
        { loaded.folder,
            (m_built.path() + QLatin1Char('/') + QString::fromLatin1(lab)).toStdString() })
        .at(0);
}

void ProgramsTest::delayedOutput_data()
{
    addVariants();
}

void ProgramsTest::delayedOutput()
{
    const Variant variant = fetched();
    PipedRun delayed(plan("delayed-output", variant, { { "every", "100ms" } }));
    QCOMPARE(delayed.until("line", kNever), std::string());
    const std::string all = delayed.until("line 12\n", kSoon);
    QVERIFY(all.starts_with("line 1\nline 2\n"));
    QVERIFY(all.ends_with("line 11\nline 12\n"));
    QCOMPARE(delayed.exitCode(), 0);
    const SwitchValues cures[]
        = { { { "flush", "yes" } }, { { "mode", "line" } }, { { "mode", "none" } } };
    for (const SwitchValues& cure : cures) {
        PipedRun mended(plan("delayed-output", variant, cure));
        QCOMPARE(mended.until("line 2\n", kSoon), std::string("line 1\nline 2\n"));
    }
}

void ProgramsTest::endlessDialog_data()
{
    addVariants();
}

void ProgramsTest::endlessDialog()
{
    const Variant variant = fetched();
    PipedRun stuck(plan("endless-dialog", variant, {}));
    QCOMPARE(stuck.until("Fine", kNever), std::string());
    const SwitchValues cures[]
        = { { { "flush", "yes" } }, { { "mode", "line" } }, { { "close", "yes" } } };
    for (const SwitchValues& cure : cures) {
        PipedRun mended(plan("endless-dialog", variant, cure));
        QCOMPARE(mended.until("\n", kSoon), std::string("Fine, thank you.\n"));
        QCOMPARE(mended.exitCode(), 0);
    }
}

void ProgramsTest::socketAsFile_data()
{
    addVariants();
}

void ProgramsTest::socketAsFile()
{
    const Variant variant = fetched();
    PipedRun full(plan("socket-as-file", variant, {}));
    QVERIFY(full.until("got", kNever).find("got") == std::string::npos);
    full.type("\n"); // closes the file
    QVERIFY(full.until("line 3", kSoon).find("got: line 1") != std::string::npos);
    QVERIFY(full.until("end of file", kNever).find("end of file") == std::string::npos);
    full.type("\n"); // closes the socket
    QVERIFY(full.until("end of file", kSoon).find("end of file") != std::string::npos);
    full.type("\n");
    QCOMPARE(full.exitCode(), 0);
    const SwitchValues cures[]
        = { { { "flush", "yes" } }, { { "mode", "line" } }, { { "mode", "none" } } };
    for (const SwitchValues& cure : cures) {
        PipedRun mended(plan("socket-as-file", variant, cure));
        QVERIFY(mended.until("line 3", kSoon).find("got: line 1") != std::string::npos);
    }
}

QTEST_GUILESS_MAIN(ProgramsTest)
#include "programs_test.moc"
