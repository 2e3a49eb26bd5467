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

// A signal that has no meaning but what programs give it.
bool handlesItsOwn(const Process& process)
{
    if (handles(process, SIGUSR1) || handles(process, SIGUSR2))
        return true;
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
    const bool meant = handlesItsOwn(process);
    if (!meant && !handles(process, SIGCHLD)) // most: and there may be many processes
        return pids;
    for (const auto& [pid, other] : world.processes) {
        const bool child = other.parent == process.pid && pid != process.pid;
        if (!other.self && (meant || (child && handles(process, SIGCHLD))))
            pids.push_back(pid);
    }
    return pids;
}

bool isSignalledFromOutside(const Process& process)
{
    // Who was attached to may have children that are not watched; and of those that are only looked
    // at not all are, who could send a signal.
    return handles(process, SIGIO) || (process.by == StartedBy::Attach && handles(process, SIGCHLD))
        || (process.by == StartedBy::Found && handlesItsOwn(process));
}

} // namespace ipclab
