// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/common/menu_text.h"
#include "views/common/numbers.h"
#include "views/common/time_cursor.h"
#include "views/traffic/byte_whereabouts.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/bytes_side.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_search.h"
#include "views/traffic/traffic_table.h"
#include "views/traffic/unread_words.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>

#include <array>
#include <utility>

// The bytes of the chosen row and of the channel that is followed: shown, told of, saved.

namespace ipclab {

namespace {

constexpr std::array<std::pair<BytesShown, const char*>, 3> kRemembered {
    { { BytesShown::Text, "text" }, { BytesShown::Hex, "hex" }, { BytesShown::Both, "both" } }
};

} // namespace

void TrafficPanel::setShown(BytesShown shown)
{
    const QSignalBlocker quiet(m_shown);
    m_shown->setCurrentIndex(static_cast<int>(shown));
    m_model->setShown(shown);
    showBytesOfCurrent();
}

QByteArray TrafficPanel::remembered() const
{
    for (const auto& [shown, name] : kRemembered) {
        if (shown == m_model->shown())
            return name;
    }
    return {};
}

void TrafficPanel::remember(const QByteArray& remembered)
{
    for (const auto& [shown, name] : kRemembered) {
        if (remembered == name)
            setShown(shown);
    }
}

void TrafficPanel::showBytesOfCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    offerWays();
    if (current.isValid() && m_bytes->isHidden())
        m_opensBytes.start(0); // not under the mouse that is about to choose the row
    else
        m_bytes->setVisible(current.isValid());
    if (!current.isValid())
        return;
    m_bytes->pane().setPlaceholderText(m_model->countAt(current.row()) == 0
            ? tr("This row is about no bytes.")
            : tr("No bytes of this row are kept."));
    m_bytes->pane().showBytes(m_model->bytesAt(current.row()), m_model->shown());
    tellWhereabouts();
}

// Later, others may have read some more of them.
void TrafficPanel::tellWhereabouts()
{
    if (m_unseen.leavesOut())
        return;
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const TrafficRow& row = m_model->rowAt(current.row());
    const RowSources now = m_model->sources();
    m_bytes->tell(whereaboutsOf(
        row, now, m_model->all().signs(), m_context.look, m_bytes->pane().selectedBytes()));
    m_bytes->pane().setBoundaries(boundariesOf(row, now, m_model->bytesAt(current.row()).size()));
    // A read whose writer is not known has no other end to go to; a write may still be read.
    m_bytes->otherEnd().setEnabled(row.kind != TrafficKind::Read
        || !now.streams.parts(now.log, now.world, row.index, 1).empty());
}

void TrafficPanel::sayWhatIsUnread()
{
    const QString words
        = unreadIn(m_model->followed(), m_model->sources(), m_model->all().signs(), m_context.look);
    m_unread->setText(words);
    m_unread->setVisible(!words.isEmpty() && m_search->isHidden()); // one line of the two
}

void TrafficPanel::fillSaveMenu()
{
    m_saveMenu->clear();
    QAction* const rows = m_saveMenu->addAction(
        tr("The &rows, as text…"), this, [this] { emit saveWanted(rowsFile(*m_model)); });
    rows->setEnabled(m_model->rowCount() > 0);
    const QModelIndex current = m_table->currentIndex();
    const bool any = current.isValid() && !m_model->bytesAt(current.row()).empty();
    if (any)
        m_saveMenu->addAction(m_bytes->pane().selectedBytes() ? tr("The &selected bytes…")
                                                              : tr("The bytes of the &chosen row…"),
            this, &TrafficPanel::saveChosenBytes);
    addWays(*m_saveMenu);
}

void TrafficPanel::addWays(QMenu& menu)
{
    const RowSources now = m_model->sources();
    const Channel* const channel = now.world.channel(m_model->followed());
    if (!channel) {
        menu.addAction(tr("All bytes of a channel: choose one above first"))->setEnabled(false);
        return;
    }
    for (const End queue : { End::First, End::Second }) {
        const ByteStreams::Way way { channel->id, queue };
        if (now.streams.firstAndLast(way, true, now.log.size()).empty()
            && now.streams.firstAndLast(way, false, now.log.size()).empty())
            continue;
        menu.addAction(tr("All bytes %1…").arg(menuText(wayText(*channel, queue, now))), this,
            [this, way] { emit saveWanted(wayFile(way, m_model->sources())); });
    }
}

void TrafficPanel::saveChosenBytes()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const std::string_view bytes = m_model->bytesAt(current.row());
    if (const std::optional<ByteRange> selected = m_bytes->pane().selectedBytes())
        emit saveWanted(bytesFile(bytes.substr(selected->begin, selected->size()), 0));
    else
        emit saveWanted(bytesFile(bytes, m_model->countAt(current.row()) - bytes.size()));
}

} // namespace ipclab
