// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/table_reader.h"

#include <optional>

namespace ipclab {

// Reads one condition: `{ pending = "child.stdout", above = 0 }`. Every problem is told; nothing is
// returned where no sense could be made of it.
std::optional<Condition> readCondition(
    const TomlNode& node, const Lab& lab, const ProblemList& problems);

} // namespace ipclab
