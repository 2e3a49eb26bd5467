// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/map/map_folding.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace ipclab {

// What stands on the map: a process, what descends from one as one card, a channel, or a lock in
// memory.
struct MapNode {
    enum class Kind : std::uint8_t { Process, Group, Channel, Lock };
    Kind kind = Kind::Process;
    std::int64_t number = 0; // its pid, the pid of whom all descend from, the channel's id, or
                             // where the lock is in memory
    std::int32_t process = 0; // of a lock: in whose memory, where only one has it

    auto operator<=>(const MapNode&) const = default;
};

inline MapNode nodeOf(Pid pid)
{
    return { MapNode::Kind::Process, pid.value };
}
inline MapNode nodeOf(ChannelId channel)
{
    return { MapNode::Kind::Channel, channel.value };
}
inline Pid pidOf(const MapNode& node) // of a group: whom all in it descend from
{
    return Pid { static_cast<std::int32_t>(node.number) };
}
inline ChannelId channelOf(const MapNode& node)
{
    return ChannelId { static_cast<std::uint32_t>(node.number) };
}

enum class MapFold : std::uint8_t { None, Open, Folded }; // of those who descend from a card

struct MapCard {
    MapNode node;
    std::vector<Pid> pids; // one, or all of the group
    Pid parent;
    bool self = false;
    MapFold fold = MapFold::None;
    bool operator==(const MapCard&) const = default;
};

struct MapLock { // that somebody waits for
    LockKind kind = LockKind::Word;
    std::vector<Tid> waiters {}; // ascending by process
    std::optional<Tid> owner {};
    bool outside = false; // who has it may be somebody that is not watched
    bool operator==(const MapLock&) const = default;
};

struct MapTube {
    MapNode node;
    ChannelId channel;
    bool terminal = false;
    unsigned writers = 0; // processes; of both directions where it has two
    unsigned readers = 0;
    std::vector<ChannelId> others = {}; // between the same cards, and drawn as one with it
    std::optional<MapLock> lock {};
    bool aside = false; // it comes and goes: nothing makes room for it
    bool operator==(const MapTube&) const = default;
};

struct MapLink {
    enum class Role : std::uint8_t { Bytes, Waits, Owns };
    MapNode card;
    MapNode tube;
    bool writes = false;
    bool reads = false;
    bool first = false; // of a two-way channel: holds the First end
    Role role = Role::Bytes;
    bool chip = false; // said at the card; a line only while one of the two is pointed at
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
    std::vector<MapFamily> families;
    bool crowded = false; // too many to follow: they are drawn of one card at a time
    std::vector<Pid> ended; // gone, and not drawn
    bool over = false; // nobody lives: who ran last is drawn
    std::size_t moreLocks = 0; // that there is no room for
    std::map<Pid, MapNode> cardOf;

    bool operator==(const MapGraph&) const = default;
};

bool isNull(const Channel& channel); // null(4): what goes there is nowhere

MapGraph mapGraph(const World& world, const MapFolds& folds = {});

// Those of which all the time a line is drawn.
const std::vector<MapFamily>& drawnFamilies(const MapGraph& graph);

// The tube that stands for a channel, itself or among others.
MapNode tubeFor(const MapGraph& graph, ChannelId channel);

constexpr std::size_t kMostFamily = 12; // of more cards not all lines of family are drawn
constexpr std::size_t kMostAtTerminal = 8; // of more cards the lines to it cannot be followed
constexpr std::size_t kMostCommon = 12; // pieces of shared memory, semaphores, eventfds
constexpr std::size_t kMostTubes = 60; // more of them become one where they go the same way

} // namespace ipclab
