// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the threads of who ran before we came, until their calls are seen.
//
// PTRACE_SEIZE stops nobody. But a thread's calls are seen only from a stop of it on, and who
// sleeps has none until it wakes. So it is interrupted, and its call goes on by itself, or is made
// to (interruption.h): it never sees an EINTR. Only a wait with a limit that the kernel would begin
// anew is not touched, until the thread is seen to have woken once.
#include "ipc-core/capture/interruptible_wait.h"
#include "ipc-core/capture/interruption.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/proc_parse.h"
#include "ipc-core/capture/shortened_wait.h"
#include "ipc-core/capture/tracer.h"
#include "ipc-core/capture/wait_facts.h"

#include <unistd.h>

#include <algorithm>
#include <limits>
#include <string>

namespace ipclab {

namespace {

constexpr Nanoseconds kSettleWithin = 100 * kMillisecond; // all but who cannot be woken

std::string taskFile(Pid pid, Tid tid, const char* file)
{
    return "/proc/" + std::to_string(pid.value) + "/task/" + std::to_string(tid.value) + '/' + file;
}

} // namespace

// Who was interrupted stops at once. If we ended before that, it would see an EINTR.
void Tracer::settleAll()
{
    constexpr unsigned kLookAfter = 100; // µs
    const auto isSettling = [](const auto& process) {
        return std::ranges::any_of(
            process.second.threads, [](const auto& thread) { return thread.second.settling; });
    };
    const Nanoseconds deadline = m_recorder.now() + kSettleWithin;
    while (m_recorder.now() < deadline && std::ranges::any_of(m_tracees.processes, isSettling)) {
        if (!handleStops())
            ::usleep(kLookAfter);
    }
}

void Tracer::join(TracedProcess& process, TracedThread& thread, bool first)
{
    const char state = stateLetter(process.pid, thread.tid);
    if (state == 'T' || state == 't') // it tells of its stop by itself, ptrace(2)
        return;
    const std::string sleeps = stillnessStamp(process.pid, thread.tid);
    const auto in = parseSyscall(readSmallFile(taskFile(process.pid, thread.tid, "syscall"), 256));
    const bool known = in && !in->running && in->number >= 0
        && !process.limits.contains(SightLimit::ForeignCalls);
    CallStop stop;
    if (known) {
        stop.entry = true;
        stop.number = static_cast<std::uint64_t>(in->number);
        stop.args = in->args;
    }
    if (known && m_decoder.isOfInterest(stop) && m_decoder.enter(process, thread, stop)
        && thread.call) {
        learnSocketTimeout(process, *thread.call);
        if (first && !mayInterrupt(*thread.call)) {
            thread.sleeps = sleeps;
            return;
        }
    }
    thread.sleeps.clear();
    thread.settling = interrupt(thread.tid);
}

void Tracer::settleInterrupted(TracedProcess& process, TracedThread& thread)
{
    const auto at = interruptedCall(thread.tid);
    const bool same = at && thread.call && m_decoder.callAt(*at) == thread.call->call
        && at->args == thread.call->args;
    if (thread.call && !same) { // it was over before we came; how it ended was not seen
        if (thread.call->told) {
            CallReturned over;
            over.call = thread.call->call;
            m_recorder.record(process.pid, thread.tid, over);
        }
        thread.call.reset();
    }
    if (!at)
        return;
    if (!same)
        thread.call.emplace().args = at->args;
    const std::int64_t result = settleInterruption(process, thread, at->result, m_recorder.now());
    if (same)
        m_decoder.leave(process, thread, result);
    else
        thread.call.reset();
}

void Tracer::tickAttached(TracedProcess& process)
{
    const bool anyway = process.leaving && m_recorder.now() >= process.leaveBy;
    for (auto& [tid, thread] : process.threads) {
        if (anyway)
            leave(process, thread, true);
        if (thread.sleeps.empty() || thread.settling
            || stillnessStamp(process.pid, tid) == thread.sleeps)
            continue;
        // It has woken: what it did since was not seen; when it went to sleep again is known.
        thread.sleeps.clear();
        if (thread.call && thread.call->told) {
            CallReturned over;
            over.call = thread.call->call;
            m_recorder.record(process.pid, tid, over);
        }
        thread.call.reset();
        join(process, thread, false);
    }
    if (anyway)
        process.leaveBy = std::numeric_limits<Nanoseconds>::max();
}

} // namespace ipclab
