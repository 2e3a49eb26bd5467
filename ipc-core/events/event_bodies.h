// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/call.h"
#include "ipc-core/events/words.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

// The bodies of events: the contract with the outside (names and fields are what a session file
// holds). Each lists its fields once, in `fields`; writing, reading and storing follow from that.
// An absent value is unknown, never zero.
namespace ipclab {

struct Payload { // bytes as they were; written as `text` where they are UTF-8, else as `base64`
    std::string_view kept;
};
struct SignalNumber { // written by name; 0 is none and is left out
    int value = 0;
};
struct ErrorNumber { // written by name; 0 is none and is left out
    int value = 0;
};
struct SignalSet { // bit N-1 is signal N, as in /proc/PID/status; written as a list of names
    std::uint64_t bits = 0;
};
struct WordList { // words each ended by a NUL, as in /proc/PID/cmdline
    std::string_view joined;
};

#define IPCLAB_EVENT(event_name) static constexpr std::string_view kName = event_name
// clang-format off
#define IPCLAB_FIELDS(...) \
    template <typename Self, typename Field> static void fields([[maybe_unused]] Self& self, [[maybe_unused]] Field&& field) { __VA_ARGS__ }
// clang-format on

struct ProcessStarted {
    IPCLAB_EVENT("process_started");
    Pid ppid;
    StartedBy by = StartedBy::Launch;
    bool self = false; // this program: holder of the lab's own ends
    std::optional<Pid>
        maker {}; // who made it, where that is not the parent: CLONE_PARENT, clone(2)
    bool sharesMemory = false; // with its maker, as after vfork(2)
    std::string_view run {}; // the lab's name for what was launched
    std::optional<Tid> byThread {}; // of its maker, which called fork(2)
    IPCLAB_FIELDS(field("ppid", self.ppid); field("by", self.by); field("self", self.self);
                  field("maker", self.maker); field("shares_memory", self.sharesMemory);
                  field("run", self.run); field("by_thread", self.byThread);)
};
// Of whom it began as a copy, fork(2); none: it was launched by us, or ran before we came.
inline Pid makerOf(const ProcessStarted& started)
{
    const bool copied = started.by == StartedBy::Fork || started.by == StartedBy::Vfork
        || started.by == StartedBy::Clone;
    return copied ? started.maker.value_or(started.ppid) : Pid {};
}
struct ThreadStarted {
    IPCLAB_EVENT("thread_started");
    std::optional<Tid> byThread {}; // which made it, clone(2)
    IPCLAB_FIELDS(field("by_thread", self.byThread);)
};
struct ThreadExited {
    IPCLAB_EVENT("thread_exited");
    IPCLAB_FIELDS()
};
struct ProgramExecuted {
    IPCLAB_EVENT("program_executed");
    std::string_view path;
    WordList argv;
    bool orphanedGroup = false; // setpgid(2): SIGTSTP, SIGTTIN, SIGTTOU do not stop it by default
    IPCLAB_FIELDS(field("path", self.path); field("argv", self.argv);
                  field("orphaned_group", self.orphanedGroup);)
};
// What the program was given besides its arguments, said once, when it is executed. What could not
// be read is absent.
struct ProgramBegan {
    IPCLAB_EVENT("program_began");
    std::string_view folder; // its working folder then, proc_pid_cwd(5)
    // "TERM=xterm" of variables that hold no secrets; of all others the name alone, environ(7).
    std::optional<WordList> environment {};
    std::optional<std::uint64_t> moreEnvironment {}; // how many are not in that list
    WordList limits {}; // "nofile=1024:4096": the soft and the hard one, getrlimit(2)
    IPCLAB_FIELDS(field("folder", self.folder); field("environment", self.environment);
                  field("more_environment", self.moreEnvironment); field("limits", self.limits);)
};
struct ProcessExited {
    IPCLAB_EVENT("process_exited");
    std::optional<int> code;
    SignalNumber signal;
    bool core = false;
    bool detached = false; // it goes on: this is the end of what we see of it
    IPCLAB_FIELDS(field("code", self.code); field("signal", self.signal); field("core", self.core);
                  field("detached", self.detached);)
};
struct ProcessReaped {
    IPCLAB_EVENT("process_reaped");
    Pid by; // none: nobody waited, its parent wants no zombies, wait(2)
    IPCLAB_FIELDS(field("by", self.by);)
};
struct ProcessAdopted {
    IPCLAB_EVENT("process_adopted");
    Pid parent;
    IPCLAB_FIELDS(field("parent", self.parent);)
};
struct ProcessStopped {
    IPCLAB_EVENT("process_stopped");
    SignalNumber signal;
    IPCLAB_FIELDS(field("signal", self.signal);)
};
struct ProcessContinued {
    IPCLAB_EVENT("process_continued");
    SignalNumber signal;
    IPCLAB_FIELDS(field("signal", self.signal);)
};
struct ProcessSurveyed { // what /proc says of a process that is not traced
    IPCLAB_EVENT("process_surveyed");
    TaskState state = TaskState::Unknown; // of its first thread
    std::optional<std::uint32_t> user; // whose it is
    Pid tracer; // who traces it
    ErrorNumber refused; // why its calls and its memory cannot be seen
    std::string_view terminal; // that controls it: "/dev/pts/3"
    Pid group; // its process group
    Pid foreground; // the process group that may read that terminal
    IPCLAB_FIELDS(field("state", self.state); field("user", self.user);
                  field("tracer", self.tracer); field("refused", self.refused);
                  field("terminal", self.terminal); field("group", self.group);
                  field("foreground", self.foreground);)
};
struct DescriptorOpened {
    IPCLAB_EVENT("descriptor_opened");
    int fd = -1;
    ChannelId channel;
    Access access = Access::ReadWrite;
    End end = End::First;
    Call call = Call::Unknown; // unknown: it was open when we first looked
    std::optional<int> from; // the descriptor it was duplicated from
    IPCLAB_FIELDS(field("fd", self.fd); field("channel", self.channel);
                  field("access", self.access); field("end", self.end); field("call", self.call);
                  field("from", self.from);)
};
struct DescriptorClosed {
    IPCLAB_EVENT("descriptor_closed");
    int fd = -1;
    IPCLAB_FIELDS(field("fd", self.fd);)
};
struct ChannelCreated {
    IPCLAB_EVENT("channel_created");
    ChannelId channel;
    ChannelKind kind = ChannelKind::Pipe;
    std::string_view name; // "pipe:[123]", a path, an address
    bool outside = false; // processes that we do not watch may hold an end
    bool datagram = false; // a socket that anyone may send to, not half of a connection
    bool messages = false; // of socketpair(2) with SOCK_DGRAM: an empty one is no end of file
    IPCLAB_FIELDS(field("channel", self.channel); field("kind", self.kind);
                  field("name", self.name); field("outside", self.outside);
                  field("datagram", self.datagram); field("messages", self.messages);)
};
// A process uses a channel that needs no descriptor: System V shared memory, semaphores, message
// queues, sysvipc(7).
struct ChannelAttached {
    IPCLAB_EVENT("channel_attached");
    ChannelId channel;
    Call call = Call::Unknown;
    IPCLAB_FIELDS(field("channel", self.channel); field("call", self.call);)
};
struct ChannelDetached {
    IPCLAB_EVENT("channel_detached");
    ChannelId channel;
    IPCLAB_FIELDS(field("channel", self.channel);)
};
// Who holds an end of a channel, at this moment, of the processes that are not watched: looked for
// when a wait at the other end lasts, and said again when it has changed.
struct ChannelHeld {
    IPCLAB_EVENT("channel_held");
    ChannelId channel;
    End end = End::First;
    std::span<const Pid> pids; // ascending; the first few
    WordList names; // of their programs, in the same order
    bool closed = false; // nobody who is not watched has any end, and nobody new can come by one
    IPCLAB_FIELDS(field("channel", self.channel); field("end", self.end); field("pids", self.pids);
                  field("names", self.names); field("closed", self.closed);)
};
// A descriptor is on its way through a socket, unix(7): SCM_RIGHTS. Until it is received, or the
// socket is closed, it counts as open though no process has it.
struct DescriptorSent {
    IPCLAB_EVENT("descriptor_sent");
    int fd = -1;
    ChannelId through;
    End end = End::First; // of `through`: where it waits to be received
    IPCLAB_FIELDS(field("fd", self.fd); field("through", self.through); field("end", self.end);)
};
struct ChannelLevel {
    IPCLAB_EVENT("channel_level");
    ChannelId channel;
    std::uint64_t bytes = 0; // waiting to be read at `end`
    std::optional<std::uint64_t> capacity;
    End end = End::First;
    // There have to be so many before they end a wait, SO_RCVLOWAT of socket(7): they do not yet.
    std::optional<std::uint64_t> least {};
    IPCLAB_FIELDS(field("channel", self.channel); field("bytes", self.bytes);
                  field("capacity", self.capacity); field("end", self.end);
                  field("least", self.least);)
};
struct BytesMoved {
    int fd = -1;
    ChannelId channel;
    End end = End::First; // the end it was done at
    bool lost = false; // written, and nobody will read it: a datagram that found no room or nobody
    bool empty = false; // read was a message without any bytes: no end of file
    Call call = Call::Unknown;
    std::uint32_t dropped = 0; // of the message read, beyond `count`: it is gone, recv(2), pipe(2)
    std::uint64_t requested = 0;
    std::uint64_t count = 0;
    Payload bytes;
    std::uint64_t cut = 0; // bytes of `count` that were not kept
    std::string_view address; // of a datagram: where it was sent to
    IPCLAB_FIELDS(field("fd", self.fd); field("channel", self.channel); field("end", self.end);
                  field("call", self.call); field("requested", self.requested);
                  field("count", self.count); field("", self.bytes); field("cut", self.cut);
                  field("lost", self.lost); field("address", self.address);
                  field("dropped", self.dropped); field("empty", self.empty);)
};
struct BytesWritten : BytesMoved {
    IPCLAB_EVENT("bytes_written");
};
struct BytesRead : BytesMoved { // count 0 is end of file, unless a message was read
    IPCLAB_EVENT("bytes_read");
};
struct CallEntered { // a call that may block
    IPCLAB_EVENT("call_entered");
    Call call = Call::Unknown;
    std::optional<int> fd;
    ChannelId channel;
    std::optional<Nanoseconds> timeout; // the wait ends by itself after this long
    std::optional<Pid> child; // wait calls: whom they wait for; -1 is any child
    std::span<const int> fds; // poll, select, epoll: all descriptors waited for
    std::optional<std::uint64_t> requested; // bytes asked for, where it is a transfer
    IPCLAB_FIELDS(field("call", self.call); field("fd", self.fd); field("channel", self.channel);
                  field("timeout", self.timeout); field("child", self.child);
                  field("fds", self.fds); field("requested", self.requested);)
};
struct CallReturned {
    IPCLAB_EVENT("call_returned");
    Call call = Call::Unknown;
    std::optional<std::int64_t> result;
    ErrorNumber error;
    std::optional<int> fd;
    // A timer was set, alarm(2), setitimer(2), timer_settime(2): how long until it sends its
    // signal, 0 where it was switched off, and whether it does so again and again.
    std::optional<Nanoseconds> timeout {};
    SignalNumber signal {}; // which one, where a process has one timer for it
    bool repeats = false;
    // An address could not be had, EADDRINUSE, and sock_diag(7) tells why.
    std::optional<AddressUser> inUseBy {};
    Pid holder {}; // whose that is, of the watched; none: another's, or nobody's any more
    std::optional<std::uint16_t> port {}; // that was asked for, where the address has one
    IPCLAB_FIELDS(field("call", self.call); field("result", self.result);
                  field("error", self.error); field("fd", self.fd); field("timeout", self.timeout);
                  field("signal", self.signal); field("repeats", self.repeats);
                  field("in_use_by", self.inUseBy); field("holder", self.holder);
                  field("port", self.port);)
};
struct SignalSent {
    IPCLAB_EVENT("signal_sent");
    Pid to;
    SignalNumber signal;
    IPCLAB_FIELDS(field("to", self.to); field("signal", self.signal);)
};
// Whom a signal came from, where it is none of the watched: they say so by signal_sent. All absent:
// one of them sent it, or that is not known.
struct SignalOrigin {
    std::optional<Pid> from {}; // a process that is not watched
    std::string_view name {}; // of its program
    std::optional<SignalSource> by {}; // no process at all
};
struct SignalDelivered {
    IPCLAB_EVENT("signal_delivered");
    SignalNumber signal;
    SignalAction action = SignalAction::Default;
    // How many more were sent that this one stands for: one that is pending already is not pending
    // twice, signal(7). Absent: none, or that is not known.
    std::optional<std::uint32_t> merged {};
    SignalOrigin origin {};
    IPCLAB_FIELDS(field("signal", self.signal); field("action", self.action);
                  field("merged", self.merged); field("from", self.origin.from);
                  field("name", self.origin.name); field("by", self.origin.by);)
};
struct SignalIgnored {
    IPCLAB_EVENT("signal_ignored");
    SignalNumber signal;
    SignalOrigin origin {};
    IPCLAB_FIELDS(field("signal", self.signal); field("from", self.origin.from);
                  field("name", self.origin.name); field("by", self.origin.by);)
};
struct SignalActionSet {
    IPCLAB_EVENT("signal_action_set");
    SignalNumber signal;
    SignalAction action = SignalAction::Default;
    IPCLAB_FIELDS(field("signal", self.signal); field("action", self.action);)
};
struct SignalMaskSet {
    IPCLAB_EVENT("signal_mask_set");
    SignalSet blocked;
    IPCLAB_FIELDS(field("blocked", self.blocked);)
};
struct StdioLevel {
    IPCLAB_EVENT("stdio_level");
    std::string_view stream; // "stdout", "sys.stdout", "socket.makefile"
    int fd = -1;
    BufferMode mode = BufferMode::Full;
    std::uint64_t pending = 0; // bytes the program wrote that the kernel has not seen
    std::uint64_t unread = 0; // bytes read from the kernel that the program has not consumed
    std::uint64_t capacity = 0;
    Payload bytes; // the first of them
    bool gone = false; // the stream is no more
    IPCLAB_FIELDS(field("stream", self.stream); field("fd", self.fd); field("mode", self.mode);
                  field("pending", self.pending); field("unread", self.unread);
                  field("capacity", self.capacity); field("", self.bytes);
                  field("gone", self.gone);)
};
struct SocketNamed {
    int fd = -1;
    ChannelId channel;
    std::string_view local;
    std::string_view remote;
    std::optional<int> backlog;
    ChannelId listener; // connected, but not accepted yet: the listening socket it waits at
    IPCLAB_FIELDS(field("fd", self.fd); field("channel", self.channel); field("local", self.local);
                  field("remote", self.remote); field("backlog", self.backlog);
                  field("listener", self.listener);)
};
struct SocketBound : SocketNamed {
    IPCLAB_EVENT("socket_bound");
};
struct SocketListening : SocketNamed {
    IPCLAB_EVENT("socket_listening");
};
struct SocketConnected : SocketNamed {
    IPCLAB_EVENT("socket_connected");
};
struct SocketAccepted : SocketNamed {
    IPCLAB_EVENT("socket_accepted");
};
struct LockWaiting { // said again when something of it has changed
    IPCLAB_EVENT("lock_waiting");
    std::uint64_t address = 0;
    std::optional<Tid> owner;
    std::optional<LockKind> lock {};
    std::span<const Pid> pids {}; // any thread of these could end it; none: the owner alone
    bool outside = false; // so could processes that we do not watch
    std::optional<int> id {}; // of a set of semaphores or a queue of messages
    bool unchecked = false; // a mutex that others than its owner can unlock, too
    IPCLAB_FIELDS(field("address", self.address); field("owner", self.owner);
                  field("lock", self.lock); field("pids", self.pids);
                  field("outside", self.outside); field("id", self.id);
                  field("unchecked", self.unchecked);)
};
struct WaitLasts { // what call_entered could not say at once; said again when it has changed
    IPCLAB_EVENT("wait_lasts");
    Call call = Call::Unknown;
    std::span<const int> fds; // an epoll set's descriptors
    std::optional<Nanoseconds> timeout; // from call_entered on: a socket's own time limit
    std::string_view path; // of a FIFO that is being opened; the address connected or sent to
    std::optional<Access> access; // what for
    bool outside = false; // something that we cannot see may end it
    IPCLAB_FIELDS(field("call", self.call); field("fds", self.fds); field("timeout", self.timeout);
                  field("path", self.path); field("access", self.access);
                  field("outside", self.outside);)
};
// Where in its own program the thread is that waits or is held: the innermost line that can be
// told, not one of the libraries below it. Of C by the program's line table (-g), of Python by what
// its probe told of it.
struct LineKnown {
    IPCLAB_EVENT("line_known");
    std::string_view file; // as the compiler or Python had it: a path, mostly
    std::uint32_t line = 0; // the first is 1
    IPCLAB_FIELDS(field("file", self.file); field("line", self.line);)
};
// The thread stands still before a call that it is about to make, as the person holds it; without
// `call` it stands between two. Only a traced call can be stood before: one that may wait, that
// opens, closes, names or moves what processes share, or that is about signals.
struct ThreadHeld {
    IPCLAB_EVENT("thread_held");
    Call call = Call::Unknown;
    std::optional<int> fd {};
    ChannelId channel {};
    std::optional<std::uint64_t> requested {}; // bytes, where it is a transfer
    Pid to {}; // whom a signal is for, or who is waited for; -1 is any child
    SignalNumber signal {}; // to be sent, or whose action is to be set
    std::string_view path {}; // to be opened, or an address to connect to
    std::string_view mark {}; // the program's own name for this place
    IPCLAB_FIELDS(field("call", self.call); field("fd", self.fd); field("channel", self.channel);
                  field("requested", self.requested); field("to", self.to);
                  field("signal", self.signal); field("path", self.path); field("mark", self.mark);)
};
struct ThreadReleased { // it makes that call now
    IPCLAB_EVENT("thread_released");
    IPCLAB_FIELDS()
};
struct FindingNoted {
    FindingKind kind = FindingKind::Deadlock;
    std::span<const Pid> pids;
    std::span<const ChannelId> channels;
    std::span<const Tid> tids {}; // of a deadlock: the threads that cannot go on
    IPCLAB_FIELDS(field("kind", self.kind); field("pids", self.pids);
                  field("channels", self.channels); field("tids", self.tids);)
};
struct FindingBegan : FindingNoted {
    IPCLAB_EVENT("finding_began");
};
struct FindingEnded : FindingNoted {
    IPCLAB_EVENT("finding_ended");
};
struct LimitNoted { // less is seen of the process from now on; its next program ends most limits
    IPCLAB_EVENT("limit_noted");
    SightLimit limit = SightLimit::ForeignCalls;
    ChannelId channel {}; // of `payload`: the one whose bytes are only counted from here on
    IPCLAB_FIELDS(field("limit", self.limit); field("channel", self.channel);)
};
struct UserAction {
    IPCLAB_EVENT("user_action");
    // "run", "signal", "type", "close", "switch", …; all are held: "pause", "resume"; `to` is held:
    // "hold_process", "release_process", "step_call" (one call of it is let go); "slow" (1, 10,
    // 100); "attach", "detach" (of `to` and its children; of nobody: all that were attached to);
    // of a lab: "step" (its id, when the kernel has shown it), "show" (its id, before its "step",
    // when it was done for the learner to see), "predict" and "answer" (STEP=CHOICE), "variant"
    // (python, c); of any run: "bookmark"
    std::string_view what;
    std::string_view detail;
    std::optional<Pid> to;
    std::optional<EventIndex> moment {}; // of a bookmark: how many events had happened there
    IPCLAB_FIELDS(field("what", self.what); field("detail", self.detail); field("to", self.to);
                  field("moment", self.moment);)
};

#undef IPCLAB_EVENT
#undef IPCLAB_FIELDS

} // namespace ipclab
