// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_arrows.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kFew = 160; // are all drawn
constexpr int kColumn = 12; // px, when they are more
constexpr std::size_t kLooked = 24; // at so many of a column
constexpr std::size_t kDrawn = 3; // at most so many of a column
constexpr std::size_t kMostPassing = 32;

bool sameWay(const LaneArrow& one, const LaneArrow& other)
{
    return one.fromLane == other.fromLane && one.toLane == other.toLane && one.kind == other.kind;
}

} // namespace

void LaneArrows::add(const LaneArrow& arrow)
{
    if (m_arrows.size() >= m_most) { // a block at a time, so that blocks stay where they are
        const std::size_t count = std::min(kBlock, m_arrows.size());
        m_arrows.erase(m_arrows.begin(), m_arrows.begin() + static_cast<std::ptrdiff_t>(count));
        m_earliest.pop_front();
        m_dropped += count;
    }
    if (m_arrows.size() % kBlock == 0)
        m_earliest.push_back(arrow.from);
    m_earliest.back() = std::min(m_earliest.back(), arrow.from);
    m_arrows.push_back(arrow);
    if (m_arrows.size() > 1)
        m_arrows.back().to = std::max(arrow.to, m_arrows[m_arrows.size() - 2].to);
}

// In steps that double, so that what is near costs little.
std::size_t LaneArrows::firstFrom(Nanoseconds time, std::size_t notBefore) const
{
    std::size_t low = notBefore;
    std::size_t high = low;
    for (std::size_t step = 1; high < m_arrows.size() && m_arrows[high].to < time; step *= 2) {
        low = high;
        high += step;
    }
    const auto at = [this](std::size_t i) {
        return m_arrows.begin() + static_cast<std::ptrdiff_t>(std::min(i, m_arrows.size()));
    };
    const auto found = std::ranges::lower_bound(at(low), at(high), time, {}, &LaneArrow::to);
    return static_cast<std::size_t>(found - m_arrows.begin());
}

// Those that begin in the window and end after it.
void LaneArrows::addPassing(
    const TimeWindow& window, unsigned kinds, std::size_t after, std::vector<LaneArrow>& to) const
{
    std::size_t found = 0;
    for (std::size_t block = after / kBlock; block < m_earliest.size(); ++block) {
        if (m_earliest[block] > window.to())
            continue;
        const std::size_t end = std::min((block + 1) * kBlock, m_arrows.size());
        for (std::size_t i = std::max(after, block * kBlock); i < end; ++i) {
            const LaneArrow& arrow = m_arrows[i];
            if (arrow.from < window.from() || arrow.from > window.to()
                || (kinds & bitOf(arrow.kind)) == 0)
                continue;
            to.push_back(arrow);
            if (++found == kMostPassing)
                return;
        }
    }
}

ChosenArrows LaneArrows::chosen(const TimeWindow& window, int width, unsigned kinds) const
{
    const std::size_t first = firstFrom(window.from());
    const std::size_t end = firstFrom(window.to() + 1);
    ChosenArrows chosen { {}, end - first };
    if (end - first <= kFew) {
        for (std::size_t i = first; i < end; ++i) {
            if ((kinds & bitOf(m_arrows[i].kind)) != 0)
                chosen.arrows.push_back(m_arrows[i]);
        }
        chosen.inWindow = chosen.arrows.size();
    } else {
        std::size_t next = first;
        for (int x = 0; x < width && next < end; x += kColumn) {
            const std::size_t stop
                = std::min(end, firstFrom(window.timeAt(x + kColumn, width), next));
            const std::size_t begun = chosen.arrows.size();
            for (std::size_t i = next; i < std::min(stop, next + kLooked); ++i) {
                const LaneArrow& arrow = m_arrows[i];
                const auto drawn = chosen.arrows.begin() + static_cast<std::ptrdiff_t>(begun);
                const bool isNew = std::none_of(drawn, chosen.arrows.end(),
                    [&](const LaneArrow& one) { return sameWay(one, arrow); });
                if (isNew && chosen.arrows.size() < begun + kDrawn
                    && (kinds & bitOf(arrow.kind)) != 0)
                    chosen.arrows.push_back(arrow);
            }
            next = std::max(next, stop);
        }
    }
    addPassing(window, kinds, end, chosen.arrows);
    return chosen;
}

} // namespace ipclab
