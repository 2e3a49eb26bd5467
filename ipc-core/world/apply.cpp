// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Processes, signals and findings.
#include "ipc-core/world/applier.h"

#include "ipc-core/events/finding_end.h"

#include <csignal>
#include <iterator>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

bool stopsWhereMinded(int signal) // by default, but not in an orphaned process group, setpgid(2)
{
    return signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

} // namespace

void Applier::operator()(const ProcessStarted& body) const
{
    if (body.by == StartedBy::Launch && !body.self)
        restartOrdinals();
    Process started; // a pid may be used again: what an earlier process left is no more
    started.pid = m_event.pid;
    started.parent = body.ppid;
    started.maker = body.maker.value_or(body.ppid);
    started.by = body.by;
    started.run = body.run;
    started.self = body.self;
    started.startedAt = m_event.at;
    started.held = m_world.paused && !body.self;
    std::uint64_t blocked = 0;
    if (const Process* const maker = m_world.process(makerOf(body))) {
        inherit(started, *maker, body);
        // Older sessions do not say which thread forked: the mask is known where there is only one.
        const auto by = body.byThread    ? maker->threads.find(*body.byThread)
            : maker->threads.size() == 1 ? maker->threads.begin()
                                         : maker->threads.end();
        if (by != maker->threads.end())
            blocked = by->second.blocked;
    }
    started.threads[m_event.tid] = Thread { m_event.tid, {}, blocked, {} };
    entry(m_world.processes, m_event.pid, m_noProcess) = std::move(started);
}

// fork(2): the child has copies of its maker's descriptors, dispositions, mask and memory.
void Applier::inherit(Process& child, const Process& maker, const ProcessStarted& body) const
{
    constexpr std::uint64_t kMost = std::uint64_t { 1 } << 30; // of all processes together
    constexpr std::uint64_t kBytesALook = 8; // a copy takes as long
    child.actions = maker.actions;
    child.inOrphanedGroup = maker.inOrphanedGroup;
    child.limits = maker.limits;
    const std::uint64_t cost = inheritedMemory(maker);
    if (cost > kMost / (m_world.processes.size() + 1))
        m_world.looks = 0;
    if (!mayLook(cost / kBytesALook)) {
        child.limits.insert(SightLimit::ForeignCalls); // what it has is not known
        return;
    }
    child.path = maker.path;
    child.argv = maker.argv;
    child.name = maker.name;
    child.began = maker.began;
    child.descriptors = maker.descriptors;
    std::ranges::copy_if(maker.attached, std::back_inserter(child.attached),
        [&](ChannelId id) { return isSharedMemory(id); }); // shmat(2)
    if (body.by == StartedBy::Vfork || body.sharesMemory) // vfork(2) copies no memory
        return;
    child.streams = maker.streams;
    for (Stream& stream : child.streams)
        stream.inherited = stream.pending;
}

void Applier::operator()(const ProgramExecuted& body) const
{
    Process& executed = process();
    executed.path = body.path;
    executed.argv = wordsIn(body.argv.joined);
    executed.name = programName(executed.path, executed.argv);
    executed.began.reset();
    executed.inOrphanedGroup = body.orphanedGroup;
    executed.streams.clear();
    // seccomp(2): a filter stays. What else is to be said of the new program comes after this.
    std::erase_if(executed.limits, [](SightLimit limit) { return !outlivesExec(limit); });
    if (mayLook(kLooksAChange * executed.attached.size()))
        std::erase_if(executed.attached, [&](ChannelId id) { return isSharedMemory(id); });
    // execve(2): handlers go back to default, ignored signals stay ignored; other threads end.
    std::ranges::replace(executed.actions, SignalAction::Handler, SignalAction::Default);
    const std::uint64_t blocked = thread().blocked;
    executed.threads.clear();
    executed.threads[m_event.tid] = Thread { m_event.tid, {}, blocked, {} };
}

void Applier::operator()(const ProcessExited& body) const
{
    Process& ended = process();
    ended.ending = Ending { body.code, body.signal.value, body.core, m_event.at, body.detached,
        body.detached };
    ended.threads.clear();
    const std::map<int, Descriptor> held = std::exchange(ended.descriptors, {});
    for (const auto& [fd, descriptor] : held) {
        if (body.detached) // it has it still
            channel(descriptor.channel).outside = true;
        else
            loseUnreadable(descriptor.channel);
    }
    ended.attached.clear();
    ended.stoppedBy = 0;
    ended.held = false;
    ended.pending = 0;
}

void Applier::operator()(const ProcessReaped&) const
{
    Process& reaped = process();
    if (!reaped.ending)
        reaped.ending = Ending { {}, 0, false, m_event.at, true };
    reaped.ending->reaped = true;
}

void Applier::operator()(const ProcessAdopted& body) const
{
    process().parent = body.parent;
    process().adopted = true;
}

void Applier::operator()(const ProcessStopped& body) const
{
    process().stoppedBy = body.signal.value;
    process().inOrphanedGroup &= !stopsWhereMinded(body.signal.value);
    taken(body.signal.value);
}

// It may have left its group since we looked at that.
void Applier::operator()(const SignalIgnored& body) const
{
    Process& passed = process();
    const int signal = body.signal.value;
    if (stopsWhereMinded(signal)
        && passed.actions.at(static_cast<std::size_t>(signal)) == SignalAction::Default)
        passed.inOrphanedGroup = true;
    taken(signal);
}

void Applier::operator()(const ProcessContinued&) const
{
    // signal(7): SIGCONT continues when it is sent; it also takes back the stop signals not yet
    // taken.
    process().stoppedBy = 0;
    for (const int signal : { SIGCONT, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU })
        taken(signal);
}

void Applier::operator()(const SignalSent& body) const
{
    const auto found = m_world.processes.find(body.to);
    if (found != m_world.processes.end() && found->second.alive())
        m_world.processes[body.to].pending |= bitOf(body.signal.value);
}

void Applier::operator()(const SignalActionSet& body) const
{
    Process& set = process();
    if (bitOf(body.signal.value) != 0)
        set.actions.at(static_cast<std::size_t>(body.signal.value)) = body.action;
    // A timer of setitimer(2) or alarm(2) that was set before we came is not to be seen, proc(5). A
    // handler hints at one; of one that is to end its process nothing does, and who waits for that
    // may be called stuck for good.
    const bool ofTimer = body.signal.value == SIGALRM || body.signal.value == SIGVTALRM
        || body.signal.value == SIGPROF;
    if (set.by == StartedBy::Attach && ofTimer && body.action == SignalAction::Handler)
        set.timers.try_emplace(body.signal.value);
}

// Of a timer that sends it once nothing is to come any more.
void Applier::taken(int signal) const
{
    constexpr Nanoseconds kSeenLate = 10 * kMillisecond; // that the timer was set
    process().pending &= ~bitOf(signal);
    const auto timer = process().timers.find(signal);
    if (timer != process().timers.end() && timer->second
        && *timer->second <= m_event.at + kSeenLate)
        process().timers.erase(timer);
}

void Applier::operator()(const FindingEnded& body) const
{
    const Finding ended = findingOf(body);
    std::erase_if(m_world.findings, [&](const Finding& one) { return isOver(one, ended); });
}

void Applier::operator()(const LimitNoted& body) const
{
    if (body.limit == SightLimit::Payload)
        return; // it is not the process of which less is seen
    Process& limited = process();
    limited.limits.insert(body.limit);
    if (!limited.unseen() || !mayLook(kLooksAChange * limited.descriptors.size()))
        return;
    // What it does with what it holds is as if somebody did it whom we do not watch.
    for (const auto& [fd, descriptor] : limited.descriptors)
        channel(descriptor.channel).outside = true;
}

void Applier::operator()(const ThreadHeld& body) const
{
    thread().ahead = CallAhead { body.call, body.fd, body.channel, body.requested, body.to,
        body.signal.value, std::string(body.path), std::string(body.mark), m_event.at };
}

void Applier::operator()(const LineKnown& body) const
{
    Thread& of = thread();
    const SourceLine line { std::string(body.file), body.line };
    if (of.ahead)
        of.ahead->line = line;
    else if (of.call)
        of.call->line = line;
}

void Applier::holdAll(bool hold) const
{
    m_world.paused = hold;
    if (!mayLook(kLooksAChange * m_world.processes.size()))
        return;
    std::vector<Pid> all;
    for (const auto& [pid, process] : m_world.processes) {
        if (process.isWatched())
            all.push_back(pid);
    }
    for (const Pid pid : all)
        holdOne(pid, hold);
}

void Applier::holdOne(Pid pid, bool hold) const
{
    Process& process = m_world.processes[pid];
    if (process.held && !hold)
        process.releasedAt = m_event.at;
    process.held = hold;
}

void Applier::operator()(const UserAction& body) const
{
    if (body.what == "pause" || body.what == "resume")
        return holdAll(body.what == "pause");
    if (body.what == "slow") {
        if (m_world.slow > 1)
            m_world.slowedUntil = m_event.at;
        m_world.slow = body.detail == "100" ? 100 : body.detail == "10" ? 10 : 1;
        return;
    }
    const bool hold = body.what == "hold_process";
    const auto found = body.to ? m_world.processes.find(*body.to) : m_world.processes.end();
    if ((hold || body.what == "release_process") && found != m_world.processes.end()
        && found->second.alive())
        holdOne(*body.to, hold);
}

void apply(World& world, const Event& event)
{
    std::visit(Applier(world, event), event.body);
    world.now = std::max(world.now, event.at);
    ++world.applied;
}

} // namespace ipclab
