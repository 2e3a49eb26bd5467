// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_tangle.h"

#include <QLineF>

#include <algorithm>
#include <set>
#include <vector>

namespace ipclab {

namespace {

struct Straight { // from a card, to a tube or another card
    MapNode from;
    MapNode to;
    QLineF line;
    QRectF bounds;
};

QPointF middleOf(const MapPlaces& places, const MapBoxes& boxes, const MapNode& node)
{
    const MapBox& box = boxes.at(node);
    return places.at(node) + QPointF(box.size.width() / 2, box.axis);
}

// By Liang and Barsky: the part of the line that is inside has some length.
bool goesThrough(const QLineF& line, const QRectF& rect)
{
    qreal from = 0;
    qreal to = 1;
    const auto clip = [&](qreal by, qreal least, qreal most) {
        if (by == 0)
            return least <= 0 && most >= 0;
        const auto [first, last] = std::minmax({ least / by, most / by }); // values, not references
        from = std::max(from, first);
        to = std::min(to, last);
        return from < to;
    };
    return clip(line.dx(), rect.left() - line.x1(), rect.right() - line.x1())
        && clip(line.dy(), rect.top() - line.y1(), rect.bottom() - line.y1());
}

Straight between(
    const MapNode& one, const MapNode& other, const MapBoxes& boxes, const MapPlaces& places)
{
    const QLineF line(middleOf(places, boxes, one), middleOf(places, boxes, other));
    return { one, other, line, QRectF(line.p1(), line.p2()).normalized() };
}

// Where they are all there is at both cards; else they go around others' tubes.
std::vector<MapFamily> bareFamilies(const MapGraph& graph, const MapPlaces& places)
{
    std::set<MapNode> linked;
    for (const MapLink& link : graph.links)
        linked.insert(link.card);
    std::vector<MapFamily> families = drawnFamilies(graph);
    std::erase_if(families, [&](const MapFamily& family) {
        return linked.contains(family.parent) || linked.contains(family.child)
            || !places.contains(family.parent) || !places.contains(family.child);
    });
    return families;
}

std::vector<Straight> linesOf(const MapGraph& graph, const MapBoxes& boxes, const MapPlaces& places)
{
    std::vector<Straight> lines;
    for (const MapLink& link : graph.links) {
        if (link.role == MapLink::Role::Bytes && !link.chip && places.contains(link.card)
            && places.contains(link.tube))
            lines.push_back(between(link.card, link.tube, boxes, places));
    }
    for (const MapFamily& family : bareFamilies(graph, places))
        lines.push_back(between(family.parent, family.child, boxes, places));
    return lines;
}

int crossingsOf(const std::vector<Straight>& lines)
{
    int count = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            const Straight& one = lines[i];
            const Straight& other = lines[k];
            if (one.from == other.from || one.to == other.to || one.from == other.to
                || one.to == other.from || one.bounds.right() < other.bounds.left()
                || other.bounds.right() < one.bounds.left()
                || one.bounds.bottom() < other.bounds.top()
                || other.bounds.bottom() < one.bounds.top())
                continue;
            count += one.line.intersects(other.line, nullptr) == QLineF::BoundedIntersection;
        }
    }
    return count;
}

// Bytes of a pipe are written right of where they are read; a child stands neither right of its
// parent nor below it.
int backwardsIn(const MapGraph& graph, const MapBoxes& boxes, const MapPlaces& places)
{
    int count = 0;
    for (const MapLink& link : graph.links) {
        if (link.role != MapLink::Role::Bytes || link.writes == link.reads
            || !places.contains(link.card) || !places.contains(link.tube))
            continue;
        const qreal on = places.at(link.tube).x() - places.at(link.card).x();
        count += (link.writes ? on : -on) < 0;
    }
    for (const MapFamily& family : bareFamilies(graph, places)) {
        const QRectF parent = rectOf(places, boxes, family.parent);
        const QRectF child = rectOf(places, boxes, family.child);
        count += parent.right() > child.left() && parent.bottom() > child.top();
    }
    return count;
}

} // namespace

MapTangle tangleOf(
    const MapGraph& graph, const MapBoxes& boxes, const MapPlaces& places, const MapGaps& gaps)
{
    QRectF all;
    const std::vector<Straight> lines = linesOf(graph, boxes, places);
    MapTangle tangle { crossingsOf(lines) + backwardsIn(graph, boxes, places) };
    for (const Straight& line : lines)
        tangle.length += line.line.length();
    for (const auto& [node, place] : places) {
        const QRectF rect = rectOf(places, boxes, node);
        all |= rect;
        const auto hides = [&, node = node](const Straight& line) {
            return line.from != node && line.to != node && goesThrough(line.line, rect);
        };
        tangle.knots += static_cast<int>(std::ranges::count_if(lines, hides));
    }
    tangle.height = std::max(all.height(), all.width() * gaps.room.height() / gaps.room.width());
    return tangle;
}

bool isWorse(const MapTangle& now, const MapTangle& anew, const MapGaps& gaps, bool patient)
{
    const auto exceeds = [](qreal one, qreal times, qreal other) { return one > times * other; };
    const bool tooLarge = now.height > gaps.room.height();
    if (patient) {
        constexpr int kMany = 4; // fewer can be followed
        const int more = now.knots - anew.knots;
        return more > anew.knots + kMany
            || (tooLarge && more >= kMany && exceeds(now.height, 1.2, anew.height));
    }
    return now.knots > anew.knots + anew.knots / 4 || exceeds(now.length, 1.5, anew.length)
        || (tooLarge && exceeds(now.height, 1.3, anew.height));
}

} // namespace ipclab
