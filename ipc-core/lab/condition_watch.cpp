// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/condition_watch.h"

#include "ipc-core/lab/event_match.h"
#include "ipc-core/lab/process_ref.h"
#include "ipc-core/lab/state_check.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostText = std::size_t { 64 } << 10;

std::vector<StreamTarget> targetsOf(const Fact& fact)
{
    std::vector<StreamTarget> targets;
    std::visit(
        [&](const auto& one) {
            if constexpr (requires { one.of.stream; })
                targets.emplace_back(one.of);
        },
        fact);
    if (const auto* seen = std::get_if<WasSeen>(&fact))
        targets.emplace_back(seen->wanted.of);
    if (const auto* order = std::get_if<InOrder>(&fact)) {
        for (const EventWanted& wanted : order->wanted)
            targets.emplace_back(wanted.of);
    }
    return targets;
}

bool matches(const HasExited& wanted, const ProcessExited& exited)
{
    return (!wanted.code || exited.code == wanted.code)
        && (wanted.signal == 0 || exited.signal.value == wanted.signal);
}

} // namespace

ConditionWatch::ConditionWatch(Condition condition)
    : m_condition(std::move(condition))
    , m_targets(targetsOf(m_condition.fact))
{
}

void ConditionWatch::take(const World& after, const Event& event, const SwitchValues& switches)
{
    bool another = false;
    for (StreamTarget& target : m_targets)
        another = target.follow(after) || another;
    if (another && std::holds_alternative<HasArrived>(m_condition.fact)) {
        m_count = 0;
        m_text.clear();
    }
    gather(after, event);
    if (m_condition.once)
        m_wasTrue = m_wasTrue || factHolds(after, switches);
    noteTruth(after, switches);
}

void ConditionWatch::noteTruth(const World& world, const SwitchValues& switches)
{
    if (m_condition.lasting == 0)
        return;
    // What could happen may be what somebody who is held would do.
    if (world.anybodyHeld() || !holdsNow(world, switches))
        m_since.reset();
    else if (!m_since)
        m_since = world.now;
}

void ConditionWatch::gather(const World& after, const Event& event)
{
    if (std::holds_alternative<HasArrived>(m_condition.fact)) {
        const auto* const read = std::get_if<BytesRead>(&event.body);
        const Process* const self = after.self();
        if (!read || !self || event.pid != self->pid || !read->channel
            || read->channel != m_targets.front().channel())
            return;
        m_count += read->count;
        m_text += read->bytes.kept;
        if (m_text.size() > kMostText)
            m_text.erase(0, m_text.size() - kMostText);
    } else if (const auto* exit = std::get_if<HasExited>(&m_condition.fact)) {
        const auto* const exited = std::get_if<ProcessExited>(&event.body);
        const Process* const process = exited ? after.process(event.pid) : nullptr;
        if (process && isMeant(after, *process, exit->process) && matches(*exit, *exited))
            ++m_count;
    } else if (const auto* seen = std::get_if<WasSeen>(&m_condition.fact)) {
        if (ipclab::matches(seen->wanted, m_targets.front(), after, event))
            ++m_count;
    } else if (const auto* order = std::get_if<InOrder>(&m_condition.fact)) {
        if (m_count < order->wanted.size()
            && ipclab::matches(order->wanted[m_count], m_targets[m_count], after, event))
            ++m_count;
    }
}

bool ConditionWatch::factHolds(const World& world, const SwitchValues& switches) const
{
    if (const auto* arrived = std::get_if<HasArrived>(&m_condition.fact))
        return arrived->bytes.has(m_count) && m_text.find(arrived->text) != std::string::npos;
    if (std::holds_alternative<HasExited>(m_condition.fact))
        return m_count > 0;
    if (const auto* seen = std::get_if<WasSeen>(&m_condition.fact))
        return seen->times.has(m_count);
    if (const auto* order = std::get_if<InOrder>(&m_condition.fact))
        return m_count == order->wanted.size();
    return isSo(
        m_condition.fact, world, switches, m_targets.empty() ? nullptr : &m_targets.front());
}

bool ConditionWatch::holdsNow(const World& world, const SwitchValues& switches) const
{
    const bool isTrue = m_condition.once ? m_wasTrue : factHolds(world, switches);
    return isTrue != m_condition.negated;
}

bool ConditionWatch::holds(const World& world, const SwitchValues& switches, Nanoseconds now) const
{
    if (m_condition.lasting > 0)
        return m_since && now - *m_since >= m_condition.lasting;
    return holdsNow(world, switches);
}

void ConditionWatch::beginAgain(const World& world, const SwitchValues& switches)
{
    m_count = 0;
    m_text.clear();
    m_wasTrue = false;
    m_since.reset();
    for (StreamTarget& target : m_targets) {
        target.forget();
        target.follow(world);
    }
    noteTruth(world, switches);
}

} // namespace ipclab
