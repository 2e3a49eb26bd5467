// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_wait.h"

#include "views/common/wording_tr.h"

#include <QLocale>

#include <algorithm>

namespace ipclab {

namespace {

QString nameOf(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    return process ? processName(world, *process) : QString::number(pid.value);
}

QString levelText(const World& world, const Wait& wait)
{
    const Channel* const channel = world.channel(wait.channel);
    if (!channel)
        return {};
    const Queue& queue = channel->queueAt(wait.queue);
    const Process* const process = world.process(wait.pid);
    if (process && process->surveyed && !queue.measured)
        return Wording::tr("with how many bytes is not known");
    return queue.capacity
        ? Wording::tr("%1 of %2 bytes").arg(countText(queue.bytes), countText(*queue.capacity))
        : bytesInWords(queue.bytes);
}

QString childText(const World& world, const Wait& wait)
{
    if (wait.child && wait.child->value > 0)
        return nameOf(world, *wait.child);
    return namesOf(world, wakerProcesses(world, wait));
}

QString lockClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    const Process* const owner
        = wait.lock && wait.lock->owner ? world.processOf(*wait.lock->owner) : nullptr;
    if (!owner)
        return Wording::tr("%1 waits in %2 for a lock or for a word of another thread")
            .arg(who, call);
    if (wait.lock->owner->value == owner->pid.value)
        return Wording::tr("%1 waits in %2 for a lock that %3 holds")
            .arg(who, call, processName(world, *owner));
    return Wording::tr("%1 waits in %2 for a lock that thread %3 of %4 holds")
        .arg(who, call, QString::number(wait.lock->owner->value), processName(world, *owner));
}

QString timeClause(const World& world, const Wait& wait, const QString& who, Now now)
{
    if (!wait.until)
        return Wording::tr("%1 sleeps").arg(who);
    const Process* const process = world.process(wait.pid);
    if (process && process->surveyed) // since when, nobody knows
        return Wording::tr("%1 sleeps: %2 left at most")
            .arg(who, durationText(*wait.until - now.value_or(world.now)));
    return Wording::tr("%1 sleeps: %2 left")
        .arg(who, durationText(*wait.until - now.value_or(world.now)));
}

QString anyClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    QStringList labels;
    const Process* const process = world.process(wait.pid);
    const auto thread
        = process ? process->threads.find(wait.tid) : decltype(process->threads.end()) {};
    if (process && thread != process->threads.end() && thread->second.call) {
        for (const int fd : thread->second.call->fds) {
            if (fd < 0) // of an epoll set: what it was is not known any more
                continue;
            const Descriptor* const descriptor = world.descriptor(wait.pid, fd);
            labels += descriptor ? channelLabel(world, descriptor->channel) : QString::number(fd);
        }
    }
    labels.removeDuplicates();
    return labels.isEmpty() ? Wording::tr("%1 waits in %2 until something happens").arg(who, call)
                            : Wording::tr("%1 waits in %2 until something happens on %3")
                                  .arg(who, call, QLocale().createSeparatedList(labels));
}

QString peerClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (wait.call != Call::Connect)
        return Wording::tr("%1 waits in %2 until another process opens the other end of %3")
            .arg(who, call,
                wait.channel ? channelLabel(world, wait.channel) : Wording::tr("a FIFO"));
    return Wording::tr("%1 waits in %2 until the other side answers").arg(who, call);
}

} // namespace

QString sentences(const QStringList& each)
{
    QStringList kept = each;
    kept.removeAll(QString());
    return kept.join(QLatin1Char(' '));
}

QString namesOf(const World& world, const std::vector<Pid>& pids)
{
    QStringList names;
    for (const Pid pid : pids)
        names += nameOf(world, pid);
    return QLocale().createSeparatedList(names);
}

QString waitClause(const World& world, const Wait& wait, Now now)
{
    const QString who = nameOf(world, wait.pid);
    const QString call = callText(wait.call, wait.fd);
    const QString channel = wait.channel ? channelLabel(world, wait.channel) : QString();
    switch (wait.reason) {
    case WaitReason::Data:
        return channel.isEmpty()
            ? Wording::tr("%1 waits in %2 for data").arg(who, call)
            : Wording::tr("%1 waits in %2 for data from %3").arg(who, call, channel);
    case WaitReason::Room:
        return channel.isEmpty() ? Wording::tr("%1 waits in %2 for room").arg(who, call)
                                 : Wording::tr("%1 waits in %2 for room: %3 is full (%4)")
                                       .arg(who, call, channel, levelText(world, wait));
    case WaitReason::Connection:
        return Wording::tr("%1 waits in %2 until someone connects to %3")
            .arg(who, call, channel.isEmpty() ? Wording::tr("its socket") : channel);
    case WaitReason::Peer:
        return peerClause(world, wait, who, call);
    case WaitReason::Child:
        return Wording::tr("%1 waits in %2 for the end of %3")
            .arg(who, call, childText(world, wait));
    case WaitReason::Lock:
        return lockClause(world, wait, who, call);
    case WaitReason::Time:
        return timeClause(world, wait, who, now);
    case WaitReason::Signal:
        return Wording::tr("%1 waits in %2 for a signal").arg(who, call);
    case WaitReason::Any:
        return anyClause(world, wait, who, call);
    case WaitReason::Other:
        break;
    }
    return Wording::tr("%1 waits in %2").arg(who, call);
}

QString onlyClause(const World& world, const Wait& wait, const std::vector<Pid>& wakers)
{
    const QString who = namesOf(world, wakers);
    switch (wait.reason) {
    case WaitReason::Data:
        return Wording::tr("Only %1 can write there").arg(who);
    case WaitReason::Room:
        return Wording::tr("Only %1 can read there").arg(who);
    case WaitReason::Child:
        return wakers.size() == 1 ? Wording::tr("%1 has not ended").arg(who)
                                  : Wording::tr("%1 have not ended").arg(who);
    case WaitReason::Lock:
        return Wording::tr("Only %1 can release it").arg(who);
    default:
        return Wording::tr("Only %1 could end that wait").arg(who);
    }
}

QString waitClauseEndedBy(const World& world, const Wait& wait, Pid waker, Now now)
{
    QString clause = waitClause(world, wait, now);
    const QString who = nameOf(world, waker);
    switch (wait.reason) {
    case WaitReason::Data:
        return Wording::tr("%1, where only %2 writes").arg(clause, who);
    case WaitReason::Room:
        return Wording::tr("%1, where only %2 reads").arg(clause, who);
    case WaitReason::Any:
        return Wording::tr("%1, which only %2 can bring about").arg(clause, who);
    default:
        return clause;
    }
}

} // namespace ipclab
