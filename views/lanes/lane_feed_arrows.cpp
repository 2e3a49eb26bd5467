// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_feed.h"

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

bool couldFork(const Thread& thread)
{
    return !thread.call && !thread.ahead;
}

bool couldReap(const Thread& thread)
{
    return thread.call && (thread.call->call == Call::Wait4 || thread.call->call == Call::Waitid);
}

} // namespace

void LaneFeed::addArrow(ArrowKind kind, Index from, const Event& fromEvent, EventIndex fromIndex,
    Index to, const Event& toEvent, EventIndex toIndex)
{
    if (from == kNoLane || to == kNoLane)
        return;
    m_arrows.add({ fromEvent.at, toEvent.at, static_cast<std::uint32_t>(fromIndex),
        static_cast<std::uint32_t>(toIndex), from, to, kind });
}

void LaneFeed::noteFlows(const EventLog& log, const Event& event, EventIndex index)
{
    m_flows.clear();
    m_finder.take(m_world, index, event, m_flows);
    for (const ByteFlow& flow : m_flows) {
        const Event& from = log[flow.from];
        const Event& to = log[flow.to];
        addArrow(ArrowKind::Bytes, known(from.tid), from, flow.from, known(to.tid), to, flow.to);
    }
}

// Several that were sent may be one when it arrives, signal(7): each has its arrow to it.
void LaneFeed::arrived(const EventLog& log, int signal, const Event& event, EventIndex index)
{
    const auto found = m_sent.find({ event.pid, signal });
    if (found == m_sent.end())
        return;
    for (const Sent& sent : found->second)
        addArrow(ArrowKind::Signal, sent.lane, log[sent.event], sent.event, known(event.tid), event,
            index);
    m_sent.erase(found);
}

void LaneFeed::noteSignals(const EventLog& log, const Event& event, EventIndex index)
{
    if (const auto* const sent = std::get_if<SignalSent>(&event.body)) {
        std::vector<Sent>& all = m_sent[{ sent->to, sent->signal.value }];
        if (all.size() < kMostSent)
            all.push_back({ index, known(event.tid) });
    } else if (const auto* const taken = std::get_if<SignalDelivered>(&event.body)) {
        arrived(log, taken->signal.value, event, index);
    } else if (const auto* const ignored = std::get_if<SignalIgnored>(&event.body)) {
        arrived(log, ignored->signal.value, event, index);
    } else if (const auto* const stopped = std::get_if<ProcessStopped>(&event.body)) {
        arrived(log, stopped->signal.value, event, index);
    } else if (std::holds_alternative<ProcessContinued>(event.body)) {
        arrived(log, SIGCONT, event, index);
    } else if (const auto* const ended = std::get_if<ProcessExited>(&event.body)) {
        if (ended->signal.value != 0) // SIGKILL says nothing before
            arrived(log, ended->signal.value, event, index);
        const auto first = m_sent.lower_bound({ event.pid, 0 });
        m_sent.erase(first, m_sent.upper_bound({ event.pid, 1 << 16 }));
    }
}

// Where the log says which process it was, and not which thread, what each of them was doing does:
// the only one that could, and of several the first. `made` is new, and did nothing yet.
LaneFeed::Index LaneFeed::actorOf(Pid pid, bool (*could)(const Thread&), Tid made) const
{
    const Tid first = firstThread(pid);
    const Process* const process = m_world.process(pid);
    if (!process)
        return known(first);
    const auto its = process->threads.find(first);
    if (its != process->threads.end() && could(its->second))
        return known(first);
    const auto other = std::ranges::find_if(process->threads, [&](const auto& one) {
        return one.first != made && could(one.second) && known(one.first) != kNoLane;
    });
    return known(other == process->threads.end() ? first : other->first);
}

void LaneFeed::noteFamily(const EventLog& log, const Event& event, EventIndex index)
{
    const Index lane = known(event.tid);
    if (const auto* const started = std::get_if<ProcessStarted>(&event.body)) {
        const Index maker = started->byThread
            ? known(*started->byThread)
            : actorOf(started->maker.value_or(started->ppid), couldFork);
        if (!started->self && started->by != StartedBy::Found && started->by != StartedBy::Attach)
            addArrow(ArrowKind::Start, maker, event, index, lane, event, index);
        m_ended.erase(event.pid);
    } else if (const auto* const thread = std::get_if<ThreadStarted>(&event.body)) {
        const Index maker = thread->byThread ? known(*thread->byThread)
                                             : actorOf(event.pid, couldFork, event.tid);
        addArrow(ArrowKind::Start, maker, event, index, lane, event, index);
    } else if (std::holds_alternative<ProgramExecuted>(event.body)) {
        addArrow(ArrowKind::Program, lane, event, index, lane, event, index);
    } else if (std::holds_alternative<ProcessExited>(event.body)) {
        m_ended[event.pid] = index;
    } else if (const auto* const reaped = std::get_if<ProcessReaped>(&event.body)) {
        const auto ended = m_ended.find(event.pid);
        if (ended == m_ended.end())
            return;
        const Index by = reaped->by ? actorOf(reaped->by, couldReap) : kNoLane;
        addArrow(ArrowKind::Reaped, known(firstThread(event.pid)), log[ended->second],
            ended->second, by, event, index);
        m_ended.erase(ended);
    }
}

} // namespace ipclab
