// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <map>
#include <vector>

namespace ipclab {

// Who holds the ends of all channels of a World: as World::readers and writers, looked up once for
// all, so that many channels of many processes take no longer than they are. Points into the World.
class HolderList {
public:
    explicit HolderList(const World& world)
    {
        for (const auto& [pid, process] : world.processes) {
            for (const auto& [fd, descriptor] : process.descriptors)
                m_held[descriptor.channel].push_back({ { pid, fd }, &descriptor });
        }
    }

    [[nodiscard]] bool isOpen(ChannelId channel) const { return m_held.contains(channel); }
    [[nodiscard]] std::vector<Holder> readers(const Channel& channel, End queue) const
    {
        return those(channel, queue, readsFrom);
    }
    [[nodiscard]] std::vector<Holder> writers(const Channel& channel, End queue) const
    {
        return those(channel, queue, writesInto);
    }

private:
    struct Held {
        Holder holder;
        const Descriptor* descriptor = nullptr;
    };

    template <typename Takes>
    std::vector<Holder> those(const Channel& channel, End queue, const Takes& takes) const
    {
        std::vector<Holder> found;
        const auto all = m_held.find(channel.id);
        if (all == m_held.end())
            return found;
        for (const Held& one : all->second) {
            if (takes(channel, *one.descriptor, queue))
                found.push_back(one.holder);
        }
        return found;
    }

    std::map<ChannelId, std::vector<Held>> m_held;
};

} // namespace ipclab
