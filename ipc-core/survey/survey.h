// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/call_table.h"
#include "ipc-core/capture/lock_facts.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/task.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/survey/channel_finder.h"

#include <cstdint>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

// One snapshot of a process that is not traced, and of all that it waits for, to the end of each
// chain, written as events. It looks with readlink(2), /proc, sock_diag(7), process_vm_readv(2)
// and, for a moment each, pidfd_getfd(2); nothing of it can be noticed. One thread; used once.
class Survey {
public:
    struct Limits {
        std::size_t processes = 256; // more are mentioned, but not looked at
    };

    explicit Survey(EventLog& log)
        : Survey(log, Limits {})
    {
    }
    Survey(EventLog& log, Limits limits);

    // A thread's number will do, too. Errors: ESRCH, there is none; EPERM, EACCES, it may not be
    // looked at; step survey_kernel_thread: a thread of the kernel.
    Result<Pid> look(Pid pid);

    // What shows later that these have not moved since: stillnessStamp() of each thread.
    using Stamps = std::map<Tid, std::string>;
    [[nodiscard]] const Stamps& stampsOf(Pid pid) const;
    [[nodiscard]] const HolderIndex& index() { return m_finder.index(); }

private:
    Status examine(Pid pid);
    void mention(Pid pid);
    void introduce(Pid pid, const TaskStat& stat);
    void describe(Pid pid, const TaskStat& stat, int refused);
    void recordDescriptors(Pid pid);
    void recordEnding(Pid pid, const TaskStat& stat);
    void recordHandlers(Pid pid);
    void recordStreams(Pid pid);
    void enqueue(Pid pid);

    void examineThread(Pid pid, Tid tid);
    void recordWait(Pid pid, Tid tid, OpenCall call, TaskState state);
    void recordNamed(Pid pid, Tid tid, const OpenCall& call, const CallEntered& entered);
    bool kernelMaySignal(Pid pid, Tid tid, const std::vector<int>& fds);
    bool areBytesBetweenHolders(Pid table, const std::vector<int>& fds);
    void followCall(Pid pid, Tid tid, const OpenCall& call, const CallEntered& entered);
    void follow(Pid pid, Tid tid, int fd, Interest interest);
    [[nodiscard]] Pid tableOf(Pid pid, Tid tid) const; // whose descriptors it uses
    // Whether all of its descriptor is known that could end the wait.
    bool lookBehind(Pid pid, Tid tid, const OpenCall& call, CallEntered& entered);
    bool lookAtCopy(Pid pid, const OpenCall& call, CallEntered& entered);
    bool lookAtLimit(Pid pid, int fd, bool write, CallEntered& entered);

    void recordFutex(Pid pid, Tid tid, const FutexCall& futex, const LockFacts& facts);
    void recordSystemV(Pid pid, Tid tid, const OpenCall& call);
    [[nodiscard]] LockFacts factsOf(Pid pid, Tid tid, const FutexCall& futex) const;
    // Of what is waited for without a descriptor: the queue, the set, the memory of the word.
    ChannelId channelOf(Pid pid, const OpenCall& call, const LockFacts& lock);
    const std::vector<Pid>& sharersOfMemory(Pid pid);
    struct Sharers {
        std::vector<Pid> pids;
        bool outside = false; // others may have it
    };
    const Sharers& sharersOf(const Mapping& anonymous);
    void recordFileLock(Pid pid, Tid tid, int fd);
    // When the first timer of these expires, timerfd_create(2).
    std::optional<Nanoseconds> timeLeft(Pid table, const std::vector<int>& fds);
    void recordConnect(Pid pid, Tid tid, const OpenCall& call);
    const std::multimap<Pid, Pid>& children(); // of all processes
    Pid vforkChild(Pid pid);
    void followChildren(Pid pid, Pid wanted);

    Limits m_limits;
    Recorder m_recorder;
    ChannelFinder m_finder;
    CallTable m_calls;
    std::deque<Pid> m_queue;
    std::set<Pid> m_known;
    std::map<Pid, Stamps> m_stamps;
    std::map<Pid, std::vector<Pid>> m_memories; // who has the same
    std::map<std::pair<std::uint64_t, std::uint64_t>, Sharers> m_sharers; // by device and inode
    std::multimap<Pid, Pid> m_children; // of all processes; empty until it is needed
    // Of the process being examined.
    UniqueFd m_pidfd;
    bool m_elsewhere = false; // in another pid namespace: its numbers are not ours
    bool m_callsKnown = true; // its system calls have the numbers of this machine
    bool m_apart = false; // the thread being examined has descriptors of its own, unshare(2)
};

} // namespace ipclab
