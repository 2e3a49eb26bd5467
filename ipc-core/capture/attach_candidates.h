// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/attach_refusal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// A process that runs already, as /proc tells of it. Nothing of it is stopped or changed to know
// this. Any thread.
struct AttachCandidate {
    Pid pid;
    Pid parent; // none: it is not to be seen
    std::string name; // comm, proc(5)
    std::string parentName; // empty: nobody knows
    std::string command; // words each ended by a NUL; empty: it has none
    std::uint64_t started = 0; // clock ticks since boot: with the pid, who it is
    bool ours = false; // our user's
    std::optional<AttachRefusal> refusal; // what is known before it is tried
    Pid tracer; // where it is traced
};

// Its refusal as Capture::attach says it: a word, and a pid where it has one. Empty: there is none.
std::string obstacleOf(const AttachCandidate& one);

// All but the kernel's threads, by their pids; at most 10 000.
std::vector<AttachCandidate> attachCandidates();
std::optional<AttachCandidate> attachCandidate(Pid pid); // nothing: there is no such process

} // namespace ipclab
