// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/wait_said.h"
#include "ipc-core/capture/xray/stdio_xray.h"
#include "ipc-core/events/call.h"
#include "ipc-core/events/words.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

struct LentSpace { // memory of a thread that holds something of ours for the length of a call
    std::uint64_t at = 0;
    std::array<std::uint64_t, 2> before {};
};

struct TimerSetting {
    std::optional<Nanoseconds> timeout; // until its signal; 0: it is switched off
    bool repeats = true;
    int signal = 0; // of alarm(2) and setitimer(2): which one
};

// A system call between its entry and its exit stop.
struct OpenCall {
    Call call = Call::Unknown;
    std::array<std::uint64_t, 6> args {};
    std::string payload; // what a write is about to write: at most what is kept
    std::string path; // a socket's address it connects to
    std::optional<ChannelKey> opens; // the FIFO that it may wait at, open(2)
    ChannelId awaits; // the same; none: its name is not known
    std::uint64_t requested = 0;
    std::uint64_t signalMask = 0; // the one a mask call asks for
    std::optional<TimerSetting> timer; // that it asks for
    bool told = false; // call_entered was recorded
    bool restarting = false; // it was interrupted, and goes on when the signal is dealt with
    std::int64_t restartCode = 0;
    bool handlerRuns = false; // and it goes on after that
    Nanoseconds since = 0;
    std::optional<Nanoseconds> timeout; // of a wait; none: for ever
    bool shortened = false; // the kernel was given a shorter timeout
    std::optional<Nanoseconds> lookedAt; // closer, as it lasts
    std::optional<LockSaid> lockSaid;
    std::optional<WaitSaid> waitSaid;
    std::optional<LevelSaid> levelSaid;
    std::uint64_t seenMade = 0; // Tracees::made when it was last found who shares a lock's memory
    std::optional<LentSpace> lent; // where that is
    std::optional<Nanoseconds> socketTimeout; // the limit is the socket's own
    std::uint64_t done = 0; // of it: bytes, or messages, that are passed on, after which it goes on
    struct Rest { // and with what
        std::array<std::uint64_t, 6> args {};
        std::vector<std::pair<std::uint64_t, std::string>>
            replaced; // in its memory: what was there
    };
    std::optional<Rest> rest;
    bool wokenInVain = false; // or may have been: for a signal that another took, or by us
    bool endNow = false; // after the part that is done: we end
    bool keptTraced = false; // its CLONE_UNTRACED was taken away
    bool lineLooked = false; // it was looked for where it is made

    [[nodiscard]] int fd() const { return static_cast<int>(args[0]); } // where it names one first
    // Where the path is that a readlink call asks for.
    [[nodiscard]] std::uint64_t linkPath() const { return args[call == Call::Readlink ? 0 : 1]; }
};

// It is kept in a ptrace stop: for the person until it is let go, or for a while.
struct Standing {
    bool held = false; // for the person
    bool atEntry = false; // of a call that is not decoded yet; else between two
    Nanoseconds since = 0;
    Nanoseconds until = 0; // where nobody holds it
    bool lineLooked = false;
};

struct TracedThread {
    Tid tid;
    std::optional<OpenCall> call;
    bool inGroupStop = false;
    bool exiting = false;
    std::uint64_t blocked = 0; // signal mask
    std::optional<Standing> stands {};
    Nanoseconds exitsSince = 0; // if it does
    unsigned computes = 0; // looks in a row that found it running outside of a call, to be held
    bool asked = false; // to stop between two calls
    bool passes = false; // in a call of no interest, of who has no filter of ours
    bool settling = false; // interrupted by us, to be attached to or let go
    bool joining = false; // the same, before any of its calls was seen
    unsigned metRunning = 0; // ticks in a row, since it woke from a write that has parts
    bool detached = false;
    std::string sleeps {}; // not stopped yet since it was attached to: how it slept then
    bool disturbed = false; // it stopped at a call's entry instead, and would not sleep in that
};

using DescriptorTable = std::map<int, ChannelEnd>; // shared where clone(2) shared it: CLONE_FILES

struct SignalHandling {
    SignalAction action = SignalAction::Default;
    bool restarts = false; // SA_RESTART
    bool noZombies = false; // SA_NOCLDWAIT, which counts for SIGCHLD
    [[nodiscard]] bool leavesNoZombies() const
    {
        return noZombies || action == SignalAction::Ignore;
    }
    bool operator==(const SignalHandling&) const = default;
};

// What a process is called by those in other pid namespaces than ours, pid_namespaces(7).
struct PidNames {
    std::vector<std::int32_t> inside; // ours first, its own last; of one: it is in ours
    std::uint64_t space = 0; // of its own namespace
    [[nodiscard]] bool elsewhere() const { return inside.size() > 1; }
};

// The group that a process was last found in, and whether that was orphaned (orphaned_group.h).
struct GroupLook {
    Pid group;
    bool orphaned = false;
};

struct TracedProcess {
    explicit TracedProcess(Pid process)
        : pid(process)
        , xray(process)
    {
    }

    Pid pid;
    Pid parent;
    bool launching = false; // ours still: the command is not executed yet
    bool sharesMemory = false; // made by vfork(2), and not yet on its own
    std::uint64_t memory = 0; // equal where the address space is the same
    bool stopped = false;
    bool stopping = false; // a stop signal was let through
    bool held = false; // by the person
    bool hadThreads = false; // beside its first, at some time in this program
    // Attached to, or a descendant of such: by that one's number. It is not ours: it is never
    // ended, and let go when we end. It has no filter, so all its calls stop it.
    Pid attached;
    GroupLook group;
    bool leaving = false; // is let go at each thread's next stop
    Nanoseconds leaveBy = 0; // or at this time
    std::map<Tid, TracedThread> threads;
    std::shared_ptr<DescriptorTable> descriptors = std::make_shared<DescriptorTable>();
    std::map<ChannelKey, ChannelEnd> systemV; // what it uses by number, sysvipc(7)
    std::map<std::uint64_t, ChannelKey> segments; // of it, by where they are attached, shmat(2)
    std::map<ChannelId, ChannelKey> mapped; // memory that it has no descriptor for any more
    Nanoseconds mappedLookAt = 0; // the next look at whether it still has it
    std::array<SignalHandling, 65> signals {};
    std::map<int, std::uint32_t> sent; // how many of each, since one was last taken
    std::set<std::int32_t> timersSet; // of timer_create(2), by their numbers, as far as was seen
    StdioXray xray;
    std::vector<StdioReading> streams; // as recorded last
    Nanoseconds sampledAt = 0;
    bool sampleDue = false;
    unsigned looksInVain = 0; // before writes on descriptors without a known stream

    PidNames names;
    Nanoseconds nextFreshLook = 0; // at what it does unseen
    std::set<SightLimit> limits; // what was said not to be seen of it

    // It does things that no stop tells of: what it holds has to be looked at.
    [[nodiscard]] bool unseen() const
    {
        return limits.contains(SightLimit::ForeignCalls) || limits.contains(SightLimit::Supervised);
    }
    // May a timer of timer_create(2) go off? What was not seen to be set may have been.
    [[nodiscard]] bool mayHaveTimerSet() const;
    // Since when each of its threads has been in a call, or kept from running: what it has in its
    // memory has stayed as it is. Nothing: one may run.
    [[nodiscard]] std::optional<Nanoseconds> restsSince() const;
    const UniqueFd& openedPidfd(); // of it; opened when first needed
    bool inOrphanedGroup(); // looked at, which takes long, where its group is another than before
    // Who has ended shows nothing of its process, proc(5): from now on a thread that lives is
    // asked.
    void readThrough(Tid thread);

private:
    UniqueFd m_pidfd;
};

// Of a signal that was just taken: how many more that were sent it stands for, signal(7). Nothing:
// none, or that cannot be told. Of one that is pending again the others may be that one.
std::optional<std::uint32_t> mergedInto(TracedProcess& process, Tid taker, int signal);

struct Zombie {
    Pid parent;
    PidNames names;
    bool attached = false; // it was: others than we may adopt it
};

// All that are traced. Capture thread only.
struct Tracees {
    std::map<Pid, TracedProcess> processes;
    std::map<Tid, Pid> owners;
    std::uint64_t made = 0; // processes and address spaces, so far
    std::map<Pid, Zombie> zombies; // ended, and not waited for

    // Whom a process means by a number: in a pid namespace of its own it uses other numbers.
    // Nothing if that cannot be told.
    [[nodiscard]] std::optional<Pid> meantBy(const TracedProcess& who, std::int32_t number) const;

    TracedProcess* process(Pid pid)
    {
        const auto found = processes.find(pid);
        return found == processes.end() ? nullptr : &found->second;
    }
    TracedProcess* owner(Tid tid)
    {
        const auto found = owners.find(tid);
        return found == owners.end() ? nullptr : process(found->second);
    }
    TracedThread* thread(Tid tid)
    {
        TracedProcess* const of = owner(tid);
        const auto found = of ? of->threads.find(tid) : std::map<Tid, TracedThread>::iterator {};
        return of && found != of->threads.end() ? &found->second : nullptr;
    }
};

} // namespace ipclab
