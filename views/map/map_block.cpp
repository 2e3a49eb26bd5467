// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_layout.h"

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>

namespace ipclab {

namespace {

QRectF boundsOf(const MapPlaces& places, const MapBoxes& boxes)
{
    QRectF bounds;
    for (const auto& [node, place] : places)
        bounds |= rectOf(places, boxes, node);
    return bounds;
}

bool isLinked(const MapGroup& group, const MapNode& card, const MapNode& tube)
{
    return std::ranges::any_of(
        group.links, [&](const MapLink& link) { return link.card == card && link.tube == tube; });
}

// Terminals hang below what is written and read between programs, so that this stays in one line;
// IPC Lab hangs beside its terminal when that is all it holds.
struct Hanging {
    std::vector<MapNode> terminals;
    std::optional<MapNode> lab;
};

Hanging hangingOf(MapGroup& group, const MapGraph& graph)
{
    Hanging hanging;
    for (const MapTube& tube : group.tubes) {
        if (tube.terminal)
            hanging.terminals.push_back(tube.node);
    }
    if (hanging.terminals.empty() || hanging.terminals.size() == group.tubes.size())
        return {};
    const auto hangs = [&](const MapNode& tube) {
        return std::ranges::find(hanging.terminals, tube) != hanging.terminals.end();
    };
    for (const MapCard& card : graph.cards) {
        const bool here = std::ranges::find(group.cards, card.node) != group.cards.end();
        const bool elsewhere = std::ranges::any_of(group.links,
            [&](const MapLink& link) { return link.card == card.node && !hangs(link.tube); });
        if (card.self && here && !elsewhere)
            hanging.lab = card.node;
    }
    std::erase_if(group.tubes, [&](const MapTube& tube) { return hangs(tube.node); });
    std::erase_if(group.cards, [&](const MapNode& card) { return card == hanging.lab; });
    return hanging;
}

// Where all that hangs would stand with its top there: each terminal below the leftmost card that
// has it, the lab to the right of the last, or to its left where that keeps within the width, or at
// the right end, or below it. Where lines go from the terminal to cards further right, the lab lets
// them pass.
class Row {
public:
    enum class Lab : std::uint8_t { Beside, AtTheEnd, Below };

    Row(const Hanging& hanging, const MapGroup& group, const MapPlaces& above,
        const MapBoxes& boxes, const MapGaps& gaps)
        : m_hanging(hanging)
        , m_group(group)
        , m_above(above)
        , m_boxes(boxes)
        , m_gaps(gaps)
        , m_bounds(boundsOf(above, boxes))
    {
    }

    [[nodiscard]] MapPlaces at(qreal top, Lab lab) const
    {
        MapPlaces places;
        qreal x = m_bounds.left();
        for (const MapNode& terminal : m_hanging.terminals) {
            qreal wanted = m_bounds.right();
            for (const MapNode& card : m_group.cards) {
                const QRectF rect = rectOf(m_above, m_boxes, card);
                const qreal middle = rect.center().x() - m_boxes.at(terminal).size.width() / 2;
                if (isLinked(m_group, card, terminal))
                    wanted = std::min(wanted, middle);
            }
            places[terminal] = { std::max(x, wanted), top };
            x = rectOf(places, m_boxes, terminal).right() + m_gaps.across;
        }
        if (m_hanging.lab)
            places[*m_hanging.lab] = placeOfLab(places, lab);
        return places;
    }

    // Nothing stands there, nor between the terminal and the lab.
    [[nodiscard]] bool isFree(const MapPlaces& row) const
    {
        const qreal across = m_gaps.across / 2;
        const qreal down = m_gaps.down / 2;
        std::vector<QRectF> wanted;
        for (const auto& [node, place] : row)
            wanted.push_back(rectOf(row, m_boxes, node).adjusted(-across, -down, across, down));
        if (m_hanging.lab) {
            const MapNode& last = m_hanging.terminals.back();
            const QRectF terminal = rectOf(row, m_boxes, last);
            const QRectF lab = rectOf(row, m_boxes, *m_hanging.lab);
            const qreal left = std::min(terminal.right(), lab.right());
            const qreal right = std::max(terminal.left(), lab.left());
            const qreal axis = terminal.top() + m_boxes.at(last).axis;
            wanted.emplace_back(left, axis - down / 4, right - left, down / 2);
        }
        return std::ranges::none_of(m_above, [&](const auto& entry) {
            QRectF rect = rectOf(m_above, m_boxes, entry.first);
            rect.setBottom(rect.bottom() + roomBelow(m_boxes.at(entry.first), m_gaps) - down);
            return std::ranges::any_of(
                wanted, [&rect](const QRectF& want) { return want.intersects(rect); });
        });
    }

private:
    [[nodiscard]] QPointF placeOfLab(const MapPlaces& row, Lab wanted) const
    {
        const MapBox& lab = m_boxes.at(*m_hanging.lab);
        const MapNode& last = m_hanging.terminals.back();
        const QRectF terminal = rectOf(row, m_boxes, last);
        const qreal left = terminal.left() - m_gaps.across - lab.size.width();
        const qreal right = terminal.right() + m_gaps.across;
        const qreal end = m_bounds.right() - lab.size.width();
        const qreal axis = terminal.top() + m_boxes.at(last).axis;
        const bool passed = std::ranges::any_of(m_group.cards, [&](const MapNode& card) {
            return isLinked(m_group, card, last)
                && rectOf(m_above, m_boxes, card).left() >= terminal.right();
        });
        if (wanted == Lab::Below)
            return { terminal.center().x() - lab.size.width() / 2,
                terminal.bottom() + m_gaps.down };
        if (wanted == Lab::AtTheEnd && !passed && end > right)
            return { end, topAtTheEnd(end, axis) };
        const bool roomLeft = m_hanging.terminals.size() == 1 && left >= m_bounds.left();
        if (roomLeft && (passed || right + lab.size.width() > m_bounds.right()))
            return { left, axis - lab.axis };
        return { right, passed ? axis + m_gaps.down : axis - lab.axis };
    }

    // As high as what stands above it lets it, where its middle is no higher than the line to it.
    [[nodiscard]] qreal topAtTheEnd(qreal left, qreal axis) const
    {
        const MapBox& lab = m_boxes.at(*m_hanging.lab);
        qreal top = axis - lab.size.height() / 2;
        for (const auto& [node, place] : m_above) {
            const QRectF rect = rectOf(m_above, m_boxes, node);
            if (rect.right() > left && rect.left() < left + lab.size.width())
                top = std::max(top, rect.bottom() + roomBelow(m_boxes.at(node), m_gaps));
        }
        return std::min(top, axis - lab.axis);
    }

    const Hanging& m_hanging;
    const MapGroup& m_group;
    const MapPlaces& m_above;
    const MapBoxes& m_boxes;
    const MapGaps& m_gaps;
    const QRectF m_bounds;
};

// The first of them that nothing is in the way of.
std::optional<MapPlaces> firstFree(
    const Row& row, const std::set<qreal>& tops, std::initializer_list<Row::Lab> wanted)
{
    for (const qreal top : tops) {
        for (const Row::Lab lab : wanted) {
            MapPlaces hung = row.at(top, lab);
            if (row.isFree(hung))
                return hung;
        }
    }
    return std::nullopt;
}

// As high as there is room.
void hang(const Hanging& hanging, const MapGroup& group, MapPlaces& places, const MapBoxes& boxes,
    const MapGaps& gaps)
{
    const Row row(hanging, group, places, boxes, gaps);
    std::set<qreal> tops;
    const qreal axis = boxes.at(hanging.terminals.back()).axis;
    for (const auto& [node, place] : places) {
        const qreal bottom = rectOf(places, boxes, node).bottom();
        tops.insert({ bottom + 1.6 * gaps.down, bottom + gaps.down / 2 - axis });
    }
    MapPlaces best = firstFree(row, tops, { Row::Lab::Beside, Row::Lab::AtTheEnd })
                         .value_or(row.at(*tops.rbegin(), Row::Lab::Beside));
    if (hanging.lab) {
        const std::optional<MapPlaces> below = firstFree(row, tops, { Row::Lab::Below });
        if (below && boundsOf(*below, boxes).bottom() + gaps.down < boundsOf(best, boxes).bottom())
            best = *below;
    }
    places.insert(best.begin(), best.end());
}

} // namespace

MapBlock blockOf(
    const MapGroup& whole, const MapGraph& graph, const MapBoxes& boxes, const MapGaps& gaps)
{
    MapGroup group = whole;
    const Hanging hanging = hangingOf(group, graph);
    std::erase_if(group.links, [&](const MapLink& link) {
        return std::ranges::find(hanging.terminals, link.tube) != hanging.terminals.end();
    });
    MapBlock block;
    block.places = inColumns(group, graph, boxes, gaps);
    if (!hanging.terminals.empty()) {
        group.links = whole.links;
        hang(hanging, group, block.places, boxes, gaps);
    }
    const QRectF bounds = boundsOf(block.places, boxes);
    for (auto& [node, place] : block.places)
        place -= bounds.topLeft();
    block.size = bounds.size();
    return block;
}

} // namespace ipclab
