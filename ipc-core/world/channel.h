// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// Bytes on their way in one direction, in the kernel.
struct Queue {
    std::uint64_t bytes = 0; // waiting to be read
    std::optional<std::uint64_t> capacity; // unknown until measured
    std::uint64_t written = 0; // since the channel exists
    std::uint64_t read = 0;
    bool measured = false; // a level was said, and not only counted

    bool operator==(const Queue&) const = default;
};

// Anything bytes or wake-ups pass through. A pipe uses the queue at its First end only; a socket
// and a pseudo-terminal one at each end.
struct Channel {
    ChannelId id;
    ChannelKind kind = ChannelKind::Pipe;
    unsigned ordinal = 0; // the how-manieth of its kind, from 1: "pipe A" is 1
    std::string name;
    bool outside = false; // processes that we do not watch may hold an end
    std::array<Queue, 2> queues;
    std::string local, remote; // addresses, once bound or connected
    std::optional<int> backlog; // it listens
    ChannelId listener; // connected, but not accepted: it waits at that one
    Nanoseconds createdAt = 0;
    Nanoseconds movedAt = 0; // when bytes last moved

    [[nodiscard]] const Queue& queueAt(End end) const { return queues[indexOf(end)]; }
    [[nodiscard]] bool oneWay() const
    {
        return kind == ChannelKind::Pipe || kind == ChannelKind::Fifo;
    }
    // The queue that a read at `end` takes from, and the one that a write at `end` fills.
    [[nodiscard]] End readQueue(End end) const { return oneWay() ? End::First : end; }
    [[nodiscard]] End writeQueue(End end) const { return oneWay() ? End::First : otherEnd(end); }
    // Counts a transfer done at `end`.
    void noteWritten(End end, std::uint64_t count, Nanoseconds at);
    void noteRead(End end, std::uint64_t count, Nanoseconds at);
    [[nodiscard]] bool carriesBytes() const
    {
        return kind <= ChannelKind::Udp; // pipe, fifo, pty, unix, tcp, udp
    }
    [[nodiscard]] bool twoWay() const
    {
        return kind == ChannelKind::Pty || kind == ChannelKind::Unix || kind == ChannelKind::Tcp;
    }
    bool operator==(const Channel&) const = default;
};

} // namespace ipclab
