// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_model.h"

#include "views/common/action_wording.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <algorithm>

namespace ipclab {

namespace {

template <class... Bodies> bool isOneOf(const EventBody& body)
{
    return (std::holds_alternative<Bodies>(body) || ...);
}

// What is told in the words of a trace.
std::optional<TrafficRow> toldRow(EventIndex index, const Event& event)
{
    if (isOneOf<SignalSent, SignalDelivered, SignalIgnored, ProcessStopped, ProcessContinued>(
            event.body))
        return TrafficRow { index, 0, {}, TrafficKind::Signal };
    if (const auto* const action = std::get_if<UserAction>(&event.body);
        action && !didWords({}, *action).isEmpty())
        return TrafficRow { index, 0, {}, TrafficKind::Person };
    const auto* const started = std::get_if<ProcessStarted>(&event.body);
    const bool life = started ? !started->self
                              : isOneOf<ProcessExited, ProcessReaped, ProcessAdopted>(event.body);
    if (life)
        return TrafficRow { index, 0, {}, TrafficKind::Life };
    return {};
}

// What the row is about, but for `skipped`; nothing for an event that is none of the traffic's.
std::optional<TrafficRow> rowFor(EventIndex index, const Event& event)
{
    if (const auto* written = std::get_if<BytesWritten>(&event.body))
        return TrafficRow { index, 0, written->channel, TrafficKind::Written };
    if (const auto* read = std::get_if<BytesRead>(&event.body)) {
        const bool ended = read->count == 0 && read->requested > 0;
        return TrafficRow { index, 0, read->channel,
            ended ? TrafficKind::EndOfFile : TrafficKind::Read };
    }
    if (const auto* created = std::get_if<ChannelCreated>(&event.body))
        return TrafficRow { index, 0, created->channel, TrafficKind::Created };
    if (const auto* returned = std::get_if<CallReturned>(&event.body);
        returned && returned->error.value != 0 && !failureWords(*returned).isEmpty())
        return TrafficRow { index, 0, {}, TrafficKind::Failed };
    return toldRow(index, event);
}

} // namespace

TrafficModel::TrafficModel(const TimeCursor& cursor, QObject* parent)
    : QAbstractTableModel(parent)
    , m_cursor(cursor)
{
}

bool TrafficModel::follow()
{
    const EventIndex moment = m_cursor.moment();
    // Back to where most rows are no longer kept: they are found again from the start of the log.
    if (moment < m_scanned && m_older > 0 && countUpTo(moment) < kMostRows / 4)
        forget();
    showUpTo(moment);
    if (moment <= m_scanned)
        return false;
    const EventIndex end = std::min(moment, m_scanned + kMostPerTurn);
    std::vector<TrafficRow> rows;
    for (; m_scanned < end; ++m_scanned)
        take(m_scanned, rows);
    add(std::move(rows));
    return m_scanned < moment;
}

void TrafficModel::forget()
{
    beginResetModel();
    m_kept = {};
    m_ignored = {};
    m_rows.clear();
    m_visible = 0;
    m_scanned = 0;
    m_older = 0;
    endResetModel();
}

void TrafficModel::setFilter(ChannelId channel, bool fileReads)
{
    if (channel == m_channel && fileReads == m_fileReads)
        return;
    m_channel = channel;
    m_fileReads = fileReads;
    forget();
}

void TrafficModel::setShown(BytesShown shown)
{
    m_shown = shown;
    repaintAll();
}

// That IPC Lab has waited for a process is of no interest.
bool TrafficModel::isTold(const TrafficRow& row) const
{
    const Event& event = (*m_cursor.wholeLog())[row.index];
    const auto* const reaped = std::get_if<ProcessReaped>(&event.body);
    const ipclab::Process* const by = reaped ? m_cursor.world().process(reaped->by) : nullptr;
    return !reaped || (by && !by->self);
}

// What a program prints to a file is of interest, what it reads to load itself is not.
bool TrafficModel::wanted(const TrafficRow& row) const
{
    if (m_channel)
        return row.channel == m_channel;
    if (row.kind == TrafficKind::Life)
        return isTold(row);
    const ipclab::Channel* channel = m_cursor.world().channel(row.channel);
    const bool file = channel && channel->kind == ChannelKind::File;
    return !file || m_fileReads || row.kind == TrafficKind::Written
        || row.kind == TrafficKind::Kept;
}

void TrafficModel::take(EventIndex index, std::vector<TrafficRow>& rows)
{
    const Event& event = (*m_cursor.wholeLog())[index];
    std::optional<TrafficRow> row = rowFor(index, event);
    if (const std::optional<KeptBytes::Growth> grown = m_kept.take(event))
        row = TrafficRow { index, grown->from, grown->channel, TrafficKind::Kept };
    m_ignored.take(event);
    if (row && row->kind == TrafficKind::Signal)
        row->ignored = m_ignored.has(event);
    if (row && wanted(*row))
        rows.push_back(*row);
}

void TrafficModel::add(std::vector<TrafficRow> rows)
{
    if (rows.size() > kMostRows) {
        const std::size_t extra = rows.size() - kMostRows;
        rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(extra));
        m_older += extra;
    }
    if (m_rows.size() + rows.size() > kMostRows)
        dropOldest(m_rows.size() + rows.size() - kMostRows);
    if (rows.empty())
        return;
    const int first = static_cast<int>(m_visible);
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    m_visible = m_rows.size();
    endInsertRows();
}

void TrafficModel::dropOldest(std::size_t count)
{
    beginRemoveRows({}, 0, static_cast<int>(count) - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(count));
    m_visible -= count;
    m_older += count;
    endRemoveRows();
}

void TrafficModel::showUpTo(EventIndex moment)
{
    const std::size_t wantedRows = countUpTo(moment);
    if (wantedRows < m_visible) {
        beginRemoveRows({}, static_cast<int>(wantedRows), static_cast<int>(m_visible) - 1);
        m_visible = wantedRows;
        endRemoveRows();
    } else if (wantedRows > m_visible) {
        beginInsertRows({}, static_cast<int>(m_visible), static_cast<int>(wantedRows) - 1);
        m_visible = wantedRows;
        endInsertRows();
    }
}

std::size_t TrafficModel::countUpTo(EventIndex moment) const
{
    const auto end = std::ranges::lower_bound(m_rows, moment, {}, &TrafficRow::index);
    return static_cast<std::size_t>(end - m_rows.begin());
}

std::optional<int> TrafficModel::rowOf(EventIndex event) const
{
    const std::size_t row = countUpTo(event);
    return row < m_visible && m_rows[row].index == event ? std::optional(static_cast<int>(row))
                                                         : std::nullopt;
}

void TrafficModel::repaintAll()
{
    if (m_visible > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::string_view TrafficModel::bytesAt(int row) const
{
    const TrafficRow& one = m_rows[indexOf(row)];
    return bytesOf(one, (*m_cursor.wholeLog())[one.index]);
}

RowWords TrafficModel::words(int row) const
{
    const TrafficRow& one = m_rows[indexOf(row)];
    return wordsOf(one, (*m_cursor.wholeLog())[one.index], m_cursor.world(), m_shown);
}

int TrafficModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_visible);
}

int TrafficModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrafficModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const bool bytes = index.column() == Bytes;
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const bool part = bytes && (role == RemarkRole || role == BytesRole);
    if (role != Qt::DisplayRole && !part)
        return {};
    const RowWords words = this->words(index.row());
    if (role == RemarkRole)
        return words.remark;
    if (role == BytesRole)
        return words.bytes;
    switch (index.column()) {
    case Time:
        return words.time;
    case Process:
        return words.process;
    case Call:
        return words.call;
    case Channel:
        return words.channel;
    case Size:
        return words.size;
    default:
        break;
    }
    const bool both = !words.bytes.isEmpty() && !words.remark.isEmpty();
    return words.bytes + (both ? QStringLiteral(" — ") : QString()) + words.remark;
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Process:
        return tr("Process");
    case Call:
        return tr("Call");
    case Channel:
        return tr("Channel");
    case Size:
        return tr("Bytes");
    case Bytes:
        return tr("What they are");
    default:
        return {};
    }
}

} // namespace ipclab
