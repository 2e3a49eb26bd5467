// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"

#include <algorithm>

namespace ipclab {

namespace {

WaitReason reasonOf(const CallInProgress& call)
{
    switch (call.call) {
    case Call::Read:
    case Call::Readv:
    case Call::Recvfrom:
    case Call::Recvmsg:
    case Call::Recvmmsg:
        return WaitReason::Data;
    case Call::Write:
    case Call::Writev:
    case Call::Sendto:
    case Call::Sendmsg:
    case Call::Sendmmsg:
        return WaitReason::Room;
    case Call::Accept:
    case Call::Accept4:
        return WaitReason::Connection;
    case Call::Connect:
    case Call::Open:
    case Call::Openat:
        return WaitReason::Peer;
    case Call::Wait4:
    case Call::Waitid:
    case Call::Vfork:
        return WaitReason::Child;
    case Call::Futex:
        return WaitReason::Lock;
    case Call::Nanosleep:
    case Call::ClockNanosleep:
        return WaitReason::Time;
    case Call::Pause:
    case Call::RtSigsuspend:
    case Call::RtSigtimedwait:
        return WaitReason::Signal;
    case Call::Poll:
    case Call::Ppoll:
    case Call::Select:
    case Call::Pselect6:
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
        return WaitReason::Any;
    default:
        return WaitReason::Other;
    }
}

// Fills the wakers of one wait. What is not understood is external: no false alarm, ever.
class Wakers {
public:
    Wakers(const World& world, const Process& process, const Thread& thread, Wait& wait)
        : m_world(world)
        , m_process(process)
        , m_blocked(thread.blocked)
        , m_wait(wait)
    {
    }

    void find(const CallInProgress& call)
    {
        if (m_wait.until || m_process.timerSet || m_process.stoppedBy != 0
            || (m_process.pending & ~m_blocked) != 0) // a signal is on its way to it
            m_wait.external = true;
        switch (m_wait.reason) {
        case WaitReason::Data:
            forData(call.fd);
            break;
        case WaitReason::Room:
            forWrite(call.fd);
            break;
        case WaitReason::Any:
            forAny(call.fds);
            break;
        case WaitReason::Child:
            forChildren(call.child);
            break;
        case WaitReason::Lock:
            forLock(call.lock);
            break;
        default:
            m_wait.external = true;
        }
        std::ranges::sort(m_wait.wakers);
        m_wait.wakers.erase(
            std::unique(m_wait.wakers.begin(), m_wait.wakers.end()), m_wait.wakers.end());
    }

private:
    const Channel* channelOf(std::optional<int> fd, const Descriptor*& descriptor)
    {
        descriptor = fd ? m_world.descriptor(m_process.pid, *fd) : nullptr;
        const Channel* const channel = descriptor ? m_world.channel(descriptor->channel) : nullptr;
        // Another thread may have put something else behind the number since the call began.
        const bool same = descriptor
            && (m_wait.reason == WaitReason::Any || !m_wait.channel
                || m_wait.channel == descriptor->channel);
        const bool followed = channel && same && !channel->backlog
            && (channel->carriesBytes() || channel->kind == ChannelKind::Eventfd);
        // All who could wake it can be known.
        const bool closed = followed && channel->carriesBytes() && !channel->outside
            && channel->kind != ChannelKind::Udp;
        m_wait.external = m_wait.external || !closed;
        return followed ? channel : nullptr;
    }
    void forData(std::optional<int> fd)
    {
        const Descriptor* descriptor = nullptr;
        const Channel* const channel = channelOf(fd, descriptor);
        if (!channel)
            return;
        const End queue = channel->readQueue(descriptor->end);
        m_wait.queue = queue;
        if (channel->kind == ChannelKind::Eventfd) // its holders are all at the same end
            return add(m_world.readers(channel->id, queue));
        std::vector<Holder> writers = m_world.writers(channel->id, queue);
        addListeners(*channel, writers);
        // Something to read, or end of file: it is about to return.
        if (channel->queueAt(queue).bytes > 0 || writers.empty())
            m_wait.external = true;
        add(writers);
    }
    void forRoom(std::optional<int> fd)
    {
        const Descriptor* descriptor = nullptr;
        const Channel* const channel = channelOf(fd, descriptor);
        if (!channel)
            return;
        const End queue = channel->writeQueue(descriptor->end);
        m_wait.queue = queue;
        std::vector<Holder> readers = m_world.readers(channel->id, queue);
        addListeners(*channel, readers);
        if (readers.empty()) // SIGPIPE and EPIPE come at once, pipe(7)
            m_wait.external = true;
        add(readers);
    }
    void forWrite(std::optional<int> fd)
    {
        forRoom(fd);
        const Descriptor* descriptor = nullptr;
        // All was taken out: there is room again. (A level above zero proves nothing: what counts
        // is pages, not bytes, pipe(7).)
        if (const Channel* const channel = channelOf(fd, descriptor))
            m_wait.external = m_wait.external || channel->queueAt(m_wait.queue).bytes == 0;
    }
    // For data, for room, or for both: which, we do not know.
    void forAny(const std::vector<int>& fds)
    {
        for (const int fd : fds) {
            const Descriptor* const descriptor = m_world.descriptor(m_process.pid, fd);
            if (!descriptor || descriptor->access != Access::Write)
                forData(fd);
            if (descriptor && descriptor->access != Access::Read)
                forRoom(fd);
        }
        m_wait.external = m_wait.external || fds.empty();
    }
    void forChildren(std::optional<Pid> wanted)
    {
        bool found = false;
        for (const auto& [pid, process] : m_world.processes) {
            const bool child = process.parent == m_process.pid && pid != m_process.pid
                && process.state() != ProcessState::Gone;
            if (!child || (wanted && wanted->value > 0 && pid != *wanted))
                continue;
            found = true;
            if (!process.alive()) // to be reaped: it is about to return
                m_wait.external = true;
            addThreads(process);
        }
        m_wait.external = m_wait.external || !found;
    }
    void forLock(const std::optional<LockWait>& lock)
    {
        if (lock && lock->owner) {
            m_wait.wakers.push_back(*lock->owner);
            return;
        }
        // Anyone who has the word in memory could wake it, processes that share it too: futex(2).
        addThreads(m_process);
        m_wait.external = true;
    }
    // Who could accept the connection would have its other end.
    void addListeners(const Channel& channel, std::vector<Holder>& holders)
    {
        if (!channel.listener)
            return;
        for (const End end : { End::First, End::Second }) {
            const std::vector<Holder> more = m_world.readers(channel.listener, end);
            holders.insert(holders.end(), more.begin(), more.end());
        }
    }
    void add(const std::vector<Holder>& holders)
    {
        for (const Holder& holder : holders) {
            const Process* const process = m_world.process(holder.pid);
            if (!process)
                continue;
            // The person at the keyboard is a waker.
            m_wait.external = m_wait.external || process->self;
            addThreads(*process);
        }
    }
    void addThreads(const Process& process)
    {
        // A living process whose threads we do not know may do anything.
        m_wait.external = m_wait.external || (process.alive() && process.threads.empty());
        for (const auto& [tid, thread] : process.threads)
            m_wait.wakers.push_back(tid);
    }

    const World& m_world;
    const Process& m_process;
    std::uint64_t m_blocked;
    Wait& m_wait;
};

} // namespace

std::optional<Wait> waitOf(const World& world, const Process& process, const Thread& thread)
{
    if (!thread.call)
        return std::nullopt;
    const CallInProgress& call = *thread.call;
    Wait wait;
    wait.pid = process.pid;
    wait.tid = thread.tid;
    wait.call = call.call;
    wait.reason = reasonOf(call);
    wait.fd = call.fd;
    wait.channel = call.channel;
    wait.since = call.since;
    wait.until = call.until;
    wait.child = call.child;
    wait.lock = call.lock;
    Wakers(world, process, thread, wait).find(call);
    return wait;
}

std::optional<Wait> waitOf(const World& world, const Process& process)
{
    if (process.state() != ProcessState::Waiting)
        return std::nullopt;
    const auto first = process.threads.find(firstThread(process.pid));
    return waitOf(world, process,
        first == process.threads.end() ? process.threads.begin()->second : first->second);
}

std::vector<Pid> wakerProcesses(const World& world, const Wait& wait)
{
    std::vector<Pid> pids;
    for (const Tid waker : wait.wakers) {
        if (const Process* const process = world.processOf(waker))
            pids.push_back(process->pid);
    }
    std::ranges::sort(pids);
    pids.erase(std::unique(pids.begin(), pids.end()), pids.end());
    return pids;
}

} // namespace ipclab
