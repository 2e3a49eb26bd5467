// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_bundle.h"

#include "views/common/numbers.h"

#include <algorithm>
#include <set>
#include <tuple>

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

bool holdsBytes(const TubeFacts& facts)
{
    return std::ranges::any_of(
        facts.flows, [](const TubeFacts::Flow& flow) { return flow.bytes > 0; });
}

QString bundleName(const World& world, const MapTube& tube)
{
    return MapWords::tr("%1 and %2 more")
        .arg(channelLabel(world, tube.channel), countText(tube.others.size()));
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

TubeFacts bundleFacts(const World& world, const MapTube& tube)
{
    TubeFacts facts = tubeFacts(world, tube);
    QStringList names { facts.name };
    constexpr qsizetype kMostNames = 30;
    std::size_t holding = holdsBytes(facts) ? 1 : 0;
    MapTube one = tube;
    one.others.clear();
    for (const ChannelId other : tube.others) {
        one.channel = other;
        const TubeFacts more = tubeFacts(world, one);
        facts.deadlock = facts.deadlock || more.deadlock;
        holding += holdsBytes(more) ? 1 : 0;
        for (std::size_t i = 0; i < std::min(facts.flows.size(), more.flows.size()); ++i) {
            facts.flows[i].bytes += more.flows[i].bytes;
            facts.flows[i].share = std::max(facts.flows[i].share, more.flows[i].share);
        }
        if (names.size() < kMostNames)
            names += more.name;
        else if (names.size() == kMostNames)
            names += QStringLiteral("…");
    }
    for (TubeFacts::Flow& flow : facts.flows)
        flow.text = bytesText(flow.bytes);
    facts.name = bundleName(world, tube);
    facts.notes = { MapWords::tr("bytes in %1 of %2")
                        .arg(countText(holding), countText(tube.others.size() + 1)),
        QString() };
    facts.tip = names.join(QLatin1Char('\n'))
                    .toHtmlEscaped()
                    .replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return facts;
}

} // namespace ipclab
