// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"

#include "ipc-core/analysis/wakers.h"

#include <algorithm>
#include <iterator>

namespace ipclab {

WaitReason reasonOf(const CallInProgress& call)
{
    switch (call.call) {
    case Call::Read:
    case Call::Readv:
    case Call::Recvfrom:
    case Call::Recvmsg:
    case Call::Recvmmsg:
    case Call::Msgrcv:
    case Call::MqTimedreceive:
        return WaitReason::Data;
    case Call::Write:
    case Call::Writev:
    case Call::Sendto:
    case Call::Sendmsg:
    case Call::Sendmmsg:
    case Call::Msgsnd:
    case Call::MqTimedsend:
        return WaitReason::Room;
    case Call::Accept:
    case Call::Accept4:
        return WaitReason::Connection;
    case Call::Connect:
    case Call::Open:
    case Call::Openat:
    case Call::Openat2:
    case Call::Creat:
        return WaitReason::Peer;
    case Call::Wait4:
    case Call::Waitid:
    case Call::Vfork:
        return WaitReason::Child;
    case Call::Futex:
    case Call::Flock:
    case Call::Fcntl: // told of only where it waits: F_SETLKW
    case Call::Semop:
    case Call::Semtimedop:
        return WaitReason::Lock;
    case Call::Nanosleep:
    case Call::ClockNanosleep:
        return WaitReason::Time;
    case Call::Pause:
    case Call::RtSigsuspend:
    case Call::RtSigtimedwait:
        return WaitReason::Signal;
    case Call::Poll:
    case Call::Ppoll:
    case Call::Select:
    case Call::Pselect6: // of nothing, for ever: as pause(2), which some architectures lack
        if (call.fds.empty() && !call.until)
            return WaitReason::Signal;
        return WaitReason::Any;
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
    case Call::Splice: // for bytes in one, or room in the other
    case Call::Tee:
    case Call::Sendfile:
        return WaitReason::Any;
    case Call::IoUringEnter:
    case Call::IoGetevents:
    case Call::IoPgetevents:
        return WaitReason::Completion;
    default:
        return WaitReason::Other;
    }
}

std::optional<Wait> waitOf(
    const World& world, const Process& process, const Thread& thread, const Present* present)
{
    if (!thread.call || thread.ahead) // who is held goes on as soon as the person lets it
        return std::nullopt;
    const CallInProgress& call = *thread.call;
    Wait wait;
    wait.pid = process.pid;
    wait.tid = thread.tid;
    wait.call = call.call;
    wait.reason = reasonOf(call);
    wait.fd = call.fd;
    wait.channel = call.channel;
    wait.since = call.since;
    wait.until = call.until;
    wait.child = call.child;
    wait.lock = call.lock;
    findWakers(world, process, thread, wait, present);
    return wait;
}

std::optional<Wait> waitOf(const World& world, const Process& process, const Present* present)
{
    if (process.state() != ProcessState::Waiting)
        return std::nullopt;
    const auto first = process.threads.find(firstThread(process.pid));
    return waitOf(world, process,
        first == process.threads.end() ? process.threads.begin()->second : first->second, present);
}

std::vector<Pid> wakerProcesses(const World& world, const Wait& wait)
{
    std::vector<Pid> pids = wait.wakerPids;
    for (const Tid waker : wait.wakers) {
        if (const Process* const process = world.processOf(waker))
            pids.push_back(process->pid);
    }
    std::ranges::sort(pids);
    pids.erase(std::unique(pids.begin(), pids.end()), pids.end());
    return pids;
}

std::vector<Tid> wakerThreads(const World& world, const Wait& wait)
{
    std::vector<Tid> tids = wait.wakers;
    for (const Pid pid : wait.wakerPids) {
        if (const Process* const process = world.process(pid))
            std::ranges::transform(process->threads, std::back_inserter(tids),
                [](const auto& entry) { return entry.first; });
    }
    std::ranges::sort(tids);
    tids.erase(std::unique(tids.begin(), tids.end()), tids.end());
    return tids;
}

} // namespace ipclab
