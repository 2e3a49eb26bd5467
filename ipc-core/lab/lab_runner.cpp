// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_runner.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::string_view kRunSaid = "run"; // UserAction::what of a launch

} // namespace

LabRunner::LabRunner(Lab lab, Variant variant)
    : m_lab(std::move(lab))
    , m_variant(variant)
    , m_switches(defaultSwitches(m_lab))
    , m_steps(m_lab.steps.size())
    , m_reached(m_lab.steps.size())
{
    enterStep();
}

bool LabRunner::setSwitch(const std::string& name, const std::string& value)
{
    const LabSwitch* const known = m_lab.switchNamed(name);
    if (!known || std::ranges::find(known->values, value) == known->values.end())
        return false;
    m_switches[name] = value;
    return true;
}

EventIndex LabRunner::update(const LogView& log, EventIndex most, Nanoseconds now)
{
    const EventIndex begin = m_world.applied;
    const EventIndex end = std::min(log.size(), begin + most);
    while (m_world.applied < end)
        take(log[m_world.applied]);
    if (end > begin || m_lookedAt == 0)
        m_lookedAt = now;
    // What was not yet looked at is later than all that is known, and its time is too.
    m_now = end < log.size() ? m_world.now : m_world.now + (now - m_lookedAt);
    if (needsTime() && !needsPrediction()) {
        noteHints(m_now);
        tickIfSeen(m_now);
    }
    return end - std::min(begin, end);
}

bool LabRunner::needsTime() const
{
    return m_watch && m_watch->needsTime();
}

// A launch while nothing else lives. Several that are launched together begin it once.
bool LabRunner::beginsRun(const Event& event) const
{
    const auto* const started = std::get_if<ProcessStarted>(&event.body);
    if (!started || started->by != StartedBy::Launch || started->self || !m_launchAsked)
        return false;
    return !m_world.anybodyLives();
}

void LabRunner::take(const Event& event)
{
    if (needsTime() && !needsPrediction())
        tickIfSeen(event.at); // it lasted until now
    const bool launched = beginsRun(event);
    if (const auto* said = std::get_if<UserAction>(&event.body); said && said->what == kRunSaid)
        m_launchAsked = m_asksAreSaid = true;
    apply(m_world, event);
    m_now = m_world.now;
    if (const auto* started = std::get_if<ProcessStarted>(&event.body))
        m_launches += started->by == StartedBy::Launch && !started->self ? 1 : 0;
    if (launched)
        m_launchAsked = !m_asksAreSaid;
    if (!current() || needsPrediction())
        return;
    if (launched) {
        m_runBegan = true;
        m_ranWith = m_switches;
        m_watch->beginAgain(m_world, m_switches);
    }
    m_watch->take(m_world, event, m_switches);
    noteHints(m_now);
    tickIfSeen(m_now);
}

void LabRunner::noteHints(Nanoseconds now)
{
    std::vector<bool>& reached = m_reached[m_current];
    if (std::ranges::find(reached, false) == reached.end())
        return;
    const std::vector<bool> applying = m_watch->hints(m_world, m_switches, now);
    for (std::size_t i = 0; i < reached.size(); ++i)
        reached[i] = reached[i] || applying[i];
}

void LabRunner::tickIfSeen(Nanoseconds now)
{
    if (!current() || (!m_runBegan && m_lab.steps[m_current].asksToRun())
        || !m_watch->seen(m_world, m_switches, now))
        return;
    StepState& step = m_steps[m_current];
    step.done = true;
    step.seenAfter = m_world.applied;
    step.seenAt = now;
    step.shown = m_watch->shown(m_world, m_switches, now);
    passDoneSteps();
    enterStep();
}

void LabRunner::enterStep()
{
    m_watch.reset();
    m_runBegan = false;
    if (!current())
        return;
    const LabStep& step = m_lab.steps[m_current];
    m_watch.emplace(step, m_world, m_switches);
    m_reached[m_current].assign(step.hints.size(), false);
}

std::optional<std::size_t> LabRunner::current() const
{
    return m_current < m_lab.steps.size() ? std::optional(m_current) : std::nullopt;
}

bool LabRunner::needsPrediction() const
{
    return current() && m_lab.steps[m_current].ask && m_steps[m_current].prediction.empty()
        && !m_steps[m_current].demonstrated;
}

bool LabRunner::demonstrate(bool on)
{
    if (!current() || m_steps[m_current].demonstrated == on)
        return current().has_value();
    const bool wanted = needsPrediction();
    m_steps[m_current].demonstrated = on;
    if (wanted != needsPrediction())
        enterStep();
    return true;
}

bool LabRunner::predict(const std::string& choice)
{
    if (!current() || m_runBegan || m_steps[m_current].demonstrated)
        return false;
    const std::optional<Ask>& ask = m_lab.steps[m_current].ask;
    const std::vector<std::string> allowed = ask ? choices(*ask) : std::vector<std::string>();
    if (std::ranges::find(allowed, choice) == allowed.end())
        return false;
    m_steps[m_current].prediction = choice;
    enterStep();
    return true;
}

std::vector<bool> LabRunner::expectations() const
{
    return m_watch ? m_watch->expectations(m_world, m_switches, m_now) : std::vector<bool>();
}

std::vector<std::string> LabRunner::hints() const
{
    std::vector<std::string> names;
    if (!m_watch)
        return names;
    const std::vector<bool> applying = m_watch->hints(m_world, m_switches, m_now);
    for (std::size_t i = 0; i < applying.size(); ++i) {
        if (applying[i])
            names.push_back(m_lab.steps[m_current].hints[i].say);
    }
    return names;
}

bool LabRunner::waitIsOver(std::size_t action) const
{
    return m_watch && m_watch->waitIsOver(action, m_world, m_switches, m_now);
}

void LabRunner::skipTo(std::size_t step, std::vector<Action> actions)
{
    m_lab.steps.at(step).actions = std::move(actions);
    for (std::size_t i = 0; i < step; ++i)
        m_steps.at(i).done = true;
    m_current = step;
    if (const std::optional<Ask>& ask = m_lab.steps.at(step).ask)
        m_steps[step].prediction = answer(*ask);
    enterStep();
}

void LabRunner::replaceLab(Lab lab, bool sameSteps)
{
    if (sameSteps && lab.steps.size() == m_steps.size()) {
        m_lab = std::move(lab);
        return;
    }
    std::vector<StepState> steps(lab.steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto before = std::ranges::find(m_lab.steps, lab.steps[i].id, &LabStep::id);
        if (before != m_lab.steps.end() && m_steps[before - m_lab.steps.begin()].done)
            steps[i] = m_steps[before - m_lab.steps.begin()];
    }
    SwitchValues switches = defaultSwitches(lab);
    m_lab = std::move(lab);
    m_steps = std::move(steps);
    m_reached.assign(m_steps.size(), {});
    std::swap(switches, m_switches);
    for (const auto& [name, value] : switches)
        setSwitch(name, value);
    m_current = 0;
    passDoneSteps();
    enterStep();
}

void LabRunner::passDoneSteps()
{
    while (m_current < m_steps.size() && m_steps[m_current].done)
        ++m_current;
}

void LabRunner::reset()
{
    m_switches = defaultSwitches(m_lab);
    m_steps.assign(m_lab.steps.size(), StepState {});
    m_reached.assign(m_lab.steps.size(), {});
    m_current = 0;
    enterStep();
}

} // namespace ipclab
