// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <string_view>

namespace ipclab {

// How a lab means a process:
//   "parent"    what was launched last for the run of that name; else the oldest living process of
//               a program of that name, else the one that ended last
//   "parent/2"  the second process that "parent" started, and so on: "parent/2/1"
const Process* processNamed(const World& world, std::string_view ref); // nullptr: there is none yet

// Whether that process is meant; by a program's name, each of its processes is.
bool isMeant(const World& world, const Process& process, std::string_view ref);

} // namespace ipclab
