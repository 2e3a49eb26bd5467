// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/common/time_cursor.h"
#include "views/timebar/density_bar.h"

#include <QPainter>
#include <QPainterPath>

#include <cstdlib>

namespace ipclab {

namespace {

constexpr int kFlag = 9; // px

} // namespace

// A flag on its pole.
void DensityBar::paintBookmarks(QPainter& painter, const Geometry& at) const
{
    const Look& look = m_context.look;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.colour(Ink::Accent));
    for (const auto& [moment, mark] : m_context.cursor.bookmarks().all()) {
        const int x = xOf(mark.at);
        painter.drawRect(QRectF(x - look.px(1), 0, look.px(2), at.line - look.px(2)));
        const int side = x + look.px(kFlag) > at.right ? -1 : 1; // at the end, to the left
        QPainterPath flag(QPointF(x, 0));
        flag.lineTo(x + side * look.px(kFlag), look.px(kFlag) / 2.0);
        flag.lineTo(x, look.px(kFlag));
        painter.drawPath(flag);
    }
}

// The nearest one whose flag is there.
std::optional<EventIndex> DensityBar::bookmarkAt(const QPoint& place) const
{
    const int near = m_context.look.px(kFlag);
    std::optional<EventIndex> found;
    int best = near + 1;
    if (place.y() > near + m_context.look.px(2))
        return found;
    for (const auto& [moment, mark] : m_context.cursor.bookmarks().all()) {
        const int away = std::abs(xOf(mark.at) - place.x());
        if (away < best) {
            best = away;
            found = moment;
        }
    }
    return found;
}

} // namespace ipclab
