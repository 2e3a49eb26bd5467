// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

namespace ipclab {

using Address = std::uint64_t; // in the memory of the process looked at
using Bytes = std::span<const std::byte>;

// Reads another process's memory, process_vm_readv(2). Never throws; what cannot be read is missing
// from the end of the answer. Any thread that may trace the process.
std::size_t readMemory(Tid of, Address address, void* into, std::size_t size);
std::vector<std::byte> readMemory(Pid of, Address address, std::size_t size);
std::string readBytes(Tid of, Address address, std::size_t size);
std::string readText(Tid of, Address address, std::size_t most); // up to a NUL

// Written is only to keep a call as it would be alone: process_vm_writev(2).
bool writeMemory(Tid of, Address address, const void* from, std::size_t size);

template <typename T> bool writeValue(Tid of, Address address, const T& value)
{
    static_assert(std::is_trivially_copyable_v<T>);
    return writeMemory(of, address, &value, sizeof value);
}

template <typename T> std::optional<T> readValue(Tid of, Address address)
{
    static_assert(std::is_trivially_copyable_v<T>);
    T value {};
    if (address == 0 || readMemory(of, address, &value, sizeof value) != sizeof value)
        return std::nullopt;
    return value;
}

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

template <typename T> std::optional<T> readValue(Pid of, Address address)
{
    return readValue<T>(firstThread(of), address);
}

} // namespace ipclab
