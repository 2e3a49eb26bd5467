// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/components.h"
#include "ipc-core/analysis/findings.h"
#include "ipc-core/analysis/present.h"
#include "ipc-core/analysis/wait.h"

#include <algorithm>
#include <map>
#include <set>

namespace ipclab {

namespace {

// Who could wake whom. A node is a living thread, or a process: "any of its threads". An edge leads
// from who waits to who could wake it, and from a process to its threads.
class WaitGraph {
public:
    WaitGraph(const World& world, const Present& present)
        : m_anybody(add())
    {
        for (const Process* const process : present.processes()) {
            if (!process->isWatched())
                continue;
            const std::size_t any = add();
            m_processes[process->pid] = any;
            if (process->by != StartedBy::Found) // which of those are there at all is chance
                m_edges[m_anybody].push_back(any);
            if (process->threads.empty())
                m_live.push_back(any); // they are not known
            for (const auto& [tid, thread] : process->threads) {
                const std::size_t node = add();
                m_threads[tid] = node;
                m_edges[any].push_back(node);
                const auto wait = waitOf(world, *process, thread, &present);
                if (wait && !wait->external)
                    m_waits[node] = *wait;
                else
                    m_live.push_back(node);
                m_anyGoesOn = m_anyGoesOn
                    || (process->by != StartedBy::Found
                        && (!wait || (wait->external && !wait->forSignal)));
            }
        }
        for (std::size_t node = 0; node < m_waits.size(); ++node) {
            if (m_waits[node])
                connect(node, *m_waits[node]);
            if (m_waits[node] && m_waits[node]->byInterrupt && m_anyGoesOn)
                m_live.push_back(node);
        }
    }

    // The waits of each group that can never go on, and waits for nobody else.
    [[nodiscard]] std::vector<std::vector<const Wait*>> stuckGroups() const
    {
        const std::vector<bool> live = whoGoesOn();
        std::vector<std::size_t> place(m_edges.size()); // among those that are stuck
        std::vector<std::size_t> stuck;
        for (std::size_t node = 0; node < m_edges.size(); ++node) {
            place[node] = stuck.size();
            if (!live[node])
                stuck.push_back(node);
        }
        Edges edges(stuck.size());
        for (std::size_t i = 0; i < stuck.size(); ++i) {
            for (const std::size_t to : m_edges[stuck[i]])
                edges[i].push_back(place[to]); // whoever a stuck one waits for is stuck too
        }
        std::vector<std::vector<const Wait*>> groups;
        for (const std::vector<std::size_t>& members : terminalComponents(edges)) {
            std::vector<const Wait*> waits;
            for (const std::size_t member : members) {
                if (m_waits[stuck[member]])
                    waits.push_back(&*m_waits[stuck[member]]);
            }
            if (!waits.empty())
                groups.push_back(std::move(waits));
        }
        return groups;
    }

    [[nodiscard]] std::set<Tid> stuckThreads() const
    {
        const std::vector<bool> live = whoGoesOn();
        std::set<Tid> stuck;
        for (const auto& [tid, node] : m_threads) {
            if (!live[node])
                stuck.insert(tid);
        }
        return stuck;
    }

private:
    // A signal that nobody sends as a rule keeps its receiver out of a deadlock where anybody goes
    // on; but it does not make one of all.
    [[nodiscard]] std::vector<bool> whoGoesOn() const
    {
        Edges backwards = reversed(m_edges);
        for (std::size_t node = 0; node < m_waits.size(); ++node) {
            if (m_waits[node] && m_waits[node]->bySignal)
                backwards[m_anybody].push_back(node);
        }
        return reachedFrom(backwards, m_live);
    }
    std::size_t add()
    {
        m_edges.emplace_back();
        m_waits.emplace_back();
        return m_edges.size() - 1;
    }
    void connect(std::size_t node, const Wait& wait)
    {
        for (const Tid tid : wait.wakers)
            connectTo(node, m_threads, tid);
        for (const Pid pid : wait.wakerPids)
            connectTo(node, m_processes, pid);
        for (const Pid pid : wait.otherPids)
            connectTo(node, m_processes, pid);
    }
    template <typename Id>
    void connectTo(std::size_t node, const std::map<Id, std::size_t>& nodes, Id id)
    {
        const auto found = nodes.find(id);
        if (found == nodes.end())
            m_live.push_back(node); // of whom we know nothing may do anything
        else
            m_edges[node].push_back(found->second);
    }

    Edges m_edges;
    std::vector<std::optional<Wait>> m_waits; // by node
    std::vector<std::size_t> m_live;
    std::map<Tid, std::size_t> m_threads;
    std::map<Pid, std::size_t> m_processes;
    bool m_anyGoesOn = false; // by itself, whoever is stuck
    std::size_t m_anybody; // any of these; below the others, as it is made with them
};

Finding findingOf(const std::vector<const Wait*>& group)
{
    std::set<Pid> pids;
    std::set<ChannelId> channels;
    std::set<Tid> tids;
    Nanoseconds since = 0;
    for (const Wait* const wait : group) {
        pids.insert(wait->pid);
        tids.insert(wait->tid);
        if (wait->channel)
            channels.insert(wait->channel);
        since = std::max(since, wait->since);
    }
    return Finding { FindingKind::Deadlock, { pids.begin(), pids.end() },
        { channels.begin(), channels.end() }, since, { tids.begin(), tids.end() } };
}

} // namespace

std::set<Tid> stuckThreads(const World& world)
{
    return WaitGraph(world, Present(world)).stuckThreads();
}

std::vector<Finding> deadlocks(const World& world)
{
    return deadlocks(world, Present(world));
}

std::vector<Finding> deadlocks(const World& world, const Present& present)
{
    const WaitGraph graph(world, present); // the groups point into it
    std::vector<Finding> found;
    for (const std::vector<const Wait*>& group : graph.stuckGroups())
        found.push_back(findingOf(group));
    std::ranges::stable_sort(
        found, [](const Finding& a, const Finding& b) { return a.pids < b.pids; });
    return found;
}

} // namespace ipclab
