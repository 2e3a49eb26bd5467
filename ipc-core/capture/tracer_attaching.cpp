// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: processes that ran before we came are seized, and told of. What they do
// from then on begins in tracer_joining.cpp, and ends in tracer_leaving.cpp.
#include "ipc-core/capture/attach_refusal.h"
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/launcher.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"
#include "ipc-core/capture/tracer.h"

#include <sys/ptrace.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kMostSeized = 65536;

bool isGone(Tid tid)
{
    const char state = stateLetter(Pid { tid.value }, tid);
    return state == 'Z' || state == 'X' || state == '?';
}

struct Seizure {
    std::vector<Tid> threads;
    bool refused = false; // by the kernel, and not only because there was nobody
    Pid tracer; // another has a thread of it
};

// Every thread, until there is no new one: those that seized ones make are seized with them.
Seizure seizeThreads(Pid pid)
{
    const Pid us { ::gettid() };
    Seizure seizure;
    for (const Tid tid : threadsOf(pid, kMostSeized)) { // while nothing has to be undone
        const Pid tracer = tracerOf(Pid { tid.value });
        if (tracer && tracer != us)
            return { {}, true, tracer };
    }
    std::vector<Tid>& seized = seizure.threads;
    for (bool more = true; std::exchange(more, false);) {
        for (const Tid tid : threadsOf(pid, kMostSeized)) {
            if (std::ranges::find(seized, tid) != seized.end())
                continue;
            if (ptrace(PTRACE_SEIZE, tid.value, 0, kTracedAlways) == 0) {
                seized.push_back(tid);
                more = true;
                continue;
            }
            const Pid tracer = tracerOf(Pid { tid.value });
            if (isGone(tid) || tracer == us)
                continue;
            seizure.refused = true;
            seizure.tracer = tracer;
            return seizure;
        }
    }
    seizure.refused = seized.empty();
    return seizure;
}

Error refusal(AttachRefusal why, const AttachFacts& facts)
{
    const int number = why == AttachRefusal::Gone || why == AttachRefusal::Ended ? ESRCH : EPERM;
    std::string said(name(why));
    if (why == AttachRefusal::Traced)
        said += ' ' + std::to_string(facts.tracer.value);
    return { number, "attach", said };
}

} // namespace

void Tracer::attach(Pid pid, const Capture::Launched& told)
{
    AttachFacts facts = attachFacts(pid);
    if (m_leftBehind.contains(firstThread(pid)) && facts.tracer == Pid { ::gettid() })
        facts.tracer = {}; // of its first thread, which has ended: the others are free
    const bool known = m_tracees.process(pid) != nullptr;
    if (const auto hopeless = known ? AttachRefusal::Watched : attachHopeless(facts))
        return told(refusal(*hopeless, facts));
    const Seizure seizure = seizeThreads(pid);
    if (seizure.refused) {
        facts = attachFacts(pid); // it may have ended meanwhile
        facts.tracer = seizure.tracer;
        giveBack(pid, pid, seizure.threads);
        return told(refusal(attachRefused(facts), facts));
    }
    noteAction("attach", "", pid);
    m_anyAttached = true;
    takeIn(pid, pid, seizure.threads);
    takeInChildren(pid);
    settleAll();
    told(pid);
}

// Another tracer came in between: the threads that we have go on as when they are let go.
void Tracer::giveBack(Pid pid, Pid with, const std::vector<Tid>& threads)
{
    if (threads.empty())
        return;
    m_anyAttached = true;
    takeIn(pid, with, threads);
    leave(*m_tracees.process(pid));
}

void Tracer::takeInChildren(Pid pid)
{
    // Its children, as far as they may be; those to come are ours without asking.
    std::vector<Pid> makers { pid };
    while (!makers.empty() && m_tracees.processes.size() < m_options.mostProcesses) {
        const Pid maker = makers.back();
        makers.pop_back();
        for (const Tid task : threadsOf(maker, kMostSeized)) {
            for (const Pid child : childrenOf(maker, task)) {
                if (m_tracees.process(child) || attachHopeless(attachFacts(child)))
                    continue;
                const Seizure seizure = seizeThreads(child);
                if (seizure.refused) {
                    giveBack(child, pid, seizure.threads);
                } else {
                    takeIn(child, pid, seizure.threads);
                    makers.push_back(child);
                }
            }
        }
    }
}

bool Tracer::mayBeAttached(Tid tid) const
{
    const auto kinship = m_anyAttached ? kinshipOf(tid) : std::nullopt;
    if (!kinship)
        return false;
    auto of = m_tracees.processes.find(kinship->process);
    if (of == m_tracees.processes.end())
        of = m_tracees.processes.find(kinship->parent);
    return of == m_tracees.processes.end() || of->second.attached;
}

void Tracer::takeIn(Pid pid, Pid with, const std::vector<Tid>& threads)
{
    TracedProcess process(pid);
    process.attached = with;
    process.parent = parentOf(pid).value_or(Pid {});
    process.held = m_holding;
    process.memory = ++m_tracees.made;
    for (const auto& [other, traced] : m_tracees.processes) {
        if (shareMemory(pid, other).value_or(false))
            process.memory = traced.memory;
        if (shareDescriptors(pid, other).value_or(false))
            process.descriptors = traced.descriptors;
    }
    if (const auto kinship = kinshipOf(firstThread(pid)); kinship && kinship->names.size() > 1)
        process.names = PidNames { kinship->names, pidSpaceOf(pid) };
    for (const Tid tid : threads) {
        process.threads[tid] = TracedThread { tid, {}, false, false, 0 };
        m_tracees.owners[tid] = pid;
    }
    if (!process.threads.contains(firstThread(pid))) // it has ended
        process.readThrough(process.threads.begin()->first);
    process.hadThreads = threads.size() > 1;
    m_tracees.zombies.erase(pid);
    TracedProcess& known
        = m_tracees.processes.insert_or_assign(pid, std::move(process)).first->second;
    introduce(known, threads);
    for (const Tid tid : threads)
        join(known, known.threads.at(tid), true);
}

void Tracer::introduce(TracedProcess& process, const std::vector<Tid>& threads)
{
    const Pid pid = process.pid;
    const Tid first = firstThread(pid);
    m_recorder.record(pid, first, ProcessStarted { process.parent, StartedBy::Attach });
    const std::string path = executable(pid);
    const std::string words = commandLine(pid);
    ProgramExecuted program;
    program.path = path;
    program.argv.joined = words;
    program.orphanedGroup = process.inOrphanedGroup();
    m_recorder.record(pid, first, program);
    for (const Tid tid : threads) {
        if (tid != first)
            m_recorder.record(pid, tid, ThreadStarted {});
    }
    if (!process.threads.contains(first)) // it ended before the others
        m_recorder.record(pid, first, ThreadExited {});
    std::vector<int> open = openDescriptors(pid);
    std::ranges::sort(open);
    for (const int fd : open) {
        const ChannelEnd* const end = m_decoder.learn(process, first, fd, Call::Unknown, true);
        const auto level
            = end && isOneWay(end->kind) ? bytesReadable(process.openedPidfd(), fd) : std::nullopt;
        if (!level)
            continue;
        m_channels.count(end->channel)->sampled = level;
        m_recorder.record(pid, first,
            ChannelLevel {
                end->channel, *level, pipeCapacity(process.openedPidfd(), fd), End::First });
    }
    m_decoder.learnAnonymous(process);
    tellSignals(process);
    noteLimitsOfProgram(process);
    m_pythons.want(pid, process.memory, m_recorder.now());
}

void Tracer::tellSignals(TracedProcess& process)
{
    for (auto& [tid, thread] : process.threads) {
        const SignalFacts facts = signalFacts(process.pid, tid);
        thread.blocked = facts.blocked;
        if (facts.blocked != 0)
            m_recorder.record(process.pid, tid, SignalMaskSet { { facts.blocked } });
    }
    const Tid first = process.threads.begin()->first;
    const SignalFacts facts = signalFacts(process.pid, first);
    for (int signal = 1; signal <= 64; ++signal) {
        const std::uint64_t bit = std::uint64_t { 1 } << (signal - 1);
        if (((facts.ignored | facts.caught) & bit) == 0)
            continue;
        SignalHandling& handling = process.signals.at(static_cast<std::size_t>(signal));
        handling.action = (facts.caught & bit) != 0 ? SignalAction::Handler : SignalAction::Ignore;
        handling.restarts = true; // not to be seen; if not, its next call tells
        m_recorder.record(process.pid, first, SignalActionSet { { signal }, handling.action });
    }
}

} // namespace ipclab
