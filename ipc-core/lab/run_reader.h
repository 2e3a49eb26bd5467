// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/table_reader.h"

namespace ipclab {

LabSwitch readSwitch(const TomlNode& node, const ProblemList& problems);

// Reads one `[[run]]`; checks that the programs of the folder it names are there. The lab must have
// its switches and sources by now; a switch that chooses a wiring is marked so.
LabRun readRun(const TomlNode& node, Lab& lab, const ProblemList& problems);

} // namespace ipclab
