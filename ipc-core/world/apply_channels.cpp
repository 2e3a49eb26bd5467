// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Descriptors, channels and what is done with them.
#include "ipc-core/events/channel_kinds.h"
#include "ipc-core/world/applier.h"

#include <cerrno>
#include <csignal>

namespace ipclab {

void Applier::operator()(const DescriptorOpened& body) const
{
    process().descriptors[body.fd] = Descriptor { body.channel, body.access, body.end };
    channel(body.channel).held[indexOf(body.end)] = true;
    if (process().unseen())
        channel(body.channel).outside = true;
    if (body.call == Call::Recvmsg || body.call == Call::Recvmmsg)
        received(body.channel);
}

// It is on its way no longer.
void Applier::received(ChannelId id) const
{
    if (!isInFlight(id))
        return;
    for (const ChannelId carrier : m_world.carriers) {
        const std::vector<EndInFlight>& inFlight = m_world.channels.at(carrier).inFlight;
        if (!mayLook(inFlight.size() + 1))
            return;
        const auto sent = std::ranges::find(inFlight, id, &EndInFlight::channel);
        if (sent == inFlight.end())
            continue;
        const auto place = sent - inFlight.begin();
        std::vector<EndInFlight>& changed = channel(carrier).inFlight;
        changed.erase(changed.begin() + place);
        const bool more = !changed.empty();
        --channel(id).travelling;
        return carries(carrier, more);
    }
}

void Applier::carries(ChannelId id, bool does) const
{
    std::vector<ChannelId>& carriers = m_world.carriers;
    const auto place = std::ranges::lower_bound(carriers, id);
    const bool did = place != carriers.end() && *place == id;
    if (does && !did)
        carriers.insert(place, id);
    else if (did && !does)
        carriers.erase(place);
}

void Applier::operator()(const DescriptorClosed& body) const
{
    const auto found = process().descriptors.find(body.fd);
    if (found == process().descriptors.end())
        return;
    const ChannelId closed = found->second.channel;
    process().descriptors.erase(found);
    loseUnreadable(closed);
}

// A descriptor of it was closed: of itself, or of the listening socket that others wait at.
void Applier::loseUnreadable(ChannelId closed) const
{
    loseUnreadableIn(closed);
    const Channel* const channel = m_world.channel(closed);
    if (!channel || !channel->backlog || mayBeReadAnywhere(closed)
        || !mayLook(m_world.channels.size()))
        return;
    std::vector<ChannelId> waiting;
    for (const auto& [id, other] : m_world.channels) {
        if (other.listener == closed)
            waiting.push_back(id);
    }
    for (const ChannelId id : waiting)
        loseUnreadableIn(id);
}

// What was not read goes with the last descriptor: of a pipe or FIFO with the last of all, pipe(7),
// of a socket with the last of the end where it waits.
void Applier::loseUnreadableIn(ChannelId id) const
{
    const auto mayBeLost = [&](const Channel& channel, End end) {
        const bool socket = mayConnect(channel.kind);
        if (channel.queueAt(end).bytes == 0 || channel.outside || (!socket && !channel.oneWay())
            || mayBeRead(m_world, id, end, m_world.looks)
            || (!socket && mayBeWritten(m_world, id, end, m_world.looks)))
            return false;
        const bool toCome = channel.listener ? mayBeReadAnywhere(channel.listener)
                                             : socket && !channel.held[indexOf(end)];
        return !toCome && !isInFlight(id);
    };
    for (const End end : { End::First, End::Second }) {
        const Channel* const channel = m_world.channel(id);
        if (channel && mayBeLost(*channel, end))
            m_world.channels[id].queues[indexOf(end)].bytes = 0;
    }
}

bool Applier::mayBeReadAnywhere(ChannelId id) const
{
    return mayBeRead(m_world, id, End::First, m_world.looks)
        || mayBeRead(m_world, id, End::Second, m_world.looks);
}

bool Applier::isInFlight(ChannelId id) const
{
    const Channel* const found = m_world.channel(id);
    return found && found->travelling > 0;
}

// What waits there to be received: by others than the watched, who connected to them, or are
// connected with them?
bool Applier::mayReachStrangers(const Channel& carrier, End at) const
{
    if (const Channel* const listener = m_world.channel(carrier.listener))
        return carrier.outside || listener->outside;
    return carrier.outside || !carrier.held[indexOf(at)];
}

void Applier::operator()(const DescriptorSent& body) const
{
    const auto sent = process().descriptors.find(body.fd);
    if (sent == process().descriptors.end())
        return;
    const Descriptor open = sent->second;
    Channel& carrier = channel(body.through);
    if (!m_world.channel(body.through) || mayReachStrangers(carrier, body.end)
        || carrier.inFlight.size() >= kMostOfOne || m_world.carriers.size() >= kMostOfOne) {
        channel(open.channel).outside = true; // who may have it is not followed
        return;
    }
    carrier.inFlight.push_back({ open.channel, open.access, open.end, body.end });
    ++channel(open.channel).travelling;
    carries(body.through, true);
}

void Applier::operator()(const ChannelCreated& body) const
{
    if (const Process* const maker = m_world.process(m_event.pid); maker && maker->self)
        restartOrdinals();
    Channel created;
    created.id = body.channel;
    created.kind = body.kind;
    created.name = body.name;
    created.outside = body.outside;
    created.datagram = body.datagram;
    created.messages = body.messages;
    created.createdAt = m_event.at;
    const Channel* const before = m_world.channel(body.channel);
    created.ordinal = before && before->kind == body.kind && before->ordinal > 0
        ? before->ordinal
        : ++m_world.ordinals[body.kind];
    const std::vector<EndInFlight> lost = before ? before->inFlight : std::vector<EndInFlight>();
    for (const EndInFlight& one : lost) // what was on its way through an earlier one of that name
        --channel(one.channel).travelling;
    const Channel* const now = m_world.channel(body.channel);
    created.travelling = now ? now->travelling : 0;
    entry(m_world.channels, body.channel, m_noChannel) = std::move(created);
    carries(body.channel, false);
}

void Applier::operator()(const ChannelHeld& body) const
{
    if (body.closed && m_world.channel(body.channel))
        channel(body.channel).outside = false;
    std::vector<Stranger>& strangers = channel(body.channel).strangers;
    std::erase_if(strangers, [&](const Stranger& one) { return one.end == body.end; });
    const std::vector<std::string> names = wordsIn(body.names.joined);
    for (std::size_t i = 0; i < std::min(body.pids.size(), names.size()) && i < kMostOfOne; ++i)
        strangers.push_back({ body.pids[i], names[i], body.end });
}

void Applier::operator()(const ChannelLevel& body) const
{
    Queue& queue = channel(body.channel).queues[indexOf(body.end)];
    queue.bytes = body.bytes;
    queue.least = body.least;
    queue.measured = true;
    if (body.capacity)
        queue.capacity = body.capacity;
}

void Applier::operator()(const BytesWritten& body) const
{
    leftCall();
    if (!body.channel)
        return;
    if (body.lost) {
        process().lostDatagram = body.channel;
        process().lostTo = body.address;
        process().lostAt = m_event.at;
        return;
    }
    process().noteWritten(body.fd, body.bytes.kept, body.count, m_event.at);
    Channel& into = channel(body.channel);
    into.noteWritten(m_event.pid, body.end, body.count, m_event.at);
    if (into.datagram && body.end == End::Second)
        note(into.senders);
}

void Applier::operator()(const BytesRead& body) const
{
    leftCall();
    if (body.channel)
        channel(body.channel).noteRead(m_event.pid, body.end, body.count, body.dropped, m_event.at);
}

void Applier::operator()(const CallEntered& body) const
{
    CallInProgress entered;
    entered.call = body.call;
    entered.fd = body.fd;
    entered.channel = body.channel;
    entered.since = m_event.at;
    if (body.timeout)
        entered.until = later(m_event.at, *body.timeout);
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
    if ((body.call == Call::Alarm || body.call == Call::Setitimer) && body.error.value == 0)
        timerSet(body);
}

// Which timer it was, and until when, older sessions do not say.
void Applier::timerSet(const CallReturned& body) const
{
    const int signal = body.signal.value == 0 ? SIGALRM : body.signal.value;
    std::map<int, std::optional<Nanoseconds>>& timers = process().timers;
    if (body.timeout == 0)
        timers.erase(signal);
    else if (body.timeout && !body.repeats && signal == SIGALRM) // the others count time computed
        timers[signal] = later(m_event.at, *body.timeout);
    else
        timers[signal] = std::nullopt;
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
        { body.pids.begin(), body.pids.end() }, body.outside, body.id, body.unchecked };
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
        call->until = later(call->since, *body.timeout);
}

} // namespace ipclab
