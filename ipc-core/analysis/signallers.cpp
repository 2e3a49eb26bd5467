// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/signallers.h"

#include "ipc-core/analysis/present.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>

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

bool isInterpreter(const Process& process)
{
    const std::string_view program
        = std::string_view(process.path).substr(process.path.rfind('/') + 1);
    return program.starts_with("python") || program == "bash" || program == "sh";
}

} // namespace

bool alwaysHandlesInterrupt(const Process& process)
{
    return handles(process, SIGINT) && isInterpreter(process);
}

bool handlesWhatOthersSend(const Process& process)
{
    // Those that are left out it brings about itself, by what it does: who waits does nothing, and
    // a stranger that sends it one is not to be expected.
    constexpr std::array kSent { SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGCONT, SIGTSTP, SIGTTIN,
        SIGTTOU, SIGWINCH, SIGURG, SIGIO, SIGPWR };
    return handlesItsOwn(process) || (handles(process, SIGINT) && !isInterpreter(process))
        || std::ranges::any_of(kSent, [&](int signal) { return handles(process, signal); });
}

bool handlesAnySignal(const Process& process)
{
    for (int signal = 1; signal <= 64; ++signal) {
        const bool glibcs = signal >= kCancel && signal < kFirstRealTime;
        const bool always = signal == SIGINT && alwaysHandlesInterrupt(process);
        if (signal != SIGCHLD && !always && !glibcs && handles(process, signal))
            return true;
    }
    return false;
}

std::vector<Pid> signallersOf(const World& world, const Process& process, const Present* present)
{
    std::vector<Pid> pids;
    if (handles(process, kCancel))
        pids.push_back(process.pid);
    const auto add = [&](const Process& other) {
        if (!other.self)
            pids.push_back(other.pid);
    };
    if (handlesItsOwn(process))
        eachPresent(world, present, add);
    else if (handles(process, SIGCHLD))
        eachChild(world, process.pid, present, add);
    return pids;
}

bool isSignalledFromOutside(const Process& process)
{
    // Who was attached to may have children that are not watched; and of those that are only looked
    // at not all are, who could send a signal.
    return (process.by == StartedBy::Attach && handles(process, SIGCHLD))
        || (process.by == StartedBy::Found && handlesItsOwn(process));
}

} // namespace ipclab
