// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include "ipc-core/log/session_file.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QtTest>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

using namespace ipclab::test;

namespace {

QStringList watching(const QStringList& options, const QStringList& command)
{
    return QStringList { QStringLiteral("watch") } + options + QStringList { QStringLiteral("--") }
    + command;
}

QStringList shell(const char* script)
{
    return { QStringLiteral("/bin/sh"), QStringLiteral("-c"), QString::fromUtf8(script) };
}

QByteArray everyByte()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i)
        bytes += static_cast<char>(i);
    return bytes;
}

} // namespace

class CliWatch : public QObject {
    Q_OBJECT

private slots:
    void itExitsAsTheCommandDoes_data();
    void itExitsAsTheCommandDoes();
    void stdinAndStdoutAreTheCommandsOwn();
    void theCommandsWordsReachItWhateverTheirBytes();
    void jsonIsOneEventALineAndNothingElse();
    void whatHappensIsSaidOnStderr();
    void aWaitThatLastsIsSaidOnceWithItsReason();
    void theEndOfAWaitIsSaidWithHowLongItTook();
    void colourIsForTerminalsOfThoseWhoWantIt();
    void ofEachChannelSoManyBytesAreKept();
    void whatIsNoNumberOfBytesIsRefused();
    void theCommandIsEndedInTimeThoughNobodyReads();
    void whoHoldsAnInheritedPipeIsNamed();
    void inAClosedWorldFifosThatNobodyOpensAreADeadlock();
    void aPersonIsToldThatAllSharedOneProcessor();
    void onlyTheTopicsAskedForArePrinted();
    void whatIsNoTopicIsRefused();
    void aTimeoutEndsAllThatWasStarted();
    void sigtermEndsAllThatWasStarted();
    void moreProcessesThanTheLimitAreEnded();
    void theCommandGetsTheSignalsThatWeGot();
    void jobControlWorksAsItDoesAlone();
    void startedWithoutStdioItStillWorks();
    void whoRunsAlreadyIsWatchedAndGoesOn();
    void whoCannotBeAttachedToIsRefusedWithTheReason();
    void aRecordedSessionCanBeRead();
    void aRecordThatCannotBeWrittenIsRefused();
};

void CliWatch::itExitsAsTheCommandDoes_data()
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

void CliWatch::itExitsAsTheCommandDoes()
{
    QFETCH(QStringList, command);
    QFETCH(int, code);
    const Place place;
    const Ran ran = place.ipclab(watching({}, command));
    QCOMPARE(ran.code, code);
    if (code == 126 || code == 127)
        QVERIFY(ran.err.contains(command.front().toUtf8()));
}

void CliWatch::stdinAndStdoutAreTheCommandsOwn()
{
    const Place place;
    const QByteArray input = everyByte().repeated(1000);
    const Ran ran = place.ipclab(watching({}, { QStringLiteral("/bin/cat") }), input);
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.size(), input.size());
    QVERIFY(ran.out == input);
}

void CliWatch::theCommandsWordsReachItWhateverTheirBytes()
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

void CliWatch::jsonIsOneEventALineAndNothingElse()
{
    const Place place;
    const Ran ran = place.ipclab(
        watching({ QStringLiteral("--json") }, shell("echo from the command; exit 4")));
    QCOMPARE(ran.code, 4);
    QVERIFY(ran.err.contains("from the command"));
    QVERIFY(ran.out.endsWith('\n'));
    QStringList names;
    for (const QByteArray& line : ran.out.chopped(1).split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        QVERIFY2(!event.isEmpty(), line.constData());
        names << event[QStringLiteral("event")].toString();
    }
    QVERIFY(names.contains(QStringLiteral("program_executed")));
    QVERIFY(names.contains(QStringLiteral("process_exited")));
}

void CliWatch::whatHappensIsSaidOnStderr()
{
    const Place place;
    const Ran ran = place.ipclab(watching({}, shell("echo words; exit 3")));
    QCOMPARE(ran.out, QByteArray("words\n"));
    QVERIFY2(ran.err.contains("words"), ran.err.constData());
    QVERIFY(ran.err.count('\n') >= 3);
}

void CliWatch::aWaitThatLastsIsSaidOnceWithItsReason()
{
    const Place place;
    const Ran ran = place.ipclab(watching({}, shell("(sleep 0.7; echo late) | cat")));
    QCOMPARE(ran.code, 0);
    QByteArrayList waits;
    for (const QByteArray& line : ran.err.split('\n')) {
        if (line.contains("cat") && line.contains("waits in read(0)"))
            waits += line;
    }
    QCOMPARE(waits.size(), 1);
    QVERIFY2(waits.front().contains("Only"), waits.front().constData()); // who could end it
    QVERIFY2(ran.err.contains("for the end of"), ran.err.constData());
    QVERIFY2(!ran.err.contains("have not ended"), ran.err.constData()); // the same again
}

void CliWatch::theEndOfAWaitIsSaidWithHowLongItTook()
{
    const Place place;
    const Ran ran = place.ipclab(watching({ QStringLiteral("--only"), QStringLiteral("pipe") },
        shell(
            "seen() { for p in $(cat /proc/$$/task/$$/children); do"
            "  grep -qs '^cat$' /proc/$p/comm && grep -qs '^State:.S' /proc/$p/status && return 0;"
            " done; return 1; };"
            "(until seen; do sleep 0.02; done; sleep 0.7; echo late) | cat")));
    QByteArrayList lines;
    for (const QByteArray& line : ran.err.trimmed().split('\n')) {
        if (line.contains("cat ") && line.contains("read(0)"))
            lines += line.trimmed();
    }
    QVERIFY2(lines.size() >= 3, ran.err.constData()); // it waits, reads, and meets end of file
    QVERIFY2(lines[0].contains("waits in read(0)"), lines[0].constData());
    QVERIFY2(lines[1].contains("late") && lines[1].contains("after "), lines[1].constData());
    const auto time
        = [](const QByteArray& line) { return line.left(line.indexOf(' ')).toDouble(); };
    QVERIFY2(time(lines[1]) - time(lines[0]) > 0.4, ran.err.constData());
}

void CliWatch::colourIsForTerminalsOfThoseWhoWantIt()
{
    Place place;
    const auto seen = [&] {
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.start(QStringLiteral("python3"),
            QStringList { QStringLiteral("-c"),
                QStringLiteral("import pty, sys; pty.spawn(sys.argv[1:])"), program() }
                + watching({}, { QStringLiteral("true") }));
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    place.environment.remove(QStringLiteral("NO_COLOR"));
    place.environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    QVERIFY(seen().contains("\x1b["));
    place.environment.insert(QStringLiteral("NO_COLOR"), QStringLiteral("1"));
    QVERIFY(!seen().contains("\x1b["));
    place.environment.remove(QStringLiteral("NO_COLOR"));
    place.environment.insert(QStringLiteral("TERM"), QStringLiteral("dumb"));
    QVERIFY(!seen().contains("\x1b["));
    QVERIFY(!place.ipclab(watching({}, { QStringLiteral("true") })).err.contains("\x1b["));
}

void CliWatch::ofEachChannelSoManyBytesAreKept()
{
    const Place place;
    const auto ran = [&](const char* bytes, const QStringList& more) {
        return place.ipclab(
            watching(QStringList { QStringLiteral("--payload"), QString::fromLatin1(bytes) } + more,
                shell("printf 123456789 | cat >/dev/null")));
    };
    const QStringList pipes { QStringLiteral("--only"), QStringLiteral("pipe") };
    const Ran some = ran("4", pipes);
    QVERIFY2(some.err.contains("“1234”…"), some.err.constData());
    QVERIFY(!some.err.contains("12345"));
    QCOMPARE(some.err.count("only counted from here on"), 1);
    const Ran none = ran("0", pipes + QStringList(QStringLiteral("--json")));
    QVERIFY(none.out.contains(R"("count":9,"cut":9)"));
    QCOMPARE(none.out.count(R"("limit":"payload")"), 1);
    const Ran enough = ran("100", pipes);
    QVERIFY(enough.err.contains("“123456789”"));
    QVERIFY(!enough.err.contains("only counted"));
}

void CliWatch::whatIsNoNumberOfBytesIsRefused()
{
    const Place place;
    for (const char* const bytes : { "many", "-1", "" }) {
        const Ran ran = place.ipclab(
            watching({ QStringLiteral("--payload"), QString::fromLatin1(bytes) }, shell("exit 0")));
        QCOMPARE(ran.code, 2);
        QVERIFY2(ran.err.contains("--payload takes a number of bytes"), ran.err.constData());
    }
}

void CliWatch::theCommandIsEndedInTimeThoughNobodyReads()
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

void CliWatch::whoHoldsAnInheritedPipeIsNamed()
{
    const Place place;
    QProcess sleeper;
    QProcess process;
    sleeper.setStandardOutputProcess(&process);
    sleeper.start(QStringLiteral("sleep"), { QStringLiteral("60") });
    place.start(process,
        watching({ QStringLiteral("--timeout"), QStringLiteral("2") }, { QStringLiteral("cat") }));
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardError();
    const QByteArray wanted = "sleep (pid " + QByteArray::number(sleeper.processId()) + ')';
    sleeper.kill();
    QVERIFY(sleeper.waitForFinished());
    QVERIFY2(said.contains(wanted), said.constData());
}

void CliWatch::inAClosedWorldFifosThatNobodyOpensAreADeadlock()
{
    const Place place;
    const QString script = QStringLiteral("cd \"$0\"; mkfifo a b; cat a >b & cat b >a; wait");
    const QStringList command { QStringLiteral("/bin/sh"), QStringLiteral("-c"), script,
        place.file(QString()) };
    const QStringList limit { QStringLiteral("--timeout"), QStringLiteral("1") };
    const Ran closed
        = place.ipclab(watching(limit + QStringList { QStringLiteral("--closed-world") }, command));
    QVERIFY2(
        closed.err.contains("Nobody can go on, unless a signal comes."), closed.err.constData());
    QVERIFY2(closed.err.contains("could open it"), closed.err.constData());
    const Ran open = place.ipclab(watching(limit, command));
    QVERIFY2(!open.err.contains("Nobody can go on"), open.err.constData());
}

void CliWatch::aPersonIsToldThatAllSharedOneProcessor()
{
    const Place place;
    const QStringList pipeline = shell("echo words | cat");
    const auto seen = [&](const QStringList& options, const QStringList& command) {
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.start(QStringLiteral("python3"),
            QStringList { QStringLiteral("-c"),
                QStringLiteral("import pty, sys; pty.spawn(sys.argv[1:])"), program() }
                + watching(options, command));
        process.waitForFinished();
        return process.readAllStandardOutput();
    };
    const QByteArray word = "shared one processor; --parallel";
    const QByteArray terminal = seen({}, pipeline);
    QVERIFY2(terminal.trimmed().split('\n').last().contains(word), terminal.constData());
    QVERIFY(!seen({ QStringLiteral("--parallel") }, pipeline).contains(word));
    QVERIFY(!seen({ QStringLiteral("--json") }, pipeline).contains(word));
    QVERIFY(!seen({}, { QStringLiteral("true") }).contains(word)); // one alone shares nothing
    QVERIFY(!place.ipclab(watching({}, pipeline)).err.contains(word)); // no terminal
}

void CliWatch::onlyTheTopicsAskedForArePrinted()
{
    const Place place;
    const QString file = place.file(QStringLiteral("said"));
    const Ran ran = place.ipclab(
        watching({ QStringLiteral("-o"), file, QStringLiteral("--only"), QStringLiteral("pipe") },
            shell("echo words | cat; exit 3")));
    QCOMPARE(ran.code, 3);
    QCOMPARE(ran.err, QByteArray());
    QFile said(file);
    QVERIFY(said.open(QIODevice::ReadOnly));
    const QByteArrayList lines = said.readAll().trimmed().split('\n');
    QVERIFY(lines.size() >= 3); // written, read, end of file
    for (const QByteArray& line : lines)
        QVERIFY2(line.contains("pipe"), line.constData());

    const Ran json = place.ipclab(
        watching({ QStringLiteral("--json"), QStringLiteral("--only"), QStringLiteral("process") },
            shell("echo words | cat; exit 3")));
    for (const QByteArray& line : json.out.trimmed().split('\n'))
        QVERIFY2(line.contains("\"event\":\"p"), line.constData());
}

void CliWatch::whatIsNoTopicIsRefused()
{
    const Place place;
    const Ran ran = place.ipclab(
        watching({ QStringLiteral("--only"), QStringLiteral("pipes") }, shell("exit 0")));
    QCOMPARE(ran.code, 2);
    QVERIFY(ran.err.contains("pipe, fifo, socket"));
    QVERIFY(ran.err.contains("epoll, inotify, semaphore, queue, memory, other"));
}

void CliWatch::aTimeoutEndsAllThatWasStarted()
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

void CliWatch::sigtermEndsAllThatWasStarted()
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

void CliWatch::theCommandGetsTheSignalsThatWeGot()
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

void CliWatch::jobControlWorksAsItDoesAlone()
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

void CliWatch::moreProcessesThanTheLimitAreEnded()
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

void CliWatch::startedWithoutStdioItStillWorks()
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

void CliWatch::whoRunsAlreadyIsWatchedAndGoesOn()
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

void CliWatch::whoCannotBeAttachedToIsRefusedWithTheReason()
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

void CliWatch::aRecordedSessionCanBeRead()
{
    const Place place;
    const QString path = place.file(QStringLiteral("session.jsonl"));
    const Ran ran = place.ipclab(
        watching({ QStringLiteral("--record"), path }, shell("echo one | cat; exit 2")));
    QCOMPARE(ran.code, 2);
    const auto saved = ipclab::readSession(path.toStdString());
    QVERIFY(saved.ok());
    QCOMPARE(saved->linesSkipped, 0U);
    QCOMPARE(saved->header.command.front(), std::string("/bin/sh"));
    const ipclab::EventLog& log = *saved->log;
    QVERIFY(log.size() > 10);
    int ended = 0;
    for (ipclab::EventIndex i = 0; i < log.size(); ++i)
        ended += std::holds_alternative<ipclab::ProcessExited>(log[i].body) ? 1 : 0;
    QCOMPARE(ended, 3);
}

void CliWatch::aRecordThatCannotBeWrittenIsRefused()
{
    const Place place;
    const Ran ran = place.ipclab(
        watching({ QStringLiteral("--record"), QStringLiteral("/no/such/folder/session") },
            shell("echo it ran")));
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains("/no/such/folder/session"), ran.err.constData());
    QCOMPARE(ran.out, QByteArray()); // nothing was run
}

QTEST_GUILESS_MAIN(CliWatch)
#include "cli_watch.moc"
