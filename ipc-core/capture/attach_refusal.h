// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// Why a process that runs already cannot be watched, ptrace(2), "Ptrace access mode checking".
enum class AttachRefusal : std::uint8_t {
    Gone, // no process has that number
    Ended, // it has ended, and nobody has waited for it
    Ourselves,
    Watched, // it is watched here already
    Kernel, // a thread of the kernel
    Traced, // another traces it: there is one tracer to a process
    NotOurs, // it is another user's
    Privileged, // its program was given another user's rights, or more, execve(2)
    Closed, // it keeps others out: PR_SET_DUMPABLE of prctl(2), or its file may not be read
    Descendants, // Yama lets us trace only what we have started: ptrace_scope 1
    Administrator, // ptrace_scope 2
    Nobody, // ptrace_scope 3
    Ancestor, // we were started by it, or by who was: said beforehand, and never by Capture
    Unknown, // a security module, a container
};

// The name, comm of proc(5), of the process that cleans up after us.
constexpr const char* kJanitorName = "ipclab-janitor";

struct AttachFacts {
    bool exists = false;
    bool ended = false;
    bool ours = false; // is it we, or what cleans up after us
    bool kernel = false;
    Pid tracer;
    std::uint32_t realUser = 0;
    std::uint32_t effectiveUser = 0;
    std::uint32_t owner = 0; // of its files in /proc: root where it is not dumpable, proc(5)
    std::uint32_t us = 0;
    int scope = 0; // /proc/sys/kernel/yama/ptrace_scope; 0 where there is none
};
AttachFacts attachFacts(Pid pid);

// Before it is tried: nothing, or why it makes no sense.
std::optional<AttachRefusal> attachHopeless(const AttachFacts& facts);
// The kernel has refused it.
AttachRefusal attachRefused(const AttachFacts& facts);

std::string_view name(AttachRefusal); // "gone", "ended", …
std::optional<AttachRefusal> attachRefusalNamed(std::string_view name);

} // namespace ipclab
