// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_layout.h"

#include <algorithm>
#include <iterator>
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

// A column by itself: its left edge and its axis at 0.
struct Stack {
    MapPlaces places;
    qreal width = 0;
    qreal above = 0; // the axis
    qreal below = 0;
};

Stack stackOf(const std::vector<MapNode>& column, const MapGroup& group, const MapGraph& graph,
    const MapBoxes& boxes, const MapGaps& gaps)
{
    const std::vector<Branch> tree = asTree(column, graph);
    const bool isFamily = std::ranges::any_of(tree, &Branch::depth);
    const qreal in = gaps.across / 2;
    const qreal first = isDialog(column, group) ? gaps.word : gaps.down;
    Stack stack;
    qreal height = 0;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const QSizeF size = boxes.at(tree[i].node).size;
        height += size.height() + (i + 1 == tree.size() ? 0 : i == 0 ? first : gaps.down);
        stack.width = std::max(stack.width, size.width() + tree[i].depth * in);
    }
    // Of its only node, or the middle of the stack.
    stack.above = column.size() == 1 ? boxes.at(column.front()).axis : height / 2;
    stack.below = height - stack.above;
    qreal y = -stack.above;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const QSizeF size = boxes.at(tree[i].node).size;
        const qreal left = isFamily ? tree[i].depth * in : (stack.width - size.width()) / 2;
        stack.places[tree[i].node] = { left, y };
        y += size.height() + (i == 0 ? first : gaps.down);
    }
    return stack;
}

// Columns side by side, `across` of them to a row: every other row goes back from right to left, so
// that it begins below the end of the one before it.
struct Rows {
    MapPlaces places;
    QSizeF size;
};

Rows inRows(const std::vector<Stack>& stacks, std::size_t across, const MapGaps& gaps)
{
    constexpr qreal kBetween = 2; // rows: lines turn there
    Rows rows;
    QRectF bounds;
    qreal axis = 0;
    qreal turn = 0; // the middle of the column where the row begins
    for (std::size_t begin = 0; begin < stacks.size(); begin += across) {
        const std::size_t end = std::min(begin + across, stacks.size());
        const qreal way = begin / across % 2 == 0 ? 1 : -1;
        qreal above = 0;
        qreal below = 0;
        for (std::size_t i = begin; i < end; ++i) {
            above = std::max(above, stacks[i].above);
            below = std::max(below, stacks[i].below);
        }
        axis += begin == 0 ? 0 : above;
        qreal middle = begin == 0 ? stacks[0].width / 2 : turn;
        for (std::size_t i = begin; i < end; ++i) {
            const Stack& stack = stacks[i];
            if (i > begin)
                middle += way * (stacks[i - 1].width / 2 + gaps.across + stack.width / 2);
            const QPointF corner(middle - stack.width / 2, axis);
            for (const auto& [node, place] : stack.places)
                rows.places[node] = place + corner;
            bounds
                |= QRectF(corner.x(), axis - stack.above, stack.width, stack.above + stack.below);
        }
        turn = middle;
        axis += below + kBetween * gaps.down;
    }
    rows.size = bounds.size();
    return rows;
}

qreal fitOf(const Rows& rows, const QSizeF& room)
{
    return std::min({ 1.0, room.width() / rows.size.width(), room.height() / rows.size.height() });
}

} // namespace

// A long chain that would be small in one row has several, as few as make a difference.
MapPlaces inColumns(
    const MapGroup& group, const MapGraph& graph, const MapBoxes& boxes, const MapGaps& gaps)
{
    constexpr std::size_t kLong = 5; // columns
    constexpr std::size_t kThin = 3; // nodes in each
    constexpr qreal kLarger = 1.15;
    constexpr std::size_t kMostRows = 4;
    const MapColumns columns = columnsOf(group, graph);
    std::vector<Stack> stacks;
    stacks.reserve(columns.size());
    for (const std::vector<MapNode>& column : columns)
        stacks.push_back(stackOf(column, group, graph, boxes, gaps));
    Rows best = inRows(stacks, std::max<std::size_t>(1, stacks.size()), gaps);
    const bool thin = std::ranges::all_of(
        columns, [](const std::vector<MapNode>& column) { return column.size() <= kThin; });
    for (std::size_t count = 2; thin && stacks.size() >= kLong && count <= kMostRows; ++count) {
        Rows rows = inRows(stacks, (stacks.size() + count - 1) / count, gaps);
        if (fitOf(rows, gaps.room) > kLarger * fitOf(best, gaps.room))
            best = std::move(rows);
    }
    return best.places;
}

} // namespace ipclab
