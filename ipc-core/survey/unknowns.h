// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"

namespace ipclab {

// What a survey cannot tell. Any thread.

// Can it be read how many bytes are in a channel? That takes pidfd_open(2) and pidfd_getfd(2),
// Linux 5.6. Without, levels are absent. Error: step survey_levels, the call that is refused.
Status levelsAreReadable();

// Whether it may keep bytes in buffers that the X-ray does not find without tracing it: its C
// library is none that is known (a static program, musl), or it is an interpreter with buffers of
// its own. Some tens of microseconds; of Python some milliseconds.
bool mayKeepUnseen(Pid pid);

} // namespace ipclab
