// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

namespace ipclab {

// Has nobody of the process's group a parent who is in another group of the same session, as a
// shell is? There SIGTSTP, SIGTTIN and SIGTTOU stop nobody by default: who could continue it is not
// there, setpgid(2). Where that cannot be told, no. Any thread.
bool isInOrphanedGroup(Pid pid);

} // namespace ipclab
