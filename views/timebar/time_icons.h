// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

#include <cstdint>

namespace ipclab {

enum class TimeShape : std::uint8_t { EventBack, EventOn, Hold, GoOn, Live };

// As on the keys of a recorder; drawn, and so sharp at any size.
QIcon timeIcon(TimeShape shape, int side, qreal ratio, const QColor& ink);

} // namespace ipclab
