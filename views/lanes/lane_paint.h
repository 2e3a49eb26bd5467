// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lanes/lane_arrows.h"
#include "views/lanes/lane_slices.h"

#include <QColor>
#include <QLineF>
#include <QRect>
#include <QString>

#include <array>

class QPainter;
class QPixmap;

namespace ipclab {

class Look;

// How lanes look: each state by its colour, its shape and, where there is room, its word.

// Their colours, for many of them; while the look stays.
struct LaneInks {
    explicit LaneInks(const Look& of);

    const Look& look;
    std::array<QColor, kLaneStates> ink; // by LaneState
    std::array<QColor, kLaneStates> ground; // of a bar
    std::array<QColor, kLaneStates> words; // on it
    std::array<QRgb, kLaneStates> mixed {}; // in a pixel with others
};

int wordyFrom(const Look& look); // px: a bar that is narrower has no room for a word
// A state over some time.
void paintBar(QPainter& painter, const LaneInks& inks, const QRect& band, LaneState state,
    const QString& label);
// `strong`: of what is chosen. `dot` is where bytes begin: that of bytesDot(), made once for all.
void paintArrow(QPainter& painter, const Look& look, const QLineF& line, ArrowKind kind,
    bool strong, const QPixmap& dot);
QPixmap bytesDot(const Look& look, bool strong, qreal ratio); // of pixels
QColor inkOf(const Look& look, ArrowKind kind);

} // namespace ipclab
