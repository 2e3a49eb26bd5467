// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/survey/holder_index.h"

#include <cstdint>
#include <vector>

namespace ipclab {

// Could somebody we cannot see hold an end of a channel of these processes? Descriptors spread by
// inheritance: a process may have one that began after the session of one of them did, unless it is
// of another service or user of the machine (control_groups.h); and by messages, unix(7): one may
// be on its way in a socket's queue, or in a thread's own table, unshare(2). Over-estimated.
bool mayHaveUnseenHolders(const HolderIndex& index, const std::vector<Pid>& pids);

// Do only these processes hold the pipe with this inode, and can nobody whom we do not see?
bool isPipeHeldOnlyBy(std::uint64_t inode, const std::vector<Pid>& pids);

} // namespace ipclab
