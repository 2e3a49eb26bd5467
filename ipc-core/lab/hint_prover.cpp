// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/hint_prover.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr Nanoseconds kDeadline = 10 * kSecond;

// A value that makes a condition about a switch true.
std::vector<Action> settingFor(const Lab& lab, const Hint& hint)
{
    const auto* const about = hint.when ? std::get_if<SwitchIs>(&hint.when->fact) : nullptr;
    const LabSwitch* const known = about ? lab.switchNamed(about->name) : nullptr;
    if (!known)
        return {};
    const auto value = std::ranges::find_if(known->values,
        [&](const std::string& one) { return (one == about->value) != hint.when->negated; });
    if (value == known->values.end())
        return {};
    return { DoSet { about->name, *value } };
}

} // namespace

HintProver::HintProver(
    const Lab& lab, const SolveReport& solved, LabHost& host, ProgramFolders folders)
    : m_lab(lab)
    , m_runner(lab, solved.variant)
    , m_host(host)
    , m_folders(std::move(folders))
    , m_actor(m_runner, host, m_folders)
{
    for (std::size_t step = 0; step < solved.steps.size(); ++step) {
        const std::vector<bool>& reached = solved.steps[step].reached;
        for (std::size_t hint = 0; hint < reached.size(); ++hint) {
            if (!reached[hint])
                m_wanted.push_back({ step, hint });
        }
    }
    std::ranges::reverse(m_wanted);
}

bool HintProver::poll(const LogView& log, Nanoseconds now)
{
    m_runner.update(log, LabRunner::kMostEventsAtOnce, now);
    if (m_runner.world().applied < log.size())
        return false; // it looks at what is, not at what was
    if (m_phase == Phase::Ending && !m_runner.world().anybodyLives())
        m_phase = Phase::Begin;
    if (m_phase == Phase::Begin) {
        if (m_wanted.empty())
            return true;
        begin();
    }
    if (m_phase == Phase::Act)
        act(now);
    if (m_phase == Phase::Await)
        await(now);
    return false;
}

void HintProver::begin()
{
    const HintAt& at = m_wanted.back();
    const Hint& hint = m_lab.steps.at(at.step).hints.at(at.hint);
    const std::vector<Action> path = hint.by.empty() ? settingFor(m_lab, hint) : hint.by;
    if (path.empty()) // the lab gives no way to it
        return next(false);
    m_runner.reset();
    m_runner.skipTo(at.step, path);
    m_actor.begin(at.step);
    m_since = 0;
    m_phase = Phase::Act;
}

void HintProver::act(Nanoseconds now)
{
    if (m_since == 0)
        m_since = now;
    const Actor::State state = m_actor.goOn();
    if (state == Actor::State::Done) {
        m_since = now;
        m_phase = Phase::Await;
    } else if (now - m_since > kDeadline) { // who is to act does not live yet, or no more
        next(false);
    }
}

void HintProver::await(Nanoseconds now)
{
    if (applies())
        next(true);
    else if (now - m_since > kDeadline)
        next(false);
}

bool HintProver::applies() const
{
    const HintAt& at = m_wanted.back();
    if (m_runner.reachedHints(at.step).at(at.hint))
        return true; // for a moment
    // A switch is no event; and this path may have been the right one.
    const std::string& say = m_lab.steps[at.step].hints[at.hint].say;
    return m_runner.current() == at.step && std::ranges::count(m_runner.hints(), say) > 0;
}

void HintProver::next(bool reached)
{
    if (!reached)
        m_unreached.push_back(m_wanted.back());
    m_wanted.pop_back();
    m_host.stop();
    m_phase = Phase::Ending;
}

} // namespace ipclab
