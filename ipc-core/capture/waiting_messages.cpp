// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/waiting_messages.h"

#include <algorithm>

namespace ipclab {

void WaitingMessages::arrived(std::uint64_t size, long type)
{
    if (m_ahead > 0)
        --m_ahead;
    else if (m_messages.size() < kMost)
        m_messages.push_back({ size, type });
}

std::optional<std::uint64_t> WaitingMessages::taken(std::uint64_t count, bool exactly, long type)
{
    const auto found = std::ranges::find_if(m_messages, [&](const Message& one) {
        return one.type == type && (exactly ? one.size == count : one.size >= count);
    });
    if (found == m_messages.end())
        return std::nullopt;
    const std::uint64_t size = found->size;
    m_messages.erase(found);
    return size;
}

bool WaitingMessages::anyOf(long type) const
{
    return std::ranges::find(m_messages, type, &Message::type) != m_messages.end();
}

std::uint64_t WaitingMessages::bytes() const
{
    std::uint64_t sum = 0;
    for (const Message& one : m_messages)
        sum += one.size;
    return sum;
}

} // namespace ipclab
