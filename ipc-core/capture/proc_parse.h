// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The texts of proc(5), each as its kernel writes it, to values. Pure functions over bytes:
// whatever the text, no more than it says, and nothing where it makes no sense.
namespace ipclab {

struct TaskStat { // /proc/PID/stat, /proc/PID/task/TID/stat
    std::string name; // comm
    TaskState state = TaskState::Unknown;
    Pid parent;
    Pid group;
    Pid session;
    std::uint64_t terminal = 0; // device number of the controlling terminal; 0: none
    Pid foreground; // process group of that terminal; none: 0
    bool kernelThread = false;
    bool exiting = false; // or a zombie: what it had is on its way back to the kernel
    std::uint64_t startTime = 0; // clock ticks since boot
    std::uint32_t exitCode = 0; // while stopped: the signal; 0 where it may not be seen
};
std::optional<TaskStat> parseStat(std::string_view text);

struct TaskStatus { // /proc/PID/task/TID/status
    Pid process; // Tgid
    Pid tracer; // 0: nobody
    std::optional<std::uint32_t> user; // the effective one
    std::uint64_t pending = 0; // of the thread and of the process, bit N-1 for signal N
    std::uint64_t blocked = 0;
    std::uint64_t caught = 0;
};
std::optional<TaskStatus> parseStatus(std::string_view text);

struct TaskCall { // /proc/PID/task/TID/syscall
    bool running = false; // on a processor, or about to be
    std::int64_t number = -1; // -1: blocked, but not in a call
    std::array<std::uint64_t, 6> args {};
};
std::optional<TaskCall> parseSyscall(std::string_view text);

} // namespace ipclab
