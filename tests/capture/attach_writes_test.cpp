// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/attached_program.h"

#include <algorithm>
#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// All that the tracee writes when it pours, beginning with its first word.
QByteArray poured()
{
    constexpr int kLines = 1 << 21;
    QByteArray bytes = "ready\n";
    bytes.reserve(8 * kLines + 64);
    for (int i = 0; i < kLines; ++i)
        bytes += QByteArray::number(i).rightJustified(7, '0') + '\n';
    return bytes + "end\n";
}

bool entersAgain(const EventLog& log, Call call)
{
    const auto entered = all<CallEntered>(log);
    return std::ranges::count_if(entered, [call](const auto& one) {
        return one.body->call == call;
    }) > 1;
}

} // namespace

// What was half done when we came is done as if we had not.
class AttachWritesTest : public QObject {
    Q_OBJECT

private slots:
    void aWriteThatIsHalfDoneIsFinished();
    void aWriteThatWakesAndSleepsIsNotCutShort_data();
    void aWriteThatWakesAndSleepsIsNotCutShort();
    void anIgnoredSignalIsNotFeltInTheFirstWait();
    void anIgnoredSignalIsNotFeltInAHalfDoneWrite();
    void whoWritesWhenWeComeWritesAll();
    void letGoInTheMidstOfAWriteItWritesEachByteOnce_data();
    void letGoInTheMidstOfAWriteItWritesEachByteOnce();
};

void AttachWritesTest::aWriteThatIsHalfDoneIsFinished()
{
    Running program(attached("write"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Write); }));
    run.capture().detach(program.pid());
    QVERIFY(!program.says("none")); // reads all
    QCOMPARE(program.output().size(), 1000000);
    QVERIFY(run.ends());
    QCOMPARE(program.endsWith(), 0);
}

void AttachWritesTest::aWriteThatWakesAndSleepsIsNotCutShort_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("call");
    QTest::newRow("write") << QStringLiteral("write") << static_cast<int>(Call::Write);
    QTest::newRow("writev") << QStringLiteral("writev") << static_cast<int>(Call::Writev);
}

void AttachWritesTest::aWriteThatWakesAndSleepsIsNotCutShort()
{
    QFETCH(QString, way);
    QFETCH(int, call);
    Running program(attached(way.toLatin1().constData()));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees([&](const World& world) {
        return waitsIn(world, program.pid(), static_cast<Call>(call));
    }));
    QVERIFY(program.saysMore()); // it goes on, and sleeps again
    QVERIFY(
        run.sees([&](const World&) { return entersAgain(run.log(), static_cast<Call>(call)); }));
    QVERIFY(!program.says("none")); // reads all
    QCOMPARE(program.output().size(), 1000000);
    QCOMPARE(program.endsWith(), 0);
}

void AttachWritesTest::anIgnoredSignalIsNotFeltInTheFirstWait()
{
    Running program(attached("epoll", "100000"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees(
        [&](const World& world) { return waitsIn(world, program.pid(), Call::EpollWait); }));
    kill(program.pid().value, SIGWINCH);
    QVERIFY(run.sees([&](const World&) { return !all<SignalIgnored>(run.log()).empty(); }));
    program.send("on");
    QVERIFY(program.says("on"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
}

void AttachWritesTest::anIgnoredSignalIsNotFeltInAHalfDoneWrite()
{
    Running program(attached("write"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Write); }));
    kill(program.pid().value, SIGWINCH);
    QVERIFY(run.sees([&](const World&) { return !all<SignalIgnored>(run.log()).empty(); }));
    QVERIFY(!program.says("none")); // reads all
    QCOMPARE(program.output().size(), 1000000);
    QCOMPARE(program.endsWith(), 0);
}

void AttachWritesTest::whoWritesWhenWeComeWritesAll()
{
    Running program(attached("pour"));
    QVERIFY(program.says("ready\n"));
    program.send("g");
    Watched run(program.pid(), closedKnown());
    QVERIFY(program.says("end\n"));
    QVERIFY(!run.error());
    QVERIFY(program.output() == poured());
    QCOMPARE(program.endsWith(), 0); // no write was cut short
}

void AttachWritesTest::letGoInTheMidstOfAWriteItWritesEachByteOnce_data()
{
    QTest::addColumn<bool>("signalled");
    QTest::newRow("left alone") << false;
    QTest::newRow("cut short by an ignored signal") << true;
}

void AttachWritesTest::letGoInTheMidstOfAWriteItWritesEachByteOnce()
{
    QFETCH(bool, signalled);
    Running program(attached("pour"));
    QVERIFY(program.says("ready\n"));
    program.send("g");
    QVERIFY(program.saysMore());
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Write); }));
    if (signalled) {
        kill(program.pid().value, SIGWINCH);
        QVERIFY(run.sees([&](const World&) { return !all<SignalIgnored>(run.log()).empty(); }));
    }
    run.drop();
    QVERIFY(untraced(program.pid()));
    QVERIFY(program.says("end\n"));
    QVERIFY(program.output() == poured());
    if (!signalled)
        QCOMPARE(program.endsWith(), 0);
}

CAPTURE_TEST_MAIN(AttachWritesTest)
#include "attach_writes_test.moc"
