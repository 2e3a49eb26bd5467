// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <map>
#include <vector>

namespace ipclab {

// The line between a card and a tube, from the card on.
struct LinkShape {
    QPointF atCard;
    QPointF atTube;
    QPointF outOfCard; // directions in which it leaves, of length 1
    QPointF outOfTube;
    bool operator==(const LinkShape&) const = default;

    [[nodiscard]] QPainterPath path() const;
};

// The lines of a whole map: those on one side of a card stand apart and do not cross each other
// there; none goes behind a card where there is a simple way that does not. `rects` has the
// outlines of all cards and tubes. A pure function, links in the same order.
std::vector<LinkShape> linkShapes(
    const std::vector<MapLink>& links, const std::map<MapNode, QRectF>& rects);

} // namespace ipclab
