// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

#include <csignal>

using namespace ipclab;
using test::LogBuilder;

namespace {

Wait waitIn(const LogBuilder& log, int pid)
{
    const World world = log.world();
    return waitOf(world, world.processes.at(Pid { pid })).value_or(Wait {});
}

std::vector<int> wakersIn(const LogBuilder& log, int pid)
{
    std::vector<int> wakers;
    for (const Tid tid : wakerThreads(log.world(), waitIn(log, pid)))
        wakers.push_back(tid.value);
    return wakers;
}

// 100 reads on 0 what 101 and 102 write on 1.
LogBuilder& pipe(LogBuilder& log)
{
    log.launch(100).launch(101).launch(102).channel(1);
    return log.reads(100, 0, 1).writes(101, 1, 1).writes(102, 1, 1);
}

CallEntered entered(Call call)
{
    CallEntered body;
    body.call = call;
    return body;
}

} // namespace

// For what a thread waits, and who could end it.
class WaitTest : public QObject {
    Q_OBJECT

private slots:
    void everyBlockingCallHasAReason();
    void aReaderWaitsForAnyWriter();
    void aWriterWaitsForAnyReader();
    void aSocketIsWaitedForAtItsOtherEnd();
    void aPollWaitsForAllItsDescriptors();
    void aParentWaitsForItsChildren();
    void aLockIsWaitedForFromItsOwner();
    void everyThreadOfAHolderCounts();
    void whoWaitsForThePersonMayBeWokenFromOutside();
    void theWaitOfAProcessIsThatOfItsFirstThread();
    void wakersAreToldAsProcesses();
    void whatDoesNotWaitHasNoWait();
};

void WaitTest::everyBlockingCallHasAReason()
{
    const std::pair<Call, WaitReason> kReasons[] { { Call::Read, WaitReason::Data },
        { Call::Recvmsg, WaitReason::Data }, { Call::Write, WaitReason::Room },
        { Call::Sendto, WaitReason::Room }, { Call::Accept4, WaitReason::Connection },
        { Call::Connect, WaitReason::Peer }, { Call::Openat, WaitReason::Peer },
        { Call::Wait4, WaitReason::Child }, { Call::Futex, WaitReason::Lock },
        { Call::ClockNanosleep, WaitReason::Time }, { Call::Pause, WaitReason::Signal },
        { Call::Ppoll, WaitReason::Signal }, { Call::EpollWait, WaitReason::Any },
        { Call::Flock, WaitReason::Lock }, { Call::Semop, WaitReason::Lock },
        { Call::Msgrcv, WaitReason::Data }, { Call::EpollCreate1, WaitReason::Other },
        { Call::IoUringEnter, WaitReason::Completion },
        { Call::IoGetevents, WaitReason::Completion }, { Call::Unknown, WaitReason::Other } };
    for (const auto& [call, reason] : kReasons) {
        LogBuilder log;
        log.launch(100).waits(100, entered(call));
        QCOMPARE(waitIn(log, 100).reason, reason);
        QCOMPARE(waitIn(log, 100).call, call);
        QVERIFY(waitIn(log, 100).external); // nothing that could wake it is known
    }
}

void WaitTest::aReaderWaitsForAnyWriter()
{
    LogBuilder log;
    pipe(log).waits(100, Call::Read, 0);
    const Wait wait = waitIn(log, 100);
    QCOMPARE(wait.pid, Pid { 100 });
    QCOMPARE(wait.fd, std::optional(0));
    QCOMPARE(wait.channel, ChannelId { 1 });
    QCOMPARE(wait.queue, End::First);
    QCOMPARE(wait.since, log.world().now);
    QCOMPARE(wakersIn(log, 100), (std::vector { 101, 102 }));
    QVERIFY(!wait.external);
    log.close(101, 1);
    QCOMPARE(wakersIn(log, 100), (std::vector { 102 }));
}

void WaitTest::aWriterWaitsForAnyReader()
{
    LogBuilder log;
    pipe(log).reads(102, 5, 1).level(1, 65536).waits(101, Call::Write, 1);
    QCOMPARE(wakersIn(log, 101), (std::vector { 100, 102 }));
    QCOMPARE(waitIn(log, 101).queue, End::First);
    QVERIFY(!waitIn(log, 101).external);
}

void WaitTest::aSocketIsWaitedForAtItsOtherEnd()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Unix);
    log.holds(100, 3, 1, End::First).holds(101, 4, 1, End::Second);
    log.waits(100, Call::Read, 3);
    QCOMPARE(waitIn(log, 100).queue, End::First);
    QCOMPARE(wakersIn(log, 100), (std::vector { 101 }));
    log.level(1, 1000, End::Second).waits(100, Call::Sendto, 3);
    QCOMPARE(waitIn(log, 100).queue, End::Second);
    QCOMPARE(wakersIn(log, 100), (std::vector { 101 }));
    QVERIFY(!waitIn(log, 100).external);
}

void WaitTest::aPollWaitsForAllItsDescriptors()
{
    const int fds[] { 0, 3, 4 };
    CallEntered poll = entered(Call::Poll);
    poll.fds = fds;
    LogBuilder log;
    log.launch(100).launch(101).launch(102).launch(103).channel(1).channel(2).channel(
        3, ChannelKind::Unix);
    log.reads(100, 0, 1).writes(101, 1, 1); // for data from 101
    log.writes(100, 3, 2).reads(102, 1, 2).level(2, 65536); // for room from 102
    log.holds(100, 4, 3, End::First).holds(103, 4, 3, End::Second); // for either from 103
    log.waits(100, poll);
    // 100 itself could write to its own side: wakers are over-estimated, never forgotten.
    QCOMPARE(wakersIn(log, 100), (std::vector { 101, 102, 103 }));
    QVERIFY(!waitIn(log, 100).external);
}

void WaitTest::aParentWaitsForItsChildren()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).fork(100, 102).fork(101, 103);
    CallEntered any = entered(Call::Wait4);
    any.child = Pid { -1 };
    log.waits(100, any);
    QCOMPARE(wakersIn(log, 100), (std::vector { 101, 102 }));
    QVERIFY(!waitIn(log, 100).external);
    any.child = Pid { 102 };
    log.waits(100, any);
    QCOMPARE(wakersIn(log, 100), (std::vector { 102 }));
    log.exit(102).reap(102, 100);
    QVERIFY(waitIn(log, 100).external); // there is no such child: it returns
}

void WaitTest::aLockIsWaitedForFromItsOwner()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).startThread(100, 106);
    log.thread(105).waitsForLock(100, 106);
    const World world = log.world();
    const Process& process = world.processes.at(Pid { 100 });
    const auto wait = waitOf(world, process, process.threads.at(Tid { 105 }));
    QCOMPARE(wait->reason, WaitReason::Lock);
    QCOMPARE(wait->wakers, (std::vector { Tid { 106 } }));
    QCOMPARE(wait->lock->address, std::uint64_t { 0x1000 });
    QVERIFY(!wait->external);
}

void WaitTest::everyThreadOfAHolderCounts()
{
    LogBuilder log;
    pipe(log).startThread(101, 111).startThread(101, 112).waits(100, Call::Read, 0);
    QCOMPARE(wakersIn(log, 100), (std::vector { 101, 102, 111, 112 }));
}

void WaitTest::whoWaitsForThePersonMayBeWokenFromOutside()
{
    LogBuilder log;
    pipe(log).waits(100, Call::Read, 0);
    QVERIFY(!waitIn(log, 100).external);
    log.launchSelf(50).writes(50, 7, 1);
    QVERIFY(waitIn(log, 100).external);
    QCOMPARE(wakersIn(log, 100), (std::vector { 50, 101, 102 }));
}

void WaitTest::theWaitOfAProcessIsThatOfItsFirstThread()
{
    LogBuilder log;
    pipe(log).startThread(100, 90).thread(90).waits(100, entered(Call::Pause));
    QCOMPARE(waitIn(log, 100).reason, WaitReason::Other); // none: one thread still runs
    log.waits(100, Call::Read, 0);
    QCOMPARE(waitIn(log, 100).reason, WaitReason::Data);
    QCOMPARE(waitIn(log, 100).tid, Tid { 100 });
    log.add(100, ThreadExited {});
    QCOMPARE(waitIn(log, 100).reason, WaitReason::Signal); // the first is gone, the other lives
}

void WaitTest::wakersAreToldAsProcesses()
{
    LogBuilder log;
    pipe(log).startThread(101, 111).waits(100, Call::Read, 0);
    const World world = log.world();
    QCOMPARE(wakerProcesses(world, waitIn(log, 100)), (std::vector { Pid { 101 }, Pid { 102 } }));
}

void WaitTest::whatDoesNotWaitHasNoWait()
{
    LogBuilder log;
    pipe(log);
    World world = log.world();
    QVERIFY(!waitOf(world, world.processes.at(Pid { 100 })));
    log.waits(100, Call::Read, 0).exit(100);
    world = log.world();
    QVERIFY(!waitOf(world, world.processes.at(Pid { 100 })));
}

QTEST_GUILESS_MAIN(WaitTest)
#include "wait_test.moc"
