// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace ipclab {

// Where a line touches a card or a tube, and the way out of it, of length 1.
struct WayEnd {
    QPointF at;
    QPointF out;
};

// What a line goes around: it keeps off `blocked` and does not go through `own`, which are the two
// that it joins. It keeps off the lines of others where there is a way that does.
struct WayGround {
    std::vector<QRectF> blocked;
    std::vector<QRectF> own;
    std::vector<QPolygonF> lines;
    qreal scale = 1; // of lengths at the desk
};

struct Way {
    std::size_t from = 0; // which of the ends
    std::size_t to = 0;
    std::vector<QPointF> turns; // on its way, each by a right angle
};

// The best way of right angles with at most three turns, from one of the ends to one of the others.
// Without turns: there is none. A pure function.
Way wayAround(
    const std::vector<WayEnd>& from, const std::vector<WayEnd>& to, const WayGround& ground);

// Points on a line, no further than `step` from each other: to be compared with other lines.
QPolygonF evenly(const QPolygonF& line, qreal step);

// How much one line is in the other's way: where they cross, and where they run side by side.
int conflict(const QPolygonF& one, const QPolygonF& other, qreal near);

qreal lengthOf(const QPolygonF& points);

} // namespace ipclab
