// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/common/wording_wait.h"

#include <algorithm>

namespace ipclab {

namespace {

const Process* processAt(const World& world, const Finding& finding, std::size_t index)
{
    return index < finding.pids.size() ? world.process(finding.pids[index]) : nullptr;
}

// The pids of a finding are ascending, so who waits and who keeps bytes is looked up.
QString stuckSentence(const World& world, const Finding& finding)
{
    const ChannelId id = finding.channels.empty() ? ChannelId {} : finding.channels.front();
    QString waits;
    QString keeps;
    for (const Pid pid : finding.pids) {
        const Process* const process = world.process(pid);
        if (!process)
            continue;
        const std::optional<Wait> wait = waitOf(world, *process);
        if (wait && wait->reason == WaitReason::Data && wait->channel == id)
            waits = waitClause(world, *wait, {}) + QLatin1Char('.');
        else
            keeps = pendingSentence(world, *process);
    }
    return sentences({ waits, keeps });
}

QString channelOf(const World& world, const Finding& finding)
{
    return finding.channels.empty() ? Wording::tr("a channel")
                                    : channelLabel(world, finding.channels.front());
}

// Who waits for the end of file, and who keeps it away with which descriptor.
QString leakSentence(const World& world, const Finding& finding)
{
    const ChannelId id = finding.channels.empty() ? ChannelId {} : finding.channels.front();
    const auto reads = std::ranges::find_if(finding.pids, [&](Pid pid) {
        const Process* const process = world.process(pid);
        const std::optional<Wait> wait = process ? waitOf(world, *process) : std::nullopt;
        return wait && wait->reason == WaitReason::Data && wait->channel == id;
    });
    const Process* const reader = reads == finding.pids.end() ? nullptr : world.process(*reads);
    if (!reader)
        return {};
    const QString who = processName(world, *reader);
    QString end;
    for (const Holder& holder : world.writers(id, End::First)) {
        const Process* const keeper = world.process(holder.pid);
        if (!keeper)
            continue;
        end = keeper == reader
            ? Wording::tr("The end of file cannot come while %1 itself keeps a write end open, "
                          "descriptor %2: closing it would end the wait.")
                  .arg(who, QString::number(holder.fd))
            : Wording::tr("The end of file cannot come while %1 keeps a write end open, "
                          "descriptor %2: closing it would end the wait.")
                  .arg(processName(world, *keeper), QString::number(holder.fd));
    }
    return sentences({ Wording::tr("%1 waits at the end of %2, and nobody writes there any more.")
                           .arg(who, channelLabel(world, id)),
        end });
}

} // namespace

const Finding* deadlockOf(const World& world, Pid pid)
{
    const auto found = std::ranges::find_if(world.findings, [pid](const Finding& finding) {
        return finding.kind == FindingKind::Deadlock
            && std::ranges::find(finding.pids, pid) != finding.pids.end();
    });
    return found == world.findings.end() ? nullptr : &*found;
}

bool isStuck(const World& world, Pid pid, Tid thread)
{
    return std::ranges::any_of(world.findings, [&](const Finding& finding) {
        return finding.kind == FindingKind::Deadlock
            && std::ranges::find(finding.pids, pid) != finding.pids.end()
            && (!thread || finding.tids.empty()
                || std::ranges::find(finding.tids, thread) != finding.tids.end());
    });
}

QString findingTitle(const Finding& finding)
{
    switch (finding.kind) {
    case FindingKind::Deadlock:
        return Wording::tr("Deadlock");
    case FindingKind::StdioStuck:
        return Wording::tr("The bytes are still with the writer");
    case FindingKind::DescriptorLeak:
        return Wording::tr("An end is still open");
    case FindingKind::Zombie:
        return Wording::tr("Zombie");
    case FindingKind::Orphan:
        return Wording::tr("Orphan");
    case FindingKind::BrokenPipe:
        return Wording::tr("Broken pipe");
    case FindingKind::LostDatagram:
        return Wording::tr("Lost datagram");
    case FindingKind::IdleServer:
        return Wording::tr("A server that nobody asks");
    }
    return {};
}

QString findingSentence(const World& world, const Finding& finding)
{
    const Process* const first = processAt(world, finding, 0);
    const QString who = first ? processName(world, *first) : Wording::tr("A process");
    switch (finding.kind) {
    case FindingKind::Deadlock:
        return first ? deadlockSentence(world, first->pid, finding, {}) : QString();
    case FindingKind::StdioStuck:
        return stuckSentence(world, finding);
    case FindingKind::Zombie:
        return first ? whySentence(world, first->pid) : QString();
    case FindingKind::DescriptorLeak:
        return leakSentence(world, finding);
    case FindingKind::Orphan:
        return Wording::tr("The parent of %1 has ended; another process has adopted it.").arg(who);
    case FindingKind::BrokenPipe:
        return Wording::tr("%1 wrote into %2, which nobody can read any more.")
            .arg(who, channelOf(world, finding));
    case FindingKind::LostDatagram:
        return Wording::tr(
            "A datagram that %1 sent to %2 was lost, though the call that sent it succeeded.")
            .arg(who,
                first && !first->lostTo.empty() ? text(first->lostTo) : channelOf(world, finding));
    case FindingKind::IdleServer:
        return Wording::tr("%1 listens at %2, and nobody has connected.")
            .arg(who, channelOf(world, finding));
    }
    return {};
}

} // namespace ipclab
