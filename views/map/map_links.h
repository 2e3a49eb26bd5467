// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/link_shape.h"
#include "views/map/map_graph.h"

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

// The lines of a whole map: those on one side of a card stand apart and do not cross each other
// there; none goes behind a card or a tube, or through the words under one, where there is a simple
// way that does not. Lengths are those at the desk times `scale`. A pure function, links in the
// same order.
std::vector<LinkShape> linkShapes(
    const std::vector<MapLink>& links, const MapOutlines& outlines, qreal scale = 1);

} // namespace ipclab
