// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/epoll_set.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/socket_registry.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/survey/survey.h"

#include <utility>

namespace ipclab {

namespace {

bool waits(TaskState state)
{
    return state == TaskState::Sleeping || state == TaskState::DiskSleep;
}

// vfork(2), and what posix_spawn(3) makes of clone(2) and clone3(2): until the child is on its own
// its parent is in state D.
bool isVfork(Call call, TaskState state)
{
    return call == Call::Vfork
        || (state == TaskState::DiskSleep && (call == Call::Clone || call == Call::Clone3));
}

} // namespace

void Survey::examineThread(Pid pid, Tid tid)
{
    const std::string stamp = stillnessStamp(pid, tid);
    const auto stat = statOf(pid, tid);
    const Result<TaskCall> seen = callOf(pid, tid);
    if (!stat || stat->state == TaskState::Zombie)
        return;
    m_stamps[pid][tid] = stamp;
    if (tid != firstThread(pid))
        m_recorder.record(pid, tid, ThreadStarted {});
    if (!seen || seen->running || !waits(stat->state))
        return;
    OpenCall call;
    call.call = m_callsKnown && seen->number >= 0
        ? m_calls.callOf(static_cast<std::uint64_t>(seen->number))
        : Call::Unknown;
    call.args = seen->args;
    recordWait(pid, tid, call, stat->state);
}

void Survey::recordWait(Pid pid, Tid tid, OpenCall call, TaskState state)
{
    CallEntered entered;
    Polled polled;
    if (isVfork(call.call, state)) {
        call.call = Call::Vfork;
        entered.child = vforkChild(pid);
    } else if (auto facts = waitFacts(tid, call, polled)) {
        entered = *facts;
        if (entered.child && m_elsewhere)
            entered.child = Pid { -1 }; // any
    }
    entered.call = call.call;
    bool outside = false;
    if (namesDescriptor(call.call) && call.call != Call::Unknown)
        outside = !lookBehind(pid, tid, call, entered);
    if (isEpollWait(call.call)) {
        EpollSet set = epollSet(pid, static_cast<int>(call.args[0]));
        polled = { std::move(set.fds), set.whole && !m_finder.mayBeShared(pid, *entered.fd) };
    }
    entered.fds = polled.fds;
    m_recorder.record(pid, tid, entered);
    if (outside || !polled.whole)
        m_recorder.record(pid, tid, WaitLasts { call.call, {}, {}, {}, {}, true });
    if (call.call == Call::Futex)
        recordFutex(pid, tid, call);
    else if (waitsForFileLock(call))
        recordFileLock(pid, tid, *entered.fd);
    else if (const auto opening = openFacts(tid, call)) // anyone may open a path
        m_recorder.record(
            pid, tid, WaitLasts { call.call, {}, {}, opening->path, opening->access, true });
    followCall(pid, tid, call, entered);
}

bool Survey::lookBehind(Pid pid, Tid tid, const OpenCall& call, CallEntered& entered)
{
    entered.fd = static_cast<int>(call.args[0]);
    const auto end = m_finder.identify(pid, *entered.fd);
    if (end)
        entered.channel = end->channel;
    const auto transfer = transferOf(call.call);
    if (!transfer)
        return true;
    entered.requested = transferSize(tid, call, *transfer);
    const bool socket = end
        && (end->kind == ChannelKind::Unix || end->kind == ChannelKind::Tcp
            || end->kind == ChannelKind::Udp);
    if (end && end->kind == ChannelKind::Pty && !transfer->write)
        return terminalWaitsForBytes(m_pidfd, *entered.fd);
    if (!socket)
        return true;
    // Its own limit, SO_RCVTIMEO: when it began to wait is not known, so at most.
    const auto limit = socketTimeout(m_pidfd, *entered.fd, transfer->write);
    if (limit != 0)
        entered.timeout = limit;
    return limit.has_value();
}

void Survey::followCall(Pid pid, Tid tid, const OpenCall& call, const CallEntered& entered)
{
    if (entered.child)
        return followChildren(pid, *entered.child);
    for (const int fd : entered.fds)
        follow(pid, tid, fd, { true, true });
    if (const auto transfer = transferOf(call.call); transfer && entered.fd)
        follow(pid, tid, *entered.fd, { !transfer->write, transfer->write });
}

void Survey::follow(Pid pid, Tid tid, int fd, Interest interest)
{
    m_finder.recordLevel(pid, tid, fd, m_pidfd);
    for (const Pid waker : m_finder.wakers(pid, fd, interest))
        enqueue(waker);
}

} // namespace ipclab
