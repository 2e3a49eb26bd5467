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

// What anybody may bring about at it.
std::optional<ChainEnd> endByAnybody(const Channel& channel)
{
    if (channel.backlog)
        return ChainEnd::Connection;
    if (channel.kind == ChannelKind::Signalfd)
        return ChainEnd::Signal;
    if (channel.kind == ChannelKind::Inotify)
        return ChainEnd::Files;
    if (channel.datagram || channel.kind == ChannelKind::Udp)
        return ChainEnd::Datagram;
    return std::nullopt;
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
    if (const auto end = endByAnybody(*channel))
        return end;
    if (unixDatagrams)
        return ChainEnd::Datagram;
    if (wait.reason == WaitReason::Data && channel->carriesBytes()
        && channel->queueAt(wait.queue).endsAWait())
        return ChainEnd::AboutToGoOn;
    if (!channel->carriesBytes())
        return channel->kind == ChannelKind::File ? ChainEnd::Device : ChainEnd::Unknown;
    return std::nullopt;
}

// Of a set of descriptors: what anybody may bring about at one of them. Those that may bring about
// something at the others are in the chain all the same.
std::optional<ChainEnd> endInSet(const World& world, const Process& process, const Wait& wait)
{
    const auto thread = process.threads.find(wait.tid);
    if (wait.reason != WaitReason::Any || thread == process.threads.end() || !thread->second.call)
        return std::nullopt;
    for (const int fd : thread->second.call->fds) {
        const Descriptor* const descriptor = world.descriptor(process.pid, fd);
        const Channel* const channel = descriptor ? world.channel(descriptor->channel) : nullptr;
        if (const auto end = channel ? endByAnybody(*channel) : std::nullopt)
            return end;
    }
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
        if (wait.call == Call::Connect && !link.wakers.empty())
            return std::nullopt; // who could accept it
        return ChainEnd::Peer;
    case WaitReason::Signal:
        return ChainEnd::Signal;
    default:
        break;
    }
    if (!link.wakers.empty()) {
        const auto end = endAtChannel(world, process, wait);
        return end == ChainEnd::Person ? end : endInSet(world, process, wait);
    }
    if (const auto end = endInSet(world, process, wait))
        return end;
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
        if (world.finding(FindingKind::Deadlock))
            m_stuck = stuckThreads(world);
    }

    void follow(Pid pid, unsigned depth)
    {
        const Process* const process = m_world.process(pid);
        if (!process || !m_met.insert(pid).second)
            return;
        ChainLink link { pid, depth, waitsOf(m_world, *process), {}, {}, {} };
        for (const auto& [tid, thread] : process->threads) {
            if (m_stuck.contains(tid))
                link.stuck.push_back(tid);
        }
        link.wakers = wakersOf(m_world, pid, link.waits);
        link.end = endOf(m_world, *process, link);
        const bool isOneOfSeveral = link.end && !endByState(*process) && !link.waits.front().until
            && link.waits.front().reason == WaitReason::Any;
        const std::vector<Pid> next
            = link.end && !isOneOfSeveral ? std::vector<Pid> {} : link.wakers;
        chain.links.push_back(std::move(link));
        for (const Pid waker : next)
            follow(waker, depth + 1);
    }

    Chain chain;

private:
    const World& m_world;
    std::set<Pid> m_met;
    std::set<Tid> m_stuck;
};

} // namespace

Chain chainFrom(const World& world, Pid first)
{
    ChainBuilder builder(world);
    builder.follow(first, 0);
    Chain chain = std::move(builder.chain);
    const Process* const process = world.process(first);
    if (chain.links.empty())
        chain.links.push_back({ first, 0, {}, {}, {}, ChainEnd::Unknown });
    const std::size_t stuck = chain.links.front().stuck.size();
    chain.stuck = process && stuck > 0 && stuck == process->threads.size();
    return chain;
}

} // namespace ipclab
