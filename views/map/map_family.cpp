// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_family.h"

#include "views/map/map_ways.h"

#include <QLineF>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <limits>

namespace ipclab {

namespace {

struct Exit { // a place on a card's outline, and the way out of it
    QPointF at;
    QPointF out;
};

std::vector<Exit> exitsOf(const QRectF& card, qreal share)
{
    const qreal x = card.left() + share * card.width();
    const qreal y = card.top() + share * card.height();
    return { { { x, card.bottom() }, { 0, 1 } }, { { x, card.top() }, { 0, -1 } },
        { { card.left(), y }, { -1, 0 } }, { { card.right(), y }, { 1, 0 } } };
}

struct Curve { // of Bézier, of the third degree
    std::array<QPointF, 4> by;

    [[nodiscard]] QPainterPath path() const
    {
        QPainterPath made(by[0]);
        made.cubicTo(by[1], by[2], by[3]);
        return made;
    }
};

Curve curveBetween(const Exit& from, const Exit& to, qreal reach)
{
    return { { from.at, from.at + from.out * reach, to.at + to.out * reach, to.at } };
}

QPolygonF pointsOn(const Curve& curve)
{
    constexpr int kSteps = 20;
    QPolygonF points;
    points.reserve(kSteps + 1);
    for (int step = 0; step <= kSteps; ++step) {
        const qreal t = static_cast<qreal>(step) / kSteps;
        const qreal u = 1 - t;
        points += u * u * u * curve.by[0] + 3 * u * u * t * curve.by[1]
            + 3 * u * t * t * curve.by[2] + t * t * t * curve.by[3];
    }
    return points;
}

QPolygonF pointsOn(const QPainterPath& link)
{
    Curve curve;
    if (link.elementCount() != static_cast<int>(curve.by.size())) // it has turns
        return evenly(link.toSubpathPolygons().value(0), 9);
    for (int i = 0; i < link.elementCount(); ++i)
        curve.by.at(static_cast<std::size_t>(i)) = link.elementAt(i);
    return pointsOn(curve);
}

int pointsIn(const QPolygonF& points, const QRectF& rect)
{
    return static_cast<int>(std::count_if(points.begin() + 1, points.end() - 1,
        [&rect](const QPointF& point) { return rect.contains(point); }));
}

// The ways that lines have taken so far, and what they keep off.
class Ground {
public:
    Ground(
        const std::map<MapNode, QRectF>& rects, const std::vector<QPainterPath>& links, qreal scale)
        : m_rects(rects)
        , m_scale(scale)
    {
        for (const QPainterPath& link : links)
            m_links.push_back(pointsOn(link));
    }

    QPainterPath bestWay(const MapFamily& family)
    {
        Best best;
        for (const qreal share : { 0.5, 0.15, 0.85 }) {
            const std::vector<Exit> exits = exitsOf(m_rects.at(family.parent), share);
            const std::vector<Exit> entries = exitsOf(m_rects.at(family.child), share);
            for (const Exit& from : exits) {
                for (const Exit& to : entries) {
                    for (const qreal reach : { 16.0, 34.0, 70.0, 140.0 })
                        tryWay(curveBetween(from, to, reach * m_scale), family, best);
                }
            }
        }
        m_families.push_back(pointsOn(best.curve));
        return best.curve.path();
    }

private:
    struct Best {
        Curve curve;
        qreal cost = std::numeric_limits<qreal>::max();
    };

    void tryWay(const Curve& curve, const MapFamily& family, Best& best) const
    {
        constexpr qreal kInside = 1000; // dearer than any way around
        constexpr qreal kAtLink = 90;
        constexpr qreal kAtFamily = 25;
        const QPolygonF points = pointsOn(curve);
        qreal cost = lengthOf(points) / m_scale;
        const qreal margin = 5 * m_scale;
        for (const auto& [node, rect] : m_rects) {
            const bool own = node == family.parent || node == family.child;
            const qreal wide = own ? -1 : margin;
            cost += kInside * pointsIn(points, rect.adjusted(-wide, -wide, wide, wide));
        }
        for (const QPolygonF& link : m_links)
            cost += cost < best.cost ? kAtLink * conflict(points, link, 7 * m_scale) : 0;
        for (const QPolygonF& other : m_families)
            cost += cost < best.cost ? kAtFamily * conflict(points, other, 3 * m_scale) : 0;
        if (cost < best.cost)
            best = { curve, cost };
    }

    const std::map<MapNode, QRectF>& m_rects;
    const qreal m_scale;
    std::vector<QPolygonF> m_links;
    std::vector<QPolygonF> m_families;
};

} // namespace

std::vector<QPainterPath> familyPaths(const std::vector<MapFamily>& families,
    const std::map<MapNode, QRectF>& rects, const std::vector<QPainterPath>& links, qreal scale)
{
    Ground ground(rects, links, scale);
    std::vector<QPainterPath> paths;
    paths.reserve(families.size());
    for (const MapFamily& family : families)
        paths.push_back(ground.bestWay(family));
    return paths;
}

} // namespace ipclab
