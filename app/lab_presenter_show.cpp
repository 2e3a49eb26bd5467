// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"
#include "app/lab_presenter.h"
#include "app/session.h"
#include "app/step_showing.h"
#include "views/common/time_cursor.h"

// A step of the lab is done for the learner to see.

namespace ipclab {

void LabPresenter::showStep()
{
    if (!m_runner || m_opened || m_showing || !m_runner->current()
        || !prepareRun([this] { showStep(); }) || !ensureSession())
        return;
    m_cursor.goLive();
    m_ranTooEarly = false;
    m_runner->demonstrate(true);
    m_showing
        = std::make_unique<StepShowing>(*this, *m_runner, programFoldersOf(m_runner->lab().folder));
    wake();
    emit progressed();
}

void LabPresenter::endShowing()
{
    if (!m_showing)
        return;
    if (m_runner && m_runner->current() == m_showing->step())
        m_runner->demonstrate(false);
    m_showing.reset();
    emit progressed();
}

// A person who takes over does the rest, and so the step.
void LabPresenter::takeOver()
{
    if (m_showing && !m_showing->acts())
        endShowing();
}

bool LabPresenter::goOnShowing(EventIndex size)
{
    if (!m_showing)
        return false;
    if (m_runner->world().applied < size)
        return true; // it looks at what is, not at what was
    const SwitchValues before = m_runner->switches();
    const StepShowing::State state = m_showing->goOn(m_clock.nsecsElapsed());
    noteLearner();
    if (m_runner->switches() != before)
        emit progressed();
    if (state == StepShowing::State::Going)
        return true;
    endShowing();
    if (state != StepShowing::State::Seen)
        emit showingFailed(state);
    return false;
}

} // namespace ipclab
