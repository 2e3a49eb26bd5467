// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_facts.h"

class QColor;
class QPainter;
class QRectF;

namespace ipclab {

// The shape that goes with a state, so that its colour never speaks alone.
void paintStateMark(QPainter& painter, const QRectF& rect, StateMark mark, const QColor& colour);

} // namespace ipclab
