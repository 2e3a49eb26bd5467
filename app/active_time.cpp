// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/active_time.h"

#include <QCoreApplication>
#include <QEvent>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kLook = 5000; // ms

} // namespace

ActiveTime::ActiveTime(std::function<bool()> attended, QObject* parent)
    : QObject(parent)
    , m_attended(std::move(attended))
{
    m_look.setInterval(kLook);
    m_look.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_look, &QTimer::timeout, this, &ActiveTime::look);
}

void ActiveTime::start()
{
    QCoreApplication::instance()->installEventFilter(this);
    m_since.start();
    m_input.start();
    m_look.start();
}

void ActiveTime::stop()
{
    if (!m_look.isActive())
        return;
    look();
    m_look.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

// A machine that slept was not attended meanwhile: no look tells of more than two.
void ActiveTime::look()
{
    const qint64 most = 2 * static_cast<qint64>(m_look.interval());
    const qint64 since = std::min(m_since.restart(), most);
    if (m_input.elapsed() < m_mostIdle && m_attended())
        emit passed(since);
}

bool ActiveTime::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_input.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ipclab
