// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_threads.h"

#include "views/common/numbers.h"
#include "views/common/wording_wait.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

constexpr std::array kTelling { StateMark::Deadlock, StateMark::Stopped, StateMark::Held,
    StateMark::Running, StateMark::Waiting, StateMark::Sleeping };

std::ptrdiff_t rankOf(StateMark mark)
{
    return std::ranges::find(kTelling, mark) - kTelling.begin();
}

QString lineOf(const World& world, const Process& process, const Thread& thread, Now now)
{
    const std::optional<Wait> wait = waitOf(world, process, thread);
    Wait named;
    named.pid = process.pid;
    named.tid = thread.tid;
    const QString who = whoWaits(world, named);
    switch (markOfThread(world, process, thread)) {
    case StateMark::Stopped:
        return MapWords::tr("%1 is stopped").arg(who);
    case StateMark::Held:
        return MapWords::tr("%1 is held before its next call").arg(who);
    default:
        return wait ? waitClause(world, *wait, now) : MapWords::tr("%1 runs").arg(who);
    }
}

} // namespace

StateMark markOfThread(const World& world, const Process& process, const Thread& thread)
{
    if (process.stoppedBy != 0)
        return StateMark::Stopped;
    if (thread.ahead)
        return StateMark::Held;
    if (!thread.call)
        return StateMark::Running;
    if (isStuck(world, process.pid, thread.tid))
        return StateMark::Deadlock;
    return reasonOf(*thread.call) == WaitReason::Time ? StateMark::Sleeping : StateMark::Waiting;
}

QString stateCount(StateMark mark, std::size_t count)
{
    const QString number = countText(count);
    switch (mark) {
    case StateMark::Deadlock:
        return MapWords::tr("%1 in a deadlock").arg(number);
    case StateMark::Stopped:
        return MapWords::tr("%1 stopped").arg(number);
    case StateMark::Held:
        return MapWords::tr("%1 held").arg(number);
    case StateMark::Running:
        return MapWords::tr("%1 running").arg(number);
    case StateMark::Sleeping:
        return MapWords::tr("%1 sleeping").arg(number);
    case StateMark::Ended:
        return MapWords::tr("%1 ended").arg(number);
    case StateMark::Waiting:
    case StateMark::You:
        break;
    }
    return MapWords::tr("%1 waiting").arg(number);
}

std::vector<StateMark> threadMarks(const World& world, const Process& process)
{
    std::vector<StateMark> marks;
    if (!process.alive() || process.threads.size() < 2)
        return marks;
    for (const auto& [tid, thread] : process.threads)
        marks.push_back(markOfThread(world, process, thread));
    if (marks.size() > kMostThreadMarks + 1)
        std::ranges::stable_sort(marks, {}, rankOf);
    return marks;
}

QString threadStates(const std::vector<StateMark>& marks)
{
    QStringList parts;
    for (const StateMark mark : kTelling) {
        if (const auto count = std::ranges::count(marks, mark); count > 0)
            parts += stateCount(mark, static_cast<std::size_t>(count));
    }
    return parts.join(QStringLiteral(" · "));
}

QString threadsTip(const World& world, const Process& process, Now now)
{
    constexpr qsizetype kMost = 12;
    QStringList lines;
    for (const auto& [tid, thread] : process.threads) {
        if (lines.size() == kMost) {
            lines += QStringLiteral("…");
            break;
        }
        lines += lineOf(world, process, thread, now).toHtmlEscaped();
    }
    return QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>")));
}

} // namespace ipclab
