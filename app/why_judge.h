// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/findings.h"
#include "ipc-core/analysis/wait.h"
#include "ipc-core/survey/double_look.h"
#include "ipc-core/world/world.h"

#include <algorithm>

namespace ipclab {

inline World worldOf(const LogView& log)
{
    World world;
    while (world.applied < log.size())
        apply(world, log[world.applied]);
    return world;
}

inline bool isAtEventfd(const World& world, const Process& process, const CallInProgress& call)
{
    const auto isOne = [&](int fd) {
        const Descriptor* const descriptor = world.descriptor(process.pid, fd);
        const Channel* const channel = descriptor ? world.channel(descriptor->channel) : nullptr;
        return channel && channel->kind == ChannelKind::Eventfd;
    };
    return (call.fd && isOne(*call.fd)) || std::ranges::any_of(call.fds, isOne);
}

// What a survey asks for findings: those of the World that its log folds to.
inline Judgement judge(const LogView& log)
{
    const World world = worldOf(log);
    Judgement judgement { findings(world), {}, {}, false };
    for (const Tid tid : stuckThreads(world)) {
        const Process* const process = world.processOf(tid);
        const auto& call = process->threads.at(tid).call;
        judgement.stuck.emplace(process->pid, tid);
        if (!call || reasonOf(*call) != WaitReason::Lock || call->fd)
            judgement.reliant.insert(process->pid);
        judgement.atEventfd = judgement.atEventfd || (call && isAtEventfd(world, *process, *call));
    }
    return judgement;
}

} // namespace ipclab
