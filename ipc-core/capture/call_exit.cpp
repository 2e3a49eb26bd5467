// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the exit of a system call.
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/link_name.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/restart_codes.h"
#include "ipc-core/capture/timer_calls.h"
#include "ipc-core/capture/transfer.h"

#include <fcntl.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

namespace ipclab {

namespace {

// A pipe that was opened: by way of who has it, /proc/PID/fd of proc(5).
bool hasNoName(Pid pid, int fd)
{
    return linkNameOf(descriptorLink(pid, fd)).kind == LinkKind::Pipe;
}

} // namespace

void CallDecoder::leave(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    if (!thread.call)
        return;
    OpenCall& call = *thread.call;
    if (willRestart(result)) {
        call.restarting = true;
        call.restartCode = result;
        return openedInVain(process.pid, thread.tid, call.opens);
    }
    if (call.call == Call::Connect ? result == -EISCONN : result >= 0)
        tellConnectedSince(process, thread.tid);
    bool said = false;
    if (result >= 0) {
        if (transferOf(call.call) && onlyPeeks(call))
            learnPeeked(process, thread, static_cast<std::uint64_t>(result));
        else if (transferOf(call.call))
            said = leaveTransfer(process, thread, static_cast<std::uint64_t>(result));
        else if (copyOf(call))
            said = leaveCopy(process, thread, static_cast<std::uint64_t>(result));
        else
            said = leaveSocket(process, thread, result) || leaveOpen(process, thread, result)
                || leaveSystemV(process, thread, result) || leaveWait(process, thread, result);
        leaveSignal(process, thread, result);
    } else if (call.call == Call::Connect) {
        if (result == -EINPROGRESS || result == -EALREADY || result == -EINTR)
            m_sockets.goesOnAlone(process.pid, call.fd());
        else // or it was connected already, and that is told
            m_sockets.refused(process.pid, call.fd());
    }
    if (!said && (call.told || result < 0 || call.call == Call::Shutdown))
        returned(process, thread, result);
    const auto opened = result < 0 ? call.opens : std::nullopt;
    thread.call.reset();
    openedInVain(process.pid, thread.tid, opened);
}

void CallDecoder::abandon(TracedProcess& process, TracedThread& thread)
{
    const auto opened = thread.call ? thread.call->opens : std::nullopt;
    thread.call.reset();
    openedInVain(process.pid, thread.tid, opened);
}

void CallDecoder::returned(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    CallReturned body;
    body.call = thread.call->call;
    if (result < 0)
        body.error = ErrorNumber { static_cast<int>(-result) };
    if ((result < 0 || body.call == Call::Shutdown) && isOnDescriptor(body.call))
        body.fd = thread.call->fd();
    if (result >= 0)
        body.result = result;
    if (body.error.value == EADDRINUSE)
        sayWhoHasAddress(process, thread, body);
    if (const auto& timer = thread.call->timer; timer && result >= 0) {
        body.timeout = timer->timeout;
        body.signal = SignalNumber { timer->signal };
        body.repeats = timer->repeats;
    }
    m_recorder.record(process.pid, thread.tid, body);
}

void CallDecoder::interrupted(
    TracedProcess& process, TracedThread& thread, const SignalHandling& by)
{
    // The first handler decides: one that runs on top of it interrupts a handler, signal(7).
    if (!thread.call || !thread.call->restarting || thread.call->handlerRuns
        || by.action != SignalAction::Handler)
        return;
    const std::int64_t code = thread.call->restartCode;
    const bool goesOn = code == kRestartAlways || (code == kRestartSys && by.restarts);
    thread.call->handlerRuns = goesOn;
    if (goesOn)
        return;
    if (thread.call->call == Call::Connect) // it goes on without the program, connect(2)
        m_sockets.goesOnAlone(process.pid, thread.call->fd());
    returned(process, thread, -EINTR);
    thread.call.reset();
}

bool CallDecoder::leaveOpen(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    const OpenCall& call = *thread.call;
    const int fd = static_cast<int>(result);
    switch (call.call) {
    case Call::Open:
    case Call::Openat:
    case Call::Openat2:
    case Call::Creat:
        learn(process, thread.tid, fd, call.call, hasNoName(process.pid, fd));
        break;
    case Call::PidfdGetfd: // what we do not know, a stranger has made
        learn(process, thread.tid, fd, call.call, true);
        break;
    case Call::Eventfd2:
    case Call::TimerfdCreate:
    case Call::MemfdCreate:
    case Call::EpollCreate1:
    case Call::InotifyInit1:
    case Call::Eventfd:
    case Call::EpollCreate:
    case Call::InotifyInit:
    case Call::PidfdOpen:
    case Call::IoUringSetup:
        learn(process, thread.tid, fd, call.call);
        break;
    case Call::Signalfd:
    case Call::Signalfd4:
        if (call.fd() < 0) // else it changes what an open one takes, signalfd(2)
            learn(process, thread.tid, fd, call.call);
        break;
    case Call::MqOpen:
        m_channels.name(
            process.pid, fd, ChannelKind::Queue, '/' + readText(thread.tid, call.args[0], 255));
        learn(process, thread.tid, fd, call.call);
        break;
    case Call::Dup:
    case Call::Dup2:
    case Call::Dup3:
        learn(process, thread.tid, fd, call.call, false, call.fd());
        break;
    case Call::Fcntl:
        if (call.args[1] == F_SETPIPE_SZ)
            capacity(process, thread.tid, call.fd());
        else if (call.args[1] == F_SETFL)
            setPackets(process, thread);
        else if (call.args[1] != F_SETLKW && call.args[1] != F_OFD_SETLKW)
            learn(process, thread.tid, fd, call.call, false, call.fd());
        break;
    case Call::Pipe:
    case Call::Pipe2:
        leavePair(process, thread);
        break;
    default:
        return false;
    }
    // Whoever was shown waiting in open(2) has to be shown going on.
    return !call.told;
}

void CallDecoder::leavePair(TracedProcess& process, TracedThread& thread)
{
    const OpenCall& call = *thread.call;
    const std::uint64_t at = call.call == Call::Socketpair ? call.args[3] : call.args[0];
    const auto fds = readValue<std::array<int, 2>>(thread.tid, at);
    if (!fds)
        return;
    const ChannelEnd* end = nullptr;
    for (const int fd : *fds)
        end = learn(process, thread.tid, fd, call.call);
    if (end && call.call == Call::Pipe2 && (call.args[1] & O_DIRECT) != 0)
        m_messages[end->channel];
    if (call.call != Call::Socketpair)
        capacity(process, thread.tid, (*fds)[0]);
}

void CallDecoder::capacity(TracedProcess& process, Tid tid, int fd)
{
    const ChannelEnd* const end = endOf(process, tid, fd);
    if (!end)
        return;
    const ChannelCount& count = *m_channels.count(end->channel);
    const std::uint64_t level = count.written[0] - std::min(count.written[0], count.read[0]);
    if (const auto size = pipeCapacity(process.openedPidfd(), fd))
        m_recorder.record(process.pid, tid, ChannelLevel { end->channel, level, size, End::First });
}

bool CallDecoder::leaveWait(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    const OpenCall& call = *thread.call;
    std::int64_t child = 0;
    if (call.call == Call::Wait4)
        child = result;
    else if (call.call == Call::Waitid && (call.args[3] & WNOWAIT) == 0)
        if (const auto info = readValue<siginfo_t>(thread.tid, call.args[2]))
            child = info->si_pid;
    const auto pid = m_tracees.meantBy(process, static_cast<std::int32_t>(child));
    if (child > 0 && pid && m_tracees.zombies.erase(*pid) > 0)
        m_recorder.record(*pid, firstThread(*pid), ProcessReaped { process.pid });
    noteTimer(process, call);
    if (call.timer)
        returned(process, thread, result);
    return call.timer.has_value();
}

void CallDecoder::leaveSignal(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    OpenCall& call = *thread.call;
    const auto first = static_cast<std::int32_t>(call.args[0]);
    switch (call.call) {
    case Call::Kill:
    case Call::RtSigqueueinfo:
        tellSentBy(process, first, static_cast<int>(call.args[1]));
        break;
    case Call::PidfdSendSignal:
        if (const auto to = processOfPidfd(process.pid, first))
            tellSent(process.pid, *to, static_cast<int>(call.args[1]));
        break;
    case Call::Tgkill:
    case Call::RtTgsigqueueinfo:
        tellSentBy(process, first, static_cast<int>(call.args[2]));
        break;
    case Call::Tkill:
        if (const TracedProcess* const to = m_tracees.owner(Tid { first });
            to && !process.names.elsewhere())
            tellSent(process.pid, to->pid, static_cast<int>(call.args[1]));
        break;
    case Call::RtSigtimedwait:
        takeAwaited(process, thread, static_cast<int>(result));
        break;
    case Call::RtSigprocmask:
        if (thread.blocked != call.signalMask) {
            thread.blocked = call.signalMask;
            m_recorder.record(process.pid, thread.tid, SignalMaskSet { { call.signalMask } });
        }
        break;
    case Call::RtSigaction: {
        // The kernel's struct: handler, then flags, sigaction(2), on both of our architectures.
        const auto action = readValue<std::array<std::uint64_t, 2>>(thread.tid, call.args[1]);
        if (!action || first < 1 || first > 64)
            break;
        SignalHandling set { SignalAction::Handler, ((*action)[1] & SA_RESTART) != 0,
            ((*action)[1] & SA_NOCLDWAIT) != 0 };
        if ((*action)[0] <= 1) // SIG_DFL, SIG_IGN
            set.action = (*action)[0] == 0 ? SignalAction::Default : SignalAction::Ignore;
        SignalHandling& known = process.signals.at(static_cast<std::size_t>(first));
        if (known.action != set.action)
            m_recorder.record(process.pid, thread.tid, SignalActionSet { { first }, set.action });
        known = set;
        if (set.action != SignalAction::Handler)
            process.sent.erase(first); // those pending may be dropped, sigaction(2)
        break;
    }
    default:
        break;
    }
}

void CallDecoder::tellSentBy(const TracedProcess& from, std::int32_t number, int signal)
{
    // 0: our own group; below: that group, named for a process, kill(2).
    const auto one = m_tracees.meantBy(from, std::abs(number));
    if (number == 0 || number == -1)
        tellSent(from.pid, Pid { number }, signal);
    else if (one)
        tellSent(from.pid, Pid { number > 0 ? one->value : -one->value }, signal);
}

void CallDecoder::tellSent(Pid from, Pid to, int signal)
{
    if (signal == 0)
        return; // a question only, kill(2)
    if (to.value > 0) {
        if (TracedProcess* const process = m_tracees.process(to))
            ++process->sent[signal];
        m_recorder.record(from, firstThread(from), SignalSent { to, { signal } });
        return;
    }
    const pid_t group = to.value == 0 ? getpgid(from.value) : -to.value;
    for (auto& [pid, process] : m_tracees.processes) {
        const bool meant = to.value == -1 ? pid != from : getpgid(pid.value) == group;
        if (!meant) // with -1 all but oneself, kill(2)
            continue;
        ++process.sent[signal];
        m_recorder.record(from, firstThread(from), SignalSent { pid, { signal } });
    }
}

} // namespace ipclab
