// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <set>
#include <vector>

namespace ipclab {

class Present;

// Sets of processes that can never go on: a function of the World alone. The World must be one in
// which every waiting thread was seen asleep twice (capture does that): a verdict is proved.
//
// The rule is a least fixpoint. Live are the threads that run, whose wait ends by time, or that can
// be woken from outside; then each that a live one could wake. Who remains is stuck. Of those, the
// groups that wait only for themselves are the cause (one finding each); others are their victims.
std::vector<Finding> deadlocks(const World& world);
std::vector<Finding> deadlocks(const World& world, const Present& present); // of that World
std::set<Tid> stuckThreads(const World& world); // those in one, and those who wait for them

// All that is the matter at this moment, in a fixed order: deadlocks, readers that wait for bytes
// their writer still keeps, zombies, orphans that live on, and who wrote where nobody reads.
std::vector<Finding> findings(const World& world);

} // namespace ipclab
