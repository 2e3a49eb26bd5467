// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/internet_packet.h"
#include "ipc-core/export/pcapng.h"
#include "ipc-core/export/perfetto.h"
#include "tests/core/export/exported.h"
#include "tests/core/support/log_builder.h"
#include "tests/core/support/random_events.h"

#include <QtEndian>
#include <QtTest>

#include <cerrno>
#include <ctime>
#include <limits>

using namespace ipclab;
using test::LogBuilder;

namespace {

// The blocks of a file as the format has them, each with its length before and after.
int blocksOf(const QByteArray& file)
{
    int blocks = 0;
    for (qsizetype at = 0; at < file.size(); ++blocks) {
        if (file.size() - at < 12)
            return -1;
        const auto length = qFromLittleEndian<quint32>(file.constData() + at + 4);
        if (length < 12 || length % 4 != 0 || length > file.size() - at
            || qFromLittleEndian<quint32>(file.constData() + at + length - 4) != length)
            return -1;
        at += length;
    }
    return blocks;
}

// A terminal is called otherwise when there is another, a connection by who listens: who gives
// names to people goes through all channels.
std::string labelForPeople(const World& world, ChannelId id)
{
    std::size_t others = 0;
    for (const auto& [other, channel] : world.channels)
        others += channel.local == "nowhere" || other == id ? 1U : 0U;
    const Channel* const channel = world.channel(id);
    return (channel ? channel->local : std::string("?")) + " of people" + std::to_string(others);
}

} // namespace

// What is written, without a tool that reads it.
class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void blocksAreWhole_data() { test::addLogs(8); }
    void blocksAreWhole();
    void hugeCountsMakeNoHugeFile();
    void whoHoldsMuchIsNotLookedThroughForEver();
    void anAddressIsReadOnlyWhole_data();
    void anAddressIsReadOnlyWhole();
    void nothingInANameIsAControlCode();
    void aLabelIsAskedForOnce();
    void anErrorOfTheSinkEndsTheExport_data();
    void anErrorOfTheSinkEndsTheExport();
};

void ExportTest::blocksAreWhole()
{
    const auto log = test::logOfRow(2000);
    ExportOptions options;
    options.channelLabel = labelForPeople;
    QVERIFY(
        blocksOf(test::exported(exportPcapng, *log, options)) > (test::hasTwoEnds(*log) ? 2 : 0));
    QVERIFY(!test::exported(exportPerfetto, *log, options).isEmpty());
}

void ExportTest::hugeCountsMakeNoHugeFile()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1).writes(10, 1, 1).reads(20, 0, 1);
    for (int i = 0; i < 100'000; ++i)
        story.wrote(10, 1, std::numeric_limits<std::uint64_t>::max());
    const QByteArray capture = test::exported(exportPcapng, story.log());
    QVERIFY(capture.size() < 300'000'000);
    QVERIFY(blocksOf(capture) > 100'000);
}

void ExportTest::whoHoldsMuchIsNotLookedThroughForEver()
{
    LogBuilder story;
    story.launch(10).launch(20).channel(1);
    for (int fd = 1; fd <= 40'000; ++fd)
        story.reads(20, fd, 1);
    for (unsigned id = 2; id <= 40'000; ++id)
        story.channel(id).writes(10, 1, id).close(10, 1);
    const std::clock_t before = std::clock();
    QVERIFY(blocksOf(test::exported(exportPcapng, story.log())) > 40'000);
    const auto seconds = (std::clock() - before) / CLOCKS_PER_SEC;
    QVERIFY2(seconds < 8, qPrintable(QString::number(seconds)));
}

void ExportTest::anAddressIsReadOnlyWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    const std::pair<const char*, bool> rows[]
        = { { "1.2.3.4:5", true }, { "[::]:65535", true }, { "1.2.3.4", false }, { ":5", false },
              { "", false }, { "1.2.3.4:65536", false }, { "1.2.3.4:5 ", false },
              { "[::1]", false }, { "/tmp/a:5", false }, { "[]:5", false }, { "[:5", false } };
    for (const auto& [text, good] : rows)
        QTest::newRow(text) << QString::fromLatin1(text) << good;
}

void ExportTest::anAddressIsReadOnlyWhole()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(internetPlaceOf(text.toStdString()).has_value(), good);
}

void ExportTest::nothingInANameIsAControlCode()
{
    LogBuilder story;
    story.launch(10).exec(10, { "/bin/a\x1b[31m\xff\xc2\x9b" });
    const QByteArray trace = test::exported(exportPerfetto, story.log());
    QVERIFY(trace.contains("a\xEF\xBF\xBD[31m\xEF\xBF\xBD\xEF\xBF\xBD"));
    QVERIFY(!trace.contains('\xff'));
}

void ExportTest::aLabelIsAskedForOnce()
{
    LogBuilder story;
    story.launch(10).channel(1, ChannelKind::Unix).holds(10, 3, 1, End::First);
    const auto send = [&] {
        for (int i = 0; i < 100; ++i)
            story.wrote(10, 3, 1);
    };
    send();
    SocketBound bound;
    bound.channel = ChannelId { 1 };
    bound.local = "/tmp/a";
    story.add(10, bound);
    send();
    int asked = 0;
    ExportOptions options;
    options.channelLabel = [&](const World& world, ChannelId id) {
        ++asked;
        return world.channel(id)->local + " of people";
    };
    const QByteArray trace = test::exported(exportPerfetto, story.log(), options);
    QCOMPARE(trace.count("/tmp/a of people"), 101);
    QVERIFY2(asked < 6, qPrintable(QString::number(asked)));
}

void ExportTest::anErrorOfTheSinkEndsTheExport_data()
{
    QTest::addColumn<bool>("packets");
    QTest::newRow("pcapng") << true;
    QTest::newRow("perfetto") << false;
}

void ExportTest::anErrorOfTheSinkEndsTheExport()
{
    QFETCH(bool, packets);
    EventLog log;
    test::appendRandom(log, 3, 50'000);
    int asked = 0;
    const Sink full = [&](std::string_view) -> Status {
        ++asked;
        return Error { ENOSPC, "write", "somewhere" };
    };
    const Status done
        = packets ? exportPcapng(LogView(log), {}, full) : exportPerfetto(LogView(log), {}, full);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().number, ENOSPC);
    QCOMPARE(asked, 1);
}

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
