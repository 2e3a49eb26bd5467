// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/numbers.h"
#include "views/map/map_threads.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

// What is in a group, the most telling first; what is held before a call is stopped here.
constexpr std::array kTold { StateMark::Deadlock, StateMark::Running, StateMark::Waiting,
    StateMark::Stopped, StateMark::Ended };

StateMark toldAs(StateMark mark)
{
    switch (mark) {
    case StateMark::Sleeping:
    case StateMark::You:
        return StateMark::Waiting;
    case StateMark::Held:
        return StateMark::Stopped;
    default:
        return mark;
    }
}

bool areChildren(const World& world, const MapCard& card)
{
    return std::ranges::all_of(card.pids, [&](Pid pid) {
        const Process* const process = world.process(pid);
        return process && process->parent == card.parent;
    });
}

} // namespace

CardFacts groupFacts(const World& world, const MapCard& card)
{
    constexpr std::size_t kMostNames = 30;
    CardFacts facts;
    const Process* const parent = world.process(card.parent);
    const QString count = countText(card.pids.size());
    facts.name = !areChildren(world, card) ? MapWords::tr("%1 descendants").arg(count)
        : card.pids.size() == 1            ? MapWords::tr("1 child")
                                           : MapWords::tr("%1 children").arg(count);
    facts.pid = parent ? MapWords::tr("of %1").arg(processLabel(*parent)) : QString();
    std::map<StateMark, std::size_t> counts;
    QStringList names;
    for (const Pid pid : card.pids) {
        const Process* const process = world.process(pid);
        if (!process)
            continue;
        ++counts[toldAs(markOf(world, *process))];
        if (names.size() < static_cast<qsizetype>(kMostNames))
            names += processWithPid(*process).toHtmlEscaped();
    }
    if (card.pids.size() > kMostNames)
        names += QStringLiteral("…");
    QStringList states;
    for (const StateMark mark : kTold) {
        if (counts[mark] == 0)
            continue;
        if (states.isEmpty())
            facts.mark = mark;
        states += stateCount(mark, counts[mark]);
    }
    facts.tip = QStringLiteral("<p>%1</p>").arg(states.join(QStringLiteral(" · ")))
        + names.join(QStringLiteral("<br>"));
    if (!states.isEmpty())
        facts.state = states.takeFirst();
    facts.moreBuckets = states.join(QStringLiteral(" · "));
    return facts;
}

} // namespace ipclab
