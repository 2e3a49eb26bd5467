// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

using namespace ipclab;
using test::LogBuilder;

namespace {

const ChannelId kPipe { 1 };
const ChannelId kSocket { 2 };

Queue queueIn(const World& world, ChannelId id, End end = End::First)
{
    const Channel* const found = world.channel(id);
    return found ? found->queueAt(end) : Queue {};
}

// 100 writes on 1, 101 reads on 0.
LogBuilder& pipe(LogBuilder& log)
{
    return log.launch(100).launch(101).channel(1).writes(100, 1, 1).reads(101, 0, 1);
}

// 100 holds the first end as 3, 101 the second as 4.
LogBuilder& socket(LogBuilder& log, ChannelKind kind = ChannelKind::Unix)
{
    log.launch(100).launch(101).channel(2, kind);
    return log.holds(100, 3, 2, End::First).holds(101, 4, 2, End::Second);
}

} // namespace

// What is in channels, and who holds their ends.
class WorldChannelTest : public QObject {
    Q_OBJECT

private slots:
    void aPipeHoldsWhatWasWrittenAndNotRead();
    void whatEachMovedIsKnown();
    void ofManyWhoMovedTheFirstAreKnown();
    void aReturnSeenEarlyComesRight();
    void whatIsDroppedOfAMessageWaitsNoMore_data();
    void whatIsDroppedOfAMessageWaitsNoMore();
    void aMeasuredLevelStands();
    void aPipeHasOneQueueWhicheverEndIsNamed();
    void aSocketHasAQueueEachWay();
    void aTerminalCountsFromTheLevelLastKnown();
    void whatNobodyCanReadAnyMoreIsGone();
    void whatIsSentBeforeTheAcceptWaitsForIt();
    void endOfFileMovesNothing();
    void aTransferOnNoChannelEndsTheCall();
    void channelsAreNumberedByKind();
    void theChannelsOfTheNextRunAreNumberedFromOneAgain();
    void aDuplicateIsASecondHolder();
    void aDescriptorUsedAgainIsReplaced();
    void bothEndsOfASocketAreTold();
    void aReadWriteFifoIsBothReaderAndWriter();
    void aSocketHasItsAddresses();
};

void WorldChannelTest::aPipeHoldsWhatWasWrittenAndNotRead()
{
    LogBuilder log;
    pipe(log).wrote(100, 1, 10).wrote(100, 1, 5).gotBytes(101, 0, 12);
    const World world = log.world();
    QCOMPARE(queueIn(world, kPipe), (Queue { 3, {}, 15, 12 }));
    QCOMPARE(queueIn(world, kPipe, End::Second), Queue {});
    QCOMPARE(world.channel(kPipe)->movedAt, world.now);
}

void WorldChannelTest::whatEachMovedIsKnown()
{
    LogBuilder log;
    pipe(log).writes(102, 1, 1).wrote(100, 1, 10).wrote(102, 1, 5).wrote(100, 1, 1);
    log.gotBytes(101, 0, 12);
    const World world = log.world();
    const Channel& channel = *world.channel(kPipe);
    QCOMPARE(*channel.moverOf(Pid { 100 }), (Mover { Pid { 100 }, { 11, 0 }, {} }));
    QCOMPARE(*channel.moverOf(Pid { 102 }), (Mover { Pid { 102 }, { 5, 0 }, {} }));
    QCOMPARE(*channel.moverOf(Pid { 101 }), (Mover { Pid { 101 }, {}, { 12, 0 } }));
    QVERIFY(!channel.moverOf(Pid { 103 }));
}

void WorldChannelTest::ofManyWhoMovedTheFirstAreKnown()
{
    LogBuilder log;
    pipe(log);
    constexpr int kMany = static_cast<int>(Channel::kMostMovers) + 20;
    for (int pid = 1000; pid < 1000 + kMany; ++pid)
        log.launch(pid).writes(pid, 1, 1).wrote(pid, 1, 1);
    const World world = log.world();
    QCOMPARE(world.channel(kPipe)->movers.size(), Channel::kMostMovers);
    QCOMPARE(queueIn(world, kPipe).written, std::uint64_t { kMany });
}

void WorldChannelTest::aReturnSeenEarlyComesRight()
{
    LogBuilder log;
    pipe(log).gotBytes(101, 0, 10); // the reader's return is seen before the writer's
    QCOMPARE(queueIn(log.world(), kPipe).bytes, std::uint64_t { 0 });
    log.wrote(100, 1, 12);
    QCOMPARE(queueIn(log.world(), kPipe).bytes, std::uint64_t { 2 });
}

void WorldChannelTest::whatIsDroppedOfAMessageWaitsNoMore_data()
{
    QTest::addColumn<bool>("outside");
    QTest::newRow("by the totals") << false;
    QTest::newRow("from the level last known") << true;
}

void WorldChannelTest::whatIsDroppedOfAMessageWaitsNoMore()
{
    QFETCH(bool, outside);
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Pipe, outside);
    log.writes(100, 1, 1).reads(101, 0, 1).wrote(100, 1, 10).wrote(100, 1, 5);
    BytesRead part;
    part.channel = kPipe;
    part.requested = part.count = 4;
    part.dropped = 6;
    log.add(101, part);
    const Queue queue = queueIn(log.world(), kPipe);
    QCOMPARE(queue.bytes, std::uint64_t { 5 });
    QCOMPARE(queue.read, std::uint64_t { 4 }); // which is what was read
}

void WorldChannelTest::aMeasuredLevelStands()
{
    LogBuilder log;
    pipe(log).wrote(100, 1, 10).level(1, 65536);
    QCOMPARE(queueIn(log.world(), kPipe), (Queue { 65536, 65536, 10, 0, true }));
    log.add(0, ChannelLevel { kPipe, 7, {}, End::First });
    QCOMPARE(
        queueIn(log.world(), kPipe), (Queue { 7, 65536, 10, 0, true })); // the capacity stays known
    log.level(2, 3, End::Second);
    QCOMPARE(queueIn(log.world(), kSocket, End::Second).bytes, std::uint64_t { 3 });
}

void WorldChannelTest::aPipeHasOneQueueWhicheverEndIsNamed()
{
    for (const ChannelKind kind : { ChannelKind::Pipe, ChannelKind::Fifo }) {
        LogBuilder log;
        log.launch(100).channel(1, kind).open(100, 3, 1, Access::ReadWrite, End::First);
        log.wrote(100, 3, 4);
        log.open(100, 3, 1, Access::ReadWrite, End::Second).wrote(100, 3, 4).gotBytes(100, 3, 1);
        QCOMPARE(queueIn(log.world(), kPipe).bytes, std::uint64_t { 7 });
    }
}

void WorldChannelTest::aSocketHasAQueueEachWay()
{
    LogBuilder log;
    socket(log).wrote(100, 3, 10).wrote(101, 4, 3).gotBytes(101, 4, 6);
    const World world = log.world();
    QCOMPARE(queueIn(world, kSocket, End::Second), (Queue { 4, {}, 10, 6 }));
    QCOMPARE(queueIn(world, kSocket, End::First), (Queue { 3, {}, 3, 0 }));
}

void WorldChannelTest::aTerminalCountsFromTheLevelLastKnown()
{
    LogBuilder log;
    socket(log, ChannelKind::Pty);
    for (int line = 0; line < 10; ++line)
        log.wrote(101, 4, 6).gotBytes(100, 3, 7); // "\n" arrives as "\r\n"
    log.wrote(101, 4, 6);
    QCOMPARE(queueIn(log.world(), kSocket).bytes, std::uint64_t { 6 });
    log.level(2, 7).gotBytes(100, 3, 2);
    QCOMPARE(queueIn(log.world(), kSocket).bytes, std::uint64_t { 5 });
}

void WorldChannelTest::whatNobodyCanReadAnyMoreIsGone()
{
    LogBuilder log;
    pipe(log).wrote(100, 1, 6).close(101, 0);
    QCOMPARE(queueIn(log.world(), kPipe).bytes, 6U); // as long as anyone has it open, pipe(7)
    log.exit(100);
    QCOMPARE(queueIn(log.world(), kPipe).bytes, 0U);

    LogBuilder sockets;
    socket(sockets, ChannelKind::Tcp).wrote(100, 3, 6);
    QCOMPARE(queueIn(sockets.world(), kSocket, End::Second).bytes, 6U);
    sockets.exit(101);
    QCOMPARE(queueIn(sockets.world(), kSocket, End::Second).bytes, 0U);
}

void WorldChannelTest::whatIsSentBeforeTheAcceptWaitsForIt()
{
    const ChannelId listener { 3 };
    LogBuilder log;
    log.launch(100).launch(101).channel(2, ChannelKind::Tcp).channel(3, ChannelKind::Tcp);
    log.holds(101, 4, 3, End::First).holds(100, 3, 2, End::First);
    log.add(101, SocketListening { { 4, listener, "127.0.0.1:80", {}, 5, {} } });
    log.add(100, SocketConnected { { 3, kSocket, {}, "127.0.0.1:80", {}, listener } });
    log.wrote(100, 3, 6).close(100, 3);
    QCOMPARE(queueIn(log.world(), kSocket, End::Second).bytes, 6U); // who accepts it may read it
    log.exit(101);
    QCOMPARE(queueIn(log.world(), kSocket, End::Second).bytes, 0U);
}

void WorldChannelTest::endOfFileMovesNothing()
{
    LogBuilder log;
    pipe(log).wrote(100, 1, 10);
    const Nanoseconds moved = log.world().channels.at(kPipe).movedAt;
    log.gotBytes(101, 0, 0);
    QCOMPARE(log.world().channels.at(kPipe).movedAt, moved);
    QCOMPARE(queueIn(log.world(), kPipe).bytes, std::uint64_t { 10 });
}

void WorldChannelTest::aTransferOnNoChannelEndsTheCall()
{
    LogBuilder log;
    log.launch(100).waits(100, Call::Read, 3);
    QCOMPARE(log.world().processes.at(Pid { 100 }).state(), ProcessState::Waiting);
    log.gotBytes(100, 3, 5);
    QCOMPARE(log.world().processes.at(Pid { 100 }).state(), ProcessState::Running);
    QVERIFY(log.world().channels.empty());
}

void WorldChannelTest::channelsAreNumberedByKind()
{
    LogBuilder log;
    log.channel(5).channel(6, ChannelKind::Pty).channel(7).channel(9, ChannelKind::Pty);
    const World world = log.channel(5).world(); // again: it stays the first
    QCOMPARE(world.channel(ChannelId { 6 })->ordinal, 1U);
    QCOMPARE(world.channel(ChannelId { 7 })->ordinal, 2U);
    QCOMPARE(world.channel(ChannelId { 9 })->ordinal, 2U);
}

void WorldChannelTest::theChannelsOfTheNextRunAreNumberedFromOneAgain()
{
    LogBuilder log;
    log.launchSelf(1).channel(1, ChannelKind::Pty).holds(1, 3, 1, End::First);
    for (const int pid : { 100, 200 }) {
        const auto first = static_cast<unsigned>(pid);
        log.launch(pid).add(
            pid, ChannelCreated { ChannelId { first }, ChannelKind::Pipe, "pipe", false });
        log.fork(pid, pid + 1).exit(pid); // somebody is left
        log.add(
            pid + 1, ChannelCreated { ChannelId { first + 1 }, ChannelKind::Pipe, "pipe", false });
        log.exit(pid + 1);
    }
    log.add(1,
        ChannelCreated {
            ChannelId { 3 }, ChannelKind::Pty, "pty", false }); // before who will have it
    const World world = log.launch(300).channel(4, ChannelKind::Pty).world();
    const auto ordinal = [&](unsigned id) { return world.channel(ChannelId { id })->ordinal; };
    QCOMPARE(ordinal(100), 1U);
    QCOMPARE(ordinal(101), 2U);
    QCOMPARE(ordinal(200), 1U);
    QCOMPARE(ordinal(201), 2U);
    QCOMPARE(ordinal(3), 2U); // we have the first still
    QCOMPARE(ordinal(4), 3U);
}

void WorldChannelTest::aDuplicateIsASecondHolder()
{
    LogBuilder log;
    pipe(log).add(100, DescriptorOpened { 7, kPipe, Access::Write, End::Second, Call::Dup2, 1 });
    QCOMPARE(log.world().writers(kPipe, End::First).size(), std::size_t { 2 });
    log.close(100, 1);
    QCOMPARE(log.world().writers(kPipe, End::First), (std::vector { Holder { Pid { 100 }, 7 } }));
    log.close(100, 7);
    QVERIFY(log.world().writers(kPipe, End::First).empty());
}

void WorldChannelTest::aDescriptorUsedAgainIsReplaced()
{
    LogBuilder log;
    pipe(log).channel(3).reads(100, 1, 3); // dup2 over an open one closes it, dup(2)
    QVERIFY(log.world().writers(kPipe, End::First).empty());
    QCOMPARE(log.world().readers(ChannelId { 3 }, End::First).size(), std::size_t { 1 });
}

void WorldChannelTest::bothEndsOfASocketAreTold()
{
    LogBuilder log;
    const World world = socket(log).world();
    const std::vector first { Holder { Pid { 100 }, 3 } };
    const std::vector second { Holder { Pid { 101 }, 4 } };
    QCOMPARE(world.readers(kSocket, End::First), first);
    QCOMPARE(world.writers(kSocket, End::First), second);
    QCOMPARE(world.readers(kSocket, End::Second), second);
    QCOMPARE(world.writers(kSocket, End::Second), first);
}

void WorldChannelTest::aReadWriteFifoIsBothReaderAndWriter()
{
    LogBuilder log;
    log.launch(100).channel(1, ChannelKind::Fifo).open(100, 3, 1, Access::ReadWrite);
    const std::vector both { Holder { Pid { 100 }, 3 } };
    QCOMPARE(log.world().readers(kPipe, End::First), both);
    QCOMPARE(log.world().writers(kPipe, End::First), both);
    QVERIFY(log.world().readers(kPipe, End::Second).empty());
    QVERIFY(log.world().writers(kPipe, End::Second).empty());
}

void WorldChannelTest::aSocketHasItsAddresses()
{
    SocketBound bound;
    bound.fd = 3;
    bound.channel = kSocket;
    bound.local = "127.0.0.1:80";
    SocketListening listening;
    listening.channel = kSocket;
    listening.backlog = 5;
    LogBuilder log;
    log.launch(100).channel(2, ChannelKind::Tcp).add(100, bound).add(100, listening);
    const World world = log.world();
    QCOMPARE(world.channel(kSocket)->local, std::string("127.0.0.1:80"));
    QCOMPARE(world.channel(kSocket)->remote, std::string());
    QCOMPARE(world.channel(kSocket)->backlog, std::optional(5));
}

QTEST_GUILESS_MAIN(WorldChannelTest)
#include "world_channel_test.moc"
