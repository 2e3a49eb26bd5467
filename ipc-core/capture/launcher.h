// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/capture.h"

#include <linux/filter.h>
#include <sys/ptrace.h>
#include <sys/types.h>

#include <span>

namespace ipclab {

// Where all that is watched stops, ptrace(2); what is launched, at its filter's calls besides.
constexpr long kTracedAlways = PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK
    | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_TRACEVFORKDONE | PTRACE_O_TRACEEXIT;

// A child of ours that is seized by ptrace and about to execute its command.
struct LaunchedChild {
    Pid pid;
    UniqueFd failure; // the read end: what kept it from executing, or nothing
};

// Forks, seizes and lets go, unless the kernel is one that we cannot do with. Capture thread only:
// ptrace(2) binds a tracee to that thread.
Result<LaunchedChild> launchTraced(
    const LaunchSpec& spec, std::span<sock_filter> filter, const std::string& probeFolder);

// Asks a seized child what we cannot do without; for all else there is a slower way, or a fact is
// unknown. Leaves it stopped. Errors: step "kernel", with what is missing.
Status kernelTellsEnough(pid_t seized);

// What the child said of its failure: call after it has ended without executing. ECANCELED: it did
// not fail, a signal ended it first.
Error launchFailure(const UniqueFd& failure, const LaunchSpec& spec, bool killed);

// The file that a command's first word names, as a shell looks it up in PATH. Errors: ENOENT,
// EACCES of execve(2), with the word as the subject.
Result<std::string> findCommand(const std::string& word, const std::string& folder);

} // namespace ipclab
