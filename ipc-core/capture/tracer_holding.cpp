// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: threads that are kept in a ptrace stop, for the person or for a while.
//
// A thread is held where the filter stops it at the entry of a call, before that is decoded: it has
// done nothing of it yet, and its arguments can be read. In that stop it takes no signal but
// SIGKILL, ptrace(2); the others wait until it goes on.
#include "ipc-core/capture/call_ahead.h"
#include "ipc-core/capture/tracer.h"

#include <sys/ptrace.h>

#include <algorithm>
#include <string>

namespace ipclab {

namespace {

constexpr unsigned kComputesFrom = 3; // looks, one a tick
constexpr Nanoseconds kSlowedFor = 2 * kMillisecond; // times how slow it is: 20 ms, 200 ms

} // namespace

void Tracer::hold(Pid of)
{
    const TracedProcess* const one = m_tracees.process(of);
    const bool allHeld = m_holding
        && std::ranges::all_of(m_tracees.processes,
            [](const auto& entry) { return entry.second.held || entry.second.launching; });
    if (of ? !one || one->held || one->launching : allHeld)
        return;
    noteAction(of ? "hold_process" : "pause", "", of);
    m_holding = m_holding || !of;
    for (auto& [pid, process] : m_tracees.processes) {
        if ((of && pid != of) || process.launching)
            continue;
        process.held = true;
        for (auto& [tid, thread] : process.threads) {
            if (thread.stands && !thread.stands->held)
                beginHold(process, thread);
        }
    }
}

void Tracer::release(Pid of)
{
    const bool any
        = std::ranges::any_of(m_tracees.processes, [](const auto& one) { return one.second.held; });
    if (of ? !m_tracees.process(of) || !m_tracees.process(of)->held : !m_holding && !any)
        return;
    noteAction(of ? "release_process" : "resume", "", of);
    if (!of)
        return releaseAll();
    letGo(*m_tracees.process(of));
}

void Tracer::releaseAll()
{
    m_holding = false;
    for (auto& [pid, process] : m_tracees.processes)
        letGo(process);
}

void Tracer::letGo(TracedProcess& process)
{
    process.held = false;
    for (auto& [tid, thread] : process.threads) {
        if (thread.stands)
            goOn(process, thread);
    }
}

void Tracer::step(Pid of, Tid wanted)
{
    TracedProcess* const process = m_tracees.process(of);
    TracedThread* next = nullptr;
    if (!process)
        return;
    for (auto& [tid, thread] : process->threads) {
        const bool may = thread.stands && thread.stands->held && (!wanted || tid == wanted);
        if (may && (!next || thread.stands->since < next->stands->since))
            next = &thread;
    }
    if (!next)
        return;
    noteAction("step_call", wanted ? std::to_string(wanted.value) : std::string(), of);
    goOn(*process, *next);
}

void Tracer::setSlow(unsigned slow)
{
    if (slow == m_slow)
        return;
    m_slow = slow;
    noteAction("slow", std::to_string(slow), {});
}

bool Tracer::stand(TracedProcess& process, TracedThread& thread, const CallStop& stop)
{
    thread.computes = 0;
    if (process.leaving || (!process.held && m_slow == 1) || m_decoder.goesOn(thread, stop))
        return false;
    const OpenCall call = m_decoder.openCallAt(stop);
    if (!isStep(m_tracees, process, thread, call) || (!process.held && !isWorthSlowing(call.call)))
        return false;
    const Nanoseconds now = m_recorder.now();
    thread.stands = Standing { false, true, now, now + kSlowedFor * m_slow };
    if (process.held)
        beginHold(process, thread);
    else
        m_slowed.emplace(thread.stands->until, thread.tid);
    return true;
}

void Tracer::beginHold(TracedProcess& process, TracedThread& thread)
{
    Standing& standing = *thread.stands;
    standing.held = true;
    standing.since = m_recorder.now();
    process.sampleDue = true; // what it has in its buffers by now
    CallAheadFacts facts;
    const auto stop = standing.atEntry ? callStop(thread.tid) : std::nullopt;
    if (stop)
        facts = callAheadFacts(m_tracees, process, thread.tid, m_decoder.openCallAt(*stop));
    m_recorder.record(process.pid, thread.tid, facts.said());
}

void Tracer::goOn(TracedProcess& process, TracedThread& thread)
{
    const Standing standing = *thread.stands;
    thread.stands.reset();
    if (standing.held)
        m_recorder.record(process.pid, thread.tid, ThreadReleased {});
    if (standing.atEntry)
        enterCall(process, thread, callStop(thread.tid));
    else
        resume(process, thread, PTRACE_CONT);
}

void Tracer::letGoOfSlowed()
{
    const Nanoseconds now = m_recorder.now();
    while (!m_slowed.empty() && (m_slow == 1 || m_slowed.begin()->first <= now)) {
        const Tid tid = m_slowed.begin()->second;
        m_slowed.erase(m_slowed.begin());
        TracedProcess* const process = m_tracees.owner(tid);
        TracedThread* const thread = m_tracees.thread(tid);
        const bool slowed = thread && thread->stands && !thread->stands->held;
        if (slowed && (m_slow == 1 || thread->stands->until <= now))
            goOn(*process, *thread);
    }
}

std::optional<Nanoseconds> Tracer::untilNextSlowed() const
{
    if (m_slowed.empty())
        return std::nullopt;
    return std::max<Nanoseconds>(m_slowed.begin()->first - m_recorder.now(), 0);
}

void Tracer::lookAtComputing()
{
    for (auto& [pid, process] : m_tracees.processes) {
        if (!process.held)
            continue;
        for (auto& [tid, thread] : process.threads) {
            const bool may = !thread.call && !thread.stands && !thread.exiting && !thread.asked
                && !thread.inGroupStop;
            thread.computes = may && stateLetter(pid, tid) == 'R' ? thread.computes + 1 : 0;
            if (thread.computes < kComputesFrom)
                continue;
            thread.computes = 0;
            thread.asked = ptrace(PTRACE_INTERRUPT, tid.value, 0, 0) == 0;
        }
    }
}

} // namespace ipclab
