// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

// Whose a thread is, as /proc/TID/status says, proc(5).
struct Kinship {
    Pid process;
    Pid parent; // of the process
    std::vector<std::int32_t> names; // its numbers in its own pid namespace and those around it,
                                     // the outermost (ours) first, pid_namespaces(7)
};
std::optional<Kinship> kinshipOf(Tid tid);
std::optional<Pid> parentOf(Pid pid); // nothing for what is a thread only, not a process
Pid tracerOf(Pid pid); // its number 0: nobody's
// Of a thread that stands still: those it made, proc_pid_task(5); none where the kernel has no such
// file (CONFIG_PROC_CHILDREN).
std::vector<Pid> childrenOf(Pid pid, Tid tid);

// Tells one pid namespace from another; 0 if it cannot be asked.
std::uint64_t pidSpaceOf(Pid pid);

// Do two processes share a table of descriptors, or memory? kcmp(2). Nothing where it is refused.
std::optional<bool> shareDescriptors(Pid one, Pid other);
std::optional<bool> shareMemory(Pid one, Pid other);
// Has a thread another table of descriptors than its process, unshare(2)? Not where it is refused.
bool hasOwnDescriptors(Pid pid, Tid tid);

} // namespace ipclab
