// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/pcapng.h"
#include "tests/core/export/exported.h"
#include "tests/core/export/tshark.h"
#include "tests/core/support/log_builder.h"

#include <QtTest>

using namespace ipclab;
using test::fieldsOf;
using test::followed;
using test::LogBuilder;

namespace {

QByteArray pcapngOf(const EventLog& log)
{
    return test::exported(exportPcapng, log);
}

BytesMoved moved(int fd, unsigned channel, End end, std::string_view bytes)
{
    BytesMoved body;
    body.fd = fd;
    body.channel = ChannelId { channel };
    body.end = end;
    body.call = Call::Write;
    body.count = bytes.size();
    body.bytes = { bytes };
    return body;
}

SocketNamed connection(int fd, unsigned channel, std::string_view local, std::string_view remote)
{
    return { fd, ChannelId { channel }, local, remote, {}, {} };
}

struct PipeStory : LogBuilder {
    PipeStory()
    {
        launch(10).exec(10, { "writer" }).launch(20).exec(20, { "reader" });
        channel(1).writes(10, 1, 1).reads(20, 0, 1);
    }
    PipeStory& put(std::string_view bytes, std::uint64_t cut = 0)
    {
        BytesWritten body { moved(1, 1, End::Second, bytes) };
        body.count += cut;
        body.cut = cut;
        add(10, body);
        return *this;
    }
};

} // namespace

class PcapngTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void whatWasWrittenIsTheStream();
    void bothDirectionsAreInTheStream();
    void everyPacketSaysWhoWroteIt();
    void aReadAcknowledges();
    void aReadThatWasSeenFirstAcknowledgesWhenItsBytesAreSeen();
    void whatWasNotKeptIsSaidToBeMissing();
    void aWriteLongerThanAPacketIsSeveral();
    void aClosedEndIsFin();
    void anEndOfAFifoMayBeOpenedAgain();
    void whatIsUsedAgainAfterItsEndIsAnotherStream();
    void endsHaveNames();
    void connectionsHaveTheirAddresses_data();
    void connectionsHaveTheirAddresses();
    void datagramsAreUdp();
    void timesAreOfTheClockWithNanoseconds();
    void nothingIsMalformed_data();
    void nothingIsMalformed();
};

void PcapngTest::initTestCase()
{
    if (!test::has(QStringLiteral("tshark")))
        QSKIP("tshark is not installed");
}

void PcapngTest::whatWasWrittenIsTheStream()
{
    PipeStory story;
    story.put("What's ").put("new?\n");
    story.channel(2).writes(20, 1, 2).reads(10, 0, 2);
    const std::string binary("\x00\xff\x1b[31m\n", 8);
    story.add(20, BytesWritten { moved(1, 2, End::Second, binary) });
    const QByteArray capture = pcapngOf(story.log());
    QCOMPARE(followed(capture, 0), QByteArray("What's new?\n"));
    QCOMPARE(followed(capture, 1), QByteArray::fromStdString(binary));
}

void PcapngTest::bothDirectionsAreInTheStream()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1, ChannelKind::Unix);
    story.holds(10, 3, 1, End::First).holds(20, 4, 1, End::Second);
    story.add(10, BytesWritten { moved(3, 1, End::First, "ask") });
    story.add(20, BytesRead { moved(4, 1, End::Second, "ask") });
    story.add(20, BytesWritten { moved(4, 1, End::Second, "answer") });
    const QByteArray capture = pcapngOf(story.log());
    QCOMPARE(followed(capture, 0), QByteArray("ask"));
    QCOMPARE(followed(capture, 0, true), QByteArray("answer"));
}

void PcapngTest::everyPacketSaysWhoWroteIt()
{
    PipeStory story;
    story.put("hello").put("", 4);
    const QByteArrayList said = fieldsOf(pcapngOf(story.log()), "frame.comment", "tcp.len > 0");
    QCOMPARE(said, QByteArrayList({ "writer[10] write(1) = 5", "writer[10] write(1) = 4" }));
}

void PcapngTest::aReadAcknowledges()
{
    PipeStory story;
    story.put("hello").gotBytes(20, 0, 3).gotBytes(20, 0, 2).gotBytes(20, 0, 0);
    const QByteArrayList taken
        = fieldsOf(pcapngOf(story.log()), "tcp.ack frame.comment", "frame.comment contains reader");
    QCOMPARE(taken.size(), 2);
    QCOMPARE(taken[0], QByteArray("4|reader[20] bytes_read(0) = 3"));
    QCOMPARE(taken[1], QByteArray("6|reader[20] bytes_read(0) = 2"));
}

void PcapngTest::aReadThatWasSeenFirstAcknowledgesWhenItsBytesAreSeen()
{
    PipeStory story;
    story.put("ab").gotBytes(20, 0, 5);
    story.put("cde").put("f").gotBytes(20, 0, 1);
    QCOMPARE(
        fieldsOf(pcapngOf(story.log()), "tcp.ack frame.comment", "frame.comment contains reader"),
        QByteArrayList({ "3|reader[20] bytes_read(0) = 5", "6|reader[20] bytes_read(0) = 5",
            "7|reader[20] bytes_read(0) = 1" }));
}

void PcapngTest::whatWasNotKeptIsSaidToBeMissing()
{
    PipeStory story;
    story.put("begin", 95).put("end");
    const QByteArrayList packets
        = fieldsOf(pcapngOf(story.log()), "frame.len frame.cap_len tcp.seq", "tcp.flags.push == 1");
    QCOMPARE(packets, QByteArrayList({ "140|45|1", "43|43|101" }));
}

void PcapngTest::aWriteLongerThanAPacketIsSeveral()
{
    PipeStory story;
    story.put("begin", 999'995).put("end");
    const QByteArrayList packets
        = fieldsOf(pcapngOf(story.log()), "frame.cap_len tcp.seq", "tcp.flags.push == 1");
    QCOMPARE(packets.size(), 17);
    QCOMPARE(packets.front(), QByteArray("45|1"));
    QCOMPARE(packets.back(), QByteArray("43|1000001"));
}

void PcapngTest::aClosedEndIsFin()
{
    PipeStory story;
    story.put("x").fork(10, 30).close(10, 1);
    QCOMPARE(fieldsOf(pcapngOf(story.log()), "frame.comment", "tcp.flags.fin == 1").size(), 0);
    story.close(30, 1).exit(20);
    QCOMPARE(fieldsOf(pcapngOf(story.log()), "frame.comment", "tcp.flags.fin == 1"),
        QByteArrayList({ "writer[30] descriptor_closed", "reader[20] process_exited" }));
}

void PcapngTest::anEndOfAFifoMayBeOpenedAgain()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1, ChannelKind::Fifo).writes(10, 1, 1).reads(20, 0, 1);
    story.close(10, 1).writes(10, 1, 1).add(10, BytesWritten { moved(1, 1, End::Second, "x") });
    QCOMPARE(fieldsOf(pcapngOf(story.log()), "frame.number", "tcp.flags.fin == 1").size(), 0);
    story.close(10, 1).close(20, 0);
    QCOMPARE(fieldsOf(pcapngOf(story.log()), "frame.number", "tcp.flags.fin == 1").size(), 2);
}

void PcapngTest::whatIsUsedAgainAfterItsEndIsAnotherStream()
{
    LogBuilder story;
    story.launch(10).channel(1, ChannelKind::Pty);
    for (const char* const said : { "one", "two" }) {
        story.holds(10, 1, 1, End::Second).holds(10, 3, 1, End::First);
        story.add(10, BytesWritten { moved(1, 1, End::Second, said) }).close(10, 1).close(10, 3);
    }
    const QByteArray capture = pcapngOf(story.log());
    QCOMPARE(followed(capture, 0, true), QByteArray("one"));
    QCOMPARE(followed(capture, 1), QByteArray("two")); // who speaks first begins
}

void PcapngTest::endsHaveNames()
{
    PipeStory story;
    story.put("x");
    const QByteArrayList names = test::tshark(pcapngOf(story.log()),
        { QStringLiteral("-N"), QStringLiteral("n"), QStringLiteral("-T"), QStringLiteral("fields"),
            QStringLiteral("-e"), QStringLiteral("ip.src_host"), QStringLiteral("-e"),
            QStringLiteral("ip.dst_host"), QStringLiteral("-Y"), QStringLiteral("tcp.len > 0") });
    QCOMPARE(names, QByteArrayList({ "pipe-1.write\tpipe-1.read" }));
}

void PcapngTest::connectionsHaveTheirAddresses_data()
{
    QTest::addColumn<QString>("client");
    QTest::addColumn<QString>("server");
    QTest::addColumn<QByteArray>("seen");
    QTest::newRow("v4") << QStringLiteral("127.0.0.1:4000") << QStringLiteral("127.0.0.1:5000")
                        << QByteArray("127.0.0.1||4000|5000");
    QTest::newRow("v6") << QStringLiteral("[::1]:4000") << QStringLiteral("[::1]:5000")
                        << QByteArray("|::1|4000|5000");
    QTest::newRow("nonsense") << QStringLiteral("[::1:4000") << QStringLiteral("a:b")
                              << QByteArray("127.1.0.1||61000|61000");
}

void PcapngTest::connectionsHaveTheirAddresses()
{
    QFETCH(QString, client);
    QFETCH(QString, server);
    QFETCH(QByteArray, seen);
    const std::string local = client.toStdString();
    const std::string remote = server.toStdString();
    LogBuilder story;
    story.launch(10).launch(20).channel(1, ChannelKind::Tcp);
    story.holds(10, 3, 1, End::First).holds(20, 4, 1, End::Second);
    story.add(10, SocketConnected { connection(3, 1, local, remote) });
    story.add(20, SocketAccepted { connection(4, 1, remote, local) });
    story.add(10, BytesWritten { moved(3, 1, End::First, "ask") });
    story.add(20, BytesWritten { moved(4, 1, End::Second, "answer") });
    const QByteArray capture = pcapngOf(story.log());
    const QByteArrayList packets
        = fieldsOf(capture, "tcp.checksum.status tcp.len ip.src ipv6.src tcp.srcport tcp.dstport");
    QCOMPARE(packets.size(), 5);
    for (const QByteArray& packet : packets)
        QVERIFY2(packet.startsWith("1|"), packet.constData()); // good
    QCOMPARE(packets.count("1|3|" + seen), 1);
    QCOMPARE(followed(capture, 0, true), QByteArray("answer"));
}

void PcapngTest::datagramsAreUdp()
{
    LogBuilder story;
    story.launch(10).launch(20);
    story.add(20, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "a", false, true });
    story.add(20, SocketBound { connection(3, 1, "127.0.0.1:4000", "") });
    BytesWritten lost { moved(4, 1, End::Second, "two") };
    lost.lost = true;
    story.add(10, BytesWritten { moved(4, 1, End::Second, "one") }).add(10, lost);
    const QByteArrayList seen = fieldsOf(
        pcapngOf(story.log()), "ip.dst udp.dstport data.data udp.checksum.status frame.comment");
    QCOMPARE(seen,
        QByteArrayList({ "127.0.0.1|4000|6f6e65|1|[10] write(4) = 3",
            "127.0.0.1|4000|74776f|1|[10] write(4) = 3 lost" }));
}

void PcapngTest::timesAreOfTheClockWithNanoseconds()
{
    EventLog log;
    log.append({ 0, Pid { 1 }, Tid { 1 }, ProcessStarted {} });
    log.append({ 1'000'000'007, Pid { 1 }, Tid { 1 },
        ChannelCreated { ChannelId { 1 }, ChannelKind::Pipe, "p" } });
    ExportOptions options;
    options.startedAt = 1'767'225'600 * kSecond;
    QByteArray capture;
    QVERIFY(exportPcapng(LogView(log), options, [&](std::string_view bytes) -> Status {
        capture.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
        return Done {};
    }).ok());
    QCOMPARE(fieldsOf(capture, "frame.time_epoch").front(), QByteArray("1767225601.000000007"));
}

void PcapngTest::nothingIsMalformed_data()
{
    test::addLogs(4);
}

void PcapngTest::nothingIsMalformed()
{
    const auto log = test::logOfRow(2000);
    const QByteArray capture = pcapngOf(*log);
    const QByteArrayList packets = fieldsOf(capture,
        "_ws.malformed ip.checksum.status tcp.checksum.status udp.checksum.status "
        "tcp.analysis.lost_segment tcp.analysis.ack_lost_segment tcp.analysis.retransmission "
        "tcp.analysis.out_of_order");
    QVERIFY(packets.size() >= (test::hasTwoEnds(*log) ? 3 : 0));
    for (const QByteArray& packet : packets) {
        const QByteArrayList said = packet.split('|');
        QCOMPARE(said.size(), 8);
        QVERIFY2(said[0].isEmpty(), packet.constData());
        for (int checksum = 1; checksum < 4; ++checksum)
            QVERIFY2(said[checksum] != "0", packet.constData()); // bad
        for (int analysis = 4; analysis < 8 && test::isRecorded(); ++analysis)
            QVERIFY2(said[analysis].isEmpty(), packet.constData()); // lost, or sent twice
    }
}

QTEST_GUILESS_MAIN(PcapngTest)
#include "pcapng_test.moc"
