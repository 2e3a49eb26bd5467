// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/live_clock.h"

#include "views/common/time_cursor.h"

namespace ipclab {

namespace {

// Milliseconds. Durations are shown in tenths of a second; those that have lasted for long are
// read in seconds, and a program that waits costs next to nothing.
constexpr int kTick = 100;
constexpr int kSlowTick = 2'000;
constexpr int kSlowFrom = 10'000;

} // namespace

LiveClock::LiveClock(const TimeCursor& cursor, QObject* parent)
    : QObject(parent)
    , m_cursor(cursor)
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_sinceLastEvent.hasExpired(kSlowFrom))
            setInterval(kSlowTick);
        emit ticked();
    });
    connect(&m_cursor, &TimeCursor::moved, this, &LiveClock::noticeMove);
    noticeMove();
}

Nanoseconds LiveClock::now() const
{
    const Nanoseconds last = m_cursor.world().now;
    return runs() && m_sinceLastEvent.isValid() ? last + m_sinceLastEvent.nsecsElapsed() : last;
}

void LiveClock::setNeeded(bool needed)
{
    m_needed = needed;
    if (m_needed && runs() && !m_timer.isActive())
        m_timer.start();
    else if (!(m_needed && runs()))
        m_timer.stop();
}

void LiveClock::setInterval(int ms)
{
    if (m_timer.interval() != ms) // else a timer that runs would begin anew
        m_timer.setInterval(ms);
}

bool LiveClock::runs() const
{
    return m_cursor.live() && m_cursor.growing() && !m_cursor.world().paused;
}

void LiveClock::noticeMove()
{
    if (m_cursor.end() == 0) { // the time that a person takes before a run is none of its own
        m_lastEvent = -1;
        m_sinceLastEvent.invalidate();
        return setNeeded(m_needed);
    }
    // Not that of the moment: who has looked back and is live again finds the time of now.
    if (const Nanoseconds last = m_cursor.endTime(); last != m_lastEvent) {
        m_lastEvent = last;
        m_sinceLastEvent.restart();
        setInterval(kTick);
    }
    setNeeded(m_needed);
}

} // namespace ipclab
