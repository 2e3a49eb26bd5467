// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"

#include "app/folders.h"
#include "app/lab_trust.h"
#include "app/session.h"
#include "app/session_opening.h"
#include "app/session_recording.h"
#include "views/common/frame_budget.h"
#include "views/common/time_cursor.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kFrame = 16; // ms: the screen's rate
constexpr int kLongestRest = 100; // ms

std::string text(const QString& words)
{
    return words.toStdString();
}

LaunchPlan planFor(const WorkbenchCommand& command)
{
    LaunchPlan plan;
    plan.name = command.argv.isEmpty() ? std::string() : text(command.argv.front());
    for (const QString& word : command.argv)
        plan.argv.push_back(text(word));
    plan.folder = text(command.folder);
    plan.wiring = { text(command.stdinWiring), text(command.stdoutWiring),
        text(command.stdoutWiring == QLatin1String("terminal") ? command.stdoutWiring
                                                               : QStringLiteral("terminal")) };
    return plan;
}

} // namespace

LabPresenter::LabPresenter(TimeCursor& cursor, std::string recordTo, QObject* parent)
    : QObject(parent)
    , m_cursor(cursor)
    , m_recordTo(std::move(recordTo))
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    connect(&m_frame, &QTimer::timeout, this, &LabPresenter::frame);
    m_clock.start();
}

LabPresenter::~LabPresenter()
{
    m_copy.finish();
    m_cursor.setLog(nullptr);
    m_replay.reset();
    m_session.reset(); // before what it leaves its recording to
}

void LabPresenter::openLab(const Lab& lab, Variant variant)
{
    close();
    m_runner.emplace(lab, variant);
    emit logRenewed();
    emit progressed();
}

void LabPresenter::replaceLab(const Lab& lab, bool sameSteps)
{
    if (!m_runner)
        return;
    m_runner->replaceLab(lab, sameSteps);
    emit labReplaced();
    emit progressed();
    wake();
}

void LabPresenter::openCommand(WorkbenchCommand command)
{
    close();
    m_command = std::move(command);
    emit logRenewed();
    run();
}

void LabPresenter::close()
{
    dropSession();
    m_runner.reset();
    m_notes.forget();
    m_command.reset();
}

SessionHeader LabPresenter::header() const
{
    if (m_opened)
        return m_opened->saved.header;
    SessionHeader header = m_session ? m_session->header() : SessionHeader {};
    header.learner = text(m_learner); // it may be given when all is done
    if (m_session)
        return header;
    if (m_runner) {
        header.lab = m_runner->lab().id;
        header.variant = name(m_runner->variant());
    } else if (m_command) {
        header.command = planFor(*m_command).argv;
    }
    return header;
}

// The session begins with its first run, and so does its time.
bool LabPresenter::ensureSession()
{
    if (m_session)
        return true;
    Session::Options options;
    options.recordTo = std::exchange(m_recordTo, {});
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
    auto made = Session::make(std::move(options));
    if (!made) {
        emit failed(made.error());
        return false;
    }
    m_session = std::move(*made);
    connectSession();
    noteSwitches();
    takePace();
    m_cursor.setLog(&m_session->log());
    m_cursor.setGrowing(false);
    noteLearner();
    return true;
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
    connect(session, &Session::launched, this, &LabPresenter::wake);
    connect(session, &Session::atRest, this, &LabPresenter::wake);
    connect(session, &Session::failed, this, [this](const Error& error) {
        wake();
        emit failed(error);
    });
    connect(session, &Session::recordingFailed, this, &LabPresenter::recordingFailed);
    connect(session, &Session::buildFailed, this, [this](const QString& messages) {
        wake();
        emit buildFailed(messages);
    });
}

// A slow disk is no reason to wait, but at the end of the program.
void LabPresenter::waitForRecording(std::unique_ptr<SessionRecording> recording)
{
    SessionRecording* const one = recording.get();
    m_ending.push_back(std::move(recording));
    connect(one, &SessionRecording::failed, this, &LabPresenter::recordingFailed);
    connect(
        one, &SessionRecording::ended, this,
        [this, one] {
            std::erase_if(m_ending, [one](const auto& each) { return each.get() == one; });
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
    m_frame.stop();
    m_awake = false;
    m_copy.finish();
    m_cursor.setLog(nullptr);
    m_session.reset();
    m_replay.reset();
    m_opened.reset();
    m_predictedAfter.clear();
    emit inputChanged({}, false);
    m_ranTooEarly = false;
    if (std::exchange(m_paused, false))
        emit pausedChanged(false);
    showActivity();
}

bool LabPresenter::busy() const
{
    return m_session && m_session->busy();
}

bool LabPresenter::oneCpu() const
{
    return m_session && m_session->oneCpu();
}

bool LabPresenter::mayRun(const QString& beside)
{
    const bool may = !m_runner || isTrusted(m_runner->lab().folder);
    if (!may)
        emit trustWanted(beside);
    return may;
}

void LabPresenter::run()
{
    if (!open() || m_opened || !mayRun({}) || !ensureSession())
        return;
    emit launching();
    m_cursor.goLive();
    m_ranTooEarly = m_runner && m_runner->needsPrediction();
    if (m_runner) {
        m_session->launch(launchPlans(m_runner->lab(), m_runner->variant(), m_runner->switches(),
            programFoldersOf(m_runner->lab().folder)));
    } else if (m_command) {
        m_session->launch({ planFor(*m_command) });
    }
    wake();
    emit progressed();
}

void LabPresenter::runBeside(const QString& run)
{
    const LabRun* const wanted = m_runner ? m_runner->lab().runNamed(text(run)) : nullptr;
    if (!wanted || m_opened || !mayRun(run) || !ensureSession())
        return;
    m_cursor.goLive();
    m_session->launchBeside(launchPlan(m_runner->lab(), *wanted, m_runner->variant(),
        m_runner->switches(), programFoldersOf(m_runner->lab().folder)));
    wake();
    emit progressed();
}

void LabPresenter::stop()
{
    if (!m_session)
        return;
    setPaused(false); // who is held cannot take the signal
    m_session->stop();
    wake();
}

void LabPresenter::reset()
{
    if (m_opened)
        return;
    dropSession();
    if (m_runner)
        m_runner.emplace(Lab(m_runner->lab()), m_runner->variant());
    m_notes.forget();
    emit logRenewed();
    emit progressed();
}

void LabPresenter::setVariant(Variant variant)
{
    if (!m_runner || m_opened || m_runner->variant() == variant)
        return;
    m_runner->setVariant(variant);
    emit progressed();
}

void LabPresenter::setSwitch(const QString& name, const QString& value)
{
    if (!m_runner || m_opened || !m_runner->setSwitch(text(name), text(value)))
        return;
    if (m_session)
        m_session->noteAction("switch", text(name) + "=" + text(value));
    wake();
    emit progressed();
}

void LabPresenter::predict(const QString& step, const QString& choice)
{
    const std::optional<std::size_t> current = m_runner ? m_runner->current() : std::nullopt;
    if (!current || m_opened || !m_cursor.live())
        return;
    const LabStep& now = m_runner->lab().steps.at(*current);
    if (now.id != text(step) || !m_runner->predict(text(choice)))
        return;
    m_ranTooEarly = false;
    m_predictedAfter[now.id] = m_session ? m_session->log().size() : 0;
    noteLearner();
    emit progressed();
}

void LabPresenter::signal(Pid to, int number)
{
    if (!m_session)
        return;
    m_session->signal(to, number);
    wake();
}

void LabPresenter::send(const QString& to, const QByteArray& bytes)
{
    if (!m_session)
        return;
    m_cursor.goLive(); // where it can be seen
    m_session->type(text(to), bytes.toStdString());
}

void LabPresenter::closeInput(const QString& to)
{
    if (m_session)
        m_session->closeInput(text(to));
}

QString LabPresenter::inputOf(ChannelId channel) const
{
    const QStringList inputs = m_session ? m_session->inputs() : QStringList();
    for (const auto& [pid, process] : m_cursor.world().processes) {
        const Descriptor* const in = m_cursor.world().descriptor(pid, 0);
        if (!process.isWatched() || !in || in->channel != channel)
            continue;
        const QString run = QString::fromStdString(process.run);
        if (!run.isEmpty() && inputs.contains(run))
            return run;
        if (process.run.empty() && inputs.size() == 1) // a command, which has no name of a lab's
            return inputs.front();
    }
    return {};
}

void LabPresenter::closeEnd(ChannelId channel)
{
    const QString run = inputOf(channel);
    if (!run.isEmpty())
        closeInput(run);
    else if (m_session && !m_session->inputs().isEmpty())
        closeInput(m_session->inputs().front());
}

void LabPresenter::setReading(bool reading)
{
    if (m_session)
        m_session->setReading(reading);
}

void LabPresenter::save(const QString& path)
{
    if (m_cursor.wholeLog())
        m_copy.begin(path, header(), *m_cursor.wholeLog());
}

// The frames begin when something may happen, and stop when nothing can.
void LabPresenter::wake()
{
    if (!std::exchange(m_awake, true))
        m_frame.start(kFrame);
    showActivity();
}

void LabPresenter::frame()
{
    m_frameBegan.start();
    const bool live = busy(); // asked first: what it wrote last is then in the log
    const bool goesOn = takeEvents() || live;
    showActivity();
    m_awake = goesOn;
    if (goesOn)
        QTimer::singleShot(0, this, &LabPresenter::afterFrame);
}

// Comes after the painting. Half of the time at least is left to what else the thread does: to read
// what the programs write, and to the person.
void LabPresenter::afterFrame()
{
    const int took = static_cast<int>(m_frameBegan.elapsed());
    if (m_awake)
        m_frame.start(std::max(kFrame - took, std::min(took, kLongestRest)));
}

bool LabPresenter::takeEvents()
{
    const bool shown = m_cursor.advance();
    if (m_replay)
        return replayGuide() || shown;
    if (!m_runner || !m_session)
        return shown;
    const std::optional<std::size_t> before = m_runner->current();
    const bool taken = takeWithinBudget([this] {
        return m_runner->update(LogView(m_session->log()), kEventsInASlice, m_clock.nsecsElapsed());
    });
    noteLearner();
    if (taken || m_runner->current() != before)
        emit progressed();
    return shown || taken;
}

void LabPresenter::showActivity()
{
    const bool live = busy();
    m_cursor.setGrowing(live);
    if (live == std::exchange(m_busyShown, live))
        return;
    if (!live)
        setPaused(false); // nobody is left to be held
    emit activityChanged(live);
}

} // namespace ipclab
