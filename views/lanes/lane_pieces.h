// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lanes/lane_slices.h"
#include "views/lanes/time_window.h"

#include <vector>

namespace ipclab {

// What of a lane stands in the pixels from `left` up to, not with, `right`: one slice, or, in one
// pixel, many, with the time that each state has of it.
struct LanePiece {
    int left = 0;
    int right = 0;
    std::size_t slice = LaneSlices::kNone; // the first one
    bool mixed = false;
    LaneShares shares {}; // of what is mixed
};

struct PiecesBegin {
    int x = 0;
    std::size_t slice = 0; // where the one of that time is sought from
};

// All of them from left to right, for so many pixels, up to `now`. At most one a pixel: the cost is
// that of the pixels, and not of the slices. Where nothing is there is no piece. They may begin
// where one of them ends.
std::vector<LanePiece> lanePieces(const LaneSlices& slices, const TimeWindow& window, int width,
    Nanoseconds now, PiecesBegin begin = {});
// One of those stays as it is, whatever comes after `now`.
bool isSettled(const LanePiece& piece, const LaneSlices& slices, const TimeWindow& window,
    int width, Nanoseconds now);

} // namespace ipclab
