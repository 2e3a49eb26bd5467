// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// One line of /proc/PID/maps, proc(5).
struct Mapping {
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
    bool writable = false;
    bool shared = false; // MAP_SHARED
    std::uint64_t offset = 0; // in the file
    std::uint64_t device = 0; // as in st_dev
    std::uint64_t inode = 0;
    std::string name; // a path, or what the kernel calls it; " (deleted)" at its end

    [[nodiscard]] bool has(std::uint64_t address) const
    {
        return begin <= address && address < end;
    }
    [[nodiscard]] bool isFile(const Mapping& other) const
    {
        return device == other.device && inode == other.inode;
    }
};

std::optional<Mapping> parseMapping(std::string_view line); // nothing: it makes no sense

// Goes through the mappings of a process in their order, until one is what is looked for: not all
// of them are read where they are many. At most 8 MiB of their text.
void findMapping(Pid pid, const std::function<bool(const Mapping&)>& isWanted);

std::string mapsOf(Pid pid); // the whole file, at most 16 MiB; empty when it cannot be read

// The mapping that an address is in; nothing where there is none, or the text makes no sense.
std::optional<Mapping> mappingAt(std::string_view maps, std::uint64_t address);

// Is the memory of this shared mapping among what `maps` tells of?
bool mapsToo(std::string_view maps, const Mapping& shared);

// Made by mmap(2) without a file, MAP_SHARED | MAP_ANONYMOUS: only those who were forked have it.
bool isAnonymous(const Mapping& shared);

// Has it no name by which a process that does not have it yet could get at it? Looks into the
// folder that its name was in.
bool isNameless(const Mapping& shared);

} // namespace ipclab
