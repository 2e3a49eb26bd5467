// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attach/running_table.h"

#include "views/attach/running_filter.h"
#include "views/common/look.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

// px at the desk, in the order of RunningModel::Column: a name has at most 15 letters, proc(5).
constexpr std::array kUsualWidths { 128, 74, 172, 164 };
constexpr int kNarrowest = 40;
constexpr int kWidest = 2000;
constexpr int kCommandRoom = 180; // less of it, and who started them gives way

} // namespace

RunningTable::RunningTable(RunningFilter& filter, const Look& look, QWidget* parent)
    : QTableView(parent)
    , m_look(look)
    , m_widths(kUsualWidths)
{
    setModel(&filter);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setSortingEnabled(true);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView& head = *horizontalHeader();
    head.setHighlightSections(false);
    head.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    head.setStretchLastSection(true);
    head.setTextElideMode(Qt::ElideRight);
    head.setSortIndicatorClearable(true);
    head.setSortIndicator(-1, Qt::AscendingOrder); // the newest first
    connect(&head, &QHeaderView::sectionResized, this,
        [this](int column, int, int width) { noteWidth(column, width); });
}

QByteArray RunningTable::widths() const
{
    QByteArrayList words;
    for (const int width : m_widths)
        words.append(QByteArray::number(width));
    return words.join(' ');
}

void RunningTable::setWidths(const QByteArray& widths)
{
    const QByteArrayList words = widths.split(' ');
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const int width = words.value(static_cast<qsizetype>(i)).toInt();
        m_widths.at(i) = width >= kNarrowest && width <= kWidest ? width : kUsualWidths.at(i);
    }
    fitColumns();
}

void RunningTable::applyLook()
{
    const int height = QFontMetrics(m_look.body()).height() + m_look.px(8);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setMinimumSectionSize(m_look.px(kNarrowest));
    setMinimumSize(m_look.px(480), m_look.px(120));
    fitColumns();
}

void RunningTable::noteWidth(int column, int width)
{
    const auto at = static_cast<std::size_t>(column);
    if (m_fitting || at >= m_widths.size() || isColumnHidden(column))
        return;
    m_widths.at(at)
        = std::clamp(static_cast<int>(std::lround(width / m_look.scale())), kNarrowest, kWidest);
}

void RunningTable::fitColumns()
{
    const QScopedValueRollback<bool> ours(m_fitting, true);
    int all = 0;
    for (std::size_t i = 0; i < m_widths.size(); ++i) {
        const auto column = static_cast<int>(i);
        setColumnHidden(column, false); // a hidden one has no width
        setColumnWidth(column, m_look.px(m_widths.at(i)));
        all += columnWidth(column);
    }
    const bool narrow = viewport()->width() < all + m_look.px(kCommandRoom);
    setColumnHidden(RunningModel::StartedBy, narrow);
    const QModelIndex current = currentIndex();
    if (current.isValid() && isColumnHidden(current.column())) // from there no key leads away
        selectionModel()->setCurrentIndex(
            current.siblingAtColumn(RunningModel::Name), QItemSelectionModel::NoUpdate);
}

void RunningTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0;
    if (plain && !event->text().isEmpty() && event->text().front().isPrint()) {
        emit typed(event->text());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RunningTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

} // namespace ipclab
