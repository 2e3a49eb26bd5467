// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_chain.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

#include <QLocale>

#include <algorithm>
#include <set>

namespace ipclab {

namespace {

constexpr std::size_t kMostThreadsSaid = 8;
constexpr qsizetype kMostHoldersSaid = 6;

QString withoutName(const World& world, const Process& process, QString clause)
{
    if (const QString name = processName(world, process) + QLatin1Char(' ');
        clause.startsWith(name))
        clause.remove(0, name.size());
    return clause;
}

QString firstUpper(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

QString levelSentence(const World& world, const Channel& channel, End end)
{
    const Queue& queue = channel.queueAt(end);
    const QString label = firstUpper(channelLabel(world, channel.id));
    return queue.capacity
        ? Wording::tr("%1 (%2) holds %3 of %4 bytes.")
              .arg(label, text(channel.name), countText(queue.bytes), countText(*queue.capacity))
        : Wording::tr("%1 (%2) holds %3.")
              .arg(label, text(channel.name), bytesInWords(queue.bytes));
}

QString holdersText(const World& world, const std::vector<Holder>& holders)
{
    QStringList said;
    for (const Holder& holder : holders) {
        const Process* const process = world.process(holder.pid);
        if (said.size() == kMostHoldersSaid) {
            said += Wording::tr("%1 more").arg(
                static_cast<qsizetype>(holders.size()) - kMostHoldersSaid);
            break;
        }
        if (process)
            said += Wording::tr("%1 (fd %2)").arg(processWithPid(*process)).arg(holder.fd);
    }
    return QLocale().createSeparatedList(said);
}

// Who keeps bytes meant for it in a buffer of their own.
QStringList keptSentences(const World& world, const std::vector<Holder>& writers)
{
    QStringList said;
    for (const Holder& holder : writers) {
        const Process* const writer = world.process(holder.pid);
        for (const Stream& stream : writer ? writer->streams : std::vector<Stream> {}) {
            if (stream.pending > 0 && stream.fd == holder.fd)
                said += Wording::tr("%1 keeps %2 for it in its own %3 buffer.")
                            .arg(processWithPid(*writer), bytesInWords(stream.pending),
                                streamLabel(stream));
        }
    }
    said.removeDuplicates();
    return said;
}

QString listenerSentence(const World& world, const Channel& channel)
{
    const std::vector<Holder> listeners = world.readers(channel.listener, End::First);
    return listeners.empty() ? QString()
                             : Wording::tr("Nobody has accepted this connection: %1 could.")
                                   .arg(holdersText(world, listeners));
}

QStringList dataLines(const World& world, const Wait& wait, const Channel& channel)
{
    const std::vector<Holder> writers = world.writers(channel.id, wait.queue);
    QStringList lines { levelSentence(world, channel, wait.queue) };
    lines += listenerSentence(world, channel);
    if (writers.empty() || wait.reason != WaitReason::Data)
        return lines;
    lines += Wording::tr("Written to by %1.").arg(holdersText(world, writers));
    lines += keptSentences(world, writers);
    lines += Wording::tr("It goes on when one of them writes there, or when all have closed it.");
    return lines;
}

QStringList roomLines(const World& world, const Wait& wait, const Channel& channel)
{
    const std::vector<Holder> readers = world.readers(channel.id, wait.queue);
    QStringList lines { levelSentence(world, channel, wait.queue),
        listenerSentence(world, channel) };
    if (readers.empty())
        return lines;
    lines += Wording::tr("Read by %1.").arg(holdersText(world, readers));
    lines += Wording::tr("It goes on when one of them reads there.");
    return lines;
}

// What is being opened: a FIFO has to be opened at both ends, fifo(7).
QString openingSentence(const World& world, const Wait& wait)
{
    const Process* const process = world.process(wait.pid);
    const auto thread
        = process ? process->threads.find(wait.tid) : decltype(process->threads.end()) {};
    if (!process || thread == process->threads.end() || !thread->second.call
        || thread->second.call->path.empty())
        return {};
    const CallInProgress& call = *thread->second.call;
    if (call.opens == Access::Read)
        return Wording::tr("It opens %1 to read, until somebody opens it to write.")
            .arg(text(call.path));
    return Wording::tr("It opens %1 to write, until somebody opens it to read.")
        .arg(text(call.path));
}

QStringList waitLines(const World& world, const Wait& wait)
{
    if (wait.reason == WaitReason::Peer)
        return { openingSentence(world, wait) };
    const Channel* const channel = world.channel(wait.channel);
    if (!channel || !channel->carriesBytes())
        return {};
    switch (wait.reason) {
    case WaitReason::Data:
        return dataLines(world, wait, *channel);
    case WaitReason::Room:
        return roomLines(world, wait, *channel);
    default:
        return {};
    }
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
    case ChainEnd::Traced: {
        const Process* const tracer = world.process(process.surveyed->tracer);
        return Wording::tr("is held by process %1, which traces it")
            .arg(
                tracer ? processWithPid(*tracer) : QString::number(process.surveyed->tracer.value));
    }
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
    const Process* const parent = world.process(process.parent);
    const QString whose = parent ? processWithPid(*parent) : QString::number(process.parent.value);
    return Wording::tr("%1: a zombie until its parent, %2, asks for its end with wait()")
        .arg(endingWords(*process.ending), whose);
}

QString threadClause(const World& world, const Process& process, const Wait& wait)
{
    const QString clause = withoutName(world, process, waitClause(world, wait, {}));
    return process.threads.size() == 1 || wait.tid == firstThread(process.pid)
        ? clause
        : Wording::tr("its thread %1 %2").arg(QString::number(wait.tid.value), clause);
}

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
    const QString waits
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
        return Wording::tr("%1, of a process that cannot be seen").arg(waits);
    case ChainEnd::Itself:
        return Wording::tr("%1 waits for another thread of its own").arg(who);
    default:
        return waits;
    }
}

bool saysNothing(ChainEnd end)
{
    return end == ChainEnd::Refused || end == ChainEnd::NotLookedAt || end == ChainEnd::Unseen
        || end == ChainEnd::Unknown || end == ChainEnd::Device || end == ChainEnd::Disk;
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

} // namespace

QStringList linkLines(const World& world, const ChainLink& link)
{
    const Process* const process = world.process(link.pid);
    if (!process)
        return {};
    if (link.end == ChainEnd::Ended)
        return { endedClause(world, *process) + QLatin1Char('.') };
    if (const QString state = link.end ? stateClause(world, *process, *link.end) : QString();
        !state.isEmpty())
        return { state + QLatin1Char('.'), pendingSentence(world, *process) };
    QStringList lines;
    for (const Wait& wait : link.waits) {
        if (static_cast<std::size_t>(lines.size()) >= kMostThreadsSaid)
            break;
        lines += threadClause(world, *process, wait) + QLatin1Char('.');
    }
    lines.removeDuplicates();
    for (const Wait& wait : link.waits)
        lines += waitLines(world, wait);
    lines += pendingSentence(world, *process);
    lines.removeDuplicates();
    lines.removeAll(QString());
    return lines;
}

QString verdictSentence(const World& world, const Chain& chain)
{
    if (chain.stuck)
        return stuckSentence(world, chain);
    if (chain.links.front().end == ChainEnd::Ended)
        return Wording::tr("It has ended: what is left of it is an entry in the table of "
                           "processes.");
    QStringList known;
    QStringList unknown;
    for (const ChainLink& link : chain.links) {
        if (const QString clause = endClause(world, link); !clause.isEmpty())
            (saysNothing(*link.end) ? unknown : known) += clause;
    }
    const auto listed = [](QStringList clauses) {
        constexpr qsizetype kMost = 3;
        const qsizetype more = clauses.size() - kMost;
        clauses = clauses.mid(0, kMost);
        if (more > 0)
            clauses += Wording::tr("and %1 more").arg(more);
        return clauses.join(QStringLiteral("; "));
    };
    if (!known.isEmpty())
        return Wording::tr("It can go on: %1.").arg(listed(known));
    if (!unknown.isEmpty())
        return Wording::tr("Whether it will go on cannot be said: %1.").arg(listed(unknown));
    return Wording::tr(
        "Whether it will go on cannot be said: all in the chain wait for each other, "
        "but something that cannot be seen may still wake one.");
}

} // namespace ipclab
