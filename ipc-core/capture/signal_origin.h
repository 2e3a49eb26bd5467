// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"
#include "ipc-core/events/event_bodies.h"

#include <cstdint>
#include <string>

namespace ipclab {

// What the kernel says of where a signal came from: siginfo_t, sigaction(2).
struct SignalInfo {
    int code = 0; // si_code
    std::int32_t pid = 0; // si_pid, which counts where a process sent it
};

// Whom a signal came from that the process is about to take, where no call of the watched sent it.
// To be asked once those are told. `name` keeps what the result points to. Capture thread only.
SignalOrigin originOf(const TracedProcess& process, const Tracees& tracees, int signal,
    const SignalInfo& info, std::string& name);

} // namespace ipclab
