// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/call_kinds.h"
#include "views/plots/plot_feed.h"

#include <algorithm>

// What each event changes of what is plotted.

namespace ipclab {

namespace {

bool holdsMessages(const Channel& channel)
{
    return channel.datagram || channel.kind == ChannelKind::Queue;
}

} // namespace

void PlotFeed::noteChannel(ChannelId id, Nanoseconds at)
{
    const Channel* const channel = m_world.channel(id);
    if (!channel || !channel->carriesBytes())
        return;
    for (const End end : { End::First, End::Second }) {
        const Queue& queue = channel->queueAt(end);
        PlotKey key = keyOf(id, end);
        set(Quantity::Level, key, at, queue.bytes);
        set(Quantity::Rate, key, at, queue.written);
        key.out = true;
        set(Quantity::Rate, key, at, queue.read);
    }
    const bool filled
        = std::ranges::any_of(channel->queues, [](const Queue& queue) { return queue.bytes > 0; });
    if (filled)
        m_filled.insert(id);
    else
        m_filled.erase(id);
}

// msgop(2), udp(7), unix(7): each is taken whole, whatever was asked for.
void PlotFeed::noteMessage(const BytesMoved& moved, bool written, Nanoseconds at)
{
    noteChannel(moved.channel, at);
    const Channel* const channel = m_world.channel(moved.channel);
    if (!channel || !holdsMessages(*channel) || moved.lost)
        return;
    if (written && channel->datagram && moved.end == End::First)
        return; // from it, to one that is not watched
    count(moved.channel, written ? 1 : -1, at);
}

// What nobody saw come or go is seen by the bytes.
void PlotFeed::noteMessageLevel(const ChannelLevel& level, Nanoseconds at)
{
    noteChannel(level.channel, at);
    const Channel* const channel = m_world.channel(level.channel);
    if (!channel || !holdsMessages(*channel) || level.end != End::First)
        return;
    const auto found = m_queued.find(level.channel);
    const std::uint64_t known = found == m_queued.end() ? 0 : found->second;
    if (level.bytes == 0)
        count(level.channel, -static_cast<std::int64_t>(known), at);
    else if (known == 0)
        count(level.channel, 1, at); // one at least
}

void PlotFeed::noteListener(ChannelId id, Nanoseconds at)
{
    const Channel* const channel = m_world.channel(id);
    const auto found = m_listeners.find(id);
    const ChannelId before = found == m_listeners.end() ? ChannelId() : found->second;
    const ChannelId now = channel ? channel->listener : ChannelId();
    if (before == now)
        return;
    if (before) {
        m_listeners.erase(id);
        count(before, -1, at);
    }
    if (now) {
        m_listeners[id] = now;
        count(now, 1, at);
    }
}

// Of what something waits in: the channels to which the event, not applied yet, closes descriptors.
std::vector<ChannelId> PlotFeed::letGoBy(const Event& event) const
{
    if (m_queued.empty() && m_filled.empty())
        return {};
    std::vector<ChannelId> channels;
    const auto note = [&](const Descriptor& descriptor) {
        if (m_queued.contains(descriptor.channel) || m_filled.contains(descriptor.channel))
            channels.push_back(descriptor.channel);
    };
    if (const auto* const closed = std::get_if<DescriptorClosed>(&event.body)) {
        if (const Descriptor* const one = m_world.descriptor(event.pid, closed->fd))
            note(*one);
    } else if (std::holds_alternative<ProcessExited>(event.body)) {
        if (const Process* const process = m_world.process(event.pid))
            for (const auto& [fd, descriptor] : process->descriptors)
                note(descriptor);
    }
    return channels;
}

// With the last descriptor of it, what waits there is gone: pipe(7), listen(2), unix(7).
void PlotFeed::noteClosed(ChannelId channel, Nanoseconds at)
{
    const Channel* const closed = m_world.channel(channel);
    if (!closed || closed->outside || closed->travelling > 0
        || closed->kind == ChannelKind::Queue) // which outlives all
        return;
    for (const End end : { End::First, End::Second }) {
        if (!m_world.readers(channel, end).empty() || !m_world.writers(channel, end).empty())
            return;
    }
    if (const auto found = m_queued.find(channel); found != m_queued.end())
        count(channel, -static_cast<std::int64_t>(found->second), at);
    if (m_filled.erase(channel) > 0) {
        for (const End end : { End::First, End::Second })
            set(Quantity::Level, keyOf(channel, end), at, 0);
    }
}

void PlotFeed::count(ChannelId channel, std::int64_t change, Nanoseconds at)
{
    std::uint64_t& queued = m_queued[channel];
    const std::uint64_t most = queued;
    queued = change >= 0 ? queued + static_cast<std::uint64_t>(change)
                         : queued - std::min(most, static_cast<std::uint64_t>(-change));
    set(Quantity::Queue, keyOf(channel, End::First), at, queued);
    if (queued == 0)
        m_queued.erase(channel);
}

void PlotFeed::noteBuffers(Pid pid, Nanoseconds at)
{
    const Process* const process = m_world.process(pid);
    if (!process)
        return;
    PlotKey key = keyOf(pid);
    for (const Stream& stream : process->streams) {
        key.fd = stream.fd;
        key.stream = stream.name;
        key.out = false;
        set(Quantity::Buffered, key, at, process->ending ? 0 : stream.pending);
        key.out = true;
        set(Quantity::Buffered, key, at, process->ending ? 0 : stream.unread);
    }
    // A buffer that is no more holds nothing.
    for (auto& [buffer, series] : of(Quantity::Buffered)) {
        const bool there = std::ranges::any_of(process->streams, [&](const Stream& stream) {
            return stream.fd == buffer.fd && stream.name == buffer.stream;
        });
        if (buffer.pid == pid && buffer.run == key.run && !there)
            series.add(at, 0);
    }
}

void PlotFeed::noteThread(const Event& event)
{
    const Process* const process = m_world.process(event.pid);
    if (!process || process->self)
        return;
    const auto thread = process->threads.find(event.tid);
    const bool waits = thread != process->threads.end() && thread->second.call
        && !isSleep(thread->second.call->call);
    PlotKey key = keyOf(event.pid);
    key.tid = event.tid;
    LevelSeries* const series = seriesOf(Quantity::Waiting, key, waits ? 1 : 0);
    if (series && waits)
        series->rise(thread->second.call->since);
    else if (series)
        series->rest(event.at);
}

void PlotFeed::noteAllAtRest(Pid pid, Nanoseconds at)
{
    for (auto& [key, series] : of(Quantity::Waiting)) {
        if (key.pid == pid)
            series.rest(at);
    }
}

} // namespace ipclab
