// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guide_replay.h"
#include "app/lab_presenter.h"
#include "app/session.h"
#include "app/session_append.h"
#include "app/session_opening.h"
#include "views/common/frame_budget.h"
#include "views/common/time_cursor.h"

#include <utility>

namespace ipclab {

namespace {

// When all have ended there is little to see: the moment before the last of them did.
std::optional<EventIndex> lastWithLife(const LogView& log, const World& end)
{
    if (end.anybodyLives())
        return std::nullopt;
    for (EventIndex i = log.size(); i > 0; --i) {
        if (std::holds_alternative<ProcessExited>(log[i - 1].body))
            return i - 1;
    }
    return std::nullopt;
}

} // namespace

void LabPresenter::openSession(std::shared_ptr<OpenedSession> session, const Lab* lab)
{
    close();
    m_opened = std::move(session);
    const EventLog& log = *m_opened->saved.log;
    if (lab) {
        const Variant variant
            = variantNamed(m_opened->saved.header.variant).value_or(Variant::Python);
        m_runner.emplace(*lab, variant);
        m_replay.emplace(*lab, variant, log, log.size(), m_opened->actions);
    }
    m_cursor.setLog(log, std::move(m_opened->history));
    m_cursor.setGrowing(false);
    if (const auto moment = lastWithLife(LogView(log), m_cursor.world()))
        m_cursor.goTo(*moment);
    emit logRenewed();
    emit progressed();
    wake();
}

Variant LabPresenter::variant() const
{
    return m_replay ? m_replay->at(m_cursor.moment()).variant
        : m_runner  ? m_runner->variant()
                    : Variant::Python;
}

StepsAtMoment LabPresenter::steps() const
{
    if (m_replay)
        return m_replay->at(m_cursor.moment());
    StepsAtMoment now;
    if (!m_runner)
        return now;
    now.past = !m_cursor.live();
    now.switches = m_runner->switches();
    now.variant = m_runner->variant();
    const EventIndex moment = m_cursor.moment();
    for (std::size_t i = 0; i < m_runner->lab().steps.size(); ++i) {
        StepState step = m_runner->step(i);
        if (now.past && step.seenAfter > moment)
            step.done = false;
        const auto predicted = m_predictedAfter.find(m_runner->lab().steps[i].id);
        if (now.past && predicted != m_predictedAfter.end() && predicted->second > moment)
            step.prediction.clear();
        if (!step.done && !now.current)
            now.current = i;
        now.steps.push_back(std::move(step));
    }
    return now;
}

std::shared_ptr<const EventLog> LabPresenter::sharedLog() const
{
    if (m_opened)
        return { m_opened, m_opened->saved.log.get() };
    return m_session ? m_session->sharedLog() : nullptr;
}

Status LabPresenter::bookmark(EventIndex moment, const QString& words)
{
    const std::string note = words.toStdString();
    if (m_session) {
        m_session->bookmark(moment, note);
    } else if (m_opened) {
        EventLog& log = *m_opened->saved.log;
        Event event;
        event.at = m_cursor.endTime();
        event.body = UserAction { "bookmark", note, {}, moment };
        if (Status appended = appendEvent(m_opened->path, log.size(), event); !appended)
            return appended;
        if (!log.append(event)) // in the file it is; here there was no room
            return Error { ENOMEM, "append", m_opened->path.toStdString() };
    }
    wake();
    return Done {};
}

} // namespace ipclab
