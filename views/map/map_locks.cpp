// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_locks.h"

#include "views/common/wording.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace ipclab {

namespace {

struct Found {
    MapNode node;
    MapLock lock;
    Nanoseconds since = 0; // the longest wait
    bool shared = false; // processes beside the one that waits could end it
    bool deadlock = false;
};

bool isStuck(const World& world, Tid tid)
{
    const Process* const process = world.processOf(tid);
    return process && isStuck(world, process->pid, tid);
}

// A word in memory is one lock for all that have it at the same address; if only one process is
// concerned, others may have another there.
std::optional<MapNode> nodeFor(
    const World& world, const Process& process, const CallInProgress& call, bool shared)
{
    switch (call.lock->kind.value_or(LockKind::Word)) {
    case LockKind::File:
    case LockKind::Semaphores:
        return world.channel(call.channel) ? std::optional(nodeOf(call.channel)) : std::nullopt;
    case LockKind::Word:
    case LockKind::Mutex:
        if (call.lock->address != 0)
            return MapNode { MapNode::Kind::Lock, static_cast<std::int64_t>(call.lock->address),
                shared ? 0 : process.pid.value };
        break;
    case LockKind::Join:
    case LockKind::Queue:
        break;
    }
    return std::nullopt;
}

bool concernsOthers(const World& world, const Process& process, const LockWait& lock)
{
    const Process* const owner = lock.owner ? world.processOf(*lock.owner) : nullptr;
    return (owner && owner->pid != process.pid)
        || std::ranges::any_of(lock.pids, [&](Pid pid) { return pid != process.pid; });
}

void note(std::vector<Found>& all, const World& world, const Process& process, const Thread& thread)
{
    const LockWait& wait = *thread.call->lock;
    const bool shared = concernsOthers(world, process, wait);
    const std::optional<MapNode> node = nodeFor(world, process, *thread.call, shared);
    if (!node)
        return;
    auto found = std::ranges::find(all, *node, &Found::node);
    if (found == all.end()) {
        all.push_back({ *node, { wait.kind.value_or(LockKind::Word) }, thread.call->since });
        found = all.end() - 1;
    }
    found->since = std::min(found->since, thread.call->since);
    found->shared = found->shared || shared;
    found->lock.outside = found->lock.outside || wait.outside;
    found->lock.waiters.push_back(thread.tid);
    if (wait.owner)
        found->lock.owner = wait.owner;
}

// It may be a lock that another thread has, or where a thread waits for work.
bool isAlone(const Found& found)
{
    return found.lock.kind == LockKind::Word && !found.deadlock && !found.shared
        && found.lock.waiters.size() == 1;
}

std::vector<Found> locksOf(const World& world)
{
    std::vector<Found> all;
    for (const auto& [pid, process] : world.processes) {
        if (!process.isWatched())
            continue;
        for (const auto& [tid, thread] : process.threads) {
            if (thread.call && thread.call->lock && !thread.ahead)
                note(all, world, process, thread);
        }
    }
    for (Found& found : all)
        found.deadlock = isInDeadlock(world, found.lock);
    std::ranges::sort(all, {}, [](const Found& found) {
        return std::tuple(!found.deadlock, isAlone(found), found.since, found.node);
    });
    return all;
}

void link(MapGraph& graph, const World& world, Tid tid, const MapNode& tube, MapLink::Role role)
{
    const Process* const process = world.processOf(tid);
    const auto card = process ? graph.cardOf.find(process->pid) : graph.cardOf.end();
    if (card == graph.cardOf.end())
        return;
    // As resources are drawn in books: from who waits to what it wants, from that to who has it.
    const bool waits = role == MapLink::Role::Waits;
    const MapLink wanted { card->second, tube, waits, !waits, false, role };
    if (std::ranges::find(graph.links, wanted) == graph.links.end())
        graph.links.push_back(wanted);
}

} // namespace

bool isInDeadlock(const World& world, const MapLock& lock)
{
    const bool stuck
        = std::ranges::any_of(lock.waiters, [&](Tid tid) { return isStuck(world, tid); });
    return stuck && (!lock.owner || isStuck(world, *lock.owner));
}

Pid firstWaiter(const MapGraph& graph, const World& world, const MapNode& lock)
{
    const auto tube = std::ranges::find(graph.tubes, lock, &MapTube::node);
    const Process* const process = tube != graph.tubes.end() && tube->lock
        ? world.processOf(tube->lock->waiters.front())
        : nullptr;
    return process ? process->pid : Pid {};
}

void addLocks(MapGraph& graph, const World& world)
{
    const std::vector<Found> all = locksOf(world);
    const auto alone = static_cast<std::size_t>(std::ranges::count_if(all, isAlone));
    const std::size_t drawn
        = std::min(all.size() - alone + std::min(alone, kMostAlone), kMostLocks);
    for (std::size_t i = 0; i < drawn; ++i) {
        const Found& found = all[i];
        const bool ofChannel = found.node.kind == MapNode::Kind::Channel;
        const ChannelId channel = ofChannel ? channelOf(found.node) : ChannelId {};
        const MapNode node = ofChannel ? tubeFor(graph, channel) : found.node;
        auto tube = std::ranges::find(graph.tubes, node, &MapTube::node);
        if (tube == graph.tubes.end()) {
            graph.tubes.push_back({ node, channel });
            tube = graph.tubes.end() - 1;
            tube->aside = true;
        }
        tube->lock = found.lock;
        for (const Tid waiter : found.lock.waiters)
            link(graph, world, waiter, node, MapLink::Role::Waits);
        if (found.lock.owner)
            link(graph, world, *found.lock.owner, node, MapLink::Role::Owns);
    }
    graph.moreLocks = all.size() - drawn;
}

} // namespace ipclab
