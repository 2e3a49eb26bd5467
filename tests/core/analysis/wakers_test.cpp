// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"
#include "ipc-core/analysis/wait.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

#include <csignal>

using namespace ipclab;
using test::LogBuilder;

namespace {

CallEntered waitOn(Call call, std::span<const int> fds, unsigned channel = 0)
{
    CallEntered body;
    body.call = call;
    body.fds = fds;
    body.channel = ChannelId { channel };
    return body;
}

bool isStuck(const LogBuilder& log)
{
    return !deadlocks(log.world()).empty();
}

Wait waitIn(const LogBuilder& log, int pid)
{
    const World world = log.world();
    return waitOf(world, world.processes.at(Pid { pid })).value_or(Wait {});
}

} // namespace

// Who could end a wait for a word, a set, a thing that only wakes; and who could by a signal.
class WakersTest : public QObject {
    Q_OBJECT

private slots:
    void aWordIsWokenByAnyThreadThatHasItInMemory();
    void aWordThatStrangersMayShareIsNeverADeadlock();
    void anEndedProcessWakesNobody();
    void aMutexThatDoesNotCheckIsUnlockedByAnyone();
    void whoWaitsForAMutexInsideAnotherUnlocksItsOwn();
    void anEventfdIsWaitedForFromItsHolders();
    void aTimerfdIsUnderstoodOnceItWasLookedAt();
    void anEpollSetIsTheSumOfItsDescriptors();
    void whoSharesAnEpollSetCanAddToIt();
    void onlyBytesThatComeLaterMayEndAWaitThatLasts();
    void aTimeLimitFoundLaterCounts();
    void aChildsEndWakesWhoHandlesItsSignal();
    void whoHandlesASignalOfItsOwnIsWokenByAnyone();
    void whoSharesASocketCanShutItDown();
    void whoSharesTheSendersEndCanShutItDown();
    void ioUringIsOpaque();
    void eachWhoCouldEndItIsNamedOnceAndInOrder();
    void aTerminalIsMadeRoomInByWhoeverOfOursMayOpenIt();
    void whoSendsADatagramIsWokenByItsReader();
    void whoPollsForRoomForADatagramIsWokenByItsReader();
    void whatNobodyHasAcceptedNobodyTookOut();
    void anEpollSetThatStrangersHaveIsNotKnown();
};

void WakersTest::aWordIsWokenByAnyThreadThatHasItInMemory()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).waitsForWord(100, { Pid { 100 } });
    QVERIFY(!isStuck(log)); // 105 runs
    log.thread(105).waitsForWord(100, { Pid { 100 } });
    QVERIFY(isStuck(log));
    log.launch(101);
    log.thread(105).waitsForWord(100, { Pid { 100 }, Pid { 101 } });
    QVERIFY(!isStuck(log)); // 101 shares it, and runs
    log.waitsForWord(101, { Pid { 100 }, Pid { 101 } });
    QCOMPARE(deadlocks(log.world()).front().pids, (std::vector { Pid { 100 }, Pid { 101 } }));
}

void WakersTest::aWordThatStrangersMayShareIsNeverADeadlock()
{
    const Pid pids[] { Pid { 100 } };
    LogBuilder log;
    log.launch(100).waitsForWord(100, { Pid { 100 } });
    QVERIFY(isStuck(log));
    log.add(100, LockWaiting { 0x1000, {}, LockKind::Word, pids, true, {} });
    QVERIFY(!isStuck(log));
}

void WakersTest::anEndedProcessWakesNobody()
{
    LogBuilder log;
    log.launch(100).launch(101).waitsForWord(100, { Pid { 100 }, Pid { 101 } });
    QVERIFY(!isStuck(log));
    QVERIFY(isStuck(log.exit(101)));
    QCOMPARE(deadlocks(log.world()).front().pids, (std::vector { Pid { 100 } }));
}

namespace {

LogBuilder& waitsUnchecked(LogBuilder& log, int tid, int owner)
{
    static constexpr Pid kPids[] { Pid { 100 } };
    return log.thread(tid).add(
        100, LockWaiting { 0x1000, Tid { owner }, LockKind::Mutex, kPids, false, {}, true });
}

} // namespace

void WakersTest::aMutexThatDoesNotCheckIsUnlockedByAnyone()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105);
    waitsUnchecked(log, 100, 100); // as for a token
    QVERIFY(!isStuck(log)); // 105 runs
    waitsUnchecked(log, 105, 100);
    QVERIFY(isStuck(log));
}

void WakersTest::whoWaitsForAMutexInsideAnotherUnlocksItsOwn()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).startThread(100, 106);
    waitsUnchecked(log, 100, 105);
    QVERIFY(!isStuck(log));
    waitsUnchecked(log, 105, 100);
    QCOMPARE(deadlocks(log.world()).front().tids, (std::vector { Tid { 100 }, Tid { 105 } }));
}

void WakersTest::anEventfdIsWaitedForFromItsHolders()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Eventfd);
    log.holds(100, 3, 1, End::First).holds(101, 3, 1, End::First).waits(100, Call::Read, 3);
    QVERIFY(!isStuck(log));
    QVERIFY(isStuck(log.close(101, 3)));
    const int fds[] { 3 };
    QVERIFY(isStuck(log.waits(100, waitOn(Call::Poll, fds))));
}

void WakersTest::aTimerfdIsUnderstoodOnceItWasLookedAt()
{
    WaitLasts looked;
    looked.call = Call::Read;
    LogBuilder log;
    log.launch(100).channel(1, ChannelKind::Timerfd).holds(100, 3, 1, End::First);
    QVERIFY(!isStuck(log.waits(100, Call::Read, 3)));
    QVERIFY(isStuck(log.add(100, looked)));
    looked.outside = true; // a time is set on it
    QVERIFY(!isStuck(log.add(100, looked)));
}

void WakersTest::anEpollSetIsTheSumOfItsDescriptors()
{
    const int fds[] { 3, 4 };
    LogBuilder log;
    log.launch(100).launch(101).channel(1).channel(2).channel(3, ChannelKind::Epoll);
    log.reads(100, 3, 1).reads(100, 4, 2).writes(100, 6, 1).writes(101, 4, 2);
    log.holds(100, 5, 3, End::First).waits(100, waitOn(Call::EpollWait, {}, 3));
    QVERIFY(!isStuck(log)); // nothing is known of it
    WaitLasts looked;
    looked.call = Call::EpollWait;
    looked.fds = fds;
    QVERIFY(!isStuck(log.add(100, looked))); // 101 writes
    QVERIFY(isStuck(log.waits(101, Call::Read, -1).reads(101, 7, 1).waits(101, Call::Read, 7)));
    QCOMPARE(
        wakerProcesses(log.world(), waitIn(log, 100)), (std::vector { Pid { 100 }, Pid { 101 } }));
}

void WakersTest::onlyBytesThatComeLaterMayEndAWaitThatLasts()
{
    const int fds[] { 3 };
    WaitLasts looked;
    looked.call = Call::EpollWait;
    looked.fds = fds;
    LogBuilder log;
    log.launch(100).launch(101).channel(1).reads(100, 3, 1).writes(101, 4, 1);
    log.wrote(101, 4, 2).waits(100, waitOn(Call::EpollWait, {}));
    QVERIFY(waitIn(log, 100).external); // of what, is not known
    log.add(100, looked);
    QVERIFY(!waitIn(log, 100).external); // EPOLLET, or it would not last
    log.wrote(101, 4, 1);
    QVERIFY(waitIn(log, 100).external);
}

void WakersTest::whoSharesAnEpollSetCanAddToIt()
{
    const int fds[] { 3 };
    LogBuilder log;
    log.launch(100).channel(1).channel(3, ChannelKind::Epoll);
    log.reads(100, 3, 1).writes(100, 6, 1).holds(100, 5, 3, End::First);
    log.waits(100, waitOn(Call::EpollWait, fds, 3));
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.launch(101).holds(101, 5, 3, End::First)));
}

void WakersTest::aTimeLimitFoundLaterCounts()
{
    WaitLasts looked;
    looked.call = Call::Read;
    looked.timeout = kSecond;
    LogBuilder log;
    log.launch(100).channel(1, ChannelKind::Unix).holds(100, 3, 1, End::First);
    log.holds(100, 4, 1, End::Second).waits(100, Call::Read, 3);
    QVERIFY(isStuck(log));
    const Nanoseconds since = waitIn(log, 100).since;
    QVERIFY(!isStuck(log.add(100, looked)));
    QCOMPARE(waitIn(log, 100).until, std::optional(since + kSecond));
}

void WakersTest::aChildsEndWakesWhoHandlesItsSignal()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).channel(1).reads(100, 3, 1).writes(100, 4, 1);
    log.waits(100, Call::Read, 3);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.handles(100, SIGCHLD)));
    QVERIFY(isStuck(log.exit(101).reap(101, 100)));
}

void WakersTest::whoHandlesASignalOfItsOwnIsWokenByAnyone()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1).reads(100, 3, 1).writes(100, 4, 1);
    log.waits(100, Call::Read, 3);
    QVERIFY(isStuck(log));
    log.handles(100, SIGUSR1);
    QVERIFY(!isStuck(log));
    log.channel(2).reads(101, 3, 2).writes(101, 4, 2).waits(101, Call::Read, 3);
    QVERIFY(isStuck(log)); // nor can 101 do anything
    QVERIFY(waitIn(log, 100).wakerPids == std::vector { Pid { 100 } }); // who can write there
}

void WakersTest::whoSharesASocketCanShutItDown()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Unix).holds(100, 3, 1, End::First);
    log.holds(100, 4, 1, End::Second).waits(100, Call::Read, 3);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.holds(101, 3, 1, End::First)));
}

void WakersTest::whoSharesTheSendersEndCanShutItDown()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Unix).holds(100, 3, 1, End::First);
    log.holds(100, 4, 1, End::Second).level(1, 4096).level(1, 4096, End::Second);
    log.waits(100, Call::Sendto, 3);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.holds(101, 3, 1, End::First)));
}

void WakersTest::ioUringIsOpaque()
{
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).waits(100, Call::Read, 3);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.channel(2, ChannelKind::IoUring).holds(100, 5, 2, End::First)));
}

void WakersTest::eachWhoCouldEndItIsNamedOnceAndInOrder()
{
    LogBuilder log;
    log.launch(100).launch(101).launch(102).channel(1).channel(2).reads(100, 3, 1).reads(100, 4, 2);
    log.writes(102, 5, 1).writes(102, 6, 1).writes(101, 5, 2).handles(100, SIGUSR1);
    const int fds[] { 3, 4 };
    const Wait wait = waitIn(log.waits(100, waitOn(Call::Poll, fds)), 100);
    QCOMPARE(wait.wakerPids, (std::vector { Pid { 101 }, Pid { 102 } }));
    QCOMPARE(wait.otherPids, (std::vector { Pid { 100 }, Pid { 101 }, Pid { 102 } }));
}

void WakersTest::aTerminalIsMadeRoomInByWhoeverOfOursMayOpenIt()
{
    LogBuilder log; // 100 has the master, and waits for 101, which writes at the other end
    log.launch(100).fork(100, 101).channel(1, ChannelKind::Pty).holds(100, 3, 1, End::First);
    log.holds(101, 4, 1, End::Second).waitsForLock(100, 101).waits(101, Call::Write, 4);
    QVERIFY(!isStuck(log)); // whether it is full is not known
    QVERIFY(isStuck(log.level(1, 4095, End::First)));
    QVERIFY(!isStuck(log.launch(102)));
    log.channel(2).reads(102, 5, 2).writes(102, 6, 2).waits(102, Call::Read, 5);
    QVERIFY(isStuck(log));
}

void WakersTest::whoSendsADatagramIsWokenByItsReader()
{
    WaitLasts looked;
    looked.call = Call::Sendto;
    looked.path = "@2";
    LogBuilder log;
    log.launch(100).launch(101);
    log.add(100, ChannelCreated { ChannelId { 1 }, ChannelKind::Unix, {}, false, true });
    log.add(101, ChannelCreated { ChannelId { 2 }, ChannelKind::Unix, {}, false, true });
    log.holds(100, 3, 1, End::First).holds(101, 4, 2, End::First);
    log.add(101, SocketBound { { 4, ChannelId { 2 }, "@2", {}, {}, {} } });
    log.waitsForLock(101, 100).waits(100, Call::Sendto, 3);
    QVERIFY(!isStuck(log)); // to whom is not known
    QVERIFY(isStuck(log.add(100, looked)));
    QCOMPARE(waitIn(log, 100).wakerPids, std::vector { Pid { 101 } });
    QVERIFY(!isStuck(log.launch(102))); // it may have what was sent before
    looked.outside = true;
    QVERIFY(!isStuck(log.exit(102).add(100, looked)));
}

void WakersTest::whoPollsForRoomForADatagramIsWokenByItsReader()
{
    const int fds[] { 3 };
    WaitLasts looked;
    looked.call = Call::Poll;
    LogBuilder log;
    log.launch(100).launch(101);
    log.add(100, ChannelCreated { ChannelId { 1 }, ChannelKind::Unix, {}, false, true });
    log.add(101, ChannelCreated { ChannelId { 2 }, ChannelKind::Unix, {}, false, true });
    log.holds(100, 3, 1, End::First).holds(101, 4, 2, End::First);
    log.add(101, SocketBound { { 4, ChannelId { 2 }, "@2", {}, {}, {} } });
    log.waitsForLock(101, 100).waits(100, waitOn(Call::Poll, fds));
    QVERIFY(!isStuck(log.add(100, looked))); // for data, too, it may be: of anybody
    looked.path = "@2";
    QVERIFY(isStuck(log.add(100, looked)));
    QCOMPARE(waitIn(log, 100).wakerPids, std::vector { Pid { 101 } });
    looked.outside = true;
    QVERIFY(!isStuck(log.add(100, looked)));
}

void WakersTest::whatNobodyHasAcceptedNobodyTookOut()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Tcp).channel(2, ChannelKind::Tcp);
    log.holds(101, 3, 1, End::First).holds(100, 3, 2, End::First);
    log.add(
        100, SocketConnected { { 3, ChannelId { 2 }, {}, "127.0.0.1:80", {}, ChannelId { 1 } } });
    log.waitsForLock(101, 100).waits(100, Call::Write, 3);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.holds(101, 4, 2, End::Second)
                         .add(101, SocketAccepted { { 4, ChannelId { 2 }, {}, {}, {}, {} } })
                         .waitsForLock(101, 100)));
}

void WakersTest::anEpollSetThatStrangersHaveIsNotKnown()
{
    for (const bool outside : { false, true }) {
        LogBuilder log;
        const int fds[] { 3 };
        log.launch(100).channel(1).channel(5, ChannelKind::Epoll, outside).reads(100, 3, 1);
        log.writes(100, 4, 1).holds(100, 6, 5, End::First);
        QCOMPARE(isStuck(log.waits(100, waitOn(Call::EpollWait, fds, 5))), !outside);
    }
}

QTEST_GUILESS_MAIN(WakersTest)
#include "wakers_test.moc"
