// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/fullest_moment.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace ipclab {

std::optional<Nanoseconds> fullestMoment(const World& end, Nanoseconds at)
{
    struct Change {
        Nanoseconds at = 0;
        int by = 0; // so many more live
    };
    std::vector<Change> changes;
    for (const auto& [pid, process] : end.processes) {
        if (process.self)
            continue;
        changes.push_back({ process.startedAt, 1 });
        if (process.ending)
            changes.push_back({ process.ending->at, -1 });
    }
    std::ranges::sort(changes, {}, [](const Change& one) { return std::pair(one.at, -one.by); });

    std::optional<Nanoseconds> fullest;
    int most = 0;
    Nanoseconds longest = 0;
    int living = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Nanoseconds from = changes[i].at;
        if (living == 0 && from > at)
            break; // the next run
        if (living == 0)
            most = 0;
        living += changes[i].by;
        const Nanoseconds length = (i + 1 < changes.size() ? changes[i + 1].at : end.now) - from;
        if (living < most || (living == most && length <= longest))
            continue;
        most = living;
        longest = length;
        fullest = from + length / 2;
    }
    return fullest;
}

} // namespace ipclab
