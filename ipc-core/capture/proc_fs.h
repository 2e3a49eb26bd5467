// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/events/words.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// What /proc says, proc(5). All reads are bounded; a process that is gone gives empty answers.
struct FileFacts {
    std::string link; // "/path", "pipe:[12]", "socket:[34]"
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::uint32_t mode = 0; // st_mode
    std::uint64_t special = 0; // st_rdev

    bool operator==(const FileFacts&) const = default;
};

std::string linkTarget(const std::string& path); // empty: it is none, or may not be read
std::string readSmallFile(const std::string& path, std::size_t most);
// The first thread that has not ended. Who has ended shows nothing of its process, neither memory
// nor descriptors, and the first may end before the others, pthread_exit(3): then any of those
// does, and those that ask for a process below ask it.
Tid livingThread(Pid pid);
// One of those that tell of the whole process: "maps", "fdinfo/3".
std::string readOfProcess(Pid pid, const std::string& rest, std::size_t most);
std::string descriptorLink(Pid pid, int fd); // as linkTarget
// What follows a key on its line, without the blanks between.
std::string fieldAfter(const std::string& text, const std::string& key);
std::optional<FileFacts> fileFacts(Pid pid, int fd); // without opening it: stat(2) of the link
std::vector<int> openDescriptors(Pid pid);
std::vector<int> numbersIn(const std::string& folder, std::size_t most); // the names that are such
// Of the slave of a pseudo-terminal, /dev/pts/INDEX, by its device number; nothing: another device.
std::optional<std::uint64_t> ptyIndex(std::uint64_t device);
std::optional<std::uint64_t> fdinfoNumber(Pid pid, int fd, const std::string& key, int base);
std::optional<Access> accessOf(Pid pid, int fd); // by fdinfo's flags, proc_pid_fdinfo(5)
std::optional<Pid> processOfPidfd(Pid pid, int fd); // as fdinfo has it, pidfd_open(2)
struct SignalFacts { // bit N-1 is signal N
    std::uint64_t ignored = 0;
    std::uint64_t caught = 0;
    std::uint64_t blocked = 0; // by the thread
    std::uint64_t pending = 0; // for the thread, or for any of its process
};
SignalFacts signalFacts(Pid pid, Tid tid);
std::string statusText(Pid pid, Tid tid); // /proc/PID/task/TID/status, whole
bool hasTimers(Pid pid); // of timer_create(2)
std::string executable(Pid pid);
std::string commandLine(Pid pid); // words each ended by a NUL

std::string syscallText(Pid pid, Tid tid); // /proc/PID/task/TID/syscall, for parseSyscall
// What shows that a thread has not run between two looks: its state letter, the call it is in and
// its context switches. Empty when it is gone.
std::string stillnessStamp(Pid pid, Tid tid);
bool isAsleep(const std::string& stamp);
char stateLetter(Pid pid, Tid tid); // of /proc/PID/task/TID/stat; '?' when it is gone

} // namespace ipclab
