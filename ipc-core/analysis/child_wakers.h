// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/waker_set.h"

#include <optional>

namespace ipclab {

// Whose end ends a wait for a child, wait(2): of that one, or of any (-1); nothing: something else
// than an end is waited for. `since`: when the wait began.
void findChildWakers(const World& world, const Present* present, const Process& parent,
    std::optional<Pid> wanted, Nanoseconds since, WakerSet& found);

} // namespace ipclab
