// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <array>
#include <cstdint>
#include <optional>

namespace ipclab {

// A system call at its entry or exit, as PTRACE_GET_SYSCALL_INFO gives it, ptrace(2).
struct CallStop {
    bool entry = false;
    bool native = true; // of this machine's own architecture
    std::uint64_t number = 0;
    std::array<std::uint64_t, 6> args {};
    std::int64_t result = 0; // negative: -errno
    std::uint32_t filterSays = 0; // at the entry: the data of the filter that asked for this stop
};

// Capture thread only; the thread must be in a ptrace stop.
std::optional<CallStop> callStop(Tid tid);
bool isAtEntry(Tid tid); // of a call, where no filter asked for the stop: PTRACE_SYSCALL
// The call that a stop between entry and exit has interrupted, with its result so far, while that
// can be changed still. Nothing: it is in none, or this machine's kernel has decided already.
std::optional<CallStop> interruptedCall(Tid tid);
// At the entry: the call is not made, and answers this.
bool refuseCall(Tid tid, std::int64_t result);
std::optional<std::uint64_t> stackPointer(Tid tid);
bool setCallResult(Tid tid, std::int64_t result);
bool setCallArgument(Tid tid, unsigned index, std::uint64_t value);

} // namespace ipclab
