// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/address_in_use.h"

#include "ipc-core/capture/internet_address.h"

#include <utility>

namespace ipclab {

namespace {

constexpr std::string_view kEveryV4Host = "0.0.0.0";
constexpr std::string_view kEveryHost = "[::]"; // IPv4's, too, ipv6(7)

// One place, or one of them is any of this machine, ip(7).
bool overlap(std::string_view one, std::string_view other)
{
    if (one == other)
        return true;
    if (!isInternet(one) || !isInternet(other) || portOf(one) != portOf(other))
        return false;
    const auto host
        = [](std::string_view address) { return address.substr(0, address.rfind(':')); };
    const auto isAnyTo = [](std::string_view any, std::string_view of) {
        return any == kEveryHost || (any == kEveryV4Host && !of.starts_with('['));
    };
    return isAnyTo(host(one), host(other)) || isAnyTo(host(other), host(one));
}

AddressUser addressUserOf(const SocketEntry& entry)
{
    switch (entry.state) {
    case SocketState::Listening:
        return AddressUser::Listener;
    case SocketState::TimeWait:
        return AddressUser::TimeWait;
    case SocketState::Connecting:
    case SocketState::Connected:
    case SocketState::PeerClosed:
        return entry.datagrams ? AddressUser::Socket : AddressUser::Connection;
    default:
        return AddressUser::Socket;
    }
}

} // namespace

std::optional<AddressInUse> addressInUse(
    const std::vector<SocketEntry>& sockets, ChannelKind kind, const std::string& address)
{
    std::optional<AddressInUse> found;
    // Who listens says the most, a connection that is over the least; and who still has one.
    const auto rank = [](const AddressInUse& one) { return std::pair(one.by, one.inode == 0); };
    for (const SocketEntry& entry : sockets) {
        if (entry.kind != kind || entry.local.empty() || !overlap(entry.local, address))
            continue;
        // What was accepted is only called by the name of who listened, unix(7).
        if (kind == ChannelKind::Unix && addressUserOf(entry) == AddressUser::Connection)
            continue;
        const AddressInUse one { addressUserOf(entry), entry.inode };
        if (!found || rank(one) < rank(*found))
            found = one;
    }
    return found;
}

} // namespace ipclab
