// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <array>
#include <cstdint>
#include <vector>

namespace ipclab {

// How many events happened when, and where findings began. Bounded however long the run: the time
// of one bin doubles when the bins no longer reach. One thread.
class EventDensity {
public:
    static constexpr std::size_t kBins = 2048;
    static constexpr std::size_t kMostFindings = 500;

    // Takes the events [taken, end) of the log.
    void take(const EventLog& log, EventIndex end);
    void forget() { *this = {}; }

    [[nodiscard]] EventIndex taken() const { return m_taken; }
    [[nodiscard]] Nanoseconds binWidth() const { return m_width; }
    // Events from `from` up to, not with, `to`, as finely as the bins know.
    [[nodiscard]] std::uint64_t between(Nanoseconds from, Nanoseconds to) const;
    [[nodiscard]] const std::vector<Nanoseconds>& findings() const { return m_findings; }

private:
    void widenTo(Nanoseconds time);

    std::array<std::uint32_t, kBins> m_bins {};
    Nanoseconds m_width = kMillisecond;
    EventIndex m_taken = 0;
    std::vector<Nanoseconds> m_findings; // the first kMostFindings
};

} // namespace ipclab
