// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/launch_plan.h"

#include <QString>

#include <string>
#include <vector>

namespace ipclab {

// Where things are: beside the program once it is installed (share/ipclab), else in the sources.
std::string probeFolder(); // of the Python probe
std::string skeletonFolder(); // what a new lab is made of
QString userDataFolder(); // ipclab in the user's data: labs, what is trusted, progress
std::string builtInLabsFolder(); // of those that come with IPC Lab
bool isBuiltIn(const std::string& labFolder); // it lies there
std::vector<std::string> labFolders(); // those that hold labs, the user's own first
ProgramFolders programFoldersOf(const std::string& labFolder);

} // namespace ipclab
