// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/lanes/lane_paint.h"
#include "views/lanes/lanes_view.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

// The heads of the lanes: painted when they are others, and copied until then.

namespace ipclab {

namespace {

constexpr int kIndent = 9; // px, of a child
constexpr int kMostDepth = 5; // deeper is not told apart by it

} // namespace

void LanesView::readHeads()
{
    m_heads.resize(m_rows.size());
    for (Head& head : m_heads)
        head.old = true;
}

void LanesView::forgetPainted()
{
    m_kept.clear();
    m_heads.clear();
    m_headsAre = {};
    m_stamps = {};
    readHeads();
}

// Those whose words are others now, or all.
void LanesView::paintHeads(QPainter& painter)
{
    const HeadsAre are { QSize(headWidth(), std::max(viewport()->height() - axisHeight(), 0)),
        devicePixelRatioF(), verticalScrollBar()->value(), m_rowHeight, m_compact,
        m_context.selection.pid(), hasFocus() ? m_focus.row : -1 };
    if (are.size.isEmpty())
        return;
    const bool all = are != m_headsAre;
    if (all) {
        m_headsAre = are;
        m_headPicture = QPixmap((QSizeF(are.size) * are.ratio).toSize());
        m_headPicture.setDevicePixelRatio(are.ratio);
        m_headPicture.fill(m_context.look.colour(Ink::Surface));
    }
    QPainter onPicture(&m_headPicture);
    onPicture.translate(0, -axisHeight());
    const auto [first, last] = visibleRows();
    for (int row = first; row < last; ++row) {
        Head& head = m_heads[static_cast<std::size_t>(row)];
        LaneHead now = head.old ? headOf(row) : head.words;
        if (m_compact)
            now.state.clear(); // there is no room to paint it
        const bool same = std::exchange(head.words, now) == now;
        head.old = false;
        if (all || !same)
            paintHead(onPicture, row);
    }
    onPicture.end();
    painter.drawPixmap(0, axisHeight(), m_headPicture);
}

LaneHead LanesView::headOf(int row) const
{
    const TimeCursor& cursor = m_context.cursor;
    return laneHead(
        cursor.world(), m_feed.world(), laneOf(row), cursor.live() ? now() : cursor.time());
}

void LanesView::paintHead(QPainter& painter, int row)
{
    const Look& look = m_context.look;
    const LaneRow& of = m_rows[static_cast<std::size_t>(row)];
    const Lane& lane = laneOf(row);
    const LaneHead& head = m_heads[static_cast<std::size_t>(row)].words;
    QRect rect = rowRect(row);
    rect.setWidth(headWidth());
    const bool chosen = lane.pid == m_context.selection.pid();
    painter.fillRect(rect, chosen ? look.wash(Ink::Accent) : look.colour(Ink::Surface));
    if (chosen)
        painter.fillRect(
            QRect(rect.left(), rect.top(), look.px(3), rect.height()), look.colour(Ink::Accent));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), look.wash(Ink::Line));
    painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), look.colour(Ink::Line));
    if (hasFocus() && row == m_focus.row) {
        painter.setPen(QPen(look.colour(Ink::Accent), look.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -2, -2));
    }
    const int indent = look.px(kIndent) * std::min(of.depth, kMostDepth);
    paintHeadWords(painter, of, head, rect.adjusted(look.px(6) + indent, 0, -look.px(5), 0));
}

void LanesView::paintHeadWords(
    QPainter& painter, const LaneRow& row, const LaneHead& head, QRect rect) const
{
    const Look& look = m_context.look;
    const int size = look.px(10);
    const QFont name = row.thread ? look.body() : look.strong();
    const QFontMetrics metrics(name);
    const QFontMetrics small(look.small());
    const int block = metrics.height() + (m_compact ? 0 : small.height());
    QRect line(
        rect.left(), rect.top() + (rect.height() - block) / 2, rect.width(), metrics.height());
    const QColor ink = readable(look.colour(inkOf(head.mark)), look.colour(Ink::Surface));
    painter.setRenderHint(QPainter::Antialiasing);
    paintStateMark(painter, QRectF(line.left(), line.center().y() - size / 2.0 + 1, size, size),
        head.mark, ink);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int inset = size + look.px(6);
    QString title = head.name;
    if (row.threads > 0)
        title += (row.folded ? QStringLiteral(" ▸") : QStringLiteral(" ▾"))
            + QString::number(row.threads + 1);
    const int pidWide = head.pid.isEmpty() ? 0 : small.horizontalAdvance(head.pid) + look.px(5);
    const int room = line.width() - inset;
    const QString shown
        = metrics.elidedText(title, Qt::ElideMiddle, std::max(room - pidWide, room / 2));
    painter.setFont(name);
    painter.setPen(look.colour(Ink::Text));
    painter.drawText(line.adjusted(inset, 0, 0, 0), Qt::AlignVCenter, shown);
    painter.setFont(look.small());
    painter.setPen(look.colour(Ink::QuietText));
    if (metrics.horizontalAdvance(shown) + pidWide <= room)
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, head.pid);
    if (m_compact)
        return;
    const QRect below(line.left() + inset, line.bottom() + 1, room, small.height());
    painter.setPen(ink);
    painter.drawText(
        below, Qt::AlignVCenter, small.elidedText(head.state, Qt::ElideRight, below.width()));
}

} // namespace ipclab
