// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <vector>

namespace ipclab {

// A signal that a program has a handler for may be how it is meant to be woken: who would send it.
std::vector<Pid> signallersOf(const World& world, const Process& process);
bool isSignalledByDescriptors(const Process& process); // SIGIO, fcntl(2)

} // namespace ipclab
