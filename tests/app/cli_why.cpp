// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include "ipc-core/events/event_json.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

#include <csignal>

using namespace ipclab::test;

namespace {

constexpr uint kNobody = 65534;

// A program that nobody traces, which said who it and its child are.
class Stranger {
public:
    explicit Stranger(const QStringList& words)
    {
        m_process.start(words.front(), words.mid(1));
        m_process.waitForStarted();
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) { }
        const QByteArrayList said = m_process.readLine().trimmed().split(' ');
        child = QString::fromLatin1(said.value(said.size() > 2 ? 2 : 1));
    }
    ~Stranger()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] QString pid() const { return QString::number(m_process.processId()); }

    QString child;

private:
    QProcess m_process;
};

Ran why(const Place& place, const QStringList& words)
{
    return place.ipclab(QStringList { QStringLiteral("why") } + words);
}

// Asks until the answer has that: it may not wait yet.
Ran whyUntil(const Place& place, const QStringList& words, const QByteArray& wanted)
{
    Ran ran;
    QDeadlineTimer patience(20'000);
    do {
        ran = why(place, words);
    } while (!ran.out.contains(wanted) && !patience.hasExpired());
    return ran;
}

} // namespace

class CliWhy : public QObject {
    Q_OBJECT

private slots:
    void theChainIsToldToItsEnd();
    void aFifoThatIsOpenedIsToldOfOnce();
    void whoSleepsIsSaidToGoOnByItself();
    void aNameDoesNotSteerTheTerminal();
    void aDeadlockIsToldAndTheExitCodeSaysSo();
    void threadsThatAreStuckAreNamedThoughOthersGoOn();
    void inSpanishItIsToldInSpanish();
    void whatWasReadBeforeIsSaidToBeOverlooked();
    void whatAnInterpreterKeepsIsSaidToBeUnknown();
    void whoseConnectionIsWaitedForIsNamed();
    void aThreadIsNamedOnce();
    void jsonIsTheSnapshotAsEvents();
    void whatIsNoNumberIsRefused_data();
    void whatIsNoNumberIsRefused();
    void whoIsNotThereIsSaidNotToBe();
    void whoMayNotBeLookedAtIsSaidWithTheRemedy();
    void whatAnotherUserHoldsIsSaidToBeUnknown();
};

void CliWhy::theChainIsToldToItsEnd()
{
    const Place place;
    const Stranger ends(
        { tracee(QStringLiteral("ends")), QStringLiteral("pipe"), QStringLiteral("first") });
    const Ran ran = whyUntil(place, { ends.pid() }, "pause()");
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    const QByteArrayList lines = ran.out.trimmed().split('\n');
    QVERIFY2(
        lines.front().startsWith("ends " + ends.pid().toLatin1() + " waits in read("), ran.out);
    QVERIFY2(ran.out.contains(" 0 of 65"), ran.out);
    QVERIFY2(ran.out.contains("Written to by ends " + ends.child.toLatin1()), ran.out);
    QVERIFY2(lines.last().startsWith("It can go on: "), ran.out);
    QVERIFY(!ran.out.contains('\x1b')); // it is no terminal
}

void CliWhy::aFifoThatIsOpenedIsToldOfOnce()
{
    const Place place;
    const QTemporaryDir folder;
    const Stranger opens({ QStringLiteral("/bin/sh"), QStringLiteral("-c"),
        QStringLiteral("mkfifo $0 && echo made && exec cat $0"),
        folder.filePath(QStringLiteral("way")) });
    const Ran ran = whyUntil(place, { opens.pid() }, "for writing");
    QCOMPARE(ran.code, 0);
    const QByteArrayList lines = ran.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2); // it, and the verdict
    QVERIFY2(lines.front().contains("until another process opens "), ran.out);
    QCOMPARE(lines.last(), QByteArray("It can go on: what it waits for may still happen."));
}

void CliWhy::whoSleepsIsSaidToGoOnByItself()
{
    const Place place;
    const Stranger sleeps({ QStringLiteral("/bin/sh"), QStringLiteral("-c"),
        QStringLiteral("echo made && exec sleep 1000") });
    const Ran ran = whyUntil(place, { sleeps.pid() }, "sleeps");
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.trimmed().split('\n').last(), QByteArray("It will go on by itself."));
}

void CliWhy::aNameDoesNotSteerTheTerminal()
{
    const Place place;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("red\x1b[31m"));
    QVERIFY(QFile::link(tracee(QStringLiteral("ends")), path));
    const Stranger ends({ path, QStringLiteral("pipe"), QStringLiteral("first") });
    const Ran ran = whyUntil(place, { ends.pid() }, "pause()");
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.startsWith("red"), ran.out);
    QVERIFY(!ran.out.contains('\x1b'));
}

void CliWhy::aDeadlockIsToldAndTheExitCodeSaysSo()
{
    const Place place;
    const Stranger pair({ tracee(QStringLiteral("plights")), QStringLiteral("kept") });
    const Ran ran = whyUntil(place, { pair.pid() }, "Stuck for good");
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("14 bytes that are missing"), ran.out);
    QVERIFY2(ran.out.contains("keeps 14 bytes for it in its own fd "), ran.out);
    const QByteArray other = "plights " + pair.child.toLatin1();
    QVERIFY2(ran.out.contains("It goes on when " + other + " writes there or closes it."), ran.out);
}

void CliWhy::threadsThatAreStuckAreNamedThoughOthersGoOn()
{
    const Place place;
    const Stranger threads({ tracee(QStringLiteral("plights")), QStringLiteral("beside-running") });
    const Ran ran = whyUntil(place, { threads.pid() }, "stuck for good");
    QCOMPARE(ran.code, 1);
    const Ran json = why(place, { threads.pid(), QStringLiteral("--json") });
    QCOMPARE(json.code, 1);
    const qsizetype begin = json.out.indexOf("\"tids\":[") + 8;
    const QByteArrayList tids
        = json.out.mid(begin, json.out.indexOf(']', begin) - begin).split(',');
    QCOMPARE(tids.size(), 2);
    for (const QByteArray& tid : tids)
        QVERIFY2(ran.out.contains("ts thread " + tid + " waits in futex"), ran.out);
    QVERIFY2(ran.out.contains("Of the 3 threads of plights " + threads.pid().toLatin1()), ran.out);
    QVERIFY2(ran.out.contains("The others can go on: "), ran.out);
}

void CliWhy::inSpanishItIsToldInSpanish()
{
    Place place;
    place.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    place.environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("es"));
    place.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("es_ES.UTF-8"));
    const Stranger pair({ tracee(QStringLiteral("plights")), QStringLiteral("kept") });
    const Ran ran = whyUntil(place, { pair.pid() }, "Atascado para siempre");
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.out.contains("espera en read("), ran.out);
}

void CliWhy::whatWasReadBeforeIsSaidToBeOverlooked()
{
    const Place place;
    const Stranger reader({ tracee(QStringLiteral("overlooked")), QStringLiteral("unread") });
    const Ran ran = whyUntil(place, { reader.pid() }, "poll()");
    QVERIFY2(ran.out.contains("4 bytes that came before lie in its own stdin buffer: poll() does "
                              "not look there."),
        ran.out);
}

void CliWhy::whatAnInterpreterKeepsIsSaidToBeUnknown()
{
    if (QStandardPaths::findExecutable(QStringLiteral("perl")).isEmpty())
        QSKIP("there is no perl");
    const Place place;
    const Stranger pipeline({ QStringLiteral("/bin/sh"), QStringLiteral("-c"),
        QStringLiteral("echo made; cat | perl -e '<STDIN>' | cat") });
    const Ran ran = whyUntil(place, { pipeline.pid() }, "a buffer of its own is not known.");
    QVERIFY2(ran.out.contains("Whether perl"), ran.out);
    QVERIFY2(!ran.out.contains("Whether cat"), ran.out); // it uses the C library
}

void CliWhy::whoseConnectionIsWaitedForIsNamed()
{
    const Place place;
    const Stranger client({ tracee(QStringLiteral("overlooked")), QStringLiteral("connect-tcp") });
    const Ran ran = whyUntil(place, { client.pid() }, "listens");
    QVERIFY2(ran.out.contains("until its connection is let in at 0.0.0.0:"), ran.out);
    QVERIFY2(
        ran.out.contains(", where overlooked " + client.child.toLatin1() + " listens"), ran.out);
    QVERIFY2(ran.out.contains("    overlooked " + client.child.toLatin1() + " waits in pause()"),
        ran.out);
}

void CliWhy::aThreadIsNamedOnce()
{
    const Place place;
    const Stranger pair({ tracee(QStringLiteral("plights")), QStringLiteral("mutex") });
    const Ran ran = whyUntil(place, { pair.pid() }, "its thread ");
    static const QRegularExpression once(QStringLiteral("its thread \\d+ waits in pause"));
    QVERIFY2(QString::fromUtf8(ran.out).contains(once), ran.out);
}

void CliWhy::jsonIsTheSnapshotAsEvents()
{
    const Place place;
    const Stranger pair({ tracee(QStringLiteral("plights")), QStringLiteral("kept") });
    const Ran ran
        = whyUntil(place, { pair.pid(), QStringLiteral("--json") }, "\"kind\":\"deadlock\"");
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.err, QByteArray());
    ipclab::EventReader reader;
    for (const QByteArray& line : ran.out.trimmed().split('\n'))
        QVERIFY2(reader.read(line.toStdString()).ok(), line);
    for (const char* const event :
        { "process_surveyed", "descriptor_opened", "call_entered", "channel_level", "stdio_level" })
        QVERIFY2(ran.out.contains(event), event);
}

void CliWhy::whatIsNoNumberIsRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList {};
    QTest::newRow("a word") << QStringList { QStringLiteral("cat") };
    QTest::newRow("zero") << QStringList { QStringLiteral("0") };
    QTest::newRow("below zero") << QStringList { QStringLiteral("--"), QStringLiteral("-5") };
    QTest::newRow("too large") << QStringList { QStringLiteral("99999999999") };
    QTest::newRow("two") << QStringList { QStringLiteral("1"), QStringLiteral("2") };
    QTest::newRow("an option") << QStringList { QStringLiteral("1"), QStringLiteral("--what") };
}

void CliWhy::whatIsNoNumberIsRefused()
{
    QFETCH(QStringList, words);
    const Place place;
    const Ran ran = why(place, words);
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("ipclab why PID"));
    QVERIFY2(!ran.err.contains("ipclab show"), ran.err); // what was asked, not all there is
    QVERIFY2(ran.err.contains("ipclab --help lists all"), ran.err);
    QVERIFY2(ran.err.contains("Name one process by its number")
            || ran.err.contains("Unknown option 'what'"),
        ran.err);
}

void CliWhy::whoIsNotThereIsSaidNotToBe()
{
    const Place place;
    QProcess process;
    process.start(QStringLiteral("/bin/true"), QStringList {});
    process.waitForStarted();
    const QString pid = QString::number(process.processId());
    process.waitForFinished();
    const Ran ran = why(place, { pid });
    QCOMPARE(ran.code, 3);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("Cannot look at process " + pid.toLatin1()), ran.err);
    QVERIFY2(ran.err.contains("there is no such process"), ran.err);
}

void CliWhy::whoMayNotBeLookedAtIsSaidWithTheRemedy()
{
    if (geteuid() != 0)
        QSKIP("only root can become somebody else");
    const Place place;
    const Stranger ends(
        { tracee(QStringLiteral("ends")), QStringLiteral("pipe"), QStringLiteral("first") });
    QProcess process;
    process.setProcessEnvironment(place.environment);
    process.setChildProcessModifier([] {
        if (setgid(kNobody) != 0 || setuid(kNobody) != 0)
            _exit(99);
    });
    process.start(program(), { QStringLiteral("why"), ends.pid() });
    QVERIFY(process.waitForFinished());
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() == 127)
        QSKIP("nobody else may run the program here");
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("kernel.yama.ptrace_scope"));
}

void CliWhy::whatAnotherUserHoldsIsSaidToBeUnknown()
{
    if (geteuid() != 0)
        QSKIP("only root can become somebody else");
    const Place place;
    const auto become = [] {
        if (setgid(kNobody) != 0 || setuid(kNobody) != 0)
            _exit(99);
    };
    QProcess cat; // we, who are root, have the other end of its stdin
    cat.setChildProcessModifier(become);
    cat.start(QStringLiteral("/bin/cat"), QStringList {});
    QVERIFY(cat.waitForStarted());
    QByteArray said;
    QDeadlineTimer patience(20'000);
    while (!said.contains("read(0)") && !patience.hasExpired()) {
        QProcess process;
        process.setProcessEnvironment(place.environment);
        process.setChildProcessModifier(become);
        process.start(program(), { QStringLiteral("why"), QString::number(cat.processId()) });
        QVERIFY(process.waitForFinished());
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() == 127)
            QSKIP("nobody else may run the program here");
        said = process.readAllStandardOutput();
        QCOMPARE(process.exitCode(), 0);
    }
    cat.kill();
    cat.waitForFinished();
    QVERIFY2(said.contains("of a process that cannot be seen"), said);
    QVERIFY2(said.contains("Whether it will go on cannot be said"), said);
}

QTEST_GUILESS_MAIN(CliWhy)
#include "cli_why.moc"
