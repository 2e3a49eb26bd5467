// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_model.h"

#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <algorithm>

namespace ipclab {

namespace {

QString whatOf(const RowWords& words)
{
    const bool both = !words.bytes.isEmpty() && !words.remark.isEmpty();
    return words.bytes + (both ? QStringLiteral(" — ") : QString()) + words.remark;
}

} // namespace

TrafficModel::TrafficModel(const TimeCursor& cursor, QObject* parent)
    : QAbstractTableModel(parent)
    , m_cursor(cursor)
{
}

bool TrafficModel::follow()
{
    const EventIndex end = std::min(m_cursor.end(), m_rows.taken() + kMostPerTurn);
    for (EventIndex i = m_rows.taken(); i < end; ++i)
        m_rows.take(i, (*m_cursor.wholeLog())[i]);
    show(windowAt(m_cursor.moment()));
    return m_rows.taken() < m_cursor.end();
}

bool TrafficModel::isComplete() const
{
    const EventIndex moment = m_cursor.moment();
    return m_rows.taken() >= moment && windowAt(moment).last == m_last;
}

void TrafficModel::forget()
{
    beginResetModel();
    m_rows.forget();
    m_first = 0;
    m_last = 0;
    endResetModel();
    emit forgotten();
}

void TrafficModel::setFilter(ChannelId channel, bool fileReads)
{
    m_channel = channel;
    if (m_rows.choose(channel, fileReads))
        forget();
}

void TrafficModel::setShown(BytesShown shown)
{
    m_shown = shown;
    repaintAll();
}

TrafficModel::Window TrafficModel::windowAt(EventIndex moment) const
{
    const std::size_t last = m_rows.countUpTo(moment);
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

std::optional<int> TrafficModel::rowOf(EventIndex event) const
{
    const std::size_t row = m_rows.countUpTo(event);
    return row >= m_first && row < m_last && m_rows[row].index == event
        ? std::optional(static_cast<int>(row - m_first))
        : std::nullopt;
}

void TrafficModel::repaintAll()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

std::optional<unsigned> TrafficModel::processAt(int row) const
{
    return m_rows.signs().numberOf((*m_cursor.wholeLog())[eventAt(row)].pid);
}

QString TrafficModel::whoAt(int row) const
{
    const Pid pid = (*m_cursor.wholeLog())[eventAt(row)].pid;
    const ipclab::Process* const process = m_cursor.world().process(pid);
    return process ? processWithPid(*process) : QString::number(pid.value);
}

std::string_view TrafficModel::bytesAt(int row) const
{
    const TrafficRow& one = m_rows[indexOf(row)];
    return bytesOf(one, (*m_cursor.wholeLog())[one.index]);
}

std::uint64_t TrafficModel::countAt(int row) const
{
    const TrafficRow& one = m_rows[indexOf(row)];
    return countOf(one, (*m_cursor.wholeLog())[one.index]);
}

RowSources TrafficModel::sources() const
{
    return { m_cursor.log(), m_cursor.world(), m_rows.streams() };
}

RowWords TrafficModel::words(int row) const
{
    return wordsOf(m_rows[indexOf(row)], sources(), m_shown);
}

QString TrafficModel::line(int row) const
{
    const RowWords words = this->words(row);
    return QStringList { words.time, words.process, words.call, words.channel, words.size,
        whatOf(words) }
        .join(u'\t');
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
    if (role == Qt::AccessibleTextRole && index.column() == Process)
        return whoAt(index.row());
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
    return whatOf(words);
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
