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
// The same of one in which the thread went to sleep after we had come; a write still is left alone:
// what is done of it is known to the kernel only, and if we ended suddenly, the rest would pass for
// all of it. But one into a pipe of at most PIPE_BUF bytes has no parts, pipe(7); and who is to be
// let go may do nothing but write.
bool mayInterruptAgain(const OpenCall& call, ChannelKind kind, bool leaving);

// PTRACE_INTERRUPT, ptrace(2). False: it is not ours, or gone.
bool interrupt(Tid tid);

} // namespace ipclab
