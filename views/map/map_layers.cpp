// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_layout.h"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <set>

namespace ipclab {

namespace {

using Follows = std::map<MapNode, std::set<MapNode>>; // card to the cards right of it
using Layers = std::map<MapNode, std::size_t>;

bool isSelf(const MapGraph& graph, const MapNode& node)
{
    const auto card = std::ranges::find(graph.cards, node, &MapCard::node);
    return card != graph.cards.end() && card->self;
}

// Those that hold nothing which is drawn stand together by who is whose child.
bool isBare(const MapGraph& graph, const MapFamily& family)
{
    return std::ranges::none_of(graph.links, [&family](const MapLink& link) {
        return link.card == family.parent || link.card == family.child;
    });
}

// Bytes go from left to right; of a two-way channel, from the First end to the Second, but what a
// program says to the person stands right of it.
Follows followsOf(const MapGroup& group, const MapGraph& graph)
{
    Follows follows;
    for (const MapLink& from : group.links) {
        for (const MapLink& to : group.links) {
            if (from.tube != to.tube || from.card == to.card || !from.writes || !to.reads)
                continue;
            const bool bothWays = to.writes && from.reads;
            const bool forward = !bothWays || isSelf(graph, to.card)
                || (!isSelf(graph, from.card) && from.first && !to.first);
            if (forward)
                follows[from.card].insert(to.card);
        }
    }
    for (const MapFamily& family : drawnFamilies(graph)) {
        if (std::ranges::find(group.cards, family.child) != group.cards.end()
            && isBare(graph, family))
            follows[family.parent].insert(family.child);
    }
    return follows;
}

// Layers by the longest way, over what is left when the ways back of a cycle are taken out: those
// that lead to where the search, begun at the oldest, still is.
class Ranking {
public:
    Ranking(const MapGroup& group, const Follows& follows)
        : m_follows(follows)
    {
        for (const MapNode& card : group.cards)
            visit(card);
        for (const MapNode& node : std::views::reverse(m_finished)) {
            for (const MapNode& next : m_forward[node])
                m_layers[next] = std::max(m_layers[next], m_layers[node] + 1);
        }
    }
    [[nodiscard]] Layers layers() const { return m_layers; }

private:
    void visit(const MapNode& card)
    {
        if (!m_seen.insert(card).second)
            return;
        m_layers[card] = 0;
        m_open.insert(card);
        if (const auto next = m_follows.find(card); next != m_follows.end()) {
            for (const MapNode& other : next->second) {
                if (m_open.contains(other))
                    continue;
                m_forward[card].push_back(other);
                visit(other);
            }
        }
        m_open.erase(card);
        m_finished.push_back(card);
    }

    const Follows& m_follows;
    std::set<MapNode> m_seen;
    std::set<MapNode> m_open;
    std::vector<MapNode> m_finished;
    std::map<MapNode, std::vector<MapNode>> m_forward;
    Layers m_layers;
};

std::size_t columnOfTube(const MapGroup& group, const MapNode& tube, const Layers& layers)
{
    std::size_t least = SIZE_MAX;
    for (const MapLink& link : group.links) {
        if (link.tube == tube)
            least = std::min(least, layers.at(link.card));
    }
    return least == SIZE_MAX ? 1 : 2 * least + 1;
}

// How far down the neighbours of a node stand, on average, as a share of their columns.
double heightOf(const MapNode& node, const MapGroup& group, const MapColumns& columns)
{
    double sum = 0;
    int count = 0;
    for (const MapLink& link : group.links) {
        if (link.card != node && link.tube != node)
            continue;
        const MapNode& other = link.card == node ? link.tube : link.card;
        for (const std::vector<MapNode>& column : columns) {
            const auto at = std::ranges::find(column, other);
            if (at == column.end())
                continue;
            sum += (static_cast<double>(at - column.begin()) + 0.5)
                / static_cast<double>(column.size());
            ++count;
        }
    }
    return count == 0 ? 0.5 : sum / count;
}

void untangle(MapColumns& columns, const MapGroup& group)
{
    constexpr int kRounds = 3;
    for (int round = 0; round < kRounds; ++round) {
        for (std::vector<MapNode>& column : columns) {
            std::map<MapNode, double> heights;
            for (const MapNode& node : column)
                heights[node] = heightOf(node, group, columns);
            std::ranges::stable_sort(
                column, {}, [&](const MapNode& node) { return heights.at(node); });
        }
    }
}

// A long column becomes several short ones side by side.
MapColumns wrapped(const MapColumns& columns)
{
    std::size_t most = 0;
    std::size_t all = 0;
    for (const std::vector<MapNode>& column : columns) {
        most = std::max(most, column.size());
        all += column.size();
    }
    constexpr double kTall = 1.5; // a node is wider than high: so many rows to a column
    const auto longest = std::max<std::size_t>(
        5, static_cast<std::size_t>(std::sqrt(kTall * static_cast<double>(all))));
    if (most <= longest)
        return columns;
    MapColumns split;
    for (const std::vector<MapNode>& column : columns) {
        const std::size_t parts = std::max<std::size_t>(1, (column.size() + longest - 1) / longest);
        const std::size_t each = (column.size() + parts - 1) / parts;
        for (std::size_t begin = 0; begin < column.size(); begin += each) {
            const std::size_t end = std::min(begin + each, column.size());
            split.emplace_back(column.begin() + static_cast<std::ptrdiff_t>(begin),
                column.begin() + static_cast<std::ptrdiff_t>(end));
        }
    }
    return split;
}

} // namespace

std::vector<MapGroup> groupsOf(const MapGraph& graph)
{
    std::map<MapNode, MapNode> leader;
    const auto find = [&](MapNode node) {
        while (leader.at(node) != node)
            node = leader.at(node);
        return node;
    };
    for (const MapCard& card : graph.cards)
        leader[card.node] = card.node;
    for (const MapTube& tube : graph.tubes)
        leader[tube.node] = tube.node;
    for (const MapLink& link : graph.links)
        leader[find(link.tube)] = find(link.card);
    for (const MapFamily& family : drawnFamilies(graph)) {
        if (isBare(graph, family))
            leader[find(family.child)] = find(family.parent);
    }

    std::vector<MapGroup> groups;
    std::map<MapNode, std::size_t> indexOfLeader;
    const auto groupOf = [&](const MapNode& node) -> MapGroup& {
        const auto [at, isNew] = indexOfLeader.try_emplace(find(node), groups.size());
        if (isNew)
            groups.emplace_back();
        return groups[at->second];
    };
    for (const MapCard& card : graph.cards)
        groupOf(card.node).cards.push_back(card.node);
    for (const MapTube& tube : graph.tubes)
        groupOf(tube.node).tubes.push_back(tube);
    for (const MapLink& link : graph.links)
        groupOf(link.card).links.push_back(link);
    return groups;
}

MapColumns columnsOf(const MapGroup& group, const MapGraph& graph)
{
    const Layers layers = Ranking(group, followsOf(group, graph)).layers();
    MapColumns columns;
    const auto put = [&](std::size_t column, const MapNode& node) {
        if (columns.size() <= column)
            columns.resize(column + 1);
        columns[column].push_back(node);
    };
    for (const MapNode& card : group.cards)
        put(2 * layers.at(card), card);
    for (const MapTube& tube : group.tubes)
        put(columnOfTube(group, tube.node, layers), tube.node);
    std::erase_if(columns, [](const std::vector<MapNode>& column) { return column.empty(); });
    untangle(columns, group);
    return wrapped(columns);
}

} // namespace ipclab
