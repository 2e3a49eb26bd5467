// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/tube_outline.h"

#include "views/map/map_words.h"

#include <QPolygonF>

#include <algorithm>

namespace ipclab {

namespace {

// Lengths at the desk, px.
constexpr qreal kTab = 6; // how far a plate, a stand or a shackle stands out
constexpr qreal kEnd = 11; // of an end that is pointed or hollow
constexpr qreal kPin = 4;
constexpr qreal kPiece = 5; // between two datagrams

QPainterPath closed(const QPolygonF& corners)
{
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath rounded(const QRectF& rect, qreal round)
{
    QPainterPath path;
    path.addRoundedRect(rect, round, round);
    return path;
}

QPainterPath boxed(const QRectF& rect)
{
    QPainterPath path;
    path.addRect(rect);
    return path;
}

QPainterPath tube(const QRectF& rect, qreal unit)
{
    return rounded(rect, std::min(rect.height() / 2, 15 * unit));
}

QPainterPath fifo(const QRectF& rect, const QRectF& body, qreal unit)
{
    const QRectF plate(rect.left() + 20 * unit, rect.top(), 46 * unit, kTab * unit * 2);
    return tube(body, unit).united(rounded(plate, 2 * unit));
}

QPainterPath terminal(const QRectF& rect, const QRectF& body, qreal unit)
{
    const qreal half = rect.width() * 0.22;
    const qreal middle = rect.center().x();
    const qreal neck = body.bottom() - unit;
    return boxed(body).united(
        closed({ QPointF(middle - half * 0.7, neck), QPointF(middle + half * 0.7, neck),
            QPointF(middle + half, rect.bottom()), QPointF(middle - half, rect.bottom()) }));
}

// Ends that point out of it by so much, or into it.
QPainterPath ended(const QRectF& rect, qreal out)
{
    const qreal corner = std::max<qreal>(0, out);
    const qreal tip = std::min<qreal>(0, out);
    const qreal y = rect.center().y();
    return closed(
        { QPointF(rect.left() + corner, rect.top()), QPointF(rect.right() - corner, rect.top()),
            QPointF(rect.right() + tip, y), QPointF(rect.right() - corner, rect.bottom()),
            QPointF(rect.left() + corner, rect.bottom()), QPointF(rect.left() - tip, y) });
}

QPainterPath inPieces(const QPainterPath& whole, const QRectF& rect, qreal unit)
{
    QPainterPath gaps;
    for (const qreal share : { 0.09, 0.91 }) { // the words stand between
        const qreal x = rect.left() + share * rect.width();
        gaps.addRect(x - kPiece * unit / 2, rect.top() - 1, kPiece * unit, rect.height() + 2);
    }
    return whole.subtracted(gaps);
}

QPainterPath sheet(const QRectF& rect, qreal unit)
{
    const qreal fold = kEnd * unit;
    QPainterPath path = closed({ rect.topLeft(), rect.topRight() - QPointF(fold, 0),
        rect.topRight() + QPointF(0, fold), rect.bottomRight(), rect.bottomLeft() });
    path.moveTo(rect.topRight() - QPointF(fold, 0)); // what is turned down
    path.lineTo(rect.topRight() + QPointF(-fold, fold));
    path.lineTo(rect.topRight() + QPointF(0, fold));
    return path;
}

QPainterPath chip(const QRectF& rect, const QRectF& body, qreal unit)
{
    constexpr int kPins = 9;
    QPainterPath path = boxed(body);
    for (int pin = 0; pin < kPins; ++pin) {
        const qreal middle = body.left() + body.width() * (pin + 0.5) / kPins;
        path = path.united(
            boxed(QRectF(middle - kPin * unit, rect.top(), 2 * kPin * unit, rect.height())));
    }
    return path;
}

QPainterPath stamp(const QRectF& rect, qreal unit)
{
    constexpr int kTeeth = 3;
    const qreal radius = std::min(rect.height() / (2 * kTeeth + 1), 5 * unit);
    QPainterPath bites;
    for (int tooth = 0; tooth < kTeeth; ++tooth) {
        const qreal y = rect.top() + rect.height() * (tooth + 0.5) / kTeeth;
        bites.addEllipse(QPointF(rect.left(), y), radius, radius);
        bites.addEllipse(QPointF(rect.right(), y), radius, radius);
    }
    return boxed(rect).subtracted(bites);
}

QPainterPath barrier(const QRectF& rect, const QRectF& body, qreal unit)
{
    const qreal post = kEnd * unit;
    return boxed(body)
        .united(boxed(QRectF(rect.left(), rect.top(), post, rect.height())))
        .united(boxed(QRectF(rect.right() - post, rect.top(), post, rect.height())));
}

QPainterPath slanted(const QRectF& rect, qreal unit)
{
    const QPointF slant(1.5 * kEnd * unit, 0);
    return closed(
        { rect.topLeft() + slant, rect.topRight(), rect.bottomRight() - slant, rect.bottomLeft() });
}

QPainterPath pennant(const QRectF& rect, qreal unit)
{
    const QPointF hollow(2 * kEnd * unit, 0);
    return closed({ rect.topLeft(), rect.topRight(),
        QPointF(rect.right(), rect.center().y()) - hollow, rect.bottomRight(), rect.bottomLeft() });
}

QPainterPath padlock(const QRectF& rect, const QRectF& body, qreal unit)
{
    const qreal thick = 5.5 * unit;
    const qreal round = 11 * unit;
    const QRectF outer(rect.center().x() - 19 * unit, rect.top(), 38 * unit,
        body.top() - rect.top() + round); // its lower end is within the body
    const QPainterPath shackle
        = rounded(outer, round)
              .subtracted(rounded(outer.adjusted(thick, thick, -thick, 0), round - thick));
    return rounded(body, 4 * unit).united(shackle);
}

} // namespace

TubeShape shapeOf(const Channel& channel)
{
    switch (channel.kind) {
    case ChannelKind::Pipe:
        return TubeShape::Pipe;
    case ChannelKind::Fifo:
        return TubeShape::Fifo;
    case ChannelKind::Pty:
        return TubeShape::Terminal;
    case ChannelKind::Unix:
        return channel.datagram ? TubeShape::UnixDatagrams : TubeShape::UnixStream;
    case ChannelKind::Tcp:
        return TubeShape::InternetStream;
    case ChannelKind::Udp:
        return TubeShape::InternetDatagrams;
    case ChannelKind::File:
        return TubeShape::File;
    case ChannelKind::Shm: // a named semaphore is kept in memory, sem_overview(7)
        return channel.name.starts_with("/dev/shm/sem.") ? TubeShape::Semaphore : TubeShape::Memory;
    case ChannelKind::Queue:
        return TubeShape::Messages;
    case ChannelKind::Eventfd:
        return TubeShape::Eventfd;
    case ChannelKind::Semaphore:
        return TubeShape::Semaphore;
    case ChannelKind::Timerfd:
    case ChannelKind::Signalfd:
    case ChannelKind::Epoll:
    case ChannelKind::Inotify:
    case ChannelKind::Pidfd:
    case ChannelKind::IoUring:
        break;
    }
    return TubeShape::Wake;
}

QString shapeName(TubeShape shape)
{
    switch (shape) {
    case TubeShape::Pipe:
        return MapWords::tr("pipe");
    case TubeShape::Fifo:
        return MapWords::tr("FIFO: a pipe with a name");
    case TubeShape::Terminal:
        return MapWords::tr("pseudo-terminal");
    case TubeShape::UnixStream:
        return MapWords::tr("Unix socket, a stream");
    case TubeShape::UnixDatagrams:
        return MapWords::tr("Unix socket, for datagrams");
    case TubeShape::InternetStream:
        return MapWords::tr("TCP socket, a stream");
    case TubeShape::InternetDatagrams:
        return MapWords::tr("UDP socket, for datagrams");
    case TubeShape::File:
        return MapWords::tr("file");
    case TubeShape::Memory:
        return MapWords::tr("shared memory");
    case TubeShape::Messages:
        return MapWords::tr("message queue");
    case TubeShape::Semaphore:
        return MapWords::tr("semaphore");
    case TubeShape::Eventfd:
        return MapWords::tr("eventfd: a counter that wakes");
    case TubeShape::Lock:
        return MapWords::tr("lock");
    case TubeShape::Wake:
    case TubeShape::Count:
        break;
    }
    return MapWords::tr("descriptor that wakes");
}

QRectF tubeBody(TubeShape shape, const QRectF& rect, qreal unit)
{
    switch (shape) {
    case TubeShape::Fifo:
        return rect.adjusted(0, kTab * unit, 0, 0);
    case TubeShape::Terminal:
        return rect.adjusted(0, 0, 0, -kTab * unit);
    case TubeShape::Memory:
    case TubeShape::Semaphore:
        return rect.adjusted(0, kPin * unit, 0, -kPin * unit);
    case TubeShape::Lock:
        return rect.adjusted(0, 2 * kTab * unit, 0, 0);
    default:
        return rect;
    }
}

QPainterPath tubeOutline(TubeShape shape, const QRectF& rect, qreal unit)
{
    const QRectF body = tubeBody(shape, rect, unit);
    switch (shape) {
    case TubeShape::Fifo:
        return fifo(rect, body, unit);
    case TubeShape::Terminal:
        return terminal(rect, body, unit);
    case TubeShape::UnixStream:
        return ended(rect, -kEnd * unit);
    case TubeShape::UnixDatagrams:
        return inPieces(ended(rect, -kEnd * unit), rect, unit);
    case TubeShape::InternetStream:
        return ended(rect, kEnd * unit);
    case TubeShape::InternetDatagrams:
        return inPieces(ended(rect, kEnd * unit), rect, unit);
    case TubeShape::File:
        return sheet(rect, unit);
    case TubeShape::Memory:
        return chip(rect, body, unit);
    case TubeShape::Messages:
        return stamp(rect, unit);
    case TubeShape::Semaphore:
        return barrier(rect, body, unit);
    case TubeShape::Eventfd:
        return slanted(rect, unit);
    case TubeShape::Wake:
        return pennant(rect, unit);
    case TubeShape::Lock:
        return padlock(rect, body, unit);
    case TubeShape::Pipe:
    case TubeShape::Count:
        break;
    }
    return tube(rect, unit);
}

} // namespace ipclab
