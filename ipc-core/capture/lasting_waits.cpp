// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/lasting_waits.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/epoll_set.h"
#include "ipc-core/capture/kernel_work.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/session_places.h"
#include "ipc-core/capture/system_v.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/events/channel_kinds.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr unsigned kMostAgain = 50; // looks a turn
constexpr Nanoseconds kAgainEvery = 50 * kMillisecond;

// A socket's or a terminal's own, which ends a transfer. What cannot be read may be one.
void lookAtLimit(TracedProcess& process, int fd, bool write, WaitSaid& said)
{
    const auto found = process.descriptors->find(fd);
    if (found == process.descriptors->end())
        return;
    const ChannelKind kind = found->second.kind;
    if (kind == ChannelKind::Pty && !write)
        said.outside = said.outside || !terminalWaitsForBytes(process.openedPidfd(), fd);
    if (!mayConnect(kind) || said.timeout) // once known it stays: for a while it may be cut
        return;
    const auto limit = socketTimeout(process.openedPidfd(), fd, write);
    said.outside = said.outside || !limit
        || (kind == ChannelKind::Tcp && write && mayGiveUpSending(process.openedPidfd(), fd));
    if (limit != 0)
        said.timeout = limit;
}

void lookAtLimits(TracedProcess& process, const OpenCall& call, WaitSaid& said)
{
    if (const auto transfer = transferOf(call.call))
        lookAtLimit(process, call.fd(), transfer->write, said);
    if (const auto copy = copyOf(call)) {
        lookAtLimit(process, copy->from, false, said);
        lookAtLimit(process, copy->to, true, said);
    }
}

} // namespace

LastingWaits::LastingWaits(
    Recorder& recorder, Tracees& tracees, CallDecoder& decoder, Seclusion seclusion)
    : m_recorder(recorder)
    , m_tracees(tracees)
    , m_decoder(decoder)
    , m_seclusion(std::move(seclusion))
    , m_sharers(recorder, tracees, m_seclusion.closedWorld)
{
}

void LastingWaits::newTurn()
{
    m_interval = kAgainEvery * (1 + m_waits / (4 * kMostAgain));
    m_left = kMostAgain;
    m_waits = 0;
}

void LastingWaits::look(TracedProcess& process, TracedThread& thread)
{
    OpenCall& call = *thread.call;
    if (!call.told || call.restarting)
        return;
    ++m_waits;
    const bool first = !call.lookedAt;
    if (!first && (m_left == 0 || m_recorder.now() - *call.lookedAt < m_interval))
        return;
    m_left -= first ? 0U : 1U;
    lookAt(process, thread, first);
}

void LastingWaits::lookAfresh()
{
    m_afresh = true;
    m_kernelWorks.reset();
    for (auto& [pid, process] : m_tracees.processes) {
        for (auto& [tid, thread] : process.threads) {
            if (thread.call && thread.call->told && !thread.call->restarting)
                lookAt(process, thread, true);
        }
    }
    m_afresh = false;
}

bool LastingWaits::anyInFlight() const
{
    for (const auto& [pid, process] : m_tracees.processes) {
        for (const auto& [fd, end] : *process.descriptors) {
            if (end.kind == ChannelKind::Unix
                && fdinfoNumber(pid, fd, "scm_fds", 10).value_or(0) > 0)
                return true;
        }
    }
    return false;
}

void LastingWaits::lookAt(TracedProcess& process, TracedThread& thread, bool completely)
{
    OpenCall& call = *thread.call;
    const bool first = !call.lookedAt;
    call.lookedAt = m_recorder.now();
    if (call.call == Call::Futex)
        return lookAtFutex(process, thread, completely);
    if (waitsForFileLock(call))
        return lookAtFileLock(process, thread);
    if (call.call == Call::MqTimedreceive || call.call == Call::MqTimedsend)
        return lookAtMessageQueue(process, thread);
    if (isEpollWait(call.call) || namesDescriptor(call.call) || call.call == Call::Poll
        || call.call == Call::Ppoll || call.call == Call::Select || call.call == Call::Pselect6)
        return lookAtDescriptors(process, thread);
    if (waitsForStop(call)) // as anybody may bring about, kill(2)
        return say(process, thread, WaitSaid {});
    if (const auto facts = openFacts(thread.tid, call))
        return lookAtOpening(process, thread, *facts);
    if (const auto kind = systemVKind(call.call); kind && first) {
        LockSaid said;
        said.kind = *kind;
        said.id = call.fd();
        said.outside = !m_seclusion.closedWorld;
        say(process, thread, std::move(said));
    }
}

void LastingWaits::lookAtOpening(
    TracedProcess& process, TracedThread& thread, const OpenFacts& facts)
{
    WaitSaid said;
    said.path = facts.path;
    said.access = facts.access;
    said.outside = m_more || !isOpenedByOursOnly(m_seclusion, process.pid, thread.tid, facts);
    say(process, thread, std::move(said));
}

void LastingWaits::lookAtMessageQueue(TracedProcess& process, TracedThread& thread)
{
    if (m_seclusion.closedWorld) // else call_entered has said all
        say(process, thread, WaitSaid {});
}

void LastingWaits::lookAtDescriptors(TracedProcess& process, TracedThread& thread)
{
    OpenCall& call = *thread.call;
    WaitSaid said = call.waitSaid.value_or(WaitSaid {});
    said.outside = false;
    Polled polled;
    std::vector<int>& fds = polled.fds;
    if (isEpollWait(call.call)) {
        polled = epollSet(process.pid, call.fd());
        for (const int fd : fds)
            m_decoder.endOf(process, thread.tid, fd);
        said.outside = !polled.whole;
        said.fds = fds;
    } else if (namesDescriptor(call.call)) {
        fds.push_back(call.fd());
        if (const auto to = m_decoder.addressee(process, call)) {
            said.path = *to;
            said.outside = to->empty();
        }
        if (const auto copy = copyOf(call)) // for bytes in one, or room in the other
            said.fds = fds = { copy->from, copy->to };
    } else {
        waitFacts(thread.tid, call, polled);
        said.outside = !polled.whole;
    }
    lookAtRoom(process, polled, said);
    const auto transfer = transferOf(call.call);
    for (const int fd : fds) {
        if (!(transfer && transfer->write))
            m_decoder.tellTooLittle(process, thread.tid, fd);
    }
    for (const int fd : fds) {
        const auto found = process.descriptors->find(fd);
        if (found != process.descriptors->end() && found->second.kind == ChannelKind::Timerfd)
            said.outside = said.outside || timerIsSet(process.pid, fd);
    }
    const auto isAmong = [&](ChannelKind kind) {
        return std::ranges::any_of(fds, [&](int fd) {
            const auto one = process.descriptors->find(fd);
            return one != process.descriptors->end() && one->second.kind == kind;
        });
    };
    if (isAmong(ChannelKind::Eventfd))
        said.outside = said.outside || kernelMaySignal();
    const bool fifo = isAmong(ChannelKind::Fifo);
    if (fifo)
        said.outside = said.outside || m_more || mayBeOpened(process, thread.tid, fds);
    lookAtLimits(process, call, said);
    // Of most waits there is nothing more to say.
    const bool timer = isAmong(ChannelKind::Timerfd);
    if (isEpollWait(call.call) || !said.fds.empty() || !said.path.empty() || timer || fifo
        || said.timeout || said.outside || polled.passesBytes || call.waitSaid)
        say(process, thread, std::move(said));
}

// At datagram sockets of unix(7): their room is at the other end, and in their own socket. (What is
// waited for beside that may come from anybody.)
void LastingWaits::lookAtRoom(
    const TracedProcess& process, const Polled& polled, WaitSaid& said) const
{
    for (const int fd : polled.room) {
        const auto to = m_decoder.addressee(process, fd, {});
        said.outside = said.outside || (to && to->empty());
        if (to && polled.onlyRoom && polled.fds.size() == 1)
            said.path = *to;
    }
}

// One of those that are FIFOs, by a stranger who knows its name.
bool LastingWaits::mayBeOpened(
    const TracedProcess& process, Tid tid, const std::vector<int>& fds) const
{
    return std::ranges::any_of(fds, [&](int fd) {
        const auto found = process.descriptors->find(fd);
        return found != process.descriptors->end() && found->second.kind == ChannelKind::Fifo
            && !isOpenedByOursOnly(m_seclusion, process.pid, tid, fd);
    });
}

// In an eventfd(2). It is dear to find out, and of interest only before a verdict.
bool LastingWaits::kernelMaySignal()
{
    if (m_afresh && !m_kernelWorks) {
        m_kernelWorks = std::ranges::any_of(m_tracees.processes, [](const auto& one) {
            return kernelMayWorkFor(one.first)
                || std::ranges::any_of(*one.second.descriptors,
                    [](const auto& entry) { return entry.second.kind == ChannelKind::IoUring; });
        });
    }
    return m_kernelWorks.value_or(false);
}

void LastingWaits::say(const TracedProcess& process, TracedThread& thread, LockSaid said)
{
    OpenCall& call = *thread.call;
    if (call.lockSaid == said)
        return;
    call.lockSaid = std::move(said);
    const LockSaid& now = *call.lockSaid;
    m_recorder.record(process.pid, thread.tid,
        LockWaiting {
            now.address, now.owner, now.kind, now.pids, now.outside, now.id, now.unchecked });
}

void LastingWaits::say(const TracedProcess& process, TracedThread& thread, WaitSaid said)
{
    OpenCall& call = *thread.call;
    if (call.waitSaid == said)
        return;
    call.waitSaid = std::move(said);
    const WaitSaid& now = *call.waitSaid;
    m_recorder.record(process.pid, thread.tid,
        WaitLasts { call.call, now.fds, now.timeout, now.path, now.access, now.outside });
}

} // namespace ipclab
