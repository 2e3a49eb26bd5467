// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>
#include <QPolygonF>

#include <vector>

namespace ipclab {

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

} // namespace ipclab
