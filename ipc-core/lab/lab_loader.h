// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/lab_problem.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace ipclab {

constexpr std::size_t kMostLabFileBytes = std::size_t { 256 } << 10;
constexpr std::size_t kMostLabItems = 64; // steps, runs, switches, conditions, arguments, …
constexpr std::size_t kMostLabTextBytes = 4096; // of a text in lab.toml

// The lab, or all that is wrong with it, in the order of file and line (at most 100 problems).
using LoadResult = std::variant<Lab, Problems>;

// Reads lab.toml, the guides and the names of the programs. The folder is not trusted: everything
// is bounded, and nothing outside of it is read. Any thread.
LoadResult loadLab(const std::string& folder);

// The folders within `folders` that have a lab.toml, sorted by name; of two with the same name the
// one in the earlier folder, and none whose name begins with a dot. Folders that do not exist are
// passed over. Whether they load is for loadLab to say.
std::vector<std::string> findLabs(const std::vector<std::string>& folders);

} // namespace ipclab
