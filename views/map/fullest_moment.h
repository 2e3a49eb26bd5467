// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <optional>

namespace ipclab {

// Of the run that went on at `at`, or was last then: the middle of the longest time in which as
// many processes lived as in no other. `end`: the World after all of it. Nothing: no run had begun.
std::optional<Nanoseconds> fullestMoment(const World& end, Nanoseconds at);

} // namespace ipclab
