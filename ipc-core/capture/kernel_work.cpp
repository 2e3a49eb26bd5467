// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/kernel_work.h"

#include "ipc-core/capture/proc_maps.h"

#include <string>

namespace ipclab {

bool kernelMayWorkFor(Pid pid)
{
    const std::string maps = mapsOf(pid);
    return maps.find("/[aio]") != std::string::npos || maps.find("[io_uring]") != std::string::npos;
}

} // namespace ipclab
