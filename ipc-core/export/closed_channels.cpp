// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/closed_channels.h"

namespace ipclab {

std::vector<ChannelId> channelsClosedBy(const World& before, const Event& event)
{
    std::vector<ChannelId> channels;
    if (const auto* const closed = std::get_if<DescriptorClosed>(&event.body)) {
        if (const Descriptor* const open = before.descriptor(event.pid, closed->fd))
            channels.push_back(open->channel);
    } else if (std::holds_alternative<ProcessExited>(event.body)) {
        if (const Process* const process = before.process(event.pid)) {
            for (const auto& [fd, open] : process->descriptors)
                channels.push_back(open.channel);
        }
    }
    return channels;
}

} // namespace ipclab
