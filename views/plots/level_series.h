// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ipclab {

struct LevelPoint {
    Nanoseconds at = 0;
    std::uint64_t level = 0; // from then on
    bool operator==(const LevelPoint&) const = default;
};

// A level that changes in steps, over a whole run. Bounded: when full, each four points become
// their lowest and highest, so that no peak is lost. One thread.
class LevelSeries {
public:
    static constexpr std::size_t kMostPoints = 8'192; // of all of a run no screen shows more

    void add(Nanoseconds at, std::uint64_t level); // `at` never goes back
    // A level that grows by one a nanosecond from one to the other, and stays between: of times.
    void rise(Nanoseconds at);
    void rest(Nanoseconds at);

    [[nodiscard]] const std::vector<LevelPoint>& points() const { return m_points; }

    // The steps from `from` to `to` for a plot so many pixels wide: of every two pixels the lowest,
    // the highest and the last level, so at most two points a pixel, and the levels at both edges.
    [[nodiscard]] std::vector<LevelPoint> drawn(
        Nanoseconds from, Nanoseconds to, std::size_t pixels) const;
    [[nodiscard]] std::uint64_t levelAt(Nanoseconds time) const; // of steps
    [[nodiscard]] std::uint64_t heightAt(Nanoseconds time) const; // of what rises and rests
    // The same, for one time after the other: so many points are `past`, which is counted on.
    [[nodiscard]] std::uint64_t heightAt(Nanoseconds time, std::size_t& past) const;
    [[nodiscard]] bool thinned() const { return m_thinned; } // not all steps are there any more

private:
    void push(Nanoseconds at, std::uint64_t level);
    void thin();
    [[nodiscard]] std::size_t pointsUntil(Nanoseconds time, std::size_t past) const;

    std::vector<LevelPoint> m_points;
    bool m_rising = false;
    bool m_thinned = false;
};

} // namespace ipclab
