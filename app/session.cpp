// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/analyst.h"
#include "app/folders.h"
#include "app/interpreter.h"
#include "app/program_builder.h"
#include "app/work_folder.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QFileInfo>

#include <fcntl.h>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr int kPollEvery = 10; // ms
constexpr qint64 kPatience = 1500; // ms between SIGTERM and SIGKILL

qint64 now()
{
    return QDeadlineTimer::current(Qt::PreciseTimer).deadline();
}

// Nothing of this machine's settings may change what a lab shows; an empty value is none for
// Python. Nor may a run leave compiled files in the lab's folder.
std::vector<std::string> labEnvironment()
{
    return { "PYTHONINSPECT=", "PYTHONDONTWRITEBYTECODE=1", "PYTHONIOENCODING=utf-8",
        "LC_ALL=C.UTF-8" };
}

StdioPlan stdioPlan(const LaunchPlan& plan)
{
    StdioPlan stdio;
    stdio.in = wiringNamed(plan.wiring[0]).value_or(Wiring::Terminal);
    stdio.out = wiringNamed(plan.wiring[1]).value_or(Wiring::Terminal);
    stdio.error = wiringNamed(plan.wiring[2]).value_or(Wiring::Terminal);
    return stdio;
}

} // namespace

// The lab's ends of one program, and what capture was told of them.
struct Session::Ends {
    QString run;
    std::unique_ptr<Endpoints> endpoints;
    std::vector<LabEndFacts> known; // as they were when paired
    QByteArray sending; // taken, and not yet reported as sent
    bool inputClosed = false;

    [[nodiscard]] int descriptorFor(int stream) const
    {
        for (const LabEndFacts& end : known) {
            if (stream >= 0 && stream < 3 && end.streams.at(static_cast<std::size_t>(stream)))
                return end.descriptor;
        }
        return -1;
    }
};

Result<std::unique_ptr<Session>> Session::make(Options options)
{
    Result<RunFolder> folder = RunFolder::make();
    if (!folder)
        return folder.error();
    if (options.header.startedAt.empty())
        options.header.startedAt = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
    std::optional<SessionWriter> recording;
    if (!options.recordTo.empty()) {
        Result<SessionWriter> writer = SessionWriter::create(options.recordTo, options.header);
        if (!writer)
            return writer.error();
        recording.emplace(std::move(*writer));
    }
    auto session = std::unique_ptr<Session>(new Session(std::move(options), std::move(*folder)));
    session->m_recording = std::move(recording);
    return session;
}

Session::Session(Options options, RunFolder folder)
    : m_options(std::move(options))
    , m_folder(std::move(folder))
    , m_log(std::make_unique<EventLog>())
    , m_builder(std::make_unique<ProgramBuilder>())
{
    CaptureOptions capture;
    capture.oneCpu = m_options.oneCpu;
    capture.probeFolder = probeFolder();
    capture.privateFolder = m_folder.path();
    m_capture = std::make_unique<Capture>(*m_log, capture, makeAnalyst());
    connect(
        m_builder.get(), &ProgramBuilder::finished, this, [this](bool ok, const QString& messages) {
            if (m_phase != Phase::Building)
                return;
            m_phase = Phase::Idle;
            if (ok)
                launchNow();
            else
                emit buildFailed(messages);
        });
    connect(&m_poll, &QTimer::timeout, this, &Session::poll);
    m_poll.setInterval(kPollEvery);
    m_poll.start();
}

Session::~Session()
{
    m_builder.reset();
    m_beside = false;
    dropEnds();
    m_capture.reset(); // ends all, and the log gets its last events
    record();
    if (m_recording)
        static_cast<void>(m_recording->close(m_log->dropped()));
}

bool Session::busy() const
{
    return m_phase != Phase::Idle || !m_capture->atRest();
}

void Session::launch(const std::vector<LaunchPlan>& plans)
{
    m_next = plans;
    m_beside = false;
    if (!m_capture->atRest()) {
        const bool held = m_holdAll;
        stop();
        m_holdAll = held; // who is ended is let go; what comes is held
        m_phase = Phase::Ending; // poll() goes on when nobody lives
        return;
    }
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
    m_holdAll = false; // who is held cannot take the signal
    if (m_phase == Phase::Building)
        m_phase = Phase::Idle;
    if (m_capture->atRest())
        return;
    m_capture->terminateAll();
    m_killAt = now() + kPatience;
    m_poll.start();
}

void Session::build()
{
    dropEnds();
    m_phase = Phase::Building;
    const bool inC = !m_options.folders.built.empty()
        && std::ranges::any_of(
            m_next, [&](const LaunchPlan& plan) { return plan.folder == m_options.folders.built; });
    m_builder->build(inC ? buildSteps(m_options.folders) : std::vector<BuildStep> {});
}

void Session::launchNow()
{
    if (!makeWorkFolder())
        return;
    m_phase = Phase::Running;
    m_saidRest = false;
    m_killAt = 0;
    // A run begins; or another program joins it.
    m_capture->noteAction(
        m_beside ? "start" : "run", m_next.empty() ? "" : m_next.front().name, {});
    if (m_holdAll)
        m_capture->hold();
    m_launching += static_cast<unsigned>(m_next.size());
    m_capture->expectLaunches(true);
    for (const LaunchPlan& plan : std::exchange(m_next, {}))
        launchOne(plan);
    m_capture->expectLaunches(m_options.launchesLater);
    m_poll.start();
    emit endsChanged();
}

bool Session::makeWorkFolder()
{
    m_work.clear();
    if (m_options.folders.sources.empty())
        return true; // a command without a lab
    m_work = m_folder.path() + "/work";
    if (m_beside && QFileInfo::exists(QString::fromStdString(m_work)))
        return true;
    const Status made = renewWorkFolder(m_work, m_options.folders);
    if (!made) {
        m_next.clear();
        emit failed(made.error());
    }
    return made.ok();
}

void Session::launchOne(const LaunchPlan& plan)
{
    Result<std::unique_ptr<Endpoints>> made = Endpoints::make(stdioPlan(plan), m_folder.path());
    if (!made) {
        finishLaunch();
        emit failed(made.error());
        return;
    }
    auto ends = std::make_unique<Ends>();
    ends->run = QString::fromStdString(plan.name);
    ends->endpoints = std::move(*made);
    ends->known = ends->endpoints->labEnds();
    connectEnds(*ends);

    LaunchSpec spec;
    spec.argv = plan.argv;
    spec.folder = m_work.empty() ? plan.folder : m_work;
    spec.run = m_options.lab ? plan.name : std::string();
    if (m_options.lab) {
        spec.argv.front() = interpreterNamed(spec.argv.front());
        spec.environment = labEnvironment();
    }
    spec.environment.insert(
        spec.environment.end(), plan.environment.begin(), plan.environment.end());
    const std::array<int, 3> child = ends->endpoints->childDescriptors();
    for (int stream = 0; stream < 3; ++stream) {
        const auto at = static_cast<std::size_t>(stream);
        if (child.at(at) >= 0)
            spec.stdio.at(at) = UniqueFd(fcntl(child.at(at), F_DUPFD_CLOEXEC, 3));
        spec.labEnds.at(at) = ends->descriptorFor(stream);
    }
    spec.terminalStream = ends->endpoints->terminalStream();
    ends->endpoints->closeChildEnds(); // the copies in the spec live until it is launched
    m_ends.push_back(std::move(ends));
    m_capture->launch(std::move(spec), [this](const Result<Pid>& pid) {
        const std::optional<Error> error = pid ? std::nullopt : std::optional(pid.error());
        QMetaObject::invokeMethod(this, [this, error] {
            finishLaunch();
            if (error && error->number != ECANCELED) // stopped before it began: no failure
                emit failed(*error);
        });
    });
}

void Session::finishLaunch()
{
    if (m_launching > 0 && --m_launching == 0)
        emit launched();
}

void Session::connectEnds(Ends& ends)
{
    const Endpoints* const from = ends.endpoints.get();
    connect(from, &Endpoints::arrived, this, [this, &ends](int stream, const QByteArray& bytes) {
        m_capture->labRead(ends.descriptorFor(stream), bytes.toStdString());
        emit arrived(ends.run, stream, bytes);
    });
    connect(from, &Endpoints::sent, this, [this, &ends](int stream, qint64 count) {
        m_capture->labWrote(ends.descriptorFor(stream), ends.sending.left(count).toStdString());
        ends.sending.remove(0, count);
        noteClosed(ends);
    });
    connect(from, &Endpoints::endReached, this, [this, &ends](int stream) {
        m_capture->labReachedEnd(ends.descriptorFor(stream));
        emit endReached(ends.run, stream);
        emit endsChanged();
        noteClosed(ends);
    });
    connect(from, &Endpoints::failed, this, [this](const Error& error) {
        if (error.number != EPIPE && error.number != EIO) // its reader has ended: no news
            emit failed(error);
    });
}

void Session::noteClosed(Ends& ends)
{
    const std::vector<LabEndFacts> open = ends.endpoints->labEnds();
    for (LabEndFacts& end : ends.known) {
        const bool still = std::ranges::any_of(
            open, [&](const LabEndFacts& one) { return one.descriptor == end.descriptor; });
        if (end.descriptor < 0 || still)
            continue;
        m_capture->labClosed(end.descriptor);
        end.descriptor = -1;
    }
}

// Those of what is launched again; of all, when a run begins.
void Session::dropEnds()
{
    const auto goes = [this](const auto& ends) {
        return !m_beside || std::ranges::any_of(m_next, [&](const LaunchPlan& plan) {
            return plan.name == ends->run.toStdString();
        });
    };
    for (const auto& ends : m_ends) {
        if (!goes(ends))
            continue;
        ends->endpoints->closeAll();
        noteClosed(*ends);
    }
    std::erase_if(m_ends, goes);
}

void Session::signal(Pid to, int number)
{
    m_capture->signal(to, number);
}

void Session::type(const std::string& run, const std::string& text)
{
    if (Ends* const ends = endsOf(run)) {
        const QByteArray bytes = QByteArray::fromStdString(text);
        // What is sent is reported before send() returns, or later: first noted, then sent.
        ends->sending += bytes;
        const qint64 taken = ends->endpoints->send(bytes);
        ends->sending.chop(bytes.size() - std::max<qint64>(taken, 0));
        m_capture->noteAction("type", text, {});
    }
}

void Session::closeInput(const std::string& run)
{
    if (Ends* const ends = endsOf(run)) {
        m_capture->noteAction("close", run, {});
        ends->inputClosed = true;
        ends->endpoints->closeWriteSide();
        noteClosed(*ends);
        emit endsChanged();
    }
}

void Session::setReading(bool reading)
{
    for (const auto& ends : m_ends)
        ends->endpoints->setReading(reading);
    m_capture->noteAction(reading ? "read" : "stop_reading", "", {});
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
}

QStringList Session::inputs() const
{
    QStringList runs;
    for (const auto& ends : m_ends) {
        if (!ends->inputClosed && ends->descriptorFor(0) >= 0)
            runs += ends->run;
    }
    return runs;
}

bool Session::canRead() const
{
    return std::ranges::any_of(
        m_ends, [](const auto& ends) { return ends->descriptorFor(1) >= 0; });
}

void Session::poll()
{
    record();
    if (m_killAt != 0 && now() >= m_killAt) {
        m_capture->killAll();
        m_killAt = now() + kPatience; // again, for what it had just started
    }
    if (!m_capture->atRest())
        return;
    m_killAt = 0;
    if (const auto error = m_capture->endedBecause(); error && !m_saidRest)
        emit failed(*error);
    if (m_phase == Phase::Ending)
        return build();
    if (m_phase == Phase::Building)
        return;
    if (!std::exchange(m_saidRest, true)) {
        m_phase = Phase::Idle;
        emit atRest();
    }
    if (!m_recording)
        m_poll.stop(); // idle, the program costs nothing
}

void Session::record()
{
    if (!m_recording)
        return;
    if (const Status written = m_recording->writeNew(LogView(*m_log)); !written) {
        const Error& error = written.error();
        m_recording.reset(); // the run goes on, in memory
        emit failed(error);
    }
}

Session::Ends* Session::endsOf(const std::string& run)
{
    const auto found = std::ranges::find_if(
        m_ends, [&](const auto& ends) { return ends->run.toStdString() == run; });
    return found == m_ends.end() ? nullptr : found->get();
}

} // namespace ipclab
