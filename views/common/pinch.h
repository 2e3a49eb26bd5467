// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>

#include <optional>

class QEvent;
class QWidget;

namespace ipclab {

// Two fingers that part or close, on a touchpad or on the screen. GUI thread.
struct Pinch {
    double factor = 1; // above 1: closer
    QPoint at; // in the widget
};

// Of an event of the widget; of any other there is none. The widget has to grab Qt::PinchGesture.
std::optional<Pinch> pinchIn(const QEvent& event, const QWidget& widget);

} // namespace ipclab
