// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/open_files.h"

#include "ipc-core/capture/proc_fs.h"

#include <linux/kcmp.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>

namespace ipclab {

namespace {

constexpr std::size_t kMostFiles = 16384;

enum class Order : std::uint8_t { Same, Before, After, Unknown };

long compared(Tid one, Tid other, int fd, int otherFd)
{
    return syscall(SYS_kcmp, one.value, other.value, KCMP_FILE, fd, otherFd);
}

Order orderOf(const OpenFiles::Place& one, const OpenFiles::Place& other)
{
    long order = compared(firstThread(one.pid), firstThread(other.pid), one.fd, other.fd);
    if (order < 0 && errno == EBADF) // or its first thread has ended
        order = compared(livingThread(one.pid), livingThread(other.pid), one.fd, other.fd);
    switch (order) {
    case 0:
        return Order::Same;
    case 1:
        return Order::Before;
    case 2:
        return Order::After;
    default:
        return Order::Unknown;
    }
}

} // namespace

OpenFiles::Found OpenFiles::find(Place place)
{
    if (orderOf(place, place) != Order::Same) {
        if (m_uncompared.size() >= kMostFiles)
            m_uncompared.clear();
        const auto [at, added] = m_uncompared.try_emplace(place, m_last + 1);
        m_last += added ? 1 : 0;
        return { at->second, false };
    }
    if (m_sorted.size() >= kMostFiles)
        m_sorted.clear();
    std::size_t begin = 0;
    std::size_t end = m_sorted.size();
    while (begin < end) {
        const std::size_t middle = begin + (end - begin) / 2;
        const auto entry = m_sorted.begin() + static_cast<std::ptrdiff_t>(middle);
        switch (orderOf(place, entry->place)) {
        case Order::Same:
            return { entry->number };
        case Order::Before:
            end = middle;
            break;
        case Order::After:
            begin = middle + 1;
            break;
        case Order::Unknown: // it has been closed
            m_sorted.erase(entry);
            --end;
            break;
        }
    }
    m_sorted.insert(m_sorted.begin() + static_cast<std::ptrdiff_t>(begin), { place, ++m_last });
    return { m_last };
}

void OpenFiles::forget(Place place)
{
    m_uncompared.erase(place);
    std::erase_if(m_sorted, [&](const Entry& entry) { return entry.place == place; });
}

} // namespace ipclab
