// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: what is asked of the tracer, and its clock.
#include "ipc-core/capture/tracer.h"

#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"

#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

constexpr int kMostStopsAtOnce = 2000;
constexpr Nanoseconds kLookEvery = 30 * kMillisecond; // into buffers that fill without a call
constexpr Nanoseconds kLookAtDueEvery = kMillisecond;
constexpr Nanoseconds kMostCatchUp = 20 * kMillisecond;
constexpr unsigned kCatchUpEvery = 20; // µs
constexpr Nanoseconds kQuietFrom = kSecond; // all that is looked at in a wait has been by then
constexpr Nanoseconds kLastsFrom = 5 * kMillisecond; // a call that rarely waits does wait

} // namespace

Tracer::Tracer(EventLog& log, const CaptureOptions& options, Analyst analyst)
    : m_options(options)
    , m_recorder(log)
    , m_channels(m_recorder, m_options.probeFolder)
    , m_lab(m_recorder, m_channels,
          [this](ChannelId channel, End queue, std::string_view bytes) {
              catchUp(channel, queue, bytes);
          })
    , m_decoder(m_recorder, m_channels, m_tracees,
          DecoderNeeds { [this](ChannelId channel, End queue, std::string_view bytes) {
                            catchUp(channel, queue, bytes);
                        },
              [this](TracedProcess& process, int fd) {
                  m_stdio.lookBeforeWrite(process, fd, kLookAtDueEvery);
              },
              [this](const TracedProcess& process, Tid tid, const TakenSignal& taken) {
                  tellSenderOf(process, tid, taken);
              },
              options.payloadBytesPerTransfer, options.payloadBytesPerChannel })
    , m_stdio(m_recorder)
    , m_lasting(m_recorder, m_tracees, m_decoder,
          Seclusion { options.privateFolder, options.closedWorld })
    , m_lines(m_recorder)
    , m_strangers(m_recorder, m_tracees, m_channels)
    , m_verdicts(m_recorder, m_tracees, m_decoder, m_lasting, std::move(analyst))
{
    Result<std::vector<sock_filter>> filter = makeCallFilter();
    if (filter)
        m_filter = std::move(*filter);
    else
        m_filterFailed = filter.error();
}

Tracer::~Tracer()
{
    settleAll();
    if (m_anyAttached)
        letAllGo();
    m_ending = true;
    signalAll(SIGKILL);
    releaseAll();
    for (const auto& [tid, status] : m_early) {
        if (WIFSTOPPED(status) && !mayBeAttached(tid)) // else the number may be another's by now
            endUnknown(tid);
    }
    // Until there is nobody left to wait for: a child may be made while its parent is killed. Who
    // was attached to is let go by the kernel when this thread ends, without a stop, ptrace(2).
    for (int status = 0; !m_anyAttached || anyOurs();) {
        const pid_t tid = waitpid(-1, &status, __WALL | __WNOTHREAD);
        if (tid > 0)
            handle(Tid { tid }, status);
        else if (errno != EINTR)
            break;
    }
}

void Tracer::launch(LaunchSpec spec, const Capture::Launched& launched)
{
    if (m_filterFailed)
        return launched(*m_filterFailed);
    m_lab.pair(spec);
    Result<LaunchedChild> child = launchTraced(spec, m_filter, m_options.probeFolder);
    for (UniqueFd& fd : spec.stdio)
        fd.reset(); // held here, it would keep the end of file from the lab
    if (!child)
        return launched(child.error());
    TracedProcess process(child->pid);
    process.parent = m_lab.self();
    process.launching = true;
    process.memory = ++m_tracees.made;
    process.threads[firstThread(child->pid)]
        = TracedThread { firstThread(child->pid), {}, false, false, 0 };
    m_tracees.processes.emplace(child->pid, std::move(process));
    m_tracees.owners[firstThread(child->pid)] = child->pid;
    m_launching.emplace(
        child->pid, Launching { std::move(spec), launched, std::move(child->failure) });
}

void Tracer::signal(Pid to, int signal)
{
    if (!m_tracees.process(to))
        return; // never a process that is not ours
    m_recorder.record(m_lab.self(), firstThread(m_lab.self()),
        UserAction { "signal", std::to_string(signal), to });
    m_recorder.record(m_lab.self(), firstThread(m_lab.self()), SignalSent { to, { signal } });
    ::kill(to.value, signal);
}

void Tracer::signalAll(int signal)
{
    for (const auto& [pid, process] : m_tracees.processes) {
        if (process.attached)
            continue;
        if (!process.launching)
            m_recorder.record(
                m_lab.self(), firstThread(m_lab.self()), SignalSent { pid, { signal } });
        ::kill(pid.value, signal);
        if (signal != SIGKILL && process.stopped)
            ::kill(pid.value, SIGCONT); // else it would not hear the other one
    }
}

void Tracer::killAll()
{
    m_killing = living() > 0;
    signalAll(SIGKILL);
    detach({});
}

void Tracer::lastLook()
{
    m_killing = false;
    m_verdicts.lastLook();
}

void Tracer::noteAction(
    const std::string& what, const std::string& detail, Pid to, std::optional<EventIndex> moment)
{
    m_recorder.record(m_lab.self(), firstThread(m_lab.self()),
        UserAction { what, detail, to ? std::optional(to) : std::nullopt, moment });
}

bool Tracer::handleStops()
{
    for (int i = 0; i < kMostStopsAtOnce; ++i) {
        int status = 0;
        // Without __WNOTHREAD other threads' children (of Qt) would be taken from them.
        const pid_t tid = waitpid(-1, &status, __WALL | __WNOTHREAD | WNOHANG);
        if (tid <= 0)
            return i > 0;
        handle(Tid { tid }, status);
    }
    return true;
}

void Tracer::beforeIdle()
{
    m_stdio.lookAtDue(m_tracees, kLookAtDueEvery);
    forgetDetached();
}

bool Tracer::quiet() const
{
    const Nanoseconds now = m_recorder.now();
    return std::ranges::all_of(m_tracees.processes, [now](const auto& each) {
        const TracedProcess& process = each.second;
        const std::optional<Nanoseconds> rests = process.restsSince();
        return rests && now - *rests >= kQuietFrom && !process.unseen() && !process.attached;
    });
}

void Tracer::tick()
{
    m_stdio.lookAtAll(m_tracees, kLookEvery);
    m_lasting.newTurn();
    m_lines.newTurn();
    const Nanoseconds now = m_recorder.now();
    for (auto& [pid, process] : m_tracees.processes) {
        if (process.unseen())
            lookAtUnseen(process);
        m_decoder.lookAtMapped(process);
        lookAtFirst(process);
        for (auto& [tid, thread] : process.threads) {
            m_lines.look(process, thread);
            if (!thread.call || now - thread.call->since < kLastsFrom || thread.stands)
                continue;
            m_decoder.tellIfWaiting(process, thread);
            m_lasting.look(process, thread);
            sampleLevel(process, thread);
            askWhoHolds(process, thread);
            lookWhetherClosed(process, thread);
        }
        if (process.attached)
            tickAttached(process);
    }
    lookAtSharedPipes();
    takeFoundPythons();
    lookAtComputing();
    m_strangers.lookOn();
    m_verdicts.look();
}

void Tracer::askWhoHolds(const TracedProcess& process, const TracedThread& thread)
{
    const OpenCall& call = *thread.call;
    if (m_recorder.now() - call.since < kLastsLongFrom || !transferOf(call.call)
        || !namesDescriptor(call.call))
        return;
    const auto found = process.descriptors->find(call.fd());
    if (found != process.descriptors->end())
        m_strangers.ask(process.pid, thread.tid, found->first, found->second);
}

void Tracer::catchUp(ChannelId channel, End queue, std::string_view bytes)
{
    std::vector<Tid> writers;
    for (auto& [pid, process] : m_tracees.processes) {
        for (auto& [tid, thread] : process.threads) {
            if (!thread.stands && m_decoder.mayWriteInto(process, thread, channel, queue))
                writers.push_back(tid);
        }
    }
    for (const Tid writer : writers)
        finishWrite(writer);
    if (writers.empty())
        m_lab.childWasFaster(channel, queue, bytes);
}

void Tracer::finishWrite(Tid tid)
{
    // It is on its way to us, or it has passed on a part, was woken by the reader, and is about to
    // sleep again for want of room: so it is looked at, not waited for.
    const Nanoseconds deadline = m_recorder.now() + kMostCatchUp;
    const TracedProcess* const process = m_tracees.owner(tid);
    while (process && m_recorder.now() < deadline) {
        int status = 0;
        const pid_t got = waitpid(tid.value, &status, __WALL | WNOHANG);
        if (got == tid.value)
            return handle(tid, status);
        const char state = got < 0 ? '?' : stateLetter(process->pid, tid);
        if (state != 'R' && state != 't')
            return;
        usleep(kCatchUpEvery);
    }
}

} // namespace ipclab
