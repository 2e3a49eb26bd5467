// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"
#include "views/plots/level_series.h"

#include <compare>
#include <map>
#include <string>

namespace ipclab {

// What a series is the level of: a channel's queue in the kernel, or a process's own buffer.
struct LevelKey {
    ChannelId channel; // a queue, at `end`
    End end = End::First;
    Pid pid; // a buffer, by descriptor and name
    int fd = -1;
    std::string stream;

    auto operator<=>(const LevelKey&) const = default;
};

// All levels over the run, read from the log once. Bounded in series and in the points of each.
class LevelFeed {
public:
    static constexpr std::size_t kMostSeries = 64;

    // Takes at most `most` events of [taken, end). True: some are left.
    bool take(const EventLog& log, EventIndex end, EventIndex most);
    void forget();

    [[nodiscard]] EventIndex taken() const { return m_world.applied; }
    [[nodiscard]] const std::map<LevelKey, LevelSeries>& series() const { return m_series; }

private:
    void note(const Event& event);
    void noteQueues(ChannelId id, Nanoseconds at);
    void noteBuffers(Pid pid, Nanoseconds at);
    LevelSeries* seriesOf(const LevelKey& key, std::uint64_t level);

    World m_world; // the levels follow from the events as everything does
    std::map<LevelKey, LevelSeries> m_series;
};

} // namespace ipclab
