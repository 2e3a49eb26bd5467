// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: who ran before we came is let go, and goes on as if we had not come.
#include "ipc-core/capture/interruptible_wait.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/tracer.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kLeaveWithin = kSecond;
constexpr Nanoseconds kPassWithin = 100 * kMillisecond; // all but who cannot be woken

} // namespace

// Let go by our end at a call's entry, it would not sleep in that.
void Tracer::passEntries()
{
    const auto isAtStop = [](const auto& process) {
        return process.second.attached
            && std::ranges::any_of(process.second.threads, [&](const auto& thread) {
                   const char state = stateLetter(process.first, thread.first);
                   return state == 't' || state == 'R'; // there, or on its way
               });
    };
    const Nanoseconds deadline = m_recorder.now() + kPassWithin;
    while (m_recorder.now() < deadline
        && (handleStops() || std::ranges::any_of(m_tracees.processes, isAtStop)))
        ::usleep(100);
}

void Tracer::detach(Pid of)
{
    const TracedProcess* const one = m_tracees.process(of);
    const Pid with = one ? one->attached : Pid {};
    std::vector<Pid> going;
    for (const auto& [pid, process] : m_tracees.processes) {
        if (process.attached && !process.leaving && (!of || process.attached == with))
            going.push_back(pid);
    }
    if (going.empty())
        return;
    noteAction("detach", "", of ? with : Pid {});
    for (const Pid pid : going)
        leave(*m_tracees.process(pid));
}

void Tracer::leave(TracedProcess& process)
{
    if (std::exchange(process.leaving, true))
        return;
    process.leaveBy = m_recorder.now() + kLeaveWithin;
    letGo(process);
    for (auto& [tid, thread] : process.threads)
        leave(process, thread, false);
}

void Tracer::leave(TracedProcess& process, TracedThread& thread, bool anyway)
{
    const bool sleeps
        = thread.call && !mayInterrupt(*thread.call) && stateLetter(process.pid, thread.tid) == 'S';
    if (thread.detached || thread.exiting || (sleeps && (!anyway || isWrite(*thread.call))))
        return;
    if (thread.call && !thread.call->restarting)
        thread.call->wokenInVain = true;
    thread.settling = thread.settling || !thread.call || !thread.sleeps.empty();
    interrupt(thread.tid);
}

void Tracer::forgetDetached()
{
    if (!m_anyAttached)
        return;
    std::vector<Pid> gone;
    for (const auto& [pid, process] : m_tracees.processes) {
        if (process.leaving && std::ranges::all_of(process.threads, [](const auto& entry) {
                return entry.second.detached;
            }))
            gone.push_back(pid);
    }
    for (const Pid pid : gone) {
        const TracedProcess& process = *m_tracees.process(pid);
        for (const auto& [fd, end] : *process.descriptors)
            m_channels.count(end.channel)->outside = true; // it has them still
        for (const auto& [tid, thread] : process.threads)
            m_tracees.owners.erase(tid);
        ProcessExited body;
        body.detached = true;
        m_recorder.record(pid, firstThread(pid), body);
        m_tracees.processes.erase(pid);
    }
}

bool Tracer::anyOurs() const
{
    return std::ranges::any_of(
        m_tracees.processes, [](const auto& entry) { return !entry.second.attached; });
}

} // namespace ipclab
