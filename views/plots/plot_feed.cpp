// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_feed.h"

#include "views/common/wording.h"

#include <algorithm>

namespace ipclab {

EventIndex PlotFeed::take(const EventLog& log, EventIndex end, EventIndex most)
{
    const EventIndex from = taken();
    const EventIndex stop = std::min(end, from + most);
    while (taken() < stop) {
        const Event& event = log[taken()];
        const std::vector<ChannelId> letGo = letGoBy(event);
        m_before = m_world.now;
        apply(m_world, event);
        note(event);
        for (const ChannelId channel : letGo)
            noteClosed(channel, event.at);
    }
    return taken() - from;
}

void PlotFeed::forget()
{
    const unsigned version = m_version + 1;
    *this = {};
    m_version = version;
}

void PlotFeed::note(const Event& event)
{
    noteRun(event);
    if (const auto* written = std::get_if<BytesWritten>(&event.body)) {
        noteMessage(*written, true, event.at);
    } else if (const auto* read = std::get_if<BytesRead>(&event.body)) {
        noteMessage(*read, false, event.at);
    } else if (const auto* level = std::get_if<ChannelLevel>(&event.body)) {
        noteMessageLevel(*level, event.at);
    } else if (const auto* created = std::get_if<ChannelCreated>(&event.body)) {
        m_runOfChannel[created->channel] = static_cast<unsigned>(m_runs.size());
    } else if (const auto* connected = std::get_if<SocketConnected>(&event.body)) {
        noteListener(connected->channel, event.at);
    } else if (const auto* accepted = std::get_if<SocketAccepted>(&event.body)) {
        noteListener(accepted->channel, event.at);
    } else if (std::holds_alternative<StdioLevel>(event.body)) {
        noteBuffers(event.pid, event.at);
    } else if (std::holds_alternative<ProgramExecuted>(event.body)
        || std::holds_alternative<ProcessExited>(event.body)
        || std::holds_alternative<ProcessStarted>(event.body)) {
        noteProgram(event);
    }
    noteThread(event);
}

// A run begins with what the person does; one that was not begun so, as on the command line, with
// its first program.
void PlotFeed::noteRun(const Event& event)
{
    const auto* const action = std::get_if<UserAction>(&event.body);
    if (action && action->what == "run") {
        if (m_begun) {
            m_runs.back().end = m_before;
            m_runs.push_back({});
        }
        m_runs.back().start = event.at;
        m_begun = true;
        ++m_version;
    }
    const auto* const started = std::get_if<ProcessStarted>(&event.body);
    if (started && !started->self) {
        m_runOfProcess[event.pid] = static_cast<unsigned>(m_runs.size());
        m_begun = true;
    }
}

void PlotFeed::noteProgram(const Event& event)
{
    if (!std::holds_alternative<ProcessStarted>(event.body))
        noteAllAtRest(event.pid, event.at);
    noteBuffers(event.pid, event.at);
    const Process* const process = m_world.process(event.pid);
    const bool executed = std::holds_alternative<ProgramExecuted>(event.body);
    if (executed && process && !process->self && m_runs.back().program.isEmpty()) {
        m_runs.back().program = processLabel(*process);
        ++m_version;
    }
}

Nanoseconds PlotFeed::startOf(unsigned run) const
{
    return run >= 1 && run <= m_runs.size() ? m_runs[run - 1].start : 0;
}

Nanoseconds PlotFeed::endOf(unsigned run) const
{
    return run >= 1 && run < m_runs.size() ? m_runs[run - 1].end : m_world.now;
}

PlotKey PlotFeed::keyOf(ChannelId channel, End end) const
{
    const auto found = m_runOfChannel.find(channel);
    PlotKey key;
    key.run = found == m_runOfChannel.end() ? static_cast<unsigned>(m_runs.size()) : found->second;
    key.channel = channel;
    key.end = end;
    return key;
}

PlotKey PlotFeed::keyOf(Pid pid) const
{
    const auto found = m_runOfProcess.find(pid);
    PlotKey key;
    key.run = found == m_runOfProcess.end() ? static_cast<unsigned>(m_runs.size()) : found->second;
    key.pid = pid;
    return key;
}

// A series begins with the first that there is of it: what never had any is not drawn.
LevelSeries* PlotFeed::seriesOf(Quantity quantity, const PlotKey& key, std::uint64_t level)
{
    Series& all = of(quantity);
    const auto found = all.find(key);
    if (found != all.end())
        return &found->second;
    if (level == 0 || !makeRoom(quantity, key))
        return nullptr;
    ++m_version;
    LevelSeries& begun = all[key];
    begun.add(startOf(key.run), 0);
    return &begun;
}

// In order of their runs: the first is of the oldest.
bool PlotFeed::makeRoom(Quantity quantity, const PlotKey& key)
{
    Series& all = of(quantity);
    if (all.size() < kMostSeries)
        return true;
    const bool older = all.begin()->first.run < key.run;
    leaveOut(quantity, older ? all.begin()->first : key);
    if (older)
        all.erase(all.begin());
    return older;
}

void PlotFeed::leaveOut(Quantity quantity, const PlotKey& key)
{
    std::set<PlotKey>& leftOut = m_leftOut.at(static_cast<std::size_t>(quantity));
    if (leftOut.size() < kMostCounted && leftOut.insert(key).second)
        ++m_version; // how many there are is shown
}

std::size_t PlotFeed::leftOut(Quantity quantity, unsigned run) const
{
    const std::set<PlotKey>& leftOut = m_leftOut.at(static_cast<std::size_t>(quantity));
    return static_cast<std::size_t>(std::ranges::count_if(
        leftOut, [run](const PlotKey& key) { return run == 0 || key.run == run; }));
}

void PlotFeed::set(Quantity quantity, const PlotKey& key, Nanoseconds at, std::uint64_t level)
{
    if (LevelSeries* const series = seriesOf(quantity, key, level))
        series->add(at, level);
}

} // namespace ipclab
