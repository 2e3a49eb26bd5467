// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: where one message ends and the next begins.
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/system_v.h"
#include "ipc-core/capture/transfer.h"

#include <fcntl.h>
#include <sys/msg.h>

#include <algorithm>
#include <climits>
#include <utility>

namespace ipclab {

namespace {

bool isPipe(ChannelKind kind)
{
    return kind == ChannelKind::Pipe || kind == ChannelKind::Fifo;
}

} // namespace

void CallDecoder::messageWritten(const ChannelEnd& end, const BytesMoved& moved)
{
    if (moved.call == Call::Vmsplice) // what is one packet then, is not told
        m_messages.erase(end.channel);
    const auto found = m_messages.find(end.channel);
    if (found == m_messages.end())
        return;
    WaitingMessages& waiting = found->second.at(indexOf(queueWrittenFrom(end)));
    if (!isPipe(end.kind))
        return waiting.arrived(moved.count);
    for (std::uint64_t left = moved.count; left > 0;) {
        const std::uint64_t packet = std::min<std::uint64_t>(left, PIPE_BUF);
        waiting.arrived(packet);
        left -= packet;
    }
}

// It is the end of file, or a writer's exit stop is on its way.
bool CallDecoder::isMessageUnseen(const ChannelEnd& end) const
{
    const auto found = m_messages.find(end.channel);
    return found != m_messages.end() && found->second.at(indexOf(queueReadFrom(end))).empty();
}

// What the reader had no room for is gone; and a message may have no bytes at all.
void CallDecoder::messageRead(const ChannelEnd& end, BytesMoved& moved)
{
    const std::uint64_t known = moved.count + moved.dropped;
    const bool exactly = moved.dropped > 0 || moved.count < moved.requested;
    std::optional<std::uint64_t> size = m_datagrams.taken(end.channel, known, exactly);
    if (const auto found = m_messages.find(end.channel); found != m_messages.end()) {
        WaitingMessages& waiting = found->second.at(indexOf(queueReadFrom(end)));
        size = waiting.taken(known, exactly);
        if (!size && known > 0)
            waiting.takenAhead();
    }
    if (!size)
        return;
    moved.dropped = static_cast<std::uint32_t>(*size - moved.count);
    moved.empty = *size == 0;
}

// One that was open when we came.
void CallDecoder::learnPackets(Pid pid, int fd, const ChannelEnd& end)
{
    if (!isPipe(end.kind) || end.access == Access::Read || m_messages.contains(end.channel))
        return;
    const auto flags = fdinfoNumber(pid, fd, "flags", 8);
    if (flags && (*flags & O_DIRECT) != 0)
        m_mixed[end.channel] = true; // what is in it already, is not known
}

// By F_SETFL of fcntl(2) what is written there is packets from now on, or is no more, pipe(2).
void CallDecoder::setPackets(TracedProcess& process, TracedThread& thread)
{
    const OpenCall& call = *thread.call;
    const ChannelEnd* const end = endOf(process, thread.tid, call.fd());
    if (!end || !isPipe(end->kind) || end->access == Access::Read)
        return;
    const bool packets = (call.args[2] & O_DIRECT) != 0;
    const bool mixed = m_mixed.contains(end->channel);
    if (!mixed && packets == m_messages.contains(end->channel))
        return;
    m_messages.erase(end->channel);
    m_mixed[end->channel] = packets;
    settleMixed(process, call.fd(), end->channel);
}

// There are bytes and packets in the pipe. Which is which is not told: what is written to bytes on
// the same page is no packet, whatever the descriptor says, pipe_write() of the kernel. So what a
// read has dropped is what is missing then, if no others have a hand in it at that moment. Returns
// what is left, where that is less than is known of.
std::optional<std::uint64_t> CallDecoder::countMixed(
    TracedProcess& process, const TracedThread& thread, const ChannelEnd& end, BytesMoved& moved)
{
    const auto left = m_mixed.contains(end.channel) ? bytesReadable(process.openedPidfd(), moved.fd)
                                                    : std::nullopt;
    const ChannelCount& count = *m_channels.count(end.channel);
    const std::uint64_t taken = count.read[0] + moved.count;
    const std::uint64_t counted = count.written[0] - std::min(count.written[0], taken);
    if (!left || *left >= counted) // more was written than was seen yet
        return std::nullopt;
    if (count.outside || isInTransfer(end.channel, thread.tid))
        return left;
    moved.dropped = static_cast<std::uint32_t>(counted - *left);
    return std::nullopt;
}

bool CallDecoder::isInTransfer(ChannelId channel, Tid butFor) const
{
    const auto moves = [&](const TracedProcess& process, const TracedThread& thread) {
        if (!thread.call || thread.tid == butFor)
            return false;
        const auto isThere = [&](int fd) {
            const auto end = process.descriptors->find(fd);
            return end != process.descriptors->end() && end->second.channel == channel;
        };
        if (const auto copy = copyOf(*thread.call))
            return isThere(copy->from) || isThere(copy->to);
        return transferOf(thread.call->call) && isThere(thread.call->fd());
    };
    return std::ranges::any_of(m_tracees.processes, [&](const auto& each) {
        return std::ranges::any_of(each.second.threads,
            [&](const auto& entry) { return moves(each.second, entry.second); });
    });
}

// All is known again once nothing is in it: of one that only the watched have.
void CallDecoder::settleMixed(TracedProcess& process, int fd, ChannelId channel)
{
    const auto mixed = m_mixed.find(channel);
    if (mixed == m_mixed.end() || m_channels.count(channel)->outside
        || bytesReadable(process.openedPidfd(), fd) != 0U)
        return;
    if (mixed->second)
        m_messages[channel];
    m_mixed.erase(mixed);
}

// A message of msgop(2). Of one that was cut, MSG_NOERROR, the kernel does not tell the size: it is
// the oldest of its type. Others may have sent, too: so it is only told where what is left in the
// queue is what it is to be then. Returns that, where it is not known.
std::optional<std::uint64_t> CallDecoder::countQueued(
    TracedProcess& process, const TracedThread& thread, const ChannelEnd& end, BytesMoved& moved)
{
    const OpenCall& call = *thread.call;
    const long type = readValue<long>(thread.tid, call.args[1]).value_or(0);
    WaitingMessages& waiting = m_queued[end.channel];
    if (call.call == Call::Msgsnd) {
        waiting.arrived(moved.count, type);
        return std::nullopt;
    }
    const bool mayBeCut = (call.args[4] & MSG_NOERROR) != 0 && moved.count == moved.requested;
    if (mayBeCut || !waiting.anyOf(type))
        m_needs.catchUp(end.channel, queueReadFrom(end), moved.bytes.kept);
    if (!mayBeCut) {
        waiting.taken(moved.count, true, type);
        return std::nullopt;
    }
    WaitingMessages after = waiting;
    const auto size = after.taken(moved.count, false, type);
    const auto left = systemVBytes(process.pid, *systemVKey(call.call, call.args[0]));
    const bool known = size && left == after.bytes();
    if (known)
        moved.dropped = static_cast<std::uint32_t>(*size - moved.count);
    if (known || left != waiting.bytes()) // else it was none of those
        waiting = left == 0U ? WaitingMessages {} : std::move(after);
    return known ? std::nullopt : left;
}

} // namespace ipclab
