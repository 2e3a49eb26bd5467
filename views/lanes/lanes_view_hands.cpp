// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/common/pinch.h"
#include "views/common/plain_tip.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/lanes/lanes_view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr double kNotch = 120; // eighths of a degree, QWheelEvent::angleDelta
constexpr int kNear = 5; // px: an arrow is meant

double distance(const QLineF& line, const QPointF& point)
{
    const QPointF way = line.p2() - line.p1();
    const double square = QPointF::dotProduct(way, way);
    const double share = square > 0
        ? std::clamp(QPointF::dotProduct(point - line.p1(), way) / square, 0.0, 1.0)
        : 0.0;
    return QLineF(line.p1() + way * share, point).length();
}

} // namespace

const LanesView::DrawnArrow* LanesView::arrowAt(const QPoint& place) const
{
    const DrawnArrow* best = nullptr;
    double least = m_context.look.px(kNear);
    for (const DrawnArrow& drawn : m_arrows) {
        const double away = distance(drawn.line, place);
        if (away < least) {
            least = away;
            best = &drawn;
        }
    }
    return best;
}

QString LanesView::wordsAt(const QPoint& place) const
{
    const int row = rowAt(place.y());
    const TimeCursor& cursor = m_context.cursor;
    if (row < 0 || !cursor.wholeLog())
        return {};
    const Lane& lane = laneOf(row);
    if (place.x() < timeArea().left()) {
        const LaneHead head = headOf(row);
        return head.name + QLatin1Char(' ') + head.pid + QLatin1Char('\n') + head.state;
    }
    if (const DrawnArrow* const arrow = arrowAt(place))
        return arrowWords(cursor, m_feed, arrow->arrow);
    const int x = place.x() - timeArea().left();
    for (const LanePiece& piece : lanePieces(lane.slices, m_window, timeArea().width(), now())) {
        if (x < piece.left || x >= piece.right)
            continue;
        return piece.mixed ? mixWords(piece.shares) : sliceWords(cursor, lane, piece.slice, now());
    }
    if (lane.slices.dropped() > 0 && lane.slices.size() > 0 && timeAt(place.x()) < lane.slices[0].at
        && timeAt(place.x()) >= lane.begin)
        return LaneWords::tr("What was here is no longer kept");
    return {};
}

bool LanesView::showTip(const QHelpEvent& event)
{
    const QString words = wordsAt(event.pos());
    if (words.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(event.globalPos(), plainTip(words), viewport());
    return true;
}

bool LanesView::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        return showTip(*static_cast<QHelpEvent*>(event));
    case QEvent::Gesture:
    case QEvent::NativeGesture:
        return pinched(*event);
    default:
        return QAbstractScrollArea::viewportEvent(event);
    }
}

bool LanesView::pinched(const QEvent& event)
{
    const std::optional<Pinch> pinch = pinchIn(event, *viewport());
    if (!pinch)
        return false;
    m_window.zoom(1 / pinch->factor, timeAt(pinch->at.x()));
    m_press.reset(); // two fingers do not drag
    viewport()->update();
    return true;
}

// Over the lanes it zooms, over their heads it goes from lane to lane; sideways it goes along.
void LanesView::wheelEvent(QWheelEvent* event)
{
    const QPoint turned = event->angleDelta();
    const bool scrolls = event->modifiers().testFlag(Qt::ShiftModifier)
        || event->position().x() < timeArea().left();
    if (scrolls) {
        verticalScrollBar()->setValue(verticalScrollBar()->value()
            - static_cast<int>((turned.y() + turned.x()) / kNotch * m_rowHeight));
    } else if (std::abs(turned.x()) > std::abs(turned.y())) {
        m_window.shift(-static_cast<Nanoseconds>(
            turned.x() / kNotch * 0.1 * static_cast<double>(m_window.range())));
    } else {
        m_window.zoom(
            std::pow(0.8, turned.y() / kNotch), timeAt(static_cast<int>(event->position().x())));
    }
    viewport()->update();
    event->accept();
}

void LanesView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const TimeCursor& cursor = m_context.cursor;
    m_press = Press { event->position().toPoint(), m_window.from(), verticalScrollBar()->value(),
        false, cursor.live(), cursor.moment() };
    event->accept();
}

void LanesView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_press || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const QPoint moved = event->position().toPoint() - m_press->at;
    if (!m_press->dragged && moved.manhattanLength() < QApplication::startDragDistance())
        return;
    m_press->dragged = true;
    viewport()->setCursor(Qt::ClosedHandCursor);
    const double perPixel = static_cast<double>(m_window.range()) / std::max(timeArea().width(), 1);
    const Nanoseconds from = m_press->from - static_cast<Nanoseconds>(moved.x() * perPixel);
    m_window.show(from, from + m_window.range());
    verticalScrollBar()->setValue(m_press->scrolled - moved.y());
    viewport()->update();
}

void LanesView::mouseReleaseEvent(QMouseEvent* event)
{
    viewport()->unsetCursor();
    if (!m_press || event->button() != Qt::LeftButton)
        return;
    const Press press = *m_press;
    m_press.reset();
    if (press.dragged)
        return;
    m_before = press;
    clicked(press.at);
}

void LanesView::clicked(const QPoint& place)
{
    const int row = rowAt(place.y());
    if (row >= 0) {
        const LaneRow& of = m_rows[static_cast<std::size_t>(row)];
        const Lane& lane = laneOf(row);
        const Nanoseconds time = timeAt(place.x());
        m_focus
            = { row, place.x() < timeArea().left() ? LaneSlices::kNone : lane.slices.find(time) };
        const bool again = m_context.selection.pid() == lane.pid;
        chooseRow(row);
        if (place.x() < timeArea().left() && of.threads > 0 && again)
            setFolded(row, !of.folded);
    }
    if (place.x() >= timeArea().left() && !m_rows.empty())
        m_context.cursor.goToTime(
            std::clamp<Nanoseconds>(timeAt(place.x()), 0, m_context.cursor.endTime()));
    viewport()->update();
}

// What its first click did to the moment is taken back: all is to be shown, no other moment.
void LanesView::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || event->position().x() < timeArea().left())
        return;
    if (m_before && m_before->live)
        m_context.cursor.goLive();
    else if (m_before)
        m_context.cursor.goTo(m_before->moment);
    m_before.reset();
    m_press.reset();
    fit();
}

void LanesView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int row = byKey ? m_focus.row : rowAt(event->pos().y());
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    chooseRow(row);
    emit menuWanted(byKey ? viewport()->mapToGlobal(rowRect(row).center()) : event->globalPos());
}

void LanesView::chooseRow(int row)
{
    m_context.selection.choose(laneOf(row).pid);
}

} // namespace ipclab
