// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

#include <algorithm>

namespace ipclab {

namespace {

// The wait of a process in a deadlock that leads on to another of its members.
std::optional<Wait> waitWithin(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    return process ? waitOf(world, *process) : std::nullopt;
}

// From `from` along the waits until one is met again; empty where a wait has several who could end
// it, so that a chain would not tell the whole.
std::vector<Wait> singleChainFrom(const World& world, Pid from)
{
    std::vector<Wait> chain;
    Pid next = from;
    while (std::ranges::none_of(chain, [next](const Wait& wait) { return wait.pid == next; })) {
        const std::optional<Wait> wait = waitWithin(world, next);
        if (!wait)
            return {};
        const std::vector<Pid> wakers = wakerProcesses(world, *wait);
        if (wakers.size() != 1)
            return {};
        chain.push_back(*wait);
        next = wakers.front();
    }
    return chain;
}

QString chainSentences(const World& world, const std::vector<Wait>& chain, Now now)
{
    QStringList told;
    told += waitClause(world, chain.front(), now) + QLatin1Char('.');
    for (std::size_t i = 0; i < chain.size(); ++i) {
        const QString only = onlyClause(world, chain[i], wakerProcesses(world, chain[i]));
        if (i + 1 == chain.size()) {
            if (chain.size() == 1)
                told += only + QLatin1Char('.');
            break;
        }
        const bool last = i + 2 == chain.size();
        const Wait& next = chain[i + 1];
        const QString clause = last
            ? waitClauseEndedBy(world, next, wakerProcesses(world, next).front(), now)
            : waitClause(world, next, now);
        told += Wording::tr("%1, but %2.").arg(only, clause);
    }
    return sentences(told);
}

QString groupSentences(const World& world, Pid from, const Finding& finding, Now now)
{
    QStringList told;
    std::vector<Pid> pids { from };
    std::ranges::copy_if(
        finding.pids, std::back_inserter(pids), [from](Pid pid) { return pid != from; });
    for (const Pid pid : pids) {
        const std::optional<Wait> wait = waitWithin(world, pid);
        if (!wait)
            continue;
        told += waitClause(world, *wait, now) + QLatin1Char('.');
        if (pid == from)
            told += onlyClause(world, *wait, wakerProcesses(world, *wait)) + QLatin1Char('.');
    }
    return sentences(told);
}

// "Thread 12 of parent …"; a program's name stays as it is.
QString capital(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence[0].toUpper();
    return sentence;
}

// Where others than first threads are part of it, or other threads run, a chain of processes would
// not tell it.
bool isAmongThreads(const World& world, const Finding& finding)
{
    const bool others = std::ranges::any_of(finding.tids, [&](Tid tid) {
        return std::ranges::find(finding.pids, Pid { tid.value }) == finding.pids.end();
    });
    return others || std::ranges::any_of(finding.pids, [&](Pid pid) {
        const Process* const process = world.process(pid);
        return process
            && (process->state() != ProcessState::Waiting
                || (finding.tids.empty() && process->threads.size() > 1));
    });
}

QString threadSentences(const World& world, Pid from, const Finding& finding, Now now)
{
    constexpr qsizetype kMostTold = 4;
    QStringList told;
    qsizetype more = 0;
    std::vector<Pid> pids { from };
    std::ranges::copy_if(
        finding.pids, std::back_inserter(pids), [from](Pid pid) { return pid != from; });
    for (const Pid pid : pids) {
        const Process* const process = world.process(pid);
        if (!process)
            continue;
        for (const auto& [tid, thread] : process->threads) {
            const std::optional<Wait> wait = waitOf(world, *process, thread);
            const bool stuck = finding.tids.empty()
                || std::ranges::find(finding.tids, tid) != finding.tids.end();
            if (!wait || wait->external || !stuck)
                continue;
            if (told.size() < kMostTold)
                told += (tid == firstThread(pid) ? waitClause(world, *wait, now)
                                                 : capital(waitClause(world, *wait, now)))
                    + QLatin1Char('.');
            else
                ++more;
        }
    }
    if (more > 0)
        told += more == 1 ? Wording::tr("One more thread waits.")
                          : Wording::tr("%1 more threads wait.").arg(more);
    return sentences(told);
}

// What it keeps then is not missing: what it has passed on already is not read.
bool waitsForRoomIn(const World& world, const Process& process, ChannelId channel)
{
    return std::ranges::any_of(process.threads, [&](const auto& each) {
        const std::optional<Wait> wait = waitOf(world, process, each.second);
        return wait && wait->reason == WaitReason::Room && wait->channel == channel;
    });
}

QString streamsWithBytesFor(
    const World& world, const Process& process, const Finding& finding, quint64& bytes)
{
    QString stream;
    for (const Stream& one : process.streams) {
        const auto found = process.descriptors.find(one.fd);
        if (one.pending == 0 || found == process.descriptors.end()
            || std::ranges::find(finding.channels, found->second.channel) == finding.channels.end()
            || waitsForRoomIn(world, process, found->second.channel))
            continue;
        bytes += one.pending;
        stream = streamLabel(process, one);
    }
    return stream;
}

} // namespace

QString missingSentence(const World& world, const Finding& finding)
{
    QStringList told;
    for (const Pid pid : finding.pids) {
        const Process* const process = world.process(pid);
        quint64 bytes = 0;
        const QString stream
            = process ? streamsWithBytesFor(world, *process, finding, bytes) : QString();
        if (bytes == 0)
            continue;
        told += bytes == 1
            ? Wording::tr("The byte that is missing is written already: it is still in the %1 "
                          "buffer of %2.")
                  .arg(stream, processName(world, *process))
            : Wording::tr("The %1 that are missing are written already: they are still in the %2 "
                          "buffer of %3.")
                  .arg(bytesInWords(bytes), stream, processName(world, *process));
    }
    return sentences(told);
}

QString deadlockSentence(const World& world, Pid from, const Finding& finding, Now now)
{
    const std::vector<Wait> chain = singleChainFrom(world, from);
    const QString told = isAmongThreads(world, finding) ? threadSentences(world, from, finding, now)
        : chain.empty()                                 ? groupSentences(world, from, finding, now)
                                                        : chainSentences(world, chain, now);
    return sentences({ told, Wording::tr("Nobody can go on, unless a signal comes."),
        missingSentence(world, finding) });
}

} // namespace ipclab
