// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"

#include <algorithm>
#include <cerrno>
#include <csignal>

namespace ipclab {

namespace {

std::uint64_t bitOf(int signal)
{
    return signal >= 1 && signal <= 64 ? std::uint64_t { 1 } << (signal - 1) : 0;
}

// Applies one body. `at`, `pid`, `tid` are those of its event.
class Applier {
public:
    Applier(World& world, const Event& event)
        : m_world(world)
        , m_event(event)
    {
    }

    void operator()(const ProcessStarted& body) const;
    void operator()(const ThreadStarted&) const { thread(); }
    void operator()(const ThreadExited&) const { process().threads.erase(m_event.tid); }
    void operator()(const ProgramExecuted& body) const;
    void operator()(const ProcessExited& body) const;
    void operator()(const ProcessReaped&) const;
    void operator()(const ProcessAdopted& body) const;
    void operator()(const ProcessStopped& body) const;
    void operator()(const ProcessContinued&) const;
    void operator()(const ProcessSurveyed& body) const
    {
        process().surveyed = Surveyed { body.state, body.user, body.tracer, body.refused.value,
            std::string(body.terminal), body.group, body.foreground };
    }
    void operator()(const DescriptorOpened& body) const
    {
        process().descriptors[body.fd] = Descriptor { body.channel, body.access, body.end };
    }
    void operator()(const DescriptorClosed& body) const { process().descriptors.erase(body.fd); }
    void operator()(const ChannelCreated& body) const;
    void operator()(const ChannelLevel& body) const;
    void operator()(const BytesWritten& body) const;
    void operator()(const BytesRead& body) const;
    void operator()(const CallEntered& body) const;
    void operator()(const CallReturned& body) const;
    void operator()(const SignalSent& body) const;
    void operator()(const SignalDelivered& body) const { taken(body.signal.value); }
    void operator()(const SignalIgnored& body) const { taken(body.signal.value); }
    void operator()(const SignalActionSet& body) const;
    void operator()(const SignalMaskSet& body) const { thread().blocked = body.blocked.bits; }
    void operator()(const StdioLevel& body) const
    {
        process().noteStream({ std::string(body.stream), body.fd, body.mode, body.pending,
                                 body.unread, body.capacity, std::string(body.bytes.kept) },
            body.gone);
    }
    void operator()(const SocketBound& body) const { socketNamed(body); }
    void operator()(const SocketListening& body) const { socketNamed(body); }
    void operator()(const SocketConnected& body) const { socketNamed(body); }
    void operator()(const SocketAccepted& body) const { socketNamed(body); }
    void operator()(const LockWaiting& body) const;
    void operator()(const WaitLasts& body) const;
    void operator()(const FindingBegan& body) const { m_world.findings.push_back(findingOf(body)); }
    void operator()(const FindingEnded& body) const;
    void operator()(const UserAction& body) const;

private:
    Process& process() const
    {
        Process& found = m_world.processes[m_event.pid];
        found.pid = m_event.pid;
        return found;
    }
    Thread& thread() const
    {
        Thread& found = process().threads[m_event.tid];
        found.tid = m_event.tid;
        return found;
    }
    Channel& channel(ChannelId id) const
    {
        Channel& found = m_world.channels[id];
        found.id = id;
        return found;
    }
    void leftCall() const { thread().call.reset(); }
    void taken(int signal) const { process().pending &= ~bitOf(signal); }
    void socketNamed(const SocketNamed& body) const;
    Finding findingOf(const FindingNoted& body) const
    {
        return { body.kind, { body.pids.begin(), body.pids.end() },
            { body.channels.begin(), body.channels.end() }, m_event.at };
    }

    World& m_world;
    const Event& m_event;
};

void Applier::operator()(const ProcessStarted& body) const
{
    Process started; // a pid may be used again: what an earlier process left is no more
    started.pid = m_event.pid;
    started.parent = body.ppid;
    started.by = body.by;
    started.self = body.self;
    started.startedAt = m_event.at;
    std::uint64_t blocked = 0;
    // fork(2): the child has copies of the parent's descriptors, dispositions, mask and memory.
    if (const Process* parent = body.by == StartedBy::Launch || body.by == StartedBy::Found
            ? nullptr
            : m_world.process(body.ppid)) {
        started.path = parent->path;
        started.argv = parent->argv;
        started.name = parent->name;
        started.descriptors = parent->descriptors;
        started.actions = parent->actions;
        if (body.by != StartedBy::Vfork) // vfork(2) copies no memory
            started.streams = parent->streams;
        // Which thread forked is not said: the mask is known where there is only one.
        if (parent->threads.size() == 1)
            blocked = parent->threads.begin()->second.blocked;
    }
    started.threads[m_event.tid] = Thread { m_event.tid, {}, blocked };
    m_world.processes[m_event.pid] = std::move(started);
}

void Applier::operator()(const ProgramExecuted& body) const
{
    Process& executed = process();
    executed.path = body.path;
    executed.argv = wordsIn(body.argv.joined);
    executed.name = programName(executed.path, executed.argv);
    executed.streams.clear();
    // execve(2): handlers go back to default, ignored signals stay ignored; other threads end.
    std::ranges::replace(executed.actions, SignalAction::Handler, SignalAction::Default);
    const std::uint64_t blocked = thread().blocked;
    executed.threads.clear();
    executed.threads[m_event.tid] = Thread { m_event.tid, {}, blocked };
}

void Applier::operator()(const ProcessExited& body) const
{
    Process& ended = process();
    ended.ending = Ending { body.code, body.signal.value, body.core, m_event.at, false };
    ended.threads.clear();
    ended.descriptors.clear();
    ended.stoppedBy = 0;
    ended.pending = 0;
}

void Applier::operator()(const ProcessReaped&) const
{
    Process& reaped = process();
    if (!reaped.ending)
        reaped.ending = Ending { {}, 0, false, m_event.at, true };
    reaped.ending->reaped = true;
}

void Applier::operator()(const ProcessAdopted& body) const
{
    process().parent = body.parent;
    process().adopted = true;
}

void Applier::operator()(const ProcessStopped& body) const
{
    process().stoppedBy = body.signal.value;
    taken(body.signal.value);
}

void Applier::operator()(const ProcessContinued&) const
{
    // signal(7): SIGCONT continues when it is sent; it also takes back the stop signals not yet
    // taken.
    process().stoppedBy = 0;
    for (const int signal : { SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU })
        taken(signal);
}

void Applier::operator()(const ChannelCreated& body) const
{
    Channel created;
    created.id = body.channel;
    created.kind = body.kind;
    created.name = body.name;
    created.outside = body.outside;
    created.createdAt = m_event.at;
    const auto before = std::ranges::count_if(m_world.channels, [&](const auto& entry) {
        return entry.second.kind == body.kind && entry.first != body.channel;
    });
    created.ordinal = static_cast<unsigned>(before) + 1;
    m_world.channels[body.channel] = std::move(created);
}

void Applier::operator()(const ChannelLevel& body) const
{
    Queue& queue = channel(body.channel).queues[indexOf(body.end)];
    queue.bytes = body.bytes;
    queue.measured = true;
    if (body.capacity)
        queue.capacity = body.capacity;
}

void Applier::operator()(const BytesWritten& body) const
{
    leftCall();
    if (body.channel)
        channel(body.channel).noteWritten(body.end, body.count, m_event.at);
}

void Applier::operator()(const BytesRead& body) const
{
    leftCall();
    if (body.channel)
        channel(body.channel).noteRead(body.end, body.count, m_event.at);
}

void Applier::operator()(const CallEntered& body) const
{
    CallInProgress entered;
    entered.call = body.call;
    entered.fd = body.fd;
    entered.channel = body.channel;
    entered.since = m_event.at;
    if (body.timeout)
        entered.until = m_event.at + *body.timeout;
    entered.child = body.child;
    entered.fds.assign(body.fds.begin(), body.fds.end());
    entered.requested = body.requested.value_or(0);
    thread().call = std::move(entered);
}

void Applier::operator()(const CallReturned& body) const
{
    leftCall();
    if (body.error.value == EPIPE && body.fd) {
        const auto found = process().descriptors.find(*body.fd);
        process().brokenPipe
            = found == process().descriptors.end() ? ChannelId() : found->second.channel;
        process().brokenAt = m_event.at;
    }
    if (body.call == Call::Alarm || body.call == Call::Setitimer)
        process().timerSet = true;
}

void Applier::operator()(const SignalSent& body) const
{
    const auto found = m_world.processes.find(body.to);
    if (found != m_world.processes.end() && found->second.alive())
        found->second.pending |= bitOf(body.signal.value);
}

void Applier::operator()(const SignalActionSet& body) const
{
    if (bitOf(body.signal.value) != 0)
        process().actions.at(static_cast<std::size_t>(body.signal.value)) = body.action;
}

void Applier::socketNamed(const SocketNamed& body) const
{
    leftCall();
    if (!body.channel)
        return;
    Channel& named = channel(body.channel);
    if (!body.local.empty())
        named.local = body.local;
    if (!body.remote.empty())
        named.remote = body.remote;
    if (body.backlog)
        named.backlog = body.backlog;
    named.listener = body.listener;
}

void Applier::operator()(const LockWaiting& body) const
{
    std::optional<CallInProgress>& call = thread().call;
    if (!call) {
        call.emplace().call = Call::Futex;
        call->since = m_event.at;
    }
    call->lock = LockWait { body.address, body.owner, body.lock,
        { body.pids.begin(), body.pids.end() }, body.outside, body.id };
}

void Applier::operator()(const WaitLasts& body) const
{
    std::optional<CallInProgress>& call = thread().call;
    if (!call)
        return;
    call->lasts = true;
    call->outside = body.outside;
    call->path = body.path;
    call->opens = body.access;
    if (!body.fds.empty())
        call->fds.assign(body.fds.begin(), body.fds.end());
    if (body.timeout)
        call->until = call->since + *body.timeout;
}

void Applier::operator()(const FindingEnded& body) const
{
    const Finding ended = findingOf(body);
    std::erase_if(m_world.findings, [&](const Finding& one) { return one.sameAs(ended); });
}

void Applier::operator()(const UserAction& body) const
{
    if (body.what == "pause")
        m_world.paused = true;
    else if (body.what == "resume")
        m_world.paused = false;
}

} // namespace

void apply(World& world, const Event& event)
{
    std::visit(Applier(world, event), event.body);
    world.now = std::max(world.now, event.at);
    ++world.applied;
}

} // namespace ipclab
