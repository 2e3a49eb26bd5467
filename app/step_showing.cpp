// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/step_showing.h"

#include "app/lab_presenter.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kShowPatience
    = 20 * kSecond; // with one action, and with what is expected of all
constexpr unsigned kMostSlow = 10; // times that

bool holdsAll(const LabStep& step)
{
    return std::ranges::any_of(step.actions, [](const Action& action) {
        const auto* const hold = std::get_if<DoHold>(&action);
        return hold && hold->process.empty();
    });
}

} // namespace

StepShowing::StepShowing(LabPresenter& presenter, LabRunner& runner, ProgramFolders folders)
    : m_presenter(presenter)
    , m_runner(runner)
    , m_folders(std::move(folders))
    , m_actor(runner, *this, m_folders)
    , m_step(runner.current().value_or(0))
{
    m_actor.begin(m_step);
}

// A step that runs the programs begins as the lab's own way leads to it, whatever was tried.
void StepShowing::begin()
{
    const std::vector<LabStep>& steps = m_runner.lab().steps;
    const auto end = steps.begin() + static_cast<std::ptrdiff_t>(m_step) + 1;
    if (std::none_of(steps.begin(), end, holdsAll))
        m_presenter.setPaused(false);
    if (!steps[m_step].asksToRun())
        return;
    SwitchValues wanted = defaultSwitches(m_runner.lab());
    for (std::size_t i = 0; i < m_step; ++i) {
        for (const Action& action : steps[i].actions) {
            if (const auto* const set = std::get_if<DoSet>(&action))
                wanted[set->name] = set->value;
        }
    }
    for (const auto& [name, value] : wanted)
        m_runner.setSwitch(name, value);
}

StepShowing::State StepShowing::goOn(Nanoseconds now)
{
    m_acts = true;
    if (!std::exchange(m_began, true)) {
        begin();
        m_since = now;
        m_acts = false;
        return State::Going; // what it set is noted before what comes next
    }
    const Actor::State state = m_done ? Actor::State::Done : m_actor.goOn();
    m_acts = false;
    const bool seen = m_runner.step(m_step).done; // what is left to do is done all the same
    if (seen && state != Actor::State::Waiting)
        return State::Seen;
    if (state == Actor::State::Cannot)
        return State::Cannot;
    const bool done = state == Actor::State::Done;
    if (done != m_done || m_action != m_actor.action())
        m_since = now;
    m_done = done;
    m_action = m_actor.action();
    const auto slow = static_cast<Nanoseconds>(std::clamp(m_runner.world().slow, 1U, kMostSlow));
    if (now - m_since <= kShowPatience * slow)
        return State::Going;
    return m_done ? State::InVain : State::Stuck;
}

void StepShowing::launch(const std::vector<LaunchPlan>&)
{
    m_presenter.run();
}

void StepShowing::launchBeside(const LaunchPlan& plan)
{
    m_presenter.runBeside(QString::fromStdString(plan.name));
}

void StepShowing::stop()
{
    m_presenter.stop();
}

void StepShowing::signal(Pid to, int number)
{
    m_presenter.signal(to, number);
}

void StepShowing::type(const std::string& run, const std::string& text)
{
    const QString to = QString::fromStdString(run);
    const QByteArray bytes = QByteArray::fromStdString(text);
    emit m_presenter.typedForLearner(to, bytes);
    m_presenter.send(to, bytes);
}

void StepShowing::closeInput(const std::string& run)
{
    m_presenter.closeInput(QString::fromStdString(run));
}

void StepShowing::setReading(bool reading)
{
    emit m_presenter.readingForLearner(reading);
    m_presenter.setReading(reading);
}

void StepShowing::setHeld(Pid pid, bool held)
{
    if (pid)
        m_presenter.setHeld(pid, held);
    else
        m_presenter.setPaused(held);
}

void StepShowing::step(Pid pid, Tid thread)
{
    m_presenter.step(pid, thread);
}

void StepShowing::setSlow(unsigned slow)
{
    m_presenter.setSlow(slow);
}

} // namespace ipclab
