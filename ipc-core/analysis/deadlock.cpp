// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"
#include "ipc-core/analysis/wait.h"

#include <algorithm>
#include <map>
#include <set>

namespace ipclab {

namespace {

using Waits = std::map<Tid, Wait>;

// The waits of all threads that are not live of themselves.
Waits blockedWaits(const World& world)
{
    Waits blocked;
    for (const auto& [pid, process] : world.processes) {
        if (!process.alive() || process.self)
            continue;
        for (const auto& [tid, thread] : process.threads) {
            if (const auto wait = waitOf(world, process, thread); wait && !wait->external)
                blocked.emplace(tid, *wait);
        }
    }
    return blocked;
}

// Takes out, again and again, whoever could be woken by one who is not in the set.
void keepStuck(Waits& blocked)
{
    for (bool changed = true; changed;) {
        changed = std::erase_if(blocked, [&](const auto& entry) {
            const std::vector<Tid>& wakers = entry.second.wakers;
            return std::ranges::any_of(wakers, [&](Tid waker) { return !blocked.contains(waker); });
        }) > 0;
    }
}

std::set<Tid> reachable(const Waits& stuck, Tid from)
{
    std::set<Tid> found;
    std::vector<Tid> next { from };
    while (!next.empty()) {
        const Tid tid = next.back();
        next.pop_back();
        for (const Tid waker : stuck.at(tid).wakers) {
            if (found.insert(waker).second)
                next.push_back(waker);
        }
    }
    return found;
}

Finding findingOf(const Waits& stuck, const std::set<Tid>& group)
{
    std::set<Pid> pids;
    std::set<ChannelId> channels;
    Nanoseconds since = 0;
    for (const Tid tid : group) {
        const Wait& wait = stuck.at(tid);
        pids.insert(wait.pid);
        if (wait.channel)
            channels.insert(wait.channel);
        since = std::max(since, wait.since);
    }
    return Finding { FindingKind::Deadlock, { pids.begin(), pids.end() },
        { channels.begin(), channels.end() }, since };
}

} // namespace

std::set<Tid> stuckThreads(const World& world)
{
    Waits stuck = blockedWaits(world);
    keepStuck(stuck);
    std::set<Tid> found;
    for (const auto& [tid, wait] : stuck)
        found.insert(tid);
    return found;
}

std::vector<Finding> deadlocks(const World& world)
{
    Waits stuck = blockedWaits(world);
    keepStuck(stuck);

    std::map<Tid, std::set<Tid>> reach;
    for (const auto& [tid, wait] : stuck)
        reach[tid] = reachable(stuck, tid);

    std::vector<Finding> found;
    for (const auto& [tid, group] : reach) {
        // Terminal: everyone it leads to leads back. One finding a group: by its first member.
        const bool terminal = std::ranges::all_of(
            group, [&, member = tid](Tid other) { return reach.at(other).contains(member); });
        // A thread with no waker at all is its own group.
        const std::set<Tid> members = group.empty() ? std::set<Tid> { tid } : group;
        if (terminal && *members.begin() == tid)
            found.push_back(findingOf(stuck, members));
    }
    return found;
}

} // namespace ipclab
