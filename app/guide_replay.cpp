// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guide_replay.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

// "ID=CHOICE"
std::pair<std::string_view, std::string_view> parts(std::string_view detail)
{
    const std::size_t at = detail.find('=');
    if (at == std::string_view::npos)
        return { detail, {} };
    return { detail.substr(0, at), detail.substr(at + 1) };
}

} // namespace

std::vector<EventIndex> actionsIn(const LogView& log)
{
    std::vector<EventIndex> actions;
    for (EventIndex i = 0; i < log.size(); ++i) {
        if (std::holds_alternative<UserAction>(log[i].body))
            actions.push_back(i);
    }
    return actions;
}

GuideReplay::GuideReplay(const Lab& lab, Variant variant, const EventLog& log, EventIndex end,
    const std::vector<EventIndex>& actions)
    : m_lab(lab)
    , m_variant(variant)
    , m_log(log)
    , m_end(end)
    , m_steps(lab.steps.size())
    , m_predictedAfter(lab.steps.size())
{
    for (const EventIndex index : actions) {
        if (const auto* const action = std::get_if<UserAction>(&log[index].body))
            takeAction(index, *action);
    }
    if (!m_saidSteps)
        m_rules.emplace(lab, variant); // which a question that nobody answered holds up
}

StepState* GuideReplay::stepNamed(std::string_view id)
{
    const auto found = std::ranges::find(m_lab.steps, id, &LabStep::id);
    return found == m_lab.steps.end() ? nullptr : &m_steps[found - m_lab.steps.begin()];
}

void GuideReplay::takeAction(EventIndex index, const UserAction& action)
{
    const auto [id, choice] = parts(action.detail);
    if (action.what == "switch")
        m_changes.push_back({ index + 1, std::string(id), std::string(choice) });
    if (action.what == "variant" && variantNamed(action.detail))
        m_changes.push_back({ index + 1, {}, std::string(action.detail) });
    StepState* const step = stepNamed(id);
    if (!step)
        return;
    if (action.what == "predict") {
        step->prediction = choice;
        m_predictedAfter[step - m_steps.data()] = index + 1;
    } else if (action.what == "answer") {
        step->shown = choice;
    } else if (action.what == "step" && !step->done) {
        m_saidSteps = step->done = true;
        step->seenAfter = index + 1;
    }
}

bool GuideReplay::goOn(EventIndex most)
{
    if (!m_rules)
        return false;
    const EventIndex before = m_rules->world().applied;
    EventIndex end = std::min(m_end, before + most);
    if (m_nextChange < m_changes.size() && m_changes[m_nextChange].after <= before) {
        const Change& change = m_changes[m_nextChange++];
        if (change.name.empty())
            m_rules->setVariant(*variantNamed(change.value));
        else
            m_rules->setSwitch(change.name, change.value);
    }
    if (m_nextChange < m_changes.size())
        end = std::clamp(m_changes[m_nextChange].after, before, end);
    m_rules->update(LogView(m_log, end), most);
    for (std::size_t i = 0; i < m_steps.size(); ++i) {
        m_steps[i].done = m_rules->step(i).done;
        m_steps[i].seenAfter = m_rules->step(i).seenAfter;
        m_steps[i].seenAt = m_rules->step(i).seenAt;
    }
    if (end < m_end)
        return true;
    m_rules.reset();
    return false;
}

StepsAtMoment GuideReplay::at(EventIndex moment) const
{
    StepsAtMoment now { m_steps, std::nullopt, defaultSwitches(m_lab), m_variant, true };
    for (std::size_t i = 0; i < now.steps.size(); ++i) {
        StepState& step = now.steps[i];
        step.done = step.done && step.seenAfter <= moment;
        if (m_predictedAfter[i] > moment)
            step.prediction.clear();
        if (!step.done && !now.current)
            now.current = i;
    }
    for (const Change& change : m_changes) {
        if (change.after > moment)
            break;
        if (change.name.empty())
            now.variant = *variantNamed(change.value);
        else
            now.switches[change.name] = change.value;
    }
    return now;
}

} // namespace ipclab
