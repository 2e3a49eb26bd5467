// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/time_cursor.h"

#include "views/common/frame_budget.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

const EventLog& emptyLog()
{
    static const EventLog log;
    return log;
}

const World& emptyWorld()
{
    static const World world;
    return world;
}

} // namespace

TimeCursor::TimeCursor(QObject* parent)
    : QObject(parent)
    , m_reading(kReadingRate)
{
    connect(&m_reading, &Pace::due, this, &TimeCursor::movedForReading);
}

void TimeCursor::emitMoved()
{
    emit moved();
    if (m_growing && m_live)
        m_reading.ask();
    else
        emit movedForReading();
}

void TimeCursor::setLog(const EventLog* log)
{
    showLog(log, log ? std::make_unique<WorldHistory>(*log) : nullptr);
}

void TimeCursor::setLog(const EventLog& log, std::unique_ptr<WorldHistory> history)
{
    showLog(&log, std::move(history));
}

void TimeCursor::showLog(const EventLog* log, std::unique_ptr<WorldHistory> history)
{
    m_log = log;
    m_history = std::move(history);
    m_bookmarks = {};
    if (m_log)
        m_bookmarks.take(*m_log, end());
    m_past.reset();
    m_live = true;
    m_growing = log != nullptr;
    emit logChanged();
    emitMoved();
}

void TimeCursor::setGrowing(bool growing)
{
    if (growing == m_growing)
        return;
    m_growing = growing;
    emitMoved();
}

bool TimeCursor::advance()
{
    if (!m_history || !takeWithinBudget([this] { return m_history->extend(kEventsInASlice); }))
        return false;
    m_bookmarks.take(*m_log, end());
    emitMoved();
    return true;
}

const World& TimeCursor::world() const
{
    if (m_past)
        return *m_past;
    return endWorld();
}

const World& TimeCursor::endWorld() const
{
    return m_history ? m_history->live() : emptyWorld();
}

LogView TimeCursor::log() const
{
    return { m_log ? *m_log : emptyLog(), moment() };
}

World TimeCursor::worldAt(EventIndex moment) const
{
    return m_history ? m_history->at(std::min(moment, end())) : World {};
}

EventIndex TimeCursor::moment() const
{
    return world().applied;
}

EventIndex TimeCursor::end() const
{
    return m_history ? m_history->size() : 0;
}

Nanoseconds TimeCursor::time() const
{
    return world().now;
}

Nanoseconds TimeCursor::endTime() const
{
    return m_history ? m_history->live().now : 0;
}

void TimeCursor::goTo(EventIndex moment)
{
    if (!m_history)
        return;
    m_live = false;
    if (!m_past)
        m_past = std::make_unique<World>();
    m_history->bring(*m_past, moment);
    emitMoved();
}

void TimeCursor::goToOrLive(EventIndex moment)
{
    if (moment >= end())
        goLive();
    else
        goTo(moment);
}

void TimeCursor::goBy(std::int64_t events)
{
    const std::int64_t to = static_cast<std::int64_t>(moment()) + events;
    goToOrLive(static_cast<EventIndex>(std::max<std::int64_t>(to, 0)));
}

void TimeCursor::goToTime(Nanoseconds time)
{
    if (m_history)
        goTo(m_history->countAt(time));
}

void TimeCursor::goLive()
{
    m_live = true;
    m_past.reset();
    emitMoved();
}

} // namespace ipclab
