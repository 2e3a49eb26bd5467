// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"
#include "tests/app/cli_watching.h"

#include "ipc-core/log/session_file.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QtTest>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace ipclab::test;

namespace {

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

} // namespace

// The command that is watched: as it is alone, and ended in time.
class CliWatched : public QObject {
    Q_OBJECT

private slots:
    void itExitsAsTheCommandDoes_data();
    void itExitsAsTheCommandDoes();
    void stdinAndStdoutAreTheCommandsOwn();
    void theCommandsWordsReachItWhateverTheirBytes();
    void theCommandGetsTheSignalsThatWeGot();
    void jobControlWorksAsItDoesAlone();
    void startedWithoutStdioItStillWorks();
    void theCommandIsEndedInTimeThoughNobodyReads();
    void aTimeoutEndsAllThatWasStarted();
    void sigtermEndsAllThatWasStarted();
    void moreProcessesThanTheLimitAreEnded();
    void whoRunsAlreadyIsWatchedAndGoesOn();
    void whoCannotBeAttachedToIsRefusedWithTheReason();
    void theShellThatWeWereStartedFromIsRefused();
};

void CliWatched::itExitsAsTheCommandDoes_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("0") << shell("exit 0") << 0;
    QTest::newRow("7") << shell("exit 7") << 7;
    QTest::newRow("not found") << QStringList { QStringLiteral("no-such-command") } << 127;
    QTest::newRow("no such path") << QStringList { QStringLiteral("/no/such/path") } << 127;
    QTest::newRow("not executable") << QStringList { QStringLiteral("/etc/passwd") } << 126;
    QTest::newRow("a folder") << QStringList { QStringLiteral("/tmp") } << 126;
    QTest::newRow("by a signal") << shell("kill -TERM $$") << 128 + SIGTERM;
}

void CliWatched::itExitsAsTheCommandDoes()
{
    QFETCH(QStringList, command);
    QFETCH(int, code);
    const Place place;
    const Ran ran = place.ipclab(watching({}, command));
    QCOMPARE(ran.code, code);
    if (code == 126 || code == 127)
        QVERIFY(ran.err.contains(command.front().toUtf8()));
}

void CliWatched::stdinAndStdoutAreTheCommandsOwn()
{
    const Place place;
    const QByteArray input = everyByte().repeated(1000);
    const Ran ran = place.ipclab(watching({}, { QStringLiteral("/bin/cat") }), input);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.size(), input.size());
    QVERIFY(ran.out == input);
}

void CliWatched::theCommandsWordsReachItWhateverTheirBytes()
{
    const Place place;
    QProcess process;
    process.setProcessEnvironment(place.environment);
    process.start(QStringLiteral("/bin/sh"),
        { QStringLiteral("-c"),
            QStringLiteral("exec \"$0\" watch -- /usr/bin/printf %s \"$(printf 'caf\\351')\""),
            program() });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray("caf\xe9"));
}

void CliWatched::theCommandGetsTheSignalsThatWeGot()
{
    const Place place;
    // As nohup(1) does it, and more.
    const QStringList tell { QStringLiteral("--ignore-signal=HUP,PIPE,CHLD,USR1"),
        QStringLiteral("--block-signal=USR2,CHLD") };
    const auto printed = [&](const QStringList& before) {
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.start(QStringLiteral("/usr/bin/env"),
            tell + before
                + QStringList { QStringLiteral("grep"), QStringLiteral("^Sig[BIC]"),
                    QStringLiteral("/proc/self/status") });
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    const QByteArray expected = printed({});
    QVERIFY2(expected.contains("SigIgn:\t0000000000011201"), expected.constData());
    QCOMPARE(printed({ program(), QStringLiteral("watch"), QStringLiteral("-o"),
                 QStringLiteral("/dev/null"), QStringLiteral("--") }),
        expected);
}

void CliWatched::jobControlWorksAsItDoesAlone()
{
    const Place place;
    const auto seen = [&](const QStringList& before) {
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.start(QStringLiteral("python3"),
            QStringList { QStringLiteral(JOB_CONTROL) } + before
                + QStringList { QStringLiteral("bash"), QStringLiteral("--norc"),
                    QStringLiteral("--noediting"), QStringLiteral("-i") });
        process.waitForFinished();
        return process.readAllStandardOutput() + process.readAllStandardError();
    };
    const QByteArray expected = seen({});
    if (!expected.endsWith("\n5\n"))
        QSKIP(expected.constData()); // no such shell
    QCOMPARE(seen({ program(), QStringLiteral("watch"), QStringLiteral("-o"),
                 QStringLiteral("/dev/null"), QStringLiteral("--") }),
        expected);
}

void CliWatched::startedWithoutStdioItStillWorks()
{
    const Place place;
    const QString path = place.file(QStringLiteral("session.jsonl"));
    QProcess process;
    process.setProcessEnvironment(place.environment);
    process.start(QStringLiteral("/bin/sh"),
        shell("exec \"$0\" watch --record \"$1\" -- /bin/sh -c 'exit 5' <&- 2>&-").mid(1)
            << program() << path);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 5);
    // What is said to nobody must not land in a file that got the number of stderr.
    const auto saved = ipclab::readSession(path.toStdString());
    QVERIFY(saved.ok());
    QCOMPARE(saved->linesSkipped, 0U);
}

void CliWatched::theCommandIsEndedInTimeThoughNobodyReads()
{
    const Place place;
    const QString fifo = place.file(QStringLiteral("said"));
    QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
    const int both = ::open(QFile::encodeName(fifo).constData(), O_RDWR | O_CLOEXEC); // fifo(7)
    const auto shut = qScopeGuard([both] { ::close(both); });
    const QString pid = place.file(QStringLiteral("pid"));
    QProcess process;
    place.start(process,
        watching({ QStringLiteral("--timeout"), QStringLiteral("2"), QStringLiteral("-o"), fifo },
            { QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                QStringLiteral("echo $$ > \"$0\"; while :; do echo flood; done | cat >/dev/null"),
                pid }));
    const auto command = [&] { return static_cast<pid_t>(contentOf(pid).trimmed().toInt()); };
    QTRY_VERIFY(command() > 0);
    const auto waiting = [both] { // in the FIFO
        int bytes = 0;
        return ::ioctl(both, FIONREAD, &bytes) == 0 ? bytes : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waiting() > 60'000, 10'000); // it is full: who prints waits
    QTRY_VERIFY_WITH_TIMEOUT(::kill(command(), 0) != 0, 10'000);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void CliWatched::aTimeoutEndsAllThatWasStarted()
{
    const Place place;
    QElapsedTimer clock;
    clock.start();
    const Ran ran = place.ipclab(watching({ QStringLiteral("--timeout"), QStringLiteral("0.7") },
        { tracee(QStringLiteral("idle")) }));
    QCOMPARE(ran.code, 128 + SIGKILL); // it ignores SIGTERM
    QCOMPARE(ran.out.count('\n'), 3); // itself, a child, and a grandchild in its own session
    QVERIFY(clock.elapsed() >= 700);
    QTRY_VERIFY(place.marked().empty());
}

void CliWatched::sigtermEndsAllThatWasStarted()
{
    const Place place;
    QProcess process;
    place.start(process, watching({}, { tracee(QStringLiteral("idle")) }));
    QByteArray said;
    QTRY_COMPARE_WITH_TIMEOUT((said += process.readAllStandardOutput()).count('\n'), 3, 30'000);
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 128 + SIGKILL);
    QTRY_VERIFY(place.marked().empty());
}

void CliWatched::moreProcessesThanTheLimitAreEnded()
{
    const Place place;
    const auto with = [&](const char* limit, const char* seconds = "0.3") {
        const QString eight = QStringLiteral("for i in 1 2 3 4 5 6 7 8; do sleep %1 & done; wait; "
                                             "exit 5")
                                  .arg(QLatin1String(seconds));
        return place.ipclab(watching({ QStringLiteral("--limit"), QString::fromLatin1(limit) },
            shell(eight.toLatin1().constData())));
    };
    QCOMPARE(with("9").code, 5);
    const Ran bomb = with("8", "30"); // all of them live at once
    QCOMPARE(bomb.code, 128 + SIGKILL);
    QVERIFY2(bomb.err.contains("more than 8 processes"), bomb.err.constData());
    QTRY_VERIFY(place.marked().empty());
    QCOMPARE(with("0").code, 2);
    QCOMPARE(with("many").code, 2);
}

void CliWatched::whoRunsAlreadyIsWatchedAndGoesOn()
{
    const Place place;
    QProcess program;
    program.start(tracee(QStringLiteral("attached")), {});
    QVERIFY(program.waitForStarted());
    const QString pid = QString::number(program.processId());
    const Ran ran = place.ipclab({ QStringLiteral("watch"), QStringLiteral("--json"),
        QStringLiteral("--timeout"), QStringLiteral("0.5"), QStringLiteral("--pid"), pid });
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains(R"("event":"process_started")"), ran.out.constData());
    QVERIFY(ran.out.contains(R"("by":"attach")"));
    QVERIFY(ran.out.contains(R"("event":"call_entered","call":"read")"));
    QVERIFY(ran.out.contains(R"("detached":true)"));
    program.write("on");
    program.closeWriteChannel();
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.readAllStandardOutput(), QByteArray("on"));
    QCOMPARE(program.exitCode(), 0);
}

void CliWatched::whoCannotBeAttachedToIsRefusedWithTheReason()
{
    const Place place;
    const Ran gone = place.ipclab(
        { QStringLiteral("watch"), QStringLiteral("--pid"), QStringLiteral("4194303") });
    QCOMPARE(gone.code, 3);
    QVERIFY2(gone.err.contains("no such process"), gone.err.constData());
    const Ran both = place.ipclab({ QStringLiteral("watch"), QStringLiteral("--pid"),
        QStringLiteral("1"), QStringLiteral("--"), QStringLiteral("true") });
    QCOMPARE(both.code, 2);
}

void CliWatched::theShellThatWeWereStartedFromIsRefused()
{
    const Place place;
    QProcess shell;
    shell.setProcessEnvironment(place.environment);
    shell.start(QStringLiteral("/bin/sh"),
        { QStringLiteral("-c"),
            QStringLiteral("\"$0\" watch --timeout 2 --pid $$; code=$?; exit $code"), program() });
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 3);
    const QByteArray said = shell.readAllStandardError();
    QVERIFY2(said.contains("IPC Lab was started from it"), said.constData());
}

QTEST_GUILESS_MAIN(CliWatched)
#include "cli_watched.moc"
