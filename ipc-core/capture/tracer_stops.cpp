// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: ptrace stops, one by one.
#include "ipc-core/capture/tracer.h"

#include "ipc-core/capture/interruption.h"
#include "ipc-core/capture/keep_traced.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"

#include <sys/ptrace.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

constexpr int kCallStop = SIGTRAP | 0x80; // PTRACE_O_TRACESYSGOOD

unsigned long eventMessage(Tid tid)
{
    unsigned long message = 0;
    ptrace(PTRACE_GETEVENTMSG, tid.value, 0, &message);
    return message;
}

bool isStopSignal(int signal)
{
    return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

// The kernel wakes one thread for a signal to a process, and another may take it, signal(7). Who
// still sleeps is not that one: to sleep again it would have to end its call first.
void noteWokenInVain(TracedProcess& process, Tid taker)
{
    for (auto& [tid, thread] : process.threads) {
        if (tid != taker && thread.call && stateLetter(process.pid, tid) != 'S')
            thread.call->wokenInVain = true;
    }
}

} // namespace

// Is this the call that sent the signal which the thread is about to take?
bool Tracer::sends(const TracedProcess& sender, const OpenCall& call, const TracedProcess& process,
    Tid to, int signal) const
{
    const auto first = static_cast<std::int32_t>(call.args[0]);
    const auto second = static_cast<std::int32_t>(call.args[1]);
    const auto third = static_cast<std::int32_t>(call.args[2]);
    const auto means
        = [&](std::int32_t number) { return m_tracees.meantBy(sender, number) == process.pid; };
    // In another pid namespace threads have other numbers, too.
    const auto isThread
        = [&](std::int32_t number) { return number == to.value || sender.names.elsewhere(); };
    switch (call.call) {
    case Call::Kill: // 0 and below: groups, kill(2)
        return second == signal && (first <= 0 || means(first));
    case Call::RtSigqueueinfo:
        return second == signal && means(first);
    case Call::PidfdSendSignal:
        return second == signal && processOfPidfd(sender.pid, first) == process.pid;
    case Call::Tkill:
        return second == signal && isThread(first);
    case Call::Tgkill:
    case Call::RtTgsigqueueinfo:
        return third == signal && means(first) && isThread(second);
    default:
        return false;
    }
}

void Tracer::handle(Tid tid, int status)
{
    if (WIFEXITED(status) || WIFSIGNALED(status))
        return onGone(tid, status);
    TracedProcess* const process = m_tracees.owner(tid);
    TracedThread* const thread = m_tracees.thread(tid);
    if (!process || !thread) { // its first stop came before its parent's, which tells who it is
        if (status >> 16 == PTRACE_EVENT_EXIT && addUnannounced(tid))
            return handle(tid, status);
        m_early[tid] = status;
        if (m_ending)
            endUnknown(tid);
        return;
    }
    onStop(*process, *thread, status);
}

bool Tracer::addUnannounced(Tid tid)
{
    // A thread that ends before we let it begin is killed with all of its process; so is its maker,
    // and does not tell of it any more.
    const auto kinship = kinshipOf(tid);
    TracedProcess* const process = kinship ? m_tracees.process(kinship->process) : nullptr;
    if (process && !process->threads.contains(tid))
        addThread(*process, tid, 0);
    return process != nullptr;
}

void Tracer::onStop(TracedProcess& process, TracedThread& thread, int status)
{
    const int signal = WSTOPSIG(status);
    thread.stands.reset(); // it is killed, else it would stand still
    // Any stop takes the place of the one that was asked for; but who enters a call does that as if
    // a signal had come for it, and would not sleep there.
    if (status >> 16 != PTRACE_EVENT_STOP)
        thread.disturbed
            = std::exchange(thread.asked, false) && status >> 16 == PTRACE_EVENT_SECCOMP;
    if (signal == kCallStop)
        return onExit(process, thread);
    switch (status >> 16) {
    case PTRACE_EVENT_SECCOMP:
        return onEntry(process, thread);
    case PTRACE_EVENT_FORK:
    case PTRACE_EVENT_VFORK:
    case PTRACE_EVENT_CLONE:
        return onNewChild(process, thread, status >> 16);
    case PTRACE_EVENT_VFORK_DONE: {
        CallReturned body;
        body.call = Call::Vfork;
        body.result = static_cast<std::int64_t>(eventMessage(thread.tid));
        m_recorder.record(process.pid, thread.tid, body);
        return resume(thread.tid, PTRACE_CONT);
    }
    case PTRACE_EVENT_EXEC:
        return onExec(process, thread.tid);
    case PTRACE_EVENT_EXIT:
        return onExiting(process, thread);
    case PTRACE_EVENT_STOP:
        return onEventStop(process, thread, signal);
    default:
        return onSignal(process, thread, signal);
    }
}

void Tracer::onEntry(TracedProcess& process, TracedThread& thread)
{
    const auto stop = process.launching ? std::nullopt : callStop(thread.tid);
    if (stop && isForeign(process, thread, *stop))
        return resume(thread.tid, PTRACE_CONT);
    if (!stop || !stand(process, thread, *stop))
        enterCall(process, thread, stop);
}

void Tracer::enterCall(
    TracedProcess& process, TracedThread& thread, const std::optional<CallStop>& stop)
{
    const bool again = thread.call && thread.call->restarting;
    const bool wantsExit = stop && m_decoder.enter(process, thread, *stop);
    if (std::exchange(thread.disturbed, false) && thread.call)
        thread.call->wokenInVain = true;
    if (again && wantsExit && thread.call)
        shortenWait(process, thread, m_recorder.now());
    resume(thread.tid, wantsExit ? PTRACE_SYSCALL : PTRACE_CONT);
}

void Tracer::onExit(TracedProcess& process, TracedThread& thread)
{
    if (auto stop = callStop(thread.tid)) {
        if (thread.call)
            restoreWait(process, thread);
        stop->result = settleResult(process, thread, stop->result, m_recorder.now());
        if (thread.call) {
            giveBackUntraced(thread.tid, *thread.call);
            noteLimitsOfCall(process, *thread.call, stop->result);
        }
        m_decoder.leave(process, thread, stop->result);
    }
    resume(thread.tid, PTRACE_CONT);
}

void Tracer::onNewChild(TracedProcess& process, TracedThread& thread, int event)
{
    const Tid made { static_cast<std::int32_t>(eventMessage(thread.tid)) };
    const auto early = m_early.extract(made);
    const auto of = kinshipOf(made); // nothing: it was killed, and is gone already
    if (of && of->process == process.pid)
        addThread(process, made, thread.blocked);
    else if (of)
        addProcess(process, *of, event, thread.blocked);
    if (event == PTRACE_EVENT_VFORK) {
        CallEntered waiting;
        waiting.call = Call::Vfork;
        waiting.child = Pid { made.value };
        m_recorder.record(process.pid, thread.tid, waiting);
    }
    if (thread.call)
        giveBackUntraced(thread.tid, *thread.call, made);
    resume(thread.tid, thread.call ? PTRACE_SYSCALL : PTRACE_CONT);
    if (of && early)
        handle(made, early.mapped());
}

void Tracer::onExiting(TracedProcess& process, TracedThread& thread)
{
    const int status = static_cast<int>(eventMessage(thread.tid));
    if (process.threads.size() > 1 || (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL))
        addUnannounced(process, thread.tid);
    thread.exiting = true;
    thread.call.reset();
    const bool last = std::ranges::all_of(
        process.threads, [](const auto& entry) { return entry.second.exiting; });
    if (last && !process.launching) {
        m_stdio.lookLast(process);
        // The kernel closes what it held before anyone hears of its end; so do we.
        if (process.descriptors.use_count() == 1) {
            const DescriptorTable held = *process.descriptors;
            for (const auto& [fd, end] : held) {
                if (end.kind <= ChannelKind::Udp)
                    m_decoder.close(process, thread.tid, fd);
            }
        }
    }
    resume(thread.tid, PTRACE_CONT);
}

void Tracer::tellSender(const TracedProcess& process, Tid to, int signal)
{
    siginfo_t info {};
    if (ptrace(PTRACE_GETSIGINFO, to.value, 0, &info) != 0 || info.si_code > 0)
        return; // from the kernel: no call sent it
    tellSenderOf(process, to, { signal, info.si_pid });
}

void Tracer::tellSenderOf(const TracedProcess& process, Tid to, const TakenSignal& taken)
{
    const auto known = taken.from ? m_tracees.meantBy(process, *taken.from) : std::nullopt;
    for (auto& [pid, sender] : m_tracees.processes) {
        if (taken.from && pid != known)
            continue;
        for (auto& [tid, other] : sender.threads) {
            if (!other.call || !sends(sender, *other.call, process, to, taken.number))
                continue;
            const auto number = static_cast<std::int32_t>(other.call->args[0]);
            const bool group = other.call->call == Call::Kill && number <= 0;
            other.call.reset();
            if (group)
                m_decoder.tellSentBy(sender, number, taken.number);
            else
                m_decoder.tellSent(sender.pid, process.pid, taken.number);
        }
    }
}

void Tracer::onSignal(TracedProcess& process, TracedThread& thread, int signal)
{
    // It may have been sent by a call whose exit we have not seen: first sent, then delivered.
    tellSender(process, thread.tid, signal);
    if (!process.launching && signal >= 1 && signal <= 64) {
        const SignalHandling handling = process.signals.at(static_cast<std::size_t>(signal));
        const bool ignored = handling.action == SignalAction::Ignore
            || (handling.action == SignalAction::Default && isIgnoredByDefault(signal));
        m_recorder.record(process.pid, thread.tid,
            ignored ? EventBody(SignalIgnored { { signal } })
                    : EventBody(SignalDelivered { { signal }, handling.action }));
        if (ignored)
            noteWokenInVain(process, thread.tid);
        if (const std::int64_t part = ignored ? 0 : endAfterPart(thread); part > 0)
            m_decoder.leave(process, thread, part);
        process.stopping = process.stopping
            || (isStopSignal(signal) && handling.action == SignalAction::Default);
        m_decoder.interrupted(process, thread, handling);
    }
    resume(thread.tid, PTRACE_CONT, signal);
}

void Tracer::onEventStop(TracedProcess& process, TracedThread& thread, int signal)
{
    if (isStopSignal(signal)) {
        thread.inGroupStop = true;
        if (!process.stopped)
            m_recorder.record(process.pid, thread.tid, ProcessStopped { { signal } });
        process.stopped = process.stopping = true;
        ptrace(PTRACE_LISTEN, thread.tid.value, 0, 0); // stays stopped, and hears SIGCONT
        return;
    }
    if (thread.inGroupStop) {
        thread.inGroupStop = false;
        if (process.stopped)
            m_recorder.record(process.pid, thread.tid, ProcessContinued { { SIGCONT } });
        process.stopped = process.stopping = false;
    }
    if (std::exchange(thread.asked, false) && process.held && !thread.call) {
        thread.stands = Standing { false, false, m_recorder.now(), 0 };
        return beginHold(process, thread);
    }
    resume(thread.tid, PTRACE_CONT);
}

void Tracer::resume(Tid tid, int request, int signal)
{
    ptrace(static_cast<__ptrace_request>(request), tid.value, 0, static_cast<long>(signal));
}

} // namespace ipclab
