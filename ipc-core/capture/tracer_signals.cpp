// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: signals as they come, and whose call sent them.
#include "ipc-core/capture/interruption.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/orphaned_group.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/tracer.h"

#include <array>
#include <csignal>
#include <string>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <vector>

namespace ipclab {

namespace {

// The kernel wakes one thread for a signal to a process, and another may take it, signal(7). Who
// still sleeps is not that one: to sleep again it would have to end its call first.
void noteWokenInVain(TracedProcess& process, Tid taker)
{
    for (auto& [tid, thread] : process.threads) {
        if (tid != taker && thread.call && stateLetter(process.pid, tid) != 'S')
            thread.call->wokenInVain = true;
    }
}

bool continues(Call call, const std::array<std::uint64_t, 6>& args)
{
    switch (call) {
    case Call::Kill:
    case Call::Tkill:
    case Call::RtSigqueueinfo:
    case Call::PidfdSendSignal:
        return static_cast<int>(args[1]) == SIGCONT;
    case Call::Tgkill:
    case Call::RtTgsigqueueinfo:
        return static_cast<int>(args[2]) == SIGCONT;
    default:
        return false;
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

std::optional<SignalInfo> Tracer::tellSender(const TracedProcess& process, Tid to, int signal)
{
    siginfo_t info {};
    if (ptrace(PTRACE_GETSIGINFO, to.value, 0, &info) != 0)
        return std::nullopt;
    if (info.si_code <= 0) // else from the kernel: no call sent it
        tellSenderOf(process, to, { signal, info.si_pid });
    return SignalInfo { info.si_code, info.si_pid };
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

// Who stopped tells its tracer first, then its parent: so that is known here before a wait(2)
// returns for it, or anybody continues it. Only the order in which we hear of them is another.
void Tracer::takeGroupStops(const TracedProcess& before)
{
    std::vector<Tid> stopping;
    for (const auto& [pid, process] : m_tracees.processes) {
        if (pid == before.pid || !process.stopping || process.stopped)
            continue;
        for (const auto& [tid, thread] : process.threads)
            stopping.push_back(tid);
    }
    for (const Tid tid : stopping) {
        int status = 0;
        if (waitpid(tid.value, &status, __WALL | WNOHANG) == tid.value)
            handle(tid, status);
    }
}

void Tracer::tellStopsBefore(const TracedProcess& process, const CallStop& stop)
{
    if (continues(m_decoder.callAt(stop), stop.args))
        takeGroupStops(process);
}

void Tracer::tellStopsAfter(const TracedProcess& process, const OpenCall& call, std::int64_t result)
{
    if (result >= 0 && (call.call == Call::Wait4 || call.call == Call::Waitid))
        takeGroupStops(process);
}

void Tracer::onSignal(TracedProcess& process, TracedThread& thread, int signal)
{
    // It may have been sent by a call whose exit we have not seen: first sent, then delivered.
    const auto info = tellSender(process, thread.tid, signal);
    if (!process.launching && signal >= 1 && signal <= 64) {
        const SignalHandling handling = process.signals.at(static_cast<std::size_t>(signal));
        const bool stops = isStopSignal(signal) && handling.action == SignalAction::Default;
        const bool passes = stops && signal != SIGSTOP && isInOrphanedGroup(process.pid);
        const bool ignored = handling.action == SignalAction::Ignore
            || (handling.action == SignalAction::Default && isIgnoredByDefault(signal));
        std::string name;
        const SignalOrigin origin
            = info ? originOf(process, m_tracees, signal, *info, name) : SignalOrigin {};
        const auto merged = mergedInto(process, thread.tid, signal);
        m_recorder.record(process.pid, thread.tid,
            ignored || passes
                ? EventBody(SignalIgnored { { signal }, origin })
                : EventBody(SignalDelivered { { signal }, handling.action, merged, origin }));
        if (ignored)
            noteWokenInVain(process, thread.tid);
        if (const std::int64_t part = ignored ? 0 : endAfterPart(thread); part > 0)
            m_decoder.leave(process, thread, part);
        if (stops)
            process.stopping = process.stopped || !passes;
        m_decoder.interrupted(process, thread, handling);
    }
    resume(process, thread, PTRACE_CONT, signal);
}

} // namespace ipclab
