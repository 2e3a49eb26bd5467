// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frame_timer.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kFrame = 16; // ms: the screen's rate
constexpr int kLongestRest = 100; // ms
constexpr int kFrameInALull = 50; // ms

QEvent::Type paintedType()
{
    static const int type = QEvent::registerEventType();
    return static_cast<QEvent::Type>(type);
}

} // namespace

FrameTimer::FrameTimer(std::function<Taken()> take, QObject* parent)
    : QObject(parent)
    , m_take(std::move(take))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &FrameTimer::take);
}

void FrameTimer::wake()
{
    m_lull.noteHappened();
    if (!std::exchange(m_awake, true) || m_timer.remainingTime() > kFrame)
        m_timer.start(kFrame);
}

void FrameTimer::stop()
{
    m_timer.stop();
    m_awake = false;
}

void FrameTimer::take()
{
    m_began.start();
    const Taken taken = m_take();
    if (taken.news)
        m_lull.noteHappened();
    m_awake = taken.goesOn;
    // Windows are painted by an event of low priority: what is lower comes after it.
    if (m_awake)
        QCoreApplication::postEvent(this, new QEvent(paintedType()), Qt::LowEventPriority - 1);
}

bool FrameTimer::event(QEvent* event)
{
    if (event->type() != paintedType())
        return QObject::event(event);
    rest();
    return true;
}

void FrameTimer::rest()
{
    const int took = static_cast<int>(m_began.elapsed());
    const int frame = m_lull.lasts() ? kFrameInALull : kFrame;
    if (m_awake)
        m_timer.start(std::max(frame - took, std::min(took, kLongestRest)));
}

} // namespace ipclab
