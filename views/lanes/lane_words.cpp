// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_words.h"

#include "views/common/event_line.h"
#include "views/common/numbers.h"
#include "views/common/time_cursor.h"
#include "views/common/wording_wait.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace ipclab {

namespace {

// As it was then; nullptr where the number is another's by now.
const Process* processOf(const World& world, const Lane& lane)
{
    const Process* const process = world.process(lane.pid);
    return process && process->startedAt <= lane.begin ? process : nullptr;
}

// The process as if it had that thread alone: what is said of processes is then said of it.
Process narrowed(const Process& process, Tid tid)
{
    Process one = process;
    std::erase_if(one.threads, [tid](const auto& entry) { return entry.first != tid; });
    return one;
}

QString lines(QStringList each)
{
    each.removeAll(QString());
    return each.join(QLatin1Char('\n'));
}

// As it is at the moment, if the slice is of then; else as it was when it ended.
World worldOf(const TimeCursor& cursor, const Lane& lane, std::size_t i, Nanoseconds now)
{
    const LaneSlice& slice = lane.slices[i];
    const Nanoseconds moment = cursor.live() ? now : cursor.time();
    if (slice.at <= moment && moment <= lane.slices.end(i, now))
        return cursor.world();
    const bool last = i + 1 == lane.slices.size();
    const EventIndex next = last ? cursor.end() : lane.slices[i + 1].event;
    return cursor.worldAt(std::max(next, slice.event + EventIndex { 1 }));
}

QString whyOf(const World& world, const Process& process, const Lane& lane, Now now)
{
    if (process.threads.size() <= 1)
        return whySentence(world, lane.pid, now);
    const auto thread = process.threads.find(lane.tid);
    if (thread == process.threads.end())
        return {};
    const auto wait = waitOf(world, process, thread->second);
    return wait ? waitClause(world, *wait, now) + QLatin1Char('.') : QString();
}

} // namespace

QString stateName(LaneState state)
{
    switch (state) {
    case LaneState::Absent:
        return LaneWords::tr("not there");
    case LaneState::Running:
        return LaneWords::tr("running");
    case LaneState::Waiting:
        return LaneWords::tr("waiting");
    case LaneState::Sleeping:
        return LaneWords::tr("sleeping");
    case LaneState::Deadlocked:
        return LaneWords::tr("deadlock");
    case LaneState::Held:
        return LaneWords::tr("held");
    case LaneState::Stopped:
        return LaneWords::tr("stopped");
    case LaneState::Zombie:
        return LaneWords::tr("zombie");
    case LaneState::Unwatched:
        break;
    }
    return LaneWords::tr("not seen");
}

QString laneName(const World& world, const World& latest, const Lane& lane)
{
    const Process* process = processOf(world, lane);
    if (!process)
        process = processOf(latest, lane);
    const QString name = process ? processLabel(*process) : QString::number(lane.pid.value);
    return lane.tid == firstThread(lane.pid) ? name
                                             : LaneWords::tr("thread %1").arg(lane.tid.value);
}

LaneHead laneHead(const World& world, const World& latest, const Lane& lane, Now now)
{
    LaneHead head;
    head.name = laneName(world, latest, lane);
    if (lane.tid == firstThread(lane.pid) && !lane.self)
        head.pid = QString::number(lane.pid.value);
    const Process* const process = processOf(world, lane);
    if (!process) {
        head.state
            = lane.begin > world.now ? LaneWords::tr("not started yet") : LaneWords::tr("gone");
        return head;
    }
    if (process->isWatched() && !process->threads.contains(lane.tid)) {
        head.state = LaneWords::tr("gone");
        return head;
    }
    const bool alone = process->threads.size() <= 1; // as most are: nothing is to be copied
    const Process copy = alone ? Process {} : narrowed(*process, lane.tid);
    const Process& one = alone ? *process : copy;
    head.mark = markOf(world, one, lane.tid);
    head.state = process->self ? QString() : stateWords(world, one, now);
    return head;
}

QString sliceLabel(const World& world, const EventLog& log, const LaneSlice& slice)
{
    const auto* const entered
        = slice.event < log.size() ? std::get_if<CallEntered>(&log[slice.event].body) : nullptr;
    if (!entered || slice.state == LaneState::Held || slice.state == LaneState::Stopped
        || slice.state == LaneState::Sleeping)
        return stateName(slice.state);
    QString label = callText(entered->call, entered->fd);
    if (entered->channel)
        label += QStringLiteral(" · ") + channelLabel(world, entered->channel);
    else if (entered->child && entered->child->value > 0)
        label += QStringLiteral(" · ") + processLabel(world, *entered->child);
    return slice.state == LaneState::Deadlocked
        ? stateName(slice.state) + QStringLiteral(" · ") + label
        : label;
}

QString waitLabel(const World& world, const Lane& lane)
{
    const Process* const process = processOf(world, lane);
    if (!process)
        return {};
    const auto thread = process->threads.find(lane.tid);
    if (thread == process->threads.end())
        return {};
    const auto wait = waitOf(world, *process, thread->second);
    if (!wait || wait->external)
        return {};
    constexpr std::size_t kMost = 3; // more would be a list, not a name
    const std::vector<Pid> wakers = wakerProcesses(world, *wait);
    return wakers.empty() || wakers.size() > kMost ? QString()
                                                   : QStringLiteral(" ← ") + namesOf(world, wakers);
}

QString sliceWords(const TimeCursor& cursor, const Lane& lane, std::size_t i, Nanoseconds now)
{
    const LaneSlice& slice = lane.slices[i];
    const Nanoseconds end = lane.slices.end(i, now);
    const World world = worldOf(cursor, lane, i, now);
    const Nanoseconds told = std::clamp(cursor.live() ? now : cursor.time(), slice.at, end);
    const Nanoseconds at = world.now > told ? end : told;
    const LaneHead head = laneHead(world, world, lane, at);
    QString title = head.name + QLatin1Char(' ') + head.pid;
    const Process* const process = processOf(world, lane);
    const QString state = slice.state == LaneState::Running || slice.state == LaneState::Deadlocked
        ? stateName(slice.state)
        : head.state;
    title = LaneWords::tr("%1: %2").arg(title.trimmed(), state);
    const bool waits = slice.state == LaneState::Waiting || slice.state == LaneState::Deadlocked
        || slice.state == LaneState::Sleeping;
    return lines({ title, waits && process ? whyOf(world, *process, lane, at) : QString(),
        LaneWords::tr("for %1, from %2 on")
            .arg(durationText(end - slice.at), durationText(slice.at)) });
}

QString mixWords(const LaneShares& shares)
{
    const Nanoseconds all = std::accumulate(shares.begin(), shares.end(), Nanoseconds { 0 });
    QStringList parts;
    for (std::size_t i = 1; i < kLaneStates && all > 0; ++i) {
        if (shares.at(i) > 0)
            parts += LaneWords::tr("%1 %2 %")
                         .arg(stateName(static_cast<LaneState>(i)))
                         .arg(100 * shares.at(i) / all);
    }
    return LaneWords::tr("Many short states: %1. Zoom in to tell them apart.")
        .arg(QLocale().createSeparatedList(parts));
}

QString arrowWords(const TimeCursor& cursor, const LaneFeed& feed, const LaneArrow& arrow)
{
    const EventLog* const log = cursor.wholeLog();
    const World world = cursor.worldAt(arrow.toEvent + EventIndex { 1 });
    const auto line = [&](std::uint32_t lane, std::uint32_t event) {
        const QString words = eventLine(world, (*log)[event]);
        return words.isEmpty()
            ? QString()
            : laneName(world, feed.world(), feed.lanes()[lane]) + QStringLiteral(": ") + words;
    };
    QStringList each { line(arrow.fromLane, arrow.fromEvent) };
    if (arrow.toEvent != arrow.fromEvent)
        each += line(arrow.toLane, arrow.toEvent);
    if (arrow.to > arrow.from)
        each += LaneWords::tr("%1 on the way").arg(durationText(arrow.to - arrow.from));
    return lines(each);
}

} // namespace ipclab
