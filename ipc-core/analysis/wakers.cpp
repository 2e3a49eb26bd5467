// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wakers.h"

#include "ipc-core/analysis/listeners.h"
#include "ipc-core/analysis/present.h"
#include "ipc-core/analysis/signallers.h"
#include "ipc-core/events/channel_kinds.h"

#include <algorithm>
#include <set>

namespace ipclab {

namespace {

bool isOpaque(const World& world, const Process& process)
{
    return std::ranges::any_of(process.descriptors, [&](const auto& entry) {
        const Channel* const channel = world.channel(entry.second.channel);
        return channel && channel->kind == ChannelKind::IoUring;
    });
}

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
    return call.lasts && !call.outside && (!call.path.empty() || isForMessages(call.call));
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

template <typename Ids> void sortOnce(Ids& ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
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
    {
    }

    void find()
    {
        const CallInProgress& call = *m_thread.call;
        // A signal is on its way to it, or will come by itself.
        const bool signalled
            = !m_process.timers.empty() || (m_process.pending & ~m_thread.blocked) != 0;
        externalIf(m_wait.until || signalled || m_process.stoppedBy != 0 || call.outside
            || isOpaque(m_world, m_process));
        if (isAmongOurs(call))
            addAllOthers();
        else if (isForMessages(call.call))
            externalIf(true);
        else
            findByReason(call);
        externalIf(isSignalledFromOutside(m_process));
        // Who waits for a mutex waits on, whatever it handles, pthread_mutex_lock(3).
        const bool mutex = call.lock && call.lock->kind == LockKind::Mutex;
        if (!mutex && handlesWhatOthersSend(m_process)) {
            externalIf(m_byItself);
            addEverybody();
        }
        for (const Pid pid : signallersOf(m_world, m_process, m_present))
            addOther(pid);
        sortOnce(m_wait.wakers);
        sortOnce(m_wait.wakerPids);
        sortOnce(m_wait.otherPids);
    }

private:
    void findByReason(const CallInProgress& call)
    {
        switch (m_wait.reason) {
        case WaitReason::Data:
            forData(call.fd);
            break;
        case WaitReason::Room:
            forWrite(call.fd);
            break;
        case WaitReason::Any:
            forAny(call);
            break;
        case WaitReason::Child:
            forChildren(call.child);
            break;
        case WaitReason::Lock:
            forLock(call.lock);
            break;
        case WaitReason::Peer:
            externalIf(true); // others may come
            if (call.call == Call::Connect) {
                for (const ChannelId listener : listenersAt(m_world, call.path))
                    addHoldersOf(listener);
            }
            break;
        default:
            m_wait.external = true;
        }
    }
    [[nodiscard]] std::vector<Holder> writersOf(ChannelId id, End end) const
    {
        return m_present ? m_present->writers(id, end) : m_world.writers(id, end);
    }
    [[nodiscard]] std::vector<Holder> readersOf(ChannelId id, End end) const
    {
        return m_present ? m_present->readers(id, end) : m_world.readers(id, end);
    }
    [[nodiscard]] const Process* processOf(Tid tid) const
    {
        if (m_process.threads.contains(tid)) // as mostly
            return &m_process;
        return m_present ? m_present->processOf(tid) : m_world.processOf(tid);
    }
    void externalIf(bool so) { m_wait.external = m_wait.external || so; }

    const Channel* channelOf(std::optional<int> fd, const Descriptor*& descriptor)
    {
        descriptor = fd ? m_world.descriptor(m_process.pid, *fd) : nullptr;
        const Channel* const channel = descriptor ? m_world.channel(descriptor->channel) : nullptr;
        // Another thread may have put something else behind the number since the call began.
        const bool same = descriptor
            && (m_wait.reason == WaitReason::Any || !m_wait.channel
                || m_wait.channel == descriptor->channel);
        const bool known = channel && same && !channel->outside;
        externalIf(!known);
        return known ? channel : nullptr;
    }
    const Channel* byteChannelOf(std::optional<int> fd, const Descriptor*& descriptor)
    {
        const Channel* const channel = channelOf(fd, descriptor);
        const bool understood = channel && channel->carriesBytes()
            && channel->kind != ChannelKind::Queue && !channel->backlog;
        externalIf(!understood || channel->kind == ChannelKind::Udp); // anybody may send one
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
            addHoldersOf(channel->id);
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
        m_wait.queue = queue;
        std::vector<Holder> writers = writersOf(channel->id, queue);
        addListeners(*channel, writers);
        // Something to read, or end of file: it is about to return.
        externalIf(channel->queueAt(queue).bytes > 0 || writers.empty()
            || m_world.writerInFlight(channel->id, queue));
        add(writers);
        // Its handler of a signal may write there: the self-pipe.
        m_byItself = m_byItself
            || std::ranges::find(writers, m_process.pid, &Holder::pid) != writers.end();
        addSharers(*channel, readersOf(channel->id, queue));
        addOpeners(*channel);
    }
    void forRoom(std::optional<int> fd)
    {
        const Descriptor* descriptor = nullptr;
        const Channel* const channel = byteChannelOf(fd, descriptor);
        if (!channel)
            return;
        const End queue = channel->writeQueue(descriptor->end);
        m_wait.queue = queue;
        std::vector<Holder> readers = readersOf(channel->id, queue);
        addListeners(*channel, readers);
        externalIf(readers.empty()); // SIGPIPE and EPIPE come at once, pipe(7)
        add(readers);
        addSharers(*channel, writersOf(channel->id, queue));
        addOpeners(*channel);
    }
    void forWrite(std::optional<int> fd)
    {
        forRoom(fd);
        const Descriptor* descriptor = nullptr;
        // All was taken out: there is room again. (A level above zero proves nothing: what counts
        // is pages, not bytes, pipe(7).)
        if (const Channel* const channel = byteChannelOf(fd, descriptor))
            externalIf(channel->queueAt(m_wait.queue).bytes == 0);
    }
    // For data, for room, or for both: which, we do not know.
    void forAny(const CallInProgress& call)
    {
        for (const int fd : call.fds) {
            const Descriptor* const descriptor = m_world.descriptor(m_process.pid, fd);
            const Channel* const channel
                = descriptor ? m_world.channel(descriptor->channel) : nullptr;
            if (!channel || !channel->oneWay() || descriptor->access != Access::Write)
                forData(fd);
            if (channel && channel->carriesBytes() && descriptor->access != Access::Read)
                forRoom(fd);
        }
        externalIf(call.fds.empty());
        // Who shares an epoll set can put more into it, epoll_ctl(2).
        if (const Channel* const set = m_world.channel(m_wait.channel)) {
            if (set->kind == ChannelKind::Epoll)
                addHoldersOf(set->id);
        }
    }
    void forChildren(std::optional<Pid> wanted)
    {
        bool found = false;
        externalIf(!wanted); // for something else than an end
        const auto look = [&](const Process& process) {
            if (wanted && wanted->value > 0 && process.pid != *wanted)
                return;
            found = true;
            externalIf(!process.alive()); // to be reaped: it is about to return
            addThreads(process);
        };
        eachChild(m_world, m_process.pid, m_present, look);
        if (m_present && (!wanted || wanted->value <= 0))
            addMakersOfChildren(*m_present);
        // Who was attached to may have children that are not watched.
        const bool one = found && wanted && wanted->value > 0;
        externalIf(!found || (m_process.by == StartedBy::Attach && !one));
    }
    void forLock(const std::optional<LockWait>& lock)
    {
        if (!lock) {
            m_wait.external = true;
            return;
        }
        if (lock->unchecked && lock->owner
            && isInsideAnother(processOf(*lock->owner), *lock->owner)) {
            m_wait.wakers.push_back(*lock->owner);
            return;
        }
        externalIf(lock->outside);
        // sem_post(3) may be called in a handler.
        m_byItself = lock->kind == LockKind::Word
            && std::ranges::find(lock->pids, m_process.pid) != lock->pids.end();
        for (const Pid pid : lock->pids) {
            if (const Process* const process = m_world.process(pid))
                addThreads(*process);
        }
        if (!lock->pids.empty())
            return;
        if (lock->owner)
            m_wait.wakers.push_back(*lock->owner);
        else // anyone who has the word in memory, and who has is not known: futex(2)
            m_wait.external = true;
    }
    // Who shares its own end of a socket can end the wait by shutdown(2); of a pipe, by opening
    // /proc/self/fd/N for the other end, or by F_SETPIPE_SZ of fcntl(2).
    void addSharers(const Channel& channel, const std::vector<Holder>& sharers)
    {
        if (!mayConnect(channel.kind) && !channel.oneWay())
            return;
        for (const Holder& holder : sharers) {
            const Process* const process = m_world.process(holder.pid);
            if (!channel.oneWay() || !process || !process->self)
                addOther(holder.pid);
        }
    }
    // A FIFO has a name: who knows it may open either end. By whom, is known of a wait that was
    // looked at closer only; where by no stranger, still by any of ours.
    void addOpeners(const Channel& channel)
    {
        if (channel.kind != ChannelKind::Fifo)
            return;
        externalIf(!m_thread.call->lasts);
        addEverybody();
    }
    void addEverybody() // by other means
    {
        eachPresent(m_world, m_present, [&](const Process& process) {
            if (!process.self)
                addOther(process.pid);
        });
    }
    // Any child's end is waited for, of those that are yet to come, too: another thread may fork,
    // and who is a subreaper, PR_SET_CHILD_SUBREAPER(2const), gets the orphans among its
    // descendants. (Who could make one of its grandchildren an orphan is a child: its end counts.)
    void addMakersOfChildren(const Present& present)
    {
        addOther(m_process.pid);
        std::set<Pid> met { m_process.pid }; // a damaged file may tell of a ring
        std::vector<Pid> parents { m_process.pid };
        for (unsigned depth = 1; !parents.empty(); ++depth) {
            std::vector<Pid> children;
            for (const Pid parent : parents) {
                for (const Process* const child : present.childrenOf(parent)) {
                    if (!met.insert(child->pid).second)
                        continue;
                    children.push_back(child->pid);
                    if (depth > 2)
                        addOther(child->pid);
                }
            }
            parents = std::move(children);
        }
    }
    // Any thread may come, save the one that waits.
    void addAllOthers()
    {
        eachPresent(m_world, m_present, [&](const Process& process) {
            if (!process.self && (process.pid != m_process.pid || process.threads.size() > 1))
                addThreads(process);
        });
    }
    void addHoldersOf(ChannelId channel)
    {
        if (m_present) {
            for (const Pid pid : m_present->holdersOf(channel))
                addThreads(*m_world.process(pid));
            return;
        }
        for (const auto& [pid, process] : m_world.processes) {
            const bool holds = std::ranges::any_of(process.descriptors,
                [channel](const auto& entry) { return entry.second.channel == channel; });
            if (holds)
                addThreads(process);
        }
    }
    // Who could accept the connection would have its other end.
    void addListeners(const Channel& channel, std::vector<Holder>& holders)
    {
        if (!channel.listener)
            return;
        const Channel* const listener = m_world.channel(channel.listener);
        externalIf(!listener || listener->outside);
        for (const End end : { End::First, End::Second }) {
            externalIf(m_world.writerInFlight(channel.listener, end) != nullptr);
            const std::vector<Holder> more = readersOf(channel.listener, end);
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
            externalIf(process->self);
            addThreads(*process);
        }
    }
    void addOther(Pid pid)
    {
        const Process* const process = m_world.process(pid);
        if (!process || !process->alive())
            return;
        noteUnknown(*process);
        m_wait.otherPids.push_back(pid);
    }
    void addThreads(const Process& process)
    {
        if (!process.alive())
            return;
        noteUnknown(process);
        m_wait.wakerPids.push_back(process.pid);
    }
    void noteUnknown(const Process& process)
    {
        // A living process whose threads we do not know may do anything; so may io_uring(7).
        if (m_noted.insert(process.pid).second)
            externalIf(process.threads.empty() || isOpaque(m_world, process));
    }

    const World& m_world;
    const Present* m_present;
    const Process& m_process;
    const Thread& m_thread;
    Wait& m_wait;
    std::set<Pid> m_noted; // by noteUnknown
    bool m_byItself = false; // what ends it could be done in a handler of its own
};

} // namespace

void findWakers(const World& world, const Process& process, const Thread& thread, Wait& wait,
    const Present* present)
{
    Wakers(world, process, thread, wait, present).find();
}

} // namespace ipclab
