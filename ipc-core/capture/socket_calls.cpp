// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: sockets, and which two are the ends of one channel.
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/socket_facts.h"

#include <netinet/in.h>
#include <sys/socket.h>

namespace ipclab {

namespace {

constexpr std::uint64_t kTypeBits = 0xF; // SOCK_CLOEXEC and SOCK_NONBLOCK are above

bool isStream(std::uint64_t type)
{
    return (type & kTypeBits) == SOCK_STREAM;
}

// Of those that have no process at their other end, but the kernel or a network: netlink(7),
// packet(7), raw(7), icmp(7) and their kin, only that it is a file is said.
ChannelKind kindOf(std::uint64_t domain, std::uint64_t type, std::uint64_t protocol)
{
    if (domain == AF_UNIX)
        return ChannelKind::Unix;
    if (domain != AF_INET && domain != AF_INET6)
        return ChannelKind::File;
    if (isStream(type))
        return ChannelKind::Tcp;
    const bool udp = (type & kTypeBits) == SOCK_DGRAM
        && (protocol == 0 || protocol == IPPROTO_UDP || protocol == IPPROTO_UDPLITE);
    return udp ? ChannelKind::Udp : ChannelKind::File;
}

bool isDatagram(std::uint64_t type)
{
    return !isStream(type) && (type & kTypeBits) != SOCK_SEQPACKET;
}

SocketNamed naming(int fd, ChannelId channel, const SocketFacts& facts)
{
    SocketNamed named;
    named.fd = fd;
    named.channel = channel;
    named.local = facts.local;
    named.remote = facts.remote;
    return named;
}

} // namespace

SocketFacts CallDecoder::factsOf(TracedProcess& process, int fd)
{
    return socketFacts(process.openedPidfd(), fd).value_or(SocketFacts {});
}

void CallDecoder::leaveNewSocket(TracedProcess& process, TracedThread& thread, int fd)
{
    const OpenCall& call = *thread.call;
    const ChannelKind kind = kindOf(call.args[0], call.args[1], call.args[2]);
    const bool file = kind == ChannelKind::File;
    const bool datagram = !file && isDatagram(call.args[1]);
    const auto key = m_channels.keyOf(process.pid, fd);
    if (!key)
        return;
    const std::string name = file ? descriptorLink(process.pid, fd) : std::string();
    const ChannelId channel = m_channels.create(process.pid, kind, name, file, datagram);
    m_channels.alias(*key, channel, End::First);
    learn(process, thread.tid, fd, call.call);
    if (file)
        return;
    if (datagram)
        m_datagrams.made({ process.pid, fd, channel });
    else if (!isStream(call.args[1]))
        m_messages[channel];
}

void CallDecoder::leaveSocketpair(TracedProcess& process, TracedThread& thread)
{
    const std::uint64_t type = thread.call->args[1];
    const auto fds = readValue<std::array<int, 2>>(thread.tid, thread.call->args[3]);
    const auto first = fds ? m_channels.keyOf(process.pid, (*fds)[0]) : std::nullopt;
    const auto second = fds ? m_channels.keyOf(process.pid, (*fds)[1]) : std::nullopt;
    if (first && second) {
        const ChannelId channel = m_channels.create(
            process.pid, ChannelKind::Unix, "socketpair", false, false, isDatagram(type));
        m_channels.alias(*first, channel, End::First);
        m_channels.alias(*second, channel, End::Second);
        if (!isStream(type))
            m_messages[channel];
        if (isDatagram(type))
            m_datagrams.paired(channel);
    }
    leavePair(process, thread);
}

bool CallDecoder::leaveSocket(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    const OpenCall& call = *thread.call;
    const ChannelEnd* end = nullptr;
    switch (call.call) {
    case Call::Socket:
        leaveNewSocket(process, thread, static_cast<int>(result));
        return true;
    case Call::Socketpair:
        leaveSocketpair(process, thread);
        return true;
    case Call::Bind:
    case Call::Listen: {
        end = endOf(process, thread.tid, call.fd());
        if (!end)
            return false;
        const SocketFacts facts = factsOf(process, call.fd());
        m_datagrams.bound(end->channel, facts.local);
        SocketNamed named = naming(call.fd(), end->channel, facts);
        if (call.call == Call::Listen) {
            named.backlog = static_cast<int>(call.args[1]);
            if (!facts.sharesPort) { // else it cannot be told who gets a connection
                m_channels.count(end->channel)->listens = true;
                m_sockets.listening(facts.local, end->channel);
            }
        }
        m_recorder.record(process.pid, thread.tid,
            call.call == Call::Listen ? EventBody(SocketListening { named })
                                      : EventBody(SocketBound { named }));
        return true;
    }
    case Call::Connect:
        end = endOf(process, thread.tid, call.fd());
        if (end && m_datagrams.isPair(end->channel)) {
            pairConnected(process, thread, *end);
            return false;
        }
        tellConnected(process, thread.tid, call.fd(), call.path);
        return true;
    case Call::Accept:
    case Call::Accept4:
        leaveAccept(process, thread, static_cast<int>(result));
        return true;
    default:
        return false;
    }
}

void CallDecoder::tellConnected(TracedProcess& process, Tid tid, int fd, const std::string& address)
{
    SocketFacts facts = factsOf(process, fd);
    if (facts.remote.empty())
        facts.remote = address;
    const bool waits = m_sockets.connected(process.pid, fd, facts.local);
    // To another machine: whoever listens at that port here is not meant.
    const bool here = facts.kind == ChannelKind::Unix || isOfThisMachine(facts.remote);
    const ChannelEnd* const end = endOf(process, tid, fd);
    if (!end)
        return;
    m_datagrams.connected(end->channel, end->end, facts.remote);
    m_datagrams.bound(end->channel, facts.local);
    SocketNamed named = naming(fd, end->channel, facts);
    if (waits && here)
        named.listener = listenerFor(process.pid, facts);
    m_recorder.record(process.pid, tid, SocketConnected { named });
}

// A connection that is made while the program goes on: whatever call returns, it may have learned.
void CallDecoder::tellConnectedSince(TracedProcess& process, Tid tid)
{
    for (const SocketRegistry::Connecting& one : m_sockets.alone(process.pid)) {
        const auto open = process.descriptors->find(one.fd);
        const bool same = open != process.descriptors->end() && open->second.channel == one.channel;
        if (!same)
            m_sockets.refused(process.pid, one.fd);
        else if (!factsOf(process, one.fd).remote.empty()) // else it has no peer yet, tcp(7)
            tellConnected(process, tid, one.fd, one.address);
    }
}

// Nothing where it cannot be told which, or where it is nobody whom we watch.
ChannelId CallDecoder::listenerFor(Pid client, const SocketFacts& facts) const
{
    // A path may have been taken over by somebody else: the peer is who listened, unix(7).
    if (facts.kind == ChannelKind::Unix && !m_tracees.processes.contains(facts.peer))
        return {};
    ChannelId found;
    for (const ChannelId one : m_sockets.listenersAt(facts.remote)) {
        const auto holder = holderOf({ {}, -1, one });
        if (!holder || networkOf(holder->pid) != networkOf(client))
            continue;
        if (found)
            return {};
        found = one;
    }
    return found;
}

std::optional<std::uint64_t> CallDecoder::levelUnaccepted(TracedProcess& process, int fd)
{
    const SocketFacts facts = factsOf(process, fd);
    if (facts.kind != ChannelKind::Tcp || !isOfThisMachine(facts.remote)
        || !listenerFor(process.pid, facts))
        return std::nullopt;
    return bytesAcknowledged(process.openedPidfd(), fd);
}

// Who waits at it is woken only when there are enough, tcp(7). What comes later may be enough, and
// until all that was sent has come that is not known.
void CallDecoder::tellTooLittle(TracedProcess& process, Tid tid, int fd)
{
    const auto found = process.descriptors->find(fd);
    if (found == process.descriptors->end() || found->second.kind != ChannelKind::Tcp)
        return;
    const ChannelEnd& end = found->second;
    ChannelCount& count = *m_channels.count(end.channel);
    const std::size_t queue = indexOf(queueReadFrom(end));
    const ChannelCount::TooLittle now { count.written.at(queue), count.read.at(queue) };
    if (count.outside || now.written <= now.read)
        return;
    ChannelCount::TooLittle& said = count.tooLittle.at(queue);
    if (said.written != now.written || said.read != now.read)
        said = now;
    const UniqueFd& pidfd = process.openedPidfd();
    const auto least = leastReceived(pidfd, fd);
    const auto bytes = bytesReadable(pidfd, fd);
    if (!least || !bytes || bytes == 0U || bytesReceived(pidfd, fd) < now.written)
        return;
    const auto lacks = *bytes < *least ? least : std::nullopt;
    if (said.least == lacks)
        return;
    said.least = lacks;
    m_recorder.record(process.pid, tid,
        ChannelLevel { end.channel, *bytes, std::nullopt, queueReadFrom(end), lacks });
}

void CallDecoder::leaveAccept(TracedProcess& process, TracedThread& thread, int fd)
{
    const SocketFacts facts = factsOf(process, fd);
    const auto key = m_channels.keyOf(process.pid, fd);
    const auto peer = m_sockets.accepted(facts.remote, facts.local, facts.peer);
    if (key) {
        const ChannelId channel
            = peer ? peer->channel : m_channels.create(process.pid, facts.kind, facts.remote, true);
        m_channels.alias(*key, channel, End::Second);
    }
    const ChannelEnd* const end = learn(process, thread.tid, fd, thread.call->call);
    if (end)
        m_recorder.record(
            process.pid, thread.tid, SocketAccepted { naming(fd, end->channel, facts) });
}

} // namespace ipclab
