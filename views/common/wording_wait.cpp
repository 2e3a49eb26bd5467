// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_wait.h"

#include "ipc-core/analysis/listeners.h"
#include "views/common/wording_tr.h"

#include <QLocale>

#include <algorithm>

namespace ipclab {

namespace {

// As a part of a sentence.
QString labelWithin(const World& world, ChannelId id)
{
    const QString label = channelLabel(world, id);
    return label == Wording::tr("terminal") ? Wording::tr("the terminal") : label;
}

QString levelText(const World& world, const Wait& wait)
{
    const Channel* const channel = world.channel(wait.channel);
    if (!channel)
        return {};
    const Queue& queue = channel->queueAt(wait.queue);
    const Process* const process = world.process(wait.pid);
    const bool unseen = channel->outside || (process && process->surveyed); // who reads there
    if (unseen && !queue.measured)
        return Wording::tr("with how many bytes is not known");
    return queue.capacity
        ? Wording::tr("%1 of %2 bytes").arg(countText(queue.bytes), countText(*queue.capacity))
        : bytesInWords(queue.bytes);
}

QString childText(const World& world, const Wait& wait)
{
    if (wait.child && wait.child->value > 0)
        return processName(world, *wait.child);
    return namesOf(world, wakerProcesses(world, wait));
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

// What the call's own descriptors do not tell was found when it lasted.
QString anyClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    QStringList labels;
    const CallInProgress* const details = callOf(world, wait);
    if (details) {
        for (const int fd : details->fds) {
            if (fd < 0) // of an epoll set: what it was is not known any more
                continue;
            const Descriptor* const descriptor = world.descriptor(wait.pid, fd);
            labels += descriptor ? labelWithin(world, descriptor->channel) : QString::number(fd);
        }
    }
    labels.removeDuplicates();
    constexpr qsizetype kMost = 6;
    if (const qsizetype more = labels.size() - kMost; more > 0)
        labels = labels.mid(0, kMost) << Wording::tr("%1 more").arg(more);
    return labels.isEmpty() ? Wording::tr("%1 waits in %2 until something happens").arg(who, call)
                            : Wording::tr("%1 waits in %2 until something happens on %3")
                                  .arg(who, call, QLocale().createSeparatedList(labels));
}

QString openClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    const CallInProgress* const details = callOf(world, wait);
    if (details && !details->path.empty() && details->opens != Access::ReadWrite) {
        const QString path = text(details->path);
        return details->opens == Access::Write
            ? Wording::tr("%1 waits in %2 until another process opens %3 for reading")
                  .arg(who, call, path)
            : Wording::tr("%1 waits in %2 until another process opens %3 for writing")
                  .arg(who, call, path);
    }
    return Wording::tr("%1 waits in %2 until another process opens the other end of %3")
        .arg(who, call, wait.channel ? labelWithin(world, wait.channel) : Wording::tr("a FIFO"));
}

QString peerClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (wait.call != Call::Connect)
        return openClause(world, wait, who, call);
    const CallInProgress* const details = callOf(world, wait);
    if (!details || details->path.empty())
        return Wording::tr("%1 waits in %2 until the other side answers").arg(who, call);
    const QString where = text(details->path);
    const std::vector<Pid> accepters = acceptersAt(world, details->path);
    return accepters.empty()
        ? Wording::tr("%1 waits in %2 until somebody answers at %3").arg(who, call, where)
        : Wording::tr("%1 waits in %2 until its connection is let in at %3, where %4 listens")
              .arg(who, call, where, namesOf(world, accepters));
}

QString dataClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (QString message = messageClause(world, wait, who, call); !message.isEmpty())
        return message;
    if (!wait.channel)
        return Wording::tr("%1 waits in %2 for data").arg(who, call);
    const Channel* const channel = world.channel(wait.channel);
    if (channel && channel->queueAt(wait.queue).least) {
        const Queue& queue = channel->queueAt(wait.queue);
        return Wording::tr("%1 waits in %2 until at least %3 have come from %4 (%5 are there)")
            .arg(who, call, bytesInWords(*queue.least), labelWithin(world, wait.channel),
                countText(queue.bytes));
    }
    return Wording::tr("%1 waits in %2 for data from %3")
        .arg(who, call, labelWithin(world, wait.channel));
}

QString roomClause(const World& world, const Wait& wait, const QString& who, const QString& call)
{
    if (QString message = messageClause(world, wait, who, call); !message.isEmpty())
        return message;
    const Channel* const channel = world.channel(wait.channel);
    if (channel && (channel->datagram || isSentAway(world, *channel))) // that has its own socket
        return Wording::tr("%1 waits in %2 for room at the receiver").arg(who, call);
    if (!channel)
        return Wording::tr("%1 waits in %2 for room").arg(who, call);
    return Wording::tr("%1 waits in %2 for room: %3 is full (%4)")
        .arg(who, call, labelWithin(world, wait.channel), levelText(world, wait));
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
        names += processName(world, pid);
    return QLocale().createSeparatedList(names);
}

bool isSentAway(const World& world, const Channel& channel)
{
    const Channel* const at = world.channel(channel.listener);
    return at && channel.kind != ChannelKind::Tcp && at->held[indexOf(End::First)] && !at->backlog;
}

const CallInProgress* callOf(const World& world, const Wait& wait)
{
    const Process* const process = world.process(wait.pid);
    if (!process)
        return nullptr;
    const auto thread = process->threads.find(wait.tid);
    return thread != process->threads.end() && thread->second.call ? &*thread->second.call
                                                                   : nullptr;
}

QString waitClause(const World& world, const Wait& wait, Now now)
{
    const QString who = whoWaits(world, wait);
    const QString call = callText(wait.call, wait.fd);
    switch (wait.reason) {
    case WaitReason::Data:
        return dataClause(world, wait, who, call);
    case WaitReason::Room:
        return roomClause(world, wait, who, call);
    case WaitReason::Connection:
        return Wording::tr("%1 waits in %2 until someone connects to %3")
            .arg(who, call,
                wait.channel ? labelWithin(world, wait.channel) : Wording::tr("its socket"));
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
    case WaitReason::Completion:
        return Wording::tr("%1 waits in %2 until the kernel has done what it was given to do")
            .arg(who, call);
    case WaitReason::Other:
        break;
    }
    return Wording::tr("%1 waits in %2").arg(who, call);
}

QString onlyClause(const World& world, const Wait& wait, const std::vector<Pid>& wakers)
{
    const QString who = namesOf(world, wakers);
    const bool isHeld = wait.lock && wait.lock->owner;
    if (wakers.empty() && !isHeld && wait.reason != WaitReason::Child)
        return wait.reason == WaitReason::Peer
            ? Wording::tr("There is no other process that could open it")
            : Wording::tr("There is no other process that could end that wait");
    switch (wait.reason) {
    case WaitReason::Data:
        return Wording::tr("Only %1 can write there").arg(who);
    case WaitReason::Room:
        return Wording::tr("Only %1 can read there").arg(who);
    case WaitReason::Child:
        return wakers.size() == 1 ? Wording::tr("%1 has not ended").arg(who)
                                  : Wording::tr("%1 have not ended").arg(who);
    case WaitReason::Lock:
        return lockOnlyClause(world, wait, wakers);
    case WaitReason::Peer:
        return Wording::tr("Only %1 could open it").arg(who);
    default:
        return Wording::tr("Only %1 could end that wait").arg(who);
    }
}

QString waitClauseEndedBy(const World& world, const Wait& wait, Pid waker, Now now)
{
    QString clause = waitClause(world, wait, now);
    const QString who = processName(world, waker);
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
