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
#include <cerrno>
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

// We have put something into its call that is taken out at the exit.
bool isAltered(const TracedThread& thread)
{
    return thread.call
        && (thread.call->shortened || thread.call->keptTraced || thread.call->done > 0);
}

// Does this stop tell that all threads of the process stop, or are about to?
bool stopsAll(const TracedProcess& process, int signal, int event)
{
    if (!isStopSignal(signal))
        return false;
    return event == PTRACE_EVENT_STOP
        || process.signals.at(static_cast<std::size_t>(signal)).action == SignalAction::Default;
}

} // namespace

void Tracer::handle(Tid tid, int status)
{
    if (WIFEXITED(status) || WIFSIGNALED(status))
        return onGone(tid, status);
    TracedProcess* const process = m_tracees.owner(tid);
    TracedThread* const thread = m_tracees.thread(tid);
    if (!process || !thread) { // its first stop came before its parent's, which tells who it is
        if (status >> 16 == PTRACE_EVENT_EXIT && addUnannounced(tid))
            return handle(tid, status);
        TracedProcess* const of
            = status >> 16 == PTRACE_EVENT_EXEC ? m_tracees.process(Pid { tid.value }) : nullptr;
        if (of) // its first thread had ended before we came: who executes takes that's number
            return onExec(*of, tid);
        m_early[tid] = status;
        if (m_ending && !mayBeAttached(tid))
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
    if (!process)
        return false;
    m_early.erase(tid); // its first stop, if there was one: this is a later
    addThread(*process, tid, nullptr);
    return true;
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
    settleAtStop(process, thread, status);
    if (signal == kCallStop)
        return process.attached && isAtEntry(thread.tid) ? onEntry(process, thread)
                                                         : onExit(process, thread);
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
        return resume(process, thread, PTRACE_CONT);
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

// The first stop of who was left asleep, or the one of who was interrupted: that has disturbed the
// call that it was in.
void Tracer::settleAtStop(TracedProcess& process, TracedThread& thread, int status)
{
    const int signal = WSTOPSIG(status);
    const int event = status >> 16;
    const bool untouched = !std::exchange(thread.sleeps, {}).empty();
    const bool unseen = std::exchange(thread.joining, false) || untouched;
    const bool settling = std::exchange(thread.settling, false) || untouched;
    const bool signalled = event == 0 && signal != kCallStop;
    if (settling && (signalled || event == PTRACE_EVENT_STOP)) {
        // Stopped, it would see an EINTR without us, too: that one stays, signal(7).
        if (stopsAll(process, signal, event))
            process.stopping = true;
        settleInterrupted(process, thread, unseen);
    } else if (unseen && event != PTRACE_EVENT_EXIT) {
        endUnseen(process, thread); // it makes another: the one it slept in is over
    }
    if (untouched && event != PTRACE_EVENT_EXIT)
        m_decoder.learnAfresh(process); // what it did between was not seen
}

void Tracer::onEntry(TracedProcess& process, TracedThread& thread)
{
    const auto stop = process.launching ? std::nullopt : callStop(thread.tid);
    thread.passes = process.attached && (!stop || !m_decoder.isOfInterest(*stop));
    if (thread.passes && (!stop || stop->native))
        return resume(process, thread, PTRACE_SYSCALL); // let go here, it would not sleep in it
    if (stop && isForeign(process, thread, *stop))
        return resume(process, thread, PTRACE_CONT);
    if (!stop || !stand(process, thread, *stop))
        enterCall(process, thread, stop);
}

void Tracer::enterCall(
    TracedProcess& process, TracedThread& thread, const std::optional<CallStop>& stop)
{
    const bool again = thread.call && thread.call->restarting;
    if (stop)
        tellStopsBefore(process, *stop);
    const bool wantsExit = stop && m_decoder.enter(process, thread, *stop);
    if (std::exchange(thread.disturbed, false) && thread.call)
        thread.call->wokenInVain = true;
    if (again && wantsExit && thread.call)
        shortenWait(process, thread, m_recorder.now());
    // Interrupted to be let go, it does not sleep there: it goes at the exit, where that is undone.
    if (process.leaving && thread.call)
        thread.call->wokenInVain = true;
    resume(process, thread, wantsExit || process.leaving ? PTRACE_SYSCALL : PTRACE_CONT);
}

void Tracer::onExit(TracedProcess& process, TracedThread& thread)
{
    if (std::exchange(thread.passes, false)) {
        settlePassed(process, thread);
        return resume(process, thread, PTRACE_CONT);
    }
    if (auto stop = callStop(thread.tid)) {
        if (thread.call)
            restoreWait(process, thread);
        stop->result = settleResult(process, thread, stop->result, m_recorder.now());
        if (thread.call) {
            tellStopsAfter(process, *thread.call, stop->result);
            giveBackUntraced(thread.tid, *thread.call);
            noteLimitsOfCall(process, *thread.call, stop->result);
        }
        m_decoder.leave(process, thread, stop->result);
    }
    resume(process, thread, PTRACE_CONT);
}

// Interrupted to be let go, in a call of no interest: that must not see it either.
void Tracer::settlePassed(TracedProcess& process, TracedThread& thread)
{
    const auto stop = process.leaving ? callStop(thread.tid) : std::nullopt;
    if (!stop || stop->result != -EINTR)
        return;
    thread.call.emplace().wokenInVain = true;
    settleResult(process, thread, stop->result, m_recorder.now());
    thread.call.reset();
}

void Tracer::onNewChild(TracedProcess& process, TracedThread& thread, int event)
{
    const Tid made { static_cast<std::int32_t>(eventMessage(thread.tid)) };
    const auto early = m_early.extract(made);
    const auto of = kinshipOf(made); // nothing: it was killed, and is gone already
    if (of && of->process == process.pid)
        addThread(process, made, &thread);
    else if (of)
        addProcess(process, *of, event, thread);
    if (event == PTRACE_EVENT_VFORK) {
        CallEntered waiting;
        waiting.call = Call::Vfork;
        waiting.child = Pid { made.value };
        m_recorder.record(process.pid, thread.tid, waiting);
    }
    if (thread.call)
        giveBackUntraced(thread.tid, *thread.call, made);
    resume(process, thread, thread.call ? PTRACE_SYSCALL : PTRACE_CONT);
    if (of && early)
        handle(made, early.mapped());
}

void Tracer::onExiting(TracedProcess& process, TracedThread& thread)
{
    const int status = static_cast<int>(eventMessage(thread.tid));
    const bool killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (process.hadThreads || killed)
        addUnannounced(process, thread);
    if (killed && !process.launching) // who has sent it to itself never returns from that call
        tellSenderOf(process, thread.tid, { SIGKILL, std::nullopt });
    thread.exiting = true;
    thread.exitsSince = m_recorder.now();
    m_decoder.abandon(process, thread);
    const bool last = std::ranges::all_of(
        process.threads, [](const auto& entry) { return entry.second.exiting; });
    if (last && !process.launching) {
        process.readThrough(thread.tid);
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
    resume(process, thread, PTRACE_CONT);
}

void Tracer::onEventStop(TracedProcess& process, TracedThread& thread, int signal)
{
    if (isStopSignal(signal)) {
        if (const std::int64_t part = endAfterPart(thread); part > 0) // as the stop would, alone
            m_decoder.leave(process, thread, part);
        if (process.leaving)
            return resume(process, thread, PTRACE_CONT); // it stays stopped, ptrace(2)
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
    resume(process, thread, PTRACE_CONT);
}

void Tracer::resume(const TracedProcess& process, TracedThread& thread, int request, int signal)
{
    // Without a filter nothing but this stops it at its next call.
    if (process.attached) {
        const bool goes = process.leaving && request == PTRACE_CONT && !isAltered(thread)
            && !thread.exiting; // how it ends is known only to its tracer
        request = goes ? PTRACE_DETACH : PTRACE_SYSCALL;
    }
    thread.detached = request == PTRACE_DETACH;
    ptrace(static_cast<__ptrace_request>(request), thread.tid.value, 0, static_cast<long>(signal));
}

} // namespace ipclab
