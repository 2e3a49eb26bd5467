// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world_history.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

// What no snapshot shares with another.
std::uint64_t ownMemory(const World& world)
{
    std::uint64_t memory = sizeof world + world.carriers.size() * sizeof(ChannelId);
    for (const Finding& finding : world.findings)
        memory += sizeof finding
            + (finding.pids.size() + finding.channels.size() + finding.tids.size()) * sizeof(Pid);
    return memory;
}

} // namespace

WorldHistory::WorldHistory(const EventLog& log, std::uint64_t mostBytes)
    : m_log(&log)
    , m_mostBytes(mostBytes)
    , m_snapshots { std::make_shared<const World>() }
{
}

EventIndex WorldHistory::extend(EventIndex most)
{
    const EventIndex begin = m_live.applied;
    const EventIndex end = begin + std::min(m_log->size() - begin, most);
    while (m_live.applied < end) {
        apply(m_live, (*m_log)[m_live.applied]);
        if (m_live.applied == m_snapshots.size() * m_stride)
            takeSnapshot();
    }
    return m_live.applied - begin;
}

void WorldHistory::takeSnapshot()
{
    m_snapshots.push_back(std::make_shared<const World>(m_live));
    const std::uint64_t copied = m_live.processes.copiedBytes() + m_live.channels.copiedBytes();
    m_bytes += copied - std::exchange(m_copied, copied) + ownMemory(m_live);
    while (
        m_snapshots.size() > 1 && (m_snapshots.size() >= kMostSnapshots || m_bytes > m_mostBytes)) {
        for (std::size_t i = 0; 2 * i < m_snapshots.size(); ++i)
            m_snapshots[i] = m_snapshots[2 * i];
        m_snapshots.resize((m_snapshots.size() + 1) / 2);
        m_stride *= 2;
        m_bytes /= 2; // of what is there twice, one stays
    }
}

World WorldHistory::at(EventIndex count) const
{
    World world;
    bring(world, count);
    return world;
}

void WorldHistory::bring(World& world, EventIndex count) const
{
    const EventIndex wanted = std::min(count, m_live.applied);
    const World& before = wanted == m_live.applied
        ? m_live
        : *m_snapshots[std::min<std::size_t>(wanted / m_stride, m_snapshots.size() - 1)];
    if (world.applied < before.applied || world.applied > wanted)
        world = before;
    while (world.applied < wanted)
        apply(world, (*m_log)[world.applied]);
}

EventIndex WorldHistory::countAt(Nanoseconds time) const
{
    EventIndex low = 0;
    EventIndex high = m_live.applied;
    while (low < high) {
        const EventIndex middle = low + (high - low) / 2;
        if ((*m_log)[middle].at <= time)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

} // namespace ipclab
