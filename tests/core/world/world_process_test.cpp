// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

#include <csignal>
#include <set>

using namespace ipclab;
using test::LogBuilder;

namespace {

const ChannelId kPipe { 1 };

Process processIn(const World& world, int pid)
{
    const Process* const found = world.process(Pid { pid });
    return found ? *found : Process {};
}

} // namespace

// How processes and threads begin, change and end.
class WorldProcessTest : public QObject {
    Q_OBJECT

private slots:
    void aForkedChildHasCopiesOfTheParentsDescriptors();
    void aForkedChildHasTheParentsBuffersToo();
    void whatAForkCopiedIsNotTheChildsOwnUntilItIsWritten();
    void aLaunchedProcessInheritsNothing();
    void execKeepsDescriptorsAndClearsBuffers();
    void execEndsTheOtherThreads();
    void aChildHasWhatItsMakerHadThoughItIsTheParentsChild();
    void limitsAreInheritedAndEndWithTheProgramButForAFilter();
    void whatAnUnseenProcessHoldsIsHeldFromOutside();
    void anEndedProcessHoldsNothing();
    void aProcessIsAZombieUntilReaped();
    void aPidUsedAgainIsANewProcess();
    void anAdoptedProcessHasANewParent();
    void aProcessWaitsWhenAllItsThreadsWait();
    void aStoppedProcessIsStoppedUntilContinued();
    void aStreamIsReplacedAndGoes();
    void whatIsNotKnownBecomesKnown();
    void pausingHoldsUntilResumed();
    void aHeldThreadStandsBeforeItsCallUntilReleased();
    void whoIsHeldIsSaidOfTheProcessToo();
    void howSlowItGoesIsKnown();
};

void WorldProcessTest::aForkedChildHasCopiesOfTheParentsDescriptors()
{
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).fork(100, 101);
    const World world = log.close(101, 3).close(100, 4).world();
    QCOMPARE(processIn(world, 100).descriptors.size(), std::size_t { 1 });
    QCOMPARE(processIn(world, 101).descriptors.size(), std::size_t { 1 });
    QCOMPARE(world.readers(kPipe, End::First), (std::vector { Holder { Pid { 100 }, 3 } }));
    QCOMPARE(world.writers(kPipe, End::First), (std::vector { Holder { Pid { 101 }, 4 } }));
    QCOMPARE(processIn(world, 101).parent, Pid { 100 });
    QCOMPARE(processIn(world, 101).by, StartedBy::Fork);
}

void WorldProcessTest::aForkedChildHasTheParentsBuffersToo()
{
    LogBuilder log;
    const World world
        = log.launch(100).pending(100, 1, 14).fork(100, 101).pending(100, 1, 0).world();
    QCOMPARE(processIn(world, 100).streamOn(1)->pending, std::uint64_t { 0 });
    QCOMPARE(world.process(Pid { 101 })->streamOn(1)->pending, std::uint64_t { 14 });

    log.pending(100, 1, 3).add(102, ProcessStarted { Pid { 100 }, StartedBy::Vfork, false });
    QVERIFY(processIn(log.world(), 102).streams.empty()); // it has no memory of its own, vfork(2)
}

void WorldProcessTest::whatAForkCopiedIsNotTheChildsOwnUntilItIsWritten()
{
    const auto inherited = [](const LogBuilder& log, int pid) {
        return processIn(log.world(), pid).streamOn(1)->inherited;
    };
    LogBuilder log;
    log.launch(100).channel(1).writes(100, 1, 1).pending(100, 1, 14).fork(100, 101);
    QCOMPARE(inherited(log, 100), std::uint64_t { 0 });
    QCOMPARE(inherited(log, 101), std::uint64_t { 14 });
    log.pending(101, 1, 20); // it printed six itself
    QCOMPARE(inherited(log, 101), std::uint64_t { 14 });
    log.wrote(101, 1, 20).pending(101, 1, 30);
    QCOMPARE(inherited(log, 101), std::uint64_t { 0 });
    log.fork(100, 102).pending(102, 1, 0).pending(102, 1, 9); // thrown away, __fpurge(3)
    QCOMPARE(inherited(log, 102), std::uint64_t { 0 });
}

void WorldProcessTest::aLaunchedProcessInheritsNothing()
{
    LogBuilder log;
    log.launch(1).reads(1, 3, 1).launch(100);
    QVERIFY(processIn(log.world(), 100).descriptors.empty());
}

void WorldProcessTest::execKeepsDescriptorsAndClearsBuffers()
{
    LogBuilder log;
    log.launch(100).reads(100, 0, 1).pending(100, 1, 14).exec(100, { "cat", "-u" });
    const Process process = processIn(log.world(), 100);
    QVERIFY(process.streams.empty());
    QCOMPARE(process.descriptors.size(), std::size_t { 1 });
    QCOMPARE(process.path, std::string("/usr/bin/cat"));
    QCOMPARE(process.argv, (std::vector<std::string> { "cat", "-u" }));
}

void WorldProcessTest::execEndsTheOtherThreads()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).startThread(100, 106);
    QCOMPARE(processIn(log.world(), 100).threads.size(), std::size_t { 3 });
    QVERIFY(log.world().processOf(Tid { 106 }));
    log.exec(100, { "cat" });
    QCOMPARE(processIn(log.world(), 100).threads.size(), std::size_t { 1 });
    QVERIFY(!log.world().processOf(Tid { 106 }));
}

void WorldProcessTest::aChildHasWhatItsMakerHadThoughItIsTheParentsChild()
{
    LogBuilder log;
    log.launch(100).channel(1).fork(100, 101).reads(101, 5, 1).pending(101, 1, 3);
    log.add(102, ProcessStarted { Pid { 100 }, StartedBy::Clone, false, Pid { 101 }, false });
    log.add(103, ProcessStarted { Pid { 100 }, StartedBy::Clone, false, Pid { 101 }, true });
    const World world = log.world();
    QCOMPARE(processIn(world, 102).parent, Pid { 100 });
    QCOMPARE(processIn(world, 102).descriptors.count(5), std::size_t { 1 });
    QCOMPARE(processIn(world, 102).streams.size(), std::size_t { 1 });
    QVERIFY(processIn(world, 103).streams.empty()); // the bytes are the other's, kept once
}

void WorldProcessTest::limitsAreInheritedAndEndWithTheProgramButForAFilter()
{
    LogBuilder log;
    log.launch(100).add(100, LimitNoted { SightLimit::ForeignCalls });
    log.add(100, LimitNoted { SightLimit::OwnFilter }).fork(100, 101);
    QVERIFY(processIn(log.world(), 101).unseen());
    const World world = log.exec(101, { "cat" }).world();
    QCOMPARE(processIn(world, 101).limits, (std::set { SightLimit::OwnFilter }));
    QVERIFY(processIn(world, 100).unseen());
}

void WorldProcessTest::whatAnUnseenProcessHoldsIsHeldFromOutside()
{
    LogBuilder log;
    log.launch(100).channel(1).channel(2).writes(100, 4, 1).fork(100, 101);
    log.add(101, LimitNoted { SightLimit::Supervised });
    QVERIFY(log.world().channel(kPipe)->outside);
    QVERIFY(!log.world().channel(ChannelId { 2 })->outside);
    const World world = log.reads(101, 3, 2).world();
    QVERIFY(world.channel(ChannelId { 2 })->outside);
}

void WorldProcessTest::anEndedProcessHoldsNothing()
{
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).waits(100, Call::Read, 3);
    const World world = log.signalSent(1, 100, SIGKILL).exit(100, 3).world();
    QVERIFY(processIn(world, 100).descriptors.empty());
    QVERIFY(processIn(world, 100).threads.empty());
    QCOMPARE(processIn(world, 100).pending, std::uint64_t { 0 });
    QCOMPARE(processIn(world, 100).ending->code, std::optional(3));
    QVERIFY(world.readers(kPipe, End::First).empty());
}

void WorldProcessTest::aProcessIsAZombieUntilReaped()
{
    LogBuilder log;
    log.launch(100).fork(100, 101);
    QCOMPARE(processIn(log.world(), 101).state(), ProcessState::Running);
    log.add(101, ProcessExited { {}, { SIGSEGV }, true });
    QCOMPARE(processIn(log.world(), 101).state(), ProcessState::Zombie);
    QCOMPARE(processIn(log.world(), 101).ending->signal, SIGSEGV);
    QVERIFY(processIn(log.world(), 101).ending->core);
    log.reap(101, 100);
    QCOMPARE(processIn(log.world(), 101).state(), ProcessState::Gone);
}

void WorldProcessTest::aPidUsedAgainIsANewProcess()
{
    LogBuilder log;
    log.launch(100).exec(100, { "cat" }).reads(100, 3, 1).startThread(100, 105);
    log.exit(100, 3).reap(100, 1).launch(100);
    const Process process = processIn(log.world(), 100);
    QCOMPARE(process.state(), ProcessState::Running);
    QVERIFY(!process.ending);
    QVERIFY(process.descriptors.empty());
    QCOMPARE(process.threads.size(), std::size_t { 1 });
    QCOMPARE(process.name, std::string());
    QCOMPARE(process.startedAt, log.world().now);
}

void WorldProcessTest::anAdoptedProcessHasANewParent()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).exit(100).add(101, ProcessAdopted { Pid { 1 } });
    QCOMPARE(processIn(log.world(), 101).parent, Pid { 1 });
    QVERIFY(processIn(log.world(), 101).adopted);
    QVERIFY(processIn(log.world(), 101).alive());
}

void WorldProcessTest::aProcessWaitsWhenAllItsThreadsWait()
{
    LogBuilder log;
    const auto state = [&] { return processIn(log.world(), 100).state(); };
    log.launch(100).startThread(100, 105).waits(100, Call::Read, 0);
    QCOMPARE(state(), ProcessState::Running);
    log.thread(105).waits(100, Call::Nanosleep, -1);
    QCOMPARE(state(), ProcessState::Waiting);
    log.gotBytes(100, 0, 5);
    QCOMPARE(state(), ProcessState::Running);
    log.waits(100, Call::Read, 0).thread(105).returned(100, Call::Nanosleep);
    QCOMPARE(state(), ProcessState::Running);
    log.thread(105).add(100, ThreadExited {});
    QCOMPARE(state(), ProcessState::Waiting);
}

void WorldProcessTest::aStoppedProcessIsStoppedUntilContinued()
{
    LogBuilder log;
    log.launch(100).add(100, ProcessStopped { { SIGTSTP } });
    QCOMPARE(processIn(log.world(), 100).state(), ProcessState::Stopped);
    QCOMPARE(processIn(log.world(), 100).stoppedBy, SIGTSTP);
    log.add(100, ProcessContinued { { SIGCONT } });
    QCOMPARE(processIn(log.world(), 100).state(), ProcessState::Running);
}

void WorldProcessTest::aStreamIsReplacedAndGoes()
{
    LogBuilder log;
    log.launch(100).pending(100, 1, 3).pending(100, 1, 9).pending(100, 5, 1, "socket.makefile");
    QCOMPARE(processIn(log.world(), 100).streams.size(), std::size_t { 2 });
    QCOMPARE(processIn(log.world(), 100).streams[0].pending, std::uint64_t { 9 });
    StdioLevel gone;
    gone.stream = "socket.makefile";
    gone.fd = 5;
    gone.gone = true;
    log.add(100, gone).add(100, gone);
    QCOMPARE(processIn(log.world(), 100).streams.size(), std::size_t { 1 });
    QVERIFY(!processIn(log.world(), 100).streamOn(5));
}

void WorldProcessTest::whatIsNotKnownBecomesKnown()
{
    LogBuilder log;
    log.close(7, 3).exit(8).reap(9, 1).signalSent(7, 777, SIGTERM).level(5, 12);
    const World world = log.world();
    QCOMPARE(world.processes.size(), std::size_t { 3 });
    QCOMPARE(processIn(world, 9).state(), ProcessState::Gone);
    QCOMPARE(world.channel(ChannelId { 5 })->queueAt(End::First).bytes, std::uint64_t { 12 });
    QVERIFY(!world.process(Pid { 777 }));
    QVERIFY(!world.descriptor(Pid { 777 }, 0));
    QVERIFY(world.writers(ChannelId { 99 }, End::First).empty());
}

void WorldProcessTest::pausingHoldsUntilResumed()
{
    LogBuilder log;
    log.add(0, UserAction { "pause", "", {} });
    QVERIFY(log.world().paused);
    log.add(0, UserAction { "step", "", {} });
    QVERIFY(log.world().paused);
    log.add(0, UserAction { "resume", "", {} });
    QVERIFY(!log.world().paused);
}

void WorldProcessTest::aHeldThreadStandsBeforeItsCallUntilReleased()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).waits(100, Call::Read, 0);
    log.thread(105).add(
        100, ThreadHeld { Call::Write, 1, ChannelId { 4 }, 29, {}, {}, {}, "here" });
    const Process held = processIn(log.world(), 100);
    const Thread* const next = held.nextHeld();
    QVERIFY(next && next->ahead);
    QCOMPARE(next->tid, Tid { 105 });
    QCOMPARE(next->ahead->call, Call::Write);
    QCOMPARE(next->ahead->requested, std::optional<std::uint64_t>(29));
    QCOMPARE(next->ahead->mark, std::string("here"));
    QCOMPARE(held.state(), ProcessState::Running); // it waits for nobody
    log.thread(105).add(100, ThreadReleased {});
    QVERIFY(!processIn(log.world(), 100).nextHeld());
}

void WorldProcessTest::whoIsHeldIsSaidOfTheProcessToo()
{
    LogBuilder log;
    log.launchSelf(1).launch(100).add(0, UserAction { "hold_process", "", Pid { 100 } });
    QVERIFY(processIn(log.world(), 100).held);
    log.fork(100, 101);
    QVERIFY(!processIn(log.world(), 101).held); // it alone
    log.add(0, UserAction { "release_process", "", Pid { 100 } });
    QVERIFY(!processIn(log.world(), 100).held);
    log.add(0, UserAction { "pause", "", {} }).fork(101, 102);
    for (const int pid : { 100, 101, 102 })
        QVERIFY(processIn(log.world(), pid).held);
    QVERIFY(!processIn(log.world(), 1).held);
    log.add(0, UserAction { "resume", "", {} });
    QVERIFY(!processIn(log.world(), 102).held);
}

void WorldProcessTest::howSlowItGoesIsKnown()
{
    LogBuilder log;
    QCOMPARE(log.world().slow, 1U);
    QCOMPARE(log.add(0, UserAction { "slow", "100", {} }).world().slow, 100U);
    QCOMPARE(log.add(0, UserAction { "slow", "10", {} }).world().slow, 10U);
    QCOMPARE(log.add(0, UserAction { "slow", "1", {} }).world().slow, 1U);
}

QTEST_GUILESS_MAIN(WorldProcessTest)
#include "world_process_test.moc"
