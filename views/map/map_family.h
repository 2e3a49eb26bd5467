// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

#include <QPainterPath>
#include <QRectF>

#include <map>
#include <vector>

namespace ipclab {

// The lines from parents to their children, in the same order. Each goes around the cards and tubes
// (`rects` has the outlines of all) and keeps off the links where there is a way that does. Lengths
// are those at the desk times `scale`. A pure function.
std::vector<QPainterPath> familyPaths(const std::vector<MapFamily>& families,
    const std::map<MapNode, QRectF>& rects, const std::vector<QPainterPath>& links, qreal scale);

} // namespace ipclab
