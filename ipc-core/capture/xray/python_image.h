// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_scan.h"

#include <optional>
#include <vector>

namespace ipclab {

// The CPython that a process runs, 3.8 to 3.13: where it has the types that it exports, and the
// memory that its own objects are in.
struct PythonImage {
    Address type = 0; // of types
    Address str = 0;
    Address bytes = 0;
    Address list = 0;
    std::vector<MemoryRegion> constants; // of the program's or the library's file
    std::vector<MemoryRegion> written; // all that it may write, the smallest first
};

// Nothing where none such is mapped. Reads /proc/PID/maps and the image's symbols. Any one thread.
std::optional<PythonImage> findPythonImage(Pid pid);

} // namespace ipclab
