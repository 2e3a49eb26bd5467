// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/table_reader.h"

namespace ipclab {

// Reads one `[[step]]`. The lab must have its runs and switches by now.
LabStep readStep(const TomlNode& node, const Lab& lab, const ProblemList& problems);

} // namespace ipclab
