// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/level_series.h"

#include <algorithm>
#include <span>
#include <utility>

namespace ipclab {

namespace {

// Each once, in the order they came; both are of one vector.
void addExtremes(std::vector<LevelPoint>& to, const LevelPoint& lowest, const LevelPoint& highest)
{
    to.push_back(*std::min(&lowest, &highest));
    if (&lowest != &highest)
        to.push_back(*std::max(&lowest, &highest));
}

} // namespace

void LevelSeries::add(Nanoseconds at, std::uint64_t level)
{
    if (!m_points.empty() && m_points.back().level == level)
        return;
    push(at, level);
}

void LevelSeries::push(Nanoseconds at, std::uint64_t level)
{
    if (m_points.size() >= kMostPoints)
        thin();
    m_points.push_back({ at, level });
}

void LevelSeries::rise(Nanoseconds at)
{
    if (std::exchange(m_rising, true))
        return;
    const LevelPoint last = m_points.empty() ? LevelPoint {} : m_points.back();
    push(std::max(at, last.at), last.level);
}

void LevelSeries::rest(Nanoseconds at)
{
    if (!std::exchange(m_rising, false))
        return;
    const LevelPoint last = m_points.back();
    const Nanoseconds end = std::max(at, last.at);
    push(end, last.level + static_cast<std::uint64_t>(end - last.at));
}

std::uint64_t LevelSeries::levelAt(Nanoseconds time) const
{
    const auto after = std::ranges::upper_bound(m_points, time, {}, &LevelPoint::at);
    return after == m_points.begin() ? 0 : std::prev(after)->level;
}

// In steps that double, so that what is near costs little.
std::size_t LevelSeries::pointsUntil(Nanoseconds time, std::size_t past) const
{
    std::size_t low = past;
    std::size_t high = past;
    for (std::size_t step = 1; high < m_points.size() && m_points[high].at <= time; step *= 2) {
        low = high;
        high += step;
    }
    const std::span<const LevelPoint> all(m_points);
    const auto near = all.subspan(low, std::min(high, all.size()) - low);
    return low
        + static_cast<std::size_t>(
            std::ranges::upper_bound(near, time, {}, &LevelPoint::at) - near.begin());
}

std::uint64_t LevelSeries::heightAt(Nanoseconds time) const
{
    std::size_t past = 0;
    return heightAt(time, past);
}

std::uint64_t LevelSeries::heightAt(Nanoseconds time, std::size_t& past) const
{
    past = pointsUntil(time, past);
    const auto after = m_points.begin() + static_cast<std::ptrdiff_t>(past);
    if (after == m_points.begin())
        return 0;
    const LevelPoint& before = *std::prev(after);
    const double passed = static_cast<double>(time - before.at);
    if (after == m_points.end())
        return before.level + (m_rising ? static_cast<std::uint64_t>(passed) : 0);
    const auto range = static_cast<double>(after->at - before.at);
    const auto growth = static_cast<double>(after->level - before.level);
    return before.level + static_cast<std::uint64_t>(growth * passed / range);
}

void LevelSeries::thin()
{
    std::vector<LevelPoint> thinned;
    thinned.reserve(kMostPoints);
    const std::span<const LevelPoint> all(m_points);
    const std::size_t last = all.size() - 1; // the newest stays as it is
    for (std::size_t i = 0; i < last; i += 4) {
        const auto four = all.subspan(i, std::min<std::size_t>(4, last - i));
        const auto [lowest, highest] = std::ranges::minmax_element(four, {}, &LevelPoint::level);
        addExtremes(thinned, *lowest, *highest);
    }
    thinned.push_back(all[last]);
    m_points = std::move(thinned);
    m_thinned = true;
}

std::vector<LevelPoint> LevelSeries::drawn(
    Nanoseconds from, Nanoseconds to, std::size_t pixels) const
{
    std::vector<LevelPoint> drawn;
    if (m_points.empty() || to <= from || pixels == 0)
        return drawn;
    const auto begin = std::ranges::upper_bound(m_points, from, {}, &LevelPoint::at);
    const auto end = std::ranges::upper_bound(begin, m_points.end(), to, {}, &LevelPoint::at);
    if (begin != m_points.begin())
        drawn.push_back({ from, std::prev(begin)->level });
    const double perColumn = 2.0 * static_cast<double>(to - from) / static_cast<double>(pixels);
    drawn.reserve(std::min<std::size_t>(static_cast<std::size_t>(end - begin), 2 * pixels) + 2);
    for (auto first = begin; first != end;) {
        const auto column
            = static_cast<Nanoseconds>(static_cast<double>(first->at - from) / perColumn);
        const Nanoseconds edge
            = from + static_cast<Nanoseconds>(perColumn * static_cast<double>(column + 1)) + 1;
        auto lowest = first;
        auto highest = first;
        auto last = std::next(first);
        for (; last != end && last->at < edge; ++last) {
            lowest = last->level < lowest->level ? last : lowest;
            highest = last->level >= highest->level ? last : highest;
        }
        addExtremes(drawn, *lowest, *highest);
        // A step that ends elsewhere than at an extreme would show a wrong level until the next.
        const LevelPoint& newest = *std::prev(last);
        if (drawn.back().level != newest.level)
            drawn.push_back({ std::clamp(edge, newest.at, to), newest.level });
        first = last;
    }
    if (!drawn.empty() && drawn.back().at < to)
        drawn.push_back({ to, drawn.back().level });
    return drawn;
}

} // namespace ipclab
