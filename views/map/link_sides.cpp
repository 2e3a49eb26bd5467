// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/link_sides.h"

namespace ipclab {

LinkSide sideTowards(const QRectF& from, const QRectF& to)
{
    if (to.left() >= from.right())
        return LinkSide::Right;
    if (to.right() <= from.left())
        return LinkSide::Left;
    if (to.top() >= from.bottom())
        return LinkSide::Bottom;
    if (to.bottom() <= from.top())
        return LinkSide::Top;
    return to.center().x() >= from.center().x() ? LinkSide::Right : LinkSide::Left;
}

QPointF outOf(LinkSide side)
{
    switch (side) {
    case LinkSide::Left:
        return { -1, 0 };
    case LinkSide::Right:
        return { 1, 0 };
    case LinkSide::Top:
        return { 0, -1 };
    case LinkSide::Bottom:
        break;
    }
    return { 0, 1 };
}

bool isUpright(LinkSide side)
{
    return side == LinkSide::Left || side == LinkSide::Right;
}

QPointF pointOn(const QRectF& rect, LinkSide side, qreal share)
{
    switch (side) {
    case LinkSide::Left:
        return { rect.left(), rect.top() + share * rect.height() };
    case LinkSide::Right:
        return { rect.right(), rect.top() + share * rect.height() };
    case LinkSide::Top:
        return { rect.left() + share * rect.width(), rect.top() };
    case LinkSide::Bottom:
        break;
    }
    return { rect.left() + share * rect.width(), rect.bottom() };
}

std::vector<WayEnd> endsOf(const QRectF& rect, qreal share)
{
    std::vector<WayEnd> ends;
    for (const LinkSide side : kLinkSides)
        ends.push_back({ pointOn(rect, side, share), outOf(side) });
    return ends;
}

} // namespace ipclab
