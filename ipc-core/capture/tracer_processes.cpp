// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: processes and threads, from their making to their end.
#include "ipc-core/capture/tracer.h"

#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/program_beginning.h"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kPythonBegins = 200 * kMillisecond;

StartedBy startedBy(int event)
{
    return event == PTRACE_EVENT_FORK ? StartedBy::Fork
        : event == PTRACE_EVENT_VFORK ? StartedBy::Vfork
                                      : StartedBy::Clone;
}

} // namespace

void Tracer::addThread(TracedProcess& process, Tid tid, const TracedThread* by)
{
    const std::uint64_t blocked = by ? by->blocked : 0;
    const std::optional<Tid> maker = by ? std::optional(by->tid) : std::nullopt;
    process.threads[tid] = TracedThread { tid, {}, false, false, blocked };
    process.hadThreads = process.hadThreads || process.threads.size() > 1;
    m_tracees.owners[tid] = process.pid;
    m_recorder.record(process.pid, tid, ThreadStarted { maker });
    if (blocked != 0)
        m_recorder.record(process.pid, tid, SignalMaskSet { { blocked } });
}

void Tracer::addProcess(
    TracedProcess& maker, const Kinship& made, int event, const TracedThread& by)
{
    const Pid pid = made.process;
    const Tid tid = firstThread(pid);
    TracedProcess child(pid);
    child.parent = made.parent == maker.parent ? maker.parent : maker.pid; // CLONE_PARENT, clone(2)
    child.sharesMemory = shareMemory(maker.pid, pid).value_or(event == PTRACE_EVENT_VFORK);
    if (!child.sharesMemory)
        m_decoder.learnAnonymous(maker); // before it is told that the child has the same
    ++m_tracees.made;
    child.memory = child.sharesMemory ? maker.memory : m_tracees.made;
    child.threads[tid] = TracedThread { tid, {}, false, false, by.blocked };
    if (shareDescriptors(maker.pid, pid).value_or(false))
        child.descriptors = maker.descriptors;
    else
        *child.descriptors = *maker.descriptors;
    child.segments = maker.segments; // shmat(2)
    child.mapped = maker.mapped;
    for (const auto& [address, key] : child.segments)
        child.systemV.emplace(key, maker.systemV.at(key));
    child.signals = maker.signals;
    child.group = maker.group;
    child.limits = maker.limits;
    child.held = m_holding;
    child.attached = maker.attached;
    child.leaving = maker.leaving;
    child.leaveBy = maker.leaveBy;
    if (made.names.size() > 1)
        child.names = PidNames { made.names, pidSpaceOf(pid) };
    if (!child.sharesMemory) {
        m_stdio.look(maker); // what it has printed, the child has a copy of
        child.xray = maker.xray.forked(pid);
        child.streams = maker.streams;
        m_pythons.forked(maker.pid, pid, child.memory, m_recorder.now());
    }
    ProcessStarted body { child.parent, startedBy(event), false, {}, child.sharesMemory };
    body.byThread = by.tid;
    if (child.parent != maker.pid)
        body.maker = maker.pid;
    m_tracees.processes.erase(pid);
    m_tracees.processes.emplace(pid, std::move(child));
    m_tracees.owners[tid] = pid;
    m_tracees.zombies.erase(pid);
    m_recorder.record(pid, tid, body);
    if (by.blocked != 0)
        m_recorder.record(pid, tid, SignalMaskSet { { by.blocked } });
    if (m_tracees.processes.size() > m_options.mostProcesses && !m_endedBecause) {
        m_endedBecause = Error { EAGAIN, "limit", std::to_string(m_options.mostProcesses) };
        noteAction("limit", std::to_string(m_options.mostProcesses), {});
    }
    if (m_endedBecause) {
        signalAll(SIGKILL);
        detach({});
    } else if ((m_ending || m_killing) && !m_tracees.process(pid)->attached)
        ::kill(pid.value, SIGKILL);
}

void Tracer::started(TracedProcess& process, const std::string& run)
{
    process.launching = false;
    process.held = m_holding;
    m_recorder.record(process.pid, firstThread(process.pid),
        ProcessStarted { m_lab.self(), StartedBy::Launch, false, {}, false, run });
    std::vector<int> open = openDescriptors(process.pid);
    std::ranges::sort(open);
    for (const int fd : open)
        m_decoder.learn(process, firstThread(process.pid), fd, Call::Unknown, true);
    const SignalFacts signals = signalFacts(process.pid, firstThread(process.pid));
    for (int signal = 1; signal <= 64; ++signal) {
        if ((signals.ignored >> (signal - 1) & 1U) == 0)
            continue;
        process.signals.at(static_cast<std::size_t>(signal)).action = SignalAction::Ignore;
        m_recorder.record(process.pid, firstThread(process.pid),
            SignalActionSet { { signal }, SignalAction::Ignore });
    }
    if (signals.blocked != 0)
        m_recorder.record(
            process.pid, firstThread(process.pid), SignalMaskSet { { signals.blocked } });
    process.threads.at(firstThread(process.pid)).blocked = signals.blocked;
}

void Tracer::onExec(TracedProcess& process, Tid tid)
{
    // Whichever thread called it, the process goes on as the first; the others are gone and do not
    // report their end, ptrace(2).
    for (auto& [other, thread] : process.threads)
        m_tracees.owners.erase(other);
    const Tid former { [&] {
        unsigned long message = 0;
        ptrace(PTRACE_GETEVENTMSG, tid.value, 0, &message);
        return static_cast<std::int32_t>(message);
    }() };
    const auto caller = process.threads.find(former);
    const std::uint64_t blocked = caller == process.threads.end() ? 0 : caller->second.blocked;
    process.threads.clear();
    process.threads[tid] = TracedThread { tid, {}, false, false, blocked };
    m_tracees.owners[tid] = process.pid;

    process.descriptors = std::make_shared<DescriptorTable>(*process.descriptors);
    for (const auto& [address, key] : process.segments)
        process.systemV.erase(key);
    process.segments.clear();
    process.mapped.clear();
    process.timersSet.clear();
    process.sharesMemory = false;
    process.hadThreads = false;
    process.memory = ++m_tracees.made;
    process.xray.executed();
    process.readThrough(tid);
    process.streams.clear();
    process.looksInVain = 0;
    for (SignalHandling& handling : process.signals) {
        if (handling.action == SignalAction::Handler)
            handling.action = SignalAction::Default;
    }
    const auto launching = m_launching.find(process.pid);
    if (launching != m_launching.end())
        started(process, launching->second.spec.run);
    std::vector<int> open = openDescriptors(process.pid);
    std::ranges::sort(open);
    const DescriptorTable before = *process.descriptors;
    for (const auto& [fd, end] : before) { // close-on-exec took the others
        if (!std::ranges::binary_search(open, fd))
            m_decoder.close(process, tid, fd);
    }
    const std::string path = executable(process.pid);
    const std::string words = commandLine(process.pid);
    m_recorder.record(
        process.pid, tid, ProgramExecuted { path, { words }, process.inOrphanedGroup() });
    recordBeginning(m_recorder, process.pid, tid);
    noteLimitsOfProgram(process);
    if (process.attached) // it has no streams yet
        m_pythons.want(process.pid, process.memory, m_recorder.now() + kPythonBegins);
    if (launching != m_launching.end()) {
        launching->second.launched(process.pid);
        m_launching.erase(launching);
    }
    resume(process, process.threads.at(tid), PTRACE_CONT);
}

void Tracer::onGone(Tid tid, int status)
{
    TracedProcess* const process = m_tracees.owner(tid);
    if (!process) {
        if (m_leftBehind.erase(tid) == 0)
            m_early[tid] = status;
        return;
    }
    if (tid == firstThread(process->pid))
        return processGone(*process, status);
    m_recorder.record(process->pid, tid, ThreadExited {});
    process->threads.erase(tid);
    m_tracees.owners.erase(tid);
    const Tid first = firstThread(process->pid);
    if (!process->threads.empty()) {
        if (!process->threads.contains(first))
            process->readThrough(process->threads.begin()->first);
    } else if (!m_tracees.owners.contains(first)) { // it had ended before we came
        processGone(*process, status);
    }
}

// Its first thread has ended, pthread_exit(3), and the others go on: it stays as a zombie, and that
// it has ended is told only when they have, too, ptrace(2). In exit_group(2) they follow at once.
void Tracer::lookAtFirst(TracedProcess& process)
{
    constexpr Nanoseconds kAtOnce = 5 * kMillisecond;
    const auto first = process.threads.find(firstThread(process.pid));
    if (process.threads.size() < 2 || first == process.threads.end() || !first->second.exiting
        || m_recorder.now() - first->second.exitsSince < kAtOnce
        || stateLetter(process.pid, first->first) != 'Z')
        return;
    const auto lives = std::ranges::find_if(
        process.threads, [](const auto& entry) { return !entry.second.exiting; });
    if (lives == process.threads.end())
        return;
    m_recorder.record(process.pid, first->first, ThreadExited {});
    process.readThrough(lives->first);
    process.threads.erase(first); // that it is ours stays known: its end is the process's
}

void Tracer::processGone(TracedProcess& process, int status)
{
    const Pid pid = process.pid;
    const Pid parent = process.parent;
    for (const auto& [tid, thread] : process.threads)
        m_tracees.owners.erase(tid);
    m_tracees.owners.erase(firstThread(pid));
    const auto launching = m_launching.find(pid);
    if (launching != m_launching.end()) {
        const Launching one = std::move(launching->second);
        m_launching.erase(launching);
        m_tracees.processes.erase(pid);
        one.launched(launchFailure(one.failure, one.spec, WIFSIGNALED(status)));
        return;
    }
    ProcessExited body;
    if (WIFEXITED(status))
        body.code = WEXITSTATUS(status);
    else
        body.signal = SignalNumber { WTERMSIG(status) };
    body.core = WIFSIGNALED(status) && WCOREDUMP(status);
    m_recorder.record(pid, firstThread(pid), body);
    const PidNames names = process.names;
    const std::uint64_t memory = process.memory;
    const bool attached = process.attached.value != 0;
    m_tracees.processes.erase(pid);
    forgetMemory(memory);
    waitedFor(pid, Zombie { parent, names, attached });
    orphan(pid);
}

void Tracer::forgetMemory(std::uint64_t memory)
{
    if (std::ranges::none_of(
            m_tracees.processes, [&](const auto& entry) { return entry.second.memory == memory; }))
        m_lines.forget(memory);
}

void Tracer::addUnannounced(TracedProcess& maker, const TracedThread& by)
{
    // Who is killed while it forks never tells us of its child, which is ours by now and still its
    // child here: exit(2) hands it on after this stop. It may have had its own first stop, or not.
    forgetEnded();
    for (const Pid child : childrenOf(maker.pid, by.tid)) {
        const Tid first = firstThread(child);
        if (m_tracees.process(child) || m_tracees.zombies.contains(child)
            || (!m_early.contains(first) && tracerOf(child) != Pid { ::gettid() }))
            continue;
        const auto kinship = kinshipOf(first);
        if (!kinship)
            continue;
        addProcess(maker, *kinship, PTRACE_EVENT_FORK, by);
        if (const auto early = m_early.extract(first))
            handle(first, early.mapped());
    }
}

void Tracer::forgetEnded()
{
    std::erase_if(m_early, [](const auto& entry) {
        const Tid tid = entry.first;
        return stateLetter(Pid { tid.value }, tid) == '?';
    });
}

void Tracer::endUnknown(Tid tid)
{
    ::kill(tid.value, SIGKILL);
    ptrace(PTRACE_CONT, tid.value, 0, 0);
}

} // namespace ipclab
