// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// Bytes on their way in one direction, in the kernel.
struct Queue {
    std::uint64_t bytes = 0; // waiting to be read
    std::optional<std::uint64_t> capacity; // unknown until measured
    std::uint64_t written = 0; // since the channel exists
    std::uint64_t read = 0;
    bool measured = false; // a level was said, and not only counted
    std::uint64_t dropped = 0; // of messages that were read in part: it is gone
    // Those that wait are too few to end a wait: there have to be so many. Known until the next.
    std::optional<std::uint64_t> least {};

    [[nodiscard]] bool endsAWait() const { return bytes > 0 && (!least || bytes >= *least); }
    bool operator==(const Queue&) const = default;
};

// An end of a channel that is on its way through a socket, SCM_RIGHTS of unix(7): no process has a
// descriptor for it, and yet it is open.
struct EndInFlight {
    ChannelId channel;
    Access access = Access::ReadWrite;
    End end = End::First;
    End at = End::First; // of the socket: where it waits to be received
    bool operator==(const EndInFlight&) const = default;
};

// A process that is not watched, and had an end of a channel when that was looked for.
struct Stranger {
    Pid pid;
    std::string name;
    End end = End::First;
    bool operator==(const Stranger&) const = default;
};

// What one process has moved, by the queue.
struct Mover {
    Pid pid;
    std::array<std::uint64_t, 2> written {};
    std::array<std::uint64_t, 2> read {};
    bool operator==(const Mover&) const = default;
};

// Anything bytes or wake-ups pass through. A pipe uses the queue at its First end only; a socket
// and a pseudo-terminal one at each end.
struct Channel {
    ChannelId id;
    ChannelKind kind = ChannelKind::Pipe;
    unsigned ordinal = 0; // the how-manieth of its kind in this run, from 1: "pipe A" is 1
    std::string name;
    bool outside = false; // processes that we do not watch may hold an end
    std::vector<Stranger> strangers; // of those, whom we found
    // One socket that is not half of a connection: whoever knows its address sends to it, udp(7),
    // unix(7). What waits in it is at the First end.
    bool datagram = false;
    bool messages = false; // half of it sends datagrams to the other: socketpair(2), SOCK_DGRAM
    static constexpr std::size_t kMostMovers = 64;
    std::vector<Mover> movers; // who wrote or read, the first few
    std::vector<Pid> senders; // who sent to it from sockets of their own, the first few
    std::array<Queue, 2> queues;
    std::vector<EndInFlight> inFlight; // through it
    std::size_t travelling = 0; // how many of its own ends are in flight through any
    std::array<bool, 2> held {}; // by End: a process had a descriptor for it at some time
    std::string local, remote; // addresses, once bound or connected
    std::optional<int> backlog; // it listens
    ChannelId listener; // connected, but not accepted: it waits at that one
    Nanoseconds createdAt = 0;
    Nanoseconds movedAt = 0; // when bytes last moved

    [[nodiscard]] const Queue& queueAt(End end) const { return queues[indexOf(end)]; }
    [[nodiscard]] bool oneWay() const { return isOneWay(kind); }
    // The queue that a read at `end` takes from, and the one that a write at `end` fills.
    [[nodiscard]] End readQueue(End end) const { return oneWay() ? End::First : end; }
    [[nodiscard]] End writeQueue(End end) const { return oneWay() ? End::First : otherEnd(end); }
    [[nodiscard]] bool countsFromLevel() const
    {
        return kind == ChannelKind::Pty || datagram || outside;
    }
    // What a read of no bytes is: nothing but a message without any, or end of file.
    [[nodiscard]] bool carriesMessages() const { return datagram || messages; }
    // Counts a transfer done at `end`; `dropped`: of the message read, what nobody will read.
    void noteWritten(Pid by, End end, std::uint64_t count, Nanoseconds at);
    void noteRead(Pid by, End end, std::uint64_t count, std::uint64_t dropped, Nanoseconds at);
    [[nodiscard]] const Mover* moverOf(Pid pid) const; // nullptr: it moved nothing, or came late
    [[nodiscard]] bool carriesBytes() const { return ipclab::carriesBytes(kind); }
    [[nodiscard]] bool twoWay() const
    {
        return kind == ChannelKind::Pty || kind == ChannelKind::Unix || kind == ChannelKind::Tcp;
    }
    bool operator==(const Channel&) const = default;

private:
    Mover* moverFor(Pid pid);
};

std::uint64_t heldMemory(const Channel& channel); // about, beyond itself

} // namespace ipclab
