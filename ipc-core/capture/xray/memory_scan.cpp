// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/memory_scan.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::uint64_t kMostMemory = 256U << 20U;
constexpr std::size_t kPiece = 1U << 20U;

} // namespace

void scanMemory(Pid pid, const std::vector<MemoryRegion>& regions, std::size_t overlap,
    const std::stop_token& stop, const std::function<void(Address, Bytes)>& see)
{
    std::uint64_t left = kMostMemory;
    MemoryBatch batch;
    for (const MemoryRegion& region : regions) {
        for (Address at = region.begin; at < region.end && left > 0; at += kPiece) {
            if (stop.stop_requested())
                return;
            const auto size = std::min<std::uint64_t>({ kPiece + overlap, region.end - at, left });
            left -= size;
            batch.clear();
            const std::size_t number = batch.add(at, size);
            batch.read(pid);
            see(at, batch.bytes(number));
        }
    }
}

} // namespace ipclab
