// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// What /proc said of a process that is not traced: since when it waits, nobody knows.
struct Surveyed {
    TaskState state = TaskState::Unknown;
    std::optional<std::uint32_t> user;
    Pid tracer;
    int refused = 0; // errno: its calls and its memory cannot be seen
    std::string terminal;
    Pid group;
    Pid foreground;
    bool operator==(const Surveyed&) const = default;
};

} // namespace ipclab
