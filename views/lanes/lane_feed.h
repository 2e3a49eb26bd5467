// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_flows.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"
#include "views/lanes/lane_arrows.h"
#include "views/lanes/lane_slices.h"

#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ipclab {

// One thread of one process, from its start on. A number that is used again is another lane.
struct Lane {
    Pid pid;
    Tid tid;
    std::uint32_t process = 0; // the lane of its process's first thread; its own: it is that
    Pid parent; // who made the process
    Nanoseconds begin = 0;
    bool self = false; // IPC Lab
    std::uint32_t entered = 0; // the event of the call it is in
    LaneSlices slices;
};

// What all threads of a run were, and what went from one to another, read from the log once, as it
// grows: the states follow from the World as everything does. Bounded. One thread.
class LaneFeed {
public:
    struct Limits {
        std::size_t lanes = 4000;
        std::size_t slices = 2'000'000; // of all lanes
        std::size_t arrows = 500'000;
    };

    LaneFeed()
        : LaneFeed(Limits {})
    {
    }
    explicit LaneFeed(Limits limits)
        : m_limits(limits)
        , m_arrows(limits.arrows)
    {
    }

    // Takes at most `most` events of [taken, end). Returns how many.
    EventIndex take(const EventLog& log, EventIndex end, EventIndex most);
    void forget() { *this = LaneFeed(m_limits); }

    [[nodiscard]] EventIndex taken() const { return m_world.applied; }
    [[nodiscard]] Nanoseconds time() const { return m_world.now; }
    [[nodiscard]] const World& world() const { return m_world; } // after all that was taken
    [[nodiscard]] const std::vector<Lane>& lanes() const { return m_lanes; }
    [[nodiscard]] bool seen(LaneState state) const
    {
        return (m_seen >> static_cast<unsigned>(state) & 1U) != 0;
    }
    [[nodiscard]] unsigned seen() const { return m_seen; } // a bit for each state
    [[nodiscard]] const LaneArrows& arrows() const { return m_arrows; }
    [[nodiscard]] std::uint64_t droppedLanes() const { return m_droppedLanes; }
    [[nodiscard]] std::uint64_t droppedSlices() const { return m_droppedSlices; }

private:
    using Index = std::uint32_t;
    struct Sent {
        EventIndex event = 0;
        Index lane = 0;
    };
    static constexpr Index kNoLane = static_cast<Index>(-1);
    static constexpr std::size_t kMostSent = 16; // of one signal to one process

    void take(const EventLog& log, const Event& event, EventIndex index);
    Index laneOf(const Event& event);
    Index addLane(const Event& event, bool isProcess);
    [[nodiscard]] Index known(Tid tid) const;
    void note(Index lane, Nanoseconds at, EventIndex index);
    void noteAll(Pid pid, Nanoseconds at, EventIndex index);
    void noteSeveral(const Event& event, EventIndex index);
    void addArrow(ArrowKind kind, Index from, const Event& fromEvent, EventIndex fromIndex,
        Index to, const Event& toEvent, EventIndex toIndex);
    [[nodiscard]] Index actorOf(Pid pid, bool (*could)(const Thread&), Tid made = {}) const;
    void noteFlows(const EventLog& log, const Event& event, EventIndex index);
    void noteSignals(const EventLog& log, const Event& event, EventIndex index);
    void noteFamily(const EventLog& log, const Event& event, EventIndex index);
    void arrived(const EventLog& log, int signal, const Event& event, EventIndex index);
    void keepWithinLimits();

    Limits m_limits;
    World m_world;
    ByteFlowFinder m_finder;
    std::vector<ByteFlow> m_flows; // of one event
    std::vector<Lane> m_lanes;
    std::unordered_map<Tid, Index> m_current;
    std::unordered_map<Pid, std::vector<Index>> m_ofProcess; // those of now
    std::map<std::pair<Pid, int>, std::vector<Sent>> m_sent; // signals on their way
    std::unordered_map<Pid, EventIndex> m_ended;
    LaneArrows m_arrows;
    std::size_t m_slices = 0;
    unsigned m_seen = 0;
    std::uint64_t m_droppedLanes = 0;
    std::uint64_t m_droppedSlices = 0;
};

} // namespace ipclab
