// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/io_signals.h"

#include "ipc-core/capture/file_locks.h"
#include "ipc-core/capture/proc_fs.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <sstream>
#include <string>

namespace ipclab {

namespace {

// "4: LEASE  ACTIVE    READ 4711 00:1b:5 0 EOF", proc_locks(5)
bool hasLease(Pid pid)
{
    std::istringstream lines(readFileLocks());
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string number, kind, state, access;
        int holder = 0;
        if (words >> number >> kind >> state >> access >> holder && kind == "LEASE"
            && holder == pid.value)
            return true;
    }
    return false;
}

bool isFolder(Pid pid, int fd)
{
    const auto facts = fileFacts(pid, fd);
    return facts && S_ISDIR(facts->mode);
}

} // namespace

bool hasAsyncDescriptor(Pid pid)
{
    return std::ranges::any_of(openDescriptors(pid), [pid](int fd) {
        const auto flags = fdinfoNumber(pid, fd, "flags", 8);
        return flags && (*flags & O_ASYNC) != 0;
    });
}

bool mayWatchFiles(Pid pid)
{
    return std::ranges::any_of(openDescriptors(pid), [pid](int fd) { return isFolder(pid, fd); })
        || hasLease(pid);
}

} // namespace ipclab
