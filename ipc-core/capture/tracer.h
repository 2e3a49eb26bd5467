// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/lab_ends.h"
#include "ipc-core/capture/lasting_waits.h"
#include "ipc-core/capture/launcher.h"
#include "ipc-core/capture/line_watch.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/signal_origin.h"
#include "ipc-core/capture/stdio_watch.h"
#include "ipc-core/capture/strangers.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/capture/verdicts.h"
#include "ipc-core/capture/xray/python_finder.h"

#include <linux/filter.h>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ipclab {

constexpr Nanoseconds kSharesOfTime = 20; // at most one of so many is for looking at /proc

// Follows every thread of what was launched from ptrace stop to ptrace stop, ptrace(2). Lives in
// the capture thread and nowhere else: the kernel binds tracees to the thread that seized them.
class Tracer {
public:
    Tracer(EventLog& log, const CaptureOptions& options, Analyst analyst);
    ~Tracer(); // ends and reaps all

    void launch(LaunchSpec spec, const Capture::Launched& launched);
    void expectLaunches(bool more) { m_lasting.expectLaunches(more); }
    // What these do is in tracer_attaching.cpp.
    void attach(Pid pid, const Capture::Launched& attached);
    void detach(Pid of); // with all that belongs to the same attachment; of nobody: all attached
    void signal(Pid to, int signal);
    void signalAll(int signal);
    void killAll();
    // Of nobody: all, and who is yet to come. What these do is in tracer_holding.cpp.
    void hold(Pid of);
    void release(Pid of);
    void step(Pid of, Tid thread);
    void setSlow(unsigned slow);
    void noteAction(const std::string& what, const std::string& detail, Pid to,
        std::optional<EventIndex> moment = std::nullopt);
    LabEnds& lab() { return m_lab; }

    // Takes what the kernel has to tell, a bounded number of stops. True: there was something.
    bool handleStops();
    void beforeIdle(); // all stops are handled
    void tick(); // every few milliseconds while somebody lives
    // All have slept for so long that whatever is looked at in a wait has been; there a tick may
    // come less often.
    [[nodiscard]] bool quiet() const;
    void lastLook(); // when nobody does any more
    void letGoOfSlowed(); // whose time is over
    // How long until that, if anybody is slowed.
    [[nodiscard]] std::optional<Nanoseconds> untilNextSlowed() const;

    [[nodiscard]] unsigned living() const
    {
        return static_cast<unsigned>(m_tracees.processes.size());
    }
    [[nodiscard]] const std::optional<Error>& endedBecause() const { return m_endedBecause; }
    [[nodiscard]] bool anyOurs() const; // somebody lives who was not attached to

private:
    // Of a call: from then on it is looked at who holds the other end.
    static constexpr Nanoseconds kLastsLongFrom = 50 * kMillisecond;

    struct Launching {
        LaunchSpec spec;
        Capture::Launched launched;
        UniqueFd failure;
    };
    struct ClosedLook { // whether only the watched hold an attached process's channel
        Nanoseconds nextAt = 0;
        Nanoseconds interval = 0;
        unsigned closed = 0; // looks in a row that found it so
    };
    void handle(Tid tid, int status);
    void onStop(TracedProcess& process, TracedThread& thread, int status);
    void settleAtStop(TracedProcess& process, TracedThread& thread, int status);
    void settlePassed(TracedProcess& process, TracedThread& thread);
    void takeGroupStops(const TracedProcess& before);
    void tellStopsBefore(const TracedProcess& process, const CallStop& stop);
    void tellStopsAfter(const TracedProcess& process, const OpenCall& call, std::int64_t result);
    void onEntry(TracedProcess& process, TracedThread& thread);
    void enterCall(TracedProcess& process, TracedThread& thread, const std::optional<CallStop>& at);
    void onExit(TracedProcess& process, TracedThread& thread);
    void onNewChild(TracedProcess& process, TracedThread& thread, int event);
    void onExec(TracedProcess& process, Tid tid);
    void onExiting(TracedProcess& process, TracedThread& thread);
    void onSignal(TracedProcess& process, TracedThread& thread, int signal);
    [[nodiscard]] bool sends(const TracedProcess& sender, const OpenCall& call,
        const TracedProcess& process, Tid to, int signal) const;
    std::optional<SignalInfo> tellSender(const TracedProcess& process, Tid to, int signal);
    void tellSenderOf(const TracedProcess& process, Tid to, const TakenSignal& taken);
    void onEventStop(TracedProcess& process, TracedThread& thread, int signal);
    void onGone(Tid tid, int status);
    void lookAtFirst(TracedProcess& process);

    // `by`: the thread that made it.
    void addThread(TracedProcess& process, Tid tid, const TracedThread* by);
    void addProcess(TracedProcess& maker, const Kinship& made, int event, const TracedThread& by);
    void processGone(TracedProcess& process, int status);
    bool addUnannounced(Tid tid);
    void addUnannounced(TracedProcess& maker, const TracedThread& by);
    void forgetEnded();
    void forgetMemory(std::uint64_t memory);
    void endUnknown(Tid tid);
    void orphan(Pid parent);
    void orphanZombies(Pid parent);
    Pid adopterOf(Pid orphan, bool attached);
    void waitedFor(Pid pid, const Zombie& ended);
    void reaped(Pid pid, Pid by);
    void started(TracedProcess& process, const std::string& run);
    void noteLimit(TracedProcess& process, SightLimit limit);
    void noteLimitsOfProgram(TracedProcess& process);
    void noteLimitsOfCall(TracedProcess& process, const OpenCall& call, std::int64_t result);
    bool isForeign(TracedProcess& process, TracedThread& thread, const CallStop& stop);
    void lookAtUnseen(TracedProcess& process);
    void lookAtSharedPipes();
    void sampleShared(const Datagrams::Socket& pipe, ChannelCount& count);
    static void resume(
        const TracedProcess& process, TracedThread& thread, int request, int signal = 0);
    bool stand(TracedProcess& process, TracedThread& thread, const CallStop& stop);
    void beginHold(TracedProcess& process, TracedThread& thread);
    void goOn(TracedProcess& process, TracedThread& thread);
    void releaseAll();
    void takeIn(Pid pid, Pid with, const std::vector<Tid>& threads);
    void takeInChildren(Pid pid);
    void introduce(TracedProcess& process, const std::vector<Tid>& threads);
    void tellSignals(TracedProcess& process);
    void join(TracedProcess& process, TracedThread& thread, bool first);
    void settleAll();
    void settleInterrupted(TracedProcess& process, TracedThread& thread, bool unseen);
    void enterInterrupted(TracedProcess& process, TracedThread& thread, CallStop at);
    void endUnseen(const TracedProcess& process, TracedThread& thread);
    void giveBack(Pid pid, Pid with, const std::vector<Tid>& threads);
    void letAllGo();
    void endAltered();
    void handleUntilGone();
    void leave(TracedProcess& process);
    void leave(TracedProcess& process, TracedThread& thread, bool anyway);
    void forgetDetached();
    void tickAttached(TracedProcess& process);
    void takeFoundPythons();
    void lookWhetherClosed(TracedProcess& process, const TracedThread& thread);
    [[nodiscard]] bool mayBeAttached(Tid tid) const;
    void letGo(TracedProcess& process);
    void lookAtComputing();
    void catchUp(ChannelId channel, End queue, std::string_view bytes);
    void finishWrite(Tid tid);
    void askWhoHolds(const TracedProcess& process, const TracedThread& thread);
    void sampleLevel(TracedProcess& process, TracedThread& thread);
    std::optional<std::uint64_t> levelOfFull(TracedProcess& process, int fd, const ChannelEnd& end);
    std::optional<std::uint64_t> levelAtOtherEnd(const ChannelEnd& end);
    std::optional<std::uint64_t> levelOfEmpty(
        TracedProcess& process, int fd, const ChannelEnd& end);

    CaptureOptions m_options;
    Recorder m_recorder;
    ChannelTable m_channels;
    Tracees m_tracees;
    LabEnds m_lab;
    CallDecoder m_decoder;
    StdioWatch m_stdio;
    LastingWaits m_lasting;
    LineWatch m_lines;
    Strangers m_strangers;
    Verdicts m_verdicts;
    std::vector<sock_filter> m_filter;
    std::optional<Error> m_filterFailed;
    std::map<Pid, Launching> m_launching;
    std::map<Tid, int> m_early; // stops and ends of threads whose making we have not heard of
    std::set<Tid> m_leftBehind; // of who was let go: they had ended, which we are told of later
    PythonFinder m_pythons; // of who was attached to
    std::map<ChannelId, ClosedLook> m_closedLooks;
    Nanoseconds m_nextClosedLook = 0; // at any
    Nanoseconds m_nextSharedLook = 0; // at all
    bool m_anyAttached = false; // ever
    bool m_holding = false; // all, and who is yet to come
    unsigned m_slow = 1;
    std::multimap<Nanoseconds, Tid> m_slowed; // by when they go on
    bool m_killing = false; // until nobody lives: who is born is killed at once
    bool m_ending = false;
    std::optional<Error> m_endedBecause;
};

} // namespace ipclab
