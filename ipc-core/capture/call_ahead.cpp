// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/call_ahead.h"

#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/socket_registry.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <bit>
#include <csignal>
#include <string_view>
#include <vector>

namespace ipclab {

namespace {

constexpr std::string_view kMarkFolder = "/ipclab-mark/1/";
constexpr std::size_t kLongestMark = 64;
constexpr std::size_t kLongestAddress = 128; // sockaddr_storage
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

// Without opening it. Nothing: there is no such file.
std::optional<mode_t> modeOf(Pid pid, const OpenFacts& opening)
{
    std::string path = "/proc/" + std::to_string(pid.value);
    if (opening.path.starts_with('/'))
        path += "/root" + opening.path;
    else if (opening.folder == AT_FDCWD)
        path += "/cwd/" + opening.path;
    else
        path += "/fd/" + std::to_string(opening.folder) + '/' + opening.path;
    struct stat facts { };
    if (stat(path.c_str(), &facts) != 0)
        return std::nullopt;
    return facts.st_mode;
}

bool isOpeningOfInterest(const TracedProcess& process, Tid tid, const OpenCall& call)
{
    const auto opening = openFacts(tid, call);
    if (!opening)
        return false;
    const auto mode = modeOf(process.pid, *opening);
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
    const std::string path = readText(
        tid, call.args[call.call == Call::Readlink ? 0 : 1], kMarkFolder.size() + kLongestMark);
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
        return std::ranges::any_of(*process.descriptors, [&](const auto& open) {
            return static_cast<unsigned>(open.first) >= static_cast<unsigned>(call.args[0])
                && static_cast<unsigned>(open.first) <= static_cast<unsigned>(call.args[1])
                && concernsOthers(tracees, process, open.first);
        });
    default:
        return !transferOf(call.call) || !namesDescriptor(call.call)
            || concernsOthers(tracees, process, call.fd());
    }
}

bool isWorthSlowing(Call call)
{
    return call != Call::RtSigaction && call != Call::RtSigprocmask && call != Call::Futex;
}

void findCallAhead(const Tracees& tracees, const TracedProcess& process, Tid tid,
    const OpenCall& call, CallAheadFacts& into)
{
    ThreadHeld& body = into.body;
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
        into.path = std::move(opening->path);
    if (call.call == Call::Connect || call.call == Call::Bind)
        into.path = addressText(
            readBytes(tid, call.args[1], std::min<std::uint64_t>(call.args[2], kLongestAddress)));
    std::vector<int> fds;
    if (call.call == Call::Wait4 || call.call == Call::Waitid) {
        const auto waits = waitFacts(tid, call, fds);
        if (waits && waits->child)
            body.to = waits->child->value > 0
                ? tracees.meantBy(process, waits->child->value).value_or(Pid { -1 })
                : Pid { -1 };
    }
    findSignal(tracees, process, call, body);
    into.mark = markIn(tid, call).value_or(std::string());
    body.path = into.path;
    body.mark = into.mark;
}

} // namespace ipclab
