// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/world/world.h"

#include <string>
#include <vector>

namespace ipclab {

// The channels at which a connection to that address may be accepted: those that listen there, or
// at any address of the machine, ip(7).
std::vector<ChannelId> listenersAt(const World& world, const std::string& address);

// Who has one of them, each once, ascending.
std::vector<Pid> acceptersAt(const World& world, const std::string& address);

} // namespace ipclab
