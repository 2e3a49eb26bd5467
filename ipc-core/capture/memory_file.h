// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/unique_fd.h"

#include <cstddef>
#include <cstdint>

namespace ipclab {

// A thread's memory as /proc/TID/mem, proc(5): the slower way, for where process_vm_readv(2) is
// refused, as some containers do. Any thread that may trace the process.
class MemoryFile {
public:
    explicit MemoryFile(std::int32_t tid, bool writable = false);

    std::size_t read(std::uint64_t address, void* into, std::size_t size) const;
    std::size_t write(std::uint64_t address, const void* from, std::size_t size) const;

    // Is that the errno of a call that is refused as such?
    static bool isNeeded(int error);

private:
    UniqueFd m_file;
};

} // namespace ipclab
