// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/lanes/lane_paint.h"
#include "views/lanes/lanes_view.h"

#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kTicksApart = 100; // px

} // namespace

void LanesView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    const Look& look = m_context.look;
    painter.fillRect(timeArea(), look.colour(Ink::Surface)); // the heads and the axis have theirs
    painter.setFont(look.small());
    const auto [first, last] = visibleRows();
    const LaneInks inks(look);
    painter.setClipRect(timeArea());
    m_kept.resize(static_cast<std::size_t>(std::max(last - first, 0)));
    for (int row = first; row < last; ++row)
        paintLane(painter, inks, row, m_kept[static_cast<std::size_t>(row - first)]);
    paintArrows(painter);
    paintLater(painter);
    paintFocus(painter);
    painter.setClipping(false);
    paintHeads(painter);
    paintAxis(painter);
    emit this->painted();
}

QString LanesView::labelOf(const Lane& lane, std::size_t slice) const
{
    const TimeCursor& cursor = m_context.cursor;
    const LaneSlice& of = lane.slices[slice];
    QString label = sliceLabel(cursor.world(), *cursor.wholeLog(), of);
    const bool waits = of.state == LaneState::Waiting || of.state == LaneState::Deadlocked;
    const Nanoseconds moment = cursor.time();
    if (waits && of.at <= moment && moment <= lane.slices.end(slice, now()))
        label += waitLabel(cursor.world(), lane);
    return label;
}

void LanesView::paintLane(QPainter& painter, const LaneInks& inks, int row, KeptLane& kept) const
{
    const Look& look = m_context.look;
    const Lane& lane = laneOf(row);
    const QRect whole = rowRect(row);
    if (lane.pid == m_context.selection.pid())
        painter.fillRect(whole, blended(look.colour(Ink::Surface), look.colour(Ink::Accent), 0.08));
    painter.fillRect(QRect(whole.left(), whole.bottom(), whole.width(), 1), look.wash(Ink::Line));
    const QRect band = bandOf(row);
    paintDropped(painter, lane, band);
    const LaneSlices& slices = lane.slices;
    if (slices.size() == 0)
        return;
    kept.renew(
        m_rows[static_cast<std::size_t>(row)].lane, slices, m_window, band.size(), now(), inks);
    kept.paintImage(painter, band.topLeft());
    const int wordy = wordyFrom(look);
    for (const LanePiece& piece : kept.whole()) {
        const QRect bar(
            band.left() + piece.left, band.top(), piece.right - piece.left, band.height());
        paintBar(painter, inks, bar, slices[piece.slice].state,
            bar.width() >= wordy ? labelOf(lane, piece.slice) : QString());
    }
    if (slices[slices.size() - 1].state == LaneState::Absent) { // its end
        const int x = xOf(slices[slices.size() - 1].at);
        painter.fillRect(QRect(x, band.top() - look.px(2), look.px(2), band.height() + look.px(4)),
            look.colour(Ink::Gone));
    }
}

// Older than what is kept: hatched, for something was there.
void LanesView::paintDropped(QPainter& painter, const Lane& lane, const QRect& band) const
{
    if (lane.slices.dropped() == 0 || lane.slices.size() == 0)
        return;
    const int left = xOf(lane.begin);
    const int right = xOf(lane.slices[0].at);
    painter.fillRect(QRect(left, band.top(), std::max(right - left, 1), band.height()),
        QBrush(m_context.look.colour(Ink::Line), Qt::DiagCrossPattern));
}

void LanesView::paintArrows(QPainter& painter)
{
    const Look& look = m_context.look;
    const auto [chosen, inWindow] = m_feed.arrows().chosen(m_window, timeArea().width(), m_kinds);
    m_arrows.clear();
    m_arrowsInWindow = inWindow;
    std::vector<int> rowOf(m_feed.lanes().size(), -1); // of folded threads: that of their process
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        rowOf[m_rows[row].lane] = static_cast<int>(row);
    const auto yOf = [&](std::uint32_t lane) {
        const int own = rowOf[lane];
        const int row = own < 0 ? rowOf[m_feed.lanes()[lane].process] : own;
        return row < 0 ? -1 : rowRect(row).center().y();
    };
    renewStamps();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LaneArrow& arrow : chosen) {
        const bool mark = arrow.fromLane == arrow.toLane;
        QLineF line(xOf(arrow.from), yOf(arrow.fromLane), xOf(arrow.to), yOf(arrow.toLane));
        if (arrow.kind == ArrowKind::Program) // above, clear of the arrow that starts the process
            line.translate(0, -m_rowHeight / 2.0 + look.px(6));
        if (mark && arrow.kind != ArrowKind::Program && line.length() < 1)
            continue;
        const Pid pid = m_context.selection.pid();
        const bool strong = pid
            && (m_feed.lanes()[arrow.fromLane].pid == pid
                || m_feed.lanes()[arrow.toLane].pid == pid);
        paintArrow(painter, look, line, arrow.kind, strong, m_stamps.at(strong ? 1 : 0));
        m_arrows.push_back({ line, arrow });
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void LanesView::renewStamps()
{
    const int height = timeArea().height();
    const qreal ratio = devicePixelRatioF();
    const QPixmap& dot = m_stamps.front().dot;
    const QPixmap& line = m_stamps.front().line;
    if (!dot.isNull() && dot.devicePixelRatio() == ratio
        && (line.isNull() || line.height() == height))
        return;
    for (const bool strong : { false, true })
        m_stamps.at(strong ? 1 : 0) = arrowStamps(m_context.look, strong, height, ratio);
}

// What comes after the moment, faint; and the moment as a line.
void LanesView::paintLater(QPainter& painter) const
{
    const Look& look = m_context.look;
    const TimeCursor& cursor = m_context.cursor;
    if (m_rows.empty())
        return;
    const QRect area = timeArea();
    const bool goesOn = cursor.live() && !m_window.zoomed(); // beyond what is shown as all
    const int x = goesOn ? std::min(xOf(now()), area.right() - look.px(1))
                         : xOf(cursor.live() ? now() : cursor.time());
    if (!cursor.live() && x < area.right()) {
        QColor veil = look.colour(Ink::Surface);
        veil.setAlphaF(0.72F);
        painter.fillRect(
            QRect(QPoint(std::max(x, area.left()), area.top()), area.bottomRight()), veil);
    }
    painter.fillRect(QRect(x, area.top(), look.px(2), area.height()), look.colour(Ink::Accent));
}

void LanesView::paintFocus(QPainter& painter) const
{
    if (!hasFocus() || m_focus.row < 0 || m_focus.row >= static_cast<int>(m_rows.size()))
        return;
    const Look& look = m_context.look;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.colour(Ink::Text), look.px(2)));
    const Lane& lane = laneOf(m_focus.row);
    if (m_focus.slice >= lane.slices.size())
        return;
    const int left = xOf(lane.slices[m_focus.slice].at);
    const int right = xOf(lane.slices.end(m_focus.slice, now()));
    const QRect band = bandOf(m_focus.row);
    painter.drawRect(
        QRect(left, band.top() - 1, std::max(right - left, look.px(4)), band.height() + 2));
}

void LanesView::paintAxis(QPainter& painter) const
{
    const Look& look = m_context.look;
    const QRect area = timeArea();
    painter.fillRect(QRect(0, 0, viewport()->width(), axisHeight()), look.colour(Ink::Surface));
    painter.setFont(look.small());
    const QFontMetrics metrics = painter.fontMetrics();
    if (m_rows.empty())
        return;
    painter.setPen(look.colour(Ink::QuietText));
    int free = area.left();
    for (const AxisTick& tick : axisTicks(m_window, area.width(), look.px(kTicksApart))) {
        const int x = area.left() + tick.x;
        const int wide = metrics.horizontalAdvance(tick.text);
        const int left
            = std::clamp(x - wide / 2, area.left(), std::max(area.right() - wide - look.px(4), 0));
        painter.fillRect(
            QRect(x, axisHeight() - look.px(4), 1, look.px(4)), look.colour(Ink::QuietText));
        if (left < free)
            continue;
        painter.drawText(left, metrics.ascent() + look.px(1), tick.text);
        free = left + wide + look.px(8);
    }
    painter.fillRect(QRect(0, axisHeight() - 1, viewport()->width(), 1), look.colour(Ink::Line));
}

} // namespace ipclab
