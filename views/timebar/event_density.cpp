// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timebar/event_density.h"

#include <algorithm>

namespace ipclab {

void EventDensity::take(const EventLog& log, EventIndex end)
{
    for (; m_taken < end; ++m_taken) {
        const Event& event = log[m_taken];
        const Nanoseconds at = std::max<Nanoseconds>(event.at, 0);
        widenTo(at);
        ++m_bins[static_cast<std::size_t>(at / m_width)];
        if (std::holds_alternative<FindingBegan>(event.body) && m_findings.size() < kMostFindings)
            m_findings.push_back(at);
    }
}

void EventDensity::widenTo(Nanoseconds time)
{
    while (time / m_width >= static_cast<Nanoseconds>(kBins)) {
        for (std::size_t i = 0; i < kBins / 2; ++i)
            m_bins[i] = m_bins[2 * i] + m_bins[2 * i + 1];
        std::fill(m_bins.begin() + kBins / 2, m_bins.end(), 0U);
        m_width *= 2;
    }
}

std::uint64_t EventDensity::between(Nanoseconds from, Nanoseconds to) const
{
    const auto binAt = [this](Nanoseconds time) {
        const Nanoseconds bin = std::max<Nanoseconds>(time, 0) / m_width;
        return static_cast<std::size_t>(std::min<Nanoseconds>(bin, kBins));
    };
    std::uint64_t count = 0;
    const std::size_t end = binAt(to);
    for (std::size_t bin = binAt(from); bin < end; ++bin)
        count += m_bins[bin];
    return count;
}

} // namespace ipclab
