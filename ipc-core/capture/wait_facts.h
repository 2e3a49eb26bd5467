// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/events/event_bodies.h"

#include <optional>
#include <vector>

namespace ipclab {

// What a call that waits waits for, read from its arguments: descriptors, child, how long. Nothing
// for a call that is not made to wait. `fds` is the memory that the answer's list points to.
std::optional<CallEntered> waitFacts(Tid tid, const OpenCall& call, std::vector<int>& fds);

bool namesDescriptor(Call call); // its first argument is a descriptor

} // namespace ipclab
