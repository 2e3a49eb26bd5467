// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/listeners.h"

#include <algorithm>

namespace ipclab {

namespace {

bool leadsTo(const std::string& address, const Channel& listener)
{
    const std::string port = address.substr(std::min(address.rfind(':'), address.size()));
    return listener.local == address
        || (listener.kind == ChannelKind::Tcp
            && (listener.local == "0.0.0.0" + port || listener.local == "[::]" + port));
}

} // namespace

std::vector<ChannelId> listenersAt(const World& world, const std::string& address)
{
    std::vector<ChannelId> found;
    for (const auto& [id, channel] : world.channels) {
        if (!address.empty() && channel.backlog && leadsTo(address, channel))
            found.push_back(id);
    }
    return found;
}

std::vector<Pid> acceptersAt(const World& world, const std::string& address)
{
    std::vector<Pid> found;
    for (const ChannelId id : listenersAt(world, address)) {
        for (const Holder& holder : world.readers(id, End::First))
            found.push_back(holder.pid);
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace ipclab
