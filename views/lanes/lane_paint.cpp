// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_paint.h"

#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

Ink inkOf(LaneState state)
{
    switch (state) {
    case LaneState::Running:
        return Ink::Running;
    case LaneState::Waiting:
    case LaneState::Sleeping:
        return Ink::Waiting;
    case LaneState::Deadlocked:
        return Ink::Deadlock;
    case LaneState::Held:
        return Ink::Accent;
    case LaneState::Stopped:
        return Ink::Stopped;
    case LaneState::Absent:
    case LaneState::Zombie:
    case LaneState::Unwatched:
        break;
    }
    return Ink::Gone;
}

struct BarStyle {
    double height; // of the band
    bool solid; // filled with its ink, else with its wash
    Qt::PenStyle edge;
    Qt::BrushStyle pattern; // over it
};

BarStyle styleOf(LaneState state)
{
    switch (state) {
    case LaneState::Running:
        return { 1.0, true, Qt::NoPen, Qt::NoBrush };
    case LaneState::Waiting:
        return { 0.72, false, Qt::SolidLine, Qt::NoBrush };
    case LaneState::Sleeping:
        return { 0.72, false, Qt::DotLine, Qt::NoBrush };
    case LaneState::Deadlocked:
        return { 1.0, false, Qt::SolidLine, Qt::BDiagPattern };
    case LaneState::Held:
        return { 0.72, false, Qt::SolidLine, Qt::VerPattern };
    case LaneState::Stopped:
        return { 1.0, false, Qt::SolidLine, Qt::Dense6Pattern };
    case LaneState::Zombie:
        return { 0.6, false, Qt::DashLine, Qt::NoBrush };
    case LaneState::Absent:
    case LaneState::Unwatched:
        break;
    }
    return { 0.1, true, Qt::NoPen, Qt::NoBrush };
}

// Where its letters have room between the edges of the bar: on them they could not be read.
void paintLabel(QPainter& painter, const LaneInks& inks, const QRect& bar, const QColor& ink,
    const QString& text)
{
    const int inset = inks.look.px(8); // clear of the arrows that end where it begins
    const int edge = inks.look.px(1);
    const QFontMetrics metrics = painter.fontMetrics();
    const int room = bar.width() - 2 * inset;
    const int free = bar.height() - 2 * edge - inks.letters.height();
    if (room < metrics.height() * 2 || free < 0)
        return;
    painter.setPen(ink);
    painter.drawText(bar.left() + inset, bar.top() + edge + free / 2 - inks.letters.top(),
        metrics.elidedText(text, Qt::ElideRight, room));
}

qreal sizeOf(const Look& look, bool strong)
{
    return look.px(strong ? 7 : 5);
}

int thicknessOf(const Look& look, bool strong)
{
    return look.px(strong ? 3 : 1);
}

QPixmap clearPixmap(const QSize& size, qreal ratio)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QPixmap bytesDot(const Look& look, bool strong, qreal ratio)
{
    const qreal size = sizeOf(look, strong) * 0.9;
    QPixmap dot = clearPixmap(QSize(1, 1) * (2 * qCeil(size * ratio / 2 + 1)), ratio);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(inkOf(look, ArrowKind::Bytes));
    const qreal whole = dot.width() / ratio;
    painter.drawEllipse(QPointF(whole, whole) / 2, size / 2, size / 2);
    return dot;
}

// None where it would have to be scaled.
QPixmap upright(const Look& look, bool strong, int height, qreal ratio)
{
    if (ratio != 1 || height <= 0)
        return {};
    const int thickness = thicknessOf(look, strong);
    QPixmap line = clearPixmap({ thickness / 2 * 2 + 2, height }, ratio);
    QPainter painter(&line);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(inkOf(look, ArrowKind::Bytes), thickness));
    const int middle = line.width() / 2;
    painter.drawLine(middle, -thickness, middle, height + thickness);
    return line;
}

// As drawLine() does, for a part of the cost: nearly all are upright where much is drawn. False: it
// is not.
bool paintUpright(QPainter& painter, const QLineF& line, const QPixmap& stamp)
{
    const int end = stamp.width() / 2 - 1; // a line's ends are square
    const qreal height = std::abs(line.dy()) + 2 * end;
    if (stamp.isNull() || line.dx() != 0 || line.dy() == 0 || height > stamp.height())
        return false;
    const QPointF top(line.x1() - stamp.width() / 2.0, std::min(line.y1(), line.y2()) - end);
    painter.drawPixmap(top, stamp, QRectF(0, 0, stamp.width(), height));
    return true;
}

} // namespace

LaneInks::LaneInks(const Look& of)
    : look(of)
    , letters(QFontMetrics(of.small()).tightBoundingRect(QStringLiteral("dp")))
{
    const QColor surface = look.colour(Ink::Surface);
    const QColor text = look.colour(Ink::Text);
    for (std::size_t i = 0; i < kLaneStates; ++i) {
        const auto state = static_cast<LaneState>(i);
        const Ink meant = inkOf(state);
        ink.at(i) = look.colour(meant);
        ground.at(i) = styleOf(state).solid ? readable(ink.at(i), surface) : look.wash(meant);
        words.at(i) = contrast(text, ground.at(i)) >= kTextContrast ? text : surface;
        const bool waits = state == LaneState::Waiting || state == LaneState::Sleeping;
        mixed.at(i) = (waits ? blended(surface, ink.at(i), 0.45) : ink.at(i)).rgb();
    }
}

int wordyFrom(const Look& look)
{
    return look.px(36);
}

void paintBar(QPainter& painter, const LaneInks& inks, const QRect& band, LaneState state,
    const QString& label)
{
    const BarStyle style = styleOf(state);
    const auto at = static_cast<std::size_t>(state);
    const QColor& ink = inks.ink.at(at);
    const QColor& ground = inks.ground.at(at);
    const int cut = static_cast<int>(std::lround(band.height() * (1 - style.height) / 2));
    const QRect bar = band.adjusted(0, cut, 0, -cut);
    const int edge = inks.look.px(1);
    painter.fillRect(bar, ground);
    if (style.pattern != Qt::NoBrush)
        painter.fillRect(bar, QBrush(blended(ground, ink, 0.55), style.pattern));
    if (style.edge != Qt::NoPen && bar.width() > inks.look.px(12)) {
        painter.setPen(QPen(ink, edge, style.edge));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(bar.adjusted(0, 0, -1, -1));
    } else if (style.edge != Qt::NoPen) { // too narrow for dots and dashes
        painter.fillRect(QRect(bar.left(), bar.top(), bar.width(), edge), ink);
        painter.fillRect(QRect(bar.left(), bar.bottom() + 1 - edge, bar.width(), edge), ink);
        painter.fillRect(QRect(bar.left(), bar.top(), edge, bar.height()), ink);
    }
    if (state != LaneState::Unwatched && !label.isEmpty())
        paintLabel(painter, inks, bar, inks.words.at(at), label);
}

QColor inkOf(const Look& look, ArrowKind kind)
{
    switch (kind) {
    case ArrowKind::Bytes:
        return look.colour(Ink::KernelBytes);
    case ArrowKind::Signal:
        return look.colour(Ink::Stopped);
    case ArrowKind::Start:
    case ArrowKind::Program:
        return look.colour(Ink::Text);
    case ArrowKind::Reaped:
        break;
    }
    return look.colour(Ink::QuietText);
}

ArrowStamps arrowStamps(const Look& look, bool strong, int height, qreal ratio)
{
    return { bytesDot(look, strong, ratio), upright(look, strong, height, ratio) };
}

void paintArrow(QPainter& painter, const Look& look, const QLineF& line, ArrowKind kind,
    bool strong, const ArrowStamps& stamps)
{
    const QColor ink = inkOf(look, kind);
    const qreal size = sizeOf(look, strong);
    if (kind == ArrowKind::Program) { // a diamond: no way, but a change
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        const QPointF at = line.center();
        painter.drawPolygon(QPolygonF { at + QPointF(0, -size), at + QPointF(size * 0.8, 0),
            at + QPointF(0, size), at + QPointF(-size * 0.8, 0) });
        return;
    }
    const Qt::PenStyle style = kind == ArrowKind::Signal ? Qt::DashLine
        : kind == ArrowKind::Reaped                      ? Qt::DotLine
                                                         : Qt::SolidLine;
    if (kind != ArrowKind::Bytes || !paintUpright(painter, line, stamps.line)) {
        const qreal more = kind == ArrowKind::Signal ? 0.5 : 0;
        painter.setPen(QPen(ink, thicknessOf(look, strong) + more, style));
        painter.drawLine(line);
    }
    const qreal length = std::max(line.length(), 0.1);
    const QPointF way = (line.p2() - line.p1()) / length;
    const QPointF aside(-way.y() * size * 0.6, way.x() * size * 0.6);
    const QPointF back = line.p2() - way * size * 1.4;
    const bool open = kind == ArrowKind::Signal || kind == ArrowKind::Reaped;
    painter.setPen(open ? QPen(ink, look.px(1)) : QPen(Qt::NoPen));
    painter.setBrush(open ? look.colour(Ink::Surface) : ink);
    painter.drawPolygon(QPolygonF { line.p2(), back + aside, back - aside });
    const QPixmap& dot = stamps.dot;
    if (kind == ArrowKind::Bytes)
        painter.drawPixmap(
            line.p1() - QPointF(dot.width(), dot.height()) / dot.devicePixelRatio() / 2, dot);
}

} // namespace ipclab
