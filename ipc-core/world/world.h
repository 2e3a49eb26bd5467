// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/events/finding.h"
#include "ipc-core/world/channel.h"
#include "ipc-core/world/process.h"
#include "ipc-core/world/shared_map.h"

#include <map>
#include <string_view>
#include <vector>

namespace ipclab {

// Who holds an end of a channel.
struct Holder {
    Pid pid;
    int fd = -1;
    bool operator==(const Holder&) const = default;
};

// What is true after a prefix of the log: a value. Made by `apply` alone; equal logs make equal
// worlds. Processes stay in it after their end.
struct World {
    Nanoseconds now = 0; // time of the last event applied
    EventIndex applied = 0; // how many events
    SharedMap<Pid, Process> processes;
    SharedMap<ChannelId, Channel> channels;
    std::map<ChannelKind, unsigned> ordinals; // how many of a kind this run has had
    std::vector<Finding> findings; // those in force
    std::vector<ChannelId>
        carriers; // sockets through which descriptors are on their way; ascending
    bool paused = false; // the person holds all processes, and who is yet to come
    unsigned slow = 1; // traced calls are held back: 10 and 100 times, roughly
    Nanoseconds slowedUntil = 0; // when it was so last
    // How much may still be looked through for what an event means. No run of programs needs so
    // much; when a damaged file has used it up, what would need more is not known.
    std::uint64_t looks = std::uint64_t { 1 } << 28;

    [[nodiscard]] const Process* process(Pid pid) const;
    [[nodiscard]] const Process* processOf(Tid tid) const; // the one with that living thread
    [[nodiscard]] const Channel* channel(ChannelId id) const;
    [[nodiscard]] const Process* self() const;
    [[nodiscard]] bool anybodyLives() const; // but ourselves
    [[nodiscard]] bool anybodyHeld() const; // by the person
    [[nodiscard]] const Descriptor* descriptor(Pid pid, int fd) const;
    [[nodiscard]] const Finding* finding(FindingKind kind) const;
    // The processes a person means by "child", ended ones too: by name or name without extension,
    // oldest first.
    [[nodiscard]] std::vector<const Process*> named(std::string_view name) const;

    // Who can take bytes out of the queue at `end`, and who can put bytes into it.
    [[nodiscard]] std::vector<Holder> readers(ChannelId id, End end) const;
    [[nodiscard]] std::vector<Holder> writers(ChannelId id, End end) const;

    // An end that could put bytes into that queue is on its way through a socket that somebody may
    // still receive from.
    [[nodiscard]] const Channel* writerInFlight(ChannelId id, End end) const; // the socket

    bool operator==(const World&) const = default;
};

// Whether anybody can take bytes out of the queue at `end`, or put bytes into it. Each process and
// each descriptor looked at takes one from `looks`: when there are none left, it may be.
bool mayBeRead(const World& world, ChannelId id, End end, std::uint64_t& looks);
bool mayBeWritten(const World& world, ChannelId id, End end, std::uint64_t& looks);

bool readsFrom(const Channel& channel, const Descriptor& descriptor, End queue);
bool writesInto(const Channel& channel, const Descriptor& descriptor, End queue);

// Takes the next event of the log into account. Never fails: an event about what is not known makes
// it known as far as the event says.
void apply(World& world, const Event& event);

} // namespace ipclab
