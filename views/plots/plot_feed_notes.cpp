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

// With the last descriptor of it, what waits there is gone: listen(2), unix(7).
void PlotFeed::noteClosed(ChannelId channel, Nanoseconds at)
{
    const auto found = m_queued.find(channel);
    if (found == m_queued.end())
        return;
    const Channel* const closed = m_world.channel(channel);
    if (!closed || closed->outside || closed->kind == ChannelKind::Queue // which outlives all
        || !m_world.readers(channel, End::First).empty()
        || !m_world.readers(channel, End::Second).empty())
        return;
    count(channel, -static_cast<std::int64_t>(found->second), at);
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
    if (m_queued.empty())
        return;
    std::vector<ChannelId> queued;
    for (const auto& [channel, count] : m_queued)
        queued.push_back(channel);
    for (const ChannelId channel : queued)
        noteClosed(channel, at);
}

} // namespace ipclab
