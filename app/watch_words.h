// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/event_choice.h"
#include "app/watched_waits.h"
#include "ipc-core/events/event.h"
#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// What "ipclab watch" says of an event, after the name of the process: eventLine(), and more, for
// who reads a trace of one program. The World is the one just after the event. Empty for what is of
// no interest; what is done with files, or to fill shared memory, is where that is asked for by
// name.
QString watchLine(const World& world, const Event& event, const EventChoice& choice);

// That the last descriptor was closed that could write into a pipe or FIFO, or read from it: `was`
// is what it was. Empty where it was not the last, or that is not known.
QString closeLine(const World& world, int fd, const Descriptor& was);

// Why the thread waits; `now` is later than its beginning.
QString waitLine(const World& world, const WatchedWait& wait, Nanoseconds now);

// A call that is of interest though it did not last, and that no other event tells of.
bool isDone(const WatchedWait& wait, const CallReturned& returned);

// What came of a call that lasted, where no other event says it: "poll(): 1 descriptor is ready".
QString returnLine(const World& world, const WatchedWait& wait, const CallReturned& returned);

} // namespace ipclab
