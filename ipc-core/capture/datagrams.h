// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// Which datagram socket has which address, and what waits in each, message by message: the kernel
// tells only the size of the first, udp(7). Capture thread only.
class Datagrams {
public:
    struct Socket {
        Pid pid;
        int fd = -1;
        ChannelId channel;
    };

    void made(Socket socket);
    [[nodiscard]] bool knows(ChannelId channel) const { return m_sockets.contains(channel); }
    void bound(ChannelId channel, const std::string& local);
    [[nodiscard]] bool isBound(ChannelId channel) const;
    void connected(ChannelId channel, const std::string& remote);
    // The address that send(2) without one goes to.
    [[nodiscard]] std::string remoteOf(ChannelId channel) const;
    // Whom a datagram to that address reaches, among those we watch.
    [[nodiscard]] const Socket* at(const std::string& address) const;

    // A datagram was sent to it. False: the kernel dropped it, there was no room. `pidfd` is of the
    // socket's process.
    bool arrived(const Socket& socket, std::uint64_t size, const UniqueFd& pidfd);
    // A datagram was received. Were its bytes not all that it had: how many wait still.
    std::optional<std::uint64_t> taken(ChannelId channel, std::uint64_t count);

private:
    struct State {
        Socket socket;
        std::string local;
        std::string remote;
        std::deque<std::uint64_t> waiting; // sizes
        std::uint64_t bytes = 0; // their sum
        std::uint64_t drops = 0; // that we have heard of
    };
    std::map<ChannelId, State> m_sockets;
    std::map<std::string, ChannelId, std::less<>> m_byAddress; // the newest of each
};

// UDP, on this machine: is there any socket at all with that port? udp(7), /proc/net/udp.
bool anyoneListensToUdp(std::string_view address);

} // namespace ipclab
