// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"
#include "app/session.h"
#include "views/common/frame_budget.h"
#include "views/common/time_cursor.h"

#include <utility>

// How what happened is taken, and shown.

namespace ipclab {

// The frames begin when something may happen, and stop when nothing can.
void LabPresenter::wake()
{
    m_frames.wake();
    showActivity();
}

FrameTimer::Taken LabPresenter::frame()
{
    const bool live = busy(); // asked first: what it wrote last is then in the log
    const bool news = takeEvents();
    showActivity();
    return { news, news || live };
}

bool LabPresenter::takeEvents()
{
    const bool shown = m_cursor.advance();
    if (m_replay)
        return replayGuide() || shown;
    if (!m_runner || !m_session)
        return shown;
    const std::optional<std::size_t> before = m_runner->current();
    const LogView now(m_session->log()); // it grows meanwhile
    const bool taken = takeWithinBudget(
        [&] { return m_runner->update(now, kEventsInASlice, m_clock.nsecsElapsed()); });
    noteLearner();
    const bool showing = goOnShowing(now.size());
    if (taken || m_runner->current() != before)
        emit progressed();
    return shown || taken || showing;
}

void LabPresenter::showActivity()
{
    const bool live = busy();
    m_cursor.setGrowing(live);
    if (live == std::exchange(m_busyShown, live))
        return;
    if (!live)
        pauseAll(false); // nobody is left to be held
    emit activityChanged(live);
}

// A few events a frame, until it is known when each step was seen.
bool LabPresenter::replayGuide()
{
    bool more = true;
    takeWithinBudget([&] {
        more = more && m_replay->goOn(kEventsInASlice);
        return more ? kEventsInASlice : 0;
    });
    if (!more)
        emit progressed();
    return more;
}

} // namespace ipclab
