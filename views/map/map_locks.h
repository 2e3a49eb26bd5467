// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_graph.h"

#include <vector>

namespace ipclab {

// The locks that somebody waits for, and who has them: they are added to what is drawn. Of a mutex
// and of a file it is known who has it; of a semaphore and a condition it is not. What one thread
// alone waits for in memory of its own process cannot be told from having nothing to do: of those
// the first few are drawn, after all others.
void addLocks(MapGraph& graph, const World& world);

// Is a thread that waits for it, or has it, one of those that can never go on?
bool isInDeadlock(const World& world, const MapLock& lock);

// Whose wait for that lock began the list; nobody's where it is not drawn.
Pid firstWaiter(const MapGraph& graph, const World& world, const MapNode& lock);

constexpr std::size_t kMostLocks = 12; // those in a deadlock first, then who has waited longest
constexpr std::size_t kMostAlone = 4; // of them, where it may be that nothing is to be done

} // namespace ipclab
