// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_table.h"

#include "views/common/look.h"
#include "views/traffic/traffic_delegate.h"
#include "views/traffic/traffic_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {

namespace {

struct ColumnWidth {
    TrafficModel::Column column;
    int desk; // px
};
constexpr ColumnWidth kWidths[] = {
    { TrafficModel::Time, 84 },
    { TrafficModel::Process, 108 },
    { TrafficModel::Call, 96 },
    { TrafficModel::Channel, 92 },
    { TrafficModel::Size, 84 },
};
// With less room than that for the bytes, columns give way, one after the other.
struct Yielding {
    TrafficModel::Column column;
    int room; // px
};
constexpr Yielding kYielding[] = {
    { TrafficModel::Channel, 200 },
    { TrafficModel::Call, 100 },
    { TrafficModel::Time, 100 },
    { TrafficModel::Size, 0 },
};

} // namespace

TrafficTable::TrafficTable(TrafficModel& model, Look& look, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_look(look)
{
    setModel(&model);
    setItemDelegate(new TrafficDelegate(look, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    setFrameShape(NoFrame);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent); // else all that it stands on is painted, too
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setTextElideMode(Qt::ElideRight); // it is whole in the tooltip
    connect(
        &model, &QAbstractItemModel::rowsAboutToBeInserted, this, [this] { m_follow = atEnd(); });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_follow)
            scrollToBottom();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_follow = true;
        scrollToBottom();
    });
    connect(&look, &Look::changed, this, &TrafficTable::applyLook);
    applyLook();
}

bool TrafficTable::atEnd() const
{
    const QScrollBar* bar = verticalScrollBar();
    return bar->value() >= bar->maximum();
}

void TrafficTable::applyLook()
{
    const int height = QFontMetrics(m_look.mono()).height() + m_look.px(6);
    verticalHeader()->setMinimumSectionSize(height);
    verticalHeader()->setDefaultSectionSize(height);
    horizontalHeader()->setMinimumSectionSize(
        m_look.px(24)); // else the last is wider than its room
    fitColumns();
    viewport()->update();
}

void TrafficTable::fitColumns()
{
    int all = 0;
    for (const ColumnWidth& width : kWidths) {
        setColumnHidden(width.column, false); // a hidden one has no width
        setColumnWidth(width.column, m_look.px(width.desk));
        all += columnWidth(width.column);
    }
    const int title = horizontalHeader()->sectionSizeHint(TrafficModel::Bytes);
    for (const Yielding& yielding : kYielding) {
        const int room = std::max(m_look.px(yielding.room), title);
        const bool hidden = viewport()->width() < all + room;
        if (hidden)
            all -= columnWidth(yielding.column);
        setColumnHidden(yielding.column, hidden);
    }
    const QModelIndex current = currentIndex();
    if (current.isValid() && isColumnHidden(current.column())) // from there no key leads away
        selectionModel()->setCurrentIndex(
            current.siblingAtColumn(TrafficModel::Process), QItemSelectionModel::NoUpdate);
}

void TrafficTable::resizeEvent(QResizeEvent* event)
{
    const bool end = m_follow && atEnd();
    QTableView::resizeEvent(event);
    fitColumns();
    if (end)
        scrollToBottom();
}

void TrafficTable::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(event->rect(), m_look.colour(Ink::Surface));
    QTableView::paintEvent(event);
    if (m_model.rowCount() == 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    emit painted(m_model.eventAt(last < 0 ? m_model.rowCount() - 1 : last));
}

void TrafficTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Home || event->key() == Qt::Key_End) {
        const int row = event->key() == Qt::Key_Home ? 0 : m_model.rowCount() - 1;
        setCurrentIndex(m_model.index(row, TrafficModel::Process));
        return;
    }
    QTableView::keyPressEvent(event);
}

QString TrafficTable::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QString text;
    for (const QModelIndex& row : rows)
        text += m_model.line(row.row()) + u'\n';
    return text;
}

void TrafficTable::copySelection() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace ipclab
