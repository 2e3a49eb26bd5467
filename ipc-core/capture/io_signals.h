// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

namespace ipclab {

// Has a process asked the kernel for a signal when something happens to a file, fcntl(2)? It is
// SIGIO, or any other by F_SETSIG. Any thread.
bool hasAsyncDescriptor(Pid pid); // O_ASYNC: for itself, or for anybody by F_SETOWN
// A lease, or F_NOTIFY of a folder: which cannot be seen, so any that it has open may be watched.
bool mayWatchFiles(Pid pid);

} // namespace ipclab
