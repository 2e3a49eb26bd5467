// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_near.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ipclab {

namespace {

// Where the way from the middle of a card to a point leaves the card.
QPointF edgeTowards(const QRectF& card, QPointF point)
{
    const QPointF way = point - card.center();
    const qreal across = std::abs(way.x()) / std::max(card.width() / 2, 1.0);
    const qreal down = std::abs(way.y()) / std::max(card.height() / 2, 1.0);
    const qreal most = std::max({ across, down, 1.0 });
    return card.center() + way / most;
}

} // namespace

std::set<MapNode> nearOf(const MapGraph& graph, const MapNode& node)
{
    std::set<MapNode> near { node };
    for (const MapLink& link : graph.links) {
        if (link.card == node || link.tube == node) {
            near.insert(link.card);
            near.insert(link.tube);
        }
    }
    if (node.kind == MapNode::Kind::Channel || node.kind == MapNode::Kind::Lock)
        return near;
    const std::set<MapNode> own = near;
    for (const MapLink& link : graph.links) {
        if (own.contains(link.tube))
            near.insert(link.card);
    }
    for (const MapFamily& family : graph.families) {
        if (family.parent == node)
            near.insert(family.child);
        if (family.child == node)
            near.insert(family.parent);
    }
    return near;
}

std::vector<MapFamily> kinOf(const MapGraph& graph, const MapNode& node)
{
    std::vector<MapFamily> kin;
    if (!graph.crowded)
        return kin;
    std::ranges::copy_if(graph.families, std::back_inserter(kin),
        [&](const MapFamily& family) { return family.child == node; });
    std::ranges::copy_if(graph.families, std::back_inserter(kin),
        [&](const MapFamily& family) { return family.parent == node; });
    return kin;
}

QPainterPath straightWay(const QRectF& from, const QRectF& to)
{
    QPainterPath path(edgeTowards(from, to.center()));
    path.lineTo(edgeTowards(to, from.center()));
    return path;
}

} // namespace ipclab
