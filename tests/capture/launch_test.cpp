// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// What a command prints, run as the lab runs its programs: in a session of its own.
std::string printed(std::vector<std::string> argv, std::vector<std::string> environment = {},
    const std::string& in = {})
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("out")).toLocal8Bit();
    LaunchSpec spec = specOf(std::move(argv));
    spec.stdio[1] = UniqueFd(open(path.constData(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    spec.environment = std::move(environment);
    spec.folder = in;
    Watched run(std::move(spec), {});
    if (!run.ends() || run.error())
        return "it did not run";
    QFile file(QString::fromLocal8Bit(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : "no output";
}

} // namespace

class LaunchTest : public QObject {
    Q_OBJECT

private slots:
    void whatCannotBeRunIsAnErrorAndLeavesNothing_data();
    void whatCannotBeRunIsAnErrorAndLeavesNothing();
    void aFailedLaunchDoesNotHinderTheNext();
    void aLaunchThatIsStoppedHasNotFailed();
    void environmentAndFolderAreGiven();
    void aNameAloneIsTakenAwayFromTheEnvironment();
    void howItBeganIsSaidWithoutSecrets();
    void itHasASessionAndAGroupOfItsOwn();
    void onlyItsStdioIsOpen();
    void itsSignalsAreCleanEvenWhereOursAreNot();
    void aRelativeCommandIsFoundInTheFolder();
    void eachProcessIsHeldToItsLimits();
    void noLimitIsRaised();
};

void LaunchTest::whatCannotBeRunIsAnErrorAndLeavesNothing_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("step");
    QTest::addColumn<int>("number");
    const QString execve = QStringLiteral("execve");
    QTest::newRow("no such command")
        << QStringLiteral("no-such-command") << QString() << execve << ENOENT;
    QTest::newRow("no such path") << QStringLiteral("/no/such/path") << QString() << execve
                                  << ENOENT;
    QTest::newRow("a folder") << QStringLiteral("/tmp") << QString() << execve << EISDIR;
    QTest::newRow("a device") << QStringLiteral("/dev/null") << QString() << execve << ESPIPE;
    QTest::newRow("not executable")
        << QStringLiteral("/etc/passwd") << QString() << execve << EACCES;
    QTest::newRow("no program") << QStringLiteral("@text") << QString() << execve << ENOEXEC;
    QTest::newRow("no such interpreter")
        << QStringLiteral("@script") << QString() << execve << ENOENT;
    QTest::newRow("no such folder") << QStringLiteral("true") << QStringLiteral("/no/folder")
                                    << QStringLiteral("chdir") << ENOENT;
}

void LaunchTest::whatCannotBeRunIsAnErrorAndLeavesNothing()
{
    QFETCH(QString, command);
    QFETCH(QString, folder);
    QFETCH(QString, step);
    QFETCH(int, number);
    const QTemporaryDir temporary;
    if (command.startsWith(QLatin1Char('@'))) {
        const QString path = temporary.filePath(command);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(command == QStringLiteral("@text") ? "no program\n" : "#!/no/interpreter\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
        command = path;
    }
    LaunchSpec spec = specOf({ command.toStdString() });
    spec.folder = folder.toStdString();
    Watched run(std::move(spec), {});
    QVERIFY(run.ends());
    const std::optional<Error> error = run.error();
    QVERIFY(error);
    QCOMPARE(QString::fromStdString(error->step), step);
    QCOMPARE(error->number, number);
    QCOMPARE(QString::fromStdString(error->subject), folder.isEmpty() ? command : folder);
    QCOMPARE(all<ProcessStarted>(run.log()).size(), 1U); // we ourselves
    QVERIFY(::waitpid(-1, nullptr, WNOHANG | __WALL) == -1); // no child of any thread of ours
    QCOMPARE(errno, ECHILD);
}

void LaunchTest::aFailedLaunchDoesNotHinderTheNext()
{
    Watched run({ "no-such-command" });
    QVERIFY(run.error());
    std::atomic<bool> ran = false;
    run.capture().launch(specOf({ "true" }), [&](const Result<Pid>& pid) { ran = pid.ok(); });
    QVERIFY(run.ends());
    QVERIFY(ran);
}

void LaunchTest::aLaunchThatIsStoppedHasNotFailed()
{
    std::vector<int> errors;
    for (int round = 0; round < 20; ++round) {
        Watched run({ "sleep", "60" });
        run.capture().killAll();
        QVERIFY(run.ends());
        if (const auto error = run.error())
            errors.push_back(error->number);
    }
    QCOMPARE(std::ranges::count(errors, ECANCELED), static_cast<std::ptrdiff_t>(errors.size()));
    QVERIFY(!errors.empty()); // at least one was in the middle of it
}

void LaunchTest::environmentAndFolderAreGiven()
{
    const std::string out = printed(
        { "/bin/sh", "-c", "echo $COLOUR $HOME; pwd" }, { "COLOUR=teal", "HOME=/x" }, "/usr");
    QCOMPARE(out, std::string("teal /x\n/usr\n"));
}

void LaunchTest::aNameAloneIsTakenAwayFromTheEnvironment()
{
    qputenv("IPCLAB_TEST", "ours");
    qputenv("IPCLAB_TESTED", "kept"); // it only begins like it
    const std::string out = printed(
        { "/bin/sh", "-c", "echo ${IPCLAB_TEST-none} $IPCLAB_TESTED" }, { "IPCLAB_TEST" });
    QCOMPARE(out, std::string("none kept\n"));
}

void LaunchTest::howItBeganIsSaidWithoutSecrets()
{
    LaunchSpec spec = specOf({ "/bin/sh", "-c", "ulimit -n 64; cd /; TERM=dumb env -i env; true" });
    spec.environment = { "IPCLAB_SECRET=tell-nobody", "LC_TOKEN=tell-nobody", "LC_TIME=C",
        "TERM=xterm", "odd name=hidden-too" };
    spec.folder = "/usr";
    Watched run(std::move(spec), {});
    QVERIFY(run.ends());
    const auto began = all<ProgramBegan>(run.log(), run.pid());
    QCOMPARE(began.size(), std::size_t { 1 });
    const ProgramBegan& shell = *began.front().body;
    QCOMPARE(shell.folder, std::string_view("/usr"));
    QVERIFY(shell.environment && shell.moreEnvironment);
    const std::vector<std::string> words = wordsIn(shell.environment->joined);
    const auto has = [](const std::vector<std::string>& list, const char* word) {
        return std::ranges::find(list, word) != list.end();
    };
    QVERIFY(has(words, "TERM=xterm"));
    QVERIFY(has(words, "LC_TIME=C"));
    QVERIFY(has(words, "IPCLAB_SECRET")); // its name alone
    QVERIFY(has(words, "LC_TOKEN"));
    QVERIFY(*shell.moreEnvironment >= 1); // no shell could have made that one
    for (EventIndex i = 0; i < run.log().size(); ++i) {
        const std::string line = toJsonLine(i, run.log()[i]);
        QVERIFY2(line.find("tell-nobody") == std::string::npos, line.c_str());
        QVERIFY2(line.find("hidden-too") == std::string::npos, line.c_str());
    }
    QCOMPARE(run.world().process(run.pid())->began, std::optional(began.front().index));

    const auto later = all<ProgramBegan>(run.log());
    const ProgramBegan& bare = *later.back().body; // env itself, with nothing
    QCOMPARE(bare.folder, std::string_view("/"));
    QVERIFY(bare.environment && bare.environment->joined.empty());
    QCOMPARE(bare.moreEnvironment, std::optional<std::uint64_t>(0));
    QVERIFY(has(wordsIn(bare.limits.joined), "nofile=64:64"));
}

void LaunchTest::itHasASessionAndAGroupOfItsOwn()
{
    const std::string out
        = printed({ "/bin/sh", "-c", "cut -d' ' -f1,5,6 /proc/$$/stat; echo $$" });
    const QStringList words = QString::fromStdString(out).simplified().split(QLatin1Char(' '));
    QCOMPARE(words.size(), 4);
    QCOMPARE(words.at(1), words.at(3));
    QCOMPARE(words.at(2), words.at(3));
}

void LaunchTest::onlyItsStdioIsOpen()
{
    const UniqueFd leaky(open("/dev/null", O_RDONLY)); // not close-on-exec
    QCOMPARE(printed({ tracee("notices"), "descriptors" }), std::string("0 1 2 "));
}

void LaunchTest::itsSignalsAreCleanEvenWhereOursAreNot()
{
    std::signal(SIGUSR1, SIG_IGN); // as SIGPIPE and SIGCHLD are, see prepareProcess()
    const std::string out = printed({ tracee("notices"), "signals" });
    std::signal(SIGUSR1, SIG_DFL);
    QCOMPARE(out, std::string("Pnd 0\nBlk 0\nIgn 0\nCgt 0\n"));
}

void LaunchTest::aRelativeCommandIsFoundInTheFolder()
{
    QCOMPARE(printed({ "./pwd" }, {}, "/bin"), printed({ "/bin/pwd" }, {}, "/bin"));
}

void LaunchTest::eachProcessIsHeldToItsLimits()
{
    LaunchSpec spec = specOf({ "/bin/sh", "-c", "true; while :; do :; done" });
    spec.limits = { 1'000'000'000, 1, 64 };
    Watched run(std::move(spec), {});
    QVERIFY(run.ends());
    QCOMPARE(run.world().process(run.pid())->ending->signal, SIGXCPU);
    const auto began = all<ProgramBegan>(run.log(), run.pid());
    QCOMPARE(began.size(), std::size_t { 1 });
    const std::vector<std::string> words = wordsIn(began.front().body->limits.joined);
    for (const char* const limit : { "as=1000000000:1000000000", "cpu=1:2", "nofile=64:64" })
        QVERIFY2(std::ranges::find(words, limit) != words.end(), limit);
}

void LaunchTest::noLimitIsRaised()
{
    rlimit ours {};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &ours), 0);
    LaunchSpec spec = specOf({ "/bin/true" });
    spec.limits.files = ~std::uint64_t {};
    Watched run(std::move(spec), {});
    QVERIFY(run.ends());
    QVERIFY(!run.error());
}

CAPTURE_TEST_MAIN(LaunchTest)
#include "launch_test.moc"
