// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "views/lanes/time_window.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

namespace ipclab {

enum class ArrowKind : std::uint8_t {
    Bytes, // from a write to a read that got some of it
    Signal, // from who sent it to its arrival
    Start, // of a process or a thread, by who made it
    Program, // another one from here on: execve(2). On one lane
    Reaped, // from the end of a process to who waited for it
};

// From one lane to another, or a mark on one.
struct LaneArrow {
    Nanoseconds from = 0;
    Nanoseconds to = 0;
    std::uint32_t fromEvent = 0;
    std::uint32_t toEvent = 0;
    std::uint32_t fromLane = 0;
    std::uint32_t toLane = 0;
    ArrowKind kind = ArrowKind::Bytes;
    bool operator==(const LaneArrow&) const = default;
};

struct ChosenArrows {
    std::vector<LaneArrow> arrows;
    std::size_t inWindow = 0; // those that end there, drawn or not; of many, all kinds
};

// The arrows of a run, by the time of their ends. Bounded: the oldest make room. One thread.
class LaneArrows {
public:
    explicit LaneArrows(std::size_t most = 500'000)
        : m_most(most)
    {
    }

    void add(const LaneArrow& arrow); // its end is not before the last one's

    [[nodiscard]] std::size_t size() const { return m_arrows.size(); }
    [[nodiscard]] const LaneArrow& operator[](std::size_t i) const { return m_arrows[i]; }
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

    // Those that a picture of so many pixels has room for: all if they are few, else, for every few
    // pixels, one of each pair of lanes and kind. The cost is that of the pixels.
    [[nodiscard]] ChosenArrows chosen(const TimeWindow& window, int width, unsigned kinds) const;

private:
    static constexpr std::size_t kBlock = 256;

    [[nodiscard]] std::size_t firstFrom(Nanoseconds time, std::size_t notBefore = 0) const;
    void addPassing(const TimeWindow& window, unsigned kinds, std::size_t after,
        std::vector<LaneArrow>& to) const;

    std::size_t m_most;
    std::deque<LaneArrow> m_arrows;
    std::deque<Nanoseconds> m_earliest; // beginning of any of each kBlock arrows
    std::uint64_t m_dropped = 0;
};

constexpr unsigned bitOf(ArrowKind kind)
{
    return 1U << static_cast<unsigned>(kind);
}

} // namespace ipclab
