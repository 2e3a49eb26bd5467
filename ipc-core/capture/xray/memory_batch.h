// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <sys/uio.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace ipclab {

using Address = std::uint64_t; // in the memory of the process looked at
using Bytes = std::span<const std::byte>;

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

// A number in bytes that were read; nothing if they end before it.
template <typename Number> std::optional<Number> numberAt(Bytes bytes, std::size_t offset)
{
    static_assert(std::is_trivially_copyable_v<Number>);
    if (bytes.size() < sizeof(Number) || offset > bytes.size() - sizeof(Number))
        return std::nullopt;
    Number number;
    std::memcpy(&number, bytes.data() + offset, sizeof number);
    return number;
}

// One place. Short or empty where the memory cannot be read.
std::vector<std::byte> readMemory(Pid pid, Address address, std::size_t length);

// One value. Nothing where the memory cannot be read.
template <typename Value> std::optional<Value> readValue(Pid pid, Address address)
{
    return numberAt<Value>(readMemory(pid, address, sizeof(Value)), 0);
}

} // namespace ipclab
