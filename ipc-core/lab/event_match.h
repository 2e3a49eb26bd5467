// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"
#include "ipc-core/lab/stream_target.h"
#include "ipc-core/world/world.h"

namespace ipclab {

// Whether an event is what a lab wants. `target` follows the stream of `wanted`; `after` is the
// World after the event. Fields are compared as a session file has them; one that is absent there
// equals false and nothing else.
bool matches(
    const EventWanted& wanted, const StreamTarget& target, const World& after, const Event& event);

} // namespace ipclab
