// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/state_mark.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

namespace ipclab {

namespace {

void paintClock(QPainter& painter, const QRectF& rect, const QPen& pen)
{
    const QRectF face = rect.adjusted(0.6, 0.6, -0.6, -0.6);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(face);
    const QPointF middle = face.center();
    painter.drawPolyline(QPolygonF { QPointF(middle.x(), face.top() + face.height() * 0.22), middle,
        QPointF(face.right() - face.width() * 0.25, middle.y()) });
}

void paintMoon(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    QPainterPath full;
    full.addEllipse(rect);
    QPainterPath shadow;
    shadow.addEllipse(rect.translated(rect.width() * 0.38, -rect.height() * 0.18));
    painter.fillPath(full.subtracted(shadow), colour);
}

void paintNoWay(QPainter& painter, const QRectF& rect, const QPen& pen)
{
    const qreal cut = rect.width() * 0.3;
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolygon(
        QPolygonF { rect.topLeft() + QPointF(cut, 0), rect.topRight() - QPointF(cut, 0),
            rect.topRight() + QPointF(0, cut), rect.bottomRight() - QPointF(0, cut),
            rect.bottomRight() - QPointF(cut, 0), rect.bottomLeft() + QPointF(cut, 0),
            rect.bottomLeft() - QPointF(0, cut), rect.topLeft() + QPointF(0, cut) });
    const QRectF inner = rect.adjusted(cut, cut, -cut, -cut);
    painter.drawLine(inner.topLeft(), inner.bottomRight());
    painter.drawLine(inner.topRight(), inner.bottomLeft());
}

} // namespace

Ink inkOf(StateMark mark)
{
    switch (mark) {
    case StateMark::Running:
        return Ink::Running;
    case StateMark::Waiting:
    case StateMark::Sleeping:
        return Ink::Waiting;
    case StateMark::Stopped:
        return Ink::Stopped;
    case StateMark::Ended:
        return Ink::Gone;
    case StateMark::Deadlock:
        return Ink::Deadlock;
    case StateMark::Held:
    case StateMark::You:
        break;
    }
    return Ink::Accent;
}

void paintStateMark(QPainter& painter, const QRectF& rect, StateMark mark, const QColor& colour)
{
    const QPen pen(colour, rect.width() / 6.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (mark) {
    case StateMark::Running:
        painter.drawPolygon(QPolygonF { rect.topLeft() + QPointF(rect.width() * 0.15, 0),
            QPointF(rect.right(), rect.center().y()),
            rect.bottomLeft() + QPointF(rect.width() * 0.15, 0) });
        break;
    case StateMark::Waiting:
        paintClock(painter, rect, pen);
        break;
    case StateMark::Sleeping:
        paintMoon(painter, rect, colour);
        break;
    case StateMark::Stopped:
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
        break;
    case StateMark::Held: {
        const qreal bar = rect.width() * 0.3;
        painter.drawRect(QRectF(rect.left() + rect.width() * 0.1, rect.top(), bar, rect.height()));
        painter.drawRect(
            QRectF(rect.right() - rect.width() * 0.1 - bar, rect.top(), bar, rect.height()));
        break;
    }
    case StateMark::Ended:
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
        break;
    case StateMark::Deadlock:
        paintNoWay(painter, rect, pen);
        break;
    case StateMark::You:
        painter.drawEllipse(QRectF(rect.center().x() - rect.width() * 0.24, rect.top(),
            rect.width() * 0.48, rect.height() * 0.48));
        painter.drawChord(QRectF(rect.left(), rect.top() + rect.height() * 0.55, rect.width(),
                              rect.height() * 0.9),
            0, 180 * 16);
        break;
    }
}

} // namespace ipclab
