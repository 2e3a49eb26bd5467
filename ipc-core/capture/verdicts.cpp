// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/verdicts.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/io_signals.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/wait_facts.h"

#include <algorithm>
#include <csignal>
#include <initializer_list>
#include <set>
#include <utility>

namespace ipclab {

namespace {

// Lesser verdicts are about what lasts: a zombie its parent is about to reap is none.
constexpr Nanoseconds kLasting = 150 * kMillisecond;
constexpr Nanoseconds kLookAnyway = 50 * kMillisecond;
// A look takes longer the more live and wait. It leaves this thread four fifths of its time.
constexpr Nanoseconds kRestsAfterALook = 4; // times as long as it took
constexpr Nanoseconds kMostRest = 200 * kMillisecond;

bool hasHappened(FindingKind kind)
{
    return kind == FindingKind::BrokenPipe || kind == FindingKind::LostDatagram;
}

// Other threads of the same processes may be in another deadlock.
bool isSame(const Finding& one, const Finding& other)
{
    return one.sameAs(other) && (one.kind != FindingKind::Deadlock || one.tids == other.tids);
}

FindingNoted notedOf(const Finding& finding) // points into it
{
    return { finding.kind, finding.pids, finding.channels, finding.tids };
}

bool handlesAny(const TracedProcess& process, std::initializer_list<std::size_t> butFor = {})
{
    for (std::size_t signal = 1; signal < process.signals.size(); ++signal) {
        const bool glibcs = signal == 32 || signal == 33; // its own, nptl(7)
        if (!glibcs && std::ranges::find(butFor, signal) == butFor.end()
            && process.signals.at(signal).action == SignalAction::Handler)
            return true;
    }
    return false;
}

template <typename List, typename Matches> bool contains(const List& list, Matches matches)
{
    return std::ranges::any_of(list, matches);
}

} // namespace

Verdicts::Verdicts(Recorder& recorder, Tracees& tracees, CallDecoder& decoder,
    LastingWaits& lasting, Analyst analyst)
    : m_recorder(recorder)
    , m_tracees(tracees)
    , m_decoder(decoder)
    , m_lasting(lasting)
    , m_analyst(std::move(analyst))
    , m_sleep(tracees)
{
}

void Verdicts::look()
{
    const Nanoseconds now = m_recorder.now();
    const bool news = m_recorder.log().size() != m_seen || !m_suspected.empty();
    if (!m_analyst || now < m_restsUntil || (!news && now - m_lookedAt < kLookAnyway))
        return;
    m_lookedAt = now;
    m_seen = m_recorder.log().size();
    compare();
    const Nanoseconds then = m_recorder.now();
    const Nanoseconds rest = std::min(kRestsAfterALook * (then - now), kMostRest);
    // What is suspected is looked at again at once: the rest of both looks comes then.
    const bool soon = !m_suspected.empty() && m_restOwed == 0;
    m_restsUntil = soon ? then : then + rest + m_restOwed;
    m_restOwed = soon ? rest : 0;
}

void Verdicts::compare()
{
    const std::vector<Finding> found = m_analyst(LogView(m_recorder.log()));

    const auto same
        = [](const Finding& a) { return [&a](const Finding& b) { return isSame(a, b); }; };
    const std::vector<Finding> before = m_inForce;
    for (const Finding& finding : before) {
        if (!contains(found, same(finding)))
            end(finding);
    }
    std::erase_if(m_suspected, [&](const auto& one) { return !contains(found, same(one.first)); });
    m_sleep.forgetAllBut(found, m_recorder.now());
    for (const Finding& finding : found) {
        if (!contains(m_inForce, same(finding)) && lasts(finding))
            begin(finding);
    }
}

void Verdicts::lastLook()
{
    if (!m_analyst)
        return;
    for (const Finding& finding : m_analyst(LogView(m_recorder.log()))) {
        const bool known = contains(
            m_inForce, [&finding](const Finding& other) { return isSame(finding, other); });
        if (hasHappened(finding.kind) && !known)
            begin(finding);
    }
}

bool Verdicts::lasts(const Finding& finding)
{
    if (hasHappened(finding.kind))
        return true;
    if (finding.kind == FindingKind::Deadlock)
        return proved(finding);
    if (finding.kind == FindingKind::StdioStuck)
        return m_sleep.lasts(finding, m_recorder.now(), kLasting);
    return m_recorder.now() - finding.since >= kLasting;
}

bool Verdicts::proved(const Finding& finding)
{
    const Stamps stamps = stampsOf(finding);
    const bool allAsleep = !stamps.empty()
        && std::ranges::all_of(finding.tids, [&](Tid tid) { return stamps.contains(tid); })
        && std::ranges::all_of(stamps, [](const auto& one) { return isAsleep(one.second); })
        && !mayBeWoken(finding);
    const auto suspected = std::ranges::find_if(
        m_suspected, [&](const auto& one) { return isSame(one.first, finding); });
    if (suspected == m_suspected.end()) {
        if (allAsleep) {
            m_suspected.emplace_back(finding, stamps);
            readDescriptorsAfresh();
            m_lasting.lookAfresh();
        }
        return false;
    }
    const bool unmoved = allAsleep && suspected->second == stamps;
    m_suspected.erase(suspected);
    return unmoved;
}

Verdicts::Stamps Verdicts::stampsOf(const Finding& finding) const
{
    Stamps stamps;
    const auto add = [&](const TracedProcess& process, bool all) {
        for (const auto& [tid, thread] : process.threads) {
            if (all || std::ranges::find(finding.tids, tid) != finding.tids.end())
                stamps[tid] = stillnessStamp(process.pid, tid);
        }
    };
    for (const Pid pid : finding.pids) {
        const TracedProcess* const process = m_tracees.process(pid);
        if (!process)
            return {};
        add(*process, false); // other threads of theirs may run
    }
    if (anybodyMayWake(finding)) {
        for (const auto& [pid, process] : m_tracees.processes)
            add(process, true);
    }
    return stamps;
}

// By a signal: as bySignal and byInterrupt of a Wait.
bool Verdicts::anybodyMayWake(const Finding& finding) const
{
    return std::ranges::any_of(finding.tids, [this](Tid tid) {
        const TracedProcess* const process = m_tracees.owner(tid);
        if (!process || !process->threads.contains(tid))
            return true;
        const auto& call = process->threads.at(tid).call;
        const bool mutex = call && call->lockSaid && call->lockSaid->kind == LockKind::Mutex;
        return (!mutex && handlesAny(*process, { SIGCHLD })) || (call && waitsForStop(*call));
    });
}

// By what is not to be seen in what the threads wait for.
bool Verdicts::mayBeWoken(const Finding& finding)
{
    const bool someoneComes = std::ranges::any_of(
        m_tracees.processes, [](const auto& one) { return one.second.launching; });
    const bool timed = std::ranges::any_of(finding.pids, [this](Pid pid) {
        const TracedProcess* const process = m_tracees.process(pid);
        return process && process->mayHaveTimerSet();
    });
    return someoneComes || timed || m_lasting.anyInFlight() || mayHoldApart(finding)
        || mayGetIoSignal(finding) || mayLoseConnection(finding);
}

// What was sent is not taken for too long, at either end, and who waits for anything of the
// connection wakes: tcp(7). (A peer of ours that lives answers what SO_KEEPALIVE asks, so that does
// not end it; SO_RCVTIMEO and SO_SNDTIMEO are of calls that transfer, socket(7).)
bool Verdicts::mayLoseConnection(const Finding& finding)
{
    std::set<ChannelId> connections;
    for (const Pid pid : finding.pids) {
        const TracedProcess* const process = m_tracees.process(pid);
        for (const auto& [fd, end] : process ? *process->descriptors : DescriptorTable {}) {
            if (end.kind == ChannelKind::Tcp)
                connections.insert(end.channel);
        }
    }
    if (connections.empty())
        return false;
    return std::ranges::any_of(m_tracees.processes, [&](auto& each) {
        TracedProcess& process = each.second;
        return std::ranges::any_of(*process.descriptors, [&](const auto& entry) {
            return connections.contains(entry.second.channel)
                && mayGiveUpSending(process.openedPidfd(), entry.first);
        });
    });
}

bool Verdicts::mayGetIoSignal(const Finding& finding) const
{
    const bool handles = std::ranges::any_of(finding.pids, [&](Pid pid) {
        const TracedProcess* const process = m_tracees.process(pid);
        return process && handlesAny(*process);
    });
    return handles
        && (std::ranges::any_of(finding.pids, mayWatchFiles)
            || std::ranges::any_of(m_tracees.processes,
                [](const auto& one) { return hasAsyncDescriptor(one.first); }));
}

// What a thread with a table of its own holds, unshare(2), is not known: for who waits at a
// descriptor it may be all.
bool Verdicts::mayHoldApart(const Finding& finding) const
{
    const bool onlyLocks = std::ranges::all_of(finding.tids, [this](Tid tid) {
        const TracedProcess* const process = m_tracees.owner(tid);
        if (!process || !process->threads.contains(tid))
            return false;
        const auto& call = process->threads.at(tid).call;
        return call && call->call == Call::Futex;
    });
    return !onlyLocks && std::ranges::any_of(m_tracees.processes, [](const auto& each) {
        const auto& [pid, process] = each;
        return process.threads.size() > 1
            && std::ranges::any_of(process.threads,
                [pid = pid](const auto& thread) { return hasOwnDescriptors(pid, thread.first); });
    });
}

void Verdicts::readDescriptorsAfresh()
{
    for (auto& [pid, process] : m_tracees.processes) {
        if (process.launching)
            continue;
        // Of who was attached to, what it did before its calls were seen is not known.
        if (process.unseen() || process.attached)
            m_decoder.learnAfresh(process);
        for (const int fd : openDescriptors(pid))
            m_decoder.endOf(process, firstThread(pid), fd);
    }
}

void Verdicts::begin(const Finding& finding)
{
    m_inForce.push_back(finding);
    m_recorder.record({}, {}, FindingBegan { notedOf(finding) });
}

void Verdicts::end(const Finding& finding)
{
    std::erase_if(m_inForce, [&](const Finding& one) { return isSame(one, finding); });
    m_recorder.record({}, {}, FindingEnded { notedOf(finding) });
}

} // namespace ipclab
