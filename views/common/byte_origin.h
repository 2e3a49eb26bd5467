// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <optional>

namespace ipclab {

// Where bytes come from and go to, counted: the N-th byte that was written into a queue is the N-th
// that is read from it, pipe(7), unix(7), tcp(7); a datagram is what it was. Nothing where that is
// not known: on a terminal, which changes what passes through it, in a pipe out of which tee(2)
// copied, with processes that are not watched at an end, or when the contents that were kept say
// otherwise. `log` is the whole of it; an answer is the index of an event. Each looks at every
// event at most a few times.

// The write that sent the first byte of a read.
std::optional<EventIndex> writeOf(const LogView& log, const World& world, EventIndex read);

// The read that took the first byte of a write; nothing, too, while nobody has.
std::optional<EventIndex> readOf(const LogView& log, const World& world, EventIndex write);

// The stdio_level that shows where the first byte of a write was printed into the program's own
// buffer; nothing when it was never seen there.
std::optional<EventIndex> printOf(const LogView& log, EventIndex write);

// The write that took the first of those bytes out of the program's own buffer.
std::optional<EventIndex> flushOf(const LogView& log, EventIndex print);

} // namespace ipclab
