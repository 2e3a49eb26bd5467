// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/events/words.h"

#include <cstddef>
#include <optional>
#include <string>

namespace ipclab {

// What the kernel says of a socket of another process, borrowed_descriptor.h. Any one thread.
struct SocketFacts {
    ChannelKind kind = ChannelKind::Unix;
    bool datagram = false; // neither SOCK_STREAM nor SOCK_SEQPACKET
    bool sharesPort = false; // SO_REUSEPORT: several may listen at one address, socket(7)
    std::string local;
    std::string remote;
    Pid peer; // of a Unix socket: SO_PEERCRED, socket(7)
};
std::optional<SocketFacts> socketFacts(const UniqueFd& pidfd, int fd);
SocketFacts socketFactsHere(int fd); // of our own

inline constexpr std::size_t kLongestAddress = 128; // sockaddr_storage, in bytes

// "127.0.0.1:80", "[::1]:80", "/tmp/socket", "@abstract"; empty for an unnamed one.
std::string addressText(const std::string& sockaddr);

} // namespace ipclab
