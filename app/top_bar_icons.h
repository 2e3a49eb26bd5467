// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace ipclab {

enum class BarShape { Back, Reset, Stop, Run, Projector };

// Drawn, as no font is sure to have it; sharp at any size. A third wider than high: room before the
// text.
QIcon barIcon(
    BarShape shape, int height, qreal ratio, const QColor& ink, const QColor& disabledInk);

} // namespace ipclab
