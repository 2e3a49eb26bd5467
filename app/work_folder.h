// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/lab/launch_plan.h"

#include <string>

namespace ipclab {

// Makes `path` a folder that has a link to each of a lab's files and programs and nothing else: its
// programs run there, so that a FIFO or a file that they make by a plain name is private, and is
// gone with the next run. Errors: step "mkdir", "unlink" or "symlink", subject the path.
Status renewWorkFolder(const std::string& path, const ProgramFolders& folders);

} // namespace ipclab
