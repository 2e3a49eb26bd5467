// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "tests/app/random_person.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <unistd.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#endif

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms
constexpr unsigned kHang = 60; // s: one action takes a fraction of one
constexpr qint64 kMostGrowth = 400; // MiB

// The last things done, told where the program ends in the middle of one: memory alone, for a
// handler of signals may not do more.
constexpr std::size_t kTold = 20;
std::array<std::array<char, 200>, kTold> s_last;
std::size_t s_count = 0;

void note(const QByteArray& words)
{
    std::array<char, 200>& line = s_last.at(s_count++ % kTold);
    const auto length = std::min(static_cast<std::size_t>(words.size()), line.size() - 2);
    std::memcpy(line.data(), words.constData(), length);
    line.at(length) = '\n';
    line.at(length + 1) = '\0';
}

void tellLast()
{
    for (std::size_t i = 0; i < kTold; ++i) {
        const char* const line = s_last.at((s_count + i) % kTold).data();
        if (::write(STDERR_FILENO, line, std::strlen(line)) < 0)
            return;
    }
}

void dies(int signal)
{
    tellLast();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

int setting(const char* name, int otherwise)
{
    bool ok = false;
    const int value = qEnvironmentVariableIntValue(name, &ok);
    return ok ? value : otherwise;
}

qint64 residentMiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE) >> 20;
}

// What is neither a file, nor a folder, nor a link: FIFOs and sockets.
QStringList leftIn(const QString& folder)
{
    namespace fs = std::filesystem;
    QStringList left;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder.toStdString(), error), end; !error && it != end;
         it.increment(error)) {
        const fs::file_status status = it->symlink_status(error);
        if (fs::is_fifo(status) || fs::is_socket(status))
            left.append(QString::fromStdString(it->path()));
    }
    return left;
}

// Programs that harm nobody whatever they are called with: a command line can complete to them.
void harmlessPrograms(const QString& folder)
{
    QDir().mkpath(folder);
    for (const char* const name : { "sh", "true", "echo", "printf", "sort", "sleep", "cat", "seq",
             "tail", "head", "wc", "python3", "cc", "gcc", "as", "ld", "stdbuf" }) {
        const QString found = QStandardPaths::findExecutable(
            QLatin1String(name), { QStringLiteral("/usr/bin"), QStringLiteral("/bin") });
        if (!found.isEmpty())
            QFile::link(found, folder + QLatin1Char('/') + QLatin1String(name));
    }
    qputenv("PATH", QFile::encodeName(folder));
}

} // namespace

// A day of use in a minute: 500 actions at random. IPCLAB_SEED and IPCLAB_ACTIONS choose others.
class RandomActionsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void nothingBreaksAndNothingIsLeft();

private:
    QTemporaryDir m_folder;
};

void RandomActionsTest::initTestCase()
{
    const QString runtime = m_folder.filePath(QStringLiteral("runtime"));
    QDir().mkpath(runtime);
    QFile::setPermissions(
        runtime, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    qputenv("XDG_RUNTIME_DIR", QFile::encodeName(runtime));
    harmlessPrograms(m_folder.filePath(QStringLiteral("bin")));
    QDir().mkpath(m_folder.filePath(QStringLiteral("work")));
    QDir::setCurrent(m_folder.filePath(QStringLiteral("work"))); // where commands are run
}

void RandomActionsTest::nothingBreaksAndNothingIsLeft()
{
    const auto seed = static_cast<unsigned>(setting("IPCLAB_SEED", 6));
    const int actions = setting("IPCLAB_ACTIONS", 500);
    note("seed " + QByteArray::number(seed));
    RandomPerson person(seed, m_folder.path());
    qint64 memory = 0;
    qint64 slowest = 0;
    QByteArray slow;
    for (int i = 0; i < actions; ++i) {
        ::alarm(kHang);
        QElapsedTimer clock;
        clock.start();
        const QByteArray did = QByteArray::number(i) + " " + person.act(i).toUtf8();
        note(did);
        bool answered = false;
        QMetaObject::invokeMethod(
            this, [&] { answered = true; }, Qt::QueuedConnection);
        QApplication::processEvents();
        if (clock.elapsed() > slowest) {
            slowest = clock.elapsed();
            slow = did;
        }
        const QString trouble = answered ? person.trouble() : QStringLiteral("no answer");
        if (!trouble.isEmpty()) {
            tellLast();
            QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(trouble)));
        }
        if (i == actions / 5)
            memory = residentMiB();
    }
    ::alarm(0);
    const qint64 grown = residentMiB() - memory;
    qInfo("seed %u: memory grew by %lld MiB; the slowest took %lld ms: %s", seed,
        static_cast<long long>(grown), static_cast<long long>(slowest), slow.constData());
    person.closeWindow();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(leftIn(m_folder.path()), QStringList(), kPatience);
    QVERIFY2(QDir(qEnvironmentVariable("XDG_RUNTIME_DIR")).isEmpty(), "a folder of a run is left");
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
    QVERIFY2(grown < kMostGrowth, qPrintable(QString::number(grown)));
#endif
}

int main(int argc, char** argv)
{
    prepareProcess();
    const QTemporaryDir home;
    isolate(home);
    for (const int signal : { SIGABRT, SIGALRM, SIGTERM })
        std::signal(signal, dies);
#ifdef __SANITIZE_ADDRESS__
    __asan_set_death_callback(tellLast);
#else
    for (const int signal : { SIGSEGV, SIGBUS, SIGFPE, SIGILL })
        std::signal(signal, dies);
#endif
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    QLoggingCategory::setFilterRules(QStringLiteral("qt.qpa.*=false"));
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    RandomActionsTest tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "random_actions_test.moc"
