// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/analyst.h"
#include "app/folders.h"
#include "app/program_builder.h"
#include "app/session_ends.h"
#include "app/session_recording.h"
#include "app/term_patience.h"
#include "ipc-core/survey/unseen.h"

#include <QDateTime>
#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kPollEvery = 10; // ms
constexpr int kPollInALull = 50;

qint64 now()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

} // namespace

Result<std::unique_ptr<Session>> Session::make(Options options)
{
    Result<RunFolder> folder = RunFolder::make();
    if (!folder)
        return folder.error();
    if (options.header.startedAt.empty())
        options.header.startedAt = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
    std::optional<SessionWriter> writer;
    if (!options.recordTo.empty() && !options.attaches) {
        Result<SessionWriter> made = SessionWriter::create(options.recordTo, options.header);
        if (!made)
            return made.error();
        writer.emplace(std::move(*made));
    }
    const bool attaches = options.attaches;
    auto session = std::unique_ptr<Session>(new Session(std::move(options), std::move(*folder)));
    if (!attaches)
        session->record(std::move(writer));
    return session;
}

Session::Session(Options options, RunFolder folder)
    : m_options(std::move(options))
    , m_folder(std::move(folder))
    , m_log(std::make_shared<EventLog>())
    , m_builder(std::make_unique<ProgramBuilder>())
{
    CaptureOptions capture;
    capture.oneCpu = m_options.oneCpu;
    capture.probeFolder = probeFolder();
    capture.privateFolder = m_folder.path();
    capture.heldOnlyBy = isPipeHeldOnlyBy;
    if (m_options.mostProcesses > 0)
        capture.mostProcesses = m_options.mostProcesses;
    m_capture = std::make_unique<Capture>(*m_log, capture, makeAnalyst());
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, &Session::endLate);
    connect(
        m_builder.get(), &ProgramBuilder::finished, this, [this](bool ok, const QString& messages) {
            if (m_phase != Phase::Building)
                return;
            m_phase = Phase::Idle;
            if (!ok) {
                emit buildFailed(messages);
                return;
            }
            if (!messages.isEmpty())
                emit buildWarned(messages);
            launchNow();
        });
    connect(&m_poll, &QTimer::timeout, this, &Session::poll);
    m_poll.setInterval(kPollEvery);
    m_poll.start();
}

Session::~Session()
{
    endAll();
    for (auto& recording : m_recordings) {
        if (m_options.leaveRecording)
            m_options.leaveRecording(std::move(recording));
    }
}

void Session::endAll()
{
    m_poll.stop();
    m_timeLimit.stop();
    m_builder.reset();
    m_beside = false;
    dropEnds();
    m_capture.reset(); // ends all, and the log gets its last events
    for (const auto& recording : m_recordings)
        recording->finish();
}

Status Session::close()
{
    endAll();
    Status all = Done {};
    for (const auto& recording : m_recordings) {
        if (Status closed = recording->close(); !closed)
            all = closed;
    }
    return all;
}

// In the file that the person named, and in the folder of all.
void Session::record(std::optional<SessionWriter> writer)
{
    if (writer)
        m_recordings.push_back(
            std::make_unique<SessionRecording>(std::move(*writer), m_options.recordTo, m_log));
    if (m_options.keep)
        m_recordings.push_back(std::make_unique<SessionRecording>(m_options.header, m_log));
    for (const auto& recording : m_recordings)
        connect(recording.get(), &SessionRecording::failed, this, &Session::recordingFailed);
}

// Now and then though there is nothing new: the file may have been taken away.
bool Session::letRecord()
{
    constexpr unsigned kNowAndThen = 50; // polls
    const EventIndex size = m_log->size();
    if (size != m_recorded)
        m_lull.noteHappened();
    else if (++m_polls % kNowAndThen != 0)
        return false;
    m_recorded = size;
    for (const auto& recording : m_recordings)
        recording->look();
    return true;
}

bool Session::busy() const
{
    return m_phase != Phase::Idle || !m_capture->atRest();
}

void Session::launch(const std::vector<LaunchPlan>& plans)
{
    m_beside = false;
    if (m_launching > 0 || m_capture->living() > 0) {
        const bool held = m_holdAll;
        stop();
        m_next = plans;
        m_holdAll = held; // who is ended is let go; what comes is held
        m_phase = Phase::Ending; // poll() goes on when nobody lives
        return;
    }
    m_next = plans;
    build();
}

void Session::launchBeside(const LaunchPlan& plan)
{
    if (m_phase == Phase::Ending || m_phase == Phase::Building)
        return m_next.push_back(plan); // with those that are to come
    m_next = { plan };
    m_beside = true;
    build();
}

void Session::stop()
{
    m_timeLimit.stop();
    m_holdAll = false; // who is held cannot take the signal
    m_next.clear(); // nor does anything begin that was to
    if (m_phase == Phase::Building || m_phase == Phase::Ending)
        m_phase = Phase::Idle;
    if (m_capture->atRest())
        return;
    m_capture->terminateAll();
    if (m_killAt == 0) // else who asks again and again would wait for ever
        m_killAt = now() + kTermPatience;
    m_poll.start();
}

void Session::endLate()
{
    stop();
    emit failed({ 0, "timeout", std::to_string(m_options.seconds) });
}

void Session::signal(Pid to, int number)
{
    m_capture->signal(to, number);
}

void Session::setHeld(Pid pid, bool held)
{
    if (!pid)
        m_holdAll = held;
    held ? m_capture->hold(pid) : m_capture->release(pid);
}

void Session::step(Pid pid, Tid thread)
{
    m_capture->step(pid, thread);
}

void Session::setSlow(unsigned slow)
{
    m_capture->setSlow(slow);
}

void Session::noteAction(const std::string& what, const std::string& detail)
{
    m_capture->noteAction(what, detail, {});
    m_poll.start(); // until it is recorded
}

void Session::bookmark(EventIndex moment, const std::string& text)
{
    m_capture->noteAction("bookmark", text, {}, moment);
    m_poll.start(); // until it is recorded
}

void Session::poll()
{
    if (letRecord())
        noteUnread();
    const int every = m_lull.lasts() ? kPollInALull : kPollEvery;
    if (m_poll.interval() != every)
        m_poll.setInterval(every);
    if (m_killAt != 0 && now() >= m_killAt) {
        m_capture->killAll();
        m_killAt = now() + kTermPatience; // again, for what it had just started
    }
    if (!m_capture->atRest())
        return;
    m_killAt = 0;
    m_timeLimit.stop();
    if (const auto error = m_capture->endedBecause(); error && !m_saidRest)
        emit failed(*error);
    if (m_phase == Phase::Ending)
        return build();
    if (m_phase == Phase::Building)
        return;
    if (!std::exchange(m_saidRest, true)) {
        m_phase = Phase::Idle;
        emit atRest();
        emit endsChanged();
    }
    letRecord(); // all that there will be
    m_poll.stop(); // idle, the program costs nothing
}

} // namespace ipclab
