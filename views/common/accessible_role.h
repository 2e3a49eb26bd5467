// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace ipclab {

// What the widget is to a screen reader. Of what paints itself or scrolls, Qt does not know it, and
// says "filler", over which the reader passes. GUI thread.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

} // namespace ipclab
