// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world_history.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

#include <algorithm>
#include <limits>
#include <map>
#include <random>

using namespace ipclab;

namespace {

constexpr EventIndex kAll = std::numeric_limits<EventIndex>::max();
constexpr EventIndex kStride = 1024; // between the first snapshots
constexpr EventIndex kThinning = 255 * kStride; // where every second one goes

World foldOf(const EventLog& log, EventIndex count)
{
    World world;
    for (EventIndex i = 0; i < count; ++i)
        apply(world, log[i]);
    return world;
}

// A long log about little, so that a World of it is small.
void appendLong(EventLog& log, EventIndex count)
{
    for (EventIndex i = log.size(); log.size() < count; ++i) {
        Event event;
        event.at = static_cast<Nanoseconds>(i) * kMillisecond;
        event.pid = Pid { 1 + static_cast<int>(i % 3) };
        event.tid = firstThread(event.pid);
        if (i % 7 == 0) {
            event.body = ChannelLevel { ChannelId { 1 }, i, {}, End::First };
        } else {
            BytesWritten written;
            written.channel = ChannelId { 1 + static_cast<unsigned>(i % 2) };
            written.count = i;
            event.body = written;
        }
        log.append(event);
    }
}

} // namespace

// The World at any moment is what a fold from the beginning gives.
class WorldHistoryTest : public QObject {
    Q_OBJECT

private slots:
    void everyMomentIsTheFoldUpToIt_data();
    void everyMomentIsTheFoldUpToIt();
    void goingBackAndForthChangesNothing();
    void aWorldIsBroughtToAnyMomentFromAnyOther();
    void momentsStayRightWhenSnapshotsAreThinned();
    void aGrowingLogIsTakenInPortions();
    void aMomentBeyondTheEndIsTheEnd();
    void aTimeFindsItsMoment();
    void ofTiesAllHaveHappened();
};

void WorldHistoryTest::everyMomentIsTheFoldUpToIt_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : { 1U, 2U, 3U })
        QTest::addRow("seed %u", seed) << seed;
}

void WorldHistoryTest::everyMomentIsTheFoldUpToIt()
{
    QFETCH(unsigned, seed);
    EventLog log;
    test::appendRandom(log, seed, 2500);
    WorldHistory history(log);
    QCOMPARE(history.extend(kAll), EventIndex { 2500 });
    World fold;
    for (EventIndex i = 0; i <= log.size(); ++i) {
        QVERIFY2(history.at(i) == fold, qPrintable(QString::number(i)));
        if (i < log.size())
            apply(fold, log[i]);
    }
    QVERIFY(history.live() == fold);
}

void WorldHistoryTest::goingBackAndForthChangesNothing()
{
    EventLog log;
    test::appendRandom(log, 8, 5000);
    WorldHistory history(log);
    history.extend(kAll);
    std::mt19937 random(8);
    std::uniform_int_distribution<EventIndex> anywhere(0, log.size());
    for (int i = 0; i < 200; ++i) {
        const EventIndex there = anywhere(random);
        const World forward = history.at(there);
        (void)history.at(anywhere(random));
        (void)history.at(there / 2);
        QVERIFY(history.at(there) == forward);
        QCOMPARE(forward.applied, there);
    }
}

void WorldHistoryTest::aWorldIsBroughtToAnyMomentFromAnyOther()
{
    EventLog log;
    test::appendRandom(log, 9, 5000);
    WorldHistory history(log);
    history.extend(kAll);
    std::mt19937 random(9);
    std::uniform_int_distribution<EventIndex> anywhere(0, log.size());
    World brought;
    for (int i = 0; i < 100; ++i) {
        const EventIndex there = anywhere(random);
        // By a jump, a few steps on, none, a step back, and past a snapshot.
        for (const EventIndex moment :
            { there, there + 3, there + 3, there + 2, there + kStride }) {
            history.bring(brought, moment);
            QVERIFY(brought == history.at(moment));
            QCOMPARE(brought.applied, std::min(moment, log.size()));
        }
    }
    history.bring(brought, kAll);
    QVERIFY(brought == foldOf(log, log.size()));
    history.bring(brought, 0);
    QVERIFY(brought == World {});
}

void WorldHistoryTest::momentsStayRightWhenSnapshotsAreThinned()
{
    EventLog log;
    appendLong(log, 2 * kThinning + 5 * kStride); // thinned twice
    const EventIndex ends[] { kThinning - 1, kThinning, kThinning + 1, kThinning + kStride,
        kThinning + kStride + 1, 2 * kThinning + 2 * kStride + 1, log.size() };
    const EventIndex moments[] { 0, 1, kStride - 1, kStride, kStride + 1, 3 * kStride,
        100 * kStride + 17, 253 * kStride, 254 * kStride, 255 * kStride - 1, 255 * kStride,
        256 * kStride, 257 * kStride + 3, 2 * kThinning, log.size() };
    std::map<EventIndex, World> folds;
    World fold;
    for (EventIndex i = 0; i <= log.size(); ++i) {
        if (std::ranges::find(moments, i) != std::end(moments))
            folds[i] = fold;
        if (i < log.size())
            apply(fold, log[i]);
    }

    WorldHistory history(log);
    for (const EventIndex end : ends) {
        history.extend(end - history.size());
        QCOMPARE(history.size(), end);
        for (const EventIndex moment : moments) {
            if (moment <= end)
                QVERIFY2(history.at(moment) == folds[moment], qPrintable(QString::number(moment)));
        }
    }
}

void WorldHistoryTest::aGrowingLogIsTakenInPortions()
{
    EventLog log;
    WorldHistory history(log);
    QCOMPARE(history.extend(100), EventIndex { 0 });
    QVERIFY(history.at(0) == World {});
    test::appendRandom(log, 4, 250);
    QCOMPARE(history.extend(100), EventIndex { 100 });
    QCOMPARE(history.extend(100), EventIndex { 100 });
    QCOMPARE(history.extend(100), EventIndex { 50 });
    QCOMPARE(history.extend(100), EventIndex { 0 });
    QVERIFY(history.live() == foldOf(log, 250));
}

void WorldHistoryTest::aMomentBeyondTheEndIsTheEnd()
{
    EventLog log;
    test::appendRandom(log, 4, 20);
    WorldHistory history(log);
    history.extend(10);
    QVERIFY(history.at(15) == foldOf(log, 10));
    QVERIFY(history.at(kAll) == foldOf(log, 10));
    QCOMPARE(history.extend(kAll), EventIndex { 10 });
}

void WorldHistoryTest::aTimeFindsItsMoment()
{
    EventLog log;
    appendLong(log, 1000);
    WorldHistory history(log);
    history.extend(kAll);
    QCOMPARE(history.countAt(-1), EventIndex { 0 });
    QCOMPARE(history.countAt(0), EventIndex { 1 });
    QCOMPARE(history.countAt(5 * kMillisecond - 1), EventIndex { 5 });
    QCOMPARE(history.countAt(5 * kMillisecond), EventIndex { 6 });
    QCOMPARE(history.countAt(kSecond), EventIndex { 1000 });
}

void WorldHistoryTest::ofTiesAllHaveHappened()
{
    EventLog log;
    for (const Nanoseconds at : { 1, 2, 2, 2, 3 })
        log.append({ at, Pid { 1 }, Tid { 1 }, ThreadStarted {} });
    WorldHistory history(log);
    history.extend(kAll);
    QCOMPARE(history.countAt(2), EventIndex { 4 });
}

QTEST_GUILESS_MAIN(WorldHistoryTest)
#include "world_history_test.moc"
