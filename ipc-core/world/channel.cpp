// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/channel.h"

#include <algorithm>

namespace ipclab {

namespace {

// A reader's return may be seen before its writer's: the totals come right whatever the order.
std::uint64_t difference(const Queue& queue)
{
    return queue.written - std::min(queue.written, queue.read + queue.dropped);
}

} // namespace

// The totals do not tell the level where bytes come and go otherwise too: a terminal echoes and
// makes two bytes of a newline, termios(3); to a datagram socket anyone may send; and of what
// others do who are not seen only the level may be known. There each transfer counts from the level
// last known.

void Channel::noteWritten(Pid by, End end, std::uint64_t count, Nanoseconds at)
{
    const std::size_t into = indexOf(writeQueue(end));
    if (Mover* const mover = moverFor(by))
        mover->written.at(into) += count;
    Queue& queue = queues.at(into);
    queue.written += count;
    queue.least.reset();
    movedAt = at;
    if (datagram && end == End::First) // to one that we do not watch
        return;
    queue.bytes = countsFromLevel() ? queue.bytes + count : difference(queue);
}

void Channel::noteRead(Pid by, End end, std::uint64_t count, std::uint64_t dropped, Nanoseconds at)
{
    const std::size_t from = indexOf(readQueue(end));
    if (Mover* const mover = moverFor(by))
        mover->read.at(from) += count;
    Queue& queue = queues.at(from);
    queue.read += count;
    queue.least.reset();
    queue.dropped += dropped;
    queue.bytes = countsFromLevel() ? queue.bytes - std::min(queue.bytes, count + dropped)
                                    : difference(queue);
    if (count + dropped > 0)
        movedAt = at;
}

const Mover* Channel::moverOf(Pid pid) const
{
    const auto found = std::ranges::find(movers, pid, &Mover::pid);
    return found == movers.end() ? nullptr : &*found;
}

Mover* Channel::moverFor(Pid pid)
{
    const auto found = std::ranges::find(movers, pid, &Mover::pid);
    if (found != movers.end())
        return &*found;
    return movers.size() < kMostMovers ? &movers.emplace_back(pid) : nullptr;
}

std::uint64_t heldMemory(const Channel& channel)
{
    std::uint64_t memory = channel.name.size() + channel.local.size() + channel.remote.size()
        + channel.movers.size() * sizeof(Mover) + channel.senders.size() * sizeof(Pid)
        + channel.inFlight.size() * sizeof(EndInFlight);
    for (const Stranger& stranger : channel.strangers)
        memory += stranger.name.size() + sizeof stranger;
    return memory;
}

} // namespace ipclab
