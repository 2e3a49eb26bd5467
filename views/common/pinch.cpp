// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/pinch.h"

#include <QGestureEvent>
#include <QNativeGestureEvent>
#include <QWidget>

#include <algorithm>

namespace ipclab {

namespace {

std::optional<Pinch> pinched(const QGestureEvent& event, const QWidget& widget)
{
    const auto* const pinch = static_cast<QPinchGesture*>(event.gesture(Qt::PinchGesture));
    if (!pinch || pinch->scaleFactor() <= 0)
        return std::nullopt;
    return Pinch { pinch->scaleFactor(), widget.mapFromGlobal(pinch->centerPoint().toPoint()) };
}

std::optional<Pinch> pinched(const QNativeGestureEvent& event)
{
    if (event.gestureType() != Qt::ZoomNativeGesture)
        return std::nullopt;
    return Pinch { std::clamp(1 + event.value(), 0.1, 10.0), event.position().toPoint() };
}

} // namespace

std::optional<Pinch> pinchIn(const QEvent& event, const QWidget& widget)
{
    switch (event.type()) {
    case QEvent::Gesture:
        return pinched(static_cast<const QGestureEvent&>(event), widget);
    case QEvent::NativeGesture:
        return pinched(static_cast<const QNativeGestureEvent&>(event));
    default:
        return std::nullopt;
    }
}

} // namespace ipclab
