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

} // namespace

bool isSentByProcess(const SignalInfo& info)
{
    return info.code == SI_USER || info.code == SI_QUEUE || info.code == SI_TKILL;
}

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
