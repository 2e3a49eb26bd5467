// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/components.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// All nodes, each after those one can get to from it (but for ways back): depth first, without
// recursion, as a chain of waits may be long.
std::vector<std::size_t> finishOrder(const Edges& edges)
{
    std::vector<std::size_t> order;
    std::vector<bool> seen(edges.size());
    std::vector<std::pair<std::size_t, std::size_t>> path; // node, its next edge
    for (std::size_t start = 0; start < edges.size(); ++start) {
        if (seen[start])
            continue;
        seen[start] = true;
        path.emplace_back(start, 0);
        while (!path.empty()) {
            auto& [node, edge] = path.back();
            if (edge == edges[node].size()) {
                order.push_back(node);
                path.pop_back();
                continue;
            }
            const std::size_t next = edges[node][edge++];
            if (!seen[next]) {
                seen[next] = true;
                path.emplace_back(next, 0);
            }
        }
    }
    return order;
}

// By Kosaraju's rule: against the edges, from those that finished last.
std::vector<std::size_t> componentOfEach(const Edges& edges)
{
    const Edges back = reversed(edges);
    std::vector<std::size_t> order = finishOrder(edges);
    std::ranges::reverse(order);
    std::vector<std::size_t> of(edges.size(), kNone);
    std::vector<std::size_t> next;
    for (const std::size_t first : order) {
        if (of[first] != kNone)
            continue;
        of[first] = first;
        next.push_back(first);
        while (!next.empty()) {
            const std::size_t node = next.back();
            next.pop_back();
            for (const std::size_t before : back[node]) {
                if (of[before] == kNone) {
                    of[before] = first;
                    next.push_back(before);
                }
            }
        }
    }
    return of;
}

} // namespace

Edges reversed(const Edges& edges)
{
    Edges back(edges.size());
    for (std::size_t from = 0; from < edges.size(); ++from) {
        for (const std::size_t to : edges[from])
            back[to].push_back(from);
    }
    return back;
}

std::vector<bool> reachedFrom(const Edges& edges, const std::vector<std::size_t>& seeds)
{
    std::vector<bool> reached(edges.size());
    std::vector<std::size_t> next = seeds;
    for (const std::size_t seed : seeds)
        reached[seed] = true;
    while (!next.empty()) {
        const std::size_t node = next.back();
        next.pop_back();
        for (const std::size_t to : edges[node]) {
            if (!reached[to]) {
                reached[to] = true;
                next.push_back(to);
            }
        }
    }
    return reached;
}

std::vector<std::vector<std::size_t>> terminalComponents(const Edges& edges)
{
    const std::vector<std::size_t> of = componentOfEach(edges);
    std::vector<bool> leads(edges.size()); // by the component's first: it leads on to another
    for (std::size_t from = 0; from < edges.size(); ++from) {
        for (const std::size_t to : edges[from])
            leads[of[from]] = leads[of[from]] || of[to] != of[from];
    }
    std::vector<std::vector<std::size_t>> members(edges.size());
    for (std::size_t node = 0; node < edges.size(); ++node) {
        if (!leads[of[node]])
            members[of[node]].push_back(node);
    }
    std::erase_if(members, [](const auto& group) { return group.empty(); });
    return members;
}

} // namespace ipclab
