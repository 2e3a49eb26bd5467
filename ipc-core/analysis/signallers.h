// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <vector>

namespace ipclab {

// A signal that a program has a handler for may be how it is meant to be woken: who would send it.
std::vector<Pid> signallersOf(const World& world, const Process& process);
// Or a stranger would: by SIGIO, fcntl(2), or to one of whose kin and kind not all are watched.
bool isSignalledFromOutside(const Process& process);

} // namespace ipclab
