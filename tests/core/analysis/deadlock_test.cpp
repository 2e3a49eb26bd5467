// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"
#include "tests/core/support/log_builder.h"

#include <QElapsedTimer>
#include <QtTest>

#include <algorithm>
#include <limits>

using namespace ipclab;
using test::LogBuilder;

namespace {

// The processes of each finding.
using Groups = std::vector<std::vector<int>>;

Groups stuckIn(const LogBuilder& log)
{
    Groups groups;
    for (const Finding& finding : deadlocks(log.world())) {
        std::vector<int>& group = groups.emplace_back();
        for (const Pid pid : finding.pids)
            group.push_back(pid.value);
    }
    return groups;
}

// 100 and 101 with a pipe each way: 1 from 100 to 101, 2 back. Both read on 0 and write on 1.
LogBuilder& dialog(LogBuilder& log)
{
    log.launch(100).launch(101).channel(1).channel(2);
    return log.reads(100, 0, 2).writes(100, 1, 1).reads(101, 0, 1).writes(101, 1, 2);
}

} // namespace

// What is stuck for good.
class DeadlockTest : public QObject {
    Q_OBJECT

private slots:
    void twoThatReadFromEachOther();
    void twoThatFillEachOthersPipes();
    void oneThatReadsFromItself();
    void aRingOfThree();
    void aVictimIsNotInTheFinding();
    void aRingThatAlsoWaitsForAnotherIsItsVictim();
    void twoRingsAreTwoFindings();
    void twoThatReadFromEachOtherBySocket();
    void aPollOnTheOther();
    void aParentThatWaitsForAChildThatReadsFromIt();
    void aParentThatWaitsForAGroupPastAZombie();
    void twoThreadsWithTwoLocks();
    void oneThatTakesItsOwnLockAgain();
    void aThreadThatWaitsForAnotherOfItsProcess();
    void theFindingSaysSinceWhen();
    void theLabsEndlessDialog();
    void aLookCostsWhatLivesAndNotWhatHasGone();
};

void DeadlockTest::twoThatReadFromEachOther()
{
    LogBuilder log;
    dialog(log).waits(100, Call::Read, 0);
    QCOMPARE(stuckIn(log), Groups {});
    log.waits(101, Call::Read, 0);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
    const Finding finding = deadlocks(log.world()).front();
    QCOMPARE(finding.kind, FindingKind::Deadlock);
    QCOMPARE(finding.channels, (std::vector { ChannelId { 1 }, ChannelId { 2 } }));
    log.wrote(101, 1, 5); // it was awake after all
    QCOMPARE(stuckIn(log), Groups {});
}

void DeadlockTest::twoThatFillEachOthersPipes()
{
    LogBuilder log;
    dialog(log).level(1, 65536).level(2, 65536);
    log.waits(100, Call::Write, 1).waits(101, Call::Write, 1);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
}

void DeadlockTest::oneThatReadsFromItself()
{
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).waits(100, Call::Read, 3);
    QCOMPARE(stuckIn(log), (Groups { { 100 } }));
}

void DeadlockTest::aRingOfThree()
{
    LogBuilder log;
    log.launch(100).launch(101).launch(102).channel(1).channel(2).channel(3);
    log.reads(100, 0, 1).reads(101, 0, 2).reads(102, 0, 3);
    log.writes(100, 1, 2).writes(101, 1, 3).writes(102, 1, 1);
    log.waits(102, Call::Read, 0).waits(101, Call::Read, 0).waits(100, Call::Read, 0);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101, 102 } }));
}

void DeadlockTest::aVictimIsNotInTheFinding()
{
    LogBuilder log;
    dialog(log).launch(102).channel(3).writes(101, 5, 3).reads(102, 0, 3);
    log.waits(100, Call::Read, 0).waits(101, Call::Read, 0).waits(102, Call::Read, 0);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
}

void DeadlockTest::aRingThatAlsoWaitsForAnotherIsItsVictim()
{
    const int fds[] { 0, 5 };
    CallEntered poll;
    poll.call = Call::Poll;
    poll.fds = fds;
    LogBuilder log;
    log.launch(200).channel(5).reads(200, 3, 5).writes(200, 4, 5).waits(200, Call::Read, 3);
    dialog(log).channel(6).reads(100, 5, 6).writes(200, 5, 6);
    log.waits(100, poll).waits(101, Call::Read, 0);
    QCOMPARE(stuckIn(log), (Groups { { 200 } }));
}

void DeadlockTest::twoRingsAreTwoFindings()
{
    LogBuilder log;
    log.launch(200).channel(5).reads(200, 3, 5).writes(200, 4, 5).waits(200, Call::Read, 3);
    dialog(log).waits(100, Call::Read, 0).waits(101, Call::Read, 0);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 }, { 200 } }));
}

void DeadlockTest::twoThatReadFromEachOtherBySocket()
{
    for (const ChannelKind kind : { ChannelKind::Unix, ChannelKind::Tcp }) {
        LogBuilder log;
        log.launch(100).launch(101).channel(1, kind);
        log.holds(100, 3, 1, End::First).holds(101, 3, 1, End::Second);
        log.waits(100, Call::Recvfrom, 3).waits(101, Call::Read, 3);
        QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
    }
}

void DeadlockTest::aPollOnTheOther()
{
    const int fds[] { 0 };
    CallEntered poll;
    poll.call = Call::Poll;
    poll.fds = fds;
    LogBuilder log;
    dialog(log).waits(100, poll).waits(101, Call::Read, 0);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
}

void DeadlockTest::aParentThatWaitsForAChildThatReadsFromIt()
{
    CallEntered waits;
    waits.call = Call::Wait4;
    waits.child = Pid { -1 };
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).fork(100, 101);
    log.close(100, 3).close(101, 4).waits(101, Call::Read, 3).waits(100, waits);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
    log.close(100, 4); // the child's input ends
    QCOMPARE(stuckIn(log), Groups {});
}

void DeadlockTest::aParentThatWaitsForAGroupPastAZombie()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).fork(100, 102).channel(1).exit(102);
    log.reads(101, 3, 1).writes(100, 4, 1).waits(101, Call::Read, 3);
    CallEntered anyChild; // for -1, or a group: which, is not told
    anyChild.call = Call::Wait4;
    anyChild.child = Pid { -1 };
    log.waits(100, anyChild);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
    log.fork(100, 104).exit(104); // one that ends now may be of it
    QCOMPARE(stuckIn(log), Groups {});
}

void DeadlockTest::twoThreadsWithTwoLocks()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105);
    log.waitsForLock(100, 105);
    QCOMPARE(stuckIn(log), Groups {});
    log.thread(105).waitsForLock(100, 100);
    QCOMPARE(stuckIn(log), (Groups { { 100 } }));
}

void DeadlockTest::oneThatTakesItsOwnLockAgain()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).waitsForLock(100, 100);
    QCOMPARE(stuckIn(log), (Groups { { 100 } })); // though the other thread runs
}

void DeadlockTest::aThreadThatWaitsForAnotherOfItsProcess()
{
    LogBuilder log;
    log.launch(100).startThread(100, 105).channel(1).reads(100, 3, 1).writes(100, 4, 1);
    log.waits(100, Call::Read, 3);
    QCOMPARE(stuckIn(log), Groups {}); // 105 may write
    log.thread(105).waitsForLock(100, 100);
    QCOMPARE(stuckIn(log), (Groups { { 100 } }));
}

void DeadlockTest::theFindingSaysSinceWhen()
{
    LogBuilder log;
    dialog(log).waits(100, Call::Read, 0).waits(101, Call::Read, 0);
    const Nanoseconds closed = log.world().now; // with the last of them
    log.level(1, 0);
    QCOMPARE(deadlocks(log.world()).front().since, closed);
}

void DeadlockTest::theLabsEndlessDialog()
{
    LogBuilder log;
    log.launchSelf(50).launch(100).channel(9, ChannelKind::Pty).holds(50, 7, 9, End::First);
    log.holds(100, 0, 9, End::Second).channel(1).channel(2);
    log.reads(100, 3, 1).writes(100, 4, 1).reads(100, 5, 2).writes(100, 6, 2).fork(100, 101);
    log.close(100, 3).close(100, 6).close(101, 4).close(101, 5);
    log.wrote(100, 4, 13).gotBytes(101, 3, 13).pending(101, 6, 9);
    log.waits(100, Call::Read, 5).waits(101, Call::Read, 3);
    QCOMPARE(stuckIn(log), (Groups { { 100, 101 } }));
}

namespace {

// A hundred pairs that wait for each other, and so many that came and went.
World crowd(int gone)
{
    LogBuilder log;
    for (int i = 0; i < 100; ++i) {
        const int one = 100'000 + 2 * i;
        const auto pipe = static_cast<unsigned>(2 * i + 1);
        log.launch(one).launch(one + 1).channel(pipe).channel(pipe + 1);
        log.writes(one, 1, pipe).reads(one + 1, 0, pipe);
        log.writes(one + 1, 1, pipe + 1).reads(one, 0, pipe + 1);
        log.waits(one, Call::Read, 0).waits(one + 1, Call::Read, 0);
    }
    for (int i = 0; i < gone; ++i)
        log.launch(1000 + i).exit(1000 + i).reap(1000 + i, 100'000);
    return log.world();
}

qint64 timeOfALook(const World& world) // ns, the best of some
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int i = 0; i < 5; ++i) {
        QElapsedTimer clock;
        clock.start();
        if (deadlocks(world).size() != 100)
            return -1;
        best = std::min(best, clock.nsecsElapsed());
    }
    return best;
}

} // namespace

void DeadlockTest::aLookCostsWhatLivesAndNotWhatHasGone()
{
    const qint64 few = timeOfALook(crowd(0));
    const qint64 many = timeOfALook(crowd(20'000));
    QVERIFY(few > 0);
    QVERIFY2(many < 10 * few, // each wait by itself would take a hundred times as long
        qPrintable(QStringLiteral("%1 µs, and %2 µs").arg(few / 1000).arg(many / 1000)));
}

QTEST_GUILESS_MAIN(DeadlockTest)
#include "deadlock_test.moc"
