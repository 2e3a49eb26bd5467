// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

#include <csignal>

using namespace ipclab;
using test::LogBuilder;

namespace {

constexpr std::uint64_t bit(int signal)
{
    return std::uint64_t { 1 } << (signal - 1);
}

CallReturned armed(Call call, int signal, Nanoseconds timeout)
{
    CallReturned set;
    set.call = call;
    set.result = 0;
    set.timeout = timeout;
    set.signal = { signal };
    return set;
}

Process processIn(const World& world, int pid)
{
    const Process* const found = world.process(Pid { pid });
    return found ? *found : Process {};
}

} // namespace

// Signals, findings and calls in progress.
class WorldSignalTest : public QObject {
    Q_OBJECT

private slots:
    void aSignalIsPendingUntilItIsDelivered();
    void anIgnoredSignalIsTaken();
    void stoppingTakesTheSignal();
    void continuingTakesBackWhatWouldStop();
    void aSignalToTheDeadIsNotPending();
    void execKeepsIgnoredSignalsAndClearsHandlers();
    void aForkedChildInheritsActionsAndMaskButNoPendingSignal();
    void aForkedChildInheritsTheMaskOfTheThreadThatForked();
    void whoseGroupIsOrphanedIsKnownByItsProgramItsMakerAndWhatComes();
    void anAlarmMakesAProcessOneThatMayBeSignalled();
    void aTimerThatIsSwitchedOffSendsNothing();
    void aTimerThatSendsOnceIsOverWhenItHasSent();
    void aLockIsKnownEvenWithoutItsCall();
    void aWaitEndsWhenItsTimeIsOver();
    void aFindingHoldsUntilItEnds();
    void twoFindingsAreTwo();
    void ofTwoDeadlocksTheOneWhoseThreadsAreNamedEnds();
    void aSignalOutOfRangeIsPassedOver();
};

void WorldSignalTest::aSignalIsPendingUntilItIsDelivered()
{
    LogBuilder log;
    log.launch(100).signalSent(1, 100, SIGTERM).signalSent(1, 100, SIGUSR1);
    QCOMPARE(processIn(log.world(), 100).pending, bit(SIGTERM) | bit(SIGUSR1));
    log.signalSent(1, 100, SIGTERM); // signals of a kind do not add up, signal(7)
    log.add(100, SignalDelivered { { SIGTERM }, SignalAction::Handler });
    QCOMPARE(processIn(log.world(), 100).pending, bit(SIGUSR1));
}

void WorldSignalTest::anIgnoredSignalIsTaken()
{
    LogBuilder log;
    log.launch(100).signalSent(1, 100, 64);
    QCOMPARE(processIn(log.world(), 100).pending, bit(64));
    log.add(100, SignalIgnored { { 64 } });
    QCOMPARE(processIn(log.world(), 100).pending, std::uint64_t { 0 });
}

void WorldSignalTest::stoppingTakesTheSignal()
{
    LogBuilder log;
    log.launch(100).signalSent(1, 100, SIGSTOP).add(100, ProcessStopped { { SIGSTOP } });
    QCOMPARE(processIn(log.world(), 100).pending, std::uint64_t { 0 });
}

void WorldSignalTest::continuingTakesBackWhatWouldStop()
{
    LogBuilder log;
    log.launch(100).signalSent(1, 100, SIGTSTP).signalSent(1, 100, SIGTERM);
    log.signalSent(1, 100, SIGCONT).add(100, ProcessContinued { { SIGCONT } });
    QCOMPARE(processIn(log.world(), 100).pending, bit(SIGTERM));
}

void WorldSignalTest::aSignalToTheDeadIsNotPending()
{
    LogBuilder log;
    log.launch(100).exit(100).signalSent(1, 100, SIGTERM);
    QCOMPARE(processIn(log.world(), 100).pending, std::uint64_t { 0 });
}

void WorldSignalTest::execKeepsIgnoredSignalsAndClearsHandlers()
{
    LogBuilder log;
    log.launch(100)
        .add(100, SignalActionSet { { SIGINT }, SignalAction::Handler })
        .add(100, SignalActionSet { { SIGPIPE }, SignalAction::Ignore })
        .add(100, SignalMaskSet { { bit(SIGHUP) } })
        .signalSent(1, 100, SIGHUP)
        .exec(100, { "cat" });
    const Process process = processIn(log.world(), 100);
    QCOMPARE(process.actions[SIGINT], SignalAction::Default);
    QCOMPARE(process.actions[SIGPIPE], SignalAction::Ignore);
    QCOMPARE(process.threads.at(Tid { 100 }).blocked, bit(SIGHUP));
    QCOMPARE(process.pending, bit(SIGHUP));
}

void WorldSignalTest::aForkedChildInheritsActionsAndMaskButNoPendingSignal()
{
    LogBuilder log;
    log.launch(100)
        .add(100, SignalActionSet { { SIGINT }, SignalAction::Handler })
        .add(100, SignalMaskSet { { bit(SIGHUP) } })
        .signalSent(1, 100, SIGHUP)
        .returned(100, Call::Alarm)
        .fork(100, 101);
    const Process child = processIn(log.world(), 101);
    QCOMPARE(child.actions[SIGINT], SignalAction::Handler);
    QCOMPARE(child.threads.at(Tid { 101 }).blocked, bit(SIGHUP));
    QCOMPARE(child.pending, std::uint64_t { 0 });
    QVERIFY(child.timers.empty()); // fork(2)
}

void WorldSignalTest::aForkedChildInheritsTheMaskOfTheThreadThatForked()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).thread(105).add(100, SignalMaskSet { { bit(SIGHUP) } });
    ProcessStarted forked { Pid { 100 }, StartedBy::Fork };
    log.add(101, forked); // by which thread is not said
    QCOMPARE(processIn(log.world(), 101).threads.at(Tid { 101 }).blocked, std::uint64_t { 0 });
    forked.byThread = Tid { 105 };
    log.add(102, forked);
    QCOMPARE(processIn(log.world(), 102).threads.at(Tid { 102 }).blocked, bit(SIGHUP));
}

void WorldSignalTest::whoseGroupIsOrphanedIsKnownByItsProgramItsMakerAndWhatComes()
{
    LogBuilder log;
    log.launch(100).add(100, ProgramExecuted { "/bin/sh", {}, true }).fork(100, 101);
    QVERIFY(processIn(log.world(), 100).inOrphanedGroup);
    QVERIFY(processIn(log.world(), 101).inOrphanedGroup);
    log.add(101, ProcessStopped { { SIGSTOP } }); // as anybody does
    QVERIFY(processIn(log.world(), 101).inOrphanedGroup);
    log.add(101, ProcessStopped { { SIGTSTP } });
    QVERIFY(!processIn(log.world(), 101).inOrphanedGroup);
    log.add(101, SignalIgnored { { SIGCHLD } });
    QVERIFY(!processIn(log.world(), 101).inOrphanedGroup);
    log.add(101, SignalIgnored { { SIGTTOU } });
    QVERIFY(processIn(log.world(), 101).inOrphanedGroup);
    log.add(101, ProgramExecuted { "/bin/cat", {} });
    log.add(101, SignalActionSet { { SIGTTOU }, SignalAction::Ignore });
    log.add(101, SignalIgnored { { SIGTTOU } }); // wherever it is
    QVERIFY(!processIn(log.world(), 101).inOrphanedGroup);
}

void WorldSignalTest::anAlarmMakesAProcessOneThatMayBeSignalled()
{
    for (const Call call : { Call::Alarm, Call::Setitimer }) {
        LogBuilder log;
        log.launch(100);
        QVERIFY(processIn(log.world(), 100).timers.empty());
        log.returned(100, call);
        QVERIFY(!processIn(log.world(), 100).timers.empty());
    }
}

void WorldSignalTest::aTimerThatIsSwitchedOffSendsNothing()
{
    LogBuilder log;
    log.launch(100)
        .add(100, armed(Call::Setitimer, SIGPROF, kSecond))
        .add(100, armed(Call::Alarm, SIGALRM, kSecond))
        .add(100, armed(Call::Alarm, SIGALRM, 0));
    QCOMPARE(processIn(log.world(), 100).timers.size(), 1U); // that of SIGPROF
    log.add(100, armed(Call::Setitimer, SIGPROF, 0));
    QVERIFY(processIn(log.world(), 100).timers.empty());
}

void WorldSignalTest::aTimerThatSendsOnceIsOverWhenItHasSent()
{
    LogBuilder log;
    log.launch(100)
        .add(100, armed(Call::Alarm, SIGALRM, kSecond))
        .add(100, SignalDelivered { { SIGALRM }, SignalAction::Handler });
    QVERIFY(!processIn(log.world(), 100).timers.empty()); // that one was sent by somebody
    log.add(100, armed(Call::Alarm, SIGALRM, kMillisecond))
        .add(100, SignalDelivered { { SIGALRM }, SignalAction::Handler });
    QVERIFY(processIn(log.world(), 100).timers.empty());
    CallReturned often = armed(Call::Setitimer, SIGALRM, kMillisecond);
    often.repeats = true;
    log.add(100, often).add(100, SignalDelivered { { SIGALRM }, SignalAction::Handler });
    QVERIFY(!processIn(log.world(), 100).timers.empty());
}

void WorldSignalTest::aLockIsKnownEvenWithoutItsCall()
{
    LogBuilder log;
    log.launch(100).waitsForLock(100, 105);
    const auto call = processIn(log.world(), 100).threads.at(Tid { 100 }).call;
    QVERIFY(call);
    QCOMPARE(call->call, Call::Futex);
    QCOMPARE(call->lock->owner, std::optional(Tid { 105 }));

    CallEntered entered;
    entered.call = Call::Futex;
    entered.timeout = kSecond;
    log.waits(100, entered).waitsForLock(100, {});
    const auto timed = processIn(log.world(), 100).threads.at(Tid { 100 }).call;
    QVERIFY(timed->until);
    QVERIFY(!timed->lock->owner);
}

void WorldSignalTest::aWaitEndsWhenItsTimeIsOver()
{
    CallEntered entered;
    entered.call = Call::Poll;
    entered.timeout = 5 * kSecond;
    LogBuilder log;
    const World world = log.launch(100).waits(100, entered).world();
    const auto call = processIn(world, 100).threads.at(Tid { 100 }).call;
    QCOMPARE(call->since, world.now);
    QCOMPARE(call->until, std::optional(world.now + 5 * kSecond));
}

void WorldSignalTest::aFindingHoldsUntilItEnds()
{
    const Pid pids[] { Pid { 100 }, Pid { 101 } };
    const Pid others[] { Pid { 100 } };
    const ChannelId channels[] { ChannelId { 1 } };
    FindingBegan began;
    began.pids = pids;
    began.channels = channels;
    FindingEnded ended;
    ended.pids = others;
    ended.channels = channels;
    LogBuilder log;
    log.add(0, began).add(0, ended);
    QVERIFY(log.world().finding(FindingKind::Deadlock));
    QCOMPARE(log.world().findings[0].since, kMillisecond);
    QVERIFY(!log.world().finding(FindingKind::Zombie));
    ended.pids = pids;
    log.add(0, ended);
    QVERIFY(!log.world().finding(FindingKind::Deadlock));
}

void WorldSignalTest::twoFindingsAreTwo()
{
    FindingBegan zombie;
    zombie.kind = FindingKind::Zombie;
    FindingEnded over;
    over.kind = FindingKind::Zombie;
    LogBuilder log;
    log.add(0, FindingBegan {}).add(0, zombie);
    QCOMPARE(log.world().findings.size(), std::size_t { 2 });
    log.add(0, over);
    QCOMPARE(log.world().findings.size(), std::size_t { 1 });
    QCOMPARE(log.world().findings[0].kind, FindingKind::Deadlock);
}

// The same two processes, and other threads of theirs.
void WorldSignalTest::ofTwoDeadlocksTheOneWhoseThreadsAreNamedEnds()
{
    const Pid pids[] { Pid { 100 }, Pid { 101 } };
    const Tid first[] { Tid { 100 }, Tid { 101 } };
    const Tid second[] { Tid { 102 }, Tid { 103 } };
    LogBuilder log;
    log.add(0, FindingBegan { { FindingKind::Deadlock, pids, {}, first } })
        .add(0, FindingBegan { { FindingKind::Deadlock, pids, {}, second } })
        .add(0, FindingEnded { { FindingKind::Deadlock, pids, {}, first } });
    QCOMPARE(log.world().findings.size(), std::size_t { 1 });
    QCOMPARE(log.world().findings[0].tids, std::vector(std::begin(second), std::end(second)));
    log.add(0, FindingEnded { { FindingKind::Deadlock, pids, {} } }); // as in older sessions
    QVERIFY(log.world().findings.empty());
}

void WorldSignalTest::aSignalOutOfRangeIsPassedOver()
{
    LogBuilder log;
    log.launch(100);
    for (const int signal : { -1, 0, 65, 1'000'000 }) {
        log.signalSent(1, 100, signal)
            .add(100, SignalActionSet { { signal }, SignalAction::Ignore })
            .add(100, SignalDelivered { { signal }, SignalAction::Default });
    }
    QCOMPARE(processIn(log.world(), 100).pending, std::uint64_t { 0 });
    QVERIFY(processIn(log.world(), 100).actions == Process {}.actions);
}

QTEST_GUILESS_MAIN(WorldSignalTest)
#include "world_signal_test.moc"
