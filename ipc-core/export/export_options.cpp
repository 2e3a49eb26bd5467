// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/export_options.h"

#include "ipc-core/export/clean_text.h"

namespace ipclab {

void ExportOptions::tell(EventIndex written) const
{
    constexpr EventIndex kNowAndThen = 1000; // events
    if (advanced && written % kNowAndThen == 0)
        advanced(written);
}

std::string ExportOptions::labelOf(const World& world, ChannelId id) const
{
    constexpr std::size_t kLongestLabel = 120;
    const Channel* const channel = world.channel(id);
    if (channelLabel)
        return cleanText(channelLabel(world, id), kLongestLabel);
    if (!channel)
        return "channel " + std::to_string(id.value);
    return std::string(name(channel->kind)) + ' ' + std::to_string(channel->ordinal);
}

} // namespace ipclab
