// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/call.h"
#include "ipc-core/events/words.h"
#include "ipc-core/world/surveyed.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

struct LockWait {
    std::uint64_t address = 0;
    std::optional<Tid> owner;
    std::optional<LockKind> kind;
    std::vector<Pid> pids; // any thread of these could end it; none: the owner alone
    bool outside = false;
    std::optional<int> id; // of a set of semaphores or a queue of messages
    bool unchecked = false; // a mutex that others than its owner can unlock, too
    bool operator==(const LockWait&) const = default;
};

// Where in its own program a thread is.
struct SourceLine {
    std::string file; // as the compiler or Python had it: a path, mostly
    std::uint32_t line = 0; // the first is 1
    bool operator==(const SourceLine&) const = default;
};

// A system call that a thread has entered and not left.
struct CallInProgress {
    Call call = Call::Unknown;
    std::optional<int> fd;
    ChannelId channel;
    Nanoseconds since = 0;
    std::optional<Nanoseconds> until; // it ends by itself then
    std::optional<Pid> child; // whom a wait call waits for; -1 is any child
    std::vector<int> fds; // poll, select, epoll
    std::uint64_t requested = 0;
    std::optional<LockWait> lock;
    // It lasts, and was looked at closer (wait_lasts): then what follows is known.
    bool lasts = false;
    bool outside = false; // something that we cannot see may end it
    std::string path; // of a FIFO that is being opened; the address connected or sent to
    std::optional<Access> opens; // what for
    std::optional<SourceLine> line; // from where it was made
    bool operator==(const CallInProgress&) const = default;
};

// A thread is held before this call, and will make it when it is let go.
struct CallAhead {
    Call call = Call::Unknown; // unknown: it stands between two
    std::optional<int> fd;
    ChannelId channel;
    std::optional<std::uint64_t> requested;
    Pid to; // whom a signal is for, or who is waited for; -1 is any child
    int signal = 0;
    std::string path;
    std::string mark;
    Nanoseconds since = 0;
    std::optional<SourceLine> line {};
    bool operator==(const CallAhead&) const = default;
};

struct Thread {
    Tid tid;
    std::optional<CallInProgress> call;
    std::uint64_t blocked = 0; // signals, bit N-1 for signal N
    std::optional<CallAhead> ahead; // it is held

    [[nodiscard]] const SourceLine* line() const; // while it waits or is held; nullptr: not known
    bool operator==(const Thread&) const = default;
};

struct Descriptor {
    ChannelId channel;
    Access access = Access::ReadWrite;
    End end = End::First;
    bool operator==(const Descriptor&) const = default;
};

// One of a process's own buffers (stdio of C, io of Python), as last seen.
struct Stream {
    std::string name; // "stdout", "sys.stdout", "socket.makefile"
    int fd = -1;
    BufferMode mode = BufferMode::Full;
    std::uint64_t pending = 0;
    std::uint64_t unread = 0;
    std::uint64_t capacity = 0;
    std::string bytes; // the first of those pending, or else unread
    Nanoseconds keptSince = 0; // since when something has been pending and nothing was written
    std::uint64_t inherited = 0; // of those pending: fork(2) copied them, its maker printed them
    bool operator==(const Stream&) const = default;
};
// By its name: one of the C library's has no dot.
inline bool isOfPython(const Stream& stream)
{
    return stream.name.find('.') != std::string::npos;
}

struct Ending {
    std::optional<int> code;
    int signal = 0;
    bool core = false;
    Nanoseconds at = 0;
    bool reaped = false;
    bool detached = false; // it is not watched any more, and goes on
    bool operator==(const Ending&) const = default;
};

enum class ProcessState : std::uint8_t { Running, Waiting, Stopped, Zombie, Gone };

struct Process {
    Pid pid;
    Pid parent;
    Pid maker; // who started it, whoever its parent is by now
    StartedBy by = StartedBy::Launch;
    std::string run; // the lab's name for it, when it was launched for one
    bool self = false; // IPC Lab itself
    bool adopted = false;
    std::string path;
    std::vector<std::string> argv;
    std::optional<EventIndex> began; // the event that says what its program was given
    std::string name; // what a person calls it: "child.py", "cat"
    Nanoseconds startedAt = 0;
    std::optional<Ending> ending;
    int stoppedBy = 0; // signal, 0 when not stopped
    bool inOrphanedGroup = false; // as last seen: there some signals do nothing by default
    bool held = false; // the person holds it: each thread stands before its next call, or will
    Nanoseconds releasedAt = 0; // when it was so last
    // Where it last wrote though nobody could read there any more (EPIPE, write(2)), and when.
    ChannelId brokenPipe;
    Nanoseconds brokenAt = 0;
    // Where a datagram that it sent was lost, and when.
    ChannelId lostDatagram;
    std::string lostTo; // address
    Nanoseconds lostAt = 0;
    std::optional<Surveyed> surveyed;
    // Signals that may come by themselves, alarm(2), setitimer(2): until when; none: ever again.
    std::map<int, std::optional<Nanoseconds>> timers;
    std::map<Tid, Thread> threads; // those that live
    std::map<int, Descriptor> descriptors;
    std::vector<ChannelId> attached; // used without a descriptor: System V objects, sysvipc(7)
    std::array<SignalAction, 65> actions {}; // by number
    std::uint64_t pending = 0; // signals sent and not yet taken, bit N-1 for signal N
    std::vector<Stream> streams;
    std::set<SightLimit> limits; // what of it is not seen

    [[nodiscard]] ProcessState state() const;
    [[nodiscard]] bool unseen() const // it makes calls that are not seen
    {
        return limits.contains(SightLimit::ForeignCalls) || limits.contains(SightLimit::Supervised);
    }
    [[nodiscard]] bool alive() const { return !ending; }
    [[nodiscard]] bool isWatched() const { return alive() && !self; }
    // The thread that one call is let go of next: who has stood longest. nullptr: none stands.
    [[nodiscard]] const Thread* nextHeld() const;
    [[nodiscard]] const Stream* streamOn(int fd) const; // what it buffers there itself
    // Of what its streams kept for the descriptor, it may be; `bytes`: the first of those written.
    void noteWritten(int fd, std::string_view bytes, std::uint64_t count, Nanoseconds at);
    void noteStream(Stream seen, bool gone); // in place of the one with its name and descriptor
    [[nodiscard]] std::string stem() const; // the name without ".py"
    bool operator==(const Process&) const = default;
};

// About how much memory it has beyond itself; and of that, what a child that it forks would have
// too.
std::uint64_t heldMemory(const Process& process);
std::uint64_t inheritedMemory(const Process& process);

// The words of a WordList: each ended by a NUL. At most so many as any program could use.
std::vector<std::string> wordsIn(std::string_view joined);

// What a person calls the program: the script for an interpreter, else the file's last part.
std::string programName(const std::string& path, const std::vector<std::string>& argv);

} // namespace ipclab
