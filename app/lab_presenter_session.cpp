// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"
#include "app/lab_presenter.h"
#include "app/session.h"
#include "app/session_opening.h"
#include "app/session_recording.h"
#include "app/step_showing.h"
#include "views/common/time_cursor.h"

#include <algorithm>
#include <utility>

// The session of what is open: how it begins, whom it tells, how it goes.

namespace ipclab {

SessionHeader LabPresenter::header() const
{
    if (m_opened)
        return m_opened->saved.header;
    SessionHeader header = m_session ? m_session->header() : SessionHeader {};
    header.learner = m_learner.toStdString(); // it may be given when all is done
    if (m_session)
        return header;
    if (m_runner) {
        header.lab = m_runner->lab().id;
        header.variant = name(m_runner->variant());
    } else if (m_command) {
        header.command = planFor(*m_command).argv;
    } else if (m_attached) {
        header.command = m_attached->argv;
        header.attached = m_attached->pid.value;
    }
    return header;
}

// The session begins with its first run, and so does its time.
bool LabPresenter::ensureSession()
{
    if (m_session)
        return true;
    m_before.reset();
    Session::Options options;
    options.recordTo = m_recordTo;
    options.keep = true;
    options.leaveRecording = [this](std::unique_ptr<SessionRecording> recording) {
        waitForRecording(std::move(recording));
    };
    options.header = header();
    options.lab = m_runner.has_value();
    if (m_runner) {
        options.folders = programFoldersOf(m_runner->lab().folder);
        options.oneCpu = !m_runner->lab().parallel;
        options.launchesLater = launchesLater(m_runner->lab());
    }
    if (m_command) {
        options.mostProcesses = static_cast<unsigned>(m_command->wish.mostProcesses);
        options.seconds = m_command->wish.seconds;
    }
    auto made = Session::make(std::move(options));
    if (!made) {
        emit failed(made.error());
        return false;
    }
    m_recordTo.clear();
    m_session = std::move(*made);
    connectSession();
    noteLearner();
    takePace();
    showSession();
    return true;
}

void LabPresenter::showSession()
{
    m_cursor.setLog(&m_session->log());
    m_cursor.setGrowing(false);
}

void LabPresenter::connectSession()
{
    const Session* const session = m_session.get();
    // What a program left in a pipe is read, and is an event, after it has ended, too.
    connect(session, &Session::arrived, this,
        [this](const QString& run, int stream, const QByteArray& bytes) {
            wake();
            emit arrived(run, stream, bytes);
        });
    connect(session, &Session::endReached, this, [this](const QString& run, int stream) {
        wake();
        emit endReached(run, stream);
    });
    connect(session, &Session::endsChanged, this,
        [this] { emit inputChanged(m_session->inputs(), m_session->canRead()); });
    connect(session, &Session::begins, this, &LabPresenter::begins);
    connect(session, &Session::notTaken, this, &LabPresenter::notTaken);
    connect(session, &Session::launched, this, &LabPresenter::wake);
    connect(session, &Session::atRest, this, &LabPresenter::wake);
    connect(session, &Session::failed, this, [this](const Error& error) {
        endShowing();
        wake();
        emit failed(error);
    });
    connect(session, &Session::recordingFailed, this, &LabPresenter::recordingFailed);
    connect(session, &Session::buildWarned, this, &LabPresenter::buildWarned);
    connect(session, &Session::buildFailed, this, [this](const QString& messages) {
        endShowing();
        m_ranTooEarly = false; // nothing ran
        wake();
        emit buildFailed(messages);
        emit progressed();
    });
}

// A slow disk is no reason to wait, but at the end of the program.
void LabPresenter::waitForRecording(std::unique_ptr<SessionRecording> recording)
{
    if (recording->over())
        return;
    SessionRecording* const one = recording.get();
    m_ending.push_back(std::move(recording));
    connect(one, &SessionRecording::failed, this, &LabPresenter::recordingFailed);
    connect(
        one, &SessionRecording::ended, this,
        [this, one] {
            std::erase_if(m_ending, [one](const auto& each) { return each.get() == one; });
            emit sessionKept();
        },
        Qt::QueuedConnection);
}

// What the learner did goes into the session; what they do before it begins, when it does.
void LabPresenter::noteLearner()
{
    if (!m_runner)
        return;
    m_notes.look(*m_runner);
    if (m_session)
        m_notes.tell([this](const std::string& what, const std::string& detail) {
            m_session->noteAction(what, detail);
        });
}

void LabPresenter::dropSession()
{
    endShowing();
    m_frames.stop();
    m_cursor.setLog(nullptr);
    m_session.reset();
    m_before.reset();
    m_replay.reset();
    m_opened.reset();
    m_predictedAfter.clear();
    emit inputChanged({}, false);
    m_ranTooEarly = false;
    if (std::exchange(m_paused, false))
        emit pausedChanged(false);
    showActivity();
}

} // namespace ipclab
