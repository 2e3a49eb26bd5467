// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How fast the programs go, and who of them is held.
#include "app/lab_presenter.h"

#include "app/session.h"

#include <utility>

namespace ipclab {

// What was chosen before there was anything that runs.
void LabPresenter::takePace()
{
    if (m_paused)
        m_session->setHeld({}, true);
    m_session->setSlow(m_slow);
}

void LabPresenter::setPaused(bool paused)
{
    if (paused == m_paused)
        return;
    takeOver();
    pauseAll(paused);
}

void LabPresenter::pauseAll(bool paused)
{
    if (paused == std::exchange(m_paused, paused))
        return;
    if (m_session)
        m_session->setHeld({}, paused);
    emit pausedChanged(paused);
    wake();
}

void LabPresenter::setHeld(Pid pid, bool held)
{
    takeOver();
    if (!m_session)
        return;
    m_session->setHeld(pid, held);
    wake();
}

void LabPresenter::step(Pid pid, Tid thread)
{
    takeOver();
    if (!m_session)
        return;
    m_session->step(pid, thread);
    wake();
}

void LabPresenter::setSlow(unsigned slow)
{
    takeOver();
    m_slow = slow;
    if (!m_session)
        return;
    m_session->setSlow(slow);
    wake();
}

} // namespace ipclab
