// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/channel_choices.h"

#include "views/common/numbers.h"
#include "views/common/wording.h"

#include <QSet>

namespace ipclab {

std::vector<QString> channelChoices(const World& world, const std::vector<ChannelId>& channels)
{
    std::vector<QString> names(channels.size());
    QSet<QString> taken; // by a later one
    for (std::size_t i = channels.size(); i-- > 0;) {
        names[i] = channelLabel(world, channels[i]);
        const Channel* const channel = world.channel(channels[i]);
        if (channel && taken.contains(names[i]))
            names[i] += QStringLiteral(" · ") + sinceStartText(channel->createdAt);
        else
            taken.insert(names[i]);
    }
    return names;
}

} // namespace ipclab
