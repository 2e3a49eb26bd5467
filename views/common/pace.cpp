// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/pace.h"

#include <utility>

namespace ipclab {

Pace::Pace(std::chrono::milliseconds interval, QObject* parent)
    : QObject(parent)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(interval);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        if (std::exchange(m_asked, false))
            ask();
    });
}

void Pace::ask()
{
    m_asked = m_rest.isActive();
    if (m_asked)
        return;
    m_rest.start();
    emit due();
}

} // namespace ipclab
