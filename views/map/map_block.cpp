// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_layout.h"

#include <algorithm>
#include <optional>
#include <set>

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

// A column whose cards are of one family: each child below its parent, and further in.
struct Branch {
    MapNode node;
    int depth = 0;
};

std::vector<Branch> asTree(const std::vector<MapNode>& column, const MapGraph& graph)
{
    constexpr int kDeepest = 4;
    std::vector<Branch> tree;
    std::set<MapNode> placed;
    const auto parentOf = [&](const MapNode& node) {
        const auto& families = drawnFamilies(graph);
        const auto family = std::ranges::find(families, node, &MapFamily::child);
        const bool here
            = family != families.end() && std::ranges::find(column, family->parent) != column.end();
        return here ? std::optional(family->parent) : std::nullopt;
    };
    const auto place = [&](const MapNode& node, int depth, const auto& again) -> void {
        if (!placed.insert(node).second)
            return;
        tree.push_back({ node, std::min(depth, kDeepest) });
        for (const MapNode& other : column) {
            if (parentOf(other) == node)
                again(other, depth + 1, again);
        }
    };
    for (const MapNode& node : column) {
        if (!parentOf(node))
            place(node, 0, place);
    }
    for (const MapNode& node : column) // whatever families say, none is left out
        place(node, 0, place);
    return tree;
}

MapPlaces inColumns(
    const MapGroup& group, const MapGraph& graph, const MapBoxes& boxes, const MapGaps& gaps)
{
    MapPlaces places;
    qreal x = 0;
    for (const std::vector<MapNode>& column : columnsOf(group, graph)) {
        const bool dialog = isDialog(column, group);
        const std::vector<Branch> tree = asTree(column, graph);
        const qreal in = gaps.across / 2;
        qreal height = 0;
        qreal width = 0;
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const QSizeF size = boxes.at(tree[i].node).size;
            height
                += size.height() + (i + 1 < column.size() ? gapBelow(column, i, dialog, gaps) : 0);
            width = std::max(width, size.width() + tree[i].depth * in);
        }
        const bool isFamily = std::ranges::any_of(tree, &Branch::depth);
        qreal y = -axisOf(column, boxes, height);
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const QSizeF size = boxes.at(tree[i].node).size;
            const qreal left = isFamily ? tree[i].depth * in : (width - size.width()) / 2;
            places[tree[i].node] = { x + left, y };
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

// Where all that hangs would stand with its top there: each terminal below the leftmost card that
// has it, the lab to the right of the last, or to its left where that keeps within the width, or at
// the right end. Where lines go from the terminal to cards further right, the lab lets them pass.
class Row {
public:
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

    [[nodiscard]] MapPlaces at(qreal top, bool atTheEnd) const
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
            places[*m_hanging.lab] = placeOfLab(places, atTheEnd);
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
            const QRectF rect = rectOf(m_above, m_boxes, entry.first);
            return std::ranges::any_of(
                wanted, [&rect](const QRectF& want) { return want.intersects(rect); });
        });
    }

private:
    [[nodiscard]] QPointF placeOfLab(const MapPlaces& row, bool atTheEnd) const
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
        if (atTheEnd && !passed && end > right)
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
                top = std::max(top, rect.bottom() + m_gaps.down / 2);
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
    for (const qreal top : tops) {
        for (const bool atTheEnd : { false, true }) {
            const MapPlaces hung = row.at(top, atTheEnd);
            if (row.isFree(hung) || top == *tops.rbegin()) {
                places.insert(hung.begin(), hung.end());
                return;
            }
        }
    }
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
