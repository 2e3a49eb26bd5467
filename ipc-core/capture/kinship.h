// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <optional>

namespace ipclab {

// Whose a thread is, as /proc/TID/status says, proc(5).
struct Kinship {
    Pid process;
    Pid parent; // of the process
};
std::optional<Kinship> kinshipOf(Tid tid);
std::optional<Pid> parentOf(Pid pid); // nothing for what is a thread only, not a process

// Do two processes share a table of descriptors, or memory? kcmp(2); not where it cannot be asked.
bool shareDescriptors(Pid one, Pid other);
bool shareMemory(Pid one, Pid other);

} // namespace ipclab
