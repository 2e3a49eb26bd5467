// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world_history.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

#include <malloc.h>

#include <limits>
#include <numeric>

using namespace ipclab;
using test::LogBuilder;

namespace {

constexpr EventIndex kAll = std::numeric_limits<EventIndex>::max();
constexpr std::uint64_t kMiB = std::uint64_t { 1 } << 20;

std::uint64_t allocated()
{
    const struct mallinfo2 memory = ::mallinfo2();
    return memory.uordblks + memory.hblkhd;
}

void appendThreads(EventLog& log, int count)
{
    for (int i = 1; i <= count; ++i)
        log.append({ i, Pid { 1 }, Tid { i }, ThreadStarted {} });
}

// What one more event takes of what may be looked through.
std::uint64_t looksFor(World world, int pid, const EventBody& body)
{
    const std::uint64_t before = world.looks;
    apply(world, { 0, Pid { pid }, Tid { pid }, body });
    return before - world.looks;
}

// Two processes, and a thousand channels that they have nothing to do with.
LogBuilder& crowd(LogBuilder& log)
{
    log.launch(10).launch(20);
    for (unsigned id = 1000; id < 2000; ++id)
        log.channel(id);
    return log;
}

} // namespace

// However a session was made, its World is found in little time, and is small.
class WorldBoundsTest : public QObject {
    Q_OBJECT

private slots:
    void snapshotsOfAProcessThatGrowsTakeNoMoreThanTheyMay();
    void fewerSnapshotsTellTheSame();
    void aWaitNeverEndsBeforeItBegan();
    void whatIsReceivedIsLookedForOnlyWhereSomethingIsOnItsWay();
    void aListenerThatAnotherHoldsHasNothingToLose();
    void aCloseLooksNoFurtherThanToTheNextHolder();
    void withoutLooksBytesStay();
    void withoutLooksOnlyThePauseIsKnown();
    void withoutLooksAChildIsNotSeen();
    void whatGoesThroughTooManySocketsIsOutside();
    void aFindingHasTheFirstOfLongLists();
    void aProgramHasTheFirstOfItsWords();
    void thereIsRoomForSoManyChannels();
};

void WorldBoundsTest::snapshotsOfAProcessThatGrowsTakeNoMoreThanTheyMay()
{
    EventLog log;
    appendThreads(log, 60'000);
    World one;
    const std::uint64_t before = allocated();
    while (one.applied < log.size())
        apply(one, log[one.applied]);
    const std::uint64_t ofOne = allocated() - before;
    WorldHistory history(log, 32 * kMiB);
    history.extend(kAll);
    const std::uint64_t ofAll = allocated() - before - ofOne;
    QVERIFY2(ofAll < 2 * ofOne + 64 * kMiB, qPrintable(QString::number(ofAll / kMiB)));
}

void WorldBoundsTest::fewerSnapshotsTellTheSame()
{
    EventLog log;
    appendThreads(log, 20'000);
    for (const std::uint64_t most : { std::uint64_t { 0 }, 2 * kMiB, 1000 * kMiB }) {
        WorldHistory history(log, most);
        while (history.extend(1500) > 0) {
            for (const EventIndex moment : { history.size() / 3, history.size() - 1 })
                QCOMPARE(history.at(moment).process(Pid { 1 })->threads.size(),
                    static_cast<std::size_t>(moment));
        }
    }
}

void WorldBoundsTest::aWaitNeverEndsBeforeItBegan()
{
    constexpr Nanoseconds kEver = std::numeric_limits<Nanoseconds>::max();
    CallEntered sleeps;
    sleeps.timeout = kEver;
    LogBuilder log;
    log.launch(10).waits(10, sleeps);
    const auto until
        = [&] { return log.world().process(Pid { 10 })->threads.at(Tid { 10 }).call->until; };
    QCOMPARE(until(), std::optional(kEver));
    WaitLasts lasts;
    lasts.timeout = kEver - 1;
    log.add(10, lasts);
    QCOMPARE(until(), std::optional(kEver));
    QCOMPARE(later(-5, std::numeric_limits<Nanoseconds>::min()),
        std::numeric_limits<Nanoseconds>::min());
    QCOMPARE(later(5, -7), Nanoseconds { -2 });
}

void WorldBoundsTest::whatIsReceivedIsLookedForOnlyWhereSomethingIsOnItsWay()
{
    LogBuilder log;
    crowd(log).channel(1).channel(2, ChannelKind::Unix);
    log.holds(10, 3, 2, End::First).holds(20, 3, 2, End::Second).writes(10, 4, 1);
    const DescriptorOpened received { 4, ChannelId { 1 }, Access::Write, End::Second, Call::Recvmsg,
        {} };
    QCOMPARE(looksFor(log.world(), 20, received), std::uint64_t { 0 });
    log.add(10, DescriptorSent { 4, ChannelId { 2 }, End::Second });
    QCOMPARE(looksFor(log.world(), 20, received), std::uint64_t { 2 });
    QVERIFY(log.world().writerInFlight(ChannelId { 1 }, End::First));
    log.add(20, received);
    QVERIFY(log.world().carriers.empty());
    QVERIFY(!log.world().writerInFlight(ChannelId { 1 }, End::First));
}

void WorldBoundsTest::aListenerThatAnotherHoldsHasNothingToLose()
{
    SocketListening listening;
    listening.channel = ChannelId { 1 };
    listening.backlog = 5;
    LogBuilder log;
    crowd(log).channel(1, ChannelKind::Tcp).holds(10, 3, 1, End::First);
    log.add(10, listening).fork(10, 30);
    QVERIFY(looksFor(log.world(), 30, DescriptorClosed { 3 }) < 10);
    log.close(30, 3); // the last one looks through all that may wait at it
    QVERIFY(looksFor(log.world(), 10, DescriptorClosed { 3 }) > 1000);
}

void WorldBoundsTest::aCloseLooksNoFurtherThanToTheNextHolder()
{
    LogBuilder log;
    log.launch(10).launch(20).channel(1).writes(10, 1, 1).reads(20, 0, 1).wrote(10, 1, 5);
    for (int fd = 3; fd < 1000; ++fd)
        log.writes(20, fd, 1);
    const std::uint64_t looks = looksFor(log.world(), 10, DescriptorClosed { 1 });
    QVERIFY(looks > 0 && looks < 10);
}

void WorldBoundsTest::withoutLooksBytesStay()
{
    LogBuilder log;
    log.launch(10).channel(1).writes(10, 1, 1).wrote(10, 1, 5);
    World known = log.world();
    World unknown = log.world();
    unknown.looks = 0;
    for (World* const world : { &known, &unknown })
        apply(*world, { 0, Pid { 10 }, Tid { 10 }, DescriptorClosed { 1 } });
    QCOMPARE(known.channel(ChannelId { 1 })->queues[0].bytes, std::uint64_t { 0 });
    QCOMPARE(unknown.channel(ChannelId { 1 })->queues[0].bytes, std::uint64_t { 5 });
}

void WorldBoundsTest::withoutLooksOnlyThePauseIsKnown()
{
    World world = LogBuilder().launch(10).world();
    world.looks = 0;
    UserAction pause;
    pause.what = "pause";
    apply(world, { 0, Pid {}, Tid {}, pause });
    QVERIFY(world.paused);
    QVERIFY(!world.process(Pid { 10 })->held);
}

void WorldBoundsTest::withoutLooksAChildIsNotSeen()
{
    World world = LogBuilder().launch(10).channel(1).writes(10, 1, 1).world();
    world.looks = 0;
    apply(world, { 0, Pid { 20 }, Tid { 20 }, ProcessStarted { Pid { 10 }, StartedBy::Fork } });
    QVERIFY(world.process(Pid { 20 })->descriptors.empty());
    QVERIFY(world.process(Pid { 20 })->unseen());
}

void WorldBoundsTest::whatGoesThroughTooManySocketsIsOutside()
{
    LogBuilder log;
    log.launch(10).channel(1).writes(10, 1, 1);
    for (unsigned through = 10; through < 6000; ++through)
        log.holds(10, 2, through, End::First)
            .add(10, DescriptorSent { 1, ChannelId { through }, End::First });
    QVERIFY(log.world().carriers.size() < 5000);
    QVERIFY(log.world().channel(ChannelId { 1 })->outside);
}

void WorldBoundsTest::aFindingHasTheFirstOfLongLists()
{
    std::vector<Pid> pids(100'000);
    for (int i = 0; Pid & pid : pids)
        pid = Pid { ++i };
    LogBuilder log;
    log.add(0, FindingBegan { { FindingKind::Deadlock, pids, {} } });
    QCOMPARE(log.world().findings.front().pids.size(), std::size_t { 256 });
    log.add(0, FindingEnded { { FindingKind::Deadlock, pids, {} } });
    QVERIFY(log.world().findings.empty());
}

void WorldBoundsTest::aProgramHasTheFirstOfItsWords()
{
    const std::string words(60'000, '\0'); // each of none
    const World world
        = LogBuilder().launch(10).add(10, ProgramExecuted { "/a", { words } }).world();
    QCOMPARE(world.process(Pid { 10 })->argv.size(), std::size_t { 4096 });
}

void WorldBoundsTest::thereIsRoomForSoManyChannels()
{
    constexpr unsigned kRoom = 1U << 20;
    World world;
    for (unsigned id = 1; id <= kRoom + 9; ++id)
        apply(world, { 0, {}, {}, ChannelLevel { ChannelId { id }, 1, {}, End::First } });
    QCOMPARE(world.channels.size(), std::size_t { kRoom });
    QVERIFY(!world.channel(ChannelId { kRoom + 1 }));
    apply(world, { 0, {}, {}, ChannelLevel { ChannelId { 7 }, 8, {}, End::First } });
    QCOMPARE(world.channel(ChannelId { 7 })->queues[0].bytes, std::uint64_t { 8 });
    apply(world, { 0, {}, {}, ChannelCreated { ChannelId { kRoom + 2 }, ChannelKind::Pipe, "p" } });
    QCOMPARE(world.channels.size(), std::size_t { kRoom });
    QCOMPARE(world.applied, EventIndex { kRoom + 11 });
}

QTEST_GUILESS_MAIN(WorldBoundsTest)
#include "world_bounds_test.moc"
