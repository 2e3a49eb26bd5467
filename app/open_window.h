// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

namespace ipclab {

// Becomes the window's program, ipclab-window, which is beside this one: the same process, with the
// same words, streams and signals, so that whoever started us notices nothing. To be called before
// there is another thread or process. Returns only if that failed; the subject is its path.
Error becomeWindow(char** argv);

} // namespace ipclab
