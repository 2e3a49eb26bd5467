// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_feed.h"

#include "ipc-core/events/call_kinds.h"
#include "views/common/wording.h"

#include <algorithm>

namespace ipclab {

namespace {

LaneSlice sliceOf(const World& world, const Process& process, Tid tid)
{
    LaneSlice slice;
    if (process.ending) {
        if (!process.ending->reaped && tid == firstThread(process.pid))
            slice.state = LaneState::Zombie;
        return slice;
    }
    const auto thread = process.threads.find(tid);
    if (process.self || thread == process.threads.end()) {
        slice.state = process.self ? LaneState::Unwatched : LaneState::Absent;
        return slice;
    }
    const std::optional<CallInProgress>& call = thread->second.call;
    if (call)
        slice.call = call->call;
    if (process.stoppedBy != 0)
        slice.state = LaneState::Stopped;
    else if (thread->second.ahead)
        slice.state = LaneState::Held;
    else if (!call)
        slice.state = process.unseen() ? LaneState::Unwatched : LaneState::Running;
    else if (!world.findings.empty() && isStuck(world, process.pid, tid))
        slice.state = LaneState::Deadlocked;
    else
        slice.state = isSleep(call->call) ? LaneState::Sleeping : LaneState::Waiting;
    return slice;
}

// What changes more than the thread whose event it is.
bool isOfProcess(const EventBody& body)
{
    return std::holds_alternative<ProcessStarted>(body)
        || std::holds_alternative<ProgramExecuted>(body)
        || std::holds_alternative<ProcessExited>(body)
        || std::holds_alternative<ProcessReaped>(body)
        || std::holds_alternative<ProcessStopped>(body)
        || std::holds_alternative<ProcessContinued>(body)
        || std::holds_alternative<LimitNoted>(body);
}

} // namespace

EventIndex LaneFeed::take(const EventLog& log, EventIndex end, EventIndex most)
{
    const EventIndex from = taken();
    const EventIndex stop = std::min(end, from + most);
    while (taken() < stop) {
        const EventIndex index = taken();
        take(log, log[index], index);
    }
    keepWithinLimits();
    return taken() - from;
}

void LaneFeed::take(const EventLog& log, const Event& event, EventIndex index)
{
    apply(m_world, event);
    if (m_world.process(event.pid) && !std::holds_alternative<UserAction>(event.body)) {
        const Index lane = laneOf(event);
        if (lane != kNoLane) {
            if (std::holds_alternative<CallEntered>(event.body))
                m_lanes[lane].entered = static_cast<std::uint32_t>(index);
            if (isOfProcess(event.body))
                noteAll(event.pid, event.at, index);
            else
                note(lane, event.at, index);
        }
    }
    noteSeveral(event, index);
    noteFlows(log, event, index);
    noteSignals(log, event, index);
    noteFamily(log, event, index);
}

LaneFeed::Index LaneFeed::known(Tid tid) const
{
    const auto found = m_current.find(tid);
    return found == m_current.end() ? kNoLane : found->second;
}

// The lane of whom it happened to, made if it is the first that is seen of it.
LaneFeed::Index LaneFeed::laneOf(const Event& event)
{
    const bool isProcess = std::holds_alternative<ProcessStarted>(event.body);
    if (isProcess)
        m_ofProcess.erase(event.pid);
    const bool isNew = isProcess || std::holds_alternative<ThreadStarted>(event.body);
    if (const Index lane = known(event.tid); lane != kNoLane && !isNew)
        return lane;
    if (event.tid != firstThread(event.pid) && known(firstThread(event.pid)) == kNoLane) {
        Event first = event;
        first.tid = firstThread(event.pid);
        addLane(first, true);
    }
    return addLane(event, isProcess || event.tid == firstThread(event.pid));
}

LaneFeed::Index LaneFeed::addLane(const Event& event, bool isProcess)
{
    if (m_lanes.size() >= m_limits.lanes) {
        ++m_droppedLanes;
        m_current.erase(event.tid);
        return kNoLane;
    }
    const auto index = static_cast<Index>(m_lanes.size());
    const Process* const process = m_world.process(event.pid);
    const Index first = isProcess ? index : known(firstThread(event.pid));
    Lane lane;
    lane.pid = event.pid;
    lane.tid = event.tid;
    lane.process = first == kNoLane ? index : first;
    lane.parent = process ? process->maker : Pid();
    lane.begin = event.at;
    lane.self = process && process->self;
    m_lanes.push_back(std::move(lane));
    m_current[event.tid] = index;
    m_ofProcess[event.pid].push_back(index);
    return index;
}

void LaneFeed::note(Index lane, Nanoseconds at, EventIndex index)
{
    Lane& of = m_lanes[lane];
    const Process* const process = m_world.process(of.pid);
    if (!process)
        return;
    LaneSlice slice = sliceOf(m_world, *process, of.tid);
    slice.at = at;
    const bool inCall = slice.state == LaneState::Waiting || slice.state == LaneState::Sleeping
        || slice.state == LaneState::Deadlocked;
    slice.event = inCall ? of.entered : static_cast<std::uint32_t>(index);
    m_seen |= 1U << static_cast<unsigned>(slice.state);
    if (of.slices.change(slice))
        ++m_slices;
}

void LaneFeed::noteAll(Pid pid, Nanoseconds at, EventIndex index)
{
    const auto found = m_ofProcess.find(pid);
    if (found == m_ofProcess.end())
        return;
    for (const Index lane : found->second)
        note(lane, at, index);
}

// A finding is about several at once.
void LaneFeed::noteSeveral(const Event& event, EventIndex index)
{
    const FindingNoted* finding = std::get_if<FindingBegan>(&event.body);
    if (!finding)
        finding = std::get_if<FindingEnded>(&event.body);
    if (!finding || finding->kind != FindingKind::Deadlock)
        return;
    for (const Pid pid : finding->pids)
        noteAll(pid, event.at, index);
}

// The longest lane loses its oldest quarter.
void LaneFeed::keepWithinLimits()
{
    while (m_slices > m_limits.slices) {
        const auto longest = std::ranges::max_element(
            m_lanes, {}, [](const Lane& lane) { return lane.slices.size(); });
        const std::size_t dropped = longest->slices.dropOldest();
        if (dropped == 0)
            return;
        m_slices -= dropped;
        m_droppedSlices += dropped;
    }
}

} // namespace ipclab
