// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lanes/lane_pieces.h"

#include <QImage>
#include <QSize>

#include <cstdint>
#include <vector>

class QPainter;

namespace ipclab {

struct LaneInks;

// The pieces of a lane that is painted again and again: those that are settled stay, the mixed ones
// and the narrow ones that run as an image; with each frame only the others are made again. One
// thread.
class KeptLane {
public:
    struct Is { // another one: nothing stays
        std::uint32_t lane = 0;
        Nanoseconds from = 0; // of the window
        Nanoseconds to = 0;
        Nanoseconds begin = 0; // of what is kept of the lane
        QSize size; // of its band
        bool operator==(const Is&) const = default;
    };

    // Of slices that are not empty.
    void renew(std::uint32_t lane, const LaneSlices& slices, const TimeWindow& window,
        const QSize& size, Nanoseconds now, const LaneInks& inks);
    // Those that are not in the image.
    [[nodiscard]] const std::vector<LanePiece>& whole() const { return m_whole; }
    // Of what is mixed, running stands from below, what does not run hangs from above.
    void paintImage(QPainter& painter, const QPoint& at) const;

private:
    void take(const LanePiece& piece, LaneState state, const LaneInks& inks);

    Is m_is;
    PiecesBegin m_unsettled;
    std::vector<LanePiece> m_whole;
    std::size_t m_settled = 0; // of them
    QImage m_image; // of all the band
    int m_painted = 0; // px of it that are painted
};

} // namespace ipclab
