// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/analysis/run_bytes.h"

#include <algorithm>
#include <array>
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

// `after`: only of channels where something moved since, and without what was read `before`.
BytePlaces placesIn(const World& world, std::optional<ChannelId> only, Nanoseconds after = 0,
    const PassedBytes& before = {})
{
    BytePlaces places;
    for (const auto& [id, channel] : world.channels) {
        if (!counts(world, id, only))
            continue;
        if (after > 0 && channel.movedAt <= after)
            continue;
        for (const End queue : { End::First, End::Second }) {
            places.kernel += channel.queueAt(queue).bytes;
            places.read += before.since(channel, queue).read;
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

BytePlaces bytePlacesOfRun(const World& world, const PassedBytes& before)
{
    return placesIn(world, std::nullopt, runBegan(world), before);
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
