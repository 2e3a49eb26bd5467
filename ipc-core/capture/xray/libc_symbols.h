// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_batch.h"

#include <optional>

namespace ipclab {

// Where glibc keeps its streams in one process.
struct LibcSymbols {
    Address listAll = 0; // _IO_list_all: the pointer to the newest FILE
    Address in = 0; // _IO_2_1_stdin_ and so on: the FILEs themselves
    Address out = 0;
    Address error = 0;
};

// Looks through /proc/PID/maps (proc(5)) for glibc. Nothing if it is not there (yet, or a static
// or musl program), or cannot be read. Costs some tens of microseconds. Any thread.
std::optional<LibcSymbols> findLibc(Pid pid);

// Where the program itself and libstdc++ begin in a process; 0 for what is not mapped.
struct MappedImages {
    Address program = 0;
    Address cpp = 0;
};
MappedImages mappedImages(Pid pid);

} // namespace ipclab
