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

CallEntered read(int fd, unsigned channel)
{
    CallEntered body;
    body.call = Call::Read;
    body.fd = fd;
    body.channel = ChannelId { channel };
    return body;
}

CallEntered poll(std::span<const int> fds)
{
    CallEntered body;
    body.call = Call::Poll;
    body.fds = fds;
    return body;
}

// 100 reads from itself; alone, that is a deadlock. What a test then adds must lift it.
class Stuck {
public:
    Stuck()
    {
        m_log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).waits(100, Call::Read, 3);
    }
    LogBuilder& log() { return m_log; }

private:
    LogBuilder m_log;
};

bool isStuck(const LogBuilder& log)
{
    return !deadlocks(log.world()).empty();
}

} // namespace

// No false alarm, ever: each of these may go on.
class NoDeadlockTest : public QObject {
    Q_OBJECT

private slots:
    void whileAWriterRuns();
    void whileWhoCouldGoOnIsHeld();
    void whileAThreadOfAWriterRuns();
    void whenTheWaitHasATimeLimit();
    void whenAPollHasATimeLimit();
    void whenAlarmWasSet();
    void whenASignalIsOnItsWay();
    void whileItIsStopped();
    void whileAWriterIsStopped();
    void whenStrangersMayHoldAnEnd();
    void whenAnEndWasSentToAStranger();
    void whenTheLabHoldsAnEnd();
    void whenTheLastWriterIsGone();
    void whenThereIsSomethingToRead();
    void whenThereIsRoomAgain();
    void whenTheReaderIsGone();
    void whenAChildWaitsToBeReaped();
    void whenItHasNoChild();
    void whenTheOwnerOfALockIsUnknown();
    void whenTheOwnerOfALockIsNoThreadWeKnow();
    void whenThreadsOfAHolderAreUnknown();
    void whenADescriptorIsNotUnderstood_data();
    void whenADescriptorIsNotUnderstood();
    void whenTheDescriptorNowMeansSomethingElse();
    void whenACallIsNotUnderstood();
    void whenAPollWaitsForNothingWeSee();
    void whileItSleeps();
    void whileSomebodyMayOpenTheFifo();
    void whileSomebodyMayReadTheFifo();
    void whenAHandlerMayWriteIntoItsOwnPipe_data();
    void whenAHandlerMayWriteIntoItsOwnPipe();
    void whenAHandlerMayPostASemaphore();
    void whileALiveProcessMaySendAHandledSignal();
    void whileALiveProcessMaySendASignalThatIsRare_data();
    void whileALiveProcessMaySendASignalThatIsRare();
    void whileWhoGoesOnMayInterruptAnInterpreter();
    void untilAChildStopsWhileAnybodyMayStopIt();
    void whileAnotherThreadMayFork();
    void whileADescendantMayBeAdopted();
    void whileAHolderOfTheOtherEndMayOpenIt();
    void whileAHolderMayEnlargeThePipe();
};

void NoDeadlockTest::whileAWriterRuns()
{
    Stuck stuck;
    QVERIFY(isStuck(stuck.log())); // so that each test below can fail
    QVERIFY(!isStuck(stuck.log().launch(101).writes(101, 1, 1)));
    QVERIFY(isStuck(stuck.log().close(101, 1)));
}

void NoDeadlockTest::whileWhoCouldGoOnIsHeld()
{
    Stuck stuck;
    QVERIFY(isStuck(stuck.log()));
    // Interrupted, and about to make the same call again: the person lets it, or does not.
    stuck.log().add(100, ThreadHeld { Call::Read, 3, ChannelId { 1 } });
    QVERIFY(!isStuck(stuck.log()));
    stuck.log().add(100, ThreadReleased {});
    QVERIFY(isStuck(stuck.log()));
    stuck.log().fork(100, 101).add(101, ThreadHeld { Call::Write, 4, ChannelId { 1 } });
    QVERIFY(!isStuck(stuck.log()));
}

void NoDeadlockTest::whileAThreadOfAWriterRuns()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().startThread(100, 105)));
}

void NoDeadlockTest::whenTheWaitHasATimeLimit()
{
    CallEntered timed = read(3, 1);
    timed.timeout = 3600 * kSecond;
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().waits(100, timed)));
}

void NoDeadlockTest::whenAPollHasATimeLimit()
{
    const int fds[] { 3 };
    CallEntered timed = poll(fds);
    Stuck stuck;
    QVERIFY(isStuck(stuck.log().waits(100, timed)));
    timed.timeout = kMillisecond;
    QVERIFY(!isStuck(stuck.log().waits(100, timed)));
}

void NoDeadlockTest::whenAlarmWasSet()
{
    for (const Call call : { Call::Alarm, Call::Setitimer }) {
        Stuck stuck;
        stuck.log().returned(100, call).waits(100, Call::Read, 3);
        QVERIFY(!isStuck(stuck.log()));
        CallReturned off;
        off.call = call;
        off.timeout = 0;
        off.signal = { SIGALRM };
        stuck.log().add(100, off).waits(100, Call::Read, 3);
        QVERIFY(isStuck(stuck.log()));
    }
}

void NoDeadlockTest::whenASignalIsOnItsWay()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().signalSent(1, 100, SIGTERM)));
    stuck.log().add(100, SignalMaskSet { { std::uint64_t { 1 } << (SIGTERM - 1) } });
    QVERIFY(isStuck(stuck.log())); // it is blocked: it wakes nobody
}

void NoDeadlockTest::whileItIsStopped()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().add(100, ProcessStopped { { SIGSTOP } })));
}

void NoDeadlockTest::whileAWriterIsStopped()
{
    Stuck stuck;
    stuck.log().launch(101).writes(101, 1, 1).reads(101, 0, 1).waits(101, Call::Read, 0);
    QVERIFY(isStuck(stuck.log()));
    QVERIFY(!isStuck(stuck.log().add(101, ProcessStopped { { SIGSTOP } })));
}

void NoDeadlockTest::whenStrangersMayHoldAnEnd()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().channel(1, ChannelKind::Pipe, true)));
}

void NoDeadlockTest::whenAnEndWasSentToAStranger()
{
    const auto isOutside
        = [](const LogBuilder& log) { return log.world().channel(ChannelId { 1 })->outside; };
    for (const bool accepted : { false, true }) {
        Stuck stuck;
        stuck.log().launch(101).channel(2, ChannelKind::Unix).holds(100, 7, 2, End::First);
        if (accepted)
            stuck.log().holds(101, 7, 2, End::Second);
        stuck.log().add(100, DescriptorSent { 4, ChannelId { 2 }, End::Second }).exit(101);
        QCOMPARE(isOutside(stuck.log()), !accepted); // by one of ours, who has ended
        QCOMPARE(isStuck(stuck.log()), accepted);
    }
    Stuck stuck; // one of ours may yet accept
    SocketNamed connected { 7, ChannelId { 2 }, {}, "/tmp/s", {}, ChannelId { 3 } };
    stuck.log().channel(3, ChannelKind::Unix).channel(2, ChannelKind::Unix);
    stuck.log().holds(100, 7, 2, End::First).add(100, SocketConnected { connected });
    stuck.log().add(100, DescriptorSent { 4, ChannelId { 2 }, End::Second });
    QVERIFY(!isOutside(stuck.log()));
}

void NoDeadlockTest::whenTheLabHoldsAnEnd()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().launchSelf(50).writes(50, 9, 1)));
    Stuck reading; // the lab's reading end wakes no reader
    QVERIFY(isStuck(reading.log().launchSelf(50).reads(50, 9, 1)));
}

void NoDeadlockTest::whenTheLastWriterIsGone()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().close(100, 4)));
}

void NoDeadlockTest::whenThereIsSomethingToRead()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().level(1, 1)));
    QVERIFY(isStuck(stuck.log().level(1, 0)));
}

void NoDeadlockTest::whenThereIsRoomAgain()
{
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).level(1, 65536);
    QVERIFY(isStuck(log.waits(100, Call::Write, 4)));
    QVERIFY(isStuck(log.level(1, 61000))); // by pages it may well be full, pipe(7)
    QVERIFY(!isStuck(log.level(1, 0)));
}

void NoDeadlockTest::whenTheReaderIsGone()
{
    LogBuilder log;
    log.launch(100).channel(1).writes(100, 4, 1).level(1, 65536).waits(100, Call::Write, 4);
    QVERIFY(!isStuck(log)); // SIGPIPE is on its way
}

void NoDeadlockTest::whenAChildWaitsToBeReaped()
{
    CallEntered any;
    any.call = Call::Wait4;
    any.child = Pid { -1 };
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).fork(100, 101).fork(100, 102);
    log.waits(101, Call::Read, 3).waits(102, Call::Read, 3).waits(100, any);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.exit(102)));
}

void NoDeadlockTest::whenItHasNoChild()
{
    CallEntered any;
    any.call = Call::Wait4;
    LogBuilder log;
    QVERIFY(!isStuck(log.launch(100).waits(100, any)));
}

void NoDeadlockTest::whenTheOwnerOfALockIsUnknown()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).waitsForLock(100, 105);
    log.thread(105).waitsForLock(100, 100);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.thread(105).waitsForLock(100, {})));
    LogBuilder futex; // nor if nothing at all is known of it
    CallEntered entered;
    entered.call = Call::Futex;
    QVERIFY(!isStuck(futex.launch(100).waits(100, entered)));
}

void NoDeadlockTest::whenTheOwnerOfALockIsNoThreadWeKnow()
{
    LogBuilder log;
    QVERIFY(!isStuck(log.launch(100).waitsForLock(100, 999)));
    QVERIFY(!isStuck(
        log.startThread(100, 105).waitsForLock(100, 105).thread(105).add(100, ThreadExited {})));
}

void NoDeadlockTest::whenThreadsOfAHolderAreUnknown()
{
    Stuck stuck;
    stuck.log().writes(777, 1, 1); // all we know of 777 is that it holds an end
    QVERIFY(!isStuck(stuck.log()));
}

void NoDeadlockTest::whenADescriptorIsNotUnderstood_data()
{
    QTest::addColumn<int>("kind");
    for (const ChannelKind kind : { ChannelKind::Udp, ChannelKind::File, ChannelKind::Shm,
             ChannelKind::Queue, ChannelKind::Timerfd, ChannelKind::Semaphore,
             ChannelKind::Signalfd, ChannelKind::Inotify, ChannelKind::Pidfd })
        QTest::newRow(name(kind).data()) << static_cast<int>(kind);
}

void NoDeadlockTest::whenADescriptorIsNotUnderstood()
{
    QFETCH(int, kind);
    const int fds[] { 3, 5 };
    LogBuilder log;
    log.launch(100).channel(1, static_cast<ChannelKind>(kind)).holds(100, 5, 1, End::First);
    log.holds(100, 6, 1, End::Second).waits(100, Call::Read, 5);
    QVERIFY(!isStuck(log));
    Stuck stuck; // one such descriptor among those polled is enough
    stuck.log().channel(2, static_cast<ChannelKind>(kind)).holds(100, 5, 2, End::First);
    QVERIFY(!isStuck(stuck.log().waits(100, poll(fds))));
}

void NoDeadlockTest::whenTheDescriptorNowMeansSomethingElse()
{
    Stuck stuck; // it still reads from channel 1, which is behind no descriptor any more
    stuck.log().channel(2).reads(100, 3, 2).writes(100, 5, 2);
    QVERIFY(!isStuck(stuck.log()));
    Stuck closed;
    QVERIFY(!isStuck(closed.log().close(100, 3)));
}

void NoDeadlockTest::whenACallIsNotUnderstood()
{
    for (const Call call : { Call::Unknown, Call::Flock, Call::Msgrcv, Call::Accept, Call::Connect,
             Call::Openat, Call::Pause, Call::RtSigtimedwait, Call::Splice }) {
        Stuck stuck;
        QVERIFY(!isStuck(stuck.log().waits(100, call, 3)));
    }
}

void NoDeadlockTest::whenAPollWaitsForNothingWeSee()
{
    Stuck stuck;
    QVERIFY(!isStuck(stuck.log().waits(100, poll({}))));
    const int fds[] { 3, 99 };
    QVERIFY(!isStuck(stuck.log().waits(100, poll(fds))));
}

void NoDeadlockTest::whileItSleeps()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1).reads(100, 0, 1).writes(101, 1, 1);
    log.waits(100, Call::Read, 0).waits(101, Call::ClockNanosleep, -1);
    QVERIFY(!isStuck(log)); // and when it awakes, it may write
}

namespace {

WaitLasts lookedAt(Call call, bool outside)
{
    WaitLasts looked;
    looked.call = call;
    looked.outside = outside;
    return looked;
}

} // namespace

void NoDeadlockTest::whileSomebodyMayOpenTheFifo()
{
    LogBuilder log; // as `exec 3<>fifo; while read <&3` has it
    log.launch(100).channel(1, ChannelKind::Fifo).open(100, 3, 1, Access::ReadWrite);
    log.waits(100, Call::Read, 3);
    QVERIFY(!isStuck(log)); // who may open it is not known yet
    QVERIFY(!isStuck(log.add(100, lookedAt(Call::Read, true))));
    QVERIFY(isStuck(log.add(100, lookedAt(Call::Read, false)))); // no stranger may
    QVERIFY(!isStuck(log.launch(101))); // 101 runs
    log.channel(2).reads(101, 3, 2).writes(101, 4, 2).waits(101, Call::Read, 3);
    QVERIFY(isStuck(log));
}

void NoDeadlockTest::whileSomebodyMayReadTheFifo()
{
    LogBuilder log;
    log.launch(100).channel(1, ChannelKind::Fifo).open(100, 3, 1, Access::ReadWrite);
    log.level(1, 65536).waits(100, Call::Write, 3).add(100, lookedAt(Call::Write, false));
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.add(100, lookedAt(Call::Write, true))));
}

void NoDeadlockTest::whenAHandlerMayWriteIntoItsOwnPipe_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("program");
    QTest::addColumn<bool>("stuck");
    const auto add = [](const char* row, int signal, const char* program, bool stuck) {
        QTest::newRow(row) << signal << QString::fromLatin1(program) << stuck;
    };
    add("SIGTERM", SIGTERM, "service", false);
    add("SIGHUP", SIGHUP, "service", false);
    add("SIGINT", SIGINT, "service", false);
    add("SIGALRM", SIGALRM, "service", false);
    add("SIGUSR1", SIGUSR1, "service", false);
    add("Python's SIGTERM", SIGTERM, "python3", false);
    add("Python's SIGINT, which it always handles", SIGINT, "python3", true);
    add("bash's SIGINT", SIGINT, "bash", true);
    add("a fault", SIGSEGV, "service", true);
}

void NoDeadlockTest::whenAHandlerMayWriteIntoItsOwnPipe()
{
    QFETCH(int, signal);
    QFETCH(QString, program);
    QFETCH(bool, stuck);
    const std::string path = program.toStdString();
    const auto isStuckAt = [&](ChannelKind kind) {
        LogBuilder log;
        log.launch(100).exec(100, { path, "x" }).channel(1, kind);
        log.open(100, 3, 1, Access::ReadWrite).waits(100, Call::Read, 3);
        return isStuck(log) && isStuck(log.handles(100, signal));
    };
    QCOMPARE(isStuckAt(ChannelKind::Pipe), stuck);
    QCOMPARE(isStuckAt(ChannelKind::Eventfd), stuck);
}

void NoDeadlockTest::whenAHandlerMayPostASemaphore()
{
    LogBuilder log; // sem_post(3) is safe there
    QVERIFY(isStuck(log.launch(100).waitsForWord(100, { Pid { 100 } })));
    QVERIFY(!isStuck(log.handles(100, SIGTERM).waitsForWord(100, { Pid { 100 } })));
    LogBuilder mutex; // that is not: it waits on
    mutex.launch(100).startThread(100, 105).launch(101).handles(100, SIGTERM);
    mutex.add(100, LockWaiting { 0x1000, Tid { 105 }, LockKind::Mutex, {}, false, {} });
    mutex.thread(105).add(100, LockWaiting { 0x2000, Tid { 100 }, LockKind::Mutex, {}, false, {} });
    QVERIFY(isStuck(mutex));
}

void NoDeadlockTest::whileALiveProcessMaySendAHandledSignal()
{
    LogBuilder log; // two that wait for each other
    log.launch(100).launch(101).channel(1).channel(2).reads(100, 3, 1).writes(100, 4, 2);
    log.reads(101, 3, 2).writes(101, 4, 1).waits(100, Call::Read, 3).waits(101, Call::Read, 3);
    QVERIFY(isStuck(log.launch(102)));
    QVERIFY(!isStuck(log.handles(101, SIGTERM))); // its handler may write
    QVERIFY(isStuck(log.exit(102))); // who else may, is outside: unless a signal comes
}

void NoDeadlockTest::whileALiveProcessMaySendASignalThatIsRare_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<QString>("program");
    QTest::newRow("SIGXCPU") << SIGXCPU << "service";
    QTest::newRow("SIGABRT") << SIGABRT << "service";
    QTest::newRow("SIGPIPE") << SIGPIPE << "service";
    QTest::newRow("Python's SIGINT") << SIGINT << "python3";
    QTest::newRow("bash's SIGINT") << SIGINT << "bash";
}

void NoDeadlockTest::whileWhoGoesOnMayInterruptAnInterpreter()
{
    LogBuilder log; // its handler does not write there, but raises KeyboardInterrupt
    log.launch(100).exec(100, { "python3", "x" }).handles(100, SIGINT).channel(1);
    log.open(100, 3, 1, Access::ReadWrite).waits(100, Call::Read, 3).fork(100, 101);
    log.close(101, 3);
    QVERIFY(!isStuck(log));
    QVERIFY(!isStuck(log.waits(101, Call::ClockNanosleep, -1)));
    log.returned(101, Call::ClockNanosleep);
    QVERIFY(isStuck(log.waits(101, Call::Pause, -1))); // it does nothing by itself
    LogBuilder shell; // so a shell that waits for it
    CallEntered wait;
    wait.call = Call::Wait4;
    wait.child = Pid { -1 };
    shell.launch(100).exec(100, { "bash" }).handles(100, SIGINT).fork(100, 101);
    shell.exec(101, { "python3", "x" }).handles(101, SIGINT).channel(1);
    shell.open(101, 3, 1, Access::ReadWrite).waits(101, Call::Read, 3).waits(100, wait);
    QVERIFY(isStuck(shell));
}

void NoDeadlockTest::whileALiveProcessMaySendASignalThatIsRare()
{
    QFETCH(int, signal);
    QFETCH(QString, program);
    const std::string path = program.toStdString();
    LogBuilder log; // two that wait for each other, and a third that goes on
    log.launch(100).launch(101).exec(101, { path, "x" }).channel(1).channel(2).launch(102);
    log.reads(100, 3, 1).writes(100, 4, 2).reads(101, 3, 2).writes(101, 4, 1);
    log.waits(100, Call::Read, 3).waits(101, Call::Read, 3);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.handles(101, signal)));
    // Now it waits, too, for the first: it is no part of the deadlock that keeps it.
    log.channel(3).reads(102, 3, 3).writes(100, 5, 3).waits(102, Call::Read, 3);
    const std::vector<Finding> found = deadlocks(log.world());
    QCOMPARE(found.size(), 1U);
    QCOMPARE(found.front().pids, (std::vector { Pid { 100 }, Pid { 101 } }));
}

void NoDeadlockTest::untilAChildStopsWhileAnybodyMayStopIt()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).launch(102).channel(1).reads(101, 3, 1).writes(100, 4, 1);
    log.waits(101, Call::Read, 3);
    CallEntered child;
    child.call = Call::Wait4;
    child.child = Pid { 101 };
    log.add(100, child);
    QVERIFY(isStuck(log));
    QVERIFY(!isStuck(log.add(100, lookedAt(Call::Wait4, false))));
    QVERIFY(isStuck(log.exit(102)));
}

void NoDeadlockTest::whileAnotherThreadMayFork()
{
    CallEntered any;
    any.call = Call::Wait4;
    any.child = Pid { -1 };
    LogBuilder log;
    QVERIFY(isStuck(log.launch(100).fork(100, 101).waitsForLock(101, 100).waits(100, any)));
    QVERIFY(!isStuck(log.startThread(100, 105)));
    any.child = Pid { 101 };
    QVERIFY(isStuck(log.waits(100, any)));
}

void NoDeadlockTest::whileADescendantMayBeAdopted()
{
    CallEntered any;
    any.call = Call::Wait4;
    any.child = Pid { -1 };
    LogBuilder log;
    log.launch(100).fork(100, 101).fork(101, 102).waitsForLock(101, 100).waits(100, any);
    QVERIFY(isStuck(log)); // as long as 101 lives 102 is its child
    QVERIFY(!isStuck(log.fork(102, 103))); // but 103 may outlive 102
}

void NoDeadlockTest::whileAHolderOfTheOtherEndMayOpenIt()
{
    Stuck stuck; // by /proc/self/fd/3
    QVERIFY(!isStuck(stuck.log().launch(101).reads(101, 3, 1)));
    stuck.log().channel(2).reads(101, 5, 2).writes(101, 6, 2).waits(101, Call::Read, 5);
    QVERIFY(isStuck(stuck.log()));
}

void NoDeadlockTest::whileAHolderMayEnlargeThePipe()
{
    LogBuilder log; // F_SETPIPE_SZ
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).level(1, 65536);
    QVERIFY(isStuck(log.waits(100, Call::Write, 4)));
    QVERIFY(!isStuck(log.launch(101).writes(101, 4, 1)));
}

QTEST_GUILESS_MAIN(NoDeadlockTest)
#include "no_deadlock_test.moc"
