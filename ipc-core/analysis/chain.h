// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/wait.h"
#include "ipc-core/world/world.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

// Why a chain of waits goes no further at a process.
enum class ChainEnd : std::uint8_t {
    Running, // it waits for nobody
    AboutToGoOn, // what it waits for is there
    Time,
    Person, // who types at a terminal
    Connection, // accept: that somebody connects
    Peer, // connect, open of a FIFO: that the other side comes
    Signal,
    Datagram, // of whoever sends one
    Files, // that one changes which is watched, inotify(7)
    Device,
    Disk, // it cannot be interrupted, not even by a signal
    Stopped,
    Traced, // stopped by who traces it
    Ended, // a zombie
    Refused, // what it does may not be seen
    NotLookedAt, // there were too many
    Unseen, // of a process that cannot be seen
    Ourselves,
    Itself, // for another thread of its own
    Unknown, // a call that is not understood
};

// One process of a chain: each is in it once, where it is met first.
struct ChainLink {
    Pid pid;
    unsigned depth = 0; // steps from the first process
    std::vector<Wait> waits; // of its threads, the first thread's first; empty: none waits
    std::vector<Pid> wakers; // other processes that could end one of them, ascending
    std::vector<Tid> stuck; // its threads that wait for a deadlock that is proved, ascending
    std::optional<ChainEnd> end; // nothing: it goes on with the wakers
};

struct Chain {
    std::vector<ChainLink> links; // depth first; never empty
    bool stuck = false; // all threads of the first process wait for a deadlock that is proved
};

// Who waits for whom, from one process on: a function of the World.
Chain chainFrom(const World& world, Pid first);

} // namespace ipclab
