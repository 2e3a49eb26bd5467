// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: is a pipe that was open when we came held by the watched alone?
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/tracer.h"
#include "ipc-core/capture/wait_facts.h"

#include <algorithm>

namespace ipclab {

void Tracer::lookWhetherClosed(TracedProcess& process, const TracedThread& thread)
{
    constexpr Nanoseconds kAgainAfter = 200 * kMillisecond; // and then twice as long each time
    constexpr Nanoseconds kAgainAtMost = 30 * kSecond;
    const OpenCall& call = *thread.call;
    const Nanoseconds now = m_recorder.now();
    if (!process.attached || !m_options.heldOnlyBy || now - call.since < kLastsLongFrom
        || !namesDescriptor(call.call))
        return;
    const auto found = process.descriptors->find(call.fd());
    if (found == process.descriptors->end() || found->second.kind != ChannelKind::Pipe)
        return;
    const ChannelEnd end = found->second;
    ChannelCount& count = *m_channels.count(end.channel);
    const auto key = m_channels.keyOf(process.pid, found->first);
    if (!count.outside || now < m_nextClosedLook || !key)
        return;
    ClosedLook& look = m_closedLooks[end.channel];
    if (now < look.nextAt)
        return;
    std::vector<Pid> watched;
    for (const auto& [pid, one] : m_tracees.processes)
        watched.push_back(pid);
    // Who has it may have passed it on while we looked: twice.
    look.closed = m_options.heldOnlyBy(key->inode, watched) ? look.closed + 1 : 0;
    const Nanoseconds ended = m_recorder.now(); // all descriptors of all processes were looked at
    m_nextClosedLook = ended + kSharesOfTime * (ended - now);
    look.interval = std::clamp(2 * look.interval, kAgainAfter, kAgainAtMost);
    look.nextAt = look.closed == 1 ? now : now + look.interval;
    const auto level = bytesReadable(process.openedPidfd(), found->first);
    if (look.closed < 2 || !level)
        return;
    m_closedLooks.erase(end.channel);
    count.outside = false;
    count.written[0] = count.read[0] + *level;
    ChannelHeld held { end.channel, End::First, {}, {}, true };
    m_recorder.record(process.pid, thread.tid, held);
    m_recorder.record(
        process.pid, thread.tid, ChannelLevel { end.channel, *level, std::nullopt, End::First });
}

} // namespace ipclab
