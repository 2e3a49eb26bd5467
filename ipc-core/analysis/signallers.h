// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <vector>

namespace ipclab {

class Present;

// A signal that a program has a handler for may be how it is meant to be woken: who would send it.
std::vector<Pid> signallersOf(
    const World& world, const Process& process, const Present* present = nullptr);
// Or a stranger would: to one of whose kin and kind not all are watched. (Whether files bring
// signals, fcntl(2), is looked at before a verdict is given.)
bool isSignalledFromOutside(const Process& process);

// It handles a signal that others send, kill(2): one of those, or one that asks it to end or to do
// something else, as SIGTERM and SIGHUP do. The handler may end a wait, by EINTR or by what it
// writes, signal-safety(7).
bool handlesWhatOthersSend(const Process& process);

// An interpreter that handles SIGINT in whatever it runs: that tells nothing of what it runs.
bool alwaysHandlesInterrupt(const Process& process);

// It handles a signal that anybody could send, though few do: SIGABRT, SIGPIPE, a fault's.
// (SIGCHLD's senders are known; and SIGINT says nothing of an interpreter.)
bool handlesAnySignal(const Process& process);

} // namespace ipclab
