// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ipclab {

// The closed sets of words that events use; each has the name the session file writes.

enum class StartedBy : std::uint8_t {
    Launch,
    Fork,
    Vfork,
    Clone,
    Found, // it ran before we looked at it
    Attach, // it ran before, and is watched from now on, as the person wished
};
// What /proc/PID/task/TID/stat says of a task, proc(5).
enum class TaskState : std::uint8_t {
    Unknown,
    Running,
    Sleeping,
    DiskSleep,
    Stopped,
    Traced,
    Zombie,
};
enum class ChannelKind : std::uint8_t {
    Pipe,
    Fifo,
    Pty,
    Unix,
    Tcp,
    Udp,
    File,
    Shm,
    Queue,
    Eventfd,
    Semaphore,
    // what only wakes, or is opaque
    Timerfd,
    Signalfd,
    Epoll,
    Inotify,
    Pidfd,
    IoUring,
};
enum class Access : std::uint8_t { Read, Write, ReadWrite };

// What a thread waits for that has an owner or a count rather than bytes.
enum class LockKind : std::uint8_t {
    Word, // a word in memory: condition, semaphore, barrier, … cannot be told apart from outside
    Mutex, // whose owner the word names
    Join, // the end of a thread
    File, // fcntl(2), flock(2)
    Semaphores, // a set of System V's, semop(2)
    Queue, // of messages, msgop(2)
};

// A channel has two ends. A pipe: the read end is First, the write end is Second. A socket: the
// side that connected (or was made first) is First. A pseudo-terminal: the master is First. What is
// written at one end waits to be read at the other.
enum class End : std::uint8_t { First, Second };

enum class BufferMode : std::uint8_t { Full, Line, None };
enum class SignalAction : std::uint8_t {
    Default,
    Handler,
    Ignore,
    Taken, // of a delivery only: by a call that waits for signals, or from a signalfd
};
enum class SignalSource : std::uint8_t { // of one that no process sent, sigaction(2) on si_code
    Kernel,
    Terminal, // by one of its keys, or as it is not theirs who use it, termios(3)
};
// What an address is in use by that cannot be had: EADDRINUSE of bind(2), listen(2).
enum class AddressUser : std::uint8_t {
    Listener, // a socket that takes connections there
    Socket, // of datagrams
    Connection, // which has that port still
    TimeWait, // a connection that is over, and whose last segments may be on their way, tcp(7)
    File, // of unix(7): one of that name is there already
};
enum class FindingKind : std::uint8_t {
    Deadlock,
    StdioStuck,
    DescriptorLeak,
    Zombie,
    Orphan,
    BrokenPipe,
    LostDatagram,
    IdleServer,
};
// Why less is seen of a process than there is, or why it is not quite as it would be alone.
enum class SightLimit : std::uint8_t {
    ForeignCalls, // its calls are of another architecture (32-bit): not seen
    OwnFilter, // it filters its own calls, seccomp(2): those it decides on are not seen
    Supervised, // another process decides on its calls, seccomp_unotify(2): not all are seen
    Unprivileged, // its program would have other privileges, execve(2): not while it is watched
    CannotTrace, // it would trace a process: refused, since that has its tracer, ptrace(2)
    StaticProgram, // its own buffers are unknown: its C library is a part of it
    OtherLibrary, // its own buffers are unknown: its C library is not glibc
    CppStreams, // what its C++ streams keep is unknown
    Payload, // not of a process: of a channel no more bytes are kept, they are only counted
};

// Bytes pass through it, and are counted.
constexpr bool carriesBytes(ChannelKind kind)
{
    return kind <= ChannelKind::Udp || kind == ChannelKind::Queue;
}
constexpr bool isOneWay(ChannelKind kind) // one queue, whichever end it is used at
{
    return kind == ChannelKind::Pipe || kind == ChannelKind::Fifo || kind == ChannelKind::Queue;
}
constexpr End otherEnd(End end)
{
    return end == End::First ? End::Second : End::First;
}
constexpr std::size_t indexOf(End end)
{
    return static_cast<std::size_t>(end);
}

std::string_view name(StartedBy);
std::string_view name(TaskState); // "running", "sleeping", "disk_sleep", …
std::string_view name(ChannelKind);
std::string_view name(Access); // "r", "w", "rw"
std::string_view name(End); // "first", "second"
std::string_view name(BufferMode); // "full", "line", "none"
std::string_view name(SignalAction); // "default", "handler", "ignore", "taken"
std::string_view name(SignalSource); // "kernel", "terminal"
std::string_view name(AddressUser); // "listener", "socket", "connection", "time_wait", "file"
std::string_view name(LockKind); // "word", "mutex", "join", "file", "semaphores", "queue"
std::string_view name(FindingKind); // "deadlock", "stdio_stuck", …
std::string_view name(SightLimit); // "foreign_calls", "own_filter", …

// seccomp(2): a filter stays; all else is to be seen anew of each program.
constexpr bool outlivesExec(SightLimit limit)
{
    return limit == SightLimit::OwnFilter || limit == SightLimit::Supervised;
}

// The value whose name this is; nothing for a name that is none of them.
template <typename Word> std::optional<Word> wordNamed(std::string_view name);

} // namespace ipclab
