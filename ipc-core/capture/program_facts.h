// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

namespace ipclab {

// What the file that a process executes says of it.
struct ProgramFacts {
    bool foreign = false; // for another architecture: 32-bit
    bool privileged
        = false; // set-user-ID, set-group-ID or file capabilities would count, execve(2)
    bool isStatic = false; // names no dynamic loader, elf(5)
    bool otherLibrary = false; // its loader is not glibc's
};

// All false where the file cannot be read. To be asked after execve(2) has succeeded. Any thread.
ProgramFacts programFacts(Pid pid);

} // namespace ipclab
