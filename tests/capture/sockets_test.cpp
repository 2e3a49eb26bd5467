// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::vector<const Channel*> connections(const World& world, ChannelKind kind)
{
    std::vector<const Channel*> found;
    for (const auto& [id, channel] : world.channels) {
        if (channel.kind == kind && !channel.backlog)
            found.push_back(&channel);
    }
    return found;
}

// Writes at w, reads at r.
const QString kDatagrams
    = QStringLiteral("a, b = socketpair(type=SOCK_DGRAM); w, r = a.fileno(), b.fileno()\n");
const QString kPackets
    = QStringLiteral("a, b = socketpair(type=SOCK_SEQPACKET); w, r = a.fileno(), b.fileno()\n");
const QString kPacketPipe = QStringLiteral("r, w = os.pipe2(os.O_DIRECT)\n");

std::vector<std::string> python(const QString& script)
{
    return { "/usr/bin/python3", "-c", "import os\nfrom socket import *\n" + script.toStdString() };
}

// What was read of a message.
struct Taken {
    ChannelId channel;
    std::uint64_t count = 0;
    std::uint64_t dropped = 0;
    bool empty = false;
    bool operator==(const Taken&) const = default;
};

// Of all channels that are no files.
std::vector<Taken> messages(const EventLog& log)
{
    World world;
    std::vector<Taken> found;
    for (EventIndex i = 0; i < log.size(); ++i) {
        apply(world, log[i]);
        const auto* const read = std::get_if<BytesRead>(&log[i].body);
        const Channel* const channel = read ? world.channel(read->channel) : nullptr;
        if (channel && channel->carriesBytes())
            found.push_back({ channel->id, read->count, read->dropped, read->empty });
    }
    return found;
}

std::uint64_t waitingIn(const World& world, ChannelId id)
{
    const auto& queues = world.channel(id)->queues;
    return queues[0].bytes + queues[1].bytes;
}

} // namespace

class SocketsTest : public QObject {
    Q_OBJECT

private slots:
    void aConnectionIsOneChannelWithTwoEnds_data();
    void aConnectionIsOneChannelWithTwoEnds();
    void bothNamesOfATcpConnectionAreKnown();
    void whoIsConnectedWaitsAtTheListenerUntilAccepted_data();
    void whoIsConnectedWaitsAtTheListenerUntilAccepted();
    void whoIsAcceptedBeforeItAsksIsConnectedAllTheSame();
    void aPairIsOneChannel();
    void aPairOfDatagramsCarriesMessages();
    void whatAReadHasNoRoomForOfAMessageIsGone_data();
    void whatAReadHasNoRoomForOfAMessageIsGone();
    void theSizeOfAMessageIsNotWhatWasReadOfIt_data();
    void theSizeOfAMessageIsNotWhatWasReadOfIt();
    void whatIsLongerThanAPacketIsSeveral();
    void boundsThatACopyMovedAreNotGuessed();
    void anEmptyMessageIsNoEndOfFile();
    void anEmptyMessageIsOneThoughItsReaderIsSeenFirst();
    void callsWithManyBuffersAndCopiesAreCounted();
};

void SocketsTest::aConnectionIsOneChannelWithTwoEnds_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("kind");
    QTest::newRow("tcp") << QStringLiteral("tcp") << static_cast<int>(ChannelKind::Tcp);
    QTest::newRow("unix") << QStringLiteral("unix") << static_cast<int>(ChannelKind::Unix);
}

void SocketsTest::aConnectionIsOneChannelWithTwoEnds()
{
    QFETCH(QString, way);
    QFETCH(int, kind);
    const QTemporaryDir folder;
    Watched run({ tracee("sockets"), way.toStdString(),
        folder.filePath(QStringLiteral("socket")).toStdString() });
    QVERIFY(run.ends());
    QCOMPARE(run.children().size(), 1U);
    const Pid client = run.children().front();
    const auto found = connections(run.world(), static_cast<ChannelKind>(kind));
    QCOMPARE(found.size(), 1U);
    const ChannelId channel = found.front()->id;
    QCOMPARE(bytesWritten(run.log(), channel, client), std::string("question"));
    QCOMPARE(bytesRead(run.log(), channel, run.pid()), std::string("question"));
    QCOMPARE(bytesWritten(run.log(), channel, run.pid()), std::string("answer"));
    QCOMPARE(bytesRead(run.log(), channel, client), std::string("answer"));
    for (const auto& one : all<BytesWritten>(run.log())) {
        if (one.body->channel == channel)
            QCOMPARE(one.body->end, one.event->pid == client ? End::First : End::Second);
    }
    for (const Queue& queue : found.front()->queues)
        QCOMPARE(queue.bytes, 0U);
}

void SocketsTest::bothNamesOfATcpConnectionAreKnown()
{
    Watched run({ tracee("sockets"), "tcp" });
    QVERIFY(run.ends());
    const auto listening = all<SocketListening>(run.log());
    const auto connected = all<SocketConnected>(run.log());
    const auto accepted = all<SocketAccepted>(run.log());
    QCOMPARE(listening.size(), 1U);
    QCOMPARE(listening.front().body->backlog, std::optional(5));
    QCOMPARE(connected.size(), 1U);
    QCOMPARE(accepted.size(), 1U);
    QCOMPARE(accepted.front().body->channel, connected.front().body->channel);
    QCOMPARE(connected.front().body->remote, listening.front().body->local);
    QCOMPARE(accepted.front().body->remote, connected.front().body->local);
    QVERIFY(connected.front().body->local.starts_with("127.0.0.1:"));
}

void SocketsTest::whoIsConnectedWaitsAtTheListenerUntilAccepted_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("connect waits") << QStringLiteral("unaccepted");
    QTest::newRow("poll says it") << QStringLiteral("poll");
}

void SocketsTest::whoIsConnectedWaitsAtTheListenerUntilAccepted()
{
    QFETCH(QString, way);
    Watched run({ tracee("sockets"), way.toStdString() });
    std::vector<Pid> wakers;
    QVERIFY(run.sees([&](const World& world) {
        for (const auto& [pid, process] : world.processes) {
            const auto wait = waitOf(world, process);
            const Channel* const channel = wait ? world.channel(wait->channel) : nullptr;
            if (wait && wait->call == Call::Read && channel && channel->listener) {
                wakers = wakerProcesses(world, *wait);
                return true;
            }
        }
        return false;
    }));
    QCOMPARE(wakers, std::vector { run.pid() });
    QVERIFY(run.ends());
    const auto listening = all<SocketListening>(run.log());
    const auto connected = all<SocketConnected>(run.log());
    QCOMPARE(connected.size(), 1U);
    QCOMPARE(connected.front().event->pid, run.children().front());
    QCOMPARE(connected.front().body->listener, listening.front().body->channel);
    QCOMPARE(connected.front().body->remote, listening.front().body->local);
    QCOMPARE(all<SocketAccepted>(run.log()).front().body->channel, connected.front().body->channel);
    QVERIFY(!run.world().channel(connected.front().body->channel)->listener);
}

void SocketsTest::whoIsAcceptedBeforeItAsksIsConnectedAllTheSame()
{
    Watched run({ tracee("sockets"), "accepted-first" });
    QVERIFY(run.ends());
    const auto connected = all<SocketConnected>(run.log());
    const auto accepted = all<SocketAccepted>(run.log());
    QCOMPARE(connected.size(), 1U);
    QCOMPARE(accepted.size(), 1U);
    QVERIFY(accepted.front().index < connected.front().index);
    QCOMPARE(accepted.front().body->channel, connected.front().body->channel);
    QVERIFY(!connected.front().body->listener);
}

void SocketsTest::aPairIsOneChannel()
{
    Watched run({ tracee("sockets"), "pair" });
    QVERIFY(run.ends());
    const auto found = connections(run.world(), ChannelKind::Unix);
    QCOMPARE(found.size(), 1U);
    std::vector<End> ends;
    for (const auto& one : all<DescriptorOpened>(run.log())) {
        if (one.body->channel == found.front()->id)
            ends.push_back(one.body->end);
    }
    QCOMPARE(ends, (std::vector { End::First, End::Second }));
}

void SocketsTest::callsWithManyBuffersAndCopiesAreCounted()
{
    Watched run({ tracee("sockets"), "pair" });
    QVERIFY(run.ends());
    const Channel* const channel = connections(run.world(), ChannelKind::Unix).front();
    struct Moved {
        Call call;
        std::uint64_t requested, count;
        std::string bytes;
        bool operator==(const Moved&) const = default;
    };
    std::vector<Moved> moves;
    const auto add = [&](const BytesMoved& body) {
        if (body.channel == channel->id)
            moves.push_back(
                { body.call, body.requested, body.count, std::string(body.bytes.kept) });
    };
    for (EventIndex i = 0; i < run.log().size(); ++i) {
        if (const auto* const out = std::get_if<BytesWritten>(&run.log()[i].body))
            add(*out);
        if (const auto* const in = std::get_if<BytesRead>(&run.log()[i].body))
            add(*in);
    }
    const std::vector<Moved> expected { { Call::Writev, 12, 12, "first,second" },
        { Call::Recvmsg, 68, 12, "first,second" }, { Call::Sendfile, 10, 0, "" },
        { Call::Sendfile, 100, 8, "" }, { Call::Recvfrom, 64, 8, "23456789" } };
    QCOMPARE(moves.size(), expected.size()); // to peek is not to take
    for (std::size_t i = 0; i < moves.size(); ++i) {
        QCOMPARE(moves[i].call, expected[i].call);
        QCOMPARE(moves[i].requested, expected[i].requested);
        QCOMPARE(moves[i].count, expected[i].count);
        QCOMPARE(moves[i].bytes, expected[i].bytes);
    }
    for (const Queue& queue : channel->queues)
        QCOMPARE(queue.bytes, 0U);
}

void SocketsTest::aPairOfDatagramsCarriesMessages()
{
    const auto pairOf = [](const char* type) {
        const std::string script = std::string("import socket\n"
                                               "a, b = socket.socketpair(type=socket.")
            + type + ")\na.send(b'')\na.close()\nb.recv(9)";
        Watched run({ "/usr/bin/python3", "-c", script });
        return run.ends() ? connections(run.world(), ChannelKind::Unix).front()->carriesMessages()
                          : std::optional<bool>();
    };
    QCOMPARE(pairOf("SOCK_DGRAM"), std::optional(true));
    QCOMPARE(pairOf("SOCK_STREAM"), std::optional(false));
}

void SocketsTest::whatAReadHasNoRoomForOfAMessageIsGone_data()
{
    QTest::addColumn<QString>("ends");
    QTest::newRow("SOCK_DGRAM, a pair") << kDatagrams;
    QTest::newRow("SOCK_SEQPACKET, a pair") << kPackets;
    QTest::newRow("SOCK_SEQPACKET, a connection")
        << QStringLiteral("l = socket(AF_UNIX, SOCK_SEQPACKET); l.bind(''); l.listen()\n"
                          "a = socket(AF_UNIX, SOCK_SEQPACKET); a.connect(l.getsockname())\n"
                          "b = l.accept()[0]; w, r = a.fileno(), b.fileno()\n");
    QTest::newRow("a pipe with O_DIRECT") << kPacketPipe;
}

void SocketsTest::whatAReadHasNoRoomForOfAMessageIsGone()
{
    QFETCH(QString, ends);
    Watched run(python(ends
        + QStringLiteral("os.write(w, b'0123456789'); os.write(w, b'next')\n"
                         "os.read(r, 4); os.read(r, 9)")));
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> { { channel, 4, 6, false }, { channel, 4, 0, false } }));
    World world;
    std::vector<std::uint64_t> levels;
    for (EventIndex i = 0; i < run.log().size(); ++i) {
        apply(world, run.log()[i]);
        const auto* const read = std::get_if<BytesRead>(&run.log()[i].body);
        if (read && read->channel == channel)
            levels.push_back(waitingIn(world, channel));
    }
    QCOMPARE(levels, (std::vector<std::uint64_t> { 4, 0 }));
}

void SocketsTest::theSizeOfAMessageIsNotWhatWasReadOfIt_data()
{
    QTest::addColumn<QString>("ends");
    QTest::newRow("a pair") << kDatagrams;
    QTest::newRow("UDP") << QStringLiteral(
        "a, b = socket(AF_INET, SOCK_DGRAM), socket(AF_INET, SOCK_DGRAM)\n"
        "b.bind(('127.0.0.1', 0)); a.connect(b.getsockname())\n"
        "w, r = a.fileno(), b.fileno()\n");
}

void SocketsTest::theSizeOfAMessageIsNotWhatWasReadOfIt()
{
    QFETCH(QString, ends);
    Watched run(python(ends
        + QStringLiteral(
            "import ctypes\n"
            "os.write(w, b'0123456789')\n"
            "ctypes.CDLL(None).recv(r, ctypes.create_string_buffer(4), 4, MSG_TRUNC)")));
    QVERIFY(run.ends());
    const auto taken = messages(run.log());
    QCOMPARE(taken, (std::vector<Taken> { { taken.front().channel, 4, 6, false } }));
    QCOMPARE(bytesRead(run.log(), taken.front().channel), std::string("0123"));
    QCOMPARE(waitingIn(run.world(), taken.front().channel), 0U);
}

void SocketsTest::whatIsLongerThanAPacketIsSeveral()
{
    Watched run(python(kPacketPipe
        + QStringLiteral("os.write(w, bytes(5000)); os.read(r, 9999); os.read(r, 100)")));
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> { { channel, 4096, 0, false }, { channel, 100, 804, false } }));
}

void SocketsTest::boundsThatACopyMovedAreNotGuessed()
{
    Watched run(python(kPacketPipe
        + QStringLiteral("os.write(w, b'0123456789'); os.splice(r, os.pipe()[1], 4)\n"
                         "os.write(w, b'next'); os.read(r, 4)")));
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> { { channel, 4, 0, false }, { channel, 4, 0, false } }));
}

void SocketsTest::anEmptyMessageIsNoEndOfFile()
{
    Watched run(python(kPackets
        + QStringLiteral("os.write(w, b'x'); a.send(b'')\n"
                         "os.read(r, 9); os.read(r, 9); a.close(); os.read(r, 9)")));
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> {
            { channel, 1, 0, false }, { channel, 0, 0, true }, { channel, 0, 0, false } }));
}

void SocketsTest::anEmptyMessageIsOneThoughItsReaderIsSeenFirst()
{
    Watched run(python(kPackets
        + QStringLiteral("if os.fork() == 0:\n"
                         "    for i in range(100): os.read(r, 9); os.write(r, b'go on')\n"
                         "else:\n"
                         "    for i in range(100): a.send(b''); os.read(w, 9)\n")));
    QVERIFY(run.ends());
    const auto taken = messages(run.log());
    QCOMPARE(std::ranges::count(taken, 0U, &Taken::count), 100);
    QCOMPARE(std::ranges::count(taken, true, &Taken::empty), 100);
}

CAPTURE_TEST_MAIN(SocketsTest)
#include "sockets_test.moc"
