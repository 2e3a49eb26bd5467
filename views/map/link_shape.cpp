// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/link_shape.h"

#include "views/map/map_ways.h"

#include <QLineF>

#include <algorithm>

namespace ipclab {

namespace {

qreal reachOf(const LinkShape& shape)
{
    return std::max<qreal>(14, QLineF(shape.atCard, shape.atTube).length() * 0.45);
}

} // namespace

QPolygonF pointsOn(const LinkShape& shape)
{
    if (!shape.turns.empty()) {
        QPolygonF points { shape.atCard };
        for (const QPointF& turn : shape.turns)
            points += turn;
        return evenly(points += shape.atTube, 9);
    }
    constexpr int kSteps = 24;
    const qreal reach = reachOf(shape);
    const QPointF out = shape.atCard + shape.outOfCard * reach;
    const QPointF in = shape.atTube + shape.outOfTube * reach;
    QPolygonF points;
    points.reserve(kSteps + 1);
    for (int step = 0; step <= kSteps; ++step) { // a cubic Bézier curve
        const qreal t = static_cast<qreal>(step) / kSteps;
        const qreal u = 1 - t;
        points += u * u * u * shape.atCard + 3 * u * u * t * out + 3 * u * t * t * in
            + t * t * t * shape.atTube;
    }
    return points;
}

QPainterPath LinkShape::path() const
{
    QPainterPath path(atCard);
    if (turns.empty()) {
        const qreal reach = reachOf(*this);
        path.cubicTo(atCard + outOfCard * reach, atTube + outOfTube * reach, atTube);
        return path;
    }
    for (std::size_t i = 0; i < turns.size(); ++i) {
        constexpr qreal kRound = 22;
        const QLineF back(turns[i], i == 0 ? atCard : turns[i - 1]);
        const QLineF on(turns[i], i + 1 < turns.size() ? turns[i + 1] : atTube);
        const qreal round = std::min({ kRound, back.length() / 2, on.length() / 2 });
        if (round <= 0) // two turns at one place
            continue;
        path.lineTo(back.pointAt(round / back.length()));
        path.quadTo(turns[i], on.pointAt(round / on.length()));
    }
    path.lineTo(atTube);
    return path;
}

} // namespace ipclab
