// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"

namespace ipclab {

// Whom may we interrupt who does not stop by itself? Capture thread only.

// A part of it may be done: cut short, it would have to be finished before the thread can be let
// go.
bool isWrite(const OpenCall& call);
// Interrupted in it, the thread sees nothing of that: the call goes on with what is left of its
// time, and where the kernel would answer EINTR, that can be taken back (settleInterruption).
bool mayInterrupt(const OpenCall& call);

// PTRACE_INTERRUPT, ptrace(2). False: it is not ours, or gone.
bool interrupt(Tid tid);

} // namespace ipclab
