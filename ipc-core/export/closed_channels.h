// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/world/world.h"

#include <vector>

namespace ipclab {

// Of which channels an event closes a descriptor, in the World before it; one may be there twice.
std::vector<ChannelId> channelsClosedBy(const World& before, const Event& event);

} // namespace ipclab
