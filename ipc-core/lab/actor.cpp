// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/actor.h"

#include "ipc-core/lab/process_ref.h"

#include <algorithm>

namespace ipclab {

namespace {

bool standsAt(const Thread& thread, const DoStep& wanted)
{
    return thread.ahead
        && (std::ranges::find(wanted.before, thread.ahead->call) != wanted.before.end()
            || (!wanted.mark.empty() && wanted.mark == thread.ahead->mark));
}

} // namespace

void Actor::begin(std::size_t step)
{
    m_step = step;
    m_action = 0;
    m_launches = 0;
    m_stepped.reset();
}

Actor::State Actor::goOn()
{
    const std::vector<Action>& actions = m_runner.lab().steps.at(m_step).actions;
    for (; m_action < actions.size(); ++m_action) {
        // Done already: the runner watches the next step, and there is nothing to wait for.
        const bool done = m_runner.step(m_step).done;
        if (!done && m_runner.launches() < m_launches)
            return State::Waiting;
        const Action& action = actions[m_action];
        if (std::holds_alternative<DoWait>(action)) {
            if (!done && !m_runner.waitIsOver(m_action))
                return State::Waiting;
            continue;
        }
        if (const auto* const step = std::get_if<DoStep>(&action)) {
            if (!done && !stepOn(*step))
                return State::Waiting;
            m_stepped.reset();
            continue;
        }
        const std::size_t launched = launchedBy(action);
        if (!perform(action, m_runner, m_host, m_folders))
            return State::Cannot;
        if (launched > 0)
            m_launches = m_runner.launches() + launched;
        if (std::holds_alternative<DoSet>(action)) { // noted before what comes next
            ++m_action;
            return State::Waiting;
        }
    }
    return State::Done;
}

bool Actor::stepOn(const DoStep& action)
{
    const Process* const process = processNamed(m_runner.world(), action.process);
    const Thread* const next = process ? process->nextHeld() : nullptr;
    const bool went = m_stepped && (!next || next->ahead->since != *m_stepped);
    if (action.before.empty() && action.mark.empty() && went)
        return true;
    if (!next)
        return false; // it runs, or waits: until it stands
    if (std::ranges::any_of(
            process->threads, [&](const auto& entry) { return standsAt(entry.second, action); }))
        return true;
    if (!m_stepped || went) {
        m_stepped = next->ahead->since;
        perform(action, m_runner, m_host, m_folders);
    }
    return false;
}

std::size_t Actor::launchedBy(const Action& action) const
{
    const auto* const run = std::get_if<DoRun>(&action);
    if (!run)
        return 0;
    return run->only.empty()
        ? static_cast<std::size_t>(std::ranges::count(m_runner.lab().runs, false, &LabRun::later))
        : 1;
}

} // namespace ipclab
