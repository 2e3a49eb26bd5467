// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// Whose a lock on a file is: of a process, fcntl(2), or of an open file description, which all who
// inherited it share, flock(2). A lease is no lock that those wait for, but for who opens the file.
enum class FileLockOf : std::uint8_t { Process, Description, Lease };

// One line of /proc/locks, proc_locks(5).
struct FileLock {
    unsigned number = 0; // those who wait have that of whom they wait for
    bool waits = false;
    FileLockOf of = FileLockOf::Process;
    std::int32_t pid = 0; // -1 where a description has no process
    std::uint64_t inode = 0;
    std::string what {}; // "WRITE 0 EOF": its sort, and from where to where it reaches
    bool operator==(const FileLock&) const = default;
};

std::vector<FileLock> fileLocks(std::string_view text); // lines that make no sense are left out
std::string readFileLocks();
// Those that are held by way of this descriptor, proc_pid_fdinfo(5); their numbers mean nothing.
std::vector<FileLock> locksHeldAt(Pid pid, int fd);

// The locks on that file which the process waits for: those it may be, where it has several
// threads.
std::vector<FileLock> locksWaitedFor(
    const std::vector<FileLock>& locks, Pid waiter, std::uint64_t inode);

} // namespace ipclab
