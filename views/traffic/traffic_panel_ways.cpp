// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/byte_origin.h"
#include "views/common/time_cursor.h"
#include "views/common/transfer.h"
#include "views/traffic/bytes_side.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_search.h"
#include "views/traffic/traffic_table.h"

#include <QComboBox>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace ipclab {

std::optional<EventIndex> TrafficPanel::chosenEvent() const
{
    const QModelIndex row = m_table->currentIndex();
    return row.isValid() ? std::optional(m_model->eventAt(row.row())) : std::nullopt;
}

void TrafficPanel::goToOtherEnd()
{
    const std::optional<EventIndex> from = chosenEvent();
    if (!from)
        return sayWhyNot(tr("Choose a row first: of bytes written, read or kept."));
    const TimeCursor& cursor = m_context.cursor;
    const LogView all(*cursor.wholeLog(), cursor.end());
    const EventBody& body = all[*from].body;
    // A channel that is made later than the moment has bytes later, too: its kind is of the end.
    if (std::holds_alternative<BytesRead>(body))
        return goToEvent(
            writeOf(all, cursor.world(), *from), tr("Which write sent these bytes is not known."));
    if (std::holds_alternative<BytesWritten>(body))
        return goToEvent(
            readOf(all, cursor.world(), *from), tr("Nobody has been seen to read these bytes."));
    if (std::holds_alternative<StdioLevel>(body))
        return goToEvent(flushOf(all, *from), tr("No write has been seen to take these bytes."));
    sayWhyNot(tr("Choose a row first: of bytes written, read or kept."));
}

void TrafficPanel::goToPrint()
{
    const std::optional<EventIndex> from = chosenEvent();
    if (!from)
        return sayWhyNot(tr("Choose a row first: of bytes written, read or kept."));
    const TimeCursor& cursor = m_context.cursor;
    const LogView all(*cursor.wholeLog(), cursor.end());
    if (std::holds_alternative<StdioLevel>(all[*from].body))
        return sayWhyNot(tr("This row is where the program printed them."));
    if (!transferIn(all[*from].body))
        return sayWhyNot(tr("Choose a row first: of bytes written, read or kept."));
    std::optional<EventIndex> write = from;
    if (std::holds_alternative<BytesRead>(all[*from].body))
        write = writeOf(all, cursor.world(), *from);
    goToEvent(write ? printOf(all, *write) : std::nullopt,
        tr("Where the program printed these bytes is not known."));
}

void TrafficPanel::sayWhyNot(const QString& words)
{
    QToolTip::showText(m_bar->mapToGlobal(QPoint(0, m_bar->height())), words, m_bar);
    emit said(words);
}

void TrafficPanel::goToEvent(std::optional<EventIndex> event, const QString& orSay)
{
    if (!event)
        return sayWhyNot(orSay);
    TimeCursor& cursor = m_context.cursor;
    if (hides(*event))
        m_channels->setCurrentIndex(0);
    m_going = event;
    m_goingTo = *event + 1;
    m_goingLive = m_goingTo >= cursor.end();
    cursor.goToOrLive(m_goingTo);
    choose();
}

// When the rows have come as far; and not once the person looks at something else.
void TrafficPanel::choose()
{
    const TimeCursor& cursor = m_context.cursor;
    const bool there = cursor.moment() == m_goingTo || (cursor.live() && m_goingLive);
    if (!there)
        m_going.reset();
    const std::optional<int> row = m_going ? m_model->rowOf(*m_going) : std::nullopt;
    if (!row)
        return;
    m_going.reset();
    m_table->setCurrentIndex(m_model->index(*row, TrafficModel::Process));
    m_table->scrollTo(m_table->currentIndex());
    if (!m_search->hasFocus() && !m_search->isAncestorOf(window()->focusWidget()))
        m_table->setFocus();
}

void TrafficPanel::offerWays()
{
    const std::optional<EventIndex> event = chosenEvent();
    const EventLog* const log = m_context.cursor.wholeLog();
    const bool known = event && log;
    const bool read = known && std::holds_alternative<BytesRead>((*log)[*event].body);
    const bool written = known && std::holds_alternative<BytesWritten>((*log)[*event].body);
    const bool kept = known && std::holds_alternative<StdioLevel>((*log)[*event].body);
    QToolButton& otherEnd = m_bytes->otherEnd();
    QToolButton& print = m_bytes->print();
    otherEnd.setVisible(read || written || kept);
    print.setVisible(read || written);
    otherEnd.setText(written ? tr("Read by") : kept ? tr("Written by") : tr("Sent by"));
    otherEnd.setToolTip(written ? tr("To the read that took these bytes (F6)")
            : kept              ? tr("To the write that took these bytes out (F6)")
                                : tr("To the write that sent these bytes (F6)"));
    print.setText(tr("Printed by"));
    print.setToolTip(tr("To where the program printed these bytes (Shift+F6)"));
}

// Where it is seen already, the moment stays.
void TrafficPanel::goToFound(EventIndex event)
{
    const std::optional<int> row = m_model->rowOf(event);
    if (!row)
        return goToEvent(event, {});
    m_table->selectRow(*row);
    m_table->scrollTo(m_model->index(*row, TrafficModel::Process));
}

} // namespace ipclab
