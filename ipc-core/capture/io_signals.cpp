// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/io_signals.h"

#include "ipc-core/capture/file_locks.h"
#include "ipc-core/capture/proc_fs.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

namespace ipclab {

namespace {

bool hasLease(Pid pid)
{
    return std::ranges::any_of(fileLocks(readFileLocks()), [pid](const FileLock& lock) {
        return lock.of == FileLockOf::Lease && !lock.waits && lock.pid == pid.value;
    });
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
