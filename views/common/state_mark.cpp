// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/state_mark.h"

#include "ipc-core/analysis/wait.h"
#include "views/common/wording.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <optional>

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

void paintTriangle(QPainter& painter, const QRectF& rect)
{
    const QPointF left(rect.width() * 0.15, 0);
    painter.drawPolygon(QPolygonF { rect.topLeft() + left, QPointF(rect.right(), rect.center().y()),
        rect.bottomLeft() + left });
}

void paintTwoBars(QPainter& painter, const QRectF& rect)
{
    const qreal bar = rect.width() * 0.3;
    const qreal margin = rect.width() * 0.1;
    painter.drawRect(QRectF(rect.left() + margin, rect.top(), bar, rect.height()));
    painter.drawRect(QRectF(rect.right() - margin - bar, rect.top(), bar, rect.height()));
}

void paintPerson(QPainter& painter, const QRectF& rect)
{
    const qreal head = rect.width() * 0.48;
    painter.drawEllipse(QRectF(rect.center().x() - head / 2, rect.top(), head, head));
    const qreal neck = rect.top() + rect.height() * 0.55;
    painter.drawChord(QRectF(rect.left(), neck, rect.width(), rect.height() * 0.9), 0, 180 * 16);
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

StateMark markOf(const World& world, const Process& process, Tid thread)
{
    if (process.self)
        return StateMark::You;
    if (process.alive() && isStuck(world, process.pid, thread))
        return StateMark::Deadlock;
    if (process.nextHeld())
        return StateMark::Held;
    switch (process.state()) {
    case ProcessState::Running:
        return StateMark::Running;
    case ProcessState::Stopped:
        return StateMark::Stopped;
    case ProcessState::Zombie:
    case ProcessState::Gone:
        return StateMark::Ended;
    case ProcessState::Waiting:
        break;
    }
    const std::optional<Wait> wait = waitOf(world, process);
    return wait && wait->reason == WaitReason::Time ? StateMark::Sleeping : StateMark::Waiting;
}

void paintStateMark(QPainter& painter, const QRectF& rect, StateMark mark, const QColor& colour)
{
    const QPen pen(colour, rect.width() / 6.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    switch (mark) {
    case StateMark::Running:
        return paintTriangle(painter, rect);
    case StateMark::Waiting:
        return paintClock(painter, rect, pen);
    case StateMark::Sleeping:
        return paintMoon(painter, rect, colour);
    case StateMark::Stopped:
        return painter.drawRect(rect.adjusted(1, 1, -1, -1));
    case StateMark::Held:
        return paintTwoBars(painter, rect);
    case StateMark::Ended:
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        return painter.drawEllipse(rect.adjusted(1, 1, -1, -1));
    case StateMark::Deadlock:
        return paintNoWay(painter, rect, pen);
    case StateMark::You:
        return paintPerson(painter, rect);
    }
}

} // namespace ipclab
