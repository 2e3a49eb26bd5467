// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the entry of a system call.
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/keep_traced.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/rest_of_call.h"
#include "ipc-core/capture/session_places.h"
#include "ipc-core/capture/socket_facts.h"
#include "ipc-core/capture/timer_calls.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"
#include "ipc-core/events/channel_kinds.h"

#include <array>
#include <climits>
#include <csignal>

namespace ipclab {

namespace {

// The same call with the same arguments, or with what is left to do of it: a handler may make one
// on the same descriptor.
bool isAgain(const OpenCall& before, Call call, const std::array<std::uint64_t, 6>& args)
{
    return call == before.call && args == argsNow(before);
}

// A read of it may wait, though no bytes pass through it that are counted.
bool wakes(ChannelKind kind)
{
    return kind == ChannelKind::Eventfd || kind == ChannelKind::Timerfd
        || kind == ChannelKind::Signalfd || kind == ChannelKind::Inotify;
}

// The one at which it waits until somebody opens the other end, fifo(7).
std::optional<FifoPlace> fifoToOpen(Pid pid, const TracedThread& thread)
{
    const auto opening = openFacts(thread.tid, *thread.call);
    const bool mayWait = opening && opening->mayWait && opening->access != Access::ReadWrite;
    return mayWait ? fifoBehind(pid, thread.tid, *opening) : std::nullopt;
}

std::uint64_t maskAfter(std::uint64_t how, std::uint64_t set, std::uint64_t before)
{
    if (how == SIG_BLOCK)
        return before | set;
    return how == SIG_UNBLOCK ? before & ~set : set;
}

} // namespace

bool CallDecoder::goesOn(const TracedThread& thread, const CallStop& stop) const
{
    const Call call = callAt(stop);
    return thread.call && thread.call->restarting
        && (call == Call::RestartSyscall || isAgain(*thread.call, call, stop.args));
}

bool CallDecoder::enter(TracedProcess& process, TracedThread& thread, const CallStop& stop)
{
    const Call call = callAt(stop);
    if (thread.call && thread.call->restarting) {
        if (goesOn(thread, stop)) {
            thread.call->restarting = thread.call->handlerRuns = false;
            if (thread.call->awaits)
                m_channels.awaitedAgain(*thread.call->opens, thread.call->awaits);
            return true;
        }
        // A handler's own call is no proof that the other is over: it is entered anew after it.
        if (!thread.call->handlerRuns)
            returned(process, thread, -EINTR);
    }
    thread.call.reset();
    if (call == Call::Unknown || call == Call::RestartSyscall)
        return false;
    thread.call = openCallAt(stop);

    if (transferOf(call))
        return enterTransfer(process, thread);
    switch (call) {
    case Call::Close:
    case Call::CloseRange:
        return enterClose(process, thread);
    case Call::Readlink:
    case Call::Readlinkat:
        process.xray.probeSpoke(readText(thread.tid, thread.call->linkPath(), PATH_MAX));
        thread.call.reset();
        return false;
    case Call::Connect:
        return enterConnect(process, thread);
    case Call::RtSigaction:
    case Call::RtSigprocmask:
        return enterSignal(thread);
    case Call::Alarm:
    case Call::Setitimer:
    case Call::TimerSettime:
        thread.call->timer = timerSetting(thread.tid, *thread.call);
        return true;
    case Call::Clone:
    case Call::Clone3:
        if (takeUntraced(thread.tid, *thread.call))
            return true;
        thread.call.reset();
        return false;
    default:
        return enterWait(process, thread);
    }
}

bool CallDecoder::enterTransfer(TracedProcess& process, TracedThread& thread)
{
    OpenCall& call = *thread.call;
    const Transfer transfer = *transferOf(call.call);
    const ChannelEnd* const end = transferEnd(process, thread);
    const bool channel = end && carriesBytes(end->kind);
    call.requested = transferSize(thread.tid, call, transfer);
    if (transfer.write)
        call.payload = transferBytes(
            thread.tid, call, transfer, channel ? m_needs.payloadBytes : kFilePayload);
    if (!channel && (!end || transfer.write || !wakes(end->kind)))
        return true;
    if (transfer.write && (m_datagrams.knows(end->channel) || m_datagrams.isPair(end->channel)))
        noteDestination(thread);
    CallEntered entered;
    entered.requested = call.requested;
    tellEntered(process, thread, entered);
    if (transfer.write)
        m_needs.lookAtStdio(process, call.fd());
    return true;
}

bool CallDecoder::enterClose(TracedProcess& process, TracedThread& thread)
{
    // Recorded at the entry: it cannot fail for a descriptor that is open, close(2), and a reader
    // at the other end may see its end of file before our thread's exit stop.
    const OpenCall call = *thread.call;
    thread.call.reset();
    if (call.call == Call::Close) {
        close(process, thread.tid, call.fd());
        return false;
    }
    constexpr std::uint64_t kOwnTable = 1U << 1; // CLOSE_RANGE_UNSHARE
    constexpr std::uint64_t kOnlyMark = 1U << 2; // CLOSE_RANGE_CLOEXEC
    if ((call.args[2] & kOwnTable) != 0) { // the others keep theirs, its other threads, too
        if (process.threads.size() > 1)
            return false;
        process.descriptors = std::make_shared<DescriptorTable>(*process.descriptors);
    }
    if ((call.args[2] & kOnlyMark) != 0)
        return false;
    std::vector<int> closing;
    for (const auto& [fd, end] : *process.descriptors) {
        if (static_cast<unsigned>(fd) >= static_cast<unsigned>(call.args[0])
            && static_cast<unsigned>(fd) <= static_cast<unsigned>(call.args[1]))
            closing.push_back(fd);
    }
    for (const int fd : closing)
        close(process, thread.tid, fd);
    return false;
}

bool CallDecoder::enterSignal(TracedThread& thread)
{
    OpenCall& call = *thread.call;
    if (call.call == Call::RtSigprocmask) {
        const auto set = readValue<std::uint64_t>(thread.tid, call.args[1]);
        if (!set) {
            thread.call.reset();
            return false;
        }
        call.signalMask = maskAfter(call.args[0], *set, thread.blocked);
    }
    return true;
}

bool CallDecoder::enterConnect(TracedProcess& process, TracedThread& thread)
{
    OpenCall& call = *thread.call;
    const std::size_t length = std::min<std::uint64_t>(call.args[2], kLongestAddress);
    call.path = destinationOf(addressText(readBytes(thread.tid, call.args[1], length)));
    const ChannelEnd* const end = endOf(process, thread.tid, call.fd());
    if (end && mayConnect(end->kind) && !m_datagrams.knows(end->channel)
        && !m_datagrams.isPair(end->channel))
        m_sockets.connecting({ process.pid, call.fd(), end->channel, call.path, {} });
    tellEntered(process, thread, {});
    return true;
}

bool CallDecoder::enterWait(TracedProcess& process, TracedThread& thread)
{
    Polled polled;
    if (auto facts = waitFacts(thread.tid, *thread.call, polled)) {
        if (facts->child && facts->child->value > 0) // if it cannot be told whom: any
            facts->child = m_tracees.meantBy(process, facts->child->value).value_or(Pid { -1 });
        thread.call->timeout = facts->timeout;
        // A wait of no time is a question, not a wait.
        if (!facts->timeout || *facts->timeout > 0)
            tellEntered(process, thread, *facts);
        return true;
    }
    CallEntered entered;
    if (const auto fifo = fifoToOpen(process.pid, thread)) {
        const ChannelKey key { ChannelKind::Fifo, fifo->device, fifo->inode };
        thread.call->opens = key;
        if (!fifo->name.empty())
            thread.call->awaits = m_channels.awaited(process.pid, key, fifo->name);
        entered.channel = thread.call->awaits;
    }
    if (thread.call->opens || waitsForFileLock(*thread.call))
        tellEntered(process, thread, entered);
    return true;
}

void CallDecoder::tellEntered(TracedProcess& process, TracedThread& thread, CallEntered entered)
{
    OpenCall& call = *thread.call;
    entered.call = call.call;
    if (namesDescriptor(call.call)) {
        entered.fd = call.fd();
        if (const ChannelEnd* const end = endOf(process, thread.tid, call.fd()))
            entered.channel = end->channel;
    } else if (const ChannelEnd* const used = systemVOf(process, thread)) {
        entered.channel = used->channel;
    }
    call.told = true;
    m_recorder.record(process.pid, thread.tid, entered);
    process.sampleDue = true;
}

void CallDecoder::tellIfWaiting(TracedProcess& process, TracedThread& thread)
{
    if (thread.call && !thread.call->told && !thread.call->restarting)
        tellEntered(process, thread, {});
}

} // namespace ipclab
