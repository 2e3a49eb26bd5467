// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/stream_target.h"
#include "ipc-core/world/world.h"

namespace ipclab {

// Whether a state is true of a World; histories are not, here: they are the watch's. `target`
// follows the stream of a fact that has one.
bool isSo(
    const Fact& fact, const World& world, const SwitchValues& switches, const StreamTarget* target);

} // namespace ipclab
