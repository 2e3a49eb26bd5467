// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/chain.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <set>

namespace ipclab {

// Both to stdout. The chain indented, each process in its colour where stdout is a terminal; the
// verdict is the last line. Keepers: may have bytes in buffers of their own that nobody sees.
void printWhy(const World& world, const Chain& chain, Pid asked, const std::set<Pid>& keepers);
void printWhyEvents(const LogView& log); // one a line, as in a session file

} // namespace ipclab
