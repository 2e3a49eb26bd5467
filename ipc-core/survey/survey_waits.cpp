// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/epoll_set.h"
#include "ipc-core/capture/kernel_work.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/socket_facts.h"
#include "ipc-core/capture/system_v.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/events/channel_kinds.h"
#include "ipc-core/survey/survey.h"

#include <algorithm>
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
    m_apart = hasOwnDescriptors(pid, tid);
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
    } else if (const auto copy = copyOf(call)) {
        polled.fds = { copy->from, copy->to }; // until there are bytes, or room
    }
    entered.call = call.call;
    const FutexCall futex = futexCall(call.args);
    const LockFacts lock = call.call == Call::Futex ? factsOf(pid, tid, futex) : LockFacts {};
    const auto opening = openFacts(tid, call);
    entered.channel = opening ? m_finder.awaited(pid, tid, *opening) : channelOf(pid, call, lock);
    bool outside = false;
    if (namesDescriptor(call.call) && call.call != Call::Unknown)
        outside = !lookBehind(pid, tid, call, entered);
    // What it has sent may wait anywhere, and take up the room that it waits for.
    const auto sendsAnywhere
        = [&](int fd) { return m_finder.sendsAnywhere(tableOf(pid, tid), fd); };
    outside = outside || std::ranges::any_of(polled.room, sendsAnywhere);
    outside = outside || (m_apart && (entered.fd || !polled.fds.empty()));
    if (isEpollWait(call.call)) {
        polled = epollSet(pid, static_cast<int>(call.args[0]));
        polled.whole = polled.whole && !m_finder.mayBeShared(pid, *entered.fd);
    }
    entered.fds = polled.fds;
    const bool reads = entered.fd && transferOf(call.call) && !transferOf(call.call)->write;
    const std::vector<int> at = reads ? std::vector { *entered.fd } : polled.fds;
    if (const auto left = timeLeft(tableOf(pid, tid), at))
        entered.timeout = std::min(*left, entered.timeout.value_or(*left));
    m_recorder.record(pid, tid, entered);
    const Pid table = tableOf(pid, tid);
    if (outside || !polled.whole || kernelMaySignal(pid, tid, at))
        m_recorder.record(pid, tid, WaitLasts { call.call, {}, {}, {}, {}, true });
    else if ((isEpollWait(call.call) || polled.passesBytes) && areBytesBetweenHolders(table, at))
        m_recorder.record(pid, tid, WaitLasts { call.call, {}, {}, {}, {}, false });
    if (call.call == Call::Futex)
        recordFutex(pid, tid, futex, lock);
    else
        recordNamed(pid, tid, call, entered);
    followCall(pid, tid, call, entered);
}

// What others may come by who know its name.
void Survey::recordNamed(Pid pid, Tid tid, const OpenCall& call, const CallEntered& entered)
{
    if (systemVKind(call.call))
        recordSystemV(pid, tid, call);
    else if (waitsForFileLock(call))
        recordFileLock(pid, tid, *entered.fd);
    else if (const auto opening = openFacts(tid, call)) // anyone may open a path
        m_recorder.record(
            pid, tid, WaitLasts { call.call, {}, {}, opening->path, opening->access, true });
    else if (call.call == Call::Connect)
        recordConnect(pid, tid, call);
}

// What is in these already does not end the wait, EPOLLET of epoll(7) and POLLPRI of poll(2); what
// is written later may, by those who hold an end: a FIFO has a name besides, and a timerfd a time.
bool Survey::areBytesBetweenHolders(Pid table, const std::vector<int>& fds)
{
    return std::ranges::all_of(fds, [&](int fd) {
        const auto end = m_finder.identify(table, fd);
        return end && (end->kind == ChannelKind::Pipe || end->kind == ChannelKind::Unix);
    });
}

// In an eventfd(2), for what it has given it to do. (For others: before a verdict.)
bool Survey::kernelMaySignal(Pid pid, Tid tid, const std::vector<int>& fds)
{
    return std::ranges::any_of(fds, [&](int fd) {
        const auto end = m_finder.identify(tableOf(pid, tid), fd);
        return end && end->kind == ChannelKind::Eventfd;
    }) && kernelMayWorkFor(pid);
}

std::optional<Nanoseconds> Survey::timeLeft(Pid table, const std::vector<int>& fds)
{
    std::optional<Nanoseconds> first;
    for (const int fd : fds) {
        const auto end = m_finder.identify(table, fd);
        const auto left
            = end && end->kind == ChannelKind::Timerfd ? timerLeft(table, fd) : std::nullopt;
        if (left)
            first = std::min(*left, first.value_or(*left));
    }
    return first;
}

// Until its connection is taken: connect(2) of a socket that waits for room among those that nobody
// has accepted yet, listen(2), or for an answer.
void Survey::recordConnect(Pid pid, Tid tid, const OpenCall& call)
{
    constexpr std::uint64_t kLongest = 128; // sockaddr_storage
    const std::string address
        = addressText(readBytes(tid, call.args[1], std::min(call.args[2], kLongest)));
    m_recorder.record(pid, tid, WaitLasts { call.call, {}, {}, address, {}, true });
    for (const Pid listener : m_finder.listeners(address))
        enqueue(listener);
}

// Each thread is to be found in /proc by its own number, too: with the table that it has.
Pid Survey::tableOf(Pid pid, Tid tid) const
{
    return m_apart ? Pid { tid.value } : pid;
}

bool Survey::lookBehind(Pid pid, Tid tid, const OpenCall& call, CallEntered& entered)
{
    entered.fd = static_cast<int>(call.args[0]);
    const auto end = m_finder.identify(tableOf(pid, tid), *entered.fd);
    if (end)
        entered.channel = end->channel;
    if (end && m_apart && !m_finder.identify(pid, *entered.fd)) // its process has none there
        m_recorder.record(pid, tid,
            DescriptorOpened { *entered.fd, end->channel, end->access, end->end, {}, {} });
    const auto transfer = transferOf(call.call);
    if (!transfer || m_apart)
        return m_apart || lookAtCopy(pid, call, entered);
    entered.requested = transferSize(tid, call, *transfer);
    return lookAtLimit(pid, *entered.fd, transfer->write, entered);
}

bool Survey::lookAtCopy(Pid pid, const OpenCall& call, CallEntered& entered)
{
    const auto copy = copyOf(call);
    return !copy
        || (lookAtLimit(pid, copy->from, false, entered)
            && lookAtLimit(pid, copy->to, true, entered));
}

bool Survey::lookAtLimit(Pid pid, int fd, bool write, CallEntered& entered)
{
    const auto end = m_finder.identify(pid, fd);
    if (end && end->kind == ChannelKind::Pty && !write)
        return terminalWaitsForBytes(m_pidfd, fd);
    if (!end || !isSocket(end->kind))
        return true;
    // Its own limit, SO_RCVTIMEO: when it began to wait is not known, so at most.
    const auto limit = socketTimeout(m_pidfd, fd, write);
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
    if (!m_apart) // pidfd_getfd(2) takes from the table of the process
        m_finder.recordLevel(pid, tid, fd, m_pidfd, interest);
    for (const Pid waker : m_finder.wakers(tableOf(pid, tid), fd, interest))
        enqueue(waker);
}

} // namespace ipclab
