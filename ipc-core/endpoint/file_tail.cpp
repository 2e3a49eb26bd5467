// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/file_tail.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

namespace ipclab {

namespace {
constexpr std::chrono::milliseconds kInterval { 50 };
}

FileTail::FileTail(UniqueFd fd, EndListener listener)
    : m_fd(std::move(fd))
    , m_listener(std::move(listener))
{
    QObject::connect(&m_timer, &QTimer::timeout, [this] { turn(); });
    setReading(true);
}

void FileTail::setReading(bool reading)
{
    if (reading && m_fd)
        m_timer.start(std::chrono::milliseconds { 0 });
    else
        m_timer.stop();
}

void FileTail::close()
{
    m_timer.stop();
    m_fd.reset();
}

void FileTail::turn()
{
    struct stat facts { };
    if (::fstat(m_fd.get(), &facts) == 0 && facts.st_size < m_offset)
        m_offset = 0;
    std::array<char, kMostReadAtOnce> bytes; // not initialised: only what was read is looked at
    const ssize_t count = ::pread(m_fd.get(), bytes.data(), bytes.size(), m_offset);
    m_timer.start(count == kMostReadAtOnce ? std::chrono::milliseconds { 0 } : kInterval);
    if (count > 0) {
        m_offset += count;
        m_listener.arrived(QByteArray(bytes.data(), count));
    } else if (count < 0 && errno != EINTR) {
        m_timer.stop();
        m_listener.failed(lastError("read"));
    }
}

} // namespace ipclab
