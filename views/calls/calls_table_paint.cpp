// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_model.h"
#include "views/calls/calls_table.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace ipclab {

CallCells CallsTable::cellsOf(int row) const
{
    CallCells cells;
    const int margin = m_look.px(6);
    for (int column = 0; column < CallsModel::ColumnCount; ++column)
        cells.at(static_cast<std::size_t>(column))
            = visualRect(m_model.index(row, column)).adjusted(margin, 0, -margin, 0);
    return cells;
}

void CallsTable::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().base());
    const int rows = m_model.rowCount();
    const int last = std::min(topRow() + rowsInView(), rows - 1);
    const std::optional<int> moment = m_model.momentRow();
    const CallPainter words(m_look, painter);
    for (int row = topRow(); row <= last; ++row)
        paintRow(painter, words, row, moment == row);
    if (rows > 0)
        emit painted(m_model.eventAt(last));
}

void CallsTable::paintRow(QPainter& painter, const CallPainter& words, int row, bool moment) const
{
    const QRect room = rectOf(row);
    const bool chosen = selectionModel()->isRowSelected(row);
    if (row % 2 == 1)
        painter.fillRect(room, palette().alternateBase());
    if (chosen)
        painter.fillRect(room, m_look.wash(Ink::Accent));
    // Quiet words could not be read on what is chosen.
    const QColor quiet = m_look.colour(chosen ? Ink::Text : Ink::QuietText);
    words.paint(m_model.words(row), cellsOf(row), moment, quiet);
    const QColor accent = m_look.colour(Ink::Accent);
    if (moment) { // where the moment is: what is under it comes later
        painter.fillRect(QRect(room.left(), room.top(), m_look.px(3), room.height()), accent);
        painter.fillRect(
            QRect(room.left(), room.bottom() - m_look.px(1) + 1, room.width(), m_look.px(1)),
            accent);
    }
    if (row == currentIndex().row() && hasFocus()) {
        painter.setPen(accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(room.adjusted(0, 0, -1, -1));
    }
}

bool CallsTable::anyWaitingInView() const
{
    const int last = std::min(topRow() + rowsInView(), m_model.rowCount() - 1);
    for (int row = topRow(); row <= last; ++row) {
        if (m_model.waiting(row))
            return true;
    }
    return false;
}

// The whole of what does not fit.
bool CallsTable::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractItemView::viewportEvent(event);
    const auto& help = static_cast<const QHelpEvent&>(*event);
    const QModelIndex index = indexAt(help.pos());
    const QString text = index.isValid() ? index.data().toString() : QString();
    const int width = QFontMetrics(m_look.strong()).horizontalAdvance(text);
    const bool fits = width <= visualRect(index).width() - m_look.px(12);
    QToolTip::showText(help.globalPos(), fits ? QString() : plainTip(text), viewport());
    return true;
}

QString CallsTable::selectedText() const
{
    QString text;
    int left = kMostCopied;
    QItemSelection selected = selectionModel()->selection();
    std::ranges::sort(selected, {}, &QItemSelectionRange::top);
    for (const QItemSelectionRange& range : selected) {
        for (int row = range.top(); row <= range.bottom() && left > 0; ++row, --left)
            text += m_model.line(row) + QLatin1Char('\n');
    }
    return text;
}

void CallsTable::copySelection() const
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

} // namespace ipclab
