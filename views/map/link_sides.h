// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_ways.h"

#include <QPointF>
#include <QRectF>

#include <array>
#include <cstdint>
#include <vector>

namespace ipclab {

// Where lines leave a card or a tube.
enum class LinkSide : std::uint8_t { Left, Right, Top, Bottom };
constexpr std::array kLinkSides { LinkSide::Left, LinkSide::Right, LinkSide::Top,
    LinkSide::Bottom };

LinkSide sideTowards(const QRectF& from, const QRectF& to);
QPointF outOf(LinkSide side); // of length 1
bool isUpright(LinkSide side);

// A point of that side, `share` of the way along it.
QPointF pointOn(const QRectF& rect, LinkSide side, qreal share);

// On all sides, in their order.
std::vector<WayEnd> endsOf(const QRectF& rect, qreal share);

} // namespace ipclab
