// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/inspector_facts.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/wording_family.h"
#include "views/common/wording_tr.h"

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

constexpr std::size_t kMostFiles = 24;

std::vector<Pid> others(const std::vector<Holder>& holders, Pid self)
{
    std::vector<Pid> pids;
    for (const Holder& holder : holders) {
        if (holder.pid != self && std::ranges::find(pids, holder.pid) == pids.end())
            pids.push_back(holder.pid);
    }
    return pids;
}

QString namesText(const World& world, const std::vector<Pid>& pids)
{
    constexpr std::size_t kFew = 2;
    if (pids.size() > kFew)
        return InspectorWords::tr("%1 processes").arg(countText(pids.size()));
    QStringList names;
    for (const Pid pid : pids) {
        if (const Process* const process = world.process(pid))
            names += processName(world, *process);
    }
    return names.isEmpty() ? InspectorWords::tr("nobody") : names.join(QStringLiteral(", "));
}

// "pipe A → reader.py": the channel, and who is at its other end.
QString fileText(const World& world, const Process& process, const Descriptor& descriptor)
{
    QString label = channelLabel(world, descriptor.channel);
    const Channel* const channel = world.channel(descriptor.channel);
    if (!channel || !channel->carriesBytes() || channel->backlog || channel->datagram)
        return label;
    std::vector<Pid> readers;
    std::vector<Pid> writers;
    for (const End queue : { End::First, End::Second }) {
        if (writesInto(*channel, descriptor, queue))
            readers = others(world.readers(channel->id, queue), process.pid);
        if (readsFrom(*channel, descriptor, queue))
            writers = others(world.writers(channel->id, queue), process.pid);
    }
    if (descriptor.access == Access::Read)
        return label + QStringLiteral(" ← ") + namesText(world, writers);
    const QString arrow
        = descriptor.access == Access::Write ? QStringLiteral(" → ") : QStringLiteral(" ↔ ");
    return label + arrow + namesText(world, readers);
}

std::vector<FactRow> fileRows(const World& world, const Process& process)
{
    std::vector<FactRow> rows;
    for (const auto& [fd, descriptor] : process.descriptors) {
        if (rows.size() == kMostFiles) {
            const std::size_t rest = process.descriptors.size() - kMostFiles;
            FactRow more;
            more.words = InspectorWords::tr("%1 more").arg(countText(rest));
            rows.push_back(more);
            break;
        }
        const Channel* const channel = world.channel(descriptor.channel);
        FactRow row;
        row.left = QString::number(fd);
        row.words = fileText(world, process, descriptor);
        row.right = accessText(descriptor.access);
        row.tip = channel ? text(channel->name) : QString();
        row.channel = descriptor.channel;
        rows.push_back(row);
    }
    return rows;
}

QString signalsText(std::uint64_t bits)
{
    QStringList names;
    for (int signal = 1; signal <= 64; ++signal) {
        if ((bits >> (signal - 1) & 1U) != 0)
            names += shortSignalName(signal);
    }
    return names.join(QStringLiteral(", "));
}

bool didNothing(const World& world, Pid pid, int signal)
{
    const Process* const process = world.process(pid);
    return process && doesNothingByDefault(signal)
        && process->actions.at(static_cast<std::size_t>(signal)) == SignalAction::Default;
}

// The last signals this process got, newest first; looks back over a bounded part of the log.
std::vector<FactRow> recentSignals(const World& world, const LogView& log, Pid pid)
{
    constexpr EventIndex kLookBack = 4000;
    constexpr std::size_t kMost = 3;
    std::vector<FactRow> rows;
    const EventIndex end = log.size();
    const EventIndex begin = end > kLookBack ? end - kLookBack : 0;
    for (EventIndex i = end; i > begin && rows.size() < kMost; --i) {
        const Event& event = log[i - 1];
        FactRow row;
        if (const auto* const got = std::get_if<SignalDelivered>(&event.body);
            got && event.pid == pid) {
            row.left = shortSignalName(got->signal.value);
            row.words = got->action == SignalAction::Handler
                ? InspectorWords::tr("went to its handler")
                : got->action == SignalAction::Taken
                ? InspectorWords::tr("was taken by a call")
                : InspectorWords::tr("did what it does by default");
        } else if (const auto* const ignored = std::get_if<SignalIgnored>(&event.body);
                   ignored && event.pid == pid) {
            row.left = shortSignalName(ignored->signal.value);
            row.words = didNothing(world, pid, ignored->signal.value)
                ? InspectorWords::tr("did nothing, which is its default")
                : InspectorWords::tr("was ignored");
        } else if (const auto* const sent = std::get_if<SignalSent>(&event.body);
                   sent && sent->to == pid) {
            const Process* const sender = world.process(event.pid);
            row.left = shortSignalName(sent->signal.value);
            row.words
                = InspectorWords::tr("sent by %1")
                      .arg(sender ? processName(world, *sender) : QString::number(event.pid.value));
        } else {
            continue;
        }
        row.right = durationText(event.at);
        row.tip = row.left + QLatin1Char(' ') + row.words;
        rows.push_back(row);
    }
    return rows;
}

std::vector<FactRow> signalRows(const World& world, const LogView& log, const Process& process)
{
    std::vector<FactRow> rows = recentSignals(world, log, process.pid);
    const auto add = [&rows](const QString& left, std::uint64_t bits) {
        FactRow row;
        row.left = left;
        row.words = signalsText(bits);
        row.tip = row.words;
        if (bits != 0)
            rows.push_back(row);
    };
    std::uint64_t blocked = process.threads.empty() ? 0 : ~std::uint64_t { 0 };
    for (const auto& [tid, thread] : process.threads)
        blocked &= thread.blocked;
    add(InspectorWords::tr("pending"), process.pending);
    add(InspectorWords::tr("blocked"), blocked);
    return rows;
}

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
        ways.push_back({ InspectorWords::tr("Close our end of %1 (end of file)")
                             .arg(channelLabel(world, wait->channel)),
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

QString familyOf(const World& world, const Process& process)
{
    QStringList lines { parentWords(world, process), childrenWords(world, process.pid),
        threadsWords(process) };
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
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
    facts.family = familyOf(world, *process);
    QStringList limits;
    for (const SightLimit limit : process->limits)
        limits += InspectorWords::tr("It %1.").arg(limitWords(limit));
    facts.limits = limits.join(QLatin1Char('\n'));
    facts.stateInk = stateInkOf(world, *process);
    facts.whyTitle = whyTitle(world, pid);
    facts.why = whySentence(world, pid, now);
    facts.tone = facts.stateInk == Ink::Deadlock ? WhyTone::Deadlock
        : facts.stateInk == Ink::Waiting         ? WhyTone::Waiting
                                                 : WhyTone::Quiet;
    for (const auto& [other, one] : world.processes)
        facts.names += processName(world, one);
    facts.held = process->held;
    facts.stands = process->nextHeld() != nullptr;
    facts.waysOut = waysOut(world, pid);
    facts.files = fileRows(world, *process);
    for (const std::vector<int>* const list : { &buttonSignals(), &menuSignals() }) {
        for (const int signal : *list)
            facts.signalActions.push_back(
                { signal, actionWords(*process, signal), shortActionWords(*process, signal) });
    }
    facts.signalRows = signalRows(world, log, *process);
    return facts;
}

} // namespace ipclab
