// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_model.h"

#include "views/common/frame_budget.h"
#include "views/common/time_cursor.h"

#include <QElapsedTimer>

#include <algorithm>
#include <functional>
#include <utility>

namespace ipclab {

namespace {

// Rows looked at between two looks at the time: putting one into words takes microseconds.
constexpr std::uint32_t kPortion = 64;
constexpr qint64 kShare = 4; // ms of a frame

} // namespace

CallsModel::CallsModel(const TimeCursor& cursor, QObject* parent)
    : QAbstractTableModel(parent)
    , m_cursor(cursor)
{
}

bool CallsModel::follow()
{
    m_wordsOf = -1;
    m_times = { m_cursor.moment(),
        m_cursor.live() ? std::max(m_times.now, m_cursor.time()) : m_cursor.time() };
    const EventLog* const log = m_cursor.wholeLog();
    if (!log)
        return false;
    const EventIndex end = m_cursor.end();
    if (m_index.taken() < end) {
        m_matcher.forgetNames();
        takeWithinBudget([&] { return m_index.take(*log, end, kEventsInASlice); });
    }
    for (const std::uint32_t row : m_index.takeEnded())
        renew(row);
    if (filter().wanted == CallsWanted::LongWaits) {
        for (const std::uint32_t row : m_index.open())
            renew(row);
    }
    look();
    return m_index.taken() < end || looking();
}

void CallsModel::forget()
{
    beginResetModel();
    m_index.clear();
    m_times = {};
    begin({});
    m_matcher = CallMatcher(filter());
    endResetModel();
}

void CallsModel::setFilter(CallFilter filter, std::optional<EventIndex> anchor)
{
    if (filter == this->filter())
        return;
    beginResetModel();
    m_matcher = CallMatcher(std::move(filter));
    begin(anchor);
    endResetModel();
}

void CallsModel::begin(std::optional<EventIndex> anchor)
{
    m_anchor = anchor ? m_index.countBefore(*anchor) : m_index.size();
    m_first = m_next = m_anchor;
    m_before = {};
    m_after = {};
    m_wordsOf = -1;
}

void CallsModel::setNow(Nanoseconds now)
{
    m_times.now = now;
    m_wordsOf = -1;
}

void CallsModel::retranslate()
{
    m_wordsOf = -1;
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

bool CallsModel::looking() const
{
    return m_first > 0 || m_next < m_index.size();
}

int CallsModel::percentLooked() const
{
    const std::uint64_t all = m_index.size();
    return all == 0 ? 100 : static_cast<int>(std::uint64_t { m_next - m_first } * 100 / all);
}

bool CallsModel::matches(std::uint32_t base) const
{
    return m_matcher.matches(*m_cursor.wholeLog(), m_cursor.endWorld(), m_index[base], m_times.now);
}

void CallsModel::look()
{
    if (!looking())
        return;
    QElapsedTimer took;
    took.start();
    std::vector<std::uint32_t> before;
    std::vector<std::uint32_t> after;
    do {
        lookOn(after);
        lookBack(before);
    } while (looking() && took.elapsed() < kShare);
    addBefore(before);
    addAfter(after);
}

void CallsModel::lookBack(std::vector<std::uint32_t>& found)
{
    for (std::uint32_t i = 0; i < kPortion && m_first > 0; ++i) {
        if (matches(--m_first))
            found.push_back(m_first);
    }
}

void CallsModel::lookOn(std::vector<std::uint32_t>& found)
{
    for (std::uint32_t i = 0; i < kPortion && m_next < m_index.size(); ++i, ++m_next) {
        if (matches(m_next))
            found.push_back(m_next);
    }
}

void CallsModel::addBefore(const std::vector<std::uint32_t>& found)
{
    if (found.empty())
        return;
    beginInsertRows({}, 0, static_cast<int>(found.size()) - 1);
    m_before.insert(m_before.end(), found.begin(), found.end());
    m_wordsOf = -1;
    endInsertRows();
}

void CallsModel::addAfter(const std::vector<std::uint32_t>& found)
{
    if (found.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
    m_after.insert(m_after.end(), found.begin(), found.end());
    endInsertRows();
}

// It has ended, or waits for long now: so it may be one that the filter has.
void CallsModel::renew(std::uint32_t base)
{
    if (base < m_first || base >= m_next)
        return; // to be looked at
    if (isListed(base)) {
        const int row = static_cast<int>(placeOf(base));
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    } else if (matches(base)) {
        insert(base);
    }
}

void CallsModel::insert(std::uint32_t base)
{
    const int row = static_cast<int>(placeOf(base));
    beginInsertRows({}, row, row);
    if (base >= m_anchor)
        m_after.insert(std::ranges::lower_bound(m_after, base), base);
    else
        m_before.insert(std::ranges::lower_bound(m_before, base, std::greater()), base);
    m_wordsOf = -1;
    endInsertRows();
}

std::size_t CallsModel::placeOf(std::uint32_t base) const
{
    if (base >= m_anchor)
        return m_before.size()
            + static_cast<std::size_t>(std::ranges::lower_bound(m_after, base) - m_after.begin());
    const auto last = std::ranges::upper_bound(m_before, base, std::greater());
    const auto first = std::ranges::lower_bound(m_before, base, std::greater());
    return static_cast<std::size_t>(m_before.end() - (first == last ? first : last));
}

std::uint32_t CallsModel::baseAt(int row) const
{
    const auto place = static_cast<std::size_t>(row);
    return place < m_before.size() ? m_before[m_before.size() - 1 - place]
                                   : m_after[place - m_before.size()];
}

bool CallsModel::isListed(std::uint32_t base) const
{
    const std::size_t place = placeOf(base);
    return place < static_cast<std::size_t>(rowCount()) && baseAt(static_cast<int>(place)) == base;
}

std::optional<int> CallsModel::nearestRow(EventIndex event) const
{
    const EventLog* const log = m_cursor.wholeLog();
    const std::optional<std::uint32_t> base = log ? m_index.rowOf(*log, event) : std::nullopt;
    if (!base || rowCount() == 0)
        return std::nullopt;
    const int place = static_cast<int>(placeOf(*base));
    return isListed(*base) ? place : std::max(place - 1, 0);
}

std::optional<int> CallsModel::rowOf(EventIndex event) const
{
    const EventLog* const log = m_cursor.wholeLog();
    const std::optional<std::uint32_t> base = log ? m_index.rowOf(*log, event) : std::nullopt;
    return base && isListed(*base) ? std::optional(static_cast<int>(placeOf(*base))) : std::nullopt;
}

std::optional<int> CallsModel::momentRow() const
{
    const bool past = m_times.moment > 0 && m_times.moment < m_cursor.end();
    return past ? nearestRow(m_times.moment - 1) : std::nullopt;
}

bool CallsModel::waiting(int row) const
{
    return words(row).tone == CallTone::Waiting;
}

} // namespace ipclab
