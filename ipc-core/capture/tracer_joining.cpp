// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the threads of who ran before we came, until their calls are seen.
//
// PTRACE_SEIZE stops nobody. But a thread's calls are seen only from a stop of it on, and who
// sleeps has none until it wakes. So it is interrupted, and its call goes on by itself, or is made
// to (interruption.h): it never sees an EINTR. Not touched, until the thread is seen to have woken
// once, is a wait with a limit that the kernel would begin anew; and a write that may have passed
// on a part, until the thread is met outside of such.
#include "ipc-core/capture/interruptible_wait.h"
#include "ipc-core/capture/interruption.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/proc_parse.h"
#include "ipc-core/capture/registers.h"
#include "ipc-core/capture/rest_of_call.h"
#include "ipc-core/capture/shortened_wait.h"
#include "ipc-core/capture/tracer.h"
#include "ipc-core/capture/wait_facts.h"

#include <unistd.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace ipclab {

namespace {

constexpr Nanoseconds kSettleWithin = 100 * kMillisecond; // all but who cannot be woken

// The call that it is in now, if it sleeps there.
std::optional<CallStop> callSleptIn(Pid pid, Tid tid)
{
    const auto in = parseSyscall(syscallText(pid, tid));
    if (!in || in->running || in->number < 0)
        return std::nullopt;
    CallStop stop;
    stop.entry = true;
    stop.number = static_cast<std::uint64_t>(in->number);
    stop.args = in->args;
    return stop;
}

// It has woken, but perhaps from a write that goes to sleep again for its rest: what is cut short
// of such is not gone on with. Who computes after it is not waited for.
bool mayBeWriting(TracedThread& thread, std::string_view stamp)
{
    constexpr unsigned kMostMet = 20;
    const bool perhaps = thread.call && isWrite(*thread.call) && !goesOnAfterPart(*thread.call)
        && stamp.starts_with('R') && thread.metRunning < kMostMet;
    thread.metRunning = perhaps ? thread.metRunning + 1 : 0;
    return perhaps;
}

bool isClone(Call call)
{
    return call == Call::Clone || call == Call::Clone3;
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
    if (state == 't') // a signal has come since it was seized, or it stands still as before
        thread.joining = thread.settling = true;
    if (state == 'T' || state == 't') // it tells of its stop by itself, ptrace(2)
        return;
    const std::string sleeps = stillnessStamp(process.pid, thread.tid);
    const auto in = process.limits.contains(SightLimit::ForeignCalls)
        ? std::nullopt
        : callSleptIn(process.pid, thread.tid);
    if (in && m_decoder.isOfInterest(*in) && m_decoder.enter(process, thread, *in) && thread.call) {
        OpenCall& call = *thread.call;
        learnSocketTimeout(process, call);
        const auto end = process.descriptors->find(namesDescriptor(call.call) ? call.fd() : -1);
        const ChannelKind kind
            = end == process.descriptors->end() ? ChannelKind::File : end->second.kind;
        if (!mayInterrupt(call) && (first || !mayInterruptAgain(call, kind, process.leaving))) {
            thread.sleeps = sleeps;
            return;
        }
    }
    thread.sleeps.clear();
    thread.joining = thread.settling = interrupt(thread.tid);
}

// It was over before we looked; how it ended was not seen.
void Tracer::endUnseen(const TracedProcess& process, TracedThread& thread)
{
    if (thread.call && thread.call->told) {
        CallReturned over;
        over.call = thread.call->call;
        m_recorder.record(process.pid, thread.tid, over);
    }
    thread.call.reset();
}

void Tracer::settleInterrupted(TracedProcess& process, TracedThread& thread, bool unseen)
{
    const auto at = interruptedCall(thread.tid);
    const bool same = at && thread.call && m_decoder.callAt(*at) == thread.call->call
        && at->args == thread.call->args;
    if (!same)
        endUnseen(process, thread);
    if (!at)
        return;
    if (!same && unseen)
        enterInterrupted(process, thread, *at);
    const bool known = thread.call.has_value();
    if (!known)
        thread.call.emplace().args = at->args;
    const std::int64_t result = settleInterruption(process, thread, at->result, m_recorder.now());
    if (known)
        m_decoder.leave(process, thread, result);
    else
        thread.call.reset();
}

// It ran when we looked, and was met in this call, whose entry has not been seen: what we have cut
// short of it is gone on with only if it is known.
void Tracer::enterInterrupted(TracedProcess& process, TracedThread& thread, CallStop at)
{
    if (process.stopping && at.result >= 0)
        return; // over before it was stopped: it is in what was found
    at.entry = true;
    if (!process.limits.contains(SightLimit::ForeignCalls) && m_decoder.isOfInterest(at)
        && !isClone(m_decoder.callAt(at)))
        m_decoder.enter(process, thread, at);
}

void Tracer::tickAttached(TracedProcess& process)
{
    const bool anyway = process.leaving && m_recorder.now() >= process.leaveBy;
    bool seen = false;
    for (auto& [tid, thread] : process.threads) {
        if (anyway)
            leave(process, thread, true);
        if (thread.sleeps.empty() || thread.settling)
            continue;
        const std::string stamp = stillnessStamp(process.pid, tid);
        if (stamp == thread.sleeps || stamp.starts_with('t')) // its stop tells what has woken it
            continue;
        if (mayBeWriting(thread, stamp))
            continue;
        // It has woken: what it did since was not seen; when it went to sleep again is known.
        thread.sleeps.clear();
        endUnseen(process, thread);
        join(process, thread, false);
        seen = seen || thread.sleeps.empty();
    }
    if (seen) // what is opened and closed is seen from now on
        m_decoder.learnAfresh(process);
    if (anyway)
        process.leaveBy = std::numeric_limits<Nanoseconds>::max();
}

// No probe speaks in who was attached to.
void Tracer::takeFoundPythons()
{
    for (const PythonFinder::Found& found : m_pythons.take(m_recorder.now())) {
        TracedProcess* const process = m_tracees.process(found.pid);
        if (!process || process->memory != found.memory)
            continue;
        process->xray.adoptPython(found.python.layout, found.python.streams);
        process->sampleDue = true;
    }
}

} // namespace ipclab
