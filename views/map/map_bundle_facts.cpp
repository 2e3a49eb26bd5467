// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_bundle_facts.h"

#include "views/common/numbers.h"
#include "views/common/plain_tip.h"

#include <algorithm>
#include <ranges>

namespace ipclab {

namespace {

bool holdsBytes(const std::vector<TubeFacts::Flow>& flows)
{
    return std::ranges::any_of(flows, [](const TubeFacts::Flow& flow) { return flow.bytes > 0; });
}

QString bundleName(const World& world, const MapTube& tube)
{
    return MapWords::tr("%1 and %2 more")
        .arg(channelLabel(world, tube.channel), countText(tube.others.size()));
}

QString bundleTip(const World& world, const MapTube& tube)
{
    constexpr std::size_t kMostNames = 30;
    QStringList names { channelLabel(world, tube.channel) };
    for (const ChannelId other : tube.others | std::views::take(kMostNames - 1))
        names += channelLabel(world, other);
    if (tube.others.size() >= kMostNames)
        names += QStringLiteral("…");
    return tipOfLines(names);
}

} // namespace

void addBundleFacts(const World& world, const MapTube& tube, TubeFacts& facts)
{
    std::size_t holding = holdsBytes(facts.flows) ? 1 : 0;
    for (const ChannelId other : tube.others) { // there may be hundreds: no words for each
        const Channel* const channel = world.channel(other);
        if (!channel)
            continue;
        const std::vector<TubeFacts::Flow> more = flowsOf(*channel);
        facts.deadlock = facts.deadlock || isInDeadlock(world, other);
        holding += holdsBytes(more) ? 1 : 0;
        for (std::size_t i = 0; i < std::min(facts.flows.size(), more.size()); ++i) {
            facts.flows[i].bytes += more[i].bytes;
            facts.flows[i].share = std::max(facts.flows[i].share, more[i].share);
        }
    }
    for (TubeFacts::Flow& flow : facts.flows)
        flow.text = bytesText(flow.bytes);
    facts.name = bundleName(world, tube);
    facts.notes = { MapWords::tr("bytes in %1 of %2")
                        .arg(countText(holding), countText(tube.others.size() + 1)),
        QString() };
    facts.tip = bundleTip(world, tube);
}

} // namespace ipclab
