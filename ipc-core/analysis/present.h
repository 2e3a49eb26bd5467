// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <map>
#include <vector>

namespace ipclab {

// The processes of a World that have not gone, and who of them holds what: made once, where many
// waits are looked at, so that each costs what it concerns, and not all that there ever was. Points
// into the World, which has to stay as it is.
class Present {
public:
    explicit Present(const World& world);

    [[nodiscard]] const std::vector<const Process*>& processes() const { return m_processes; }
    [[nodiscard]] const std::vector<const Process*>& childrenOf(Pid pid) const;
    [[nodiscard]] const Process* processOf(Tid tid) const; // the one with that living thread
    // As those of the World.
    [[nodiscard]] std::vector<Holder> readers(ChannelId id, End end) const;
    [[nodiscard]] std::vector<Holder> writers(ChannelId id, End end) const;
    [[nodiscard]] std::vector<Pid> holdersOf(ChannelId id) const; // each once, ascending

private:
    struct Held {
        ChannelId channel;
        Holder by;
        const Descriptor* descriptor = nullptr;
    };
    template <typename Takes>
    [[nodiscard]] std::vector<Holder> holders(ChannelId id, const Takes& takes) const;

    const World* m_world;
    std::vector<const Process*> m_processes; // ascending
    std::vector<Held> m_held; // by channel, process and descriptor
    std::map<Pid, std::vector<const Process*>> m_children;
    std::map<Tid, const Process*> m_owners;
};

// Each process that has not gone, or only the children of one; without a `present` the World is
// looked through.
template <typename Take>
void eachPresent(const World& world, const Present* present, const Take& take)
{
    if (present) {
        for (const Process* const process : present->processes())
            take(*process);
        return;
    }
    for (const auto& [pid, process] : world.processes) {
        if (process.state() != ProcessState::Gone)
            take(process);
    }
}
template <typename Take>
void eachChild(const World& world, Pid parent, const Present* present, const Take& take)
{
    if (present) {
        for (const Process* const child : present->childrenOf(parent))
            take(*child);
        return;
    }
    eachPresent(world, nullptr, [&](const Process& process) {
        if (process.parent == parent && process.pid != parent)
            take(process);
    });
}

} // namespace ipclab
