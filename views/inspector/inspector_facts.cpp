// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/inspector_facts.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"

#include <algorithm>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

std::vector<WayOut> waysOut(const World& world, Pid pid)
{
    std::vector<WayOut> ways;
    for (const Finding& finding : world.findings) {
        const bool stuck
            = finding.kind == FindingKind::Deadlock || finding.kind == FindingKind::StdioStuck;
        if (!stuck || std::ranges::find(finding.pids, pid) == finding.pids.end())
            continue;
        for (const Pid one : finding.pids) {
            const Process* const process = world.process(one);
            if (!process || process->self)
                continue;
            WayOut way { InspectorWords::tr("Send SIGTERM to %1").arg(processName(world, *process)),
                one, SIGTERM, {} };
            if (std::ranges::find(ways, way) == ways.end())
                ways.push_back(way);
        }
    }
    const Process* const self = world.self();
    const Process* const process = world.process(pid);
    const std::optional<Wait> wait = process ? waitOf(world, *process) : std::nullopt;
    if (!self || !wait || !wait->channel || wait->reason != WaitReason::Data)
        return ways;
    const bool labWrites = std::ranges::any_of(world.writers(wait->channel, wait->queue),
        [self](const Holder& holder) { return holder.pid == self->pid; });
    if (labWrites)
        ways.push_back(
            { InspectorWords::tr("Close %1 (end of file)").arg(channelLabel(world, wait->channel)),
                {}, 0, wait->channel });
    return ways;
}

Ink stateInkOf(const World& world, const Process& process)
{
    if (process.self)
        return Ink::QuietText;
    if (process.alive() && deadlockOf(world, process.pid))
        return Ink::Deadlock;
    if (process.nextHeld())
        return Ink::Accent;
    switch (process.state()) {
    case ProcessState::Running:
        return Ink::Running;
    case ProcessState::Waiting:
        return Ink::Waiting;
    case ProcessState::Stopped:
        return Ink::Stopped;
    case ProcessState::Zombie:
    case ProcessState::Gone:
        break;
    }
    return Ink::Gone;
}

} // namespace

const std::vector<int>& buttonSignals()
{
    static const std::vector<int> kButtons { SIGINT, SIGTERM, SIGSTOP, SIGCONT, SIGUSR1, SIGHUP,
        SIGKILL };
    return kButtons;
}

const std::vector<int>& menuSignals()
{
    static const std::vector<int> kMenu { SIGABRT, SIGALRM, SIGCHLD, SIGPIPE, SIGQUIT, SIGTSTP,
        SIGTTIN, SIGTTOU, SIGURG, SIGUSR2, SIGWINCH };
    return kMenu;
}

QString shortSignalName(int signal)
{
    const QString name = text(signalName(signal));
    return name.startsWith(QStringLiteral("SIG")) ? name.mid(3) : name;
}

FactRow moreRow(std::size_t count)
{
    FactRow row;
    row.words = InspectorWords::tr("+%1 more").arg(countText(count));
    return row;
}

ProcessFacts processFacts(const World& world, const LogView& log, Pid pid, Now now)
{
    ProcessFacts facts;
    const Process* const process = world.process(pid);
    if (!process)
        return facts;
    facts.pid = pid;
    facts.self = process->self;
    facts.alive = process->alive();
    facts.name = processLabel(*process);
    facts.pidText = process->self ? QString() : QString::number(pid.value);
    facts.command = process->self ? QString() : commandLine(*process);
    facts.state = process->self ? QString() : stateWords(world, *process, now);
    QStringList limits;
    for (const SightLimit limit : process->limits)
        limits += InspectorWords::tr("It %1.").arg(limitWords(limit));
    facts.limits = limits.join(QLatin1Char('\n'));
    facts.stateInk = stateInkOf(world, *process);
    facts.whyTitle = whyTitle(world, pid);
    facts.why = whySentence(world, pid, now);
    for (const QString& more : { endedByLimit(log, *process), lastWords(log, *process) })
        facts.why += more.isEmpty() ? QString() : u' ' + more;
    facts.tone = facts.stateInk == Ink::Deadlock ? WhyTone::Deadlock
        : facts.stateInk == Ink::Waiting         ? WhyTone::Waiting
                                                 : WhyTone::Quiet;
    facts.named = namedIn(facts.why, world, pid);
    facts.held = process->held;
    facts.stands = process->nextHeld() != nullptr;
    facts.waysOut = waysOut(world, pid);
    facts.files = fileRows(world, *process);
    facts.buffers = bufferFacts(world, *process);
    facts.family = familyRows(world, *process, now);
    for (const std::vector<int>* const list : { &buttonSignals(), &menuSignals() }) {
        for (const int signal : *list)
            facts.signalActions.push_back({ signal, actionWords(*process, signal) });
    }
    if (process->self)
        return facts;
    facts.signalRows = signalRows(*process);
    facts.recentSignals = recentSignalRows(world, log, pid);
    BeginningFacts began = beginningFacts(log, *process);
    facts.arguments = std::move(began.arguments);
    facts.environment = std::move(began.environment);
    facts.environmentNote = std::move(began.environmentNote);
    facts.limitRows = std::move(began.limits);
    return facts;
}

} // namespace ipclab
