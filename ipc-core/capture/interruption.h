// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/tracee.h"

#include <cstdint>

namespace ipclab {

// A traced program is woken even by a signal that it ignores. From most waits the kernel then goes
// on by itself. From others, listed in signal(7) as never restarted (epoll_wait, sigtimedwait,
// semop, sockets with a time limit), it would bring an EINTR that the program would not get alone;
// and a write(2) that has passed on a part would end there. Here such calls go on as they would
// have. Capture thread only; the thread is in a ptrace stop.

bool isIgnoredByDefault(int signal); // signal(7)
bool isStopSignal(int signal); // the same

// At the exit: what the call is to return (the registers are set), which may be the kernel's code
// for going on. All that reads results reads this one.
std::int64_t settleResult(
    TracedProcess& process, TracedThread& thread, std::int64_t result, Nanoseconds now);

// The same of a call that we have interrupted, at the stop that did it: what is set there counts at
// once.
std::int64_t settleInterruption(
    TracedProcess& process, TracedThread& thread, std::int64_t result, Nanoseconds now);

// A signal that is not ignored comes while a call is to go on after a part. Returns the bytes of
// that part, with which it ends now; 0 where there is no such call.
std::int64_t endAfterPart(TracedThread& thread);

// When a wait is entered again: it waits for what is left of its time. Undone at its exit.
void shortenWait(TracedProcess& process, TracedThread& thread, Nanoseconds now);
void restoreWait(TracedProcess& process, TracedThread& thread);

} // namespace ipclab
