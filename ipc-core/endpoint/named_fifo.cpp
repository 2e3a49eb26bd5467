// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/named_fifo.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ipclab {

NamedFifo::~NamedFifo()
{
    if (m_made)
        ::unlink(m_path.c_str());
}

Result<NamedFifo> fifoAt(const std::string& path)
{
    if (::mkfifo(path.c_str(), 0600) == 0)
        return NamedFifo(path, true);
    const Error error = lastError("mkfifo", path);
    struct stat facts { };
    if (error.number == EEXIST && ::stat(path.c_str(), &facts) == 0 && S_ISFIFO(facts.st_mode))
        return NamedFifo(path, false);
    return error;
}

} // namespace ipclab
