// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QDeadlineTimer>

#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <fstream>
#include <sstream>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// Processor time of a process so far, in clock ticks, proc(5).
long ticksOf(Pid pid)
{
    std::ifstream file("/proc/" + std::to_string(pid.value) + "/stat");
    std::string stat;
    std::getline(file, stat);
    std::istringstream rest(stat.substr(stat.rfind(')') + 2));
    std::string word;
    for (int field = 3; field < 14; ++field)
        rest >> word;
    long user = 0;
    long system = 0;
    rest >> user >> system;
    return user + system;
}

// Not even one that has ended and waits to be reaped, of any thread.
bool childless()
{
    return waitpid(-1, nullptr, WNOHANG | __WALL) == -1 && errno == ECHILD;
}

} // namespace

class ControlTest : public QObject {
    Q_OBJECT

private slots:
    void nothingHappensWhilePaused();
    void whoComputesIsHeldToo();
    void whoIsPausedCanBeEnded();
    void aForkBombIsEndedAtTheLimit();
    void theDestructorEndsAll_data();
    void theDestructorEndsAll();
    void whoIsKilledWhileForkingLeavesNobodyUnseen();
    void whoIgnoresSigtermIsKilled();
    void tracingIsAllowedHere();
};

void ControlTest::nothingHappensWhilePaused()
{
    Watched run({ tracee("waits"), "tick" });
    QVERIFY(run.sees([](const World& world) { return world.applied > 200; }));
    run.capture().setPaused(true);
    QVERIFY(run.sees([](const World& world) { return world.paused; }));
    const EventIndex paused = all<UserAction>(run.log()).front().index;
    // It may end the call it was in, then it is held, and what it has in its buffers is told; it
    // did a hundred things in less time before.
    const bool moved
        = run.sees([&](const World& world) { return world.applied > paused + 5; }, 400);
    QVERIFY(!moved);
    run.capture().setPaused(false);
    QVERIFY(run.sees([&](const World& world) { return world.applied > paused + 100; }));
    QVERIFY(!run.world().paused);
}

void ControlTest::whoComputesIsHeldToo()
{
    Watched run({ tracee("waits"), "spin" });
    QVERIFY(run.sees([&](const World&) { return run.pid().value > 0 && ticksOf(run.pid()) > 5; }));
    run.capture().setPaused(true);
    QVERIFY(run.sees([](const World& world) { return world.paused; }));
    QTRY_COMPARE(([&] {
        const long before = ticksOf(run.pid());
        usleep(100'000);
        return ticksOf(run.pid()) - before;
    }()),
        0L);
    const long held = ticksOf(run.pid());
    run.capture().setPaused(false);
    QTRY_VERIFY(ticksOf(run.pid()) > held + 2);
}

void ControlTest::whoIsPausedCanBeEnded()
{
    Watched run({ tracee("waits"), "tick" });
    QVERIFY(run.sees([](const World& world) { return world.applied > 50; }));
    run.capture().setPaused(true);
    QVERIFY(run.sees([](const World& world) { return world.paused; }));
    run.capture().terminateAll();
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->signal.value, SIGTERM);
}

void ControlTest::aForkBombIsEndedAtTheLimit()
{
    CaptureOptions options;
    options.mostProcesses = 30;
    Watched run(specOf({ tracee("greedy") }), options);
    QVERIFY(run.ends());
    const std::optional<Error> because = run.capture().endedBecause();
    QVERIFY(because);
    QCOMPARE(QString::fromStdString(because->step), QStringLiteral("limit"));
    QCOMPARE(QString::fromStdString(because->subject), QStringLiteral("30"));
    for (const Pid child : run.children())
        QVERIFY(!lives(child));
}

void ControlTest::theDestructorEndsAll_data()
{
    QTest::addColumn<QString>("program");
    QTest::newRow("who ignores SIGTERM, and a daemon") << QStringLiteral("idle");
    QTest::newRow("who forks on and on") << QStringLiteral("greedy");
}

void ControlTest::theDestructorEndsAll()
{
    QFETCH(QString, program);
    for (int round = 0; round < 5; ++round) {
        CaptureOptions options;
        options.mostProcesses = 2000;
        Watched run(specOf({ tracee(program.toStdString()) }), options);
        QVERIFY(run.sees([](const World& world) { return world.processes.size() >= 4; }));
        run.drop();
        QVERIFY(childless());
        for (const Pid child : run.children())
            QVERIFY(!lives(child));
        QVERIFY(!lives(run.pid()));
    }
}

void ControlTest::whoIsKilledWhileForkingLeavesNobodyUnseen()
{
    for (int round = 0; round < 5; ++round) {
        CaptureOptions options;
        options.mostProcesses = 2000;
        Watched run(specOf({ tracee("greedy") }), options);
        QVERIFY(run.sees([](const World& world) { return world.processes.size() >= 8; }));
        run.capture().killAll(); // once: who is born while it kills is killed, too
        QTRY_VERIFY_WITH_TIMEOUT(run.capture().atRest(), 60'000);
        QVERIFY(childless());
    }
}

void ControlTest::whoIgnoresSigtermIsKilled()
{
    Watched run({ tracee("idle") });
    QVERIFY(run.sees([](const World& world) { return world.processes.size() == 4; }));
    run.capture().terminateAll();
    QVERIFY(run.sees([&](const World&) { return !all<SignalIgnored>(run.log()).empty(); }));
    QVERIFY(!run.capture().atRest());
    run.capture().killAll();
    QVERIFY(run.ends());
    for (const auto& one : all<ProcessExited>(run.log()))
        QCOMPARE(one.body->signal.value, SIGKILL);
}

void ControlTest::tracingIsAllowedHere()
{
    QVERIFY(Capture::selfCheck().ok());
}

CAPTURE_TEST_MAIN(ControlTest)
#include "control_test.moc"
