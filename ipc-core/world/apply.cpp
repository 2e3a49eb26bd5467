// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"

#include <algorithm>

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
    void operator()(const ProcessStopped& body) const { process().stoppedBy = body.signal.value; }
    void operator()(const ProcessContinued&) const { process().stoppedBy = 0; }
    void operator()(const DescriptorOpened& body) const;
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
    void operator()(const StdioLevel& body) const;
    void operator()(const SocketBound& body) const { socketNamed(body); }
    void operator()(const SocketListening& body) const { socketNamed(body); }
    void operator()(const SocketConnected& body) const { socketNamed(body); }
    void operator()(const SocketAccepted& body) const { socketNamed(body); }
    void operator()(const LockWaiting& body) const;
    void operator()(const FindingBegan& body) const;
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
    // fork(2): the child has copies of the parent's descriptors, dispositions, mask and memory.
    if (const Process* parent = body.by == StartedBy::Launch ? nullptr : m_world.process(body.ppid)) {
        started.path = parent->path;
        started.argv = parent->argv;
        started.name = parent->name;
        started.descriptors = parent->descriptors;
        started.actions = parent->actions;
        started.streams = parent->streams;
    }
    started.threads[m_event.tid] = Thread { m_event.tid, {}, 0 };
    m_world.processes[m_event.pid] = std::move(started);
}

void Applier::operator()(const ProgramExecuted& body) const
{
    Process& executed = process();
    executed.path = body.path;
    executed.argv.clear();
    for (std::string_view rest = body.argv.joined; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        executed.argv.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
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

void Applier::operator()(const DescriptorOpened& body) const
{
    process().descriptors[body.fd] = Descriptor { body.channel, body.access, body.end };
}

void Applier::operator()(const ChannelCreated& body) const
{
    Channel created;
    created.id = body.channel;
    created.kind = body.kind;
    created.name = body.name;
    created.outside = body.outside;
    created.createdAt = m_event.at;
    created.ordinal = 1;
    for (const auto& [id, other] : m_world.channels) {
        if (other.kind == body.kind && id != body.channel)
            ++created.ordinal;
    }
    m_world.channels[body.channel] = std::move(created);
}

void Applier::operator()(const ChannelLevel& body) const
{
    Queue& queue = channel(body.channel).queues[indexOf(body.end)];
    queue.bytes = body.bytes;
    if (body.capacity)
        queue.capacity = body.capacity;
}

void Applier::operator()(const BytesWritten& body) const
{
    leftCall();
    if (!body.channel)
        return;
    Channel& into = channel(body.channel);
    const bool oneWay = into.kind == ChannelKind::Pipe || into.kind == ChannelKind::Fifo;
    Queue& queue = into.queues[indexOf(oneWay ? End::First : otherEnd(body.end))];
    queue.written += body.count;
    queue.bytes = queue.written > queue.read ? queue.written - queue.read : 0;
    into.movedAt = m_event.at;
}

void Applier::operator()(const BytesRead& body) const
{
    leftCall();
    if (!body.channel)
        return;
    Channel& from = channel(body.channel);
    const bool oneWay = from.kind == ChannelKind::Pipe || from.kind == ChannelKind::Fifo;
    Queue& queue = from.queues[indexOf(oneWay ? End::First : body.end)];
    queue.read += body.count;
    queue.bytes = queue.written > queue.read ? queue.written - queue.read : 0;
    if (body.count > 0)
        from.movedAt = m_event.at;
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
    entered.requested = body.requested;
    thread().call = std::move(entered);
}

void Applier::operator()(const CallReturned& body) const
{
    leftCall();
    if (body.call == Call::Alarm || body.call == Call::Setitimer)
        process().timerSet = true;
}

void Applier::operator()(const SignalSent& body) const
{
    if (const auto found = m_world.processes.find(body.to); found != m_world.processes.end())
        found->second.pending |= bitOf(body.signal.value);
}

void Applier::operator()(const SignalActionSet& body) const
{
    if (bitOf(body.signal.value) != 0)
        process().actions.at(static_cast<std::size_t>(body.signal.value)) = body.action;
}

void Applier::operator()(const StdioLevel& body) const
{
    std::vector<Stream>& streams = process().streams;
    const auto found = std::ranges::find_if(streams, [&](const Stream& stream) {
        return stream.name == body.stream && stream.fd == body.fd;
    });
    if (body.gone) {
        if (found != streams.end())
            streams.erase(found);
        return;
    }
    Stream& stream = found == streams.end() ? streams.emplace_back() : *found;
    stream = Stream { std::string(body.stream), body.fd, body.mode, body.pending, body.unread,
        body.capacity, std::string(body.bytes.kept) };
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
}

void Applier::operator()(const LockWaiting& body) const
{
    std::optional<CallInProgress>& call = thread().call;
    if (!call) {
        call.emplace();
        call->call = Call::Futex;
        call->since = m_event.at;
    }
    call->lock = LockWait { body.address, body.owner };
}

void Applier::operator()(const FindingBegan& body) const
{
    m_world.findings.push_back({ body.kind, { body.pids.begin(), body.pids.end() },
        { body.channels.begin(), body.channels.end() }, m_event.at });
}

void Applier::operator()(const FindingEnded& body) const
{
    const Finding ended { body.kind, { body.pids.begin(), body.pids.end() },
        { body.channels.begin(), body.channels.end() }, 0 };
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
