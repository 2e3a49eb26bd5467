// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/live_clock.h"

#include "views/common/time_cursor.h"

namespace ipclab {

namespace {

constexpr int kTick = 100; // ms: durations are shown in tenths of a second

} // namespace

LiveClock::LiveClock(const TimeCursor& cursor, QObject* parent)
    : QObject(parent)
    , m_cursor(cursor)
{
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &LiveClock::ticked);
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

bool LiveClock::runs() const
{
    return m_cursor.live() && m_cursor.growing() && !m_cursor.world().paused;
}

void LiveClock::noticeMove()
{
    if (const Nanoseconds last = m_cursor.world().now; last != m_lastEvent) {
        m_lastEvent = last;
        m_sinceLastEvent.restart();
    }
    setNeeded(m_needed);
}

} // namespace ipclab
