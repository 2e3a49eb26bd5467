// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ipclab {

// What the kernel gives its own signal code when a call is to go on after a signal; a program never
// sees these: linux/errno.h.
constexpr std::int64_t kRestartSys = -512; // ERESTARTSYS: unless a handler without SA_RESTART runs
constexpr std::int64_t kRestartAlways = -513; // ERESTARTNOINTR
constexpr std::int64_t kRestartNoHandler = -514; // ERESTARTNOHAND: unless a handler runs
constexpr std::int64_t kRestartBlock = -516; // ERESTART_RESTARTBLOCK: as restart_syscall(2)

constexpr bool willRestart(std::int64_t result)
{
    return result >= kRestartBlock && result <= kRestartSys;
}

} // namespace ipclab
