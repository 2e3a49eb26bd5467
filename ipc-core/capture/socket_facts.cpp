// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/socket_facts.h"

#include "ipc-core/capture/borrowed_descriptor.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace ipclab {

namespace {

template <typename Ask> std::string address(int fd, Ask ask)
{
    sockaddr_storage storage {};
    socklen_t length = sizeof storage;
    if (ask(fd, reinterpret_cast<sockaddr*>(&storage), &length) != 0)
        return {};
    return addressText(
        { reinterpret_cast<const char*>(&storage), std::min<std::size_t>(length, sizeof storage) });
}

template <typename Address> std::optional<Address> addressAs(const std::string& bytes)
{
    if (bytes.size() < sizeof(Address))
        return std::nullopt;
    Address value {};
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

std::string unixAddress(const std::string& bytes)
{
    constexpr std::size_t kPath = offsetof(sockaddr_un, sun_path);
    if (bytes.size() <= kPath)
        return {};
    const std::string path = bytes.substr(kPath);
    if (path.front() == '\0') // abstract, unix(7)
        return '@' + path.substr(1);
    return path.substr(0, path.find('\0'));
}

} // namespace

SocketFacts socketFactsHere(int fd)
{
    SocketFacts facts;
    int domain = 0;
    int type = 0;
    socklen_t length = sizeof domain;
    getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &length);
    length = sizeof type;
    getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length);
    if (domain == AF_INET || domain == AF_INET6)
        facts.kind = type == SOCK_STREAM ? ChannelKind::Tcp : ChannelKind::Udp;
    facts.datagram = type != SOCK_STREAM && type != SOCK_SEQPACKET;
    int shares = 0;
    length = sizeof shares;
    facts.sharesPort
        = getsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &shares, &length) == 0 && shares != 0;
    facts.local = address(fd, ::getsockname);
    facts.remote = address(fd, ::getpeername);
    ucred credentials {};
    length = sizeof credentials;
    if (domain == AF_UNIX && getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0)
        facts.peer = Pid { credentials.pid };
    return facts;
}

std::optional<SocketFacts> socketFacts(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    if (!ours)
        return std::nullopt;
    return socketFactsHere(ours.get());
}

std::string addressText(const std::string& bytes)
{
    const auto head = addressAs<sa_family_t>(bytes);
    std::array<char, INET6_ADDRSTRLEN> text {};
    if (!head)
        return {};
    if (*head == AF_UNIX)
        return unixAddress(bytes);
    if (const auto v4 = addressAs<sockaddr_in>(bytes); v4 && *head == AF_INET) {
        inet_ntop(AF_INET, &v4->sin_addr, text.data(), text.size());
        return std::string(text.data()) + ':' + std::to_string(ntohs(v4->sin_port));
    }
    if (const auto v6 = addressAs<sockaddr_in6>(bytes); v6 && *head == AF_INET6) {
        const std::string port = ':' + std::to_string(ntohs(v6->sin6_port));
        if (IN6_IS_ADDR_V4MAPPED(&v6->sin6_addr)) { // one connection has one name, ipv6(7)
            constexpr std::size_t kMapped = 12;
            inet_ntop(AF_INET, &v6->sin6_addr.s6_addr[kMapped], text.data(), text.size());
            return std::string(text.data()) + port;
        }
        inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
        return '[' + std::string(text.data()) + ']' + port;
    }
    return {};
}

} // namespace ipclab
