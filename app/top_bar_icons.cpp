// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/top_bar_icons.h"

#include <QPainter>
#include <QPainterPath>
#include <QPixmap>

namespace ipclab {

namespace {

void drawRun(QPainter& painter)
{
    QPainterPath path(QPointF(2.5, 1));
    path.lineTo(11, 6);
    path.lineTo(2.5, 11);
    painter.drawPath(path);
}

void drawReset(QPainter& painter, const QColor& ink)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawArc(QRectF(1.5, 1.5, 9, 9), 60 * 16, 290 * 16);
    QPainterPath head(QPointF(8.2, 0.2));
    head.lineTo(8.2, 4.4);
    head.lineTo(11.6, 2.6);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPath(head);
}

void drawOutlined(QPainter& painter, BarShape shape, const QColor& ink)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (shape == BarShape::Back) {
        painter.drawPolyline(QPolygonF({ { 7.5, 2 }, { 3.5, 6 }, { 7.5, 10 } }));
        return;
    }
    painter.drawRect(QRectF(1, 2, 10, 6.5));
    painter.drawLine(QPointF(4, 11), QPointF(8, 11));
}

QPixmap drawn(BarShape shape, int height, qreal ratio, const QColor& ink)
{
    QPixmap pixmap(QSize(height * 4 / 3, height) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(height / 12.0, height / 12.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    if (shape == BarShape::Run)
        drawRun(painter);
    else if (shape == BarShape::Stop)
        painter.drawRect(QRectF(2, 2, 8, 8));
    else if (shape == BarShape::Reset)
        drawReset(painter, ink);
    else
        drawOutlined(painter, shape, ink);
    return pixmap;
}

} // namespace

QIcon barIcon(BarShape shape, int height, qreal ratio, const QColor& ink, const QColor& disabledInk)
{
    QIcon icon(drawn(shape, height, ratio, ink));
    icon.addPixmap(drawn(shape, height, ratio, disabledInk), QIcon::Disabled);
    return icon;
}

} // namespace ipclab
