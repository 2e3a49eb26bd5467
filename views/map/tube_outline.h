// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/channel.h"

#include <QPainterPath>
#include <QRectF>

#include <cstdint>

class QString;

namespace ipclab {

// What a channel is, for the eye: each has an outline of its own, so that neither colour nor words
// are needed to tell them apart.
enum class TubeShape : std::uint8_t {
    Pipe, // a tube
    Fifo, // a tube with a plate for its name
    Terminal, // a screen with square corners, on a stand
    UnixStream, // hollow ends: it stays on this machine
    UnixDatagrams, // the same in pieces
    InternetStream, // pointed ends: it may lead out of this machine
    InternetDatagrams,
    File, // a sheet with a corner turned down
    Memory, // a chip with its pins
    Messages, // a stamp
    Semaphore, // a barrier between two posts
    Eventfd, // slanted
    Wake, // a pennant: timers, signals and what else only wakes
    Lock, // a padlock
    Count
};

TubeShape shapeOf(const Channel& channel);
QString shapeName(TubeShape shape); // "Unix socket for datagrams"

// Within `rect`; `unit` is a pixel at the desk.
QPainterPath tubeOutline(TubeShape shape, const QRectF& rect, qreal unit);
// The part of it that words stand in.
QRectF tubeBody(TubeShape shape, const QRectF& rect, qreal unit);

} // namespace ipclab
