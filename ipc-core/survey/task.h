// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"
#include "ipc-core/capture/proc_parse.h"

#include <optional>
#include <string>
#include <vector>

// What /proc says of a task of anybody's at one moment; nothing of it is kept open. Any thread.
namespace ipclab {

std::optional<TaskStat> statOf(Pid pid); // of its first thread; nothing: it is gone
std::optional<TaskStat> statOf(Pid pid, Tid tid);
std::optional<TaskStatus> statusOf(Pid pid, Tid tid);
// EPERM, EACCES: only who may trace it may see it, proc(5).
Result<TaskCall> callOf(Pid pid, Tid tid);
std::vector<Tid> threadsOf(Pid pid); // at most kMostThreads
bool isOf64Bits(Pid pid); // its program; what cannot be read is taken to be

constexpr std::size_t kMostThreads = 4096;

} // namespace ipclab
