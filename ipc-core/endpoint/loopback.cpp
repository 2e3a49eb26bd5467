// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <cerrno>
#include <string>

namespace ipclab {

namespace {
constexpr int kBacklog = 8;
constexpr int kStrangers = 64; // more than the backlog holds
constexpr int kAcceptMilliseconds = 1000;

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

// The socket calls take any family's address through the one pointer type.
const sockaddr* generic(const sockaddr_in& address)
{
    return reinterpret_cast<const sockaddr*>(&address);
}
sockaddr* generic(sockaddr_in& address)
{
    return reinterpret_cast<sockaddr*>(&address);
}

std::string subject(std::uint16_t port)
{
    return "127.0.0.1:" + std::to_string(port);
}

std::uint16_t localPort(int fd)
{
    sockaddr_in address {};
    socklen_t size = sizeof address;
    return ::getsockname(fd, generic(address), &size) == 0 ? ntohs(address.sin_port)
                                                           : std::uint16_t { 0 };
}

Result<UniqueFd> acceptFrom(const Listener& listener, std::uint16_t peerPort)
{
    for (int stranger = 0; stranger < kStrangers; ++stranger) {
        pollfd waiting { listener.fd.get(), POLLIN, 0 };
        if (::poll(&waiting, 1, kAcceptMilliseconds) == 0)
            return Error { ETIMEDOUT, "accept", subject(listener.port) };
        sockaddr_in peer {};
        socklen_t size = sizeof peer;
        UniqueFd accepted { ::accept4(
            listener.fd.get(), generic(peer), &size, SOCK_CLOEXEC | SOCK_NONBLOCK) };
        if (accepted && ntohs(peer.sin_port) == peerPort)
            return accepted;
        if (!accepted && errno != EINTR && errno != EAGAIN && errno != ECONNABORTED)
            return lastError("accept", subject(listener.port));
    }
    return Error { ECONNREFUSED, "accept", subject(listener.port) };
}
} // namespace

Result<Listener> listenAt(std::uint16_t port)
{
    Listener listener;
    listener.fd.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!listener.fd)
        return lastError("socket", subject(port));
    // Without it a second run on the same port fails while the first one's connection is in
    // TIME_WAIT; a listening socket still holds the port (socket(7), SO_REUSEADDR).
    const int on = 1;
    ::setsockopt(listener.fd.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    const sockaddr_in address = loopback(port);
    if (::bind(listener.fd.get(), generic(address), sizeof address) != 0)
        return lastError("bind", subject(port));
    if (::listen(listener.fd.get(), kBacklog) != 0)
        return lastError("listen", subject(port));
    listener.port = localPort(listener.fd.get());
    return listener;
}

Result<EndPair> tcpPair(std::uint16_t port)
{
    Result<Listener> listener = listenAt(port);
    if (!listener)
        return listener.error();

    EndPair pair;
    pair.flow = Flow::Both;
    pair.kind = EndKind::Socket;
    pair.child.reset(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!pair.child)
        return lastError("socket", subject(listener->port));
    const sockaddr_in address = loopback(listener->port);
    if (::connect(pair.child.get(), generic(address), sizeof address) != 0)
        return lastError("connect", subject(listener->port));
    Result<UniqueFd> accepted = acceptFrom(*listener, localPort(pair.child.get()));
    if (!accepted)
        return accepted.error();
    pair.lab = std::move(*accepted);
    return pair;
}

} // namespace ipclab
