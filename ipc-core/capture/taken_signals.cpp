// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: signals that are taken; by a call, too, for which ptrace has no stop.
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/interruption.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/signal_origin.h"

#include <sys/signalfd.h>

#include <csignal>
#include <cstring>

namespace ipclab {

std::optional<std::uint32_t> mergedInto(TracedProcess& process, Tid taker, int signal)
{
    constexpr int kFirstQueued = 32; // the kernel's SIGRTMIN
    const auto sent = process.sent.find(signal);
    if (sent == process.sent.end())
        return std::nullopt;
    const std::uint32_t others = sent->second - 1;
    // Another thread may have taken one at the same time; stop signals and SIGCONT undo each other.
    const bool countable = signal < kFirstQueued && process.threads.size() == 1 && signal != SIGCONT
        && !isStopSignal(signal);
    const std::uint64_t bit = std::uint64_t { 1 } << (signal - 1);
    if (countable && others > 0 && (signalFacts(process.pid, taker).pending & bit) != 0) {
        sent->second = others;
        return std::nullopt;
    }
    process.sent.erase(sent);
    return countable && others > 0 ? std::optional(others) : std::nullopt;
}

void CallDecoder::takeAwaited(TracedProcess& process, TracedThread& thread, int signal)
{
    TakenSignal taken { signal, std::nullopt };
    bool sent = true;
    const std::uint64_t info = thread.call->args[1]; // may be none, sigwaitinfo(2)
    if (const auto said = readValue<siginfo_t>(thread.tid, info); said && info != 0) {
        sent = said->si_code <= 0;
        taken.from = said->si_pid;
        taken.code = said->si_code;
    }
    tellTaken(process, thread.tid, taken, sent);
}

void CallDecoder::takeRead(TracedProcess& process, TracedThread& thread, std::uint64_t count)
{
    constexpr std::uint64_t kMost = 64 * sizeof(signalfd_siginfo); // of one read
    const OpenCall& call = *thread.call;
    const std::string infos = call.call == Call::Read
        ? readBytes(thread.tid, call.args[1], std::min(count, kMost))
        : call.payload;
    signalfd_siginfo info {};
    for (std::size_t at = 0; at + sizeof info <= infos.size(); at += sizeof info) {
        std::memcpy(&info, infos.data() + at, sizeof info);
        tellTaken(process, thread.tid,
            { static_cast<int>(info.ssi_signo), static_cast<std::int32_t>(info.ssi_pid),
                info.ssi_code },
            info.ssi_code <= 0);
    }
}

void CallDecoder::tellTaken(TracedProcess& process, Tid tid, const TakenSignal& taken, bool sent)
{
    if (taken.number < 1 || taken.number > 64)
        return;
    if (sent)
        m_needs.tellSender(process, tid, taken);
    std::string name;
    const SignalOrigin origin = taken.from
        ? originOf(process, m_tracees, taken.number, { taken.code, *taken.from }, name)
        : SignalOrigin {};
    m_recorder.record(process.pid, tid,
        SignalDelivered { { taken.number }, SignalAction::Taken,
            mergedInto(process, tid, taken.number), origin });
}

} // namespace ipclab
