// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/waker_set.h"

#include "ipc-core/analysis/present.h"

#include <algorithm>

namespace ipclab {

namespace {

template <typename Ids> void sortOnce(Ids& ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

} // namespace

bool isOpaque(const World& world, const Process& process)
{
    return std::ranges::any_of(process.descriptors, [&](const auto& entry) {
        const Channel* const channel = world.channel(entry.second.channel);
        return channel && channel->kind == ChannelKind::IoUring;
    });
}

void WakerSet::add(const std::vector<Holder>& holders)
{
    for (const Holder& holder : holders) {
        const Process* const process = m_world.process(holder.pid);
        if (!process)
            continue;
        // The person at the keyboard is a waker.
        externalIf(process->self);
        addThreads(*process);
    }
}

void WakerSet::addThreads(const Process& process)
{
    if (!process.alive())
        return;
    noteUnknown(process);
    m_wait.wakerPids.push_back(process.pid);
}

void WakerSet::addHoldersOf(ChannelId channel)
{
    if (m_present) {
        for (const Pid pid : m_present->holdersOf(channel))
            addThreads(*m_world.process(pid));
        return;
    }
    for (const auto& [pid, process] : m_world.processes) {
        const bool holds = std::ranges::any_of(process.descriptors,
            [channel](const auto& entry) { return entry.second.channel == channel; });
        if (holds)
            addThreads(process);
    }
}

void WakerSet::addAllOthers()
{
    eachPresent(m_world, m_present, [&](const Process& process) {
        if (!process.self && (process.pid != m_waiting.pid || process.threads.size() > 1))
            addThreads(process);
    });
}

void WakerSet::addOther(Pid pid)
{
    const Process* const process = m_world.process(pid);
    if (!process || !process->alive())
        return;
    noteUnknown(*process);
    m_wait.otherPids.push_back(pid);
}

void WakerSet::addEverybody()
{
    eachPresent(m_world, m_present, [&](const Process& process) {
        if (!process.self)
            addOther(process.pid);
    });
}

void WakerSet::order()
{
    sortOnce(m_wait.wakers);
    sortOnce(m_wait.wakerPids);
    sortOnce(m_wait.otherPids);
}

std::vector<Holder> WakerSet::writersOf(ChannelId id, End end) const
{
    return m_present ? m_present->writers(id, end) : m_world.writers(id, end);
}

std::vector<Holder> WakerSet::readersOf(ChannelId id, End end) const
{
    return m_present ? m_present->readers(id, end) : m_world.readers(id, end);
}

const Process* WakerSet::processOf(Tid tid) const
{
    if (m_waiting.threads.contains(tid)) // as mostly
        return &m_waiting;
    return m_present ? m_present->processOf(tid) : m_world.processOf(tid);
}

void WakerSet::noteUnknown(const Process& process)
{
    // A living process whose threads we do not know may do anything; so may io_uring(7).
    if (m_noted.insert(process.pid).second)
        externalIf(process.threads.empty() || isOpaque(m_world, process));
}

} // namespace ipclab
