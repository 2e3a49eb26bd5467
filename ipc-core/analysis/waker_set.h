// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/wait.h"

#include <set>
#include <vector>

namespace ipclab {

// It has a ring, io_uring(7): what it waits for, and does, is not to be seen.
bool isOpaque(const World& world, const Process& process);

// Whom a wait may be ended by, as they are found, in the lists of the wait itself. Who may do
// anything makes it external. Points into the World, and into the wait.
class WakerSet {
public:
    WakerSet(const World& world, const Present* present, const Process& waiting, Wait& wait)
        : m_world(world)
        , m_present(present)
        , m_waiting(waiting)
        , m_wait(wait)
    {
    }

    void externalIf(bool so) { m_wait.external = m_wait.external || so; }
    void add(const std::vector<Holder>& holders);
    void add(Tid owner) { m_wait.wakers.push_back(owner); }
    void addThreads(const Process& process);
    void addHoldersOf(ChannelId channel);
    void addAllOthers(); // any thread may come, save the one that waits
    void addOther(Pid pid); // by other means
    void addEverybody(); // the same
    void order();

    // As those of the World, of those that are present.
    [[nodiscard]] std::vector<Holder> writersOf(ChannelId id, End end) const;
    [[nodiscard]] std::vector<Holder> readersOf(ChannelId id, End end) const;
    [[nodiscard]] const Process* processOf(Tid tid) const;

private:
    void noteUnknown(const Process& process);

    const World& m_world;
    const Present* m_present;
    const Process& m_waiting;
    Wait& m_wait;
    std::set<Pid> m_noted; // by noteUnknown
};

} // namespace ipclab
