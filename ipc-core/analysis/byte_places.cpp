// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/analysis/run_bytes.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

constexpr auto kPlaceNames
    = std::to_array<std::string_view>({ "writer", "kernel", "reader", "read" });

bool counts(const World& world, ChannelId id, std::optional<ChannelId> only)
{
    const Channel* const channel = world.channel(id);
    return channel && channel->carriesBytes() && (!only || id == *only);
}

// When the last program of the run before this one ended; 0: there was none.
Nanoseconds lastRunEnded(const World& world)
{
    std::vector<std::pair<Nanoseconds, Nanoseconds>> lives;
    for (const auto& [pid, process] : world.processes) {
        if (!process.self)
            lives.emplace_back(process.startedAt,
                process.ending ? process.ending->at : std::numeric_limits<Nanoseconds>::max());
    }
    std::ranges::sort(lives);
    Nanoseconds ended = 0;
    Nanoseconds latest = 0; // end of those so far
    for (const auto& [from, to] : lives) {
        if (latest > 0 && from > latest)
            ended = latest;
        latest = std::max(latest, to);
    }
    return ended;
}

BytePlaces placesIn(const World& world, std::optional<ChannelId> only, Nanoseconds after = 0)
{
    BytePlaces places;
    for (const auto& [id, channel] : world.channels) {
        if (!counts(world, id, only))
            continue;
        if (after > 0 && channel.movedAt <= after)
            continue;
        for (const Queue& queue : channel.queues) {
            places.kernel += queue.bytes;
            places.read += queue.read;
        }
    }
    for (const auto& [pid, process] : world.processes) {
        if (!process.alive())
            continue;
        for (const Stream& stream : process.streams) {
            const auto found = process.descriptors.find(stream.fd);
            if (found == process.descriptors.end() || !counts(world, found->second.channel, only))
                continue;
            places.writer += stream.pending;
            places.reader += stream.unread;
        }
    }
    places.read -= std::min(places.read, places.reader);
    return places;
}

} // namespace

std::string_view name(Place place)
{
    return kPlaceNames.at(static_cast<std::size_t>(place));
}

std::optional<Place> placeNamed(std::string_view name)
{
    const auto found = std::ranges::find(kPlaceNames, name);
    if (found == kPlaceNames.end())
        return std::nullopt;
    return static_cast<Place>(found - kPlaceNames.begin());
}

std::uint64_t BytePlaces::at(Place place) const
{
    switch (place) {
    case Place::Writer:
        return writer;
    case Place::Kernel:
        return kernel;
    case Place::Reader:
        return reader;
    case Place::Read:
        break;
    }
    return read;
}

BytePlaces bytePlaces(const World& world)
{
    return placesIn(world, std::nullopt);
}

BytePlaces bytePlacesOfRun(const World& world)
{
    return placesIn(world, std::nullopt, lastRunEnded(world));
}

BytePlaces bytePlaces(const World& world, ChannelId channel)
{
    return placesIn(world, channel);
}

std::optional<Place> placeOf(const World& world, const Process& process, int fd)
{
    const Descriptor* const descriptor = world.descriptor(process.pid, fd);
    const Channel* const channel = descriptor ? world.channel(descriptor->channel) : nullptr;
    if (!channel)
        return std::nullopt;
    const auto pending
        = [fd](const Stream& stream) { return stream.fd == fd && stream.pending > 0; };
    if (std::ranges::any_of(process.streams, pending))
        return Place::Writer;
    if (!channel->carriesBytes())
        return std::nullopt;
    const End end = channel->writeQueue(descriptor->end);
    const Queue& queue = channel->queueAt(end);
    if (queue.bytes > 0)
        return Place::Kernel;
    const std::vector<Holder> readers = world.readers(channel->id, end);
    const auto keeps = [&](const Holder& reader) {
        return std::ranges::any_of(world.processes.at(reader.pid).streams,
            [&](const Stream& stream) { return stream.fd == reader.fd && stream.unread > 0; });
    };
    if (std::ranges::any_of(readers, keeps))
        return Place::Reader;
    return queue.read > 0 ? std::optional(Place::Read) : std::nullopt;
}

} // namespace ipclab
