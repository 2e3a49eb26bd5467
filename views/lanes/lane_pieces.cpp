// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_pieces.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kWholeFrom = 3; // px: what is narrower is one of many

LanePiece mixedPiece(
    const LaneSlices& slices, std::size_t first, int x, Nanoseconds from, Nanoseconds to)
{
    LanePiece piece { x, x + 1, first, true, {} };
    const LaneShares until = slices.sumsUntil(to, slices.find(to, first));
    const LaneShares before = slices.sumsUntil(from, first);
    for (std::size_t i = 0; i < kLaneStates; ++i)
        piece.shares.at(i) = until.at(i) - before.at(i);
    return piece;
}

} // namespace

std::vector<LanePiece> lanePieces(
    const LaneSlices& slices, const TimeWindow& window, int width, Nanoseconds now)
{
    std::vector<LanePiece> pieces;
    if (slices.size() == 0)
        return pieces;
    const int end = std::min(width, window.xOf(now, width) + 1);
    int x = std::max(0, window.xOf(slices[0].at, width));
    std::size_t at = 0;
    while (x < end) {
        const Nanoseconds from = std::max(window.timeAt(x, width), slices[0].at);
        const Nanoseconds next = std::min(window.timeAt(x + 1, width), now);
        at = slices.find(from, at);
        const int right = std::min(window.xOf(slices.end(at, now), width), end);
        if (right - x >= kWholeFrom || (at + 1 == slices.size() && right >= end)) {
            if (slices[at].state != LaneState::Absent)
                pieces.push_back({ x, std::max(right, x + 1), at, false, {} });
            x = std::max(right, x + 1);
            continue;
        }
        if (next > from)
            pieces.push_back(mixedPiece(slices, at, x, from, next));
        ++x;
    }
    return pieces;
}

} // namespace ipclab
