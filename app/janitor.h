// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/unique_fd.h"

namespace ipclab {

// Cleans up after us when we cannot: a process that waits for our end and then removes the run
// folders we left, as after kill -9. (What we launched, the kernel ends: PTRACE_O_EXITKILL.) It is
// nobody's child, holds no terminal, no file and no folder, and hears no signal of a terminal.
//
// To be made first thing in main(), before any thread; the destructor sends it home, for then all
// is clean.
class Janitor {
public:
    Janitor();
    ~Janitor();
    Janitor(const Janitor&) = delete;
    Janitor& operator=(const Janitor&) = delete;

private:
    UniqueFd m_alive; // the only write end of a pipe: its end of file is ours
};

} // namespace ipclab
