// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// The pipe that the tracee itself made: the first channel written by it that is one.
ChannelId pipeOf(const World& world)
{
    for (const auto& [id, channel] : world.channels) {
        if (channel.kind == ChannelKind::Pipe && !channel.outside)
            return id;
    }
    return {};
}

// How far the reads of a channel ever got ahead of its writes in the log, at any prefix.
std::uint64_t mostReadAhead(const EventLog& log, ChannelId channel)
{
    std::uint64_t written = 0;
    std::uint64_t read = 0;
    std::uint64_t ahead = 0;
    for (EventIndex i = 0; i < log.size(); ++i) {
        if (const auto* const out = std::get_if<BytesWritten>(&log[i].body))
            written += out->channel == channel ? out->count : 0;
        if (const auto* const in = std::get_if<BytesRead>(&log[i].body))
            read += in->channel == channel ? in->count : 0;
        ahead = std::max(ahead, read - std::min(read, written));
    }
    return ahead;
}

CaptureOptions onCpus(bool one)
{
    CaptureOptions options;
    options.oneCpu = one;
    return options;
}

} // namespace

class PipesTest : public QObject {
    Q_OBJECT

private slots:
    void aReadNeverComesBeforeItsWrite_data();
    void aReadNeverComesBeforeItsWrite();
    void aCopyNeverComesBeforeWhatItCopies();
    void everyByteIsAsItWas();
    void theLevelAndTheCapacityAreTheKernels();
    void aWriteThatWaitsLeavesAFullPipe();
    void aWriteLargerThanThePipeGetsThrough_data();
    void aWriteLargerThanThePipeGetsThrough();
    void endOfFileComesAfterTheLastWriterClosed();
    void aBrokenPipeIsEpipe();
    void sigpipeHasNoSender();
    void muchPayloadStaysWithinTheLogsBounds();
    void ofOneChannelNoMoreIsKeptThanAskedFor_data();
    void ofOneChannelNoMoreIsKeptThanAskedFor();
};

void PipesTest::aReadNeverComesBeforeItsWrite_data()
{
    QTest::addColumn<bool>("oneCpu");
    QTest::addColumn<QString>("way");
    for (const char* const way : { "messages", "upwards" }) {
        QTest::addRow("%s, one processor", way) << true << QString::fromLatin1(way);
        QTest::addRow("%s, in parallel", way) << false << QString::fromLatin1(way);
    }
}

void PipesTest::aReadNeverComesBeforeItsWrite()
{
    QFETCH(bool, oneCpu);
    QFETCH(QString, way);
    Watched run(specOf({ tracee("pipes"), way.toStdString() }), onCpus(oneCpu));
    QVERIFY(run.ends());
    const ChannelId pipe = pipeOf(run.world());
    QCOMPARE(mostReadAhead(run.log(), pipe), 0U);
    std::string expected;
    for (int i = 0; i < 2000; ++i)
        expected += QStringLiteral("message %1\n").arg(i, 4, 10, QLatin1Char('0')).toStdString();
    QCOMPARE(bytesWritten(run.log(), pipe), expected);
    QCOMPARE(bytesRead(run.log(), pipe), expected);
    QCOMPARE(run.world().channel(pipe)->queues[0].bytes, 0U);
}

void PipesTest::aCopyNeverComesBeforeWhatItCopies()
{
    Watched run({ "/usr/bin/python3", "-c",
        "import ctypes, os\n"
        "libc = ctypes.CDLL(None); r, w = os.pipe(); i, o = os.pipe()\n"
        "for n in range(30):\n"
        "    if os.fork() == 0: os.write(w, b'x'); os._exit(0)\n"
        "    libc.tee(r, o, 1, 0); os.read(r, 1); os.read(i, 1); os.wait()\n" });
    QVERIFY(run.ends());
    int ahead = 0;
    int copies = 0;
    for (const auto& one : all<BytesWritten>(run.log())) {
        copies += one.body->call == Call::Tee ? 1 : 0;
        ahead += one.body->call == Call::Tee ? -1 : 1;
        QVERIFY2(ahead >= 0, qPrintable(QString::number(one.index)));
    }
    QCOMPARE(copies, 30);
}

void PipesTest::everyByteIsAsItWas()
{
    Watched run({ tracee("pipes"), "binary" });
    QVERIFY(run.ends());
    std::string expected;
    for (int i = 0; i < 256; ++i)
        expected += static_cast<char>(i);
    const ChannelId pipe = pipeOf(run.world());
    QCOMPARE(bytesWritten(run.log(), pipe), expected);
    QCOMPARE(bytesRead(run.log(), pipe), expected);
}

void PipesTest::theLevelAndTheCapacityAreTheKernels()
{
    Watched run({ "/bin/sh", "-c", "(printf 12345; sleep 1) | (sleep 0.5; cat)" });
    QVERIFY(run.sees([](const World& world) {
        const Channel* const pipe = world.channel(pipeOf(world));
        return pipe && pipe->queues[0].bytes == 5 && pipe->queues[0].capacity == 65536U;
    }));
    QVERIFY(run.sees([](const World& world) {
        return world.channel(pipeOf(world))->queues[0].read == 5
            && world.channel(pipeOf(world))->queues[0].bytes == 0;
    }));
}

void PipesTest::aWriteThatWaitsLeavesAFullPipe()
{
    Watched run({ "/bin/sh", "-c", "head -c 200000 /dev/zero | (sleep 1; cat)" });
    QVERIFY(run.sees([](const World& world) {
        const Channel* const pipe = world.channel(pipeOf(world));
        const auto writes = [](const auto& entry) {
            return entry.second.call && entry.second.call->call == Call::Write;
        };
        return pipe && pipe->queues[0].capacity && pipe->queues[0].bytes == pipe->queues[0].capacity
            && std::ranges::any_of(world.processes, [&](const auto& entry) {
                   return std::ranges::any_of(entry.second.threads, writes);
               });
    }));
    QVERIFY(run.ends());
    QCOMPARE(run.world().channel(pipeOf(run.world()))->queues[0].bytes, 0U);
}

void PipesTest::aWriteLargerThanThePipeGetsThrough_data()
{
    QTest::addColumn<bool>("oneCpu");
    QTest::newRow("one processor") << true;
    QTest::newRow("in parallel") << false;
}

void PipesTest::aWriteLargerThanThePipeGetsThrough()
{
    QFETCH(bool, oneCpu);
    Watched run(specOf({ tracee("pipes"), "large" }), onCpus(oneCpu));
    QVERIFY(run.ends());
    const Channel* const pipe = run.world().channel(pipeOf(run.world()));
    QCOMPARE(pipe->queues[0].written, std::uint64_t { 1 } << 20);
    QCOMPARE(pipe->queues[0].read, std::uint64_t { 1 } << 20);
    QCOMPARE(pipe->queues[0].bytes, 0U);
}

void PipesTest::endOfFileComesAfterTheLastWriterClosed()
{
    Watched run({ tracee("pipes"), "binary" });
    QVERIFY(run.ends());
    const ChannelId pipe = pipeOf(run.world());
    World world;
    bool seen = false;
    for (EventIndex i = 0; i < run.log().size(); ++i) {
        const auto* const read = std::get_if<BytesRead>(&run.log()[i].body);
        if (read && read->channel == pipe && read->count == 0) {
            seen = true;
            QVERIFY(world.writers(pipe, End::First).empty());
        }
        apply(world, run.log()[i]);
    }
    QVERIFY(seen);
}

void PipesTest::aBrokenPipeIsEpipe()
{
    Watched run({ tracee("pipes"), "broken" });
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(5));
    bool said = false;
    for (const auto& one : all<CallReturned>(run.log(), run.pid()))
        said = said || (one.body->call == Call::Write && one.body->error.value == EPIPE);
    QVERIFY(said);
    const auto ignored = all<SignalIgnored>(run.log(), run.pid());
    QVERIFY(std::ranges::any_of(
        ignored, [](const auto& one) { return one.body->signal.value == SIGPIPE; }));
}

void PipesTest::sigpipeHasNoSender()
{
    Watched run({ tracee("pipes"), "killed" });
    QVERIFY(run.ends());
    QVERIFY(all<SignalSent>(run.log()).empty()); // the kernel's own
    const auto delivered = all<SignalDelivered>(run.log(), run.pid());
    QVERIFY(std::ranges::any_of(
        delivered, [](const auto& one) { return one.body->signal.value == SIGPIPE; }));
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->signal.value, SIGPIPE);
}

void PipesTest::muchPayloadStaysWithinTheLogsBounds()
{
    EventLog::Limits limits;
    limits.payloadBytes = 64 << 10;
    limits.events = 2000;
    Watched run(specOf({ tracee("pipes"), "much", "1000" }), {}, limits); // a gigabyte
    QVERIFY(run.ends(110'000));
    QVERIFY(run.log().size() <= 2000 + 4096); // those that tell who lives are kept still
    QVERIFY(run.log().dropped().events > 0);
    std::uint64_t kept = 0;
    for (const auto& one : all<BytesWritten>(run.log()))
        kept += one.body->bytes.kept.size();
    for (const auto& one : all<BytesRead>(run.log()))
        kept += one.body->bytes.kept.size();
    QVERIFY(kept > 0);
    QVERIFY(kept <= limits.payloadBytes);
    QVERIFY(run.log().dropped().bytes > 0);
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).size(), 1U);
}

void PipesTest::ofOneChannelNoMoreIsKeptThanAskedFor_data()
{
    QTest::addColumn<std::uint64_t>("most");
    QTest::newRow("none") << std::uint64_t { 0 };
    QTest::newRow("some") << std::uint64_t { 1500 };
}

void PipesTest::ofOneChannelNoMoreIsKeptThanAskedFor()
{
    QFETCH(std::uint64_t, most);
    CaptureOptions options;
    options.payloadBytesPerChannel = most;
    Watched run(specOf({ "/bin/sh", "-c", "head -c 5000 /dev/zero | cat" }), options);
    QVERIFY(run.ends());
    const auto limits = all<LimitNoted>(run.log());
    std::map<ChannelId, std::uint64_t> kept;
    std::uint64_t cut = 0;
    const auto add = [&](const BytesMoved& moved) {
        kept[moved.channel] += moved.bytes.kept.size();
        cut += moved.count - moved.bytes.kept.size();
        QCOMPARE(moved.cut, moved.count - moved.bytes.kept.size());
    };
    for (const auto& one : all<BytesWritten>(run.log()))
        add(*one.body);
    for (const auto& one : all<BytesRead>(run.log()))
        add(*one.body);
    for (const auto& [channel, bytes] : kept)
        QVERIFY(bytes <= most);
    QVERIFY(cut > 0);
    std::set<ChannelId> said;
    for (const auto& one : limits) {
        if (one.body->limit == SightLimit::Payload)
            QVERIFY(said.insert(one.body->channel).second); // once each
    }
    for (const auto& [id, channel] : run.world().channels) {
        if (channel.kind == ChannelKind::Pipe && channel.queues[0].written == 5000)
            QVERIFY(said.contains(id));
    }
}

CAPTURE_TEST_MAIN(PipesTest)
#include "pipes_test.moc"
