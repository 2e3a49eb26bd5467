// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

namespace ipclab {

namespace {

QString threadText(const World& world, Tid tid)
{
    const Process* const owner = world.processOf(tid);
    if (!owner)
        return Wording::tr("thread %1").arg(tid.value);
    return tid == firstThread(owner->pid)
        ? processName(world, *owner)
        : Wording::tr("thread %1 of %2").arg(tid.value).arg(processName(world, *owner));
}

QString fileClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    const QString file = wait.channel ? channelLabel(world, wait.channel) : Wording::tr("a file");
    const Process* const owner = wait.lock->owner ? world.processOf(*wait.lock->owner) : nullptr;
    if (owner)
        return Wording::tr("%1 waits in %2 for the lock on %3, which %4 holds")
            .arg(who, call, file, processName(world, *owner));
    if (wait.lock->outside)
        return Wording::tr(
            "%1 waits in %2 for the lock on %3, which a program holds that IPC Lab does not watch")
            .arg(who, call, file);
    return Wording::tr("%1 waits in %2 for the lock on %3").arg(who, call, file);
}

QString mutexClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (*wait.lock->owner == wait.tid)
        return Wording::tr("%1 waits in %2 for a lock that it holds itself").arg(who, call);
    return Wording::tr("%1 waits in %2 for a lock that %3 holds")
        .arg(who, call, threadText(world, *wait.lock->owner));
}

// The set or the queue as ipcs(1) has it: "3, key 0x1234".
QString systemVText(const World& world, const Wait& wait)
{
    const Channel* const channel = world.channel(wait.channel);
    const QString number = QString::number(*wait.lock->id);
    const QString name = channel ? text(channel->name).section(QLatin1Char(' '), 1) : QString();
    return name.startsWith(number) ? name : number;
}

// In memory that has a name: a semaphore of sem_open(3), or anything.
QString memoryClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    const Channel* const channel = world.channel(wait.channel);
    const QString semaphores = QStringLiteral("/dev/shm/sem.");
    const QString name = channel ? text(channel->name) : QString();
    if (name.startsWith(semaphores) && name.endsWith(QStringLiteral(" (deleted)")))
        return Wording::tr("%1 waits in %2 for a semaphore whose name is gone").arg(who, call);
    if (name.startsWith(semaphores))
        return Wording::tr("%1 waits in %2 for the semaphore %3")
            .arg(who, call, QLatin1Char('/') + name.mid(semaphores.size()));
    return Wording::tr("%1 waits in %2 for a lock or a condition in %3, until somebody signals it")
        .arg(who, call, channelLabel(world, wait.channel));
}

} // namespace

QString whoWaits(const World& world, const Wait& wait)
{
    const Process* const process = world.process(wait.pid);
    if (!process)
        return QString::number(wait.pid.value);
    return wait.tid == firstThread(wait.pid) || !wait.tid
        ? processName(world, *process)
        : Wording::tr("thread %1 of %2").arg(wait.tid.value).arg(processName(world, *process));
}

QString lockClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (wait.lock && wait.lock->kind == LockKind::File)
        return fileClause(world, wait, who, call);
    if (wait.lock && wait.lock->kind == LockKind::Semaphores && wait.lock->id)
        return Wording::tr("%1 waits in %2 for the semaphores of set %3")
            .arg(who, call, systemVText(world, wait));
    if (wait.lock && wait.lock->kind == LockKind::Join && wait.lock->owner)
        return Wording::tr("%1 waits in %2 for the end of %3")
            .arg(who, call, threadText(world, *wait.lock->owner));
    if (wait.lock && wait.lock->owner && world.processOf(*wait.lock->owner))
        return mutexClause(world, wait, who, call);
    if (wait.call == Call::Futex && wait.channel)
        return memoryClause(world, wait, who, call);
    // From outside a condition, a semaphore and a barrier cannot be told apart.
    return Wording::tr("%1 waits in %2 for a lock or a condition, until another thread signals it")
        .arg(who, call);
}

QString lockOnlyClause(const World& world, const Wait& wait, const std::vector<Pid>& wakers)
{
    const QString who = namesOf(world, wakers);
    const bool ownThreads = wakers == std::vector { wait.pid };
    if (wait.lock && wait.lock->kind == LockKind::Join)
        return Wording::tr("That thread has not ended");
    if (wait.lock && wait.lock->owner && wait.lock->kind != LockKind::File) {
        return ownThreads && *wait.lock->owner == wait.tid
            ? Wording::tr("Only it could release it, but it waits")
            : Wording::tr("Only %1 can release it").arg(threadText(world, *wait.lock->owner));
    }
    if (wait.lock && wait.lock->kind == LockKind::File)
        return Wording::tr("Only %1 can release it").arg(who);
    const Process* const process = world.process(wait.pid);
    if (ownThreads && process && process->threads.size() == 1)
        return Wording::tr("It has no other thread that could");
    return ownThreads ? Wording::tr("Only its own threads could signal it")
                      : Wording::tr("Only %1 could signal it").arg(who);
}

QString messageClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (!wait.lock || !wait.lock->id)
        return {};
    return wait.reason == WaitReason::Room
        ? Wording::tr("%1 waits in %2 for room in message queue %3")
              .arg(who, call, systemVText(world, wait))
        : Wording::tr("%1 waits in %2 for a message in queue %3")
              .arg(who, call, systemVText(world, wait));
}

} // namespace ipclab
