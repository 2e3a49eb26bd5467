// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/call.h"

namespace ipclab {

// Who waits in one waits for nobody but the clock: sleep(3) makes such a call. Any thread.
inline bool isSleep(Call call)
{
    return call == Call::Nanosleep || call == Call::ClockNanosleep;
}

} // namespace ipclab
