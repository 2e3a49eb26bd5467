// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/memory.h"

#include <sys/uio.h>

#include <cstddef>
#include <vector>

namespace ipclab {

// Several places of another process's memory, read with one process_vm_readv(2) where all can be
// read. What cannot be read comes back short or empty. Any one thread.
class MemoryBatch {
public:
    void clear();
    std::size_t add(Address address, std::size_t length); // its number, for bytes()
    void read(Pid pid);

    // Valid until clear().
    [[nodiscard]] Bytes bytes(std::size_t number) const;

private:
    void readByFile(Pid pid);

    struct Place {
        std::size_t start = 0;
        std::size_t got = 0;
    };
    std::vector<iovec> m_remote;
    std::vector<Place> m_places;
    std::vector<std::byte> m_bytes;
    std::size_t m_total = 0;
};

} // namespace ipclab
