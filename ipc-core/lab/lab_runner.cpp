// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_runner.h"

#include <algorithm>

namespace ipclab {

namespace {

// A launch while nothing else lives: a run begins.
bool beginsRun(const World& before, const Event& event)
{
    const auto* const started = std::get_if<ProcessStarted>(&event.body);
    if (!started || started->by != StartedBy::Launch || started->self)
        return false;
    return std::ranges::none_of(before.processes,
        [](const auto& entry) { return entry.second.alive() && !entry.second.self; });
}

std::optional<StreamRef> askedStream(const std::optional<Ask>& ask)
{
    if (!ask)
        return std::nullopt;
    if (const auto* place = std::get_if<AskPlace>(&*ask))
        return place->of;
    if (const auto* mode = std::get_if<AskMode>(&*ask))
        return mode->of;
    return std::nullopt;
}

} // namespace

LabRunner::LabRunner(Lab lab, Variant variant)
    : m_lab(std::move(lab))
    , m_variant(variant)
    , m_switches(defaultSwitches(m_lab))
    , m_steps(m_lab.steps.size())
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

EventIndex LabRunner::update(const LogView& log, EventIndex most)
{
    const EventIndex begin = m_world.applied;
    const EventIndex end = std::min(log.size(), begin + most);
    while (m_world.applied < end)
        take(log[m_world.applied]);
    return end - std::min(begin, end);
}

void LabRunner::take(const Event& event)
{
    const bool launched = beginsRun(m_world, event);
    apply(m_world, event);
    if (!current() || needsPrediction())
        return;
    if (launched) {
        m_runBegan = true;
        for (ConditionWatch& watch : m_watches)
            watch.beginAgain(m_world);
        if (m_asked)
            m_asked->forget();
    }
    for (ConditionWatch& watch : m_watches)
        watch.take(m_world, event, m_switches);
    if (m_asked)
        m_asked->follow(m_world);
    if (canTick())
        tick(event);
}

bool LabRunner::canTick() const
{
    return (m_runBegan || !m_lab.steps[m_current].asksToRun())
        && std::ranges::all_of(m_watches,
            [&](const ConditionWatch& watch) { return watch.holds(m_world, m_switches); });
}

void LabRunner::tick(const Event& event)
{
    StepState& step = m_steps[m_current];
    step.done = true;
    step.seenAfter = m_world.applied;
    step.seenAt = event.at;
    step.shown = shownAnswer();
    passDoneSteps();
    enterStep();
}

void LabRunner::enterStep()
{
    m_watches.clear();
    m_asked.reset();
    m_runBegan = false;
    if (!current())
        return;
    const LabStep& step = m_lab.steps[m_current];
    for (const Condition& condition : step.expect)
        m_watches.emplace_back(condition).beginAgain(m_world);
    if (const auto asked = askedStream(step.ask))
        m_asked.emplace(*asked).follow(m_world);
}

std::string LabRunner::shownAnswer() const
{
    const std::optional<Ask>& ask = m_lab.steps[m_current].ask;
    if (!ask || !m_asked)
        return {};
    if (std::holds_alternative<AskPlace>(*ask)) {
        const auto place = m_asked->place(m_world);
        return place ? std::string(name(*place)) : std::string();
    }
    const auto mode = m_asked->mode();
    return mode ? std::string(name(*mode)) : std::string();
}

std::optional<std::size_t> LabRunner::current() const
{
    return m_current < m_lab.steps.size() ? std::optional(m_current) : std::nullopt;
}

bool LabRunner::needsPrediction() const
{
    return current() && m_lab.steps[m_current].ask && m_steps[m_current].prediction.empty();
}

bool LabRunner::predict(const std::string& choice)
{
    if (!current() || m_runBegan)
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
    std::vector<bool> holding;
    holding.reserve(m_watches.size());
    for (const ConditionWatch& watch : m_watches)
        holding.push_back(watch.holds(m_world, m_switches));
    return holding;
}

std::vector<std::string> LabRunner::hints() const
{
    std::vector<std::string> names;
    if (!current())
        return names;
    for (const Hint& hint : m_lab.steps[m_current].hints) {
        bool applies = true;
        if (hint.when) {
            ConditionWatch watch(*hint.when);
            watch.beginAgain(m_world);
            applies = watch.holds(m_world, m_switches);
        }
        if (applies)
            names.push_back(hint.say);
    }
    return names;
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
    m_current = 0;
    enterStep();
}

} // namespace ipclab
