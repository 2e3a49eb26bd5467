// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: what is not seen of a process, and that it is said.
#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/program_facts.h"
#include "ipc-core/capture/registers.h"
#include "ipc-core/capture/tracer.h"

#include <sys/ptrace.h>

#include <algorithm>
#include <cerrno>

namespace ipclab {

namespace {

constexpr Nanoseconds kLookAfreshEvery = 20 * kMillisecond;

} // namespace

void Tracer::noteLimit(TracedProcess& process, SightLimit limit)
{
    if (process.launching || !process.limits.insert(limit).second)
        return;
    m_recorder.record(process.pid, firstThread(process.pid), LimitNoted { limit });
    if (!process.unseen())
        return;
    for (const auto& [fd, end] : *process.descriptors)
        m_channels.setOutside(end.channel);
}

void Tracer::noteLimitsOfProgram(TracedProcess& process)
{
    std::erase_if(process.limits, [](SightLimit limit) { return !outlivesExec(limit); });
    const ProgramFacts facts = programFacts(process.pid);
    if (facts.foreign)
        noteLimit(process, SightLimit::ForeignCalls);
    if (facts.privileged)
        noteLimit(process, SightLimit::Unprivileged);
    if (facts.isStatic)
        noteLimit(process, SightLimit::StaticProgram);
    if (facts.otherLibrary)
        noteLimit(process, SightLimit::OtherLibrary);
}

bool Tracer::isForeign(TracedProcess& process, TracedThread& thread, const CallStop& stop)
{
    if (stop.filterSays != kOurFilter) {
        // A filter of its own asks for a tracer, which it would not have without us, seccomp(2).
        refuseCall(thread.tid, -ENOSYS);
        thread.call.reset();
        return true;
    }
    if (!stop.native)
        noteLimit(process, SightLimit::ForeignCalls);
    return false;
}

void Tracer::noteLimitsOfCall(TracedProcess& process, const OpenCall& call, std::int64_t result)
{
    constexpr std::uint64_t kListens = 1U << 3; // SECCOMP_FILTER_FLAG_NEW_LISTENER
    const bool filters = (call.call == Call::Seccomp || call.call == Call::Prctl) && result >= 0;
    if (filters)
        noteLimit(process, SightLimit::OwnFilter);
    if (filters && call.call == Call::Seccomp && (call.args[1] & kListens) != 0)
        noteLimit(process, SightLimit::Supervised);
    // There is one tracer to a process, ptrace(2).
    const Tid wanted { static_cast<std::int32_t>(call.args[1]) };
    if (call.call == Call::Ptrace && result == -EPERM
        && (call.args[0] == PTRACE_TRACEME || m_tracees.owner(wanted)))
        noteLimit(process, SightLimit::CannotTrace);
}

void Tracer::lookAtUnseen(TracedProcess& process)
{
    const Nanoseconds began = m_recorder.now();
    if (began < process.nextFreshLook)
        return;
    m_decoder.learnAfresh(process);
    // Who has thousands of descriptors is looked at less often.
    const Nanoseconds now = m_recorder.now();
    process.nextFreshLook = now + std::max(kLookAfreshEvery, kSharesOfTime * (now - began));
}

// What strangers do at the other ends of pipes is not seen. Each is looked at once, however many
// of the watched have it.
void Tracer::lookAtSharedPipes()
{
    const Nanoseconds began = m_recorder.now();
    if (began < m_nextSharedLook)
        return;
    std::map<ChannelId, HeldAt>& pipes = m_channels.sharedPipes();
    for (auto at = pipes.begin(); at != pipes.end();) {
        auto& [channel, heldAt] = *at;
        const auto holder = m_decoder.holderOf({ heldAt.pid, heldAt.fd, channel });
        ChannelCount& count = *m_channels.count(channel);
        if (!holder || !count.outside) {
            at = pipes.erase(at);
            continue;
        }
        heldAt = { holder->pid, holder->fd };
        sampleShared(*holder, count);
        ++at;
    }
    const Nanoseconds now = m_recorder.now();
    m_nextSharedLook = now + std::max(kLookAfreshEvery, kSharesOfTime * (now - began));
}

void Tracer::sampleShared(const Datagrams::Socket& pipe, ChannelCount& count)
{
    const auto level = bytesReadable(m_tracees.process(pipe.pid)->openedPidfd(), pipe.fd);
    const std::uint64_t moved = count.written[0] + count.read[0];
    // What is moved by who is in a call is told when that returns, and would be counted twice.
    if (!level || (count.sampled.value_or(0) == level && count.sampledAtMoved == moved)
        || m_decoder.isInTransfer(pipe.channel, {}))
        return;
    count.sampled = level;
    count.sampledAtMoved = moved;
    m_recorder.record(pipe.pid, firstThread(pipe.pid),
        ChannelLevel { pipe.channel, *level, std::nullopt, End::First });
}

} // namespace ipclab
