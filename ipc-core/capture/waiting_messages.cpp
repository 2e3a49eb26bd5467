// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/waiting_messages.h"

#include <algorithm>

namespace ipclab {

void WaitingMessages::arrived(std::uint64_t size)
{
    if (m_ahead > 0)
        --m_ahead;
    else if (m_sizes.size() < kMost)
        m_sizes.push_back(size);
}

std::optional<std::uint64_t> WaitingMessages::taken(std::uint64_t count, bool exactly)
{
    const auto found = std::ranges::find_if(
        m_sizes, [&](std::uint64_t size) { return exactly ? size == count : size >= count; });
    if (found == m_sizes.end())
        return std::nullopt;
    const std::uint64_t size = *found;
    m_sizes.erase(found);
    return size;
}

} // namespace ipclab
