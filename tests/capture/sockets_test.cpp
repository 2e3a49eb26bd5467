// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
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
const QString kSetsPackets
    = QStringLiteral("from fcntl import *\nfcntl(w, F_SETFL, fcntl(w, F_GETFL) | os.O_DIRECT)\n");

const QString kConnected
    = QStringLiteral("l = socket(); l.bind(('127.0.0.1', 0)); l.listen(); c = socket()\n"
                     "c.connect(l.getsockname()); s, _ = l.accept()\n");

const QString kQueue = QStringLiteral(
    "import ctypes, struct; libc = ctypes.CDLL(None); NOERROR = 0o10000\n"
    "def send(type, text): libc.msgsnd(q, struct.pack('l', type) + text, len(text), 0)\n"
    "def take(type, most, flags):\n"
    "    libc.msgrcv(q, ctypes.create_string_buffer(100), most, type, flags)\n");

// A socket of ours, who are a stranger to the watched.
UniqueFd letterbox(const std::string& path)
{
    UniqueFd bound(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    const auto* const at = reinterpret_cast<const sockaddr*>(&address);
    return ::bind(bound.get(), at, sizeof address) == 0 ? std::move(bound) : UniqueFd();
}

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

std::vector<std::uint64_t> levelsBeforeReads(const EventLog& log, ChannelId channel)
{
    World world;
    std::vector<std::uint64_t> levels;
    for (EventIndex i = 0; i < log.size(); ++i) {
        const auto* const read = std::get_if<BytesRead>(&log[i].body);
        if (read && read->channel == channel)
            levels.push_back(waitingIn(world, channel));
        apply(world, log[i]);
    }
    return levels;
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
    void whatIsDroppedOfBytesAndPacketsInOnePipeIsCounted();
    void whatIsWrittenToBytesIsNoPacket();
    void ofAPipeOfStrangersWithPacketsTheLevelIsLookedUp();
    void whatAPairSendsToAnAddressIsNotThePairs_data();
    void whatAPairSendsToAnAddressIsNotThePairs();
    void aPairThatConnectsElsewhereSendsThere_data();
    void aPairThatConnectsElsewhereSendsThere();
    void whatIsConnectedAlreadyStaysWhatItIs();
    void whoSendsFromAPairToAStrangerIsNotStuck_data();
    void whoSendsFromAPairToAStrangerIsNotStuck();
    void whatIsCutOffAMessageOfAQueueIsGone();
    void whatIsCutOffAMessageOfAStrangerIsLookedUp();
    void boundsThatACopyMovedAreNotGuessed();
    void anEmptyMessageIsNoEndOfFile();
    void anEmptyMessageIsOneThoughItsReaderIsSeenFirst();
    void callsWithManyBuffersAndCopiesAreCounted();
    void whatIsThrownAwayUnreadIsNotShown();
    void whatTheQueueOfErrorsGivesBackIsNotRead();
    void aDescriptorThatAPeekFindsIsOpen();
    void aSocketOfTheKernelsIsNoneOfProcesses_data();
    void aSocketOfTheKernelsIsNoneOfProcesses();
    void aShutDownIsToldOf();
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
    QTest::newRow("a pipe that gets O_DIRECT")
        << QStringLiteral("r, w = os.pipe()\n") + kSetsPackets;
    QTest::newRow("a FIFO that gets O_DIRECT")
        << QStringLiteral("import tempfile; name = tempfile.mktemp(); os.mkfifo(name)\n"
                          "w = r = os.open(name, os.O_RDWR); os.unlink(name)\n")
            + kSetsPackets;
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

void SocketsTest::whatIsDroppedOfBytesAndPacketsInOnePipeIsCounted()
{
    Watched run(python(QStringLiteral("r, w = os.pipe()\n") + kSetsPackets
        + QStringLiteral("os.write(w, b'packet'); fcntl(w, F_SETFL, 0); os.write(w, b'bytes')\n"
                         "os.read(r, 3); os.read(r, 9)\n")
        + kSetsPackets + QStringLiteral("os.write(w, b'0123456789'); os.read(r, 4)")));
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> {
            { channel, 3, 3, false }, { channel, 5, 0, false }, { channel, 4, 6, false } }));
    QCOMPARE(levelsBeforeReads(run.log(), channel), (std::vector<std::uint64_t> { 11, 5, 10 }));
    QCOMPARE(waitingIn(run.world(), channel), 0U);
}

void SocketsTest::whatIsWrittenToBytesIsNoPacket()
{
    Watched run(python(QStringLiteral("r, w = os.pipe(); os.write(w, b'bytes')\n") + kSetsPackets
        + QStringLiteral("os.write(w, b'more'); os.read(r, 7); os.read(r, 9)")));
    QVERIFY(run.ends()); // as there is room on the page where those are
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> { { channel, 7, 0, false }, { channel, 2, 0, false } }));
    QCOMPARE(waitingIn(run.world(), channel), 0U);
}

void SocketsTest::ofAPipeOfStrangersWithPacketsTheLevelIsLookedUp()
{
    LaunchSpec spec = specOf(python(QStringLiteral(
        "os.write(1, b'0123456789'); os.read(0, 4); os.write(1, b'next'); os.read(0, 9)\n"
        "os.write(1, b'0123456789'); os.read(0, 4)")));
    std::array<int, 2> ends {};
    QCOMPARE(::pipe2(ends.data(), O_DIRECT | O_CLOEXEC), 0);
    spec.stdio[0] = UniqueFd(ends[0]);
    spec.stdio[1] = UniqueFd(ends[1]);
    Watched run(std::move(spec), {});
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QVERIFY(run.world().channel(channel)->outside);
    QCOMPARE(levelsBeforeReads(run.log(), channel), (std::vector<std::uint64_t> { 10, 4, 10 }));
    QCOMPARE(waitingIn(run.world(), channel), 0U);
}

void SocketsTest::whatAPairSendsToAnAddressIsNotThePairs_data()
{
    QTest::addColumn<QString>("send");
    QTest::addColumn<bool>("ours");
    for (const bool ours : { true, false }) {
        const char* const whose = ours ? "one of ours" : "a stranger's";
        QTest::addRow("%s, sendto", whose) << QStringLiteral("a.sendto(b'away', to)") << ours;
        QTest::addRow("%s, sendmsg", whose)
            << QStringLiteral("a.sendmsg([b'away'], [], 0, to)") << ours;
    }
}

void SocketsTest::whatAPairSendsToAnAddressIsNotThePairs()
{
    QFETCH(QString, send);
    QFETCH(bool, ours);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("letters")).toStdString();
    const UniqueFd stranger = ours ? UniqueFd() : letterbox(path);
    Watched run(python(QStringLiteral("to = '%1'; ").arg(QString::fromStdString(path))
        + (ours ? QStringLiteral("c = socket(AF_UNIX, SOCK_DGRAM); c.bind(to)\n")
                : QStringLiteral("\n"))
        + kDatagrams + send + QStringLiteral("; a.send(b'here'); os.read(r, 9)")));
    QVERIFY(run.ends());
    const Channel* pair = nullptr;
    const Channel* other = nullptr;
    for (const Channel* const one : connections(run.world(), ChannelKind::Unix))
        (one->name == "socketpair" ? pair : other) = one;
    QVERIFY(pair && other);
    QCOMPARE(bytesWritten(run.log(), pair->id), std::string("here"));
    QCOMPARE(waitingIn(run.world(), pair->id), 0U);
    QCOMPARE(bytesWritten(run.log(), other->id), std::string("away"));
    QCOMPARE(other->outside, !ours);
    QCOMPARE(ours ? other->local : other->name, path);
}

void SocketsTest::aPairThatConnectsElsewhereSendsThere_data()
{
    QTest::addColumn<bool>("ours");
    QTest::newRow("to one of ours") << true;
    QTest::newRow("to a stranger") << false;
}

void SocketsTest::aPairThatConnectsElsewhereSendsThere()
{
    QFETCH(bool, ours);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("letters")).toStdString();
    const UniqueFd stranger = ours ? UniqueFd() : letterbox(path);
    Watched run(python(QStringLiteral("to = '%1'\n").arg(QString::fromStdString(path))
        + (ours ? QStringLiteral("c = socket(AF_UNIX, SOCK_DGRAM); c.bind(to)\n") : QString())
        + kDatagrams
        + QStringLiteral("b.send(b'lost'); a.connect(to); a.send(b'away')\n"
                         "try: a.recv(9, MSG_DONTWAIT)\n"
                         "except BlockingIOError: os._exit(7)\n")));
    QVERIFY(run.ends());
    QCOMPARE(run.world().process(run.pid())->ending->code, std::optional(7));
    const Channel* pair = nullptr;
    const Channel* other = nullptr;
    for (const Channel* const one : connections(run.world(), ChannelKind::Unix))
        (one->name == "socketpair" ? pair : other) = one;
    QVERIFY(pair && other);
    QCOMPARE(bytesWritten(run.log(), pair->id), std::string("lost"));
    QCOMPARE(waitingIn(run.world(), pair->id), 0U);
    QCOMPARE(pair->remote, std::string());
    QCOMPARE(bytesWritten(run.log(), other->id), std::string("away"));
    QCOMPARE(ours ? other->local : other->name, path);
}

void SocketsTest::whatIsConnectedAlreadyStaysWhatItIs()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("door"));
    Watched run(python(
        QStringLiteral("l = socket(AF_UNIX); l.bind('%1'); l.listen(); a, b = socketpair()\n"
                       "for to in '%1', '%1.none':\n"
                       "    try: a.connect(to)\n"
                       "    except OSError: pass\n"
                       "c = socket(AF_UNIX); c.connect('%1'); s, _ = l.accept(); c.send(b'in')\n"
                       "a.send(b'on'); b.recv(9)\n")
            .arg(path)));
    QVERIFY(run.ends());
    std::vector<int> refused;
    for (const auto& one : all<CallReturned>(run.log(), run.pid())) {
        if (one.body->call == Call::Connect)
            refused.push_back(one.body->error.value);
    }
    QCOMPARE(refused, (std::vector { EISCONN, ENOENT }));
    const auto connected = all<SocketConnected>(run.log());
    QCOMPARE(connected.size(), 1U);
    const Channel* pair = nullptr;
    const Channel* other = nullptr;
    for (const Channel* const one : connections(run.world(), ChannelKind::Unix))
        (one->name == "socketpair" ? pair : other) = one;
    QVERIFY(pair && other);
    QCOMPARE(connected.front().body->channel, other->id);
    QCOMPARE(all<SocketAccepted>(run.log()).front().body->channel, other->id);
    QVERIFY(pair->remote.empty() && !pair->listener);
    QCOMPARE(bytesWritten(run.log(), pair->id), std::string("on"));
    QCOMPARE(waitingIn(run.world(), pair->id), 0U);
    QCOMPARE(bytesWritten(run.log(), other->id), std::string("in"));
    QVERIFY(!run.sawFinding(FindingKind::Deadlock) && !run.sawFinding(FindingKind::BrokenPipe));
}

void SocketsTest::whoSendsFromAPairToAStrangerIsNotStuck_data()
{
    QTest::addColumn<QString>("then");
    QTest::newRow("in sendto") << QStringLiteral("a.setblocking(True); a.sendto(letter, to)");
    QTest::newRow("in send") << QStringLiteral("a.setblocking(True); a.send(letter)");
    QTest::newRow("in poll") << QStringLiteral(
        "import select; p = select.poll(); p.register(a, select.POLLOUT); p.poll()");
}

void SocketsTest::whoSendsFromAPairToAStrangerIsNotStuck()
{
    QFETCH(QString, then);
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("letters")).toStdString();
    const UniqueFd stranger = letterbox(path);
    Watched run(python(kDatagrams
        + QStringLiteral("to = '%1'; letter = bytes(60000); a.setblocking(False)\n"
                         "try:\n"
                         "    while True: a.sendto(letter, to)\n" // there it takes up room of a's
                         "except BlockingIOError: pass\n")
              .arg(QString::fromStdString(path))
        + then));
    QVERIFY(run.sees([&](const World& world) {
        const Process* const one = world.process(run.pid());
        return one && one->state() == ProcessState::Waiting;
    }));
    QVERIFY(!run.sees([](const World& world) { return !world.findings.empty(); }, 700));
    std::vector<char> letter(60'000);
    while (!run.ends(1)) {
        while (::recv(stranger.get(), letter.data(), letter.size(), MSG_DONTWAIT) > 0) { }
    }
}

void SocketsTest::whatIsCutOffAMessageOfAQueueIsGone()
{
    Watched run(python(kQueue
        + QStringLiteral("q = libc.msgget(0, 0o600)\n"
                         "send(2, b'two'); send(1, b'0123456789'); send(1, b'next')\n"
                         "take(1, 4, NOERROR); take(1, 4, NOERROR); take(0, 2, NOERROR)\n"
                         "libc.msgctl(q, 0, None)")));
    QVERIFY(run.ends());
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> {
            { channel, 4, 6, false }, { channel, 4, 0, false }, { channel, 2, 1, false } }));
    QCOMPARE(waitingIn(run.world(), channel), 0U);
}

void SocketsTest::whatIsCutOffAMessageOfAStrangerIsLookedUp()
{
    struct {
        long type = 1;
        std::array<char, 10> text {};
    } const message;
    const int queue = ::msgget(IPC_PRIVATE, 0600);
    QVERIFY(queue >= 0);
    QCOMPARE(::msgsnd(queue, &message, message.text.size(), 0), 0);
    Watched run(python(kQueue
        + QStringLiteral("q = %1; send(1, b'0123456')\n"
                         "take(1, 4, NOERROR); take(1, 4, NOERROR)")
              .arg(queue)));
    const bool ended = run.ends();
    ::msgctl(queue, IPC_RMID, nullptr);
    QVERIFY(ended);
    const ChannelId channel = messages(run.log()).front().channel;
    QCOMPARE(messages(run.log()),
        (std::vector<Taken> { { channel, 4, 0, false }, { channel, 4, 3, false } }));
    const auto levels = all<ChannelLevel>(run.log());
    QCOMPARE(levels.size(), 1U); // after the first: that it was cut is not known
    QCOMPARE(levels.front().body->bytes, 7U);
    QCOMPARE(waitingIn(run.world(), channel), 0U);
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

void SocketsTest::whatIsThrownAwayUnreadIsNotShown()
{
    Watched run(python(kConnected
        + QStringLiteral("b = bytearray(b'stale!'); c.send(b'abcdef')\n"
                         "s.recv_into(b, 4, MSG_TRUNC); s.recv(9)\n")));
    QVERIFY(run.ends());
    std::vector<BytesRead> reads;
    for (const auto& one : all<BytesRead>(run.log())) {
        if (one.body->call == Call::Recvfrom)
            reads.push_back(*one.body);
    }
    QCOMPARE(reads.size(), 2U);
    QCOMPARE(reads[0].count, 4U);
    QCOMPARE(reads[0].cut, 4U);
    QVERIFY(reads[0].bytes.kept.empty());
    QCOMPARE(reads[1].bytes.kept, std::string_view("ef"));
}

void SocketsTest::whatTheQueueOfErrorsGivesBackIsNotRead()
{
    Watched run(
        python(QStringLiteral("import select; IP_RECVERR = 11; MSG_ERRQUEUE = 0x2000\n"
                              "n = socket(type=SOCK_DGRAM); n.bind(('127.0.0.1', 0))\n"
                              "nobody = n.getsockname(); n.close()\n"
                              "u = socket(type=SOCK_DGRAM)\n"
                              "u.setsockopt(IPPROTO_IP, IP_RECVERR, 1)\n"
                              "u.sendto(b'hello', nobody)\n"
                              "p = select.poll(); p.register(u, 0); p.poll()\n"
                              "if u.recvmsg(9, 200, MSG_ERRQUEUE)[0] != b'hello': exit(1)\n")));
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(0));
    for (const auto& one : all<BytesRead>(run.log()))
        QVERIFY(one.body->call != Call::Recvmsg);
}

void SocketsTest::aDescriptorThatAPeekFindsIsOpen()
{
    Watched run(python(QStringLiteral("a, b = socketpair(); r, w = os.pipe()\n"
                                      "send_fds(a, [b'x'], [w]); os.close(w)\n"
                                      "b.recvmsg(1, 64, MSG_PEEK); b.recvmsg(1, 64)\n")));
    QVERIFY(run.ends());
    ChannelId pipe;
    std::vector<Found<DescriptorOpened>> ends; // that can write, as they came
    for (const auto& one : all<DescriptorOpened>(run.log())) {
        if (one.body->call == Call::Pipe2)
            pipe = one.body->channel;
        if (pipe && one.body->channel == pipe && one.body->access == Access::Write)
            ends.push_back(one);
    }
    QCOMPARE(ends.size(), 3U); // made, found by the peek, received
    QCOMPARE(ends.back().body->call, Call::Recvmsg);
    World world;
    for (EventIndex i = 0; i <= ends.back().index; ++i) {
        apply(world, run.log()[i]);
        if (i == ends[1].index)
            QCOMPARE(world.channel(pipe)->travelling, 1U); // still
    }
    QCOMPARE(world.channel(pipe)->travelling, 0U);
}

void SocketsTest::aSocketOfTheKernelsIsNoneOfProcesses_data()
{
    QTest::addColumn<QString>("makes");
    QTest::newRow("netlink") << QStringLiteral("socket(AF_NETLINK, SOCK_RAW, 0)");
    QTest::newRow("connected netlink")
        << QStringLiteral("s = socket(AF_NETLINK, SOCK_RAW, 0); s.bind((0, 0)); s.connect((0, 0)); "
                          "s.send(bytes(16))");
    QTest::newRow("raw") << QStringLiteral("socket(AF_INET, SOCK_RAW, IPPROTO_ICMP)");
}

void SocketsTest::aSocketOfTheKernelsIsNoneOfProcesses()
{
    QFETCH(QString, makes);
    Watched run(python(QStringLiteral("try:\n %1\nexcept PermissionError: exit(77)\n").arg(makes)));
    QVERIFY(run.ends());
    const auto code = all<ProcessExited>(run.log(), run.pid()).front().body->code;
    if (code == 77)
        QSKIP("an ordinary user may not make one, raw(7)");
    QCOMPARE(code, std::optional(0));
    const auto made = all<DescriptorOpened>(run.log(), run.pid());
    const auto socket = std::ranges::find_if(
        made, [](const auto& one) { return one.body->call == Call::Socket; });
    QVERIFY(socket != made.end());
    const Channel* const channel = run.world().channel(socket->body->channel);
    QCOMPARE(channel->kind, ChannelKind::File);
    QVERIFY(channel->name.starts_with("socket:["));
}

void SocketsTest::aShutDownIsToldOf()
{
    Watched run(python(QStringLiteral("a, b = socketpair(); a.shutdown(SHUT_WR)\n")));
    QVERIFY(run.ends());
    int fd = -1; // of the first of the pair
    for (const auto& one : all<DescriptorOpened>(run.log(), run.pid()))
        fd = fd < 0 && one.body->call == Call::Socketpair ? one.body->fd : fd;
    std::vector<CallReturned> returns;
    for (const auto& one : all<CallReturned>(run.log(), run.pid())) {
        if (one.body->call == Call::Shutdown)
            returns.push_back(*one.body);
    }
    QCOMPARE(returns.size(), 1U);
    QCOMPARE(returns.front().fd, std::optional(fd));
    QCOMPARE(returns.front().result, std::optional<std::int64_t>(0));
}

CAPTURE_TEST_MAIN(SocketsTest)
#include "sockets_test.moc"
