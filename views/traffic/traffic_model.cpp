// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_model.h"

#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <algorithm>

namespace ipclab {

namespace {

QString joined(const QString& bytes, const QString& remark)
{
    const bool both = !bytes.isEmpty() && !remark.isEmpty();
    return bytes + (both ? QStringLiteral(" — ") : QString()) + remark;
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
    const std::size_t first = last - std::min(last, kMostRows);
    const bool goesOn = m_first <= first && m_last <= last;
    return { goesOn && first - m_first < kGoAtOnce ? m_first : first, last };
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

const Event& TrafficModel::eventOf(int row) const
{
    return (*m_cursor.wholeLog())[eventAt(row)];
}

std::optional<unsigned> TrafficModel::processAt(int row) const
{
    return m_rows.signs().numberOf(eventOf(row).pid);
}

QString TrafficModel::whoAt(int row) const
{
    return processWithPid(m_cursor.world(), eventOf(row).pid);
}

std::string_view TrafficModel::bytesAt(int row) const
{
    return bytesOf(rowAt(row), eventOf(row));
}

std::uint64_t TrafficModel::countAt(int row) const
{
    return countOf(rowAt(row), eventOf(row));
}

RowSources TrafficModel::sources() const
{
    return { m_cursor.log(), m_cursor.world(), m_rows.streams() };
}

RowWords TrafficModel::words(int row) const
{
    return wordsOf(m_rows[indexOf(row)], sources(), m_shown);
}

QString TrafficModel::bytesWordsAt(int row) const
{
    return bytesWords(bytesAt(row), m_shown);
}

QString TrafficModel::remarkAt(int row) const
{
    return remarkWords(rowAt(row), sources());
}

QString TrafficModel::line(int row) const
{
    const RowWords words = this->words(row);
    return QStringList { words.time, words.process, words.call, words.channel, words.size,
        joined(words.bytes, words.remark) }
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
    if (role == Qt::TextAlignmentRole && index.column() == Size)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::AccessibleTextRole && index.column() == Process)
        return whoAt(index.row());
    return role == Qt::DisplayRole ? cell(index.row(), index.column()) : QVariant();
}

// No more than that one: a screen has hundreds, painted at each frame.
QString TrafficModel::cell(int row, int column) const
{
    const Event& event = eventOf(row);
    switch (column) {
    case Time:
        return timeWords(event);
    case Process:
        return processLabel(m_cursor.world(), event.pid);
    case Call:
        return callWords(event);
    case Channel:
        return channelWords(rowAt(row), m_cursor.world());
    case Size:
        return sizeWords(rowAt(row), event);
    default:
        return joined(bytesWordsAt(row), remarkAt(row));
    }
}

QVariant TrafficModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
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
