// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"
#include "views/plots/level_series.h"
#include "views/plots/plot_key.h"

#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

namespace ipclab {

// All that is plotted, over all runs of a log, read from it once as it grows. Bounded in series and
// in the points of each: when there are too many, those of the oldest run go. One thread.
class PlotFeed {
public:
    static constexpr std::size_t kMostSeries = 64; // of one quantity
    static constexpr std::size_t kMostCounted = 10'000; // that are left out, of one quantity
    using Series = std::map<PlotKey, LevelSeries>;

    // Takes at most `most` events of [taken, end). Returns how many.
    EventIndex take(const EventLog& log, EventIndex end, EventIndex most);
    void forget();

    [[nodiscard]] EventIndex taken() const { return m_world.applied; }
    [[nodiscard]] const World& world() const { return m_world; } // after all that was taken
    // Its addresses stay good until `version()` changes.
    [[nodiscard]] const Series& series(Quantity quantity) const
    {
        return m_series.at(static_cast<std::size_t>(quantity));
    }
    [[nodiscard]] unsigned version() const { return m_version; } // which series there are
    [[nodiscard]] const std::vector<PlotRun>& runs() const { return m_runs; }
    [[nodiscard]] Nanoseconds startOf(unsigned run) const;
    [[nodiscard]] Nanoseconds endOf(unsigned run) const; // of the newest: so far
    // How many series of a run, 0: of all, there was no room for; counted up to kMostCounted.
    [[nodiscard]] std::size_t leftOut(Quantity quantity, unsigned run) const;

private:
    void note(const Event& event);
    void noteRun(const Event& event);
    void noteProgram(const Event& event);
    void noteChannel(ChannelId id, Nanoseconds at);
    void noteMessage(const BytesMoved& moved, bool written, Nanoseconds at);
    void noteMessageLevel(const ChannelLevel& level, Nanoseconds at);
    void noteListener(ChannelId id, Nanoseconds at);
    [[nodiscard]] std::vector<ChannelId> letGoBy(const Event& event) const;
    void noteClosed(ChannelId channel, Nanoseconds at);
    void noteBuffers(Pid pid, Nanoseconds at);
    void noteThread(const Event& event);
    void noteAllAtRest(Pid pid, Nanoseconds at);
    void count(ChannelId channel, std::int64_t change, Nanoseconds at);
    [[nodiscard]] PlotKey keyOf(ChannelId channel, End end) const;
    [[nodiscard]] PlotKey keyOf(Pid pid) const;
    Series& of(Quantity quantity) { return m_series.at(static_cast<std::size_t>(quantity)); }
    LevelSeries* seriesOf(Quantity quantity, const PlotKey& key, std::uint64_t level);
    bool makeRoom(Quantity quantity, const PlotKey& key);
    void leaveOut(Quantity quantity, const PlotKey& key);
    void set(Quantity quantity, const PlotKey& key, Nanoseconds at, std::uint64_t level);

    World m_world; // the levels follow from the events as everything does
    std::array<Series, kQuantities.size()> m_series;
    std::array<std::set<PlotKey>, kQuantities.size()> m_leftOut;
    std::vector<PlotRun> m_runs { PlotRun {} };
    bool m_begun = false; // the first run
    unsigned m_version = 0;
    Nanoseconds m_before = 0; // when the event before happened
    std::unordered_map<ChannelId, unsigned> m_runOfChannel;
    std::unordered_map<Pid, unsigned> m_runOfProcess;
    std::unordered_map<ChannelId, std::uint64_t> m_queued; // messages or connections; not none
    std::set<ChannelId> m_filled; // with bytes that wait to be read
    std::unordered_map<ChannelId, ChannelId> m_listeners; // that connections wait at
};

} // namespace ipclab
