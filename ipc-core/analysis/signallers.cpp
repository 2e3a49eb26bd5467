// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/signallers.h"

#include <csignal>

namespace ipclab {

namespace {

constexpr int kFirstRealTime = 34; // below are two of glibc's own, signal(7)
constexpr int kCancel = 32; // glibc's, pthread_cancel(3): it ends a wait

bool handles(const Process& process, int signal)
{
    return process.actions.at(static_cast<std::size_t>(signal)) == SignalAction::Handler;
}

bool handlesRealTime(const Process& process)
{
    for (int signal = kFirstRealTime; signal <= 64; ++signal) {
        if (handles(process, signal))
            return true;
    }
    return false;
}

} // namespace

std::vector<Pid> signallersOf(const World& world, const Process& process)
{
    std::vector<Pid> pids;
    if (handles(process, kCancel))
        pids.push_back(process.pid);
    const bool meant
        = handles(process, SIGUSR1) || handles(process, SIGUSR2) || handlesRealTime(process);
    for (const auto& [pid, other] : world.processes) {
        const bool child = other.parent == process.pid && pid != process.pid;
        if (!other.self && (meant || (child && handles(process, SIGCHLD))))
            pids.push_back(pid);
    }
    return pids;
}

bool isSignalledByDescriptors(const Process& process)
{
    // Who was attached to may have children that are not watched.
    return handles(process, SIGIO)
        || (process.by == StartedBy::Attach && handles(process, SIGCHLD));
}

} // namespace ipclab
