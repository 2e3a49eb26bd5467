// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/findings.h"
#include "ipc-core/analysis/wait.h"
#include "ipc-core/survey/double_look.h"
#include "ipc-core/world/world.h"

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
    Judgement judgement { findings(world), {}, {} };
    for (const Tid tid : stuckThreads(world)) {
        const Process* const process = world.processOf(tid);
        const auto& call = process->threads.at(tid).call;
        judgement.stuck.emplace(process->pid, tid);
        if (!call || reasonOf(*call) != WaitReason::Lock || call->fd)
            judgement.reliant.insert(process->pid);
    }
    return judgement;
}

} // namespace ipclab
