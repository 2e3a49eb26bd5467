// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_append.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/events/event_json.h"

#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>

namespace ipclab {

namespace {

// It may have been cut short.
bool endsWithALine(int fd)
{
    char last = '\n';
    const off_t size = ::lseek(fd, 0, SEEK_END);
    return size <= 0 || (::pread(fd, &last, 1, size - 1) == 1 && last == '\n');
}

} // namespace

Status appendEvent(const QString& path, EventIndex index, const Event& event)
{
    const std::string name = QFile::encodeName(path).toStdString();
    const UniqueFd file(::open(name.c_str(), O_RDWR | O_APPEND | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return lastError("open", name);
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
        return Error { 0, "lock", name };
    std::string line = toJsonLine(index, event) + '\n';
    if (!endsWithALine(file.get()))
        line.insert(line.begin(), '\n');
    // At once: what is cut short by a full disk is one damaged line.
    const ssize_t written = ::write(file.get(), line.data(), line.size());
    if (written < 0)
        return lastError("write", name);
    if (written != static_cast<ssize_t>(line.size()))
        return Error { ENOSPC, "write", name };
    return Done {};
}

} // namespace ipclab
