// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"
#include "ipc-core/capture/proc_parse.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

// What /proc says of a task of anybody's at one moment; nothing of it is kept open. Any thread.
namespace ipclab {

std::optional<TaskStat> statOf(Pid pid); // of its first thread; nothing: it is gone
std::optional<TaskStat> statOf(Pid pid, Tid tid);
std::optional<TaskStatus> statusOf(Pid pid, Tid tid);
// When the session that it is in began, credentials(7), or itself, in clock ticks since boot: who
// is older has inherited nothing of it. 0: not known.
std::uint64_t beginOfSession(Pid pid);
// EPERM, EACCES: only who may trace it may see it, proc(5).
Result<TaskCall> callOf(Pid pid, Tid tid);
std::vector<Tid> threadsOf(Pid pid, std::size_t most = 4096); // ascending
bool isOf64Bits(Pid pid); // its program; what cannot be read is taken to be

} // namespace ipclab
