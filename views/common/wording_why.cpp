// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/channel_kinds.h"
#include "views/common/wording.h"
#include "views/common/wording_ahead.h"
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

#include <QLocale>

#include <algorithm>

namespace ipclab {

namespace {

bool heldByUs(const World& world, const std::vector<Holder>& holders)
{
    return std::ranges::any_of(holders, [&](const Holder& holder) {
        const Process* const process = world.process(holder.pid);
        return process && process->self;
    });
}

// "Only reader.py could read there: it is running."
QString wakerSentence(const World& world, const Wait& wait, Now now)
{
    const std::vector<Pid> wakers = wakerProcesses(world, wait);
    if (wait.lock && wait.lock->outside)
        return Wording::tr("Programs that IPC Lab does not watch could end that wait.");
    const bool isSaid // whose end it waits for
        = wakers.empty() || (wait.reason == WaitReason::Child && wakers.size() > 1);
    if (isSaid && wait.reason != WaitReason::Peer)
        return {};
    const QString only = onlyClause(world, wait, wakers);
    const Process* const one = wakers.size() == 1 ? world.process(wakers.front()) : nullptr;
    if (!one || one->pid == wait.pid)
        return only + QLatin1Char('.');
    if (deadlockOf(world, one->pid))
        return Wording::tr("%1, and that process is in a deadlock.").arg(only);
    return Wording::tr("%1 (%2).").arg(only, stateWords(world, *one, now));
}

// A reader whose bytes exist already, in the writer's own buffer.
QString keptSentence(const World& world, const Wait& wait)
{
    for (const Holder& holder : world.writers(wait.channel, wait.queue)) {
        const Process* const writer = world.process(holder.pid);
        if (!writer)
            continue;
        for (const Stream& stream : writer->streams) {
            if (stream.pending > 0 && stream.pending == stream.inherited && stream.fd == holder.fd)
                return Wording::tr("%1 has a copy of %2 in its own %3 buffer: fork() made it, and "
                                   "it is still there.")
                    .arg(processName(world, *writer), bytesInWords(stream.pending),
                        streamLabel(*writer, stream));
            if (stream.pending > 0 && stream.fd == holder.fd)
                return Wording::tr("%1 has written %2, but they are still in its own %3 buffer.")
                    .arg(processName(world, *writer), bytesInWords(stream.pending),
                        streamLabel(*writer, stream));
        }
    }
    return {};
}

// A connection whose other end no process that we watch has ever had, nor could accept.
bool isElsewhere(const World& world, const Channel& channel, const Wait& wait)
{
    const Process* const process = world.process(wait.pid);
    return mayConnect(channel.kind) && !channel.listener
        && !channel.held[indexOf(otherEnd(wait.queue))] && process && !process->surveyed;
}

// Who holds the other end, as far as that was found out: they come and go.
QString strangersSentence(const World& world, const Wait& wait, const QString& unknown)
{
    const Channel& channel = *world.channel(wait.channel);
    const Descriptor* const own = wait.fd ? world.descriptor(wait.pid, *wait.fd) : nullptr;
    const End ownEnd = own ? own->end : wait.reason == WaitReason::Data ? End::First : End::Second;
    QStringList names;
    for (const Stranger& stranger : channel.strangers) {
        if (stranger.end != ownEnd)
            names += QStringLiteral("%1 (pid %2)")
                         .arg(text(stranger.name), QString::number(stranger.pid.value));
    }
    return names.isEmpty() ? unknown
                           : Wording::tr("Of the programs that IPC Lab does not watch, these held "
                                         "the other end when it looked: %1.")
                                 .arg(QLocale().createSeparatedList(names));
}

QString dataSentence(const World& world, const Wait& wait, Now now)
{
    const Channel* const channel = world.channel(wait.channel);
    QString waits = Wording::tr("%1.").arg(waitClause(world, wait, now));
    if (!channel)
        return waits;
    const std::vector<Holder> writers = world.writers(wait.channel, wait.queue);
    if (channel->queueAt(wait.queue).endsAWait())
        return sentences({ waits,
            Wording::tr("It finds %1 there: it is about to go on.")
                .arg(bytesInWords(channel->queueAt(wait.queue).bytes)) });
    if (heldByUs(world, writers)) {
        return sentences({ waits,
            channel->kind == ChannelKind::Pty
                ? Wording::tr("It waits for you to type.")
                : Wording::tr("IPC Lab holds the other end: send something, or close that end so "
                              "that the program sees end of file.") });
    }
    if (channel->datagram || channel->kind == ChannelKind::Udp)
        return sentences({ waits, Wording::tr("Whoever knows its address may send to it.") });
    if (channel->outside || (writers.empty() && isElsewhere(world, *channel, wait)))
        return sentences({ waits,
            strangersSentence(
                world, wait, Wording::tr("A program that IPC Lab does not watch may write.")) });
    if (writers.empty() && channel->listener)
        return sentences({ waits, listenerSentence(world, *channel) });
    if (writers.empty() && channel->carriesBytes())
        return sentences({ waits,
            Wording::tr("Nobody can write there any more, so it is about to "
                        "see end of file.") });
    return sentences({ waits, wakerSentence(world, wait, now), keptSentence(world, wait) });
}

QString roomSentence(const World& world, const Wait& wait, Now now)
{
    const QString waits = Wording::tr("%1.").arg(waitClause(world, wait, now));
    if (wait.channel && heldByUs(world, world.readers(wait.channel, wait.queue)))
        return sentences(
            { waits, Wording::tr("IPC Lab holds the other end and does not read now.") });
    if (const Channel* const channel = world.channel(wait.channel); channel && channel->outside)
        return sentences({ waits,
            strangersSentence(
                world, wait, Wording::tr("A program that IPC Lab does not watch may read.")) });
    return sentences({ waits, wakerSentence(world, wait, now) });
}

QString waitingSentence(const World& world, const Process& process, Now now)
{
    if (const Finding* const finding = deadlockOf(world, process.pid))
        return deadlockSentence(world, process.pid, *finding, now);
    const std::optional<Wait> wait = waitOf(world, process);
    if (!wait)
        return {};
    const QString pending = pendingSentence(world, process);
    switch (wait->reason) {
    case WaitReason::Data:
        return sentences({ dataSentence(world, *wait, now), pending });
    case WaitReason::Room:
        return sentences({ roomSentence(world, *wait, now), pending });
    case WaitReason::Time:
        return sentences({ pending, Wording::tr("%1.").arg(waitClause(world, *wait, now)) });
    case WaitReason::Child:
    case WaitReason::Lock:
        return sentences({ Wording::tr("%1.").arg(waitClause(world, *wait, now)),
            wakerSentence(world, *wait, now), pending });
    case WaitReason::Peer:
        if (!wait->external)
            return sentences({ Wording::tr("%1.").arg(waitClause(world, *wait, now)),
                wakerSentence(world, *wait, now), pending });
        break;
    default:
        break;
    }
    const QString limit = wait->until
        ? Wording::tr("If nothing happens it goes on after %1.")
              .arg(durationText(*wait->until - now.value_or(world.now)))
        : QString();
    return sentences({ Wording::tr("%1.").arg(waitClause(world, *wait, now)), limit, pending });
}

QString endedSentence(const World& world, const Process& process)
{
    const Ending& ending = *process.ending;
    const QString who = processName(world, process);
    if (ending.detached)
        return Wording::tr("%1 was let go after %2, and goes on unwatched.")
            .arg(who, durationText(ending.at - process.startedAt));
    QString ended = Wording::tr("%1 %2 after %3.")
                        .arg(who, endingWords(ending), durationText(ending.at - process.startedAt));
    if (ending.reaped)
        return ended;
    const Process* const parent = world.process(process.parent);
    const QString asks = parent && parent->alive()
        ? Wording::tr("It stays as a zombie until its parent, %1, asks for its end with wait().")
              .arg(processName(world, *parent))
        : Wording::tr("It stays as a zombie until whoever adopted it asks for its end.");
    return sentences({ ended, asks });
}

} // namespace

QString whySentence(const World& world, Pid pid, Now now)
{
    const Process* const process = world.process(pid);
    if (!process)
        return {};
    if (process->self)
        return Wording::tr("These are the ends that IPC Lab holds: what you type is written there, "
                           "and what arrives is shown.");
    const QString who = processName(world, *process);
    if (process->nextHeld())
        return sentences({ heldSentence(world, *process), pendingSentence(world, *process) });
    switch (process->state()) {
    case ProcessState::Zombie:
    case ProcessState::Gone:
        return endedSentence(world, *process);
    case ProcessState::Stopped:
        return Wording::tr("%1 was stopped by %2. It goes on when it gets SIGCONT.")
            .arg(who, text(signalName(process->stoppedBy)));
    case ProcessState::Waiting:
        return waitingSentence(world, *process, now);
    case ProcessState::Running:
        break;
    }
    if (const Finding* const finding = deadlockOf(world, pid)) // of some of its threads
        return deadlockSentence(world, pid, *finding, now);
    if (process->unseen())
        return Wording::tr("Whether %1 waits is unknown: not all its calls are seen.").arg(who);
    return sentences({ Wording::tr("%1 is running: it waits for nobody.").arg(who),
        pendingSentence(world, *process) });
}

QString whyTitle(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    if (!process || process->self)
        return Wording::tr("What is this?");
    if (deadlockOf(world, pid))
        return Wording::tr("Why does nothing move?");
    if (process->nextHeld())
        return Wording::tr("What is it about to do?");
    switch (process->state()) {
    case ProcessState::Running:
        return Wording::tr("What does it do?");
    case ProcessState::Stopped:
        return Wording::tr("Why has it stopped?");
    case ProcessState::Zombie:
        return Wording::tr("Why is it still there?");
    case ProcessState::Gone:
        return process->ending && process->ending->detached ? Wording::tr("What became of it?")
                                                            : Wording::tr("How did it end?");
    case ProcessState::Waiting:
        break;
    }
    const bool keeps = std::ranges::any_of(
        process->streams, [](const Stream& stream) { return stream.pending > 0; });
    return keeps ? Wording::tr("Why is nothing arriving?") : Wording::tr("Why does it wait?");
}

} // namespace ipclab
