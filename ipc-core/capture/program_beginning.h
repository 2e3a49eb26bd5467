// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/recorder.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// What of an environment goes into the log, and so into a session file that is handed on: people
// keep passwords and keys there. So the values are kept of a few variables that say how programs
// behave and hold no secrets, and the names alone of all others; what has no room is counted.
struct KeptEnvironment {
    static constexpr std::size_t kMostVariables = 128;
    static constexpr std::size_t kLongestName = 64;
    static constexpr std::size_t kLongestValue = 512; // longer: the name alone

    std::string words; // each ended by a NUL
    std::uint64_t more = 0;
};
KeptEnvironment keptEnvironment(std::string_view joined); // as /proc/PID/environ has it

// Records a ProgramBegan, from /proc and prlimit(2). To be asked where execve(2) has succeeded and
// the program has not run yet: it may change all of it.
void recordBeginning(Recorder& recorder, Pid pid, Tid tid);

} // namespace ipclab
