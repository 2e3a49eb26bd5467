// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/signal_origin.h"

#include "ipc-core/capture/task.h"

#include <unistd.h>

#include <csignal>

namespace ipclab {

namespace {

// Sent by the kernel these are of the terminal that controls the process: ^C, ^\, ^Z, a new size,
// or that it reads or writes there from the background, termios(3), ioctl_tty(2).
bool isOfTerminal(int signal)
{
    switch (signal) {
    case SIGINT:
    case SIGQUIT:
    case SIGTSTP:
    case SIGTTIN:
    case SIGTTOU:
    case SIGWINCH:
        return true;
    default:
        return false;
    }
}

// Besides kill() and its kin rt_sigqueueinfo() sends, with any code below 0 that the sender likes,
// rt_sigqueueinfo(2); those that the kernel uses there are of timers, queues and input,
// sigaction(2).
bool isSentByProcess(const SignalInfo& info)
{
    switch (info.code) {
    case SI_TIMER:
    case SI_MESGQ:
    case SI_ASYNCIO:
    case SI_SIGIO:
    case SI_ASYNCNL:
        return false;
    default:
        return info.code <= SI_USER;
    }
}

} // namespace

SignalOrigin originOf(const TracedProcess& process, const Tracees& tracees, int signal,
    const SignalInfo& info, std::string& name)
{
    SignalOrigin origin;
    if (!isSentByProcess(info)) {
        const bool terminal = info.code == SI_KERNEL && isOfTerminal(signal);
        origin.by = terminal ? SignalSource::Terminal : SignalSource::Kernel;
        return origin;
    }
    // 0: it is in another pid namespace; and in one of its own the process uses other numbers.
    const Pid from { info.pid };
    const bool told = process.sent.contains(signal) || from == Pid { ::getpid() };
    if (told || info.pid <= 0 || process.names.elsewhere() || tracees.processes.contains(from)
        || tracees.zombies.contains(from))
        return origin;
    const auto stat = statOf(from); // it may be gone already
    name = stat ? stat->name : std::string();
    origin.from = from;
    origin.name = name;
    return origin;
}

} // namespace ipclab
