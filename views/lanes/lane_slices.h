// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/call.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ipclab {

enum class LaneState : std::uint8_t {
    Absent, // not yet, or no more
    Running,
    Waiting,
    Sleeping, // a wait that time alone ends
    Deadlocked,
    Held, // by the person
    Stopped,
    Zombie,
    Unwatched, // it is there, and what it does is not seen
};
constexpr std::size_t kLaneStates = 9;

// From `at` on, until the next one begins.
struct LaneSlice {
    Nanoseconds at = 0;
    std::uint32_t event = 0; // that began it: its place in the log, which has fewer than 2^32
    LaneState state = LaneState::Absent;
    Call call = Call::Unknown; // that it is in
    bool operator==(const LaneSlice&) const = default;
};
static_assert(sizeof(LaneSlice) <= 16); // millions are kept

using LaneShares = std::array<Nanoseconds, kLaneStates>; // time in each state

// What one thread was, over a run. Sums stand every few slices, so that the time in each state
// between any two moments costs the same however many slices lie there. One thread.
class LaneSlices {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    // It is so from now on. A time before the last slice's counts as that. False: nothing was
    // added, for it is as before, or takes the place of a slice that lasted no time.
    bool change(LaneSlice slice);

    [[nodiscard]] std::size_t size() const { return m_slices.size(); }
    [[nodiscard]] const LaneSlice& operator[](std::size_t i) const { return m_slices[i]; }
    [[nodiscard]] Nanoseconds end(std::size_t i, Nanoseconds now) const; // `now` for the last
    // The slice of that time, sought from `hint` on; kNone before the first that is kept.
    [[nodiscard]] std::size_t find(Nanoseconds time, std::size_t hint = 0) const;
    // The time in each state from the first kept slice until `time`, which is in slice `at`.
    [[nodiscard]] LaneShares sumsUntil(Nanoseconds time, std::size_t at) const;

    std::size_t dropOldest(); // a quarter. Returns how many
    [[nodiscard]] std::uint64_t dropped() const { return m_dropped; }

private:
    static constexpr std::size_t kStride = 16; // slices from one sum to the next

    std::vector<LaneSlice> m_slices;
    std::vector<LaneShares> m_sums; // until slice K * kStride
    std::uint64_t m_dropped = 0;
};

} // namespace ipclab
