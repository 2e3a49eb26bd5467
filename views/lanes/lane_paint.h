// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lanes/lane_arrows.h"
#include "views/lanes/lane_slices.h"

#include <QColor>
#include <QLineF>
#include <QPixmap>
#include <QRect>
#include <QString>

#include <array>

class QPainter;

namespace ipclab {

class Look;

// How lanes look: each state by its colour, its shape and, where there is room, its word.

// Their colours, for many of them; while the look stays.
struct LaneInks {
    explicit LaneInks(const Look& of);

    const Look& look;
    QRect letters; // of a word in a bar, about its line
    std::array<QColor, kLaneStates> ink; // by LaneState
    std::array<QColor, kLaneStates> ground; // of a bar
    std::array<QColor, kLaneStates> words; // on it
    std::array<QRgb, kLaneStates> mixed {}; // in a pixel with others
};

int wordyFrom(const Look& look); // px: a bar that is narrower has no room for a word
// A state over some time.
void paintBar(QPainter& painter, const LaneInks& inks, const QRect& band, LaneState state,
    const QString& label);
// What many arrows of bytes have the same, made once for all of them.
struct ArrowStamps {
    QPixmap dot; // where bytes begin
    QPixmap line; // upright
};
// For arrows up to so many pixels high. `strong`: of what is chosen.
ArrowStamps arrowStamps(const Look& look, bool strong, int height, qreal ratio); // of pixels
void paintArrow(QPainter& painter, const Look& look, const QLineF& line, ArrowKind kind,
    bool strong, const ArrowStamps& stamps);
QColor inkOf(const Look& look, ArrowKind kind);

} // namespace ipclab
