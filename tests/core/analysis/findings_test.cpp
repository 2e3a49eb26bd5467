// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"
#include "tests/core/support/log_builder.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

#include <algorithm>
#include <csignal>
#include <set>

using namespace ipclab;
using test::LogBuilder;

namespace {

// 100 writes on 1, through its buffer; 101 waits on 0.
LogBuilder& readerWaits(LogBuilder& log)
{
    log.launch(100).launch(101).channel(1).writes(100, 1, 1).reads(101, 0, 1);
    return log.waits(101, Call::Read, 0);
}

std::vector<FindingKind> kindsIn(const LogBuilder& log)
{
    std::vector<FindingKind> kinds;
    for (const Finding& finding : findings(log.world()))
        kinds.push_back(finding.kind);
    return kinds;
}

using Kinds = std::vector<FindingKind>;

} // namespace

// All that is the matter, beside what is stuck for good.
class FindingsTest : public QObject {
    Q_OBJECT

private slots:
    void whereWhoHoldsWhatIsNotKnownNothingIsFound();
    void whileAllGoesOnNothingIsTheMatter();
    void aReaderWaitsForWhatItsWriterKeeps();
    void whoFlushesInTimeKeepsNothingForLong();
    void aWriterThatRunsMayStillFlush();
    void whatIsKeptForOthersDoesNotMatter();
    void whatTheOtherSideOfASocketKeepsMatters();
    void aReaderDoesNotWaitForItself();
    void anEndThatIsKeptOnPurposeIsNoLeak();
    void aChildNobodyReapsIsAZombie();
    void aSlowParentMayYetReap();
    void anOrphanThatIsHeldBackMayYetWriteOrClose_data();
    void anOrphanThatIsHeldBackMayYetWriteOrClose();
    void whoLivesOnWithoutItsParentIsAnOrphan();
    void whoWritesWhereNobodyReadsHasABrokenPipe();
    void findingsComeInAFixedOrder();
    void randomWorldsNeverCrash();
};

// What a damaged file made up may have used up all looks: then who was not seen may hold an end.
void FindingsTest::whereWhoHoldsWhatIsNotKnownNothingIsFound()
{
    World world = LogBuilder()
                      .launch(10)
                      .channel(1)
                      .reads(10, 3, 1)
                      .writes(10, 4, 1)
                      .waits(10, Call::Read, 3)
                      .world();
    QVERIFY(!findings(world).empty());
    world.looks = 0;
    QVERIFY(findings(world).empty());
}

void FindingsTest::whileAllGoesOnNothingIsTheMatter()
{
    LogBuilder log;
    QCOMPARE(kindsIn(log), Kinds {});
    QCOMPARE(kindsIn(readerWaits(log)), Kinds {});
}

void FindingsTest::aReaderWaitsForWhatItsWriterKeeps()
{
    LogBuilder log;
    readerWaits(log).pending(100, 1, 14);
    const Nanoseconds since = log.world().now; // both are so from now on
    log.waits(100, Call::ClockNanosleep, -1);
    const std::vector<Finding> found = findings(log.world());
    QCOMPARE(found.size(), std::size_t { 1 });
    QCOMPARE(found[0].kind, FindingKind::StdioStuck);
    QCOMPARE(found[0].pids, (std::vector { Pid { 100 }, Pid { 101 } }));
    QCOMPARE(found[0].channels, (std::vector { ChannelId { 1 } }));
    QCOMPARE(found[0].since, since);
    log.pending(100, 1, 0);
    QCOMPARE(kindsIn(log), Kinds {});
}

void FindingsTest::whoFlushesInTimeKeepsNothingForLong()
{
    LogBuilder log;
    readerWaits(log).pending(100, 1, 14).wrote(100, 1, 14).pending(100, 1, 14);
    const Nanoseconds since = log.world().now - kMillisecond; // of the write: it went out
    log.pending(100, 1, 20).waits(100, Call::ClockNanosleep, -1); // and more came
    QCOMPARE(findings(log.world()).at(0).since, since);
    log.pending(100, 1, 0).pending(100, 1, 14);
    QCOMPARE(findings(log.world()).at(0).since, log.world().now);
    // It is in the very call that empties the buffer.
    log.returned(100, Call::ClockNanosleep).waits(100, Call::Write, 1);
    QCOMPARE(kindsIn(log), Kinds {});
}

void FindingsTest::aWriterThatRunsMayStillFlush()
{
    LogBuilder log;
    readerWaits(log).pending(100, 1, 14);
    QCOMPARE(kindsIn(log), Kinds {});
}

void FindingsTest::whatIsKeptForOthersDoesNotMatter()
{
    LogBuilder log;
    readerWaits(log).channel(2).writes(100, 2, 2).pending(100, 2, 14, "stderr");
    log.waits(100, Call::ClockNanosleep, -1);
    QCOMPARE(kindsIn(log), Kinds {});
}

void FindingsTest::whatTheOtherSideOfASocketKeepsMatters()
{
    LogBuilder log;
    log.launch(100).launch(101).channel(1, ChannelKind::Unix);
    log.holds(100, 3, 1, End::First).holds(101, 4, 1, End::Second);
    log.holds(100, 5, 1, End::Second); // a copy of the other end that it forgot to close
    log.pending(100, 5, 14, "socket.makefile");
    log.waits(101, Call::Read, 4).waits(100, Call::ClockNanosleep, -1);
    QCOMPARE(kindsIn(log), Kinds {}); // what is kept there would go to 100 itself
    log.pending(100, 3, 14, "socket.makefile");
    QCOMPARE(kindsIn(log), Kinds { FindingKind::StdioStuck });
}

void FindingsTest::aReaderDoesNotWaitForItself()
{
    LogBuilder log;
    log.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).pending(100, 4, 14);
    log.waits(100, Call::Read, 3);
    QCOMPARE(kindsIn(log), (Kinds { FindingKind::Deadlock, FindingKind::DescriptorLeak }));
}

void FindingsTest::anEndThatIsKeptOnPurposeIsNoLeak()
{
    LogBuilder fifo;
    fifo.launch(100).channel(1, ChannelKind::Fifo).reads(100, 3, 1).writes(100, 4, 1);
    QCOMPARE(kindsIn(fifo.waits(100, Call::Read, 3)), Kinds {}); // no end of file shall come
    LogBuilder handler;
    handler.launch(100).channel(1).reads(100, 3, 1).writes(100, 4, 1).waits(100, Call::Read, 3);
    QCOMPARE(kindsIn(handler.handles(100, SIGTERM)), Kinds {}); // it writes there
    LogBuilder another;
    another.launch(100).startThread(100, 101).channel(1).reads(100, 3, 1).writes(100, 4, 1);
    QCOMPARE(kindsIn(another.waits(100, Call::Read, 3)), Kinds {}); // another thread does
}

void FindingsTest::aChildNobodyReapsIsAZombie()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).exit(101);
    const std::vector<Finding> found = findings(log.world());
    QCOMPARE(found.size(), std::size_t { 1 });
    QCOMPARE(found[0].kind, FindingKind::Zombie);
    QCOMPARE(found[0].pids, (std::vector { Pid { 101 } }));
    QCOMPARE(found[0].since, log.world().now);
    log.add(0, UserAction { "hold_process", "", Pid { 100 } });
    QCOMPARE(kindsIn(log), Kinds {}); // its parent may be about to wait for it
    log.add(0, UserAction { "release_process", "", Pid { 100 } });
    QCOMPARE(kindsIn(log), Kinds { FindingKind::Zombie });
    QCOMPARE(findings(log.world())[0].since, log.world().now); // until now it could not
    log.reap(101, 100);
    QCOMPARE(kindsIn(log), Kinds {});
}

void FindingsTest::aSlowParentMayYetReap()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).add(0, UserAction { "slow", "100", {} }).exit(101);
    QCOMPARE(kindsIn(log), Kinds {});
    log.waits(100, Call::ClockNanosleep, -1);
    QCOMPARE(kindsIn(log), Kinds { FindingKind::Zombie }); // it has got to what it does instead
    log.returned(100, Call::ClockNanosleep);
    QCOMPARE(kindsIn(log), Kinds {});
    log.add(0, UserAction { "slow", "1", {} });
    QCOMPARE(kindsIn(log), Kinds { FindingKind::Zombie });
    QCOMPARE(findings(log.world())[0].since, log.world().now); // until now it could not
}

void FindingsTest::anOrphanThatIsHeldBackMayYetWriteOrClose_data()
{
    QTest::addColumn<QByteArray>("back");
    QTest::addColumn<QByteArray>("on");
    QTest::newRow("held") << QByteArray("hold_process") << QByteArray("release_process");
    QTest::newRow("slow") << QByteArray("slow") << QByteArray("slow");
}

void FindingsTest::anOrphanThatIsHeldBackMayYetWriteOrClose()
{
    QFETCH(QByteArray, back);
    QFETCH(QByteArray, on);
    const Kinds leaks { FindingKind::Orphan, FindingKind::DescriptorLeak };
    LogBuilder log;
    log.launch(101).channel(1).reads(101, 0, 1).launch(102).writes(102, 1, 1).adopt(102);
    log.waits(101, Call::Read, 0);
    QCOMPARE(kindsIn(log), leaks);
    log.add(0, UserAction { back.constData(), "10", Pid { 102 } });
    QCOMPARE(kindsIn(log), Kinds { FindingKind::Orphan });
    log.add(0, UserAction { on.constData(), "1", Pid { 102 } });
    QCOMPARE(kindsIn(log), leaks);
    QCOMPARE(findings(log.world())[1].since, log.world().now);
}

void FindingsTest::whoLivesOnWithoutItsParentIsAnOrphan()
{
    LogBuilder log;
    log.launch(100).fork(100, 101).exit(100).adopt(101);
    QCOMPARE(kindsIn(log), (Kinds { FindingKind::Zombie, FindingKind::Orphan }));
    log.exit(101);
    QCOMPARE(kindsIn(log), (Kinds { FindingKind::Zombie, FindingKind::Zombie }));
}

void FindingsTest::whoWritesWhereNobodyReadsHasABrokenPipe()
{
    LogBuilder log;
    log.launch(100).channel(1).writes(100, 1, 1).fails(100, Call::Write, 1, EPIPE);
    const Nanoseconds since = log.world().now;
    const std::vector<Finding> found = findings(log.world());
    QCOMPARE(found.size(), std::size_t { 1 });
    QCOMPARE(found[0].kind, FindingKind::BrokenPipe);
    QCOMPARE(found[0].pids, (std::vector { Pid { 100 } }));
    QCOMPARE(found[0].channels, (std::vector { ChannelId { 1 } }));
    QCOMPARE(found[0].since, since);
    log.exit(100); // it stays so: it is why
    QVERIFY(std::ranges::count(kindsIn(log), FindingKind::BrokenPipe) == 1);
}

void FindingsTest::findingsComeInAFixedOrder()
{
    LogBuilder log;
    log.launch(90).fork(90, 91).exit(91);
    readerWaits(log).channel(2).reads(100, 0, 2).writes(101, 1, 2).pending(100, 1, 14);
    log.waits(100, Call::Read, 0);
    QCOMPARE(kindsIn(log),
        (Kinds { FindingKind::Deadlock, FindingKind::StdioStuck, FindingKind::Zombie }));
}

void FindingsTest::randomWorldsNeverCrash()
{
    std::set<FindingKind> seen;
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        EventLog log;
        test::appendRandom(log, seed, 200);
        World world;
        for (EventIndex i = 0; i < log.size(); ++i) {
            apply(world, log[i]);
            if (i % 10 != 0)
                continue;
            for (const Finding& finding : findings(world)) {
                seen.insert(finding.kind);
                QVERIFY(std::ranges::is_sorted(finding.pids));
                QVERIFY(std::ranges::is_sorted(finding.channels));
            }
        }
    }
    QVERIFY(seen.contains(FindingKind::Zombie));
}

QTEST_GUILESS_MAIN(FindingsTest)
#include "findings_test.moc"
