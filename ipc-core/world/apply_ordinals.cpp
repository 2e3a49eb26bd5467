// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/applier.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ipclab {

// When nobody is left of a run, the channels of the next are numbered from 1 again, or from after
// those that somebody may still have: ourselves, processes that we do not watch, and whoever is
// about to be started with what was made since.
void Applier::restartOrdinals() const
{
    if (!mayLook(m_world.processes.size() + m_world.channels.size()) || m_world.anybodyLives())
        return;
    Nanoseconds ended = -1; // nobody has
    for (const auto& [pid, process] : m_world.processes) {
        if (!process.self && process.ending)
            ended = std::max(ended, process.ending->at);
    }
    if (ended < 0)
        return;
    std::map<ChannelKind, unsigned> taken;
    const auto take = [&](const Channel& channel) {
        unsigned& most = taken[channel.kind];
        most = std::max(most, channel.ordinal);
    };
    for (const auto& [id, channel] : m_world.channels) {
        if (channel.outside || channel.createdAt >= ended)
            take(channel);
    }
    if (const Process* const self = m_world.self()) {
        for (const auto& [fd, descriptor] : self->descriptors) {
            if (const Channel* const held = m_world.channel(descriptor.channel))
                take(*held);
        }
    }
    m_world.ordinals = std::move(taken);
}

} // namespace ipclab
