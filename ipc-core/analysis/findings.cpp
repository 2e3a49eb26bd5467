// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"

#include "ipc-core/analysis/present.h"
#include "ipc-core/analysis/signallers.h"
#include "ipc-core/analysis/wait.h"

#include <algorithm>

namespace ipclab {

namespace {

// It has not got to what it does next, and that is the person's doing.
bool isHeldBack(const World& world, const Process& process)
{
    return process.held || (world.slow > 1 && process.state() == ProcessState::Running);
}

// Since when it has done what it would. Slowed it comes late to each of its waits, short ones too.
Nanoseconds heldBackUntil(const World& world, const Process& process)
{
    Nanoseconds until = std::max(process.releasedAt, world.slowedUntil);
    for (const auto& [tid, thread] : process.threads) {
        if (world.slow > 1 && thread.call)
            until = std::max(until, thread.call->since);
    }
    return until;
}

// Since when this process has kept bytes in a buffer of its own that are meant for the descriptor.
std::optional<Nanoseconds> keepsBytesFor(const Process& process, int fd)
{
    std::optional<Nanoseconds> since;
    for (const Stream& stream : process.streams) {
        if (stream.fd == fd && stream.pending > 0)
            since = std::min(since.value_or(stream.keptSince), stream.keptSince);
    }
    return since;
}

// On its way into the channel: it may be what the buffer held.
bool isWriting(const Process& process, ChannelId channel)
{
    return std::ranges::any_of(process.threads, [&](const auto& one) {
        const auto& call = one.second.call;
        return call && call->channel == channel && reasonOf(*call) == WaitReason::Room;
    });
}

// The reader waits for bytes that a writer has written, to itself. It is found since both are so:
// who prints and then flushes keeps nothing for long, however long the reader has waited.
std::optional<Finding> stdioStuck(const World& world, const Present& present, const Process& reader)
{
    const auto wait = waitOf(world, reader, &present);
    if (!wait || wait->reason != WaitReason::Data || !wait->channel)
        return std::nullopt;
    for (const Holder& holder : present.writers(wait->channel, wait->queue)) {
        const Process* const writer = world.process(holder.pid);
        if (!writer || writer->state() != ProcessState::Waiting || writer->pid == reader.pid
            || isWriting(*writer, wait->channel))
            continue;
        const auto kept = keepsBytesFor(*writer, holder.fd);
        if (!kept)
            continue;
        Finding found { FindingKind::StdioStuck, { reader.pid, writer->pid }, { wait->channel },
            std::max({ wait->since, *kept, heldBackUntil(world, *writer) }) };
        std::ranges::sort(found.pids);
        return found;
    }
    return std::nullopt;
}

// Does nothing about the channel but wait for what the other does: it is not going to write.
bool onlyWaitsFor(
    const World& world, const Present& present, const Process& holder, const Process& reader)
{
    const auto wait = waitOf(world, holder, &present);
    return wait && wait->reason == WaitReason::Child && !wait->until
        && (wait->child == reader.pid || (wait->child && wait->child->value < 0))
        && reader.parent == holder.pid;
}

// It keeps a write end of what it reads on purpose: of a FIFO, so that no end of file comes when a
// writer leaves, fifo(7); or for its handler of a signal, or another of its threads, to write
// there.
bool keepsOwnEnd(const Channel& channel, const Process& reader)
{
    return channel.kind == ChannelKind::Fifo || handlesWhatOthersSend(reader)
        || reader.threads.size() > 1;
}

// The reader waits for an end of file that cannot come: whoever wrote has let go, and those who
// still hold a write end are the reader itself, a parent that waits for the reader, and orphans
// that have never written.
std::optional<Finding> descriptorLeak(
    const World& world, const Present& present, const Process& reader)
{
    const auto wait = waitOf(world, reader, &present);
    const Channel* const channel = wait ? world.channel(wait->channel) : nullptr;
    if (!channel || wait->reason != WaitReason::Data || !channel->oneWay() || channel->outside
        || channel->queueAt(wait->queue).bytes > 0)
        return std::nullopt;
    Finding found { FindingKind::DescriptorLeak, { reader.pid }, { channel->id }, wait->since };
    for (const Holder& holder : present.writers(channel->id, wait->queue)) {
        const Process* const process = world.process(holder.pid);
        if (!process || process->self
            || (process->pid == reader.pid && keepsOwnEnd(*channel, reader)))
            return std::nullopt;
        const Mover* const mover = channel->moverOf(holder.pid);
        const bool wrote = mover && mover->written.at(indexOf(wait->queue)) > 0;
        const bool idleOrphan = process->adopted && !wrote && !isHeldBack(world, *process);
        if (process->pid != reader.pid && !idleOrphan
            && !onlyWaitsFor(world, present, *process, reader))
            return std::nullopt;
        if (idleOrphan)
            found.since = std::max(found.since, heldBackUntil(world, *process));
        found.pids.push_back(holder.pid);
    }
    if (found.pids.size() == 1) // nobody holds one: the end of file is about to come
        return std::nullopt;
    std::ranges::sort(found.pids);
    found.pids.erase(std::unique(found.pids.begin(), found.pids.end()), found.pids.end());
    return found;
}

} // namespace

std::vector<Finding> findings(const World& world)
{
    if (world.looks == 0) // who holds what is not known any more
        return {};
    const Present all(world);
    const std::vector<const Process*>& present = all.processes();
    std::vector<Finding> found = deadlocks(world, all);
    for (const Process* const process : present) {
        if (const auto stuck = stdioStuck(world, all, *process))
            found.push_back(*stuck);
    }
    for (const Process* const process : present) {
        const Process* const parent = world.process(process->parent);
        const bool mayYetWait = parent && isHeldBack(world, *parent);
        if (process->state() == ProcessState::Zombie && process->ending && !mayYetWait)
            found.push_back({ FindingKind::Zombie, { process->pid }, {},
                std::max(process->ending->at, parent ? heldBackUntil(world, *parent) : 0) });
    }
    for (const Process* const process : present) {
        if (process->adopted && process->alive())
            found.push_back({ FindingKind::Orphan, { process->pid }, {}, process->startedAt });
    }
    for (const auto& [pid, process] : world.processes) {
        if (process.brokenPipe)
            found.push_back(
                { FindingKind::BrokenPipe, { pid }, { process.brokenPipe }, process.brokenAt });
    }
    for (const Process* const process : present) {
        if (const auto leak = descriptorLeak(world, all, *process))
            found.push_back(*leak);
    }
    for (const auto& [pid, process] : world.processes) {
        if (process.lostDatagram)
            found.push_back(
                { FindingKind::LostDatagram, { pid }, { process.lostDatagram }, process.lostAt });
    }
    return found;
}

} // namespace ipclab
