// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pictures/witness.h"

#include <QStringList>

class QWidget;

namespace ipclab::test {

// The texts of labels and buttons that are cut, outside, or lie over each other, by the geometry of
// the widgets.
QStringList widgetFaults(const QWidget& window);

// The same of all that is painted, whoever paints it: cut by a clip that is not a scrolled area's
// edge, over each other, or painted over; elided, and no tooltip has it whole; or in an ink that
// cannot be read on its ground (WCAG 2.1, 1.4.3), unless it is of something disabled.
QStringList paintedFaults(QWidget& window);

// Those of them that need no widget to be judged.
QStringList faultsOf(const std::vector<PaintedText>& texts);

// What is painted in a smaller font than that; on the map, which fits itself into its room: than
// the other.
QStringList smallTexts(QWidget& window, double least, double leastOfMap);

// Nothing, or what is wrong with a panel's picture: it is empty.
QString emptiness(QWidget& panel);

bool holdsItsText(const QWidget& widget); // of a label or a button
QString nameOf(const QWidget& widget);

} // namespace ipclab::test
