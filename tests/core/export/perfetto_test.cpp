// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/perfetto.h"
#include "tests/core/export/exported.h"
#include "tests/core/support/log_builder.h"

#include <QRegularExpression>
#include <QtTest>

#include <algorithm>

using namespace ipclab;
using test::LogBuilder;

namespace {

// A trace, in words: each packet in a line.
QStringList packetsOf(const EventLog& log)
{
    const QByteArray trace = test::exported(exportPerfetto, log);
    const QString text = QString::fromUtf8(test::answered(QStringLiteral("protoc"),
        { QStringLiteral("--decode=perfetto.protos.Trace"), QStringLiteral("--proto_path"),
            QStringLiteral(EXPORT_TESTS), QStringLiteral("perfetto_subset.proto") },
        trace));
    static const QRegularExpression kSpace(QStringLiteral("\\s+"));
    QStringList packets;
    for (QString packet : text.split(QStringLiteral("\n}\n"), Qt::SkipEmptyParts))
        packets.append(packet.replace(kSpace, QStringLiteral(" ")));
    return packets;
}

QByteArray partOf(const QString& packet, const char* pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern)).match(packet).captured(1).toUtf8();
}

// Those that say all of it.
QStringList saying(const QStringList& packets, std::initializer_list<const char*> parts)
{
    QStringList found;
    for (const QString& packet : packets) {
        if (std::ranges::all_of(
                parts, [&](const char* part) { return packet.contains(QString::fromUtf8(part)); }))
            found.append(packet);
    }
    return found;
}

QByteArray trackOf(const QStringList& packets, std::initializer_list<const char*> parts)
{
    const QStringList found = saying(packets, parts);
    return found.size() == 1 ? partOf(found.front(), " uuid: (\\d+)") : QByteArray();
}

} // namespace

class PerfettoTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void aWaitIsASliceOfItsThread();
    void aWaitThatNeverEndedHasNoEnd();
    void anEndedProcessWaitsNoMore();
    void anEndedThreadWaitsNoMore();
    void anArrowLeadsFromTheWriteToEachReadOfItsBytes();
    void whatAChannelHoldsIsACounter();
    void whatAProgramKeepsIsACounterOfItsProcess();
    void aNumberThatIsUsedAgainIsAnotherTrack();
    void findingsThatOverlapHaveTracksOfTheirOwn();
    void aFindingOfSomeThreadsEndsItsOwnSlice();
    void timeNeverGoesBack();
    void thePublishedSchemaKnowsEveryField_data();
    void thePublishedSchemaKnowsEveryField();
};

void PerfettoTest::initTestCase()
{
    if (!test::has(QStringLiteral("protoc")))
        QSKIP("protoc (protobuf-compiler) is not installed");
}

void PerfettoTest::aWaitIsASliceOfItsThread()
{
    LogBuilder story;
    story.launch(10).exec(10, { "cat", "-u" }).channel(1).reads(10, 0, 1);
    story.waits(10, Call::Read, 0).gotBytes(10, 0, 0);
    const QStringList packets = packetsOf(story.log());
    const QByteArray thread = trackOf(packets, { "thread {", "pid: 10 tid: 10", "\"cat\"" });
    QVERIFY2(!thread.isEmpty(), qPrintable(packets.join(QLatin1Char('\n'))));
    QVERIFY(
        !trackOf(packets, { "cmdline: \"cat\" cmdline: \"-u\" process_name: \"cat\"" }).isEmpty());
    const QByteArray on = "track_uuid: " + thread + " ";
    const QStringList begins = saying(packets, { "TYPE_SLICE_BEGIN", on.constData() });
    QCOMPARE(begins.size(), 1);
    QVERIFY(begins.front().contains(QStringLiteral("name: \"read\"")));
    QVERIFY(begins.front().contains(QStringLiteral("string_value: \"pipe 1\" name: \"channel\"")));
    QVERIFY(begins.front().contains(QStringLiteral("int_value: 0 name: \"fd\"")));
    const QStringList ends = saying(packets, { "TYPE_SLICE_END", on.constData() });
    QCOMPARE(ends.size(), 1);
    QCOMPARE(partOf(ends.front(), "timestamp: (\\d+)").toLongLong(),
        partOf(begins.front(), "timestamp: (\\d+)").toLongLong() + kMillisecond);
}

void PerfettoTest::aWaitThatNeverEndedHasNoEnd()
{
    LogBuilder story;
    story.launch(10).channel(1).reads(10, 0, 1).waits(10, Call::Read, 0);
    const QStringList packets = packetsOf(story.log());
    QCOMPARE(saying(packets, { "TYPE_SLICE_BEGIN" }).size(), 1);
    QCOMPARE(saying(packets, { "TYPE_SLICE_END" }).size(), 0);
}

void PerfettoTest::anEndedProcessWaitsNoMore()
{
    LogBuilder story;
    story.launch(10).startThread(10, 11).channel(1).reads(10, 0, 1);
    story.waits(10, Call::Read, 0).thread(11).waits(10, Call::Read, 0).exit(10);
    const QStringList packets = packetsOf(story.log());
    QCOMPARE(saying(packets, { "TYPE_SLICE_BEGIN" }).size(), 2);
    QCOMPARE(saying(packets, { "TYPE_SLICE_END" }).size(), 2);
}

void PerfettoTest::anEndedThreadWaitsNoMore()
{
    LogBuilder story;
    story.launch(10).startThread(10, 11).channel(1).reads(10, 0, 1);
    story.waits(10, Call::Read, 0).thread(11).waits(10, Call::Read, 0);
    story.thread(11).add(10, ThreadExited {});
    const QStringList packets = packetsOf(story.log());
    const QByteArray thread = trackOf(packets, { "thread {", "tid: 11" });
    const QStringList ends = saying(packets, { "TYPE_SLICE_END" });
    QCOMPARE(ends.size(), 1);
    QCOMPARE(partOf(ends.front(), "track_uuid: (\\d+)"), thread);
}

void PerfettoTest::anArrowLeadsFromTheWriteToEachReadOfItsBytes()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1).writes(10, 1, 1).reads(20, 0, 1);
    story.wrote(10, 1, 8).gotBytes(20, 0, 5).gotBytes(20, 0, 3);
    const QStringList packets = packetsOf(story.log());
    const QStringList writes
        = saying(packets, { "name: \"bytes_written\"", "flow_ids: 1 flow_ids: 2" });
    QCOMPARE(writes.size(), 1);
    QCOMPARE(saying(packets, { "name: \"bytes_read\"", "flow_ids: 1" }).size(), 1);
    QCOMPARE(saying(packets, { "name: \"bytes_read\"", "flow_ids: 2" }).size(), 1);
}

void PerfettoTest::whatAChannelHoldsIsACounter()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1).writes(10, 1, 1).reads(20, 0, 1);
    story.wrote(10, 1, 8).gotBytes(20, 0, 5);
    const QStringList packets = packetsOf(story.log());
    const QByteArray track = trackOf(packets, { "name: \"pipe 1\"", "unit: UNIT_SIZE_BYTES" });
    const QByteArray on = "track_uuid: " + track + " ";
    QByteArrayList values;
    for (const QString& packet : saying(packets, { "TYPE_COUNTER", on.constData() }))
        values += partOf(packet, "counter_value: (\\d+)");
    QCOMPARE(values, QByteArrayList({ "8", "3" }));
}

void PerfettoTest::whatAProgramKeepsIsACounterOfItsProcess()
{
    LogBuilder story;
    story.launch(10).exec(10, { "child" }).channel(1).writes(10, 1, 1);
    story.pending(10, 1, 9).pending(10, 1, 0);
    const QStringList packets = packetsOf(story.log());
    const QByteArray process = trackOf(packets, { "process_name: \"child\"" });
    const QByteArray under = "parent_uuid: " + process + " ";
    const QByteArray track
        = trackOf(packets, { "name: \"stdout (1) pending\"", under.constData() });
    QVERIFY(!track.isEmpty());
    const QByteArray on = "track_uuid: " + track + " ";
    QCOMPARE(saying(packets, { "counter_value: 9", on.constData() }).size(), 1);
    QCOMPARE(saying(packets, { "counter_value: 0", on.constData() }).size(), 1);
}

void PerfettoTest::aNumberThatIsUsedAgainIsAnotherTrack()
{
    LogBuilder story;
    story.launch(10).exec(10, { "first" }).exit(10).launch(10).exec(10, { "second" });
    const QStringList packets = packetsOf(story.log());
    const QByteArray first = trackOf(packets, { "process_name: \"first\"" });
    const QByteArray second = trackOf(packets, { "process_name: \"second\"" });
    QVERIFY(!first.isEmpty() && !second.isEmpty() && first != second);
}

void PerfettoTest::findingsThatOverlapHaveTracksOfTheirOwn()
{
    const std::array one { Pid { 10 } };
    const std::array other { Pid { 20 } };
    LogBuilder story;
    story.launch(10).launch(20);
    story.add(0, FindingBegan { { FindingKind::Zombie, one, {} } });
    story.add(0, FindingBegan { { FindingKind::Zombie, other, {} } });
    story.add(0, FindingEnded { { FindingKind::Zombie, one, {} } });
    const QStringList packets = packetsOf(story.log());
    const QStringList begins = saying(packets, { "TYPE_SLICE_BEGIN", "name: \"zombie\"" });
    QCOMPARE(begins.size(), 2);
    const QByteArray first = partOf(begins[0], "track_uuid: (\\d+)");
    QVERIFY(first != partOf(begins[1], "track_uuid: (\\d+)"));
    const QStringList ends = saying(packets, { "TYPE_SLICE_END" });
    QCOMPARE(ends.size(), 1);
    QCOMPARE(partOf(ends.front(), "track_uuid: (\\d+)"), first);
}

void PerfettoTest::aFindingOfSomeThreadsEndsItsOwnSlice()
{
    const std::array pids { Pid { 10 } };
    const std::array first { Tid { 10 }, Tid { 11 } };
    const std::array second { Tid { 12 }, Tid { 13 } };
    LogBuilder story;
    story.launch(10);
    story.add(0, FindingBegan { { FindingKind::Deadlock, pids, {}, first } });
    story.add(0, FindingBegan { { FindingKind::Deadlock, pids, {}, second } });
    story.add(0, FindingEnded { { FindingKind::Deadlock, pids, {}, second } });
    story.add(0, FindingEnded { { FindingKind::Deadlock, pids, {} } }); // does not say which
    const QStringList packets = packetsOf(story.log());
    const QStringList begins = saying(packets, { "TYPE_SLICE_BEGIN", "name: \"deadlock\"" });
    const QStringList ends = saying(packets, { "TYPE_SLICE_END" });
    QCOMPARE(begins.size(), 2);
    QCOMPARE(ends.size(), 2);
    QCOMPARE(partOf(ends[0], "track_uuid: (\\d+)"), partOf(begins[1], "track_uuid: (\\d+)"));
    QCOMPARE(partOf(ends[1], "track_uuid: (\\d+)"), partOf(begins[0], "track_uuid: (\\d+)"));
}

void PerfettoTest::timeNeverGoesBack()
{
    EventLog log;
    log.append({ 5, Pid { 1 }, Tid { 1 }, ProcessStarted {} });
    log.append({ -7, Pid { 1 }, Tid { 1 }, ProcessExited {} });
    const QStringList packets = packetsOf(log);
    QCOMPARE(saying(packets, { "timestamp: 5 ", "TYPE_INSTANT" }).size(), 2);
}

void PerfettoTest::thePublishedSchemaKnowsEveryField_data()
{
    test::addLogs(20);
}

void PerfettoTest::thePublishedSchemaKnowsEveryField()
{
    const QStringList packets = packetsOf(*test::logOfRow(500));
    QVERIFY(packets.size() > 10);
    static const QRegularExpression kBareNumber(QStringLiteral("[ {]\\d+(: | \\{)"));
    for (const QString& packet : packets) {
        QVERIFY2(!packet.contains(kBareNumber), qPrintable(packet));
        QVERIFY(packet.contains(QStringLiteral("trusted_packet_sequence_id: 1")));
    }
}

QTEST_GUILESS_MAIN(PerfettoTest)
#include "perfetto_test.moc"
