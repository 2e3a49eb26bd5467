// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: datagrams, which go from a socket to an address.
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/messages.h"
#include "ipc-core/capture/socket_facts.h"
#include "ipc-core/capture/transfer.h"

#include <sys/socket.h>

#include <algorithm>

namespace ipclab {

void CallDecoder::noteDestination(TracedThread& thread)
{
    OpenCall& call = *thread.call;
    if (call.call == Call::Sendto && call.args[4] != 0) {
        const std::uint64_t length
            = std::min<std::uint64_t>(call.args[5], sizeof(sockaddr_storage));
        call.path = addressText(readBytes(thread.tid, call.args[4], length));
    } else if (call.call == Call::Sendmsg) {
        for (const Message& one : messagesOf(thread.tid, call, 1))
            call.path = one.address;
    } else if (call.call == Call::Sendmmsg) { // one of those that it goes to
        for (const Message& one : messagesOf(thread.tid, call, call.args[2]))
            call.path = one.address.empty() ? call.path : one.address;
    }
}

std::optional<Datagrams::Socket> CallDecoder::holderOf(const Datagrams::Socket& said) const
{
    const auto holds = [&](const TracedProcess& process, int fd) {
        const auto found = process.descriptors->find(fd);
        return found != process.descriptors->end() && found->second.channel == said.channel;
    };
    const auto first = m_tracees.processes.find(said.pid);
    if (first != m_tracees.processes.end() && holds(first->second, said.fd))
        return said;
    for (const auto& [pid, process] : m_tracees.processes) {
        for (const auto& [fd, end] : *process.descriptors) {
            if (end.channel == said.channel)
                return Datagrams::Socket { pid, fd, said.channel };
        }
    }
    return std::nullopt;
}

void CallDecoder::learnOwnAddress(TracedProcess& process, Tid tid, int fd, ChannelId channel)
{
    if (m_datagrams.isBound(channel))
        return; // the kernel gives a socket an address when it first sends, udp(7)
    const SocketFacts facts = factsOf(process, fd);
    if (facts.local.empty())
        return;
    m_datagrams.bound(channel, facts.local);
    SocketNamed named;
    named.fd = fd;
    named.channel = channel;
    named.local = facts.local;
    m_recorder.record(process.pid, tid, SocketBound { named });
}

// One of a pair sends to another socket from now on, and what was in its own is gone, unix(7).
void CallDecoder::pairConnected(TracedProcess& process, TracedThread& thread, const ChannelEnd& end)
{
    const int fd = thread.call->fd();
    m_datagrams.connected(end.channel, end.end, factsOf(process, fd).remote);
    ChannelCount& count = *m_channels.count(end.channel);
    const std::size_t queue = indexOf(queueReadFrom(end));
    if (count.written.at(queue) == count.read.at(queue)
        || bytesReadable(process.openedPidfd(), fd) != 0U)
        return;
    count.read.at(queue) = count.written.at(queue);
    if (const auto known = m_messages.find(end.channel); known != m_messages.end())
        known->second.at(queue) = {};
    m_recorder.record(
        process.pid, thread.tid, ChannelLevel { end.channel, 0, std::nullopt, queueReadFrom(end) });
}

std::optional<std::string> CallDecoder::addressee(
    const TracedProcess& process, const OpenCall& call) const
{
    const auto transfer = transferOf(call.call);
    if (!transfer || !transfer->write)
        return std::nullopt;
    const auto to = addressee(process, call.fd(), call.path);
    return to && call.call == Call::Sendmmsg ? std::string() : to; // to several, it may be
}

std::optional<std::string> CallDecoder::addressee(
    const TracedProcess& process, int fd, const std::string& path) const
{
    const auto from = process.descriptors->find(fd);
    if (from == process.descriptors->end() || from->second.kind != ChannelKind::Unix)
        return std::nullopt;
    const ChannelId channel = from->second.channel;
    if (m_datagrams.isPair(channel)) // what it sends past the other one takes up room of both
        return m_datagrams.hasStrayed(channel)
                || m_datagrams.goesTo(channel, from->second.end, path)
            ? std::optional(std::string())
            : std::nullopt;
    if (!m_datagrams.knows(channel))
        return std::nullopt;
    const std::string to = path.empty() ? m_datagrams.remoteOf(channel, from->second.end) : path;
    const Datagrams::Socket* const socket = m_datagrams.at(to);
    const auto receiver = socket ? holderOf(*socket) : std::nullopt;
    // Whoever has one of them may read what takes up its room.
    const auto isOurs = [this](ChannelId one) {
        const ChannelCount* const count = m_channels.count(one);
        return count && !count->outside && !count->sent;
    };
    const bool known = receiver && networkOf(receiver->pid) == networkOf(process.pid)
        && m_datagrams.isStillAt(to) && !m_datagrams.hasStrayed(channel)
        && std::ranges::all_of(m_datagrams.all(), isOurs);
    return known ? to : std::string();
}

void CallDecoder::sendDatagram(TracedProcess& process, Tid tid, const ChannelEnd& from,
    BytesMoved moved, const std::string& address)
{
    const bool pair = m_datagrams.isPair(from.channel);
    if (pair)
        m_datagrams.strayed(from.channel);
    else
        learnOwnAddress(process, tid, moved.fd, from.channel);
    const std::string to = address.empty() ? m_datagrams.remoteOf(from.channel, from.end) : address;
    moved.address = to;
    const Datagrams::Socket* const socket = m_datagrams.at(to);
    const auto receiver = socket ? holderOf(*socket) : std::nullopt;
    if (!receiver && pair) {
        ChannelId& stranger = m_datagrams.strangerAt(to);
        if (!stranger)
            stranger = m_channels.create(process.pid, from.kind, to, true, true);
        return recordMove(process.pid, tid,
            ChannelEnd { stranger, from.kind, Access::ReadWrite, End::Second }, true, moved);
    }
    if (!receiver) {
        m_datagrams.strayed(from.channel);
        moved.lost = from.kind == ChannelKind::Udp && isLoopback(to) && !anyoneListensToUdp(to);
        recordMove(process.pid, tid, from, true, moved);
        return;
    }
    TracedProcess& holder = m_tracees.processes.at(receiver->pid);
    moved.lost = !m_datagrams.arrived(*receiver, moved.count, holder.openedPidfd());
    recordMove(process.pid, tid,
        ChannelEnd { receiver->channel, from.kind, Access::ReadWrite, End::Second }, true, moved);
}

} // namespace ipclab
