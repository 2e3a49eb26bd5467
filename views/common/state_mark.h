// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/common/look.h"

#include <cstdint>

class QColor;
class QPainter;
class QRectF;

namespace ipclab {

enum class StateMark : std::uint8_t {
    Running,
    Waiting,
    Sleeping,
    Stopped,
    Held,
    Ended,
    Deadlock,
    You
};

Ink inkOf(StateMark mark);

// Of a process; of one thread of it, a deadlock that others of its threads are in is none.
StateMark markOf(const World& world, const Process& process, Tid thread = {});

// The shape that goes with a state, so that its colour never speaks alone.
void paintStateMark(QPainter& painter, const QRectF& rect, StateMark mark, const QColor& colour);

} // namespace ipclab
