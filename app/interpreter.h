// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ipclab {

// The interpreter that a lab's word ("python3") means: the first on PATH that is a program itself.
// A shim (a shell script that looks for the right version) would put dozens of its own processes
// and pipes on the map. The word as it is, when there is none or it has a slash.
std::string interpreterNamed(const std::string& word);

} // namespace ipclab
