// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/memory_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

namespace ipclab {

MemoryFile::MemoryFile(std::int32_t tid, bool writable)
    : m_file(::open(("/proc/" + std::to_string(tid) + "/mem").c_str(),
        (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC))
{
}

std::size_t MemoryFile::read(std::uint64_t address, void* into, std::size_t size) const
{
    const ssize_t got = ::pread(m_file.get(), into, size, static_cast<off_t>(address));
    return static_cast<std::size_t>(std::max<ssize_t>(got, 0));
}

std::size_t MemoryFile::write(std::uint64_t address, const void* from, std::size_t size) const
{
    const ssize_t put = ::pwrite(m_file.get(), from, size, static_cast<off_t>(address));
    return static_cast<std::size_t>(std::max<ssize_t>(put, 0));
}

bool MemoryFile::isNeeded(int error)
{
    return error == ENOSYS || error == EPERM;
}

} // namespace ipclab
