// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_model.h"

#include "views/common/action_wording.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <algorithm>
#include <cstdint>
#include <limits>

namespace ipclab {

namespace {

template <class... Bodies> bool isOneOf(const EventBody& body)
{
    return (std::holds_alternative<Bodies>(body) || ...);
}

// What is told in the words of a trace.
std::optional<TrafficRow> toldRow(std::uint32_t index, const Event& event)
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
std::optional<TrafficRow> rowFor(std::uint32_t index, const Event& event)
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
    const EventIndex end = std::min(m_cursor.end(), m_scanned + kMostPerTurn);
    for (; m_scanned < end; ++m_scanned)
        take(m_scanned);
    show(windowAt(m_cursor.moment()));
    return m_scanned < m_cursor.end();
}

bool TrafficModel::isComplete() const
{
    const EventIndex moment = m_cursor.moment();
    return m_scanned >= moment && windowAt(moment).last == m_last;
}

void TrafficModel::forget()
{
    beginResetModel();
    m_kept = {};
    m_ignored = {};
    m_choice.forget();
    m_rows.clear();
    m_first = 0;
    m_last = 0;
    m_scanned = 0;
    endResetModel();
}

void TrafficModel::setFilter(ChannelId channel, bool fileReads)
{
    if (m_choice.set(channel, fileReads))
        forget();
}

void TrafficModel::setShown(BytesShown shown)
{
    m_shown = shown;
    repaintAll();
}

void TrafficModel::take(EventIndex index)
{
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    const Event& event = (*m_cursor.wholeLog())[index];
    const auto at = static_cast<std::uint32_t>(index);
    std::optional<TrafficRow> row = rowFor(at, event);
    if (const std::optional<KeptBytes::Growth> grown = m_kept.take(event))
        row = TrafficRow { at, static_cast<std::uint32_t>(std::min(grown->from, kMost)),
            grown->channel, TrafficKind::Kept };
    m_ignored.take(event);
    m_choice.take(event);
    if (row && row->kind == TrafficKind::Signal)
        row->ignored = m_ignored.has(event);
    if (row && m_choice.wants(*row, event))
        m_rows.push_back(*row);
}

TrafficModel::Window TrafficModel::windowAt(EventIndex moment) const
{
    const std::size_t last = countUpTo(moment);
    return { last - std::min(last, kMostRows), last };
}

void TrafficModel::show(const Window& window)
{
    const bool apart = window.first >= m_last || window.last <= m_first;
    if (apart && rowCount() > 0 && window.last > window.first) {
        beginResetModel();
        m_first = window.first;
        m_last = window.last;
        endResetModel();
        return;
    }
    removeOutside(window);
    if (rowCount() == 0)
        m_first = m_last = window.first;
    insertUpTo(window);
}

void TrafficModel::removeOutside(const Window& window)
{
    if (window.last < m_last) {
        beginRemoveRows(
            {}, static_cast<int>(std::max(window.last, m_first) - m_first), rowCount() - 1);
        m_last = std::max(window.last, m_first);
        endRemoveRows();
    }
    if (window.first > m_first && rowCount() > 0) {
        const std::size_t first = std::min(window.first, m_last);
        beginRemoveRows({}, 0, static_cast<int>(first - m_first) - 1);
        m_first = first;
        endRemoveRows();
    }
}

void TrafficModel::insertUpTo(const Window& window)
{
    if (window.last > m_last) {
        beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(window.last - m_last) - 1);
        m_last = window.last;
        endInsertRows();
    }
    if (window.first < m_first) {
        beginInsertRows({}, 0, static_cast<int>(m_first - window.first) - 1);
        m_first = window.first;
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
    return row >= m_first && row < m_last && m_rows[row].index == event
        ? std::optional(static_cast<int>(row - m_first))
        : std::nullopt;
}

void TrafficModel::repaintAll()
{
    if (rowCount() > 0)
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
    return parent.isValid() ? 0 : static_cast<int>(m_last - m_first);
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
