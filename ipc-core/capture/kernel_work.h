// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

namespace ipclab {

// May the kernel be at work for the process, io_submit(2), io_uring(7)? When something is done it
// may tell of that in an eventfd(2), which neither has to hold any more. By the memory that a
// process shares with the kernel for it; where that cannot be read: no.
bool kernelMayWorkFor(Pid pid);

} // namespace ipclab
