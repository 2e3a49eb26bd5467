// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/socket_map.h"

#include "ipc-core/capture/internet_address.h"

#include <algorithm>
#include <utility>

namespace ipclab {

SocketMap SocketMap::ofThisMoment()
{
    Result<std::vector<SocketEntry>> entries = sockets();
    return SocketMap(entries ? std::move(*entries) : std::vector<SocketEntry> {});
}

SocketMap::SocketMap(std::vector<SocketEntry> entries)
    : m_entries(std::move(entries))
{
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const SocketEntry& entry = m_entries[i];
        if (entry.inode != 0)
            m_byInode.emplace(entry.inode, i);
        else if (entry.peerInode != 0)
            m_unaccepted.emplace(entry.peerInode, i);
        for (const std::uint64_t client : entry.toAccept)
            m_listeners.emplace(client, i);
        if (entry.kind != ChannelKind::Unix && entry.state != SocketState::TimeWait)
            m_byNames.emplace(Names { entry.kind, entry.local, entry.remote }, i);
    }
}

const SocketEntry* SocketMap::socket(std::uint64_t inode) const
{
    const auto found = m_byInode.find(inode);
    return found == m_byInode.end() ? nullptr : &m_entries[found->second];
}

const SocketEntry* SocketMap::localPeer(const SocketEntry& of) const
{
    const SocketEntry* const found = socket(of.peerInode);
    return found && found->kind == ChannelKind::Unix ? found : nullptr;
}

const SocketEntry* SocketMap::named(const Names& names) const
{
    const auto found = m_byNames.find(names);
    return found == m_byNames.end() ? nullptr : &m_entries[found->second];
}

const SocketEntry* SocketMap::peer(const SocketEntry& of) const
{
    if (of.state == SocketState::Listening)
        return nullptr;
    if (of.kind != ChannelKind::Unix)
        return of.remote.empty() ? nullptr : named({ of.kind, of.remote, of.local });
    if (of.peerInode == 0) {
        const auto found = m_unaccepted.find(of.inode);
        return found == m_unaccepted.end() ? nullptr : &m_entries[found->second];
    }
    const SocketEntry* const other = localPeer(of);
    const bool mutual = other && other->peerInode == of.inode;
    return mutual || !of.datagrams ? other : nullptr;
}

const SocketEntry* SocketMap::listenerAt(ChannelKind kind, const std::string& address) const
{
    const std::string port = address.substr(address.rfind(':') + 1);
    for (const std::string& host :
        { std::string(), std::string("0.0.0.0:"), std::string("[::]:") }) {
        const SocketEntry* const found
            = named({ kind, host.empty() ? address : host + port, std::string() });
        if (found)
            return found;
    }
    return nullptr;
}

const SocketEntry* SocketMap::listener(const std::string& address) const
{
    if (isInternet(address))
        return listenerAt(ChannelKind::Tcp, destinationOf(address));
    const auto found = std::ranges::find_if(m_entries, [&](const SocketEntry& entry) {
        return entry.kind == ChannelKind::Unix && entry.state == SocketState::Listening
            && entry.local == address;
    });
    return found == m_entries.end() ? nullptr : &*found;
}

bool SocketMap::isAddressOfListener(const SocketEntry& of) const
{
    if (of.kind == ChannelKind::Unix) // who connects has no name, as a rule
        return !of.datagrams && !of.local.empty();
    return listenerAt(of.kind, of.local) != nullptr;
}

const SocketEntry* SocketMap::server(const SocketEntry& of) const
{
    if (of.kind == ChannelKind::Unix) {
        if (of.datagrams)
            return of.peerInode != 0 && !peer(of) ? localPeer(of) : nullptr;
        const auto found = m_listeners.find(of.inode);
        return found == m_listeners.end() ? nullptr : &m_entries[found->second];
    }
    const SocketEntry* const other = peer(of);
    if (of.remote.empty() || (other && other->inode != 0))
        return nullptr;
    // Of TCP, an end of the connection has to be there, too: else it is of another machine.
    return other || of.datagrams ? listenerAt(of.kind, of.remote) : nullptr;
}

} // namespace ipclab
