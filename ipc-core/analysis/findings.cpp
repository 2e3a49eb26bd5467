// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/findings.h"
#include "ipc-core/analysis/wait.h"

#include <algorithm>

namespace ipclab {

namespace {

// Does this process keep bytes in a buffer of its own that are meant for the descriptor?
bool keepsBytesFor(const Process& process, int fd)
{
    return std::ranges::any_of(process.streams,
        [&](const Stream& stream) { return stream.fd == fd && stream.pending > 0; });
}

// The reader waits for bytes that a writer has written, to itself.
std::optional<Finding> stdioStuck(const World& world, const Process& reader)
{
    const auto wait = waitOf(world, reader);
    if (!wait || wait->reason != WaitReason::Data || !wait->channel)
        return std::nullopt;
    for (const Holder& holder : world.writers(wait->channel, wait->queue)) {
        const Process* const writer = world.process(holder.pid);
        if (!writer || writer->state() != ProcessState::Waiting || writer->pid == reader.pid
            || !keepsBytesFor(*writer, holder.fd))
            continue;
        Finding found { FindingKind::StdioStuck, { reader.pid, writer->pid }, { wait->channel },
            wait->since };
        std::ranges::sort(found.pids);
        return found;
    }
    return std::nullopt;
}

} // namespace

std::vector<Finding> findings(const World& world)
{
    std::vector<Finding> found = deadlocks(world);
    for (const auto& [pid, process] : world.processes) {
        if (const auto stuck = stdioStuck(world, process))
            found.push_back(*stuck);
    }
    for (const auto& [pid, process] : world.processes) {
        if (process.state() == ProcessState::Zombie && process.ending)
            found.push_back({ FindingKind::Zombie, { pid }, {}, process.ending->at });
    }
    for (const auto& [pid, process] : world.processes) {
        if (process.adopted && process.alive())
            found.push_back({ FindingKind::Orphan, { pid }, {}, process.startedAt });
    }
    for (const auto& [pid, process] : world.processes) {
        if (process.brokenPipe)
            found.push_back(
                { FindingKind::BrokenPipe, { pid }, { process.brokenPipe }, process.brokenAt });
    }
    return found;
}

} // namespace ipclab
