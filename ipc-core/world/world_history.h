// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace ipclab {

// The World at any moment of one log. Keeps the newest, and snapshots to seek by: their number and
// their memory are bounded, so they stand further apart in a longer log, and where more changes.
// One thread at a time.
class WorldHistory {
public:
    // `mostBytes`: of memory for the snapshots, about, beyond what the newest World takes.
    explicit WorldHistory(const EventLog& log, std::uint64_t mostBytes = std::uint64_t { 1 } << 29);

    // Folds at most `most` further events of the log. Returns how many it took.
    EventIndex extend(EventIndex most);

    [[nodiscard]] const World& live() const { return m_live; }
    [[nodiscard]] EventIndex size() const { return m_live.applied; }

    // The World after the first `count` events (count <= size()).
    [[nodiscard]] World at(EventIndex count) const;
    // Makes that of a World of this history, or of an empty one: a step on from it costs no more
    // than the events of the step.
    void bring(World& world, EventIndex count) const;
    // How many of the folded events happened at `time` or before.
    [[nodiscard]] EventIndex countAt(Nanoseconds time) const;

private:
    static constexpr std::size_t kMostSnapshots = 256;

    void takeSnapshot();

    const EventLog* m_log;
    std::uint64_t m_mostBytes;
    World m_live;
    EventIndex m_stride = 1024;
    std::vector<std::shared_ptr<const World>> m_snapshots; // the K-th after K * m_stride events
    std::uint64_t m_bytes = 0; // that these have for themselves
    std::uint64_t m_copied = 0; // by the newest World, when the last of them was taken
};

} // namespace ipclab
