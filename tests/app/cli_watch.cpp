// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"
#include "tests/app/cli_watching.h"

#include "ipc-core/log/session_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ipclab::test;

// What it says of what happens, and keeps.
class CliWatch : public QObject {
    Q_OBJECT

private slots:
    void jsonIsOneEventALineAndNothingElse();
    void whatHappensIsSaidOnStderr();
    void aWaitThatLastsIsSaidOnceWithItsReason();
    void theEndOfAWaitIsSaidWithHowLongItTook();
    void colourIsForTerminalsOfThoseWhoWantIt();
    void ofEachChannelSoManyBytesAreKept();
    void whatIsNoNumberOfBytesIsRefused();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
    void whoHoldsAnInheritedPipeIsNamed();
    void inAClosedWorldFifosThatNobodyOpensAreADeadlock();
    void aPersonIsToldThatAllSharedOneProcessor();
    void onlyTheTopicsAskedForArePrinted();
    void theClosingOfAPipeIsAboutThePipe();
    void whatIsNoTopicIsRefused();
    void aRecordedSessionCanBeRead();
    void aRecordThatCannotBeWrittenIsRefused();
};

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

void CliWatch::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* words, const char* said) {
        QTest::newRow(words) << QString::fromLatin1(words).split(u' ') << QByteArray(said);
    };
    row("--timeout soon -- true", "--timeout takes a number of seconds, 0.001 or more, not “soon”");
    row("--timeout 0 -- true", "--timeout takes a number of seconds, 0.001 or more, not “0”");
    row("--limit many -- true", "--limit takes a number of processes, 1 or more, not “many”");
    row("--pid cat", "--pid takes the number of a process, not “cat”");
    row("--pid 1 -- true", "one of the two");
    row("--json", "Name a command after --");
    row("--jason -- true", "Unknown option 'jason'");
}

void CliWatch::whatIsWrongIsNamed()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    const Place place;
    const Ran ran = place.ipclab(QStringList { QStringLiteral("watch") } + words);
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains(said), ran.err.constData());
    QVERIFY2(ran.err.contains("\nipclab watch [--json]"), ran.err.constData());
    QVERIFY2(!ran.err.contains("ipclab show"), ran.err.constData());
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

void CliWatch::theClosingOfAPipeIsAboutThePipe()
{
    const Place place;
    const auto closed = [&](const char* topic) {
        const Ran ran = place.ipclab(
            watching({ QStringLiteral("--json"), QStringLiteral("--only"), QLatin1String(topic) },
                shell("echo words | cat")));
        return ran.out.count("\"event\":\"descriptor_closed\"");
    };
    QVERIFY(closed("pipe") >= 4); // both ends, in the shell and at their users' ends
    QCOMPARE(closed("socket"), 0);
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
