// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_batch.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ipclab {

// The dynamic symbols of a library as it lies in a process's memory. Read from there and not from
// its file, so that it does not matter if the file was replaced, deleted, or lies in another mount
// namespace. Sources: elf(5), and the GNU hash section as ld.so reads it. Any one thread.
class ElfImage {
public:
    // Nothing if no 64-bit library of this machine's byte order with a GNU hash table is there.
    static std::optional<ElfImage> at(Pid pid, Address start);

    [[nodiscard]] std::optional<Address> symbol(std::string_view name) const;

private:
    bool readDynamic(Address dynamic, std::uint64_t size);
    [[nodiscard]] bool isNamed(std::uint32_t nameOffset, std::string_view name) const;

    Pid m_pid;
    Address m_base = 0; // what is added to the addresses in the file
    Address m_symbols = 0;
    Address m_names = 0;
    Address m_bloom = 0;
    std::uint32_t m_bloomWords = 0;
    std::uint32_t m_buckets = 0;
    std::uint32_t m_firstHashed = 0; // the first symbol in the hash table
};

} // namespace ipclab
