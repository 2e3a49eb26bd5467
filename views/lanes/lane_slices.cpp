// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_slices.h"

#include <algorithm>

namespace ipclab {

namespace {

void add(LaneShares& shares, const LaneSlice& slice, Nanoseconds until)
{
    shares.at(static_cast<std::size_t>(slice.state)) += std::max<Nanoseconds>(until - slice.at, 0);
}

} // namespace

bool LaneSlices::change(LaneSlice slice)
{
    if (!m_slices.empty()) {
        LaneSlice& last = m_slices.back();
        slice.at = std::max(slice.at, last.at);
        if (slice.state == last.state && slice.call == last.call
            && (slice.state != LaneState::Waiting || slice.event == last.event))
            return false;
        if (slice.at == last.at) {
            last = slice;
            return false;
        }
    }
    m_slices.push_back(slice);
    if ((m_slices.size() - 1) % kStride == 0) {
        const std::size_t i = m_slices.size() - 1;
        m_sums.push_back(i == 0 ? LaneShares {} : sumsUntil(slice.at, i - 1));
    }
    return true;
}

Nanoseconds LaneSlices::end(std::size_t i, Nanoseconds now) const
{
    return i + 1 < m_slices.size() ? m_slices[i + 1].at : std::max(now, m_slices[i].at);
}

// In steps that double, so that what is near costs little.
std::size_t LaneSlices::find(Nanoseconds time, std::size_t hint) const
{
    std::size_t low = hint < m_slices.size() && m_slices[hint].at <= time ? hint : 0;
    std::size_t high = low;
    for (std::size_t step = 1; high < m_slices.size() && m_slices[high].at <= time; step *= 2) {
        low = high;
        high += step;
    }
    const auto begin = m_slices.begin() + static_cast<std::ptrdiff_t>(low);
    const auto end
        = m_slices.begin() + static_cast<std::ptrdiff_t>(std::min(high, m_slices.size()));
    const auto after = std::upper_bound(
        begin, end, time, [](Nanoseconds one, const LaneSlice& slice) { return one < slice.at; });
    return after == m_slices.begin() ? kNone
                                     : static_cast<std::size_t>(after - m_slices.begin()) - 1;
}

LaneShares LaneSlices::sumsUntil(Nanoseconds time, std::size_t at) const
{
    const std::size_t block = at / kStride;
    LaneShares sums = m_sums[block];
    for (std::size_t i = block * kStride; i < at; ++i)
        add(sums, m_slices[i], m_slices[i + 1].at);
    add(sums, m_slices[at], time);
    return sums;
}

std::size_t LaneSlices::dropOldest()
{
    const std::size_t blocks = m_slices.size() / 4 / kStride;
    const std::size_t count = blocks * kStride;
    m_slices.erase(m_slices.begin(), m_slices.begin() + static_cast<std::ptrdiff_t>(count));
    m_sums.erase(m_sums.begin(), m_sums.begin() + static_cast<std::ptrdiff_t>(blocks));
    m_dropped += count;
    return count;
}

} // namespace ipclab
