// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/unseen.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace ipclab {

Unseen::Unseen(QWidget& panel, std::function<void()> catchUp)
    : m_catchUp(std::move(catchUp))
{
    panel.installEventFilter(this);
}

bool Unseen::leavesOut()
{
    m_left = m_left || m_hidden;
    return m_hidden;
}

bool Unseen::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Hide)
        m_hidden = true;
    if (event->type() == QEvent::Show) {
        m_hidden = false;
        if (std::exchange(m_left, false))
            m_catchUp();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ipclab
