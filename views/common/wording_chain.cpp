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
    if (label.endsWith(text(channel.name))) // it says all
        return queue.measured ? Wording::tr("%1 holds %2.").arg(label, bytesInWords(queue.bytes))
                              : QString();
    if (!queue.measured)
        return Wording::tr("%1 is %2; how many bytes it holds is not known.")
            .arg(label, text(channel.name));
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
            said += Wording::tr("%1 (fd %2)")
                        .arg(processWithPid(*process), QString::number(holder.fd));
    }
    return QLocale().createSeparatedList(said);
}

// The process that alone holds that end; empty where there are several.
QString onlyOneOf(const World& world, const std::vector<Holder>& holders)
{
    const Process* const process = world.process(holders.front().pid);
    const bool alone = std::ranges::all_of(
        holders, [&](const Holder& holder) { return holder.pid == holders.front().pid; });
    return alone && process ? processWithPid(*process) : QString();
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
                                streamLabel(*writer, stream));
        }
    }
    said.removeDuplicates();
    if (const qsizetype more = said.size() - kMostHoldersSaid; more > 0) {
        said = said.mid(0, kMostHoldersSaid);
        said += Wording::tr("More buffers that keep bytes: %1.").arg(more);
    }
    return said;
}

// What stdio has read on its own account no call that looks at the descriptor finds any more.
QStringList unreadSentences(const World& world, const Process& process, const Wait& wait)
{
    const CallInProgress* const call = callOf(world, wait);
    if (!call)
        return {};
    QStringList said;
    for (const Stream& stream : process.streams) {
        const bool at
            = call->fd == stream.fd || std::ranges::find(call->fds, stream.fd) != call->fds.end();
        if (stream.unread > 0 && at)
            said += Wording::tr("%1 that came before lie in its own %2 buffer: %3 does not look "
                                "there.")
                        .arg(bytesInWords(stream.unread), streamLabel(process, stream),
                            callText(wait.call, std::nullopt));
    }
    return said;
}

QStringList dataLines(const World& world, const Wait& wait, const Channel& channel)
{
    const std::vector<Holder> writers = world.writers(channel.id, wait.queue);
    QStringList lines { levelSentence(world, channel, wait.queue) };
    lines += listenerSentence(world, channel);
    if (writers.empty() || wait.reason != WaitReason::Data)
        return lines;
    lines += Wording::tr("Written to by %1.", nullptr, static_cast<int>(writers.size()))
                 .arg(holdersText(world, writers));
    lines += keptSentences(world, writers);
    if (channel.kind == ChannelKind::Queue) // which closing it does not end
        return lines << Wording::tr("It goes on when a message is sent there; any program that "
                                    "knows its name or its key could.");
    const QString one = onlyOneOf(world, writers);
    lines += one.isEmpty() || channel.outside
        ? Wording::tr("It goes on when one of them writes there, or when all have closed it.")
        : Wording::tr("It goes on when %1 writes there or closes it.").arg(one);
    return lines;
}

QStringList roomLines(const World& world, const Wait& wait, const Channel& channel)
{
    if (isSentAway(world, channel))
        return { listenerSentence(world, channel) };
    const std::vector<Holder> readers = world.readers(channel.id, wait.queue);
    QStringList lines { levelSentence(world, channel, wait.queue),
        listenerSentence(world, channel) };
    if (readers.empty())
        return lines;
    lines += Wording::tr("Read by %1.", nullptr, static_cast<int>(readers.size()))
                 .arg(holdersText(world, readers));
    if (channel.kind == ChannelKind::Queue)
        return lines << Wording::tr("It goes on when a message is taken out; any program that "
                                    "knows its name or its key could.");
    const QString one = onlyOneOf(world, readers);
    lines += one.isEmpty() || channel.outside
        ? Wording::tr("It goes on when one of them reads there.")
        : Wording::tr("It goes on when %1 reads there.").arg(one);
    return lines;
}

QStringList waitLines(const World& world, const Wait& wait)
{
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

QString threadClause(const World& world, const Process& process, const Wait& wait)
{
    QString clause = waitClause(world, wait, {});
    if (const QString who = whoWaits(world, wait) + QLatin1Char(' '); clause.startsWith(who))
        clause.remove(0, who.size());
    const bool told = wait.tid == firstThread(process.pid) // by the name of the process
        && process.state() == ProcessState::Waiting;
    return process.threads.size() == 1 || told
        ? clause
        : Wording::tr("its thread %1 %2").arg(QString::number(wait.tid.value), clause);
}

// The first thread's, which the line begins with; then those that never end.
std::vector<Wait> waitsToTell(const ChainLink& link)
{
    std::vector<Wait> waits = link.waits;
    if (waits.empty())
        return waits;
    const bool first = waits.front().tid == firstThread(link.pid);
    std::stable_partition(waits.begin() + (first ? 1 : 0), waits.end(), [&](const Wait& wait) {
        return std::ranges::find(link.stuck, wait.tid) != link.stuck.end();
    });
    return waits;
}

// Of a process that runs, in some of its threads.
QStringList stuckLines(const World& world, const Process& process, const ChainLink& link)
{
    QStringList lines;
    for (const Wait& wait : link.waits) {
        const bool stuck = std::ranges::find(link.stuck, wait.tid) != link.stuck.end();
        if (stuck && static_cast<std::size_t>(lines.size()) < kMostThreadsSaid)
            lines += threadClause(world, process, wait) + QLatin1Char('.');
    }
    return lines;
}

} // namespace

QString listenerSentence(const World& world, const Channel& channel)
{
    const std::vector<Holder> listeners = world.readers(channel.listener, End::First);
    if (listeners.empty())
        return {};
    return isSentAway(world, channel)
        ? Wording::tr("What is sent there is read by %1.").arg(holdersText(world, listeners))
        : Wording::tr("Nobody has accepted this connection: %1 could.")
              .arg(holdersText(world, listeners));
}

QStringList linkLines(const World& world, const ChainLink& link)
{
    const Process* const process = world.process(link.pid);
    if (!process)
        return {};
    if (link.end == ChainEnd::Ended)
        return { endedClause(world, *process) + QLatin1Char('.') };
    if (link.end == ChainEnd::Running && !link.stuck.empty())
        return QStringList { Wording::tr("is running, but not all of its threads can go on.") }
        + stuckLines(world, *process, link);
    if (const QString state = link.end ? stateClause(world, *process, *link.end) : QString();
        !state.isEmpty())
        return QStringList(state + QLatin1Char('.')) + pendingSentences(world, *process);
    QStringList lines;
    for (const Wait& wait : waitsToTell(link)) {
        if (static_cast<std::size_t>(lines.size()) >= kMostThreadsSaid)
            break;
        lines += threadClause(world, *process, wait) + QLatin1Char('.');
    }
    lines.removeDuplicates();
    for (const Wait& wait : link.waits) {
        lines += waitLines(world, wait);
        lines += unreadSentences(world, *process, wait);
    }
    lines += pendingSentences(world, *process);
    lines.removeDuplicates();
    lines.removeAll(QString());
    return lines;
}

} // namespace ipclab
