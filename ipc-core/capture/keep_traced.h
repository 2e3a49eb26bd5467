// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"

namespace ipclab {

// A child made with CLONE_UNTRACED, clone(2), would not be ours, and yet have our filter: without a
// tracer its calls would fail with ENOSYS, seccomp(2). So the flag is taken away for as long as the
// call lasts. Capture thread only; the thread is in a ptrace stop.

// At the entry of clone or clone3. True if there was the flag.
bool takeUntraced(Tid tid, OpenCall& call);
// When the child is made, and at the exit. `child`: it has a copy, where memory is not shared.
void giveBackUntraced(Tid tid, OpenCall& call, Tid child = {});

} // namespace ipclab
