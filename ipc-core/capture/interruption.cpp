// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/interruption.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/registers.h"
#include "ipc-core/capture/rest_of_call.h"
#include "ipc-core/capture/restart_codes.h"
#include "ipc-core/capture/shortened_wait.h"

#include <sys/ptrace.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

constexpr std::uint64_t bit(int signal)
{
    return std::uint64_t { 1 } << (signal - 1);
}
constexpr std::uint64_t kIgnoredByDefault // signal(7)
    = bit(SIGCHLD) | bit(SIGURG) | bit(SIGWINCH) | bit(SIGCONT);

bool isAmong(int signal, std::uint64_t signals)
{
    return signal >= 1 && signal <= 64 && (bit(signal) & signals) != 0;
}

// What woke the thread that would not have, were it alone?
struct Disturbance {
    bool byIgnored = false; // a signal that is ignored waits to be taken
    bool byOthers = false; // one that is not, or a stop
};

// Another thread has taken such a signal, and its stop is on its way to us.
bool isTakenElsewhere(const TracedProcess& process, Tid tid, std::uint64_t signals)
{
    return std::ranges::any_of(process.threads, [&](const auto& one) {
        siginfo_t info {};
        return one.first != tid && ptrace(PTRACE_GETSIGINFO, one.first.value, 0, &info) == 0
            && isAmong(info.si_signo, signals);
    });
}

Disturbance disturbanceOf(const TracedProcess& process, TracedThread& thread)
{
    const Tid tid = thread.tid;
    const SignalFacts facts = signalFacts(process.pid, tid);
    const std::uint64_t coming = facts.pending & ~facts.blocked;
    const std::uint64_t ignored = facts.ignored | (kIgnoredByDefault & ~facts.caught);
    // A stop wakes all threads, and is pending for one, signal(7).
    const bool stops = coming == 0 && (process.stopped || process.stopping);
    const bool byIgnored = std::exchange(thread.call->wokenInVain, false) || (coming & ignored) != 0
        || isTakenElsewhere(process, tid, ignored);
    return { byIgnored, stops || (coming & ~ignored) != 0 };
}

std::int64_t whenOver(const OpenCall& call)
{
    switch (call.call) {
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
        return 0;
    case Call::Connect:
        return -EINPROGRESS; // socket(7), SO_SNDTIMEO
    default:
        return -EAGAIN;
    }
}

std::int64_t finished(Tid tid, OpenCall& call, std::int64_t last)
{
    putBack(tid, call);
    const auto done = static_cast<std::int64_t>(call.done);
    call.done = 0;
    return done + std::max<std::int64_t>(last, 0);
}

std::int64_t resultFor(
    TracedProcess& process, TracedThread& thread, std::int64_t result, Nanoseconds now)
{
    OpenCall& call = *thread.call;
    const bool brokenOff = willRestart(result);
    const bool part = result > 0 && goesOnAfterPart(call)
        && call.done + static_cast<std::uint64_t>(result) < wantedBy(call);
    if (call.endNow && (part || call.done > 0))
        return finished(thread.tid, call, result);
    if (result != -EINTR && !part && call.done == 0)
        return result;
    if (result != -EINTR && !part && !brokenOff)
        return finished(thread.tid, call, result);
    const Disturbance by = disturbanceOf(process, thread);
    if (!by.byOthers && result == -EINTR) {
        learnSocketTimeout(process, call);
        if (!call.timeout || now - call.since < *call.timeout)
            return kRestartNoHandler;
        result = whenOver(call);
    } else if (!by.byOthers && by.byIgnored && part) {
        learnSocketTimeout(process, call);
        if (!call.timeout || now - call.since < *call.timeout) {
            if (leaveRest(process, thread.tid, call, static_cast<std::uint64_t>(result)))
                return kRestartNoHandler;
            result = 0; // it is among what is done
        }
    } else if (!by.byOthers && brokenOff) {
        return result;
    }
    return call.done == 0 ? result : finished(thread.tid, call, result);
}

} // namespace

bool isStopSignal(int signal)
{
    return signal == SIGSTOP || signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

bool isIgnoredByDefault(int signal)
{
    return isAmong(signal, kIgnoredByDefault);
}

std::int64_t settleResult(
    TracedProcess& process, TracedThread& thread, std::int64_t result, Nanoseconds now)
{
    if (!thread.call)
        return result;
    const std::int64_t instead = resultFor(process, thread, result, now);
    if (instead == result || !setCallResult(thread.tid, instead))
        return result;
    // The kernel looks at its own codes only where it sees to a signal or to a stop.
    if (instead == kRestartNoHandler)
        ptrace(PTRACE_INTERRUPT, thread.tid.value, 0, 0);
    return instead;
}

std::int64_t settleInterruption(
    TracedProcess& process, TracedThread& thread, std::int64_t result, Nanoseconds now)
{
    thread.call->wokenInVain = true;
    const std::int64_t instead = resultFor(process, thread, result, now);
    return instead == result || !setCallResult(thread.tid, instead) ? result : instead;
}

std::int64_t endAfterPart(TracedThread& thread)
{
    if (!thread.call || !thread.call->restarting || thread.call->done == 0)
        return 0;
    const std::int64_t result = finished(thread.tid, *thread.call, 0);
    setCallResult(thread.tid, result);
    return result;
}

} // namespace ipclab
