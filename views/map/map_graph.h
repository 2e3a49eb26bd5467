// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <compare>
#include <cstdint>
#include <map>
#include <vector>

namespace ipclab {

// What stands on the map: a process, a parent's many children as one, or a channel.
struct MapNode {
    enum class Kind : std::uint8_t { Process, Children, Channel };
    Kind kind = Kind::Process;
    std::int64_t number = 0; // its pid, the parent's pid, or the channel's id

    auto operator<=>(const MapNode&) const = default;
};

MapNode nodeOf(Pid pid);
MapNode nodeOf(ChannelId channel);

struct MapCard {
    MapNode node;
    std::vector<Pid> pids; // one, or all the children
    Pid parent;
    bool self = false;
    bool operator==(const MapCard&) const = default;
};

struct MapTube {
    MapNode node;
    ChannelId channel;
    bool terminal = false;
    unsigned writers = 0; // processes; of both directions where it has two
    unsigned readers = 0;
    bool operator==(const MapTube&) const = default;
};

struct MapLink {
    MapNode card;
    MapNode tube;
    bool writes = false;
    bool reads = false;
    bool first = false; // of a two-way channel: holds the First end
    bool operator==(const MapLink&) const = default;
};

struct MapFamily { // a card, and the card of who waits for it
    MapNode parent;
    MapNode child;
    bool adopted = false;
    bool operator==(const MapFamily&) const = default;
};

// What of a World is drawn, without words or places: equal graphs need no new layout. Cards in the
// order of their start, IPC Lab last; links by card, then tube.
struct MapGraph {
    std::vector<MapCard> cards;
    std::vector<MapTube> tubes;
    std::vector<MapLink> links;
    std::vector<MapFamily> families; // none where there are too many to follow
    std::vector<Pid> ended; // gone, and not drawn
    std::map<Pid, MapNode> cardOf;

    bool operator==(const MapGraph&) const = default;
};

MapGraph mapGraph(const World& world);

constexpr std::size_t kMostFamily = 12; // of more processes it is not drawn who is whose child
constexpr std::size_t kMostCards = 40; // more processes than this fold by parent

} // namespace ipclab
