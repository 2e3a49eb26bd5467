// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

#include <QPainterPath>
#include <QRectF>

#include <set>

namespace ipclab {

// A node and all that it has to do with: of a card its tubes, who else is at these, its parent and
// its children; of a tube the cards at it. A pure function.
std::set<MapNode> nearOf(const MapGraph& graph, const MapNode& node);

// Who is whose child, of one card, where not all such lines are drawn; parents first.
std::vector<MapFamily> kinOf(const MapGraph& graph, const MapNode& node);

// The straight way from card to card.
QPainterPath straightWay(const QRectF& from, const QRectF& to);

} // namespace ipclab
