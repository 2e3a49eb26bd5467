// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timebar/time_icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace ipclab {

namespace {

// On a square of 12.
QPainterPath outline(TimeShape shape)
{
    QPainterPath path;
    switch (shape) {
    case TimeShape::EventBack:
        path.addRect(QRectF(1.5, 1.5, 2, 9));
        path.addPolygon(QPolygonF({ { 10.5, 1 }, { 4, 6 }, { 10.5, 11 } }));
        break;
    case TimeShape::EventOn:
        path.addPolygon(QPolygonF({ { 1.5, 1 }, { 8, 6 }, { 1.5, 11 } }));
        path.addRect(QRectF(8.5, 1.5, 2, 9));
        break;
    case TimeShape::Hold:
        path.addRect(QRectF(2, 1, 3, 10));
        path.addRect(QRectF(7, 1, 3, 10));
        break;
    case TimeShape::GoOn:
        path.addPolygon(QPolygonF({ { 2.5, 1 }, { 10.5, 6 }, { 2.5, 11 } }));
        break;
    case TimeShape::Live:
        path.addEllipse(QPointF(6, 6), 4, 4);
        break;
    }
    return path;
}

} // namespace

QIcon timeIcon(TimeShape shape, int side, qreal ratio, const QColor& ink)
{
    QPixmap pixmap(QSize(side, side) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(side / 12.0, side / 12.0);
    painter.fillPath(outline(shape), ink);
    return QIcon(pixmap);
}

} // namespace ipclab
