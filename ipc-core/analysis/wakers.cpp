// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wakers.h"

#include "ipc-core/analysis/child_wakers.h"
#include "ipc-core/analysis/listeners.h"
#include "ipc-core/analysis/present.h"
#include "ipc-core/analysis/signallers.h"
#include "ipc-core/analysis/waker_set.h"

#include <algorithm>

namespace ipclab {

namespace {

bool isForMessages(Call call)
{
    return call == Call::Msgrcv || call == Call::Msgsnd || call == Call::MqTimedreceive
        || call == Call::MqTimedsend;
}

// What is waited for has a name or a key. Only where it was found out that no stranger uses those
// are the watched the only ones who may come by it; else anybody can.
bool isAmongOurs(const CallInProgress& call)
{
    if (call.lock)
        return !call.lock->outside
            && (call.lock->kind == LockKind::Semaphores || call.lock->kind == LockKind::Queue);
    const bool opens = reasonOf(call) == WaitReason::Peer && !call.path.empty();
    return call.lasts && !call.outside && (opens || isForMessages(call.call));
}

// It waits for a mutex that another has. So it took its own ones as locks, one inside the other,
// and will unlock them itself. Who waits for anything else, or at a mutex of its own, may have left
// it to others to unlock that.
bool isInsideAnother(const Process* process, Tid owner)
{
    if (!process)
        return false;
    const auto& call = process->threads.at(owner).call;
    return call && call->lock && call->lock->kind == LockKind::Mutex && call->lock->owner
        && call->lock->owner != owner;
}

// Told of as soon as it is entered: what is written before cannot be written later.
bool asksForEvents(Call call)
{
    switch (call) {
    case Call::Poll:
    case Call::Ppoll:
    case Call::Select:
    case Call::Pselect6:
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
        return true;
    default:
        return false;
    }
}

class Wakers {
public:
    Wakers(const World& world, const Process& process, const Thread& thread, Wait& wait,
        const Present* present)
        : m_world(world)
        , m_present(present)
        , m_process(process)
        , m_thread(thread)
        , m_wait(wait)
        , m_found(world, present, process, wait)
    {
    }

    void find()
    {
        const CallInProgress& call = *m_thread.call;
        // A signal is on its way to it, or will come by itself.
        const bool signalled
            = !m_process.timers.empty() || (m_process.pending & ~m_thread.blocked) != 0;
        m_found.externalIf(m_wait.until || signalled || m_process.stoppedBy != 0 || call.outside
            || isOpaque(m_world, m_process));
        m_wait.forSignal = m_wait.reason == WaitReason::Signal && !m_wait.external;
        findQueue();
        if (isAmongOurs(call))
            m_found.addAllOthers();
        else if (isForMessages(call.call))
            m_found.externalIf(true);
        else
            findByReason(call);
        m_found.externalIf(isSignalledFromOutside(m_process));
        // Who waits for a mutex waits on, whatever it handles, pthread_mutex_lock(3).
        const bool mutex = call.lock && call.lock->kind == LockKind::Mutex;
        m_wait.bySignal = m_wait.bySignal || (!mutex && handlesAnySignal(m_process));
        m_wait.byInterrupt = !mutex && alwaysHandlesInterrupt(m_process);
        if (!mutex && handlesWhatOthersSend(m_process)) {
            m_found.externalIf(m_byItself);
            m_found.addEverybody();
        }
        for (const Pid pid : signallersOf(m_world, m_process, m_present))
            m_found.addOther(pid);
        m_found.order();
    }

private:
    // Of strangers' channels too, whose other holders are not known.
    void findQueue()
    {
        const Channel* const channel = m_world.channel(m_wait.channel);
        const Descriptor* const own
            = m_wait.fd ? m_world.descriptor(m_process.pid, *m_wait.fd) : nullptr;
        if (!channel || !channel->carriesBytes() || !own || own->channel != channel->id)
            return;
        if (m_wait.reason == WaitReason::Data)
            m_wait.queue = channel->readQueue(own->end);
        else if (m_wait.reason == WaitReason::Room)
            m_wait.queue = channel->writeQueue(own->end);
    }
    void findByReason(const CallInProgress& call)
    {
        switch (m_wait.reason) {
        case WaitReason::Data:
            forData(call.fd);
            break;
        case WaitReason::Room:
            if (call.path.empty())
                forWrite(call.fd);
            else
                forAddressee(call.path);
            break;
        case WaitReason::Any:
            forAny(call);
            break;
        case WaitReason::Child:
            findChildWakers(m_world, m_present, m_process, call.child, call.since, m_found);
            m_wait.bySignal = call.lasts; // that is said only where a stop counts, too
            break;
        case WaitReason::Lock:
            forLock(call.lock);
            break;
        case WaitReason::Peer:
            m_found.externalIf(true); // others may come
            if (call.call == Call::Connect) {
                for (const ChannelId listener : listenersAt(m_world, call.path))
                    m_found.addHoldersOf(listener);
            }
            break;
        default:
            m_found.externalIf(true);
        }
    }
    const Channel* channelOf(std::optional<int> fd, const Descriptor*& descriptor)
    {
        descriptor = fd ? m_world.descriptor(m_process.pid, *fd) : nullptr;
        const Channel* const channel = descriptor ? m_world.channel(descriptor->channel) : nullptr;
        // Another thread may have put something else behind the number since the call began.
        const bool same = descriptor
            && (m_wait.reason == WaitReason::Any || !m_wait.channel
                || m_wait.channel == descriptor->channel);
        const bool known = channel && same && !channel->outside;
        m_found.externalIf(!known);
        return known ? channel : nullptr;
    }
    const Channel* byteChannelOf(std::optional<int> fd, const Descriptor*& descriptor)
    {
        const Channel* const channel = channelOf(fd, descriptor);
        const bool understood = channel && channel->carriesBytes()
            && channel->kind != ChannelKind::Queue && !channel->backlog;
        m_found.externalIf(
            !understood || channel->kind == ChannelKind::Udp); // anybody may send one
        return understood ? channel : nullptr;
    }
    // What only wakes: who has a descriptor for it can make it do so.
    bool forWakeUp(std::optional<int> fd)
    {
        const Descriptor* descriptor = nullptr;
        const Channel* const channel = channelOf(fd, descriptor);
        if (!channel)
            return false;
        const bool still = channel->kind == ChannelKind::Eventfd
            // That no time is set on it is known of a wait that was looked at closer only.
            || (channel->kind == ChannelKind::Timerfd && m_thread.call->lasts);
        if (still)
            m_found.addHoldersOf(channel->id);
        m_byItself = m_byItself || channel->kind == ChannelKind::Eventfd;
        return still;
    }
    void forData(std::optional<int> fd)
    {
        if (forWakeUp(fd))
            return;
        const Descriptor* descriptor = nullptr;
        const Channel* const channel = byteChannelOf(fd, descriptor);
        if (!channel)
            return;
        const End queue = channel->readQueue(descriptor->end);
        std::vector<Holder> writers = m_found.writersOf(channel->id, queue);
        addListeners(*channel, writers);
        // Something to read, or end of file: it is about to return.
        const bool finds = channel->queueAt(queue).endsAWait() && !isPassedOver(*channel);
        m_found.externalIf(finds || writers.empty() || m_world.writerInFlight(channel->id, queue));
        m_found.add(writers);
        // Its handler of a signal may write there: the self-pipe.
        m_byItself = m_byItself
            || std::ranges::find(writers, m_process.pid, &Holder::pid) != writers.end();
        addSharers(*channel, m_found.readersOf(channel->id, queue));
        addOpeners(*channel);
    }
    // What was there when the wait began does not end it: else it would not last. So after EPOLLET
    // of epoll(7), for POLLPRI of poll(2). What is written later may. (Of a connection, tcp(7),
    // what was written may still be on its way.)
    [[nodiscard]] bool isPassedOver(const Channel& channel) const
    {
        const CallInProgress& call = *m_thread.call;
        const bool atOnce = channel.oneWay() || channel.kind == ChannelKind::Unix;
        return asksForEvents(call.call) && call.lasts && atOnce && channel.movedAt < call.since;
    }
    void forRoom(std::optional<int> fd)
    {
        const Descriptor* descriptor = nullptr;
        const Channel* const channel = byteChannelOf(fd, descriptor);
        if (!channel)
            return;
        const End queue = channel->writeQueue(descriptor->end);
        std::vector<Holder> readers = m_found.readersOf(channel->id, queue);
        addListeners(*channel, readers);
        m_found.externalIf(readers.empty()); // SIGPIPE and EPIPE come at once, pipe(7)
        m_found.add(readers);
        addSharers(*channel, m_found.writersOf(channel->id, queue));
        addOpeners(*channel);
    }
    void forWrite(std::optional<int> fd)
    {
        forRoom(fd);
        const Descriptor* descriptor = nullptr;
        // All was taken out: there is room again. (A level above zero proves nothing: what counts
        // is pages, not bytes, pipe(7). And where nobody has accepted, nobody took anything.)
        if (const Channel* const channel = byteChannelOf(fd, descriptor))
            m_found.externalIf(channel->queueAt(channel->writeQueue(descriptor->end)).bytes == 0
                && !channel->listener);
    }
    // Room for a datagram, unix(7): in the queue of who it is for; or in its own socket, which has
    // it once any of those that it has sent is read.
    void forAddressee(const std::string& address)
    {
        for (const auto& [id, channel] : m_world.channels) {
            if (channel.datagram && channel.local == address)
                m_found.addHoldersOf(id);
        }
        m_found.addEverybody();
    }
    void forEither(int fd)
    {
        const Descriptor* const descriptor = m_world.descriptor(m_process.pid, fd);
        const Channel* const channel = descriptor ? m_world.channel(descriptor->channel) : nullptr;
        if (!channel || !channel->oneWay() || descriptor->access != Access::Write)
            forData(fd);
        if (channel && channel->carriesBytes() && descriptor->access != Access::Read)
            forRoom(fd);
    }
    // For data, for room, or for both: which, we do not know.
    void forAny(const CallInProgress& call)
    {
        if (!call.path.empty()) // for room at a datagram socket, and nothing else
            forAddressee(call.path);
        else
            std::ranges::for_each(call.fds, [this](int fd) { forEither(fd); });
        m_found.externalIf(call.fds.empty());
        // Who shares an epoll set can put more into it, epoll_ctl(2).
        if (const Channel* const set = m_world.channel(m_wait.channel)) {
            if (set->kind == ChannelKind::Epoll) {
                m_found.externalIf(set->outside);
                m_found.addHoldersOf(set->id);
            }
        }
    }
    void forLock(const std::optional<LockWait>& lock)
    {
        if (!lock) {
            m_found.externalIf(true);
            return;
        }
        if (lock->unchecked && lock->owner
            && isInsideAnother(m_found.processOf(*lock->owner), *lock->owner)) {
            m_found.add(*lock->owner);
            return;
        }
        m_found.externalIf(lock->outside);
        // sem_post(3) may be called in a handler.
        m_byItself = lock->kind == LockKind::Word
            && std::ranges::find(lock->pids, m_process.pid) != lock->pids.end();
        for (const Pid pid : lock->pids) {
            if (const Process* const process = m_world.process(pid))
                m_found.addThreads(*process);
        }
        if (!lock->pids.empty())
            return;
        if (lock->owner)
            m_found.add(*lock->owner);
        else // anyone who has the word in memory, and who has is not known: futex(2)
            m_found.externalIf(true);
    }
    // Who shares its own end of a socket can end the wait by shutdown(2); of a terminal, by
    // tcflush(3), tcflow(3) or tcsetattr(3); of a pipe, by opening /proc/self/fd/N for the other
    // end, or by F_SETPIPE_SZ of fcntl(2).
    void addSharers(const Channel& channel, const std::vector<Holder>& sharers)
    {
        if (!channel.twoWay() && !channel.oneWay())
            return;
        for (const Holder& holder : sharers) {
            const Process* const process = m_world.process(holder.pid);
            if (!channel.oneWay() || !process || !process->self)
                m_found.addOther(holder.pid);
        }
    }
    // A FIFO has a name: who knows it may open either end. By whom, is known of a wait that was
    // looked at closer only; where by no stranger, still by any of ours. Those may open a terminal
    // too, tty(4).
    void addOpeners(const Channel& channel)
    {
        if (channel.kind != ChannelKind::Fifo && channel.kind != ChannelKind::Pty)
            return;
        m_found.externalIf(channel.kind == ChannelKind::Fifo && !m_thread.call->lasts);
        m_found.addEverybody();
    }
    // Who could accept the connection would have its other end.
    void addListeners(const Channel& channel, std::vector<Holder>& holders)
    {
        if (!channel.listener)
            return;
        const Channel* const listener = m_world.channel(channel.listener);
        m_found.externalIf(!listener || listener->outside);
        for (const End end : { End::First, End::Second }) {
            m_found.externalIf(m_world.writerInFlight(channel.listener, end) != nullptr);
            const std::vector<Holder> more = m_found.readersOf(channel.listener, end);
            holders.insert(holders.end(), more.begin(), more.end());
        }
    }
    const World& m_world;
    const Present* m_present;
    const Process& m_process;
    const Thread& m_thread;
    Wait& m_wait;
    WakerSet m_found;
    bool m_byItself = false; // what ends it could be done in a handler of its own
};

} // namespace

void findWakers(const World& world, const Process& process, const Thread& thread, Wait& wait,
    const Present* present)
{
    Wakers(world, process, thread, wait, present).find();
}

} // namespace ipclab
