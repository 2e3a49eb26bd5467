// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_layout.h"

#include <algorithm>
#include <optional>

namespace ipclab {

namespace {

bool isDialog(const std::vector<MapNode>& column, const MapGroup& group)
{
    if (column.size() < 2 || column.front().kind != MapNode::Kind::Channel)
        return false;
    std::map<MapNode, int> ends;
    for (const MapLink& link : group.links) {
        if (link.tube == column[0] || link.tube == column[1])
            ++ends[link.card];
    }
    return std::ranges::count_if(ends, [](const auto& entry) { return entry.second == 2; }) >= 2;
}

qreal gapBelow(
    const std::vector<MapNode>& column, std::size_t index, bool dialog, const MapGaps& gaps)
{
    return dialog && index == 0 && column.size() > 1 ? gaps.word : gaps.down;
}

// The axis of the column: of its only node, or the middle of the stack.
qreal axisOf(const std::vector<MapNode>& column, const MapBoxes& boxes, qreal height)
{
    return column.size() == 1 ? boxes.at(column.front()).axis : height / 2;
}

QRectF boundsOf(const MapPlaces& places, const MapBoxes& boxes)
{
    QRectF bounds;
    for (const auto& [node, place] : places)
        bounds |= rectOf(places, boxes, node);
    return bounds;
}

MapPlaces inColumns(
    const MapGroup& group, const MapGraph& graph, const MapBoxes& boxes, const MapGaps& gaps)
{
    MapPlaces places;
    qreal x = 0;
    for (const std::vector<MapNode>& column : columnsOf(group, graph)) {
        const bool dialog = isDialog(column, group);
        qreal height = 0;
        qreal width = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            const QSizeF size = boxes.at(column[i]).size;
            height
                += size.height() + (i + 1 < column.size() ? gapBelow(column, i, dialog, gaps) : 0);
            width = std::max(width, size.width());
        }
        qreal y = -axisOf(column, boxes, height);
        for (std::size_t i = 0; i < column.size(); ++i) {
            const QSizeF size = boxes.at(column[i]).size;
            places[column[i]] = { x + (width - size.width()) / 2, y };
            y += size.height() + gapBelow(column, i, dialog, gaps);
        }
        x += width + gaps.across;
    }
    return places;
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

// The terminal goes below the leftmost card that has it, the lab to its right, or to its left where
// that keeps within the width. Where lines go from it to cards further right, the lab lets them
// pass.
void hang(const Hanging& hanging, const MapGroup& group, MapPlaces& places, const MapBoxes& boxes,
    const MapGaps& gaps)
{
    const QRectF above = boundsOf(places, boxes);
    qreal x = above.left();
    for (const MapNode& terminal : hanging.terminals) {
        qreal wanted = above.right();
        for (const MapNode& card : group.cards) {
            const QRectF rect = rectOf(places, boxes, card);
            if (isLinked(group, card, terminal))
                wanted = std::min(wanted, rect.center().x() - boxes.at(terminal).size.width() / 2);
        }
        places[terminal] = { std::max(x, wanted), above.bottom() + 1.6 * gaps.down };
        x = rectOf(places, boxes, terminal).right() + gaps.across;
    }
    if (!hanging.lab)
        return;
    const MapBox& lab = boxes.at(*hanging.lab);
    const MapNode& last = hanging.terminals.back();
    const QRectF terminal = rectOf(places, boxes, last);
    const qreal left = terminal.left() - gaps.across - lab.size.width();
    const qreal right = terminal.right() + gaps.across;
    const qreal axis = terminal.top() + boxes.at(last).axis;
    const bool passed = std::ranges::any_of(group.cards, [&](const MapNode& card) {
        return isLinked(group, card, last)
            && rectOf(places, boxes, card).left() >= terminal.right();
    });
    const bool roomLeft = hanging.terminals.size() == 1 && left >= above.left();
    if (roomLeft && (passed || right + lab.size.width() > above.right()))
        places[*hanging.lab] = { left, axis - lab.axis };
    else
        places[*hanging.lab] = { right, passed ? axis + gaps.down : axis - lab.axis };
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
