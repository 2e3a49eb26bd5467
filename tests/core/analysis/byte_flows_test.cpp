// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_flows.h"
#include "tests/core/support/log_builder.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

Q_DECLARE_METATYPE(ipclab::EventBody)

using namespace ipclab;
using test::LogBuilder;

namespace {

using Flows = std::vector<ByteFlow>;

Flows flowsOf(const EventLog& log)
{
    return byteFlows(LogView(log));
}

BytesMoved moved(int fd, unsigned channel, End end, std::string_view bytes)
{
    BytesMoved body;
    body.fd = fd;
    body.channel = ChannelId { channel };
    body.end = end;
    body.count = bytes.size();
    body.bytes = { bytes };
    return body;
}

// A pipe between two, with what is written at 1 and read at 0.
struct PipeStory : LogBuilder {
    explicit PipeStory(ChannelKind kind = ChannelKind::Pipe, bool outside = false)
    {
        launch(10).launch(20).channel(1, kind, outside).writes(10, 1, 1).reads(20, 0, 1);
    }
};

} // namespace

class ByteFlowsTest : public QObject {
    Q_OBJECT

private slots:
    void bytesArriveInTheirOrder();
    void aReadThatWasSeenFirstComesFromTheCallThatWroteThen();
    void aCallThatWasLeftOtherwiseWroteNothing_data();
    void aCallThatWasLeftOtherwiseWroteNothing();
    void bothDirectionsOfAConnectionAreApart();
    void aDatagramIsFoundByWhatItSays();
    void aLostDatagramArrivesNowhere();
    void whatIsLeftOfADatagramDoesNotShiftTheNext();
    void whatIsDroppedOfAPacketDoesNotShiftTheNext();
    void whatWasInAPipeWhenWeCameIsReadFirst();
    void whileAPipeIsWrittenIntoItIsNotKnownWhatIsThere();
    void whatWasThereWhenWeCameIsNoDatagramThatWasSeen();
    void whatOthersMayReadIsNotSaid();
    void aTerminalIsNotSaid();
    void hugeCountsDoNotMatter();
};

void ByteFlowsTest::bytesArriveInTheirOrder()
{
    PipeStory story;
    const EventIndex at = story.log().size();
    story.wrote(10, 1, 3).wrote(10, 1, 4).gotBytes(20, 0, 5).wrote(10, 1, 1).gotBytes(20, 0, 9);
    QCOMPARE(flowsOf(story.log()),
        (Flows { { at, at + 2 }, { at + 1, at + 2 }, { at + 1, at + 4 }, { at + 3, at + 4 } }));
}

void ByteFlowsTest::aReadThatWasSeenFirstComesFromTheCallThatWroteThen()
{
    PipeStory story;
    const EventIndex at = story.log().size();
    story.waits(10, Call::Write, 1).gotBytes(20, 0, 4).wrote(10, 1, 4);
    QCOMPARE(flowsOf(story.log()), (Flows { { at, at + 1 } }));
}

void ByteFlowsTest::aCallThatWasLeftOtherwiseWroteNothing_data()
{
    QTest::addColumn<EventBody>("left");
    QTest::newRow("exec") << EventBody(ProgramExecuted { "/bin/a", {} });
    QTest::newRow("exit") << EventBody(ProcessExited {});
    QTest::newRow("started") << EventBody(ProcessStarted {});
    QTest::newRow("thread exit") << EventBody(ThreadExited {});
    QTest::newRow("thread") << EventBody(ThreadStarted {});
    QTest::newRow("bind") << EventBody(SocketBound {});
    QTest::newRow("listen") << EventBody(SocketListening {});
    QTest::newRow("connect") << EventBody(SocketConnected {});
    QTest::newRow("accept") << EventBody(SocketAccepted {});
    QTest::newRow("return") << EventBody(CallReturned {});
}

// Its write is seen after the read: of which call it was is not known.
void ByteFlowsTest::aCallThatWasLeftOtherwiseWroteNothing()
{
    QFETCH(EventBody, left);
    PipeStory story;
    story.waits(10, Call::Write, 1).add(10, left).gotBytes(20, 0, 4);
    BytesWritten late { moved(1, 1, End::Second, "late") };
    story.add(10, late);
    QCOMPARE(flowsOf(story.log()), Flows {});
}

void ByteFlowsTest::bothDirectionsOfAConnectionAreApart()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1, ChannelKind::Unix);
    story.holds(10, 3, 1, End::First).holds(20, 4, 1, End::Second);
    const EventIndex at = story.log().size();
    story.wrote(10, 3, 2).wrote(20, 4, 2).gotBytes(10, 3, 2).gotBytes(20, 4, 2);
    QCOMPARE(flowsOf(story.log()), (Flows { { at, at + 3 }, { at + 1, at + 2 } }));
}

void ByteFlowsTest::aDatagramIsFoundByWhatItSays()
{
    LogBuilder story;
    story.launch(10).launch(20);
    story.add(20, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "127.0.0.1:9", false, true });
    const EventIndex at = story.log().size();
    story.add(10, BytesWritten { moved(3, 1, End::Second, "one") });
    story.add(10, BytesWritten { moved(3, 1, End::Second, "two") });
    story.add(20, BytesRead { moved(4, 1, End::First, "two") });
    QCOMPARE(flowsOf(story.log()), (Flows { { at + 1, at + 2 } }));
}

void ByteFlowsTest::aLostDatagramArrivesNowhere()
{
    LogBuilder story;
    story.launch(10).launch(20);
    story.add(20, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "127.0.0.1:9", false, true });
    BytesWritten lost { moved(3, 1, End::Second, "one") };
    lost.lost = true;
    story.add(10, lost).add(20, BytesRead { moved(4, 1, End::First, "one") });
    QCOMPARE(flowsOf(story.log()), Flows {});
}

// Of a socketpair(2): the reader's room was too small for the first, and the rest is gone, recv(2).
void ByteFlowsTest::whatIsLeftOfADatagramDoesNotShiftTheNext()
{
    LogBuilder story;
    story.launch(10).launch(20);
    story.add(10, ChannelCreated { ChannelId { 1 }, ChannelKind::Unix, {}, false, false, true });
    const EventIndex at = story.log().size();
    story.add(10, BytesWritten { moved(3, 1, End::First, "first") });
    story.add(10, BytesWritten { moved(3, 1, End::First, "next") });
    story.add(20, BytesRead { moved(4, 1, End::Second, "fi") });
    story.add(20, BytesRead { moved(4, 1, End::Second, "next") });
    QCOMPARE(flowsOf(story.log()), (Flows { { at, at + 2 }, { at + 1, at + 3 } }));
}

// Of a pipe in packet mode, O_DIRECT of pipe(2): the order is all that tells which is which.
void ByteFlowsTest::whatIsDroppedOfAPacketDoesNotShiftTheNext()
{
    PipeStory story;
    const EventIndex at = story.log().size();
    BytesRead part { moved(0, 1, End::First, "fi") };
    part.dropped = 3;
    story.wrote(10, 1, 5).wrote(10, 1, 2).add(20, part).gotBytes(20, 0, 2);
    QCOMPARE(flowsOf(story.log()), (Flows { { at, at + 2 }, { at + 1, at + 3 } }));
}

void ByteFlowsTest::whatWasInAPipeWhenWeCameIsReadFirst()
{
    PipeStory story(ChannelKind::Pipe, true);
    story.gotBytes(20, 0, 1).add(20, ChannelHeld { ChannelId { 1 }, End::First, {}, {}, true });
    story.level(1, 2);
    const EventIndex at = story.log().size();
    story.wrote(10, 1, 3).gotBytes(20, 0, 1).gotBytes(20, 0, 1).gotBytes(20, 0, 3);
    QCOMPARE(flowsOf(story.log()), (Flows { { at, at + 3 } }));
}

void ByteFlowsTest::whileAPipeIsWrittenIntoItIsNotKnownWhatIsThere()
{
    PipeStory story(ChannelKind::Pipe, true);
    story.waits(10, Call::Write, 1);
    story.add(20, ChannelHeld { ChannelId { 1 }, End::First, {}, {}, true }).level(1, 2);
    story.wrote(10, 1, 3).gotBytes(20, 0, 3).wrote(10, 1, 3).gotBytes(20, 0, 3);
    QCOMPARE(flowsOf(story.log()), Flows {});
}

void ByteFlowsTest::whatWasThereWhenWeCameIsNoDatagramThatWasSeen()
{
    LogBuilder story;
    story.launch(20);
    story.add(20, ChannelCreated { ChannelId { 1 }, ChannelKind::Unix, {}, true, false, true });
    story.add(20, ChannelHeld { ChannelId { 1 }, End::First, {}, {}, true }).level(1, 2);
    story.add(20, BytesRead { moved(4, 1, End::First, "no") });
    QCOMPARE(flowsOf(story.log()), Flows {});
}

void ByteFlowsTest::whatOthersMayReadIsNotSaid()
{
    PipeStory story(ChannelKind::Fifo, true);
    story.wrote(10, 1, 3).gotBytes(20, 0, 3);
    QCOMPARE(flowsOf(story.log()), Flows {});
}

void ByteFlowsTest::aTerminalIsNotSaid()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1, ChannelKind::Pty);
    story.holds(10, 1, 1, End::Second).holds(20, 3, 1, End::First);
    story.wrote(10, 1, 3).gotBytes(20, 3, 4);
    QCOMPARE(flowsOf(story.log()), Flows {});
}

void ByteFlowsTest::hugeCountsDoNotMatter()
{
    PipeStory story;
    const EventIndex at = story.log().size();
    constexpr auto kAll = std::numeric_limits<std::uint64_t>::max();
    story.wrote(10, 1, kAll).wrote(10, 1, kAll).gotBytes(20, 0, kAll).gotBytes(20, 0, 1);
    QCOMPARE(flowsOf(story.log()), (Flows { { at, at + 2 }, { at + 1, at + 3 } }));
    EventLog log;
    test::appendRandom(log, 7, 100'000);
    for (const ByteFlow& flow : flowsOf(log))
        QVERIFY(flow.from < flow.to && flow.to < log.size());
}

QTEST_GUILESS_MAIN(ByteFlowsTest)
#include "byte_flows_test.moc"
