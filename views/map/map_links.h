// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <map>
#include <vector>

namespace ipclab {

// Of all cards and tubes of a map, as they are drawn.
struct MapOutlines {
    std::map<MapNode, QRectF> rects; // of tubes: without their words
    std::map<MapNode, QRectF> words {}; // under the tubes
    bool operator==(const MapOutlines&) const = default;
};

// The line between a card and a tube, from the card on.
struct LinkShape {
    QPointF atCard;
    QPointF atTube;
    QPointF outOfCard; // directions in which it leaves, of length 1
    QPointF outOfTube;
    std::vector<QPointF> turns {}; // by right angles, around something; without: it is a curve
    bool operator==(const LinkShape&) const = default;

    [[nodiscard]] QPainterPath path() const;
};
QPolygonF pointsOn(const LinkShape& shape); // near each other, from the card on

// The lines of a whole map: those on one side of a card stand apart and do not cross each other
// there; none goes behind a card or a tube, or through the words under one, where there is a simple
// way that does not. Lengths are those at the desk times `scale`. A pure function, links in the
// same order.
std::vector<LinkShape> linkShapes(
    const std::vector<MapLink>& links, const MapOutlines& outlines, qreal scale = 1);

} // namespace ipclab
