// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/tracee.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/orphaned_group.h"
#include "ipc-core/capture/proc_fs.h"

#include <unistd.h>

#include <algorithm>

namespace ipclab {

namespace {

// Is it called so by somebody in the namespace of `who`?
bool isCalled(const PidNames& one, std::int32_t number, const PidNames& who)
{
    const std::size_t depth = who.inside.size();
    if (one.inside.size() < depth || one.inside[depth - 1] != number)
        return false;
    return one.inside.size() > depth || one.space == who.space;
}

} // namespace

const UniqueFd& TracedProcess::openedPidfd()
{
    if (!m_pidfd)
        m_pidfd = openPidfd(pid);
    return m_pidfd;
}

bool TracedProcess::inOrphanedGroup()
{
    const Pid now { ::getpgid(pid.value) };
    if (now != group.group)
        group = { now, isInOrphanedGroup(pid) };
    return group.orphaned;
}

bool TracedProcess::mayHaveTimerSet() const
{
    return !timersSet.empty() || ((attached || unseen()) && hasTimers(pid));
}

void TracedProcess::readThrough(Tid thread)
{
    xray.readThrough(thread);
    m_pidfd.reset();
}

std::optional<Nanoseconds> TracedProcess::restsSince() const
{
    Nanoseconds since = 0;
    for (const auto& [tid, thread] : threads) {
        const bool sleeps = thread.call && !thread.call->handlerRuns;
        if (!sleeps && !thread.stands)
            return std::nullopt;
        since = std::max(since, thread.stands ? thread.stands->since : thread.call->since);
    }
    return since;
}

std::optional<Pid> Tracees::meantBy(const TracedProcess& who, std::int32_t number) const
{
    if (!who.names.elsewhere())
        return Pid { number };
    std::optional<Pid> found;
    const auto consider = [&](Pid pid, const PidNames& names) {
        if (isCalled(names, number, who.names) && (!found || names.space == who.names.space))
            found = pid;
    };
    for (const auto& [pid, process] : processes)
        consider(pid, process.names);
    for (const auto& [pid, zombie] : zombies)
        consider(pid, zombie.names);
    return found;
}

} // namespace ipclab
