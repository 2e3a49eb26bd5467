// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_layout.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ipclab {

namespace {

// MapBlocks in rows, as words in a paragraph.
MapPlaces packed(const std::vector<MapBlock>& blocks, const MapGaps& gaps)
{
    qreal area = 0;
    qreal widest = 0;
    for (const MapBlock& block : blocks) {
        area += (block.size.width() + gaps.across) * (block.size.height() + gaps.down);
        widest = std::max(widest, block.size.width());
    }
    const qreal width = std::max(widest, std::sqrt(area * gaps.wide));
    MapPlaces places;
    QPointF corner;
    qreal rowHeight = 0;
    for (const MapBlock& block : blocks) {
        if (corner.x() > 0 && corner.x() + block.size.width() > width) {
            corner = { 0, corner.y() + rowHeight + gaps.down };
            rowHeight = 0;
        }
        for (const auto& [node, place] : block.places)
            places[node] = place + corner;
        corner.rx() += block.size.width() + gaps.across;
        rowHeight = std::max(rowHeight, block.size.height());
    }
    return places;
}

class Floor {
public:
    Floor(const MapBoxes& boxes, const MapGaps& gaps)
        : m_boxes(boxes)
        , m_gaps(gaps)
    {
    }
    // As near to the wanted place as is free.
    void put(const MapNode& node, QPointF wanted)
    {
        const QSizeF size = sizeOf(node);
        const qreal stepX = size.width() / 2 + m_gaps.across;
        const qreal stepY = m_gaps.down;
        for (int ring = 0;; ++ring) {
            std::optional<QPointF> best;
            for (int x = -ring / 6; x <= ring / 6; ++x) {
                for (const int y : { ring - 6 * std::abs(x), 6 * std::abs(x) - ring }) {
                    const QPointF place = wanted + QPointF(x * stepX, y * stepY);
                    if (isFree({ place, size }) && (!best || std::abs(x) == 0))
                        best = place;
                }
            }
            if (best) {
                m_places[node] = *best;
                m_taken.emplace_back(*best, size);
                return;
            }
        }
    }
    void putExactly(const MapNode& node, QPointF place)
    {
        m_places[node] = place;
        m_taken.emplace_back(place, sizeOf(node));
    }
    [[nodiscard]] const MapPlaces& places() const { return m_places; }

private:
    // With what hangs below it, as far as that goes beyond the room that is there anyway.
    [[nodiscard]] QSizeF sizeOf(const MapNode& node) const
    {
        const MapBox& box = m_boxes.at(node);
        return box.size + QSizeF(0, roomBelow(box, m_gaps) - m_gaps.down / 2);
    }
    [[nodiscard]] bool isFree(const QRectF& rect) const
    {
        const qreal margin = m_gaps.down / 2;
        const QRectF wide = rect.adjusted(-margin, -margin, margin, margin);
        return std::ranges::none_of(
            m_taken, [&](const QRectF& other) { return wide.intersects(other); });
    }

    const MapBoxes& m_boxes;
    const MapGaps& m_gaps;
    MapPlaces m_places;
    std::vector<QRectF> m_taken;
};

// How far what is kept stands from where it would stand now, on average: what is new goes along.
QPointF shiftOf(const MapGroup& group, const MapPlaces& ideal, const MapPlaces& kept)
{
    QPointF sum;
    int count = 0;
    const auto add = [&](const MapNode& node) {
        if (const auto place = kept.find(node); place != kept.end()) {
            sum += place->second - ideal.at(node);
            ++count;
        }
    };
    for (const MapNode& card : group.cards)
        add(card);
    for (const MapTube& tube : group.tubes)
        add(tube.node);
    return count == 0 ? QPointF() : sum / count;
}

// What stays when nobody waits for a lock: its place does not depend on who waits.
MapGraph lasting(const MapGraph& graph)
{
    MapGraph kept = graph;
    std::erase_if(kept.tubes, &MapTube::aside);
    std::erase_if(
        kept.links, [](const MapLink& link) { return link.role != MapLink::Role::Bytes; });
    return kept;
}

// Between those that it has to do with; left of them where they stand below each other.
QPointF placeAside(const MapNode& tube, const MapGraph& graph, const MapPlaces& places,
    const MapBoxes& boxes, const MapGaps& gaps)
{
    QRectF all;
    std::vector<QRectF> cards;
    for (const MapLink& link : graph.links) {
        if (link.tube != tube || !places.contains(link.card))
            continue;
        cards.push_back(rectOf(places, boxes, link.card));
        all |= cards.back();
    }
    constexpr qreal kRoom = 1.6; // several lines cross there
    const MapBox& box = boxes.at(tube);
    const bool stacked = std::ranges::all_of(cards, [&](const QRectF& card) {
        return card.left() < cards.front().right() && card.right() > cards.front().left();
    });
    const qreal x = stacked ? all.left() - kRoom * gaps.across - box.size.width()
                            : all.center().x() - box.size.width() / 2;
    return { x, all.center().y() - box.axis };
}

} // namespace

QRectF rectOf(const MapPlaces& places, const MapBoxes& boxes, const MapNode& node)
{
    return { places.at(node), boxes.at(node).size };
}

qreal roomBelow(const MapBox& box, const MapGaps& gaps)
{
    return std::max(gaps.down / 2, box.hangs);
}

QPointF freePlace(const MapNode& node, QPointF wanted, const MapPlaces& others,
    const MapBoxes& boxes, const MapGaps& gaps)
{
    Floor floor(boxes, gaps);
    for (const auto& [other, place] : others)
        floor.putExactly(other, place);
    floor.put(node, wanted);
    return floor.places().at(node);
}

MapPlaces layOut(
    const MapGraph& whole, const MapBoxes& boxes, const MapPlaces& kept, const MapGaps& gaps)
{
    const MapGraph graph = lasting(whole);
    const std::vector<MapGroup> groups = groupsOf(graph);
    std::vector<MapBlock> blocks;
    blocks.reserve(groups.size());
    for (const MapGroup& group : groups)
        blocks.push_back(blockOf(group, graph, boxes, gaps));
    const MapPlaces ideal = packed(blocks, gaps);

    Floor floor(boxes, gaps);
    for (const auto& [node, place] : kept) {
        if (ideal.contains(node))
            floor.put(node, place);
    }
    for (const MapGroup& group : groups) {
        const QPointF shift = shiftOf(group, ideal, kept);
        const auto put = [&](const MapNode& node) {
            if (!kept.contains(node))
                floor.put(node, ideal.at(node) + shift);
        };
        for (const MapNode& card : group.cards)
            put(card);
        for (const MapTube& tube : group.tubes)
            put(tube.node);
    }
    for (const MapTube& tube : whole.tubes) {
        if (!tube.aside)
            continue;
        const auto place = kept.find(tube.node);
        floor.put(tube.node,
            place != kept.end() ? place->second
                                : placeAside(tube.node, whole, floor.places(), boxes, gaps));
    }
    return floor.places();
}

} // namespace ipclab
