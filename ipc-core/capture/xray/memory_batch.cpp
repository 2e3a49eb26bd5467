// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/memory_batch.h"

#include "ipc-core/capture/memory_file.h"

#include <algorithm>
#include <cerrno>
#include <climits>

namespace ipclab {

void MemoryBatch::clear()
{
    m_remote.clear();
    m_places.clear();
    m_total = 0;
}

std::size_t MemoryBatch::add(Address address, std::size_t length)
{
    m_remote.push_back({ reinterpret_cast<void*>(address), length });
    m_places.push_back({ m_total, 0 });
    m_total += length;
    return m_places.size() - 1;
}

void MemoryBatch::read(Pid pid)
{
    if (m_bytes.size() < m_total)
        m_bytes.resize(m_total);
    std::size_t next = 0;
    while (next < m_places.size()) {
        const std::size_t end = std::min(m_places.size(), next + IOV_MAX);
        const std::size_t start = m_places[next].start;
        const iovec local { m_bytes.data() + start, m_total - start };
        const ssize_t result
            = process_vm_readv(pid.value, &local, 1, &m_remote[next], end - next, 0);
        if (result < 0 && MemoryFile::isNeeded(errno))
            return readByFile(pid);
        if (result < 0 && errno != EFAULT)
            return; // gone, or not ours to read: the rest would fail alike
        auto left = static_cast<std::size_t>(std::max<ssize_t>(result, 0));
        while (next < end && left >= m_remote[next].iov_len) {
            m_places[next].got = m_remote[next].iov_len;
            left -= m_remote[next].iov_len;
            ++next;
        }
        // The transfer ends at the first bad page; what follows that place is asked for again.
        if (next < end)
            m_places[next++].got = left;
    }
}

void MemoryBatch::readByFile(Pid pid)
{
    const MemoryFile file(pid.value);
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const auto address = reinterpret_cast<Address>(m_remote[i].iov_base);
        m_places[i].got
            = file.read(address, m_bytes.data() + m_places[i].start, m_remote[i].iov_len);
    }
}

Bytes MemoryBatch::bytes(std::size_t number) const
{
    const Place place = m_places[number];
    return Bytes(m_bytes).subspan(place.start, place.got);
}

} // namespace ipclab
