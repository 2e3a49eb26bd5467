// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_kept.h"

#include "views/lanes/lane_paint.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ipclab {

namespace {

// From below: what runs; then the others, the waits on top.
constexpr LaneState kStack[]
    = { LaneState::Running, LaneState::Zombie, LaneState::Stopped, LaneState::Held,
          LaneState::Unwatched, LaneState::Deadlocked, LaneState::Waiting, LaneState::Sleeping };

struct Pixels { // of an image
    explicit Pixels(QImage& image)
        : first(reinterpret_cast<QRgb*>(image.bits()))
        , stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
        , height(image.height())
    {
    }

    QRgb* first;
    qsizetype stride;
    int height;
};

void fillColumn(
    const Pixels& pixels, const LanePiece& piece, const std::array<QRgb, kLaneStates>& inks)
{
    const Nanoseconds all
        = std::accumulate(piece.shares.begin(), piece.shares.end(), Nanoseconds { 0 });
    int y = pixels.height;
    for (const LaneState state : kStack) {
        const Nanoseconds share = piece.shares.at(static_cast<std::size_t>(state));
        if (share <= 0 || all <= 0)
            continue;
        const double part = static_cast<double>(share) / static_cast<double>(all) * pixels.height;
        const int top = std::max(0, y - std::max(static_cast<int>(std::lround(part)), 1));
        for (; y > top; --y)
            pixels.first[(y - 1) * pixels.stride + piece.left]
                = inks.at(static_cast<std::size_t>(state));
    }
}

void fillColumns(const Pixels& pixels, int from, int to, QRgb ink)
{
    for (int y = 0; y < pixels.height && from < to; ++y)
        std::fill_n(pixels.first + y * pixels.stride + from, to - from, ink);
}

} // namespace

void KeptLane::renew(std::uint32_t lane, const LaneSlices& slices, const TimeWindow& window,
    const QSize& size, Nanoseconds now, const LaneInks& inks)
{
    const Is is { lane, window.from(), window.to(), slices[0].at, size };
    if (is != m_is) {
        *this = {};
        m_is = is;
    }
    m_whole.resize(m_settled);
    const std::vector<LanePiece> pieces
        = lanePieces(slices, window, size.width(), now, m_unsettled);
    if (!m_image.isNull())
        fillColumns(Pixels(m_image), m_unsettled.x, m_painted, 0);
    m_painted = std::min(m_painted, m_unsettled.x);
    bool settled = true;
    for (const LanePiece& piece : pieces) {
        take(piece, slices[piece.slice].state, inks);
        settled = settled && isSettled(piece, slices, window, size.width(), now);
        if (!settled)
            continue;
        m_unsettled = { piece.right, piece.slice };
        m_settled = m_whole.size();
    }
}

// What runs is a plain bar: where it has no room for a word it is as well in the image.
void KeptLane::take(const LanePiece& piece, LaneState state, const LaneInks& inks)
{
    const bool runs
        = state == LaneState::Running && piece.right - piece.left < wordyFrom(inks.look);
    if (!piece.mixed && !runs) {
        m_whole.push_back(piece);
        return;
    }
    if (m_is.size.isEmpty() || piece.right > m_is.size.width())
        return;
    if (m_image.isNull()) {
        m_image = QImage(m_is.size, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
    }
    if (piece.mixed)
        fillColumn(Pixels(m_image), piece, inks.mixed);
    else
        fillColumns(Pixels(m_image), piece.left, piece.right,
            inks.ground.at(static_cast<std::size_t>(state)).rgb());
    m_painted = piece.right;
}

void KeptLane::paintImage(QPainter& painter, const QPoint& at) const
{
    if (m_painted > 0)
        painter.drawImage(at, m_image, QRect(0, 0, m_painted, m_image.height()));
}

} // namespace ipclab
