// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interpreter.h"
#include "app/program_builder.h"
#include "app/session_ends.h"
#include "app/work_folder.h"

#include <QFileInfo>

#include <fcntl.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace ipclab {

namespace {

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

void Session::build()
{
    dropEnds();
    if (!m_beside)
        emit begins();
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
    if (m_options.seconds > 0 && !m_beside)
        m_timeLimit.start(std::chrono::seconds(m_options.seconds));
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
    spec.limits = plan.limits;
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

} // namespace ipclab
