// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <map>
#include <vector>

namespace ipclab {

// How large a node is drawn, all of it. What stands side by side is aligned at the axis.
struct MapBox {
    QSizeF size;
    qreal axis = 0; // from the top
    qreal hangs = 0; // so far below it: the sign at a fold
};
using MapBoxes = std::map<MapNode, MapBox>;
using MapPlaces = std::map<MapNode, QPointF>; // of the left upper corner

struct MapGaps {
    qreal across = 44; // between columns: room for an arrow
    qreal down = 22; // between what stands below each other
    qreal word = 84; // between the two tubes of a dialog: room for a word
    qreal wide = 1.6; // width to height that is aimed at
    QSizeF room { 950, 300 }; // of a map in a small window: a chain that is longer turns
};

// Where everything stands. Writers are left of their readers, a parent left of or above its
// children; nothing overlaps. What is `kept` stays where it is, unless two of those would overlap.
// A pure function.
MapPlaces layOut(
    const MapGraph& graph, const MapBoxes& boxes, const MapPlaces& kept, const MapGaps& gaps);

// The place nearest to the wanted one where the node overlaps none of the others.
QPointF freePlace(const MapNode& node, QPointF wanted, const MapPlaces& others,
    const MapBoxes& boxes, const MapGaps& gaps);

// The part of the above that ranks: columns of nodes from left to right, for one connected group.
struct MapGroup {
    std::vector<MapNode> cards; // in the order of the graph
    std::vector<MapTube> tubes;
    std::vector<MapLink> links;
};
using MapColumns = std::vector<std::vector<MapNode>>;

std::vector<MapGroup> groupsOf(const MapGraph& graph);
MapColumns columnsOf(const MapGroup& group, const MapGraph& graph);
// Those side by side; in several rows where there are many.
MapPlaces inColumns(
    const MapGroup& group, const MapGraph& graph, const MapBoxes& boxes, const MapGaps& gaps);

// One group as if it were alone, its corner at 0, 0.
struct MapBlock {
    MapPlaces places;
    QSizeF size;
};
MapBlock blockOf(
    const MapGroup& group, const MapGraph& graph, const MapBoxes& boxes, const MapGaps& gaps);

QRectF rectOf(const MapPlaces& places, const MapBoxes& boxes, const MapNode& node);

// At least so far below it stands whatever is next.
qreal roomBelow(const MapBox& box, const MapGaps& gaps);

} // namespace ipclab
