// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/wait.h"

namespace ipclab {

// Fills in who could end a wait, where it waits (its queue), and whether it may end without anyone
// we know. The rest of the wait, and the thread's call, are there already. What is not understood
// is external: no false alarm, ever. `present` is of that World, or none.
void findWakers(const World& world, const Process& process, const Thread& thread, Wait& wait,
    const Present* present);

} // namespace ipclab
