// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"

#include <optional>

namespace ipclab {

// What a call sets a timer to, alarm(2), setitimer(2), timer_settime(2). To be asked at its entry:
// what the timer was set to before may be written over it. Nothing: it is none of these calls.
std::optional<TimerSetting> timerSetting(Tid tid, const OpenCall& call);

// The call has succeeded: which of the process's timers of timer_create(2) are set now.
void noteTimer(TracedProcess& process, const OpenCall& call);

} // namespace ipclab
