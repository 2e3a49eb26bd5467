// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_pieces.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kWholeFrom = 3; // px: what is narrower is one of many

// The sums at the end of one pixel are those at the beginning of the next.
class Mixer {
public:
    explicit Mixer(const LaneSlices& slices)
        : m_slices(slices)
    {
    }

    // Of the pixel at `x`, which is from `from`, in slice `first`, up to `to`.
    LanePiece mix(std::size_t first, int x, Nanoseconds from, Nanoseconds to)
    {
        LanePiece piece { x, x + 1, first, true, {} };
        const LaneShares before = m_until == from ? m_sums : m_slices.sumsUntil(from, first);
        m_last = m_slices.find(to, first);
        m_sums = m_slices.sumsUntil(to, m_last);
        m_until = to;
        for (std::size_t i = 0; i < kLaneStates; ++i)
            piece.shares.at(i) = m_sums.at(i) - before.at(i);
        return piece;
    }
    // The slice of that time, which is often known.
    [[nodiscard]] std::size_t find(Nanoseconds time, std::size_t hint) const
    {
        return m_until == time ? m_last : m_slices.find(time, hint);
    }

private:
    const LaneSlices& m_slices;
    Nanoseconds m_until = -1;
    std::size_t m_last = 0;
    LaneShares m_sums {};
};

} // namespace

std::vector<LanePiece> lanePieces(const LaneSlices& slices, const TimeWindow& window, int width,
    Nanoseconds now, PiecesBegin begin)
{
    std::vector<LanePiece> pieces;
    if (slices.size() == 0)
        return pieces;
    const int end = std::min(width, window.xOf(now, width) + 1);
    int x = std::max(begin.x, window.xOf(slices[0].at, width));
    pieces.reserve(static_cast<std::size_t>(std::max(end - x, 0)));
    std::size_t at = begin.slice;
    Mixer mixer(slices);
    while (x < end) {
        const Nanoseconds from = std::max(window.timeAt(x, width), slices[0].at);
        const Nanoseconds next = std::min(window.timeAt(x + 1, width), now);
        at = mixer.find(from, at);
        const int right = std::min(window.xOf(slices.end(at, now), width), end);
        if (right - x >= kWholeFrom || (at + 1 == slices.size() && right >= end)) {
            if (slices[at].state != LaneState::Absent)
                pieces.push_back({ x, std::max(right, x + 1), at, false, {} });
            x = std::max(right, x + 1);
            continue;
        }
        if (next > from)
            pieces.push_back(mixer.mix(at, x, from, next));
        ++x;
    }
    return pieces;
}

// The last slice may still become another, from its beginning on.
bool isSettled(const LanePiece& piece, const LaneSlices& slices, const TimeWindow& window,
    int width, Nanoseconds now)
{
    if (piece.slice + 1 >= slices.size())
        return false;
    if (piece.mixed)
        return window.timeAt(piece.right, width) < std::min(slices[slices.size() - 1].at, now);
    return slices[piece.slice + 1].at <= now;
}

} // namespace ipclab
