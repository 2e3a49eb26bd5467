// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_bundle.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace ipclab {

namespace {

struct Ends { // what makes two tubes alike
    ChannelKind kind {};
    std::vector<std::tuple<MapNode, bool, bool, bool>> links;
    auto operator<=>(const Ends&) const = default;
};

bool atGroup(const Ends& ends)
{
    return std::ranges::any_of(ends.links,
        [](const auto& link) { return std::get<0>(link).kind == MapNode::Kind::Group; });
}

} // namespace

void bundleTubes(MapGraph& graph, const World& world)
{
    const bool many = graph.tubes.size() > kMostTubes;
    std::map<MapNode, Ends> endsOf;
    for (const MapLink& link : graph.links)
        endsOf[link.tube].links.emplace_back(link.card, link.writes, link.reads, link.first);
    std::map<Ends, std::size_t> firstOf;
    std::set<MapNode> gone;
    for (std::size_t i = 0; i < graph.tubes.size(); ++i) {
        const MapTube& tube = graph.tubes[i];
        const Channel* const channel = world.channel(tube.channel);
        Ends ends = endsOf[tube.node];
        std::ranges::sort(ends.links);
        if (!channel || channel->backlog || ends.links.empty() || (!many && !atGroup(ends)))
            continue;
        ends.kind = channel->kind;
        const auto [first, isNew] = firstOf.try_emplace(std::move(ends), i);
        if (isNew)
            continue;
        MapTube& whole = graph.tubes[first->second];
        whole.others.push_back(tube.channel);
        whole.writers = std::max(whole.writers, tube.writers);
        whole.readers = std::max(whole.readers, tube.readers);
        gone.insert(tube.node);
    }
    std::erase_if(graph.tubes, [&](const MapTube& tube) { return gone.contains(tube.node); });
    std::erase_if(graph.links, [&](const MapLink& link) { return gone.contains(link.tube); });
}

} // namespace ipclab
