// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/tracee.h"

#include <cstdint>
#include <optional>

namespace ipclab {

// A traced program is woken even by a signal that it ignores. From most waits the kernel then goes
// on by itself; from those that signal(7) lists as never restarted (epoll_wait, sigtimedwait,
// semop) it would bring an EINTR that the program would not get alone.

// What such a wait is to return in place of EINTR: it goes on unless a handler runs; where its time
// is over it ends with that. Nothing for other calls.
std::optional<std::int64_t> insteadOfInterrupted(const OpenCall& call, Nanoseconds now);

// When it is entered again: it waits for what is left of its time. (Where the time is in memory,
// which is not ours to write, it waits for the whole of it once more.) The thread is in a stop at
// the call's entry; undone at its exit by restoreWait().
void shortenWait(Tid tid, OpenCall& call, Nanoseconds now);
void restoreWait(Tid tid, OpenCall& call);

} // namespace ipclab
