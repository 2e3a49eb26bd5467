// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/call_ahead.h"

#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/socket_facts.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <bit>
#include <csignal>
#include <string_view>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

constexpr std::string_view kMarkFolder = "/ipclab-mark/1/";
constexpr std::size_t kLongestMark = 64;
constexpr int kMostOfAProgram = 40; // signals in a mask; the C library blocks all that it may

bool isShared(const Tracees& tracees, const TracedProcess& process, const ChannelEnd& end)
{
    return std::ranges::any_of(tracees.processes, [&](const auto& other) {
        return other.first != process.pid
            && std::ranges::any_of(*other.second.descriptors,
                [&](const auto& held) { return held.second.channel == end.channel; });
    });
}

// What is done with a descriptor: is it of interest to others?
bool concernsOthers(const Tracees& tracees, const TracedProcess& process, int fd)
{
    const auto found = process.descriptors->find(fd);
    if (found == process.descriptors->end())
        return false;
    const ChannelEnd& end = found->second;
    return end.kind != ChannelKind::File || end.access != Access::Read
        || isShared(tracees, process, end);
}

// close_range(2) of any such.
bool closesWhatConcernsOthers(
    const Tracees& tracees, const TracedProcess& process, const OpenCall& call)
{
    return std::ranges::any_of(*process.descriptors, [&](const auto& open) {
        return static_cast<unsigned>(open.first) >= static_cast<unsigned>(call.args[0])
            && static_cast<unsigned>(open.first) <= static_cast<unsigned>(call.args[1])
            && concernsOthers(tracees, process, open.first);
    });
}

// Under what name we find what the process calls so. /proc/self is another for each, and these lead
// there, proc(5).
std::string nameForUs(Pid pid, Tid tid, const OpenFacts& opening)
{
    const std::string proc = "/proc/" + std::to_string(pid.value);
    const std::string& path = opening.path;
    if (!path.starts_with('/'))
        return proc
            + (opening.folder == AT_FDCWD ? "/cwd/" : "/fd/" + std::to_string(opening.folder) + '/')
            + path;
    const std::pair<std::string_view, std::string> own[] { { "/dev/stdin", "/fd/0" },
        { "/dev/stdout", "/fd/1" }, { "/dev/stderr", "/fd/2" }, { "/dev/fd", "/fd" },
        { "/proc/self", "" }, { "/proc/thread-self", "/task/" + std::to_string(tid.value) } };
    for (const auto& [name, within] : own) {
        if (path.starts_with(name) && (path.size() == name.size() || path[name.size()] == '/'))
            return proc + within + path.substr(name.size());
    }
    return proc + "/root" + path;
}

// Without opening it, and as the kernel knows it by now. Nothing: there is no such file.
std::optional<mode_t> kindOf(Pid pid, Tid tid, const OpenFacts& opening)
{
    const std::string path = nameForUs(pid, tid, opening);
    struct statx facts { };
    if (::statx(AT_FDCWD, path.c_str(), AT_STATX_DONT_SYNC | AT_NO_AUTOMOUNT, STATX_TYPE, &facts)
        != 0)
        return std::nullopt;
    return facts.stx_mode;
}

bool isOpeningOfInterest(const TracedProcess& process, Tid tid, const OpenCall& call)
{
    const auto opening = openFacts(tid, call);
    if (!opening)
        return false;
    const auto mode = kindOf(process.pid, tid, *opening);
    const bool writes = opening->access != Access::Read;
    return mode ? S_ISFIFO(*mode) || (writes && S_ISREG(*mode)) : writes;
}

bool isMaskOfInterest(
    const TracedProcess& process, const TracedThread& thread, const OpenCall& call)
{
    const auto set = readValue<std::uint64_t>(thread.tid, call.args[1]);
    if (!set || process.sharesMemory || std::popcount(thread.blocked) >= kMostOfAProgram)
        return false;
    return std::popcount(*set) < kMostOfAProgram
        && (call.args[0] != SIG_SETMASK || *set != thread.blocked);
}

Pid meant(const Tracees& tracees, const TracedProcess& process, std::uint64_t number)
{
    return tracees.meantBy(process, static_cast<std::int32_t>(number)).value_or(Pid {});
}

void findSignal(
    const Tracees& tracees, const TracedProcess& process, const OpenCall& call, ThreadHeld& body)
{
    const auto signal = [](std::uint64_t number) {
        return SignalNumber { static_cast<int>(number <= 64 ? number : 0) };
    };
    switch (call.call) {
    case Call::Kill:
        if (static_cast<std::int32_t>(call.args[0]) > 0) // else a group
            body.to = meant(tracees, process, call.args[0]);
        body.signal = signal(call.args[1]);
        break;
    case Call::RtSigqueueinfo:
        body.to = meant(tracees, process, call.args[0]);
        body.signal = signal(call.args[1]);
        break;
    case Call::Tgkill:
    case Call::RtTgsigqueueinfo:
        body.to = meant(tracees, process, call.args[0]);
        body.signal = signal(call.args[2]);
        break;
    case Call::Tkill:
    case Call::PidfdSendSignal:
        body.signal = signal(call.args[1]);
        break;
    case Call::RtSigaction:
        body.signal = signal(call.args[0]);
        break;
    default:
        break;
    }
}

} // namespace

std::optional<std::string> markIn(Tid tid, const OpenCall& call)
{
    if (call.call != Call::Readlink && call.call != Call::Readlinkat)
        return std::nullopt;
    const std::string path = readText(tid, call.linkPath(), kMarkFolder.size() + kLongestMark);
    if (!path.starts_with(kMarkFolder) || path.size() == kMarkFolder.size())
        return std::nullopt;
    return path.substr(kMarkFolder.size());
}

bool isStep(const Tracees& tracees, const TracedProcess& process, const TracedThread& thread,
    const OpenCall& call)
{
    switch (call.call) {
    case Call::Unknown:
    case Call::RestartSyscall:
    case Call::Clone: // only what keep_traced.h is about
    case Call::Clone3:
    case Call::Prctl:
    case Call::Ptrace:
    case Call::Seccomp:
        return false;
    case Call::Readlink:
    case Call::Readlinkat:
        return markIn(thread.tid, call).has_value();
    case Call::Open:
    case Call::Openat:
    case Call::Openat2:
    case Call::Creat:
        return isOpeningOfInterest(process, thread.tid, call);
    case Call::RtSigaction:
        return !process.sharesMemory; // else it is the C library's, before exec
    case Call::RtSigprocmask:
        return isMaskOfInterest(process, thread, call);
    case Call::Close:
    case Call::Dup:
    case Call::Dup2:
    case Call::Dup3:
    case Call::Fcntl:
        return concernsOthers(tracees, process, call.fd());
    case Call::CloseRange:
        return closesWhatConcernsOthers(tracees, process, call);
    default:
        return !transferOf(call.call) || !namesDescriptor(call.call)
            || concernsOthers(tracees, process, call.fd());
    }
}

bool isWorthSlowing(Call call)
{
    return call != Call::RtSigaction && call != Call::RtSigprocmask && call != Call::Futex;
}

CallAheadFacts callAheadFacts(
    const Tracees& tracees, const TracedProcess& process, Tid tid, const OpenCall& call)
{
    CallAheadFacts facts;
    ThreadHeld& body = facts.body;
    body.call = call.call;
    const auto found = process.descriptors->find(call.fd());
    if (isOnDescriptor(call.call) && namesDescriptor(call.call)) {
        body.fd = call.fd();
        if (found != process.descriptors->end())
            body.channel = found->second.channel;
    }
    if (const auto transfer = transferOf(call.call))
        body.requested = transferSize(tid, call, *transfer);
    if (auto opening = openFacts(tid, call))
        facts.path = std::move(opening->path);
    if (call.call == Call::Connect || call.call == Call::Bind)
        facts.path = addressText(
            readBytes(tid, call.args[1], std::min<std::uint64_t>(call.args[2], kLongestAddress)));
    Polled polled;
    if (call.call == Call::Wait4 || call.call == Call::Waitid) {
        const auto waits = waitFacts(tid, call, polled);
        if (waits && waits->child)
            body.to = waits->child->value > 0
                ? tracees.meantBy(process, waits->child->value).value_or(Pid { -1 })
                : Pid { -1 };
    }
    findSignal(tracees, process, call, body);
    facts.mark = markIn(tid, call).value_or(std::string());
    return facts;
}

} // namespace ipclab
