// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// What lock_waiting, wait_lasts and, of a transfer, channel_level said last of a call: they are
// said again only when something has changed.
struct LockSaid {
    std::uint64_t address = 0;
    std::optional<Tid> owner;
    LockKind kind = LockKind::Word;
    std::vector<Pid> pids;
    bool outside = false;
    std::optional<int> id;
    bool unchecked = false;
    bool operator==(const LockSaid&) const = default;
};

// The level of a full channel, and how much had been read out of it by then; or of an empty one,
// and how much had been written into it.
struct LevelSaid {
    std::uint64_t level = 0;
    std::uint64_t moved = 0;
    bool operator==(const LevelSaid&) const = default;
};

struct WaitSaid {
    std::vector<int> fds;
    std::optional<Nanoseconds> timeout;
    std::string path;
    std::optional<Access> access;
    bool outside = false;
    bool operator==(const WaitSaid&) const = default;
};

} // namespace ipclab
