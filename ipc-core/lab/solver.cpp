// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/solver.h"

#include <algorithm>

namespace ipclab {

bool SolveReport::solved() const
{
    return leftBehind.empty() && std::ranges::all_of(steps, [](const StepReport& step) {
        return step.outcome == StepReport::Outcome::Seen;
    });
}

bool SolveReport::proved(const Lab& lab) const
{
    if (!solved() || steps.size() != lab.steps.size())
        return false;
    return std::ranges::all_of(
        steps, [](const StepReport& step) { return !step.heldBefore && step.rightAnswer(); });
}

Solver::Solver(LabRunner& runner, LabHost& host, ProgramFolders folders, Deadlines deadlines)
    : m_runner(runner)
    , m_host(host)
    , m_folders(std::move(folders))
    , m_deadlines(deadlines)
    , m_actor(runner, host, m_folders)
{
    m_report.variant = runner.variant();
    for (const LabStep& step : runner.lab().steps) {
        StepReport report;
        report.id = step.id;
        if (step.ask)
            report.answer = ipclab::answer(*step.ask);
        m_report.steps.push_back(std::move(report));
    }
}

bool Solver::poll(const LogView& log, Nanoseconds now)
{
    m_runner.update(log, LabRunner::kMostEventsAtOnce, now);
    if (m_runner.world().applied < log.size())
        return false; // it looks at what is, not at what was
    switch (m_phase) {
    case Phase::Begin:
        begin();
        break; // what was predicted is noted before anything is done
    case Phase::Act:
        act(now);
        break;
    case Phase::Await:
        await(now);
        break;
    case Phase::Ending:
        endAll(now);
        break;
    case Phase::Over:
        break;
    }
    return m_phase == Phase::Over;
}

void Solver::begin()
{
    StepReport& report = m_report.steps.at(m_step);
    // Done already: it became true by itself, with what was done for the step before.
    report.heldBefore = m_runner.step(m_step).done;
    if (!report.heldBefore) {
        if (m_runner.needsPrediction())
            m_runner.predict(report.answer);
        report.heldBefore = std::ranges::all_of(m_runner.expectations(), std::identity {});
    }
    m_actor.begin(m_step);
    m_since = 0;
    m_phase = Phase::Act;
}

void Solver::act(Nanoseconds now)
{
    StepReport& report = m_report.steps.at(m_step);
    if (m_since == 0 || report.action != m_actor.action())
        m_since = now; // each action has its own time
    const Actor::State state = m_actor.goOn();
    report.action = m_actor.action();
    if (state == Actor::State::Cannot) {
        fail(StepReport::Outcome::CannotDo, now);
    } else if (state == Actor::State::Done) {
        m_since = now;
        m_phase = Phase::Await;
    } else if (now - m_since > m_deadlines.step) {
        fail(StepReport::Outcome::WaitEnded, now);
    }
}

void Solver::await(Nanoseconds now)
{
    StepReport& report = m_report.steps[m_step];
    const StepState& state = m_runner.step(m_step);
    if (state.done) {
        report.outcome = StepReport::Outcome::Seen;
        report.seenAt = state.seenAt;
        report.shown = state.shown;
        report.reached = m_runner.reachedHints(m_step);
        ++m_step;
        m_phase = Phase::Begin;
        if (m_step == m_report.steps.size())
            finish(now);
    } else if (now - m_since > m_deadlines.step) {
        fail(StepReport::Outcome::NotSeen, now);
    }
}

void Solver::fail(StepReport::Outcome outcome, Nanoseconds now)
{
    StepReport& report = m_report.steps[m_step];
    report.outcome = outcome;
    const std::vector<bool> holding = m_runner.expectations();
    for (std::size_t i = 0; i < holding.size(); ++i) {
        if (!holding[i])
            report.unmet.push_back(i);
    }
    finish(now);
}

void Solver::finish(Nanoseconds now)
{
    m_host.stop();
    m_since = now;
    m_phase = Phase::Ending;
}

void Solver::endAll(Nanoseconds now)
{
    if (living().empty()) {
        m_phase = Phase::Over;
    } else if (now - m_since > m_deadlines.end) {
        m_report.leftBehind = living();
        m_phase = Phase::Over;
    }
}

std::vector<Pid> Solver::living() const
{
    std::vector<Pid> pids;
    for (const auto& [pid, process] : m_runner.world().processes) {
        if (process.isWatched())
            pids.push_back(pid);
    }
    return pids;
}

} // namespace ipclab
