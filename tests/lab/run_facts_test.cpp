// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/process_ref.h"
#include "ipc-core/lab/told_fact.h"
#include "tests/lab/server_story.h"

#include <QTest>

using namespace ipclab;
using namespace ipclab::test;

class RunFactsTest : public QObject {
    Q_OBJECT

private slots:
    void aRunIsMeantByItsNameAndAChildByItsNumber();
    void aChildKeepsItsNumberWhenItsParentHasEnded();
    void ofAState_data();
    void ofAState();
    void aFieldOfAnEventMayBeAskedFor_data();
    void aFieldOfAnEventMayBeAskedFor();
    void eventsInAnotherOrderAreNotInOrder();
    void aWrongFieldOrWordOrDurationIsAProblem_data();
    void aWrongFieldOrWordOrDurationIsAProblem();
    void aTextSaysWhichFactItTells();
};

void RunFactsTest::aRunIsMeantByItsNameAndAChildByItsNumber()
{
    Story story;
    tellServer(story);
    const World world = worldOf(story);
    QCOMPARE(processNamed(world, "ana")->pid, Pid { 20 });
    QCOMPARE(processNamed(world, "ben")->pid, Pid { 21 });
    QCOMPARE(processNamed(world, "client")->pid, Pid { 20 }); // the program: the oldest
    QCOMPARE(processNamed(world, "server")->pid, Pid { 10 });
    QCOMPARE(processNamed(world, "server/1")->pid, Pid { 11 });
    QCOMPARE(processNamed(world, "server/2")->pid, Pid { 12 });
    QVERIFY(!processNamed(world, "server/3"));
    QVERIFY(!processNamed(world, "server/0"));
    QVERIFY(!processNamed(world, "server/x"));
    QVERIFY(!processNamed(world, "nobody/1"));
    QVERIFY(isMeant(world, *world.process(Pid { 21 }), "client")); // each of them
    QVERIFY(!isMeant(world, *world.process(Pid { 12 }), "server")); // its child is not the run
}

void RunFactsTest::aChildKeepsItsNumberWhenItsParentHasEnded()
{
    Story story;
    tellServer(story);
    story.tell(10, "process_exited", R"("code":0)");
    story.tell(12, "process_adopted", R"("parent":1)");
    QCOMPARE(processNamed(worldOf(story), "server/2")->pid, Pid { 12 });
}

void RunFactsTest::ofAState_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<bool>("truth");
    const auto row
        = [](const char* toml, bool truth) { QTest::newRow(toml) << QByteArray(toml) << truth; };
    row(R"({ processes = "client", equals = 2 })", true);
    row(R"({ processes = "client", equals = 1 })", false);
    row(R"({ processes = "ana", equals = 1 })", true);
    row(R"({ processes = "nobody", equals = 0 })", true);
    row(R"({ children = "server", equals = 2 })", true);
    row(R"({ children = "server", above = 2 })", false);
    row(R"({ threads = "server", equals = 2 })", true);
    row(R"({ threads = "server/1", equals = 2 })", false);
    row(R"({ open = "server/1.3" })", true);
    row(R"({ open = "server/1.4" })", false);
    row(R"({ holds = "server", end = "write", of = "server/1.3" })", true);
    row(R"({ holds = "server/2", end = "write", of = "server/1.3" })", true);
    row(R"({ holds = "server/1", end = "write", of = "server/1.3" })", false);
    row(R"({ holds = "server/1", end = "read", of = "server.4" })", true);
    row(R"({ holders = "server/1.3", end = "write", equals = 2 })", true);
    row(R"({ holders = "server/1.3", end = "read", equals = 2 })", false);
    row(R"({ holders = "nobody.3", end = "read", equals = 0 })", false); // unknown is not zero
    row(R"({ room = "server.4", equals = 65436 })", true);
    row(R"({ room = "server.4", below = 65436 })", false);
    row(R"({ level = "server/1.3", equals = 100 })", true);
    row(R"({ signal = "SIGUSR1", is = "pending", of = "server/1" })", true);
    row(R"({ signal = "SIGUSR1", is = "pending", of = "server/2" })", false);
    row(R"({ signal = "SIGUSR1", is = "blocked", of = "server/1" })", true);
    row(R"({ signal = "SIGHUP", is = "blocked", of = "server/1" })", false);
    row(R"({ signal = "SIGUSR1", is = "handled", of = "server/1" })", true);
    row(R"({ signal = "SIGHUP", is = "handled", of = "server/1" })", false);
    row(R"({ signal = "SIGHUP", is = "ignored", of = "server/1" })", true);
    row(R"({ signal = "SIGTERM", is = "ignored", of = "server/1" })", false);
    row(R"({ signal = "SIGTERM", is = "default", of = "server/1" })", true);
    row(R"({ signal = "SIGHUP", is = "default", of = "server/1" })", false);
}

void RunFactsTest::ofAState()
{
    QFETCH(QByteArray, toml);
    QFETCH(bool, truth);
    Story story;
    tellServer(story);
    QCOMPARE(holdsAfter(toml.toStdString(), story), truth);
}

void RunFactsTest::aFieldOfAnEventMayBeAskedFor_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("truth");
    const auto row
        = [](const char* rest, bool truth) { QTest::newRow(rest) << QByteArray(rest) << truth; };
    row(R"("call_returned", where = { call = "read" })", true);
    row(R"("call_returned", where = { call = "write" })", false);
    row(R"("call_returned", where = { call = ["write", "read"], error = "EINTR" })", true);
    row(R"("call_returned", where = { call = "read", error = "EAGAIN" })", false);
    row(R"("call_returned", by = "server", where = { call = "read" })", false);
    row(R"("signal_sent", where = { to = "server/1" })", true);
    row(R"("signal_sent", where = { to = "server/2" })", false);
    row(R"("signal_sent", where = { to = 11 })", true);
    row(R"("program_executed", has = { path = "cli" }, equals = 2)", true);
    row(R"("program_executed", where = { path = "cli" })", false);
    row(R"("program_executed", where = { argv = "./server" })", true); // one of a list
    row(R"("process_started", where = { by = "fork" }, equals = 2)", true);
    row(R"("process_started", where = { shares_memory = true })", false);
    row(R"("process_started", where = { shares_memory = false }, equals = 6)", true);
    row(R"("signal_mask_set", where = { blocked = "SIGUSR1" })", true);
}

void RunFactsTest::aFieldOfAnEventMayBeAskedFor()
{
    QFETCH(QByteArray, rest);
    QFETCH(bool, truth);
    Story story;
    tellServer(story);
    story.tell(11, "call_returned", R"("call":"read","error":"EINTR")");
    QCOMPARE(holdsAfter("{ seen = " + rest.toStdString() + " }", story), truth);
}

void RunFactsTest::eventsInAnotherOrderAreNotInOrder()
{
    Story story;
    tellServer(story);
    const std::string executed = R"({ seen = "program_executed", by = "server" })";
    const std::string started = R"({ seen = "process_started", by = "server/1" })";
    const std::string thread = R"({ seen = "thread_started", by = "server" })";
    const auto inOrder
        = [&](const std::string& all) { return holdsAfter("{ in_order = [" + all + "] }", story); };
    QVERIFY(inOrder(executed + "," + started));
    QVERIFY(inOrder(executed + "," + started + "," + thread)); // another lies between
    QVERIFY(!inOrder(started + "," + executed));
    QVERIFY(!inOrder(executed + "," + executed)); // one event is not two
}

void RunFactsTest::aWrongFieldOrWordOrDurationIsAProblem_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("subject");
    const auto row = [](const char* toml, ProblemKind kind, const char* subject) {
        QTest::newRow(toml) << QByteArray(toml) << static_cast<int>(kind) << QByteArray(subject);
    };
    row(R"({ seen = "process_exited", where = { colour = 1 } })", ProblemKind::UnknownKey,
        "colour");
    row(R"({ seen = "process_ended" })", ProblemKind::UnknownWord, "process_ended");
    row(R"({ seen = "process_exited", where = { code = [[1]] } })", ProblemKind::WrongType, "code");
    row(R"({ in_order = [{ seen = "process_exited" }] })", ProblemKind::WrongType, "in_order");
    row(R"({ running = "x", lasting = "soon" })", ProblemKind::UnknownWord, "soon");
    row(R"({ running = "x", lasting = "0s" })", ProblemKind::UnknownWord, "0s");
    row(R"({ signal = "SIGUSR1", is = "lost", of = "x" })", ProblemKind::UnknownWord, "lost");
    row(R"({ holds = "x", end = "left", of = "y.3" })", ProblemKind::UnknownWord, "left");
    row(R"({ open = "x" })", ProblemKind::UnknownStream, "x");
}

void RunFactsTest::aWrongFieldOrWordOrDurationIsAProblem()
{
    QFETCH(QByteArray, toml);
    QFETCH(int, kind);
    QFETCH(QByteArray, subject);
    std::optional<Condition> condition;
    const Problems problems = problemsOf(toml.toStdString(), condition);
    QCOMPARE(problems.size(), 1U);
    QCOMPARE(static_cast<int>(problems.front().kind), kind);
    QCOMPARE(problems.front().subject, subject.toStdString());
    QCOMPARE(problems.front().line, 1);
}

void RunFactsTest::aTextSaysWhichFactItTells()
{
    const auto pieces = piecesOf("Only {{holders child.stdin write}} has it, {{ not closed");
    QCOMPARE(pieces.size(), 3U);
    QVERIFY(pieces[1].inBraces);
    QVERIFY(!pieces[2].inBraces);
    const auto holders = toldFact(pieces[1].text);
    QVERIFY(holders);
    QCOMPARE(*holders, (ToldFact { ToldFact::Kind::Holders, { "child", "stdin" }, true }));
    QCOMPARE(*toldFact("pid server/1"),
        (ToldFact { ToldFact::Kind::ProcessId, { "server/1", "" }, true }));
    QCOMPARE(*toldFact("level server/1.3"),
        (ToldFact { ToldFact::Kind::Level, { "server/1", "3" }, true }));
    for (const char* const wrong : { "", "pid", "pid a b", "level a", "holders a.1",
             "holders a.1 x", "colour a", "level .3", "level a." })
        QVERIFY2(!toldFact(wrong), wrong);
}

QTEST_GUILESS_MAIN(RunFactsTest)
#include "run_facts_test.moc"
