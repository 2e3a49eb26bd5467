// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_links.h"

#include <QLineF>
#include <QPolygonF>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace ipclab {

namespace {

enum class Side : std::uint8_t { Left, Right, Top, Bottom };

Side sideTowards(const QRectF& from, const QRectF& to)
{
    if (to.left() >= from.right())
        return Side::Right;
    if (to.right() <= from.left())
        return Side::Left;
    if (to.top() >= from.bottom())
        return Side::Bottom;
    if (to.bottom() <= from.top())
        return Side::Top;
    return to.center().x() >= from.center().x() ? Side::Right : Side::Left;
}

QPointF outOf(Side side)
{
    switch (side) {
    case Side::Left:
        return { -1, 0 };
    case Side::Right:
        return { 1, 0 };
    case Side::Top:
        return { 0, -1 };
    case Side::Bottom:
        break;
    }
    return { 0, 1 };
}

bool isUpright(Side side)
{
    return side == Side::Left || side == Side::Right;
}

// A point of that side, `share` of the way along it.
QPointF pointOn(const QRectF& rect, Side side, qreal share)
{
    switch (side) {
    case Side::Left:
        return { rect.left(), rect.top() + share * rect.height() };
    case Side::Right:
        return { rect.right(), rect.top() + share * rect.height() };
    case Side::Top:
        return { rect.left() + share * rect.width(), rect.top() };
    case Side::Bottom:
        break;
    }
    return { rect.left() + share * rect.width(), rect.bottom() };
}

struct Along {
    std::size_t link;
    qreal towards; // where the other end is, along the side
};

// Who waits for a lock and who has it come to it apart, below its shackle.
qreal shareAtTube(MapLink::Role role)
{
    switch (role) {
    case MapLink::Role::Waits:
        return 0.45;
    case MapLink::Role::Owns:
        return 0.82;
    case MapLink::Role::Bytes:
        break;
    }
    return 0.5;
}

LinkShape shapeBetween(
    const QRectF& card, Side side, const QRectF& tube, Side back, MapLink::Role role)
{
    return { pointOn(card, side, 0.5), pointOn(tube, back, shareAtTube(role)), outOf(side),
        outOf(back) };
}

qreal reachOf(const LinkShape& shape)
{
    return std::max<qreal>(14, QLineF(shape.atCard, shape.atTube).length() * 0.45);
}

// Would be hidden by a card for a part of its way, and seem to be that one's.
bool goesBehindACard(
    const LinkShape& shape, const MapLink& link, const std::map<MapNode, QRectF>& rects)
{
    const qreal reach = reachOf(shape);
    const QPointF out = shape.atCard + shape.outOfCard * reach;
    const QPointF in = shape.atTube + shape.outOfTube * reach;
    const QRectF bounds
        = QPolygonF({ shape.atCard, out, in, shape.atTube }).boundingRect(); // of all of a curve
    const auto covers = [&](const QRectF& rect) {
        constexpr int kSteps = 24;
        for (int step = 1; step < kSteps; ++step) { // a cubic Bézier curve
            const qreal t = static_cast<qreal>(step) / kSteps;
            const qreal u = 1 - t;
            if (rect.contains(u * u * u * shape.atCard + 3 * u * u * t * out + 3 * u * t * t * in
                    + t * t * t * shape.atTube))
                return true;
        }
        return false;
    };
    return std::ranges::any_of(rects, [&](const auto& entry) {
        const auto& [node, rect] = entry;
        const bool card = node.kind == MapNode::Kind::Process || node.kind == MapNode::Kind::Group;
        const bool near = rect.left() <= bounds.right() && rect.right() >= bounds.left()
            && rect.top() <= bounds.bottom() && rect.bottom() >= bounds.top();
        return card && near && node != link.card && covers(rect);
    });
}

// From side to side as the two stand to each other, or over their tops where a card is in the way
// and that is not.
std::pair<Side, Side> sidesOf(const MapLink& link, const std::map<MapNode, QRectF>& rects)
{
    const QRectF& card = rects.at(link.card);
    const QRectF& tube = rects.at(link.tube);
    const std::pair usual(sideTowards(card, tube), sideTowards(tube, card));
    const auto isFree = [&](const std::pair<Side, Side>& sides) {
        return !goesBehindACard(
            shapeBetween(card, sides.first, tube, sides.second, link.role), link, rects);
    };
    if (link.role != MapLink::Role::Bytes || isFree(usual))
        return usual;
    const Side upOrDown
        = card.center().y() < tube.center().y() ? Side::Bottom : Side::Top; // out of the card
    for (const auto& sides : { std::pair(usual.first, Side::Top), std::pair(upOrDown, Side::Top),
             std::pair(upOrDown, usual.second) }) {
        if (isFree(sides))
            return sides;
    }
    return usual;
}

// The only line of a side goes straight where it can.
qreal straightShare(const QRectF& card, const QRectF& tube)
{
    constexpr qreal kCorner = 0.2;
    const qreal share = (tube.center().y() - card.top()) / card.height();
    return std::clamp(share, kCorner, 1 - kCorner);
}

} // namespace

QPainterPath LinkShape::path() const
{
    const qreal reach = reachOf(*this);
    QPainterPath path(atCard);
    path.cubicTo(atCard + outOfCard * reach, atTube + outOfTube * reach, atTube);
    return path;
}

std::vector<LinkShape> linkShapes(
    const std::vector<MapLink>& links, const std::map<MapNode, QRectF>& rects)
{
    std::vector<LinkShape> shapes(links.size());
    std::map<std::pair<MapNode, Side>, std::vector<Along>> sides;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const QRectF& card = rects.at(links[i].card);
        const QRectF& tube = rects.at(links[i].tube);
        const auto [side, back] = sidesOf(links[i], rects);
        shapes[i] = shapeBetween(card, side, tube, back, links[i].role);
        sides[{ links[i].card, side }].push_back(
            { i, isUpright(side) ? tube.center().y() : tube.center().x() });
    }
    for (auto& [key, along] : sides) {
        std::ranges::stable_sort(along, {}, &Along::towards);
        const QRectF& card = rects.at(key.first);
        const auto count = static_cast<qreal>(along.size());
        for (std::size_t n = 0; n < along.size(); ++n) {
            const bool alone = along.size() == 1 && isUpright(key.second);
            const qreal share = alone ? straightShare(card, rects.at(links[along[n].link].tube))
                                      : (static_cast<qreal>(n) + 1) / (count + 1);
            shapes[along[n].link].atCard = pointOn(card, key.second, share);
        }
    }
    return shapes;
}

} // namespace ipclab
