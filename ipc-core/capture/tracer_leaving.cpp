// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: who ran before we came is let go, and goes on as if we had not come.
#include "ipc-core/capture/interruptible_wait.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/tracer.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kLeaveWithin = kSecond;
constexpr Nanoseconds kPassWithin = kSecond; // all but who cannot be woken

// All that is left of it: a first thread that has ended is told of only when the others have, too.
bool isLetGo(const TracedProcess& process)
{
    const auto& threads = process.threads;
    return std::ranges::all_of(threads, [](const auto& entry) {
        return entry.second.detached || entry.second.exiting;
    }) && std::ranges::any_of(threads, [](const auto& entry) { return entry.second.detached; });
}

} // namespace

// By our end all are to be where the kernel can let them go unharmed: at a call's entry they would
// not sleep in that, and what we have put into a call would stay. Who sleeps in a call as it made
// it may be left there.
void Tracer::letAllGo()
{
    detach({});
    handleUntilGone();
    endAltered();
    handleUntilGone();
}

void Tracer::handleUntilGone()
{
    const auto isAtStop = [](const auto& process) {
        return process.second.attached
            && std::ranges::any_of(process.second.threads, [&](const auto& entry) {
                   const TracedThread& thread = entry.second;
                   const char state = thread.detached || thread.exiting
                       ? '?'
                       : stateLetter(process.first, entry.first);
                   // There, or on its way; who was never stopped is on none.
                   return state == 't' || (state == 'R' && thread.sleeps.empty());
               });
    };
    const Nanoseconds deadline = m_recorder.now() + kPassWithin;
    while (m_recorder.now() < deadline && std::ranges::any_of(m_tracees.processes, isAtStop)) {
        if (!handleStops())
            ::usleep(100);
    }
    forgetDetached();
}

// A write that was cut short ends with what is done of it; a socket gets its own limit back.
void Tracer::endAltered()
{
    for (auto& [pid, process] : m_tracees.processes) {
        for (auto& [tid, thread] : process.threads) {
            if (!process.attached || !thread.call || thread.call->restarting || thread.detached)
                continue;
            OpenCall& call = *thread.call;
            call.endNow = call.done > 0 || (call.shortened && call.socketTimeout);
            if (call.endNow)
                interrupt(tid);
        }
    }
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
    // A write is not cut short: the thread goes at its exit, or when it is met outside of one.
    const bool writes = thread.call && isWrite(*thread.call) && !thread.call->restarting;
    if (thread.detached || thread.exiting || writes)
        return;
    const bool sleeps
        = thread.call && !mayInterrupt(*thread.call) && stateLetter(process.pid, thread.tid) == 'S';
    if (sleeps && !anyway)
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
        if (process.leaving && isLetGo(process))
            gone.push_back(pid);
    }
    for (const Pid pid : gone) {
        const TracedProcess& process = *m_tracees.process(pid);
        for (const auto& [fd, end] : *process.descriptors)
            m_channels.setOutside(end.channel); // it has them still
        for (const auto& [tid, thread] : process.threads) {
            m_tracees.owners.erase(tid);
            if (!thread.detached)
                m_leftBehind.insert(tid);
        }
        if (m_tracees.owners.erase(firstThread(pid)) > 0) // it had ended
            m_leftBehind.insert(firstThread(pid));
        ProcessExited body;
        body.detached = true;
        m_recorder.record(pid, firstThread(pid), body);
        const std::uint64_t memory = process.memory;
        m_tracees.processes.erase(pid);
        forgetMemory(memory);
    }
}

bool Tracer::anyOurs() const
{
    return std::ranges::any_of(
        m_tracees.processes, [](const auto& entry) { return !entry.second.attached; });
}

} // namespace ipclab
