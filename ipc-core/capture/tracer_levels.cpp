// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: how many bytes are in a channel that a transfer waits at.
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/tracer.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/events/channel_kinds.h"

namespace ipclab {

void Tracer::sampleLevel(TracedProcess& process, TracedThread& thread)
{
    OpenCall& call = *thread.call;
    const auto transfer = transferOf(call.call);
    if (!transfer || !namesDescriptor(call.call))
        return;
    const auto found = process.descriptors->find(call.fd());
    if (found == process.descriptors->end())
        return;
    const auto& [fd, end] = *found;
    const bool full = transfer->write;
    const End queue = full ? queueWrittenFrom(end) : queueReadFrom(end);
    const auto level = full ? levelOfFull(process, fd, end) : levelOfEmpty(process, fd, end);
    if (!level)
        return;
    const ChannelCount& count = *m_channels.count(end.channel);
    const LevelSaid said { *level, (full ? count.read : count.written).at(indexOf(queue)) };
    if (call.levelSaid == said)
        return;
    call.levelSaid = said;
    m_recorder.record(
        process.pid, thread.tid, ChannelLevel { end.channel, *level, std::nullopt, queue });
}

// A write that waits has put a part of its bytes into the channel already, write(2).
std::optional<std::uint64_t> Tracer::levelOfFull(
    TracedProcess& process, int fd, const ChannelEnd& end)
{
    const auto level
        = isOneWay(end.kind) ? bytesReadable(process.openedPidfd(), fd) : levelAtOtherEnd(end);
    return level || end.kind != ChannelKind::Tcp ? level : m_decoder.levelUnaccepted(process, fd);
}

std::optional<std::uint64_t> Tracer::levelAtOtherEnd(const ChannelEnd& end)
{
    if (!mayConnect(end.kind) && end.kind != ChannelKind::Pty)
        return std::nullopt;
    for (auto& [pid, process] : m_tracees.processes) {
        for (const auto& [fd, other] : *process.descriptors) {
            if (other.channel == end.channel && other.end != end.end)
                return bytesReadable(process.openedPidfd(), fd);
        }
    }
    return std::nullopt;
}

// A read that waits at a socket has taken what was there, and wants more: MSG_WAITALL of recv(2),
// SO_RCVLOWAT of socket(7). And what strangers took was not seen.
std::optional<std::uint64_t> Tracer::levelOfEmpty(
    TracedProcess& process, int fd, const ChannelEnd& end)
{
    const ChannelCount& count = *m_channels.count(end.channel);
    const std::size_t queue = indexOf(queueReadFrom(end));
    const std::uint64_t seen = count.outside ? 0 : count.read.at(queue);
    if (!(mayConnect(end.kind) || count.outside) || count.written.at(queue) <= seen)
        return std::nullopt;
    const UniqueFd& pidfd = process.openedPidfd();
    if (bytesReadable(pidfd, fd) != 0U)
        return std::nullopt;
    // Of what was sent some may be on its way still.
    if (end.kind == ChannelKind::Tcp && bytesReceived(pidfd, fd) < count.written.at(queue))
        return std::nullopt;
    return 0;
}

} // namespace ipclab
