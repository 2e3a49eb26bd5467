// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/table_reader.h"

namespace ipclab {

// The keys of a condition that say which event is wanted: `seen`, `of` or `by`, `count`, `signal`,
// `where` and `has`. Fields that the event does not have are problems.
EventWanted readEvent(TableReader& table);

} // namespace ipclab
