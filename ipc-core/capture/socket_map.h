// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/sock_diag.h"

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <vector>

namespace ipclab {

// What the kernel said of the sockets of this network namespace at one moment, and which of them
// belong together. A value.
class SocketMap {
public:
    static SocketMap ofThisMoment(); // empty if the kernel does not answer
    explicit SocketMap(std::vector<SocketEntry> entries);

    // nullptr: of another namespace, or of a family that is not listed.
    [[nodiscard]] const SocketEntry* socket(std::uint64_t inode) const;
    // The other end, which nobody has yet (inode 0) while it is not accepted; nullptr: there is
    // none, or it is elsewhere. Of datagram sockets: only if each is connected to the other.
    [[nodiscard]] const SocketEntry* peer(const SocketEntry& of) const;
    // Where the other end waits to be accepted; or the datagram socket that takes what it sends,
    // but from others, too. nullptr: it has an end of its own, or none here.
    [[nodiscard]] const SocketEntry* server(const SocketEntry& of) const;
    // Who listens where that address leads to, as addressText() writes it; nullptr: nobody here.
    [[nodiscard]] const SocketEntry* listener(const std::string& address) const;
    // Of a connected socket: it has the address of one that listens, so it was accepted.
    [[nodiscard]] bool isAddressOfListener(const SocketEntry& of) const;

private:
    using Names = std::tuple<ChannelKind, std::string, std::string>; // local, remote
    [[nodiscard]] const SocketEntry* localPeer(
        const SocketEntry& of) const; // whom it is connected to
    [[nodiscard]] const SocketEntry* named(const Names& names) const;
    [[nodiscard]] const SocketEntry* listenerAt(ChannelKind kind, const std::string& address) const;

    std::vector<SocketEntry> m_entries;
    std::unordered_map<std::uint64_t, std::size_t> m_byInode;
    std::unordered_map<std::uint64_t, std::size_t> m_unaccepted; // Unix, by the inode of the peer
    std::unordered_map<std::uint64_t, std::size_t> m_listeners; // Unix, by who is to be accepted
    std::map<Names, std::size_t> m_byNames; // TCP and UDP
};

} // namespace ipclab
