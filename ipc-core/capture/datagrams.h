// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/waiting_messages.h"
#include "ipc-core/events/words.h"

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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
    void paired(ChannelId channel) { m_pairs[channel] = {}; } // socketpair(2)
    [[nodiscard]] bool isPair(ChannelId channel) const { return m_pairs.contains(channel); }
    // Whether what is sent from it goes to an address, this one if it says one: what a socket of a
    // pair sends to one, or was connected to since, goes past the other socket, unix(7).
    [[nodiscard]] bool goesTo(ChannelId channel, End from, const std::string& address) const
    {
        return knows(channel)
            || (isPair(channel) && !(address.empty() && remoteOf(channel, from).empty()));
    }
    // The channel of a socket there that nobody has whom we watch; none: it is to be made.
    ChannelId& strangerAt(const std::string& address) { return m_strangers[address]; }
    void bound(ChannelId channel, const std::string& local);
    [[nodiscard]] bool isBound(ChannelId channel) const;
    void connected(ChannelId channel, End from, const std::string& remote);
    // The address that send(2) without one goes to; empty: none, or the other of a pair.
    [[nodiscard]] std::string remoteOf(ChannelId channel, End from) const;
    // It has sent to somebody whom we do not watch, or from a pair to anybody but the other: there
    // what it sent may wait still.
    void strayed(ChannelId channel);
    [[nodiscard]] bool hasStrayed(ChannelId channel) const;
    // Of those of unix(7): has nobody else taken the path over since it was bound?
    [[nodiscard]] bool isStillAt(const std::string& address) const;
    [[nodiscard]] std::vector<ChannelId> all() const;
    // Whom a datagram to that address reaches, among those we watch.
    [[nodiscard]] const Socket* at(const std::string& address) const;

    // A datagram was sent to it. False: the kernel dropped it, there was no room. `pidfd` is of the
    // socket's process.
    bool arrived(const Socket& socket, std::uint64_t size, const UniqueFd& pidfd);
    // A datagram was received, of so many bytes or at least so many: its size.
    std::optional<std::uint64_t> taken(ChannelId channel, std::uint64_t count, bool exactly);

private:
    using FileId = std::pair<std::uint64_t, std::uint64_t>; // device and inode; 0: none
    static FileId fileAt(const std::string& path);
    struct State {
        Socket socket;
        std::string local;
        std::string remote;
        FileId file {}; // at its path
        bool strayed = false;
        WaitingMessages waiting;
        std::uint64_t drops = 0; // that we have heard of
    };
    std::map<ChannelId, State> m_sockets;
    struct Pair {
        bool strayed = false;
        std::array<std::string, 2> remotes; // by the end that was connected again
    };
    std::map<ChannelId, Pair> m_pairs;
    std::map<std::string, ChannelId> m_strangers; // that pairs have sent to
    std::map<std::string, ChannelId, std::less<>> m_byAddress; // the newest of each
};

// UDP, on this machine: is there any socket at all with that port? udp(7), /proc/net/udp.
bool anyoneListensToUdp(std::string_view address);

} // namespace ipclab
