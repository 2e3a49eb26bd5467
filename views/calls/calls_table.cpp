// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_table.h"

#include "views/calls/calls_accessible.h"
#include "views/calls/calls_model.h"
#include "views/common/look.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {

CallsTable::CallsTable(CallsModel& model, Look& look, QWidget* parent)
    : QAbstractItemView(parent)
    , m_model(model)
    , m_look(look)
    , m_header(new QHeaderView(Qt::Horizontal, this))
{
    makeCallsAccessible();
    setModel(&model);
    m_header->setModel(&model);
    m_header->setHighlightSections(false);
    m_header->setSectionsClickable(false);
    m_header->setStretchLastSection(false);
    m_header->setSectionResizeMode(QHeaderView::Fixed);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &CallsTable::noteScroll);
    connect(this, &QAbstractItemView::doubleClicked, this,
        [this](const QModelIndex& index) { emit wanted(index.row(), false); });
    connect(&look, &Look::changed, this, &CallsTable::applyLook);
    applyLook();
}

void CallsTable::applyLook()
{
    m_rowHeight = QFontMetrics(m_look.mono()).height() + m_look.px(6);
    updateGeometries();
    viewport()->update();
}

void CallsTable::fitColumns()
{
    const int time = m_look.px(84);
    const int process = m_look.px(viewport()->width() < m_look.px(620) ? 104 : 132);
    const int took = m_look.px(112);
    m_header->resizeSection(CallsModel::Time, time);
    m_header->resizeSection(CallsModel::Process, process);
    m_header->resizeSection(CallsModel::Took, took);
    m_header->resizeSection(
        CallsModel::What, std::max(viewport()->width() - time - process - took, m_look.px(120)));
}

void CallsTable::updateGeometries()
{
    const QScopedValueRollback<bool> moving(m_moving, true);
    const int header = m_header->isHidden() ? 0 : m_header->sizeHint().height();
    if (viewportMargins().top() != header)
        setViewportMargins(0, header, 0, 0);
    const QRect room = viewport()->geometry();
    m_header->setGeometry(room.left(), room.top() - header, room.width(), header);
    fitColumns();
    QScrollBar* const bar = verticalScrollBar();
    bar->setPageStep(std::max(rowsInView(), 1));
    bar->setSingleStep(1);
    bar->setRange(0, std::max(m_model.rowCount() - rowsInView(), 0));
    if (m_following)
        bar->setValue(bar->maximum());
    QAbstractItemView::updateGeometries();
}

void CallsTable::noteScroll()
{
    if (!m_moving)
        m_following = verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void CallsTable::setFollowing(bool following)
{
    m_following = following;
    updateGeometries();
}

void CallsTable::setTitled(bool titled)
{
    if (titled != m_header->isHidden())
        return;
    m_header->setVisible(titled);
    updateGeometries();
}

int CallsTable::topRow() const
{
    return verticalScrollBar()->value();
}

int CallsTable::rowsInView() const
{
    return std::max(viewport()->height() / m_rowHeight, 1);
}

int CallsTable::verticalOffset() const
{
    return topRow() * m_rowHeight;
}

QRect CallsTable::rectOf(int row) const
{
    return { 0, (row - topRow()) * m_rowHeight, viewport()->width(), m_rowHeight };
}

QRect CallsTable::visualRect(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    const QRect row = rectOf(index.row());
    return { m_header->sectionViewportPosition(index.column()), row.top(),
        m_header->sectionSize(index.column()), row.height() };
}

QModelIndex CallsTable::indexAt(const QPoint& point) const
{
    const int row = topRow() + point.y() / m_rowHeight;
    const int column = m_header->logicalIndexAt(point.x());
    return point.y() >= 0 && row < m_model.rowCount() && column >= 0 ? m_model.index(row, column)
                                                                     : QModelIndex();
}

void CallsTable::scrollTo(const QModelIndex& index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    QScrollBar* const bar = verticalScrollBar();
    if (hint == PositionAtCenter)
        bar->setValue(row - rowsInView() / 2);
    else if (row < topRow() || hint == PositionAtTop)
        bar->setValue(row);
    else if (row >= topRow() + rowsInView() || hint == PositionAtBottom)
        bar->setValue(row - rowsInView() + 1);
}

void CallsTable::bringIntoView(int row)
{
    if (row < topRow() || row >= topRow() + rowsInView())
        scrollTo(m_model.index(row, 0), PositionAtCenter);
}

void CallsTable::choose(int row)
{
    bringIntoView(row);
    selectionModel()->setCurrentIndex(
        m_model.index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void CallsTable::reset()
{
    QAbstractItemView::reset();
    updateGeometries();
}

// What comes before the rows in view does not move them.
void CallsTable::rowsInserted(const QModelIndex& parent, int first, int last)
{
    QAbstractItemView::rowsInserted(parent, first, last);
    const int top = topRow();
    updateGeometries();
    const bool empty = m_model.rowCount() == last - first + 1;
    if (!m_following && first > top + rowsInView())
        return; // under what is in view
    if (!m_following && first <= top && !empty) {
        const QScopedValueRollback<bool> moving(m_moving, true);
        verticalScrollBar()->setValue(top + last - first + 1);
    }
    viewport()->update();
}

QModelIndex CallsTable::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int rows = m_model.rowCount();
    if (rows == 0)
        return {};
    const QModelIndex current = currentIndex();
    const int row = current.isValid() ? current.row() : topRow();
    const auto to = [&](int wanted) { return m_model.index(std::clamp(wanted, 0, rows - 1), 0); };
    if (!current.isValid() && (action == MoveUp || action == MoveDown))
        return to(m_following ? rows - 1 : row);
    switch (action) {
    case MoveUp:
    case MovePrevious:
        return to(row - 1);
    case MoveDown:
    case MoveNext:
        return to(row + 1);
    case MovePageUp:
        return to(row - rowsInView());
    case MovePageDown:
        return to(row + rowsInView());
    case MoveHome:
        return to(0);
    case MoveEnd:
        return to(rows - 1);
    default:
        return current;
    }
}

void CallsTable::setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags)
{
    // From where it began to where it is: upwards, too.
    const auto rowAt = [&](int y) { return (verticalOffset() + y) / m_rowHeight; };
    const int first = std::max(rowAt(std::min(rect.top(), rect.bottom())), 0);
    const int last = std::min(rowAt(std::max(rect.top(), rect.bottom())), m_model.rowCount() - 1);
    if (first > last)
        return selectionModel()->select(QItemSelection(), flags);
    selectionModel()->select(
        { m_model.index(first, 0), m_model.index(last, CallsModel::ColumnCount - 1) }, flags);
}

QRegion CallsTable::visualRegionForSelection(const QItemSelection& selection) const
{
    QRegion region;
    for (const QItemSelectionRange& range : selection) {
        const int first = std::max(range.top(), topRow());
        const int last = std::min(range.bottom(), topRow() + rowsInView());
        if (first <= last)
            region += rectOf(first).united(rectOf(last));
    }
    return region;
}

void CallsTable::resizeEvent(QResizeEvent* event)
{
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
}

void CallsTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QAbstractItemView::currentChanged(current, previous);
    viewport()->update();
    if (QAccessible::isActive() && current.isValid() && hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row() - topRow());
        QAccessible::updateAccessibility(&event);
    }
}

void CallsTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
    } else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && currentIndex().isValid()) {
        emit wanted(currentIndex().row(), event->modifiers().testFlag(Qt::ShiftModifier));
    } else if (event->text().size() == 1 && event->text().at(0).isPrint()) {
        event->ignore(); // no search by the first letters: Space pauses
    } else {
        QAbstractItemView::keyPressEvent(event);
    }
}

} // namespace ipclab
