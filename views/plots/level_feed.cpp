// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/level_feed.h"

#include <algorithm>

namespace ipclab {

bool LevelFeed::take(const EventLog& log, EventIndex end, EventIndex most)
{
    const EventIndex stop = std::min(end, taken() + most);
    while (taken() < stop) {
        const Event& event = log[taken()];
        apply(m_world, event);
        note(event);
    }
    return taken() < end;
}

void LevelFeed::forget()
{
    *this = {};
}

void LevelFeed::note(const Event& event)
{
    if (const auto* written = std::get_if<BytesWritten>(&event.body)) {
        noteQueues(written->channel, event.at);
    } else if (const auto* read = std::get_if<BytesRead>(&event.body)) {
        noteQueues(read->channel, event.at);
    } else if (const auto* level = std::get_if<ChannelLevel>(&event.body)) {
        noteQueues(level->channel, event.at);
    } else if (std::holds_alternative<StdioLevel>(event.body)
        || std::holds_alternative<ProgramExecuted>(event.body)
        || std::holds_alternative<ProcessExited>(event.body)
        || std::holds_alternative<ProcessStarted>(event.body)) {
        noteBuffers(event.pid, event.at);
    }
}

void LevelFeed::noteQueues(ChannelId id, Nanoseconds at)
{
    const Channel* channel = m_world.channel(id);
    if (!channel || !channel->carriesBytes())
        return;
    for (const End end : { End::First, End::Second }) {
        const std::uint64_t level = channel->queueAt(end).bytes;
        LevelKey key;
        key.channel = id;
        key.end = end;
        if (LevelSeries* series = seriesOf(key, level))
            series->add(at, level);
    }
}

void LevelFeed::noteBuffers(Pid pid, Nanoseconds at)
{
    const Process* process = m_world.process(pid);
    if (!process)
        return;
    for (const Stream& stream : process->streams) {
        LevelKey key;
        key.pid = pid;
        key.fd = stream.fd;
        key.stream = stream.name;
        const std::uint64_t level = process->ending ? 0 : stream.pending;
        if (LevelSeries* series = seriesOf(key, level))
            series->add(at, level);
    }
    // A buffer that is no more holds nothing.
    LevelKey first;
    first.pid = pid;
    for (auto found = m_series.lower_bound(first);
         found != m_series.end() && !found->first.channel && found->first.pid == pid; ++found) {
        const bool there = std::ranges::any_of(process->streams, [&](const Stream& stream) {
            return stream.fd == found->first.fd && stream.name == found->first.stream;
        });
        if (!there)
            found->second.add(at, 0);
    }
}

// A series begins with the first bytes: what never held any is not drawn.
LevelSeries* LevelFeed::seriesOf(const LevelKey& key, std::uint64_t level)
{
    const auto found = m_series.find(key);
    if (found != m_series.end())
        return &found->second;
    if (level == 0 || m_series.size() >= kMostSeries)
        return nullptr;
    LevelSeries& begun = m_series[key];
    begun.add(0, 0);
    return &begun;
}

} // namespace ipclab
