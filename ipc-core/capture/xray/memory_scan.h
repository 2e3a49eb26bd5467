// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_batch.h"

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace ipclab {

struct MemoryRegion {
    Address begin = 0;
    Address end = 0;
};

// Reads another process's memory a MiB at a time, 256 MiB at most; each piece with that many of the
// bytes that follow it, so that what begins in it is whole. Ends early when it is asked to. Any one
// thread.
void scanMemory(Pid pid, const std::vector<MemoryRegion>& regions, std::size_t overlap,
    const std::stop_token& stop, const std::function<void(Address, Bytes)>& see);

} // namespace ipclab
