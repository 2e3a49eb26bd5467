// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ipclab {

// What each process of a launched command may use at most, getrlimit(2); 0: as we may ourselves.
struct LaunchLimits {
    std::uint64_t memory = 0; // bytes of address space, RLIMIT_AS: more is refused with ENOMEM
    std::uint64_t cpuSeconds = 0; // RLIMIT_CPU: then SIGXCPU, and SIGKILL a second later
    std::uint64_t files = 0; // open at once, RLIMIT_NOFILE: more is refused with EMFILE

    bool operator==(const LaunchLimits&) const = default;
};

} // namespace ipclab
