// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/signallers.h"
#include "ipc-core/base/signal_name.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

#include <QLocale>

namespace ipclab {

QString withoutName(const World& world, const Process& process, QString clause)
{
    if (const QString name = processName(world, process) + QLatin1Char(' ');
        clause.startsWith(name))
        clause.remove(0, name.size());
    return clause;
}

QString stateClause(const World& world, const Process& process, ChainEnd end)
{
    switch (end) {
    case ChainEnd::Running:
        return Wording::tr("is running: it waits for nobody");
    case ChainEnd::Disk:
        return Wording::tr("waits for a device, and nothing can interrupt it");
    case ChainEnd::Stopped:
        return Wording::tr("was stopped by %1: it goes on when it gets SIGCONT")
            .arg(text(signalName(process.stoppedBy)));
    case ChainEnd::Traced:
        return Wording::tr("is held by process %1, which traces it")
            .arg(processWithPid(world, process.surveyed->tracer));
    case ChainEnd::Refused:
        return Wording::tr("belongs to another user, or is protected: what it does may not be seen "
                           "(root may see it: sudo)");
    case ChainEnd::NotLookedAt:
        return Wording::tr("was not looked at: there are too many");
    case ChainEnd::Ourselves:
        return Wording::tr("is this program, which is looking");
    default:
        return {};
    }
}

QString endedClause(const World& world, const Process& process)
{
    return Wording::tr("%1: a zombie until its parent, %2, asks for its end with wait()")
        .arg(endingWords(*process.ending), processWithPid(world, process.parent));
}

namespace {

QString personSentence(const Process& process, const Wait& wait, const World& world)
{
    const Channel* const channel = world.channel(wait.channel);
    const QString where = channel ? text(channel->name) : QString();
    if (!process.surveyed || !process.surveyed->foreground)
        return Wording::tr("%1 waits for what is typed at %2").arg(processWithPid(process), where);
    return Wording::tr("%1 waits for what is typed at %2, where process group %3 is in the "
                       "foreground")
        .arg(processWithPid(process), where)
        .arg(process.surveyed->foreground.value);
}

// A queue of messages, or a set of semaphores.
bool isNamedForAll(const World& world, const Wait& wait)
{
    const Channel* const channel = world.channel(wait.channel);
    return channel
        && (channel->kind == ChannelKind::Queue || channel->kind == ChannelKind::Semaphore);
}

// Of all that are looked at, nobody else could end it.
QString itselfClause(const World& world, const Process& process, const Wait& wait)
{
    const QString who = processWithPid(process);
    if (process.threads.size() > 1)
        return Wording::tr("%1 waits for another thread of its own").arg(who);
    const QString waits
        = who + QLatin1Char(' ') + withoutName(world, process, waitClause(world, wait, {}));
    const Channel* const channel = world.channel(wait.channel);
    if (channel && channel->kind == ChannelKind::Fifo)
        return Wording::tr("%1, and whoever opens that FIFO could end it").arg(waits);
    if (handlesWhatOthersSend(process))
        return Wording::tr("%1, and could end that itself, in its handler of a signal").arg(waits);
    if (wait.external)
        return Wording::tr("%1, and what could end that is not all seen from here").arg(waits);
    return Wording::tr("%1, and nobody but itself could end that").arg(waits);
}

// Why a chain ends here, as a clause of the verdict.
QString endClause(const World& world, const ChainLink& link)
{
    const Process* const process = world.process(link.pid);
    if (!process || !link.end)
        return {};
    const QString who = processWithPid(*process);
    if (link.end == ChainEnd::Ended)
        return who + QLatin1Char(' ') + endedClause(world, *process);
    if (const QString state = stateClause(world, *process, *link.end); !state.isEmpty())
        return who + QLatin1Char(' ') + state;
    if (link.waits.empty())
        return {};
    const Wait& wait = link.waits.front();
    QString waits
        = who + QLatin1Char(' ') + withoutName(world, *process, waitClause(world, wait, {}));
    switch (*link.end) {
    case ChainEnd::Person:
        return personSentence(*process, wait, world);
    case ChainEnd::AboutToGoOn:
        return Wording::tr("%1 is about to go on: what it waits for is there").arg(who);
    case ChainEnd::Time:
        return wait.reason == WaitReason::Time || !wait.until
            ? waits
            : Wording::tr("%1, for %2 at most").arg(waits, durationText(*wait.until - world.now));
    case ChainEnd::Unseen:
        if (isNamedForAll(world, wait))
            return Wording::tr("%1, and any program that knows its name or its key could end that")
                .arg(waits);
        return Wording::tr("%1, of a process that cannot be seen").arg(waits);
    case ChainEnd::Itself:
        return itselfClause(world, *process, wait);
    default:
        return waits;
    }
}

bool saysNothing(const World& world, const ChainLink& link)
{
    const ChainEnd end = *link.end;
    const Process* const process = world.process(link.pid);
    if (end == ChainEnd::Itself)
        return !process || process->threads.size() <= 1;
    return end == ChainEnd::Refused || end == ChainEnd::NotLookedAt || end == ChainEnd::Unseen
        || end == ChainEnd::Unknown || end == ChainEnd::Device || end == ChainEnd::Disk;
}

// By its own line, so that the verdict would but repeat it.
bool isSaidAlready(const World& world, const ChainLink& link)
{
    const Process* const process = world.process(link.pid);
    if (!process || !link.end || link.waits.empty() || !link.stuck.empty()
        || saysNothing(world, link))
        return false;
    return endClause(world, link)
        == processWithPid(*process) + QLatin1Char(' ')
        + withoutName(world, *process, waitClause(world, link.waits.front(), {}));
}

QString stuckSentence(const World& world, const Chain& chain)
{
    const Pid first = chain.links.front().pid;
    if (const Finding* const finding = deadlockOf(world, first))
        return Wording::tr("Stuck for good, unless a signal ends it: a deadlock of %1. %2")
            .arg(namesOf(world, finding->pids), missingSentence(world, *finding))
            .trimmed();
    const Finding* const finding = world.finding(FindingKind::Deadlock);
    return Wording::tr("Stuck for good, unless a signal ends it: at the end of the chain is a "
                       "deadlock of %1. %2")
        .arg(namesOf(world, finding->pids), missingSentence(world, *finding))
        .trimmed();
}

// Of a process some of whose threads go on.
QString stuckThreadsSentence(const World& world, const ChainLink& link)
{
    constexpr std::size_t kMostSaid = 8;
    const Process* const process = world.process(link.pid);
    QStringList threads;
    for (const Tid tid : link.stuck) {
        if (threads.size() < static_cast<qsizetype>(kMostSaid))
            threads += QString::number(tid.value);
    }
    if (link.stuck.size() > kMostSaid)
        threads += Wording::tr("%1 more").arg(link.stuck.size() - kMostSaid);
    const QString who = QLocale().createSeparatedList(threads);
    return Wording::tr("Of the %1 threads of %2 these are stuck for good, in a deadlock, unless a "
                       "signal ends the process: %3.")
        .arg(process->threads.size())
        .arg(processWithPid(*process), who);
}

QString outlookSentence(const World& world, const Chain& chain)
{
    if (chain.links.front().end == ChainEnd::Ended)
        return Wording::tr("It has ended: what is left of it is an entry in the table of "
                           "processes.");
    QStringList known;
    QStringList unknown;
    for (const ChainLink& link : chain.links) {
        if (const QString clause = endClause(world, link); !clause.isEmpty())
            (saysNothing(world, link) ? unknown : known) += clause;
    }
    const auto listed = [](QStringList clauses) {
        constexpr qsizetype kMost = 3;
        const qsizetype more = clauses.size() - kMost;
        clauses = clauses.mid(0, kMost);
        if (more > 0)
            clauses += Wording::tr("and %1 more").arg(more);
        return clauses.join(QStringLiteral("; "));
    };
    if (chain.links.size() == 1 && isSaidAlready(world, chain.links.front()))
        return chain.links.front().end == ChainEnd::Time
            ? Wording::tr("It will go on by itself.")
            : Wording::tr("It can go on: what it waits for may still happen.");
    if (!known.isEmpty())
        return (chain.links.front().stuck.empty() ? Wording::tr("It can go on: %1.")
                                                  : Wording::tr("The others can go on: %1."))
            .arg(listed(known));
    if (!unknown.isEmpty())
        return Wording::tr("Whether it will go on cannot be said: %1.").arg(listed(unknown));
    return Wording::tr(
        "Whether it will go on cannot be said: all in the chain wait for each other, "
        "but something that cannot be seen may still wake one.");
}

} // namespace

QString verdictSentence(const World& world, const Chain& chain)
{
    if (chain.stuck)
        return stuckSentence(world, chain);
    const ChainLink& first = chain.links.front();
    const QString outlook = outlookSentence(world, chain);
    return first.stuck.empty() ? outlook
                               : sentences({ stuckThreadsSentence(world, first), outlook });
}

} // namespace ipclab
