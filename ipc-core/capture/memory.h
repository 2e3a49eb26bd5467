// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

namespace ipclab {

// Reads a watched process's memory, process_vm_readv(2). Never throws; what cannot be read is
// missing from the end of the answer. Any thread that may trace the process.
std::size_t readMemory(Tid of, std::uint64_t address, void* into, std::size_t size);
std::string readBytes(Tid of, std::uint64_t address, std::size_t size);
std::string readText(Tid of, std::uint64_t address, std::size_t most); // up to a NUL

// Written is only to keep a call as it would be alone: process_vm_writev(2).
bool writeMemory(Tid of, std::uint64_t address, const void* from, std::size_t size);

template <typename T> bool writeValue(Tid of, std::uint64_t address, const T& value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    return writeMemory(of, address, &value, sizeof value);
}

template <typename T> std::optional<T> readValue(Tid of, std::uint64_t address)
{
    static_assert(std::is_trivially_copyable_v<T>);
    T value {};
    if (address == 0 || readMemory(of, address, &value, sizeof value) != sizeof value)
        return std::nullopt;
    return value;
}

} // namespace ipclab
