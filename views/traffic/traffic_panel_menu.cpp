// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/menu_text.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/transfer.h"
#include "views/common/wording.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/bytes_side.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_table.h"

#include <QComboBox>
#include <QMenu>

#include <algorithm>

// What can be done with the row that is chosen.

namespace ipclab {

namespace {

constexpr std::size_t kMostNamed = 4; // processes

const QString kOtherEndKey = QStringLiteral("\tF6");
const QString kPrintKey = QStringLiteral("\tShift+F6");
const QString kCopyKey = QStringLiteral("\tCtrl+C");

} // namespace

// Of the row under the mouse, which the press has chosen; by key, of the one that is chosen.
void TrafficPanel::showMenu(const QPoint& place)
{
    const QModelIndex at = m_table->indexAt(place);
    const QModelIndex row = at.isValid() ? at : m_table->currentIndex();
    if (!row.isValid())
        return;
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("ways"));
    const EventIndex event = m_model->eventAt(row.row()); // the run goes on, and rows change places
    addRowWays(*menu, event);
    addWhoAndWhere(*menu, event);
    addCopies(*menu, row.row());
    menu->popup(m_table->viewport()->mapToGlobal(
        at.isValid() ? place : m_table->visualRect(row).bottomLeft()));
}

void TrafficPanel::addRowWays(QMenu& menu, EventIndex event)
{
    const EventBody& body = (*m_context.cursor.wholeLog())[event].body;
    const bool written = std::holds_alternative<BytesWritten>(body);
    const bool read = std::holds_alternative<BytesRead>(body);
    const bool kept = std::holds_alternative<StdioLevel>(body);
    menu.addAction(
        tr("Go to this &moment"), this, [this, event] { m_context.cursor.goToOrLive(event + 1); });
    if (written || read || kept)
        menu.addAction((written       ? tr("To the &read that took these bytes")
                               : read ? tr("To the w&rite that sent these bytes")
                                      : tr("To the w&rite that took these bytes out"))
                + kOtherEndKey,
            this, &TrafficPanel::goToOtherEnd);
    if (written || read)
        menu.addAction(tr("To where the program &printed these bytes") + kPrintKey, this,
            &TrafficPanel::goToPrint);
    if (!kept && !std::holds_alternative<ChannelCreated>(body)) // who made it has the row there
        menu.addAction(
            tr("To its row among the c&alls"), this, [this, event] { emit callWanted(event); });
}

// Each process that had these bytes in its hands, the row's own first.
std::vector<Pid> TrafficPanel::processesOf(EventIndex event) const
{
    const RowSources now = m_model->sources();
    std::vector<Pid> pids { now.log[event].pid };
    for (const ByteStreams::Part& part : now.streams.parts(now.log, now.world, event, kMostNamed)) {
        const Pid pid = now.log[part.other].pid;
        if (std::ranges::find(pids, pid) == pids.end())
            pids.push_back(pid);
    }
    std::erase_if(pids, [&](Pid pid) { return !now.world.process(pid); });
    return pids;
}

void TrafficPanel::addWhoAndWhere(QMenu& menu, EventIndex event)
{
    const World& world = m_context.cursor.world();
    const Event& told = (*m_context.cursor.wholeLog())[event];
    const BytesMoved* const moved = transferIn(told.body);
    const bool read = std::holds_alternative<BytesRead>(told.body);
    menu.addSeparator();
    for (const Pid pid : processesOf(event)) {
        const QString name = menuText(processLabel(*world.process(pid)));
        const QString words = !moved    ? tr("Choose %1")
            : (pid == told.pid) == read ? tr("Choose the reader, %1")
                                        : tr("Choose the writer, %1");
        menu.addAction(words.arg(name), this, [this, pid] { m_context.selection.choose(pid); });
    }
    if (world.process(told.pid))
        menu.addAction(tr("Show this moment in the &lanes"), this, [this, event, pid = told.pid] {
            m_context.cursor.goToOrLive(event + 1);
            m_context.selection.choose(pid);
            emit lanesWanted();
        });
    const ChannelId channel = moved ? moved->channel : ChannelId();
    const int entry = channel ? m_channels->findData(channel.value) : -1;
    if (entry < 0)
        return;
    const QString name = menuText(channelLabel(world, channel));
    menu.addAction(
        tr("Choose %1").arg(name), this, [this, channel] { m_context.selection.choose(channel); });
    if (m_model->followed() == channel)
        menu.addAction(tr("Show all channels again"), this, &TrafficPanel::showAll);
    else
        menu.addAction(
            tr("Show &only what is on %1").arg(name), this, [this, channel] { showOnly(channel); });
}

void TrafficPanel::showOnly(ChannelId channel)
{
    const int entry = m_channels->findData(channel.value);
    if (entry < 0) // it is gone meanwhile
        return;
    filterPicked(entry);
    m_channels->setCurrentIndex(entry);
}

void TrafficPanel::addCopies(QMenu& menu, int row)
{
    menu.addSeparator();
    menu.addAction(tr("&Copy the rows") + kCopyKey, m_table, [this] { m_table->copySelection(); });
    if (m_model->bytesAt(row).empty())
        return;
    const BytesPane& pane = m_bytes->pane();
    menu.addAction(tr("Copy the bytes as &text"), &pane, &BytesPane::copyAsText);
    menu.addAction(tr("Copy the bytes as &hex"), &pane, &BytesPane::copyAsHex);
    menu.addAction(tr("&Save the bytes…"), this, &TrafficPanel::saveChosenBytes);
}

} // namespace ipclab
