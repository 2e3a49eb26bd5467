// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ipclab {

class Present;

enum class WaitReason : std::uint8_t {
    Data, // a read, and nothing to read
    Room, // a write, and no room
    Connection, // accept
    Peer, // connect, or open of a FIFO
    Child, // a child's end
    Lock,
    Time, // a sleep
    Signal,
    Any, // poll and its kin
    Completion, // of what the kernel was given to do: io_uring(7), io_getevents(2)
    Other,
};

WaitReason reasonOf(const CallInProgress& call);

// Why one thread does not go on, as facts.
struct Wait {
    Pid pid;
    Tid tid;
    Call call = Call::Unknown;
    WaitReason reason = WaitReason::Other;
    std::optional<int> fd;
    ChannelId channel;
    End queue = End::First; // of the channel: where it waits for data or for room
    Nanoseconds since = 0;
    std::optional<Nanoseconds> until; // it ends by itself then
    std::optional<Pid> child; // waited for; -1 is any
    std::optional<LockWait> lock;
    // Who could end it, over-estimated: any one of these threads, or any one thread of these living
    // processes, suffices. Each list ascending.
    std::vector<Tid> wakers;
    std::vector<Pid> wakerPids;
    std::vector<Pid> otherPids; // by other means: a signal that is handled, shutdown(2)
    // So could any living process that we watch, by a signal that nobody sends as a rule: it has a
    // handler for that, or waits for a child to be stopped, too.
    bool bySignal = false;
    // It is an interpreter's, which ends it on SIGINT, whatever it runs: so could any whom nothing
    // keeps from going on. (Of those who wait themselves it is not to be expected.)
    bool byInterrupt = false;
    bool forSignal = false; // only a signal ends it, pause(2), and none is known to come
    // It can end without any of these: by time, by a person, by a process we do not watch.
    bool external = false;
};

// Nothing for a thread that is not in a call that may block, or that the person holds.
// (`present` is of that World: with it, of many waits each costs less.)
std::optional<Wait> waitOf(const World& world, const Process& process, const Thread& thread,
    const Present* present = nullptr);

// The wait a person means by "why does it wait": that of the first thread, when all threads wait.
std::optional<Wait> waitOf(
    const World& world, const Process& process, const Present* present = nullptr);

// Those of `wakers` and `wakerPids` as processes, and as threads; each once, ascending.
std::vector<Pid> wakerProcesses(const World& world, const Wait& wait);
std::vector<Tid> wakerThreads(const World& world, const Wait& wait);

} // namespace ipclab
