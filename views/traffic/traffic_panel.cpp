// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_panel.h"

#include "views/common/channel_choices.h"
#include "views/common/elided_label.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/transfer.h"
#include "views/common/wording.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/bytes_side.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_table.h"
#include "views/traffic/unread_words.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostFollowed = 200;

} // namespace

TrafficPanel::TrafficPanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_unseen(*this,
          [this] {
              sayWhatIsMissing();
              tellWhereabouts();
          })
    , m_model(new TrafficModel(context.cursor, this))
{
    createBar();
    createRows();
    connectParts();
    applyLook();
    retranslate();
    followSelection();
    follow();
}

void TrafficPanel::follow()
{
    const bool more = m_model->follow();
    listChannels();
    m_stack->setCurrentIndex(m_model->rowCount() > 0 || m_model->olderRows() > 0 ? 1 : 0);
    choose();
    if (more)
        m_rest.start(0);
}

void TrafficPanel::listChannels()
{
    std::vector<ChannelId> ids;
    const World& world = m_context.cursor.world();
    for (const auto& [id, channel] : world.channels) {
        if (channel.carriesBytes() && ids.size() < kMostFollowed)
            ids.push_back(id);
    }
    std::vector<QString> names = channelChoices(world, ids);
    if (names == m_listed && m_channels->count() > 0)
        return;
    const uint chosen = m_channels->currentData().toUInt();
    const QSignalBlocker quiet(m_channels);
    m_channels->clear();
    m_channels->addItem(tr("All channels"), kAnyChannel);
    m_channels->addItem(tr("All, and reads of files"), kAnyChannelOrFile);
    for (std::size_t i = 0; i < ids.size(); ++i)
        m_channels->addItem(names[i], ids[i].value);
    const int entry = chosen == kAnyChannel ? -1 : m_channels->findData(chosen);
    m_channels->setCurrentIndex(entry > 0 ? entry : pickedEntry());
    m_listed = std::move(names);
    filterChosen(m_channels->currentIndex());
}

void TrafficPanel::followSelection()
{
    const int entry = m_channels->findData(m_context.selection.channel().value);
    if (m_context.selection.channel() && entry >= 0)
        m_channels->setCurrentIndex(entry);
    else
        m_channels->setCurrentIndex(pickedEntry());
}

int TrafficPanel::pickedEntry() const
{
    if (m_pickedFiles)
        return m_channels->findData(kAnyChannelOrFile);
    return m_pickedName.isEmpty() ? 0 : std::max(m_channels->findText(m_pickedName), 0);
}

void TrafficPanel::filterPicked(int entry)
{
    const uint picked = m_channels->itemData(entry).toUInt();
    m_pickedFiles = picked == kAnyChannelOrFile;
    m_pickedName = picked == kAnyChannel || m_pickedFiles ? QString() : m_channels->itemText(entry);
}

void TrafficPanel::showAll()
{
    filterPicked(0);
    m_channels->setCurrentIndex(0);
}

void TrafficPanel::filterChosen(int entry)
{
    const uint chosen = m_channels->itemData(entry).toUInt();
    const bool files = chosen == kAnyChannelOrFile;
    m_all->setVisible(chosen != kAnyChannel);
    m_model->setFilter(files ? ChannelId() : ChannelId { chosen }, files);
    if (m_model->follow())
        m_rest.start(0);
    sayWhatIsMissing();
}

// A print may be a row of no channel.
bool TrafficPanel::hides(EventIndex index) const
{
    const TrafficRows& all = m_model->all();
    const std::size_t row = all.countUpTo(index);
    if (row < all.size() && all[row].index == index)
        return false;
    const Event& event = (*m_context.cursor.wholeLog())[index];
    const uint chosen = m_channels->currentData().toUInt();
    const BytesMoved* const moved = transferIn(event.body);
    return chosen != kAnyChannel && chosen != kAnyChannelOrFile
        && (!moved || moved->channel.value != chosen);
}

void TrafficPanel::openBytes()
{
    if (!m_table->currentIndex().isValid())
        return;
    m_bytes->show();
    fitBytes();
}

void TrafficPanel::fitBytes()
{
    const int pane = std::min(m_bytes->pane().wantedWidth(), m_split->width() * 9 / 20);
    m_split->setSizes({ m_split->width() - pane, pane });
}

void TrafficPanel::sayWhatIsMissing()
{
    if (m_unseen.leavesOut())
        return;
    QStringList missing;
    if (!m_model->followed())
        missing += unreadInAll(m_model->sources());
    if (m_model->olderRows() > 0)
        missing += tr("%1 older rows not shown").arg(countText(m_model->olderRows()));
    const EventLog* log = m_context.cursor.wholeLog();
    const EventLog::Dropped dropped = log ? log->dropped() : EventLog::Dropped();
    if (dropped.events > 0)
        missing += tr("%1 events not recorded").arg(countText(dropped.events));
    if (dropped.bytes > 0)
        missing += tr("contents of %1 not kept").arg(bytesText(dropped.bytes));
    missing.removeAll(QString());
    m_missing->setWhole(missing.join(QStringLiteral(" · ")));
    sayWhatIsUnread();
}

// The rows keep half of the room.
void TrafficPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (!m_bytes->isHidden() && m_bytes->width() > m_split->width() / 2)
        fitBytes();
}

void TrafficPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
