// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"

namespace ipclab {

// Interrupted, the call would begin anew with all of its time, signal(7): "never restarted".
bool beginsAnew(const OpenCall& call);

// The time limit of a socket's own, socket(7): a call interrupted by EINTR had one. Sets
// call.timeout if it can be asked for. Capture thread only.
void learnSocketTimeout(TracedProcess& process, OpenCall& call);

} // namespace ipclab
