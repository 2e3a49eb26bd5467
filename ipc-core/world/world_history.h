// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <memory>
#include <vector>

namespace ipclab {

// The World at any moment of one log. Keeps the newest, and snapshots to seek by: their number is
// bounded, so they stand further apart in a longer log. One thread (the GUI's).
class WorldHistory {
public:
    explicit WorldHistory(const EventLog& log);

    // Folds at most `most` further events of the log. Returns how many it took.
    EventIndex extend(EventIndex most);

    [[nodiscard]] const World& live() const { return m_live; }
    [[nodiscard]] EventIndex size() const { return m_live.applied; }

    // The World after the first `count` events (count <= size()).
    [[nodiscard]] World at(EventIndex count) const;
    // How many of the folded events happened at `time` or before.
    [[nodiscard]] EventIndex countAt(Nanoseconds time) const;

private:
    static constexpr std::size_t kMostSnapshots = 256;

    const EventLog* m_log;
    World m_live;
    EventIndex m_stride = 1024;
    std::vector<std::shared_ptr<const World>> m_snapshots; // the K-th after K * m_stride events
};

} // namespace ipclab
