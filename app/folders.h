// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/launch_plan.h"

#include <QString>

#include <string>
#include <vector>

namespace ipclab {

// Where things are, from the program's own folder on: what is installed works from any prefix, and
// never reads what it was built from. A build has a link to the sources there (share/ipclab).
std::string probeFolder(); // of the Python probe
std::string skeletonFolder(); // what a new lab is made of
QString userDataFolder(); // ipclab in the user's data: labs, what is trusted, progress
std::string builtInLabsFolder(); // of those that come with IPC Lab
bool isBuiltIn(const std::string& labFolder); // it lies there
std::vector<std::string> labFolders(); // those that hold labs, the user's own first
ProgramFolders programFoldersOf(const std::string& labFolder);

} // namespace ipclab
