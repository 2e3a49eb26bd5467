// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/chain.h"

#include "ipc-core/analysis/findings.h"

#include <algorithm>
#include <set>

namespace ipclab {

namespace {

std::vector<Wait> waitsOf(const World& world, const Process& process)
{
    std::vector<Wait> waits;
    for (const auto& [tid, thread] : process.threads) { // the first thread has the lowest number
        if (auto wait = waitOf(world, process, thread))
            waits.push_back(std::move(*wait));
    }
    return waits;
}

std::vector<Pid> wakersOf(const World& world, Pid pid, const std::vector<Wait>& waits)
{
    std::vector<Pid> wakers;
    for (const Wait& wait : waits) {
        const std::vector<Pid> more = wakerProcesses(world, wait);
        wakers.insert(wakers.end(), more.begin(), more.end());
    }
    std::ranges::sort(wakers);
    wakers.erase(std::unique(wakers.begin(), wakers.end()), wakers.end());
    std::erase(wakers, pid);
    return wakers;
}

// What /proc says of a process as a whole goes before what its threads are in.
std::optional<ChainEnd> endByState(const Process& process)
{
    if (!process.alive())
        return ChainEnd::Ended;
    if (process.self)
        return ChainEnd::Ourselves;
    if (process.surveyed) {
        if (process.surveyed->refused != 0)
            return ChainEnd::Refused;
        if (process.surveyed->state == TaskState::Unknown)
            return ChainEnd::NotLookedAt;
        if (process.surveyed->state == TaskState::Traced)
            return ChainEnd::Traced;
    }
    if (process.stoppedBy != 0)
        return ChainEnd::Stopped;
    if (process.state() == ProcessState::Waiting)
        return std::nullopt;
    const bool disk = process.surveyed && process.surveyed->state == TaskState::DiskSleep;
    return disk ? ChainEnd::Disk : ChainEnd::Running;
}

std::optional<ChainEnd> endAtChannel(const World& world, const Process& process, const Wait& wait)
{
    const Channel* const channel = world.channel(wait.channel);
    const Descriptor* const descriptor
        = wait.fd ? world.descriptor(process.pid, *wait.fd) : nullptr;
    if (!channel || !descriptor)
        return std::nullopt;
    if (channel->kind == ChannelKind::Pty && descriptor->end == End::Second
        && wait.reason == WaitReason::Data)
        return ChainEnd::Person;
    const bool unixDatagrams = channel->kind == ChannelKind::Unix && channel->outside
        && channel->remote.empty() && !channel->listener;
    if (channel->kind == ChannelKind::Udp || channel->datagram || unixDatagrams)
        return ChainEnd::Datagram;
    if (wait.reason == WaitReason::Data && channel->carriesBytes()
        && channel->queueAt(wait.queue).bytes > 0)
        return ChainEnd::AboutToGoOn;
    if (!channel->carriesBytes())
        return channel->kind == ChannelKind::File ? ChainEnd::Device : ChainEnd::Unknown;
    return std::nullopt;
}

std::optional<ChainEnd> endOf(const World& world, const Process& process, const ChainLink& link)
{
    if (const auto end = endByState(process))
        return end;
    const Wait& wait = link.waits.front();
    if (wait.until)
        return ChainEnd::Time;
    switch (wait.reason) {
    case WaitReason::Time:
        return ChainEnd::Time;
    case WaitReason::Connection:
        return ChainEnd::Connection;
    case WaitReason::Peer:
        return ChainEnd::Peer;
    case WaitReason::Signal:
        return ChainEnd::Signal;
    default:
        break;
    }
    if (!link.wakers.empty()) {
        const auto end = endAtChannel(world, process, wait);
        return end == ChainEnd::Person ? end : std::nullopt;
    }
    if (const auto end = endAtChannel(world, process, wait))
        return end;
    if (!wait.wakers.empty() || !wait.wakerPids.empty())
        return ChainEnd::Itself;
    return wait.channel ? ChainEnd::Unseen : ChainEnd::Unknown;
}

class ChainBuilder {
public:
    explicit ChainBuilder(const World& world)
        : m_world(world)
    {
    }

    void follow(Pid pid, unsigned depth)
    {
        const Process* const process = m_world.process(pid);
        if (!process || !m_met.insert(pid).second)
            return;
        ChainLink link { pid, depth, waitsOf(m_world, *process), {}, {} };
        link.wakers = wakersOf(m_world, pid, link.waits);
        link.end = endOf(m_world, *process, link);
        const std::vector<Pid> next = link.end ? std::vector<Pid> {} : link.wakers;
        chain.links.push_back(std::move(link));
        for (const Pid waker : next)
            follow(waker, depth + 1);
    }

    Chain chain;

private:
    const World& m_world;
    std::set<Pid> m_met;
};

bool isStuck(const World& world, const Process& process)
{
    if (!world.finding(FindingKind::Deadlock) || process.state() != ProcessState::Waiting)
        return false;
    const std::set<Tid> stuck = stuckThreads(world);
    return std::ranges::all_of(
        process.threads, [&](const auto& entry) { return stuck.contains(entry.first); });
}

} // namespace

Chain chainFrom(const World& world, Pid first)
{
    ChainBuilder builder(world);
    builder.follow(first, 0);
    Chain chain = std::move(builder.chain);
    const Process* const process = world.process(first);
    chain.stuck = process && isStuck(world, *process);
    if (chain.links.empty())
        chain.links.push_back({ first, 0, {}, {}, ChainEnd::Unknown });
    return chain;
}

} // namespace ipclab
