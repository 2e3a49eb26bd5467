// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/lanes/lanes_view.h"

#include <QAccessible>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {

namespace {

constexpr double kCloser = 0.7;

} // namespace

// Says it, too, to those who do not see it.
void LanesView::focusOn(int row, std::size_t slice)
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    m_focus = { row, slice };
    const QRect rect = rowRect(row);
    if (rect.top() < axisHeight())
        verticalScrollBar()->setValue(row * m_rowHeight);
    else if (rect.bottom() > viewport()->height())
        verticalScrollBar()->setValue((row + 1) * m_rowHeight - timeArea().height());
    const Lane& lane = laneOf(row);
    const TimeCursor& cursor = m_context.cursor;
    QString words;
    if (slice < lane.slices.size()) {
        m_window.reveal(lane.slices[slice].at, lane.slices.end(slice, now()));
        words = sliceWords(cursor, lane, slice, now());
    } else {
        const LaneHead head = headOf(row);
        words = head.name + QLatin1Char(' ') + head.pid + QStringLiteral(", ") + head.state;
    }
    setAccessibleDescription(words);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    viewport()->update();
}

// To the slice of about the same time there.
void LanesView::stepRow(int by)
{
    const int count = static_cast<int>(m_rows.size());
    if (count == 0)
        return;
    const int row = m_focus.row < 0 ? 0 : std::clamp(m_focus.row + by, 0, count - 1);
    Nanoseconds time = m_context.cursor.time();
    if (m_focus.row >= 0 && m_focus.row < count) {
        const LaneSlices& slices = laneOf(m_focus.row).slices;
        if (m_focus.slice < slices.size())
            time = slices[m_focus.slice].at;
    }
    focusOn(row, laneOf(row).slices.find(time));
}

// Over what is no state: it is not there.
void LanesView::stepSlice(int by)
{
    if (m_focus.row < 0 || m_focus.row >= static_cast<int>(m_rows.size()))
        return stepRow(0);
    const LaneSlices& slices = laneOf(m_focus.row).slices;
    if (slices.size() == 0)
        return;
    const auto count = static_cast<std::ptrdiff_t>(slices.size());
    auto at = m_focus.slice < slices.size() ? static_cast<std::ptrdiff_t>(m_focus.slice) + by
                                            : (by > 0 ? 0 : count - 1);
    while (at >= 0 && at < count && slices[static_cast<std::size_t>(at)].state == LaneState::Absent)
        at += by;
    if (at >= 0 && at < count)
        focusOn(m_focus.row, static_cast<std::size_t>(at));
}

void LanesView::goToFocused()
{
    if (m_focus.row < 0 || m_focus.row >= static_cast<int>(m_rows.size()))
        return;
    const Lane& lane = laneOf(m_focus.row);
    chooseRow(m_focus.row);
    if (m_focus.slice < lane.slices.size())
        m_context.cursor.goTo(lane.slices[m_focus.slice].event + EventIndex { 1 });
}

bool LanesView::keyZooms(const QKeyEvent& event)
{
    const bool along = event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    const Nanoseconds step = m_window.range() / 8;
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(kCloser);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / kCloser);
        return true;
    case Qt::Key_0:
        fit();
        return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!along)
            return false;
        m_window.shift(event.key() == Qt::Key_Left ? -step : step);
        viewport()->update();
        return true;
    default:
        return false;
    }
}

bool LanesView::keySteps(const QKeyEvent& event)
{
    const bool inRow = m_focus.row >= 0 && m_focus.row < static_cast<int>(m_rows.size());
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        stepSlice(event.key() == Qt::Key_Left ? -1 : 1);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
        stepRow(event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int page = std::max(timeArea().height() / m_rowHeight, 1);
        stepRow(event.key() == Qt::Key_PageUp ? -page : page);
        return true;
    }
    case Qt::Key_Home:
    case Qt::Key_End:
        if (inRow && laneOf(m_focus.row).slices.size() > 0) {
            m_focus.slice = LaneSlices::kNone;
            stepSlice(event.key() == Qt::Key_Home ? 1 : -1);
        }
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        goToFocused();
        return true;
    case Qt::Key_F:
        if (inRow)
            setFolded(m_focus.row, !isFolded(laneOf(m_focus.row)));
        return true;
    default:
        return false;
    }
}

void LanesView::keyPressEvent(QKeyEvent* event)
{
    if (!keyZooms(*event) && !keySteps(*event))
        QWidget::keyPressEvent(event); // a scroll area would take more of them
}

void LanesView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason
        || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    if (byKey && m_focus.row < 0 && !m_rows.empty())
        stepRow(0);
    viewport()->update();
}

void LanesView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace ipclab
