// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/findings.h"
#include "ipc-core/survey/double_look.h"
#include "ipc-core/world/world.h"

#include <algorithm>
#include <set>

namespace ipclab {

inline World worldOf(const LogView& log)
{
    World world;
    while (world.applied < log.size())
        apply(world, log[world.applied]);
    return world;
}

// What a survey asks for findings: those of the World that its log folds to.
inline Judgement judge(const LogView& log)
{
    const World world = worldOf(log);
    Judgement judgement { findings(world), {} };
    const std::set<Tid> stuck = stuckThreads(world);
    for (const auto& [pid, process] : world.processes) {
        if (std::ranges::any_of(
                process.threads, [&](const auto& thread) { return stuck.contains(thread.first); }))
            judgement.stuck.push_back(pid);
    }
    return judgement;
}

} // namespace ipclab
