// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"

#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// The lab that a session names, in the folders that hold labs; nothing where there is none, or none
// that loads. The name may be anything.
std::optional<Lab> knownLab(const std::vector<std::string>& folders, const std::string& id);

} // namespace ipclab
