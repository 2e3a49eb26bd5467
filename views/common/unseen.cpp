// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/unseen.h"

#include <QEvent>
#include <QWidget>

#include <utility>

namespace ipclab {

Unseen::Unseen(QWidget& panel, std::function<void()> catchUp)
    : m_panel(panel)
    , m_catchUp(std::move(catchUp))
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
    // A page that was never open is told only that its parent is not to show it; one of a window
    // that was never shown, only that it is.
    if (event->type() == QEvent::Hide || event->type() == QEvent::HideToParent)
        m_hidden = true;
    const bool neverShown = !m_panel.testAttribute(Qt::WA_WState_Created);
    if (event->type() == QEvent::Show || (event->type() == QEvent::ShowToParent && neverShown)) {
        m_hidden = false;
        if (std::exchange(m_left, false))
            m_catchUp();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace ipclab
