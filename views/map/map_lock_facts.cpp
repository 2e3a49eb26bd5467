// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_lock_facts.h"

#include "views/map/map_locks.h"

#include <QStringList>

namespace ipclab {

namespace {

// Among the threads of one process its name says nothing.
QString threadName(const World& world, Tid tid, bool among)
{
    const Process* const process = world.processOf(tid);
    if (process && tid == firstThread(process->pid) && !among)
        return processName(world, *process);
    return process && !among
        ? MapWords::tr("thread %1 of %2").arg(tid.value).arg(processName(world, *process))
        : MapWords::tr("thread %1").arg(tid.value);
}

bool isOfOneProcess(const MapTube& tube)
{
    return tube.node.process != 0;
}

QString ownerText(const World& world, const MapTube& tube)
{
    const MapLock& lock = *tube.lock;
    if (lock.owner && world.processOf(*lock.owner))
        return MapWords::tr("held by %1").arg(threadName(world, *lock.owner, isOfOneProcess(tube)));
    if (lock.outside) // of memory it is known only that they have it, too
        return lock.kind == LockKind::File ? MapWords::tr("held by a program not watched")
                                           : MapWords::tr("a program not watched could release it");
    return MapWords::tr("who has it is not known");
}

QString waitersText(const World& world, const MapTube& tube)
{
    const MapLock& lock = *tube.lock;
    if (lock.waiters.size() == 1)
        return MapWords::tr("%1 waits")
            .arg(threadName(world, lock.waiters.front(), isOfOneProcess(tube)));
    return MapWords::tr("%1 wait").arg(countText(lock.waiters.size()));
}

QString memoryName(const MapTube& tube)
{
    constexpr int kDigits = 4; // enough to tell a few apart
    const QString address
        = QString::number(static_cast<quint64>(tube.node.number), 16).right(kDigits);
    return tube.lock->kind == LockKind::Mutex ? MapWords::tr("mutex …%1").arg(address)
                                              : MapWords::tr("lock or condition …%1").arg(address);
}

QString tipOf(const World& world, const MapTube& tube, const TubeFacts& facts)
{
    constexpr std::size_t kMostNames = 20;
    QStringList lines { QStringLiteral("<b>%1</b>").arg(facts.name.toHtmlEscaped()),
        ownerText(world, tube).toHtmlEscaped() };
    for (const Tid tid : tube.lock->waiters) {
        if (lines.size() < static_cast<qsizetype>(kMostNames))
            lines += MapWords::tr("%1 waits").arg(threadName(world, tid, false)).toHtmlEscaped();
    }
    if (tube.node.kind == MapNode::Kind::Lock)
        lines += MapWords::tr("a word in memory, at 0x%1")
                     .arg(static_cast<quint64>(tube.node.number), 0, 16);
    return lines.join(QStringLiteral("<br>"));
}

} // namespace

void addLockFacts(const World& world, const MapTube& tube, TubeFacts& facts)
{
    const MapLock& lock = *tube.lock;
    const bool counts = lock.kind == LockKind::Semaphores;
    facts.shape = counts ? TubeShape::Semaphore : TubeShape::Lock;
    if (tube.node.kind == MapNode::Kind::Lock)
        facts.name = memoryName(tube);
    else if (!counts && tube.aside)
        facts.name = MapWords::tr("lock on %1").arg(facts.name);
    if (tube.aside)
        facts.flows.clear(); // it is here for its lock alone
    facts.notes = counts ? std::array { waitersText(world, tube), QString() }
                         : std::array { ownerText(world, tube), waitersText(world, tube) };
    facts.deadlock = facts.deadlock || isInDeadlock(world, lock);
    facts.tip = tipOf(world, tube, facts);
}

} // namespace ipclab
