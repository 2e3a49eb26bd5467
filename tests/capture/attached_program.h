// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/survey/unseen.h"
#include "tests/capture/running.h"
#include "tests/capture/watched.h"

#include <unistd.h>

#include <fstream>
#include <string>

namespace ipclab::test {

// The program tests/tracees/attached.c, which runs before anybody watches it, and what is so of it.
inline CaptureOptions closedKnown()
{
    CaptureOptions options;
    options.heldOnlyBy = isPipeHeldOnlyBy;
    return options;
}

inline QStringList attached(const char* way, const char* more = nullptr)
{
    QStringList argv { QString::fromStdString(tracee("attached")), QString::fromLatin1(way) };
    if (more)
        argv << QString::fromLatin1(more);
    return argv;
}

inline bool waitsIn(const World& world, Pid pid, Call call)
{
    const Process* const process = world.process(pid);
    return process && !process->threads.empty() && process->threads.begin()->second.call
        && process->threads.begin()->second.call->call == call;
}

inline bool sleeps(const Running& program)
{
    for (int i = 0; i < 10'000 && program.state() != 'S'; ++i)
        usleep(1000); // nobody reads meanwhile
    return program.state() == 'S';
}

inline bool untraced(Pid pid)
{
    std::ifstream file("/proc/" + std::to_string(pid.value) + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("TracerPid:"))
            return line.find_first_not_of(" \t0", 10) == std::string::npos;
    }
    return false;
}

} // namespace ipclab::test
