// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event_bodies.h"

#include <QString>

namespace ipclab {

// What passes through a descriptor that wakes rather than carries, by its kind: eventfd(2),
// timerfd_create(2), signalfd(2), inotify(7). Empty for other kinds, and for bytes that are none of
// theirs.
QString wakeWords(ChannelKind kind, const BytesMoved& moved, bool written);

} // namespace ipclab
