// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/analysis/run_bytes.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

using namespace ipclab;
using test::LogBuilder;

namespace {

const ChannelId kPipe { 1 };

// 100 prints on 1, 101 reads on 0.
LogBuilder& pipe(LogBuilder& log)
{
    return log.launch(100).launch(101).channel(1).writes(100, 1, 1).reads(101, 0, 1);
}

std::optional<Place> placeOn(const LogBuilder& log, int pid, int fd)
{
    const World world = log.world();
    return placeOf(world, world.processes.at(Pid { pid }), fd);
}

} // namespace

// Where is the byte?
class BytePlacesTest : public QObject {
    Q_OBJECT

private slots:
    void bytesAreInFourPlaces();
    void onlyChannelsBetweenProgramsCount();
    void oneChannelIsCountedAlone();
    void aRunIsCountedAlone();
    void aTerminalThatOutlivesARunCountsWhatWasReadInTheNext();
    void whatABufferStillHoldsIsNotRead();
    void theBuffersOfTheDeadDoNotCount();
    void aForkDoublesABuffer();
    void theByteGoesFromPlaceToPlace();
    void whatNothingPrintedIsNowhere();
    void theOtherDirectionOfATerminalIsNotWhatWasPrinted();
    void everyPlaceIsFoundByItsName();
};

void BytePlacesTest::bytesAreInFourPlaces()
{
    LogBuilder log;
    pipe(log).wrote(100, 1, 20).gotBytes(101, 0, 15).pending(100, 1, 14).unread(101, 0, 4);
    const BytePlaces places = bytePlaces(log.world());
    QCOMPARE(places, (BytePlaces { 14, 5, 4, 11 }));
    QCOMPARE(places.at(Place::Writer), std::uint64_t { 14 });
    QCOMPARE(places.at(Place::Kernel), std::uint64_t { 5 });
    QCOMPARE(places.at(Place::Reader), std::uint64_t { 4 });
    QCOMPARE(places.at(Place::Read), std::uint64_t { 11 });
}

void BytePlacesTest::onlyChannelsBetweenProgramsCount()
{
    LogBuilder log;
    log.launch(100).channel(1, ChannelKind::File).writes(100, 1, 1);
    log.wrote(100, 1, 20).pending(100, 1, 14).pending(100, 7, 3); // on 7 nothing is open
    QCOMPARE(bytePlaces(log.world()), BytePlaces {});
    QVERIFY(!placeOn(log, 100, 7));
}

void BytePlacesTest::oneChannelIsCountedAlone()
{
    LogBuilder log;
    pipe(log).channel(2).writes(100, 2, 2).wrote(100, 1, 5).wrote(100, 2, 7).pending(100, 2, 1);
    QCOMPARE(bytePlaces(log.world(), kPipe), (BytePlaces { 0, 5, 0, 0 }));
    QCOMPARE(bytePlaces(log.world(), ChannelId { 2 }), (BytePlaces { 1, 7, 0, 0 }));
    QCOMPARE(bytePlaces(log.world()), (BytePlaces { 1, 12, 0, 0 }));
}

void BytePlacesTest::aRunIsCountedAlone()
{
    LogBuilder log;
    pipe(log).wrote(100, 1, 20).gotBytes(101, 0, 15);
    QCOMPARE(bytePlacesOfRun(log.world(), {}), bytePlaces(log.world()));
    log.exit(100).exit(101);
    QCOMPARE(bytePlacesOfRun(log.world(), {}).read, std::uint64_t { 15 }); // it was the last
    const PassedBytes before(log.world());
    log.launch(200).channel(2).writes(200, 1, 2).launch(201).reads(201, 0, 2);
    log.wrote(200, 1, 9).gotBytes(201, 0, 3);
    QCOMPARE(bytePlaces(log.world()).read, std::uint64_t { 18 });
    QCOMPARE(bytePlacesOfRun(log.world(), before).read, std::uint64_t { 3 });
}

void BytePlacesTest::aTerminalThatOutlivesARunCountsWhatWasReadInTheNext()
{
    LogBuilder log;
    log.launchSelf(50).channel(1, ChannelKind::Pty).holds(50, 9, 1, End::First);
    log.launch(100).holds(100, 1, 1, End::Second).wrote(100, 1, 46).gotBytes(50, 9, 40).exit(100);
    log.gotBytes(50, 9, 6); // what was left there
    QCOMPARE(runBegan(log.world()), Nanoseconds { 0 });
    const PassedBytes before(log.world());
    log.launch(200).holds(200, 1, 1, End::Second);
    QCOMPARE(runBegan(log.world()), log.world().process(Pid { 200 })->startedAt);
    QCOMPARE(bytePlacesOfRun(log.world(), before), BytePlaces {});
    log.wrote(200, 1, 51).gotBytes(50, 9, 48);
    QCOMPARE(bytePlacesOfRun(log.world(), before), (BytePlaces { 0, 3, 0, 48 }));
}

void BytePlacesTest::whatABufferStillHoldsIsNotRead()
{
    LogBuilder log;
    pipe(log).unread(101, 0, 9); // seen before the read that filled it
    QCOMPARE(bytePlaces(log.world()), (BytePlaces { 0, 0, 9, 0 }));
}

void BytePlacesTest::theBuffersOfTheDeadDoNotCount()
{
    LogBuilder log;
    pipe(log).pending(100, 1, 14).exit(100);
    QCOMPARE(bytePlaces(log.world()), BytePlaces {});
    QVERIFY(!placeOn(log, 100, 1));
}

void BytePlacesTest::aForkDoublesABuffer()
{
    LogBuilder log;
    pipe(log).pending(100, 1, 14).fork(100, 102); // both will write it: that is no mistake of ours
    QCOMPARE(bytePlaces(log.world()).writer, std::uint64_t { 28 });
}

void BytePlacesTest::theByteGoesFromPlaceToPlace()
{
    LogBuilder log;
    pipe(log).pending(100, 1, 6);
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Writer));
    log.pending(100, 1, 0).wrote(100, 1, 6);
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Kernel));
    log.gotBytes(101, 0, 6).unread(101, 0, 6);
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Reader));
    log.unread(101, 0, 0);
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Read));
    log.pending(100, 1, 1); // the one furthest back counts
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Writer));
}

void BytePlacesTest::whatNothingPrintedIsNowhere()
{
    LogBuilder log;
    pipe(log);
    QVERIFY(!placeOn(log, 100, 1));
    QVERIFY(!placeOn(log, 100, 99));
    log.channel(3, ChannelKind::File).writes(100, 3, 3).wrote(100, 3, 5);
    QVERIFY(!placeOn(log, 100, 3));
}

void BytePlacesTest::theOtherDirectionOfATerminalIsNotWhatWasPrinted()
{
    LogBuilder log;
    log.launchSelf(50).launch(100).channel(1, ChannelKind::Pty).holds(50, 9, 1, End::First);
    log.holds(100, 0, 1, End::Second).holds(100, 1, 1, End::Second).wrote(50, 9, 5);
    QVERIFY(!placeOn(log, 100, 1)); // something was typed, nothing printed
    log.gotBytes(100, 0, 5).unread(100, 0, 2);
    QVERIFY(!placeOn(log, 100, 1));
    log.wrote(100, 1, 3);
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Kernel));
    log.gotBytes(50, 9, 3);
    QCOMPARE(placeOn(log, 100, 1), std::optional(Place::Read));
}

void BytePlacesTest::everyPlaceIsFoundByItsName()
{
    for (const Place place : { Place::Writer, Place::Kernel, Place::Reader, Place::Read })
        QCOMPARE(placeNamed(name(place)), std::optional(place));
    QCOMPARE(name(Place::Writer), std::string_view("writer"));
    QVERIFY(!placeNamed("disk"));
}

QTEST_GUILESS_MAIN(BytePlacesTest)
#include "byte_places_test.moc"
