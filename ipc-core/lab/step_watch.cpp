// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/step_watch.h"

#include <algorithm>

namespace ipclab {

namespace {

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

StepWatch::StepWatch(const LabStep& step, const World& world, const SwitchValues& switches)
    : m_ask(step.ask)
{
    for (const Condition& condition : step.expect)
        m_expect.emplace_back(condition);
    for (const Hint& hint : step.hints)
        m_hints.push_back(hint.when ? std::optional<ConditionWatch>(*hint.when) : std::nullopt);
    for (std::size_t i = 0; i < step.actions.size(); ++i) {
        if (const auto* wait = std::get_if<DoWait>(&step.actions[i]))
            m_waits.emplace(i, wait->until);
    }
    if (const auto* own = step.ask ? std::get_if<AskChoice>(&*step.ask) : nullptr) {
        for (const auto& [choice, condition] : own->shows)
            m_shows.emplace(choice, condition);
    }
    if (const auto asked = askedStream(step.ask))
        m_asked.emplace(*asked);
    forEach([&](const ConditionWatch& watch) {
        m_needsTime = m_needsTime || watch.condition().lasting > 0;
    });
    beginAgain(world, switches);
}

template <typename Use> void StepWatch::forEach(Use use)
{
    std::ranges::for_each(m_expect, use);
    for (std::optional<ConditionWatch>& hint : m_hints) {
        if (hint)
            use(*hint);
    }
    for (auto& [action, watch] : m_waits)
        use(watch);
    for (auto& [choice, watch] : m_shows)
        use(watch);
}

void StepWatch::beginAgain(const World& world, const SwitchValues& switches)
{
    forEach([&](ConditionWatch& watch) { watch.beginAgain(world, switches); });
    if (m_asked) {
        m_asked->forget();
        m_asked->follow(world);
    }
}

void StepWatch::take(const World& after, const Event& event, const SwitchValues& switches)
{
    forEach([&](ConditionWatch& watch) { watch.take(after, event, switches); });
    if (m_asked)
        m_asked->follow(after);
}

std::vector<bool> StepWatch::expectations(
    const World& world, const SwitchValues& switches, Nanoseconds now) const
{
    std::vector<bool> holding;
    holding.reserve(m_expect.size());
    for (const ConditionWatch& watch : m_expect)
        holding.push_back(watch.holds(world, switches, now));
    return holding;
}

bool StepWatch::seen(const World& world, const SwitchValues& switches, Nanoseconds now) const
{
    return std::ranges::all_of(
        m_expect, [&](const ConditionWatch& watch) { return watch.holds(world, switches, now); });
}

std::vector<bool> StepWatch::hints(
    const World& world, const SwitchValues& switches, Nanoseconds now) const
{
    std::vector<bool> applying;
    applying.reserve(m_hints.size());
    for (const std::optional<ConditionWatch>& hint : m_hints)
        applying.push_back(!hint || hint->holds(world, switches, now));
    return applying;
}

bool StepWatch::waitIsOver(
    std::size_t action, const World& world, const SwitchValues& switches, Nanoseconds now) const
{
    return m_waits.at(action).holds(world, switches, now);
}

std::string StepWatch::shown(
    const World& world, const SwitchValues& switches, Nanoseconds now) const
{
    if (m_asked && std::holds_alternative<AskPlace>(*m_ask)) {
        const auto place = m_asked->place(world);
        return place ? std::string(name(*place)) : std::string();
    }
    if (m_asked) {
        const auto mode = m_asked->mode();
        return mode ? std::string(name(*mode)) : std::string();
    }
    std::string right;
    for (const auto& [choice, watch] : m_shows) {
        if (watch.holds(world, switches, now))
            right += (right.empty() ? "" : ", ") + choice;
    }
    return right;
}

} // namespace ipclab
