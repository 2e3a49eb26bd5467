// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_layout.h"

namespace ipclab {

// What is wrong with a picture of the map, in numbers: to tell whether it may stay as it is.
struct MapTangle {
    // Lines behind cards and tubes, lines that cross, bytes that go to the left, children before
    // their parents.
    int knots = 0;
    qreal length = 0; // of all lines
    qreal height = 0; // of the room that it needs, were that as wide for its height as gaps.room
    bool operator==(const MapTangle&) const = default;
};

// Of its lines, as if each were straight. A pure function.
MapTangle tangleOf(
    const MapGraph& graph, const MapBoxes& boxes, const MapPlaces& places, const MapGaps& gaps);

// Much worse than what it could be: it is worth that things move. `patient`: only if nobody could
// follow the lines of it.
bool isWorse(
    const MapTangle& now, const MapTangle& anew, const MapGaps& gaps, bool patient = false);

} // namespace ipclab
