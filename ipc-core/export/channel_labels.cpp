// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/channel_labels.h"

#include <type_traits>

namespace ipclab {

std::string ChannelLabels::of(ChannelId id)
{
    if (!m_world.channel(id))
        return m_options.labelOf(m_world, id);
    const auto [label, isNew] = m_known.try_emplace(id);
    if (isNew)
        label->second = m_options.labelOf(m_world, id);
    return label->second;
}

// Others may change what it would be called, too: what was said of it stays until it is another, or
// has another address.
void ChannelLabels::take(const Event& event)
{
    const auto forget = [this]<typename Body>(const Body& body) {
        if constexpr (std::is_base_of_v<SocketNamed, Body> || std::is_same_v<Body, ChannelCreated>)
            m_known.erase(body.channel);
    };
    std::visit(forget, event.body);
}

} // namespace ipclab
