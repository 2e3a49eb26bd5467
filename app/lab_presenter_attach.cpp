// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"
#include "app/session.h"
#include "app/session_recording.h"
#include "views/common/time_cursor.h"

#include <utility>

// Who ran before IPC Lab came.

namespace ipclab {

void LabPresenter::attach(AttachTarget target)
{
    giveUpAttaching();
    Session::Options options;
    options.recordTo = m_recordTo;
    options.keep = true;
    options.leaveRecording = [this](std::unique_ptr<SessionRecording> recording) {
        waitForRecording(std::move(recording));
    };
    options.header.learner = m_learner.toStdString();
    options.header.command = target.argv;
    options.header.attached = target.pid.value;
    options.oneCpu = false; // it runs where it ran
    options.attaches = true;
    auto made = Session::make(std::move(options));
    if (!made) {
        emit attachRefused(made.error());
        return;
    }
    m_attaching = std::move(*made);
    m_attachingTo = std::move(target);
    const Session* const session = m_attaching.get();
    connect(session, &Session::attached, this, &LabPresenter::attachReady);
    connect(session, &Session::attachRefused, this, [this](const Error& error) {
        giveUpAttaching();
        emit attachRefused(error);
    });
    m_attaching->attach(m_attachingTo->pid);
}

// It may be the one that is speaking.
void LabPresenter::giveUpAttaching()
{
    m_attachingTo.reset();
    if (m_attaching) {
        m_attaching->disconnect(this);
        m_attaching.release()->deleteLater();
    }
}

void LabPresenter::openAttached()
{
    if (!m_attaching)
        return;
    close();
    m_recordTo.clear();
    m_attached = std::exchange(m_attachingTo, std::nullopt);
    m_session = std::move(m_attaching);
    connectSession();
    takePace();
    m_cursor.setLog(&m_session->log());
    m_cursor.setGrowing(true);
    m_cursor.goLive();
    emit logRenewed();
    wake();
    emit progressed();
}

} // namespace ipclab
