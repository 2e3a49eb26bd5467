// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lanes/lane_feed.h"

#include <set>
#include <vector>

namespace ipclab {

// A lane as it stands in the panel.
struct LaneRow {
    std::uint32_t lane = 0;
    int depth = 0; // in the family
    bool thread = false; // not the first of its process
    std::size_t threads = 0; // of the process, without the first; those may be folded away
    bool folded = false;
    bool operator==(const LaneRow&) const = default;
};

// In the order of the family: a process, its threads, its children, each in the order in which they
// came. `folded`: the lanes of processes whose threads are not shown.
std::vector<LaneRow> laneRows(
    const std::vector<Lane>& lanes, const std::set<std::uint32_t>& folded);

} // namespace ipclab
