// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/words.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

enum class SocketState : std::uint8_t {
    Other,
    Unconnected, // also a datagram socket that is
    Connecting,
    Connected,
    PeerClosed, // there is nothing to come after what has come
    Listening,
    TimeWait,
};

// A socket as the kernel lists it, sock_diag(7).
struct SocketEntry {
    ChannelKind kind = ChannelKind::Unix; // Unix, Tcp, Udp
    bool datagrams = false;
    SocketState state = SocketState::Other;
    std::uint64_t inode = 0; // 0: nobody has it: it is not accepted yet, or closed already
    std::uint64_t peerInode = 0; // Unix: 0, too, while the peer is not accepted
    std::string local; // as addressText(); empty: none
    std::string remote;
    std::uint64_t receiveQueue = 0; // bytes to be read; of a listener: connections to be accepted
    std::uint64_t sendQueue = 0; // bytes the peer does not have; of a listener: how many it takes
    std::vector<std::uint64_t> toAccept; // Unix listener: inodes of those who connected
};

// What became of one datagram of netlink(7).
struct SocketMessages {
    std::vector<SocketEntry> sockets;
    bool done = false; // it was the last
    int error = 0; // errno
};

// A pure function over bytes; what makes no sense is left out. Address: AF_UNIX, AF_INET, AF_INET6;
// protocol: IPPROTO_TCP, IPPROTO_UDP, or 0 for Unix sockets: what was asked for.
SocketMessages parseSockets(std::string_view datagram, int family, int protocol);

} // namespace ipclab
