// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the calls that move bytes, when they return.
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/messages.h"
#include "ipc-core/capture/transfer.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

bool ofMany(Call call)
{
    return call == Call::Sendmmsg || call == Call::Recvmmsg;
}

bool isSystemV(Call call)
{
    return call == Call::Msgsnd || call == Call::Msgrcv;
}

bool receives(Call call)
{
    return call == Call::Recvfrom || call == Call::Recvmsg || call == Call::Recvmmsg;
}

// Into the buffer of such a call the kernel puts nothing: MSG_TRUNC of tcp(7).
bool throwsAway(const OpenCall& call, ChannelKind kind)
{
    return kind == ChannelKind::Tcp && tellsWholeSize(call);
}

// Of a message the kernel may say more than was read of it, recv(2).
void countRead(const OpenCall& call, BytesMoved& moved)
{
    if (!tellsWholeSize(call) || moved.count <= moved.requested)
        return;
    moved.dropped = static_cast<std::uint32_t>(moved.count - moved.requested);
    moved.count = moved.requested;
}

} // namespace

const ChannelEnd* CallDecoder::transferEnd(TracedProcess& process, TracedThread& thread)
{
    const OpenCall& call = *thread.call;
    return isSystemV(call.call) ? systemVOf(process, thread)
                                : endOf(process, thread.tid, call.fd());
}

bool CallDecoder::leaveTransfer(TracedProcess& process, TracedThread& thread, std::uint64_t count)
{
    OpenCall& call = *thread.call;
    const Transfer transfer = *transferOf(call.call);
    const ChannelEnd* const found = transferEnd(process, thread);
    if (!found)
        return false;
    const ChannelEnd end = *found;
    process.sampleDue = true;
    if (ofMany(call.call)) {
        leaveMessages(process, thread, count);
        return true;
    }
    if (call.call == Call::Msgsnd)
        count = call.args[2]; // it returns 0, msgop(2)
    else if (call.call == Call::MqTimedsend)
        count = call.requested; // so does mq_send(3)
    if (!transfer.write) {
        const std::size_t most = throwsAway(call, end.kind) ? 0
            : carriesBytes(end.kind)                        ? m_needs.payloadBytes
                                                            : kFilePayload;
        call.payload
            = transferBytes(thread.tid, call, transfer, std::min<std::uint64_t>(most, count));
    }
    BytesMoved moved;
    moved.fd = isSystemV(call.call) ? -1 : call.fd();
    moved.call = call.call;
    moved.requested = call.requested;
    moved.count = count;
    countRead(call, moved);
    moved.bytes.kept = std::string_view(call.payload).substr(0, moved.count);
    moved.cut = moved.count - moved.bytes.kept.size();
    const bool message = call.call == Call::Sendmsg || call.call == Call::Recvmsg;
    const std::vector<Message> messages
        = message ? messagesOf(thread.tid, call, 1) : std::vector<Message> {};
    std::optional<std::uint64_t> left; // measured
    if (isSystemV(call.call))
        left = countQueued(process, thread, end, moved);
    else if (!transfer.write)
        left = countMixed(process, thread, end, moved);
    if (transfer.write && m_datagrams.goesTo(end.channel, end.end, call.path))
        sendDatagram(process, thread.tid, end, moved, call.path);
    else
        recordMove(process.pid, thread.tid, end, transfer.write, moved);
    if (left)
        m_recorder.record(process.pid, thread.tid,
            ChannelLevel { end.channel, *left, std::nullopt, queueReadFrom(end) });
    if (!transfer.write)
        settleMixed(process, moved.fd, end.channel);
    if (end.kind == ChannelKind::Signalfd && !transfer.write)
        takeRead(process, thread, count);
    for (const Message& one : messages)
        passRights(process, thread, end, transfer.write, one.control);
    return true;
}

void CallDecoder::leaveMessages(TracedProcess& process, TracedThread& thread, std::uint64_t count)
{
    const OpenCall& call = *thread.call;
    const Transfer transfer = *transferOf(call.call);
    const ChannelEnd end = *transferEnd(process, thread);
    std::string_view rest = call.payload;
    for (const Message& one : messagesOf(thread.tid, call, count)) {
        BytesMoved moved;
        moved.fd = call.fd();
        moved.call = call.call;
        for (const iovec& buffer : one.buffers)
            moved.requested += buffer.iov_len;
        moved.count = one.moved;
        countRead(call, moved);
        std::string read;
        if (transfer.write) {
            moved.bytes.kept = rest.substr(0, one.moved);
            rest.remove_prefix(std::min<std::size_t>(rest.size(), moved.requested));
        } else {
            const std::size_t most = throwsAway(call, end.kind) ? 0 : m_needs.payloadBytes;
            read = readBuffers(thread.tid, one.buffers, std::min<std::uint64_t>(most, moved.count));
            moved.bytes.kept = read;
        }
        moved.cut = moved.count - moved.bytes.kept.size();
        if (transfer.write && m_datagrams.goesTo(end.channel, end.end, one.address))
            sendDatagram(process, thread.tid, end, moved, one.address);
        else
            recordMove(process.pid, thread.tid, end, transfer.write, moved);
        passRights(process, thread, end, transfer.write, one.control);
    }
}

void CallDecoder::passRights(TracedProcess& process, TracedThread& thread, const ChannelEnd& end,
    bool send, std::string_view control)
{
    for (const int fd : descriptorsIn(control)) {
        if (!send) { // what we do not know, a stranger has made
            learn(process, thread.tid, fd, thread.call->call, true);
        } else if (const ChannelEnd* const sent = endOf(process, thread.tid, fd)) {
            m_channels.count(sent->channel)->sent = true;
            m_recorder.record(
                process.pid, thread.tid, DescriptorSent { fd, end.channel, queueWrittenFrom(end) });
        }
    }
}

// What a peek finds stays where it is. The descriptors that come with it are open all the same,
// unix(7); those that are on their way are so still, which a call of recvmsg(2) would end.
void CallDecoder::learnPeeked(TracedProcess& process, TracedThread& thread, std::uint64_t count)
{
    const OpenCall& call = *thread.call;
    if (call.call != Call::Recvmsg && call.call != Call::Recvmmsg)
        return;
    for (const Message& one : messagesOf(thread.tid, call, count)) {
        for (const int fd : descriptorsIn(one.control))
            learn(process, thread.tid, fd, Call::Unknown, true);
    }
}

bool CallDecoder::mayWriteInto(
    TracedProcess& process, TracedThread& thread, ChannelId channel, End queue)
{
    const auto transfer = thread.call ? transferOf(thread.call->call) : std::nullopt;
    if (!transfer || !transfer->write)
        return false;
    const ChannelEnd* const end = transferEnd(process, thread);
    if (!end)
        return false;
    if (m_datagrams.knows(channel)) // to which address, is seen when it returns
        return m_datagrams.knows(end->channel) || m_datagrams.isPair(end->channel);
    return end->channel == channel && queueWrittenFrom(*end) == queue;
}

bool CallDecoder::leaveCopy(TracedProcess& process, TracedThread& thread, std::uint64_t count)
{
    const Copy copy = *copyOf(*thread.call);
    BytesMoved moved;
    moved.call = thread.call->call;
    moved.requested = copy.requested;
    moved.count = count;
    moved.cut = count;
    moved.fd = copy.from;
    const ChannelEnd* const from = endOf(process, thread.tid, copy.from);
    if (from)
        m_messages.erase(from->channel); // of what is left the bounds are not told
    if (from && moved.call != Call::Tee) // tee(2) takes nothing out
        recordMove(process.pid, thread.tid, ChannelEnd(*from), false, moved);
    else if (from)
        catchUpWith(ChannelEnd(*from), count);
    moved.fd = copy.to;
    if (const ChannelEnd* const to = endOf(process, thread.tid, copy.to)) {
        m_messages.erase(to->channel);
        recordMove(process.pid, thread.tid, ChannelEnd(*to), true, moved);
    }
    return true;
}

// What is no longer kept is counted, and said once: the channel's share is used up, or the log's.
template <typename Body>
void CallDecoder::recordBounded(Pid pid, Tid tid, ChannelCount& count, BytesMoved moved)
{
    if (count.hidden)
        return;
    const std::uint64_t room = m_needs.payloadBytesOfChannel - count.kept;
    const std::size_t cut = moved.bytes.kept.size() - std::min(moved.bytes.kept.size(), room);
    moved.bytes.kept.remove_suffix(cut);
    moved.cut += cut;
    count.kept += moved.bytes.kept.size();
    const std::uint64_t lost = m_recorder.log().dropped().bytes;
    m_recorder.record(pid, tid, Body { moved });
    const bool overflows = cut > 0 || m_recorder.log().dropped().bytes > lost;
    if (overflows && !std::exchange(count.overflows, true))
        m_recorder.record(pid, tid, LimitNoted { SightLimit::Payload, moved.channel });
}

// What is copied has been written before, whose exit may not have been seen.
void CallDecoder::catchUpWith(const ChannelEnd& from, std::uint64_t bytes)
{
    const ChannelCount& count = *m_channels.count(from.channel);
    const End queue = queueReadFrom(from);
    if (carriesBytes(from.kind) && !count.outside
        && count.read.at(indexOf(queue)) + bytes > count.written.at(indexOf(queue)))
        m_needs.catchUp(from.channel, queue, {});
}

void CallDecoder::recordMove(Pid pid, Tid tid, const ChannelEnd& end, bool write, BytesMoved moved)
{
    moved.channel = end.channel;
    moved.end = end.end;
    ChannelCount* const count = m_channels.count(end.channel);
    if (write) {
        if (!moved.lost) {
            count->written.at(indexOf(queueWrittenFrom(end))) += moved.count;
            messageWritten(end, moved);
        }
        recordBounded<BytesWritten>(pid, tid, *count, moved);
        return;
    }
    const std::size_t queue = indexOf(queueReadFrom(end));
    const bool ours = !count->outside || end.kind == ChannelKind::Queue;
    // From a terminal's master come carriage returns that nobody wrote; from its other end no more
    // than was written, termios(3).
    const bool counted = end.kind != ChannelKind::Pty || end.end == End::Second;
    const bool more = carriesBytes(end.kind) && counted && ours
        && count->read.at(queue) + moved.count > count->written.at(queue);
    if (more || isMessageUnseen(end) || end.kind == ChannelKind::Eventfd)
        m_needs.catchUp(end.channel, queueReadFrom(end), moved.bytes.kept);
    if (moved.requested > 0 || receives(moved.call)) // read(2) of nothing takes nothing
        messageRead(end, moved);
    count->read.at(queue) += moved.count + moved.dropped;
    recordBounded<BytesRead>(pid, tid, *count, moved);
}

} // namespace ipclab
