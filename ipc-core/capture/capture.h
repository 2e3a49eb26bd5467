// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/launch_limits.h"
#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/events/finding.h"
#include "ipc-core/log/event_log.h"

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// A command to run and how its stdin, stdout and stderr are wired.
struct LaunchSpec {
    std::vector<std::string> argv;
    std::vector<std::string> environment; // on ours: NAME=VALUE, or a NAME that is taken away
    std::string folder; // empty: ours
    std::string run; // what the log calls it; empty: nothing
    std::array<UniqueFd, 3> stdio; // an empty one: ours is inherited
    std::array<int, 3> labEnds { -1, -1, -1 }; // our descriptor of the other end, where we hold it
    LaunchLimits limits {};
    std::optional<int> terminalStream; // of 0, 1, 2: the terminal to make the controlling one
    // As a shell runs a command: in our own session and group, with our other descriptors and with
    // the signals ignored and blocked that we were started with. Else it gets a session of its own
    // and nothing but its stdio.
    bool foreground = false;
};

// Are these the only processes that hold the pipe with this inode, and can nobody else? Runs in the
// capture thread; what cannot be seen counts as somebody.
using HeldOnlyBy = std::function<bool(std::uint64_t pipe, const std::vector<Pid>& pids)>;

// Derives what is the matter from the log so far. Runs in the capture thread.
using Analyst = std::function<std::vector<Finding>(const LogView&)>;

struct CaptureOptions {
    // Tracer and tracees on one processor: several times faster, but nothing runs in parallel.
    bool oneCpu = true;
    std::size_t payloadBytesPerTransfer = 4096;
    // Of all that passes through one channel; the rest is counted, and that this began is recorded.
    std::uint64_t payloadBytesPerChannel = std::uint64_t { 128 } << 20;
    unsigned mostProcesses = 500; // more living at once than this and all are ended: a fork bomb
    std::string probeFolder; // of the Python probe; empty: Python's buffers stay unknown
    std::string privateFolder; // only watched processes open FIFOs below it; empty: there is none
    // Nobody else uses the names the watched processes use: of FIFOs, semaphores, shared memory and
    // queues of messages.
    bool closedWorld = false;
    HeldOnlyBy heldOnlyBy; // none: what was open in who is attached to may be held by others
};

// Launches programs and watches them and all they start. Owns the capture thread, which makes every
// ptrace(2) call and is the log's only writer. All functions may be called from any one thread and
// return at once; what they ask for is done in order. The destructor ends all that was started.
class Capture {
public:
    Capture(EventLog& log, CaptureOptions options, Analyst analyst);
    ~Capture();
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

    // May we trace here? Errors: step "ptrace" with EPERM (Yama, a container), "kernel" with what
    // it lacks.
    static Status selfCheck();

    // `launched` is called in the capture thread with the pid, or with what failed: step "execve"
    // and its errno for a command that cannot be run, "chdir" for the folder.
    using Launched = std::function<void(Result<Pid>)>;
    void launch(LaunchSpec spec, Launched launched);

    // From now on a process that runs already is watched, and all that it makes. It is not ours:
    // nothing here ends it but signal(); terminateAll, killAll and the end of the capture let it
    // go on. `attached` is called in the capture thread: step "attach", the errno, and in the
    // subject why, a word of AttachRefusal and a pid where it has one.
    void attach(Pid pid, Launched attached);
    // Lets it go, and all that was attached to with it; nobody: all that were attached to. A thread
    // whose wait cannot be interrupted unnoticed goes when it wakes, or after a second: its wait
    // then begins anew with all of its time. One in the midst of a write goes when that is done.
    void detach(Pid of = {});

    // More will be launched: until then nobody waits for good for someone to open a FIFO.
    void expectLaunches(bool more);

    void signal(Pid to, int signal); // as kill(2) by the person
    void terminateAll(); // SIGTERM to all that live
    void killAll(); // SIGKILL to all that live

    // Held, a process is let run up to the next traced call of each of its threads (call_ahead.h),
    // and stands before it; who computes for long stands where it is. Nobody: all, and who is
    // started after that. Of a call in progress nothing is changed.
    void hold(Pid of = {});
    void release(Pid of = {});
    // Lets a thread that stands make its call, and go on to the next: the one that has stood
    // longest, if none is named. Nothing happens where none stands.
    void step(Pid of, Tid thread = {});
    void setPaused(bool paused); // hold, or release, all
    // 1, or 10 or 100: threads stand for 20 ms or 200 ms before each traced call through which
    // something can move. Timers and the clock of the programs go on as ever.
    void setSlow(unsigned slow);

    // A user_action of another kind; `moment`: of a bookmark, how many events had happened there.
    void noteAction(std::string what, std::string detail, Pid to,
        std::optional<EventIndex> moment = std::nullopt);

    // What the lab did at its own end of a channel; labFd as in LaunchSpec::labEnds.
    void labRead(int labFd, std::string bytes);
    void labWrote(int labFd, std::string bytes);
    void labReachedEnd(int labFd);
    void labClosed(int labFd);

    // How many launched or descended processes have not ended.
    [[nodiscard]] unsigned living() const;
    // The last launches and requests are done, and nobody lives.
    [[nodiscard]] bool atRest() const;
    // The same, once it is so, or when `atMost` is over; for a thread that has nothing else to do.
    [[nodiscard]] bool restsWithin(std::chrono::milliseconds atMost) const;
    // Why all was ended by us, if it was: step "limit", the limit in the subject.
    [[nodiscard]] std::optional<Error> endedBecause() const;

private:
    class Thread;
    std::unique_ptr<Thread> m_thread;
};

// Must run in main() before any thread is made: remembers which signals we were started with,
// blocks SIGCHLD, which the capture thread takes by signalfd(2), ignores SIGPIPE, and makes us the
// subreaper of what we start, prctl(2).
void prepareProcess();

} // namespace ipclab
