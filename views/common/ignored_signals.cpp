// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/ignored_signals.h"

namespace ipclab {

void IgnoredSignals::take(const Event& event)
{
    if (const auto* const set = std::get_if<SignalActionSet>(&event.body)) {
        if (set->action == SignalAction::Ignore)
            m_ignored[event.pid].insert(set->signal.value);
        else if (const auto found = m_ignored.find(event.pid); found != m_ignored.end())
            found->second.erase(set->signal.value);
    } else if (const auto* const started = std::get_if<ProcessStarted>(&event.body)) {
        // fork(2): dispositions are inherited; execve(2) keeps those that ignore.
        const auto maker = m_ignored.find(makerOf(*started));
        if (maker != m_ignored.end())
            m_ignored[event.pid] = std::set<int>(maker->second);
        else
            m_ignored.erase(event.pid);
    } else if (std::holds_alternative<ProcessExited>(event.body)) {
        m_ignored.erase(event.pid);
    }
}

bool IgnoredSignals::has(const Event& event) const
{
    const auto* const passed = std::get_if<SignalIgnored>(&event.body);
    const auto found = m_ignored.find(event.pid);
    return passed && found != m_ignored.end() && found->second.contains(passed->signal.value);
}

} // namespace ipclab
