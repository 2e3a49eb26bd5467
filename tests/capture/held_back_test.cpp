// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/held_run.h"
#include "tests/capture/side_by_side.h"

#include <QDeadlineTimer>

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <set>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kAWhile = 400; // ms, in which nothing may happen

// Who stands is let go, one call at a time, until all have ended.
void stepThrough(Watched& run)
{
    const QDeadlineTimer deadline(60'000);
    while (!run.capture().atRest() && !deadline.hasExpired()) {
        for (const auto& [pid, process] : run.world().processes) {
            if (process.nextHeld())
                run.capture().step(pid);
        }
        usleep(500);
    }
}

bool childless()
{
    return waitpid(-1, nullptr, WNOHANG | __WALL) == -1 && errno == ECHILD;
}

} // namespace

// To be held or slowed takes time, and changes nothing else.
class HeldBackTest : public QObject {
    Q_OBJECT

private slots:
    void thereIsNoVerdictWhileSomebodyIsHeld();
    void aHeldProcessCanBeKilled();
    void anotherSignalWaitsUntilItIsLetGo();
    void aHeldForkBombStaysBounded();
    void nothingIsLeftOfWhoIsHeld();
    void outputIsTheSame_data();
    void outputIsTheSame();
    void slowedCallsAreApart();
    void whoIsSlowedGoesOnAtOnceAtFullSpeed();
};

void HeldBackTest::thereIsNoVerdictWhileSomebodyIsHeld()
{
    HeldRun run({ tracee("held"), "asks" });
    run.stepUntil(run.pid(), Call::Write);
    const Pid child = run.child(0);
    run.step(child);
    QVERIFY(run.waitsIn(child, Call::Read));
    QVERIFY(!run.sees([](const World& now) { return !now.findings.empty(); }, kAWhile));
    run.step(run.pid());
    QVERIFY(run.sees([&](const World& now) { return !now.process(child)->alive(); }));
    // It has ended, and its parent is held before it can wait for it: that is nobody's mistake.
    QCOMPARE(run.ahead(run.pid())->call, Call::Wait4);
    QVERIFY(!run.sees([](const World& now) { return !now.findings.empty(); }, kAWhile));
    run.capture().release();
    QVERIFY(run.ends());
    QVERIFY(all<FindingBegan>(run.log()).empty());
}

void HeldBackTest::aHeldProcessCanBeKilled()
{
    HeldRun run({ tracee("held"), "asks" });
    run.stepUntil(run.pid(), Call::Write);
    const Pid child = run.child(0);
    QVERIFY(run.ahead(child));
    run.capture().signal(child, SIGKILL);
    QVERIFY(run.sees([&](const World& now) { return !now.process(child)->alive(); }));
    QCOMPARE(run.world().process(child)->ending->signal, SIGKILL);
    QVERIFY(run.ahead(run.pid()));
    run.capture().signal(run.pid(), SIGKILL);
    QVERIFY(run.ends());
    QVERIFY(childless());
}

void HeldBackTest::anotherSignalWaitsUntilItIsLetGo()
{
    HeldRun run({ tracee("held"), "asks" });
    QVERIFY(run.ahead(run.pid()));
    run.capture().signal(run.pid(), SIGTERM);
    QVERIFY(!run.sees([&](const World& now) { return !now.process(run.pid())->alive(); }, kAWhile));
    run.capture().step(run.pid());
    QVERIFY(run.ends());
    QCOMPARE(run.world().process(run.pid())->ending->signal, SIGTERM);
}

void HeldBackTest::aHeldForkBombStaysBounded()
{
    CaptureOptions options;
    options.mostProcesses = 30;
    HeldRun run({ tracee("greedy") }, options);
    run.step(run.pid()); // its signal(2); fork(2) is no step, but who forks on and on is held
    QVERIFY(run.sees([](const World& now) { return now.processes.size() > 4; }));
    run.capture().killAll();
    QVERIFY(run.ends());
    QVERIFY(childless());
    QVERIFY(run.world().processes.size() < 100);
}

void HeldBackTest::nothingIsLeftOfWhoIsHeld()
{
    for (const char* const way : { "asks", "letters", "threaded", "summed" }) {
        HeldRun run({ tracee("held"), way });
        QVERIFY(run.ahead(run.pid()));
        run.step(run.pid());
        QVERIFY(run.ahead(run.pid()));
        run.drop();
        QVERIFY(childless());
        QVERIFY(!lives(run.pid()));
        for (const Pid child : run.children())
            QVERIFY(!lives(child));
    }
}

void HeldBackTest::outputIsTheSame_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "summed", "signalled", "threaded", "asks" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void HeldBackTest::outputIsTheSame()
{
    QFETCH(QString, way);
    const std::vector<std::string> argv { tracee("held"), way.toStdString() };
    const QString free = QString::fromStdString(alone(argv));
    std::unique_ptr<Watched> run;
    QCOMPARE(QString::fromStdString(watched(argv, run, holdAll, stepThrough)), free);
    QVERIFY(all<ThreadHeld>(run->log()).size() > 5);
    QVERIFY(all<FindingBegan>(run->log()).empty());
    const unsigned slowest = way == QStringLiteral("threaded") ? 10U : 100U; // it makes many calls
    for (const unsigned slow : std::set { 10U, slowest }) {
        const auto slowly = [slow](Capture& capture) { capture.setSlow(slow); };
        QCOMPARE(QString::fromStdString(watched(argv, run, slowly)), free);
        QVERIFY(all<ThreadHeld>(run->log()).empty());
    }
}

void HeldBackTest::slowedCallsAreApart()
{
    const std::vector<std::string> argv { tracee("held"), "asks" };
    std::unique_ptr<Watched> run;
    const auto slowly = [](Capture& capture) { capture.setSlow(100); };
    // And the result is that of a free run.
    QCOMPARE(
        QString::fromStdString(watched(argv, run, slowly)), QString::fromStdString(alone(argv)));
    // Of one thread; the calls of two go on side by side.
    const auto closed = all<DescriptorClosed>(run->log(), run->pid());
    const auto written = all<BytesWritten>(run->log(), run->pid());
    QVERIFY(!closed.empty() && !written.empty());
    QVERIFY(written.front().event->at - closed.front().event->at >= 200 * kMillisecond);
    QCOMPARE(run->world().slow, 100U);
    // The child ends long before its slow parent comes to wait for it.
    QVERIFY(all<FindingBegan>(run->log()).empty());
}

void HeldBackTest::whoIsSlowedGoesOnAtOnceAtFullSpeed()
{
    Watched run({ tracee("waits"), "tick" });
    run.capture().setSlow(100);
    QVERIFY(run.sees([&](const World& now) { return now.slow == 100; }));
    QVERIFY(
        run.sees([&](const World&) { return all<BytesRead>(run.log(), run.pid()).size() > 2; }));
    run.capture().setSlow(1);
    const std::size_t then = all<BytesRead>(run.log(), run.pid()).size();
    QVERIFY(run.sees(
        [&](const World&) { return all<BytesRead>(run.log(), run.pid()).size() > then + 200; }));
    QCOMPARE(run.world().slow, 1U);
}

CAPTURE_TEST_MAIN(HeldBackTest)
#include "held_back_test.moc"
