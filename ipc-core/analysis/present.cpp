// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/present.h"

#include <algorithm>

namespace ipclab {

Present::Present(const World& world)
    : m_world(&world)
{
    for (const auto& [pid, process] : world.processes) {
        if (process.state() == ProcessState::Gone)
            continue;
        m_processes.push_back(&process);
        if (process.parent != pid)
            m_children[process.parent].push_back(&process);
        for (const auto& [tid, thread] : process.threads)
            m_owners[tid] = &process;
        for (const auto& [fd, descriptor] : process.descriptors)
            m_held.push_back({ descriptor.channel, { pid, fd }, &descriptor });
    }
    std::ranges::stable_sort(m_held, {}, &Held::channel);
}

const std::vector<const Process*>& Present::childrenOf(Pid pid) const
{
    static const std::vector<const Process*> kNone;
    const auto found = m_children.find(pid);
    return found == m_children.end() ? kNone : found->second;
}

const Process* Present::processOf(Tid tid) const
{
    const auto found = m_owners.find(tid);
    return found == m_owners.end() ? nullptr : found->second;
}

template <typename Takes>
std::vector<Holder> Present::holders(ChannelId id, const Takes& takes) const
{
    std::vector<Holder> found;
    const Channel* const channel = m_world->channel(id);
    if (!channel)
        return found;
    for (const Held& held : std::ranges::equal_range(m_held, id, {}, &Held::channel)) {
        if (takes(*channel, *held.descriptor))
            found.push_back(held.by);
    }
    return found;
}

std::vector<Holder> Present::readers(ChannelId id, End end) const
{
    return holders(id, [end](const Channel& channel, const Descriptor& descriptor) {
        return readsFrom(channel, descriptor, end);
    });
}

std::vector<Holder> Present::writers(ChannelId id, End end) const
{
    return holders(id, [end](const Channel& channel, const Descriptor& descriptor) {
        return writesInto(channel, descriptor, end);
    });
}

std::vector<Pid> Present::holdersOf(ChannelId id) const
{
    std::vector<Pid> pids;
    for (const Held& held : std::ranges::equal_range(m_held, id, {}, &Held::channel)) {
        if (pids.empty() || pids.back() != held.by.pid)
            pids.push_back(held.by.pid);
    }
    return pids;
}

} // namespace ipclab
