// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/socket_registry.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

namespace ipclab {

namespace {

constexpr std::size_t kMostConnecting = 4096;

UniqueFd borrowed(const UniqueFd& pidfd, int fd)
{
    return UniqueFd(static_cast<int>(syscall(SYS_pidfd_getfd, pidfd.get(), fd, 0)));
}

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

void SocketRegistry::connecting(Connecting one)
{
    if (m_connecting.size() >= kMostConnecting)
        m_connecting.erase(m_connecting.begin());
    m_connecting.push_back(std::move(one));
}

void SocketRegistry::connected(Pid pid, int fd, const std::string& local)
{
    for (Connecting& one : m_connecting) {
        if (one.pid == pid && one.fd == fd && one.local.empty())
            one.local = local;
    }
}

void SocketRegistry::refused(Pid pid, int fd)
{
    std::erase_if(
        m_connecting, [&](const Connecting& one) { return one.pid == pid && one.fd == fd; });
}

std::optional<SocketRegistry::Connecting> SocketRegistry::accepted(
    const std::string& peer, const std::string& address, Pid by)
{
    const auto found = std::ranges::find_if(m_connecting, [&](const Connecting& one) {
        if (one.address != address)
            return false;
        if (peer.empty())
            return one.pid == by;
        if (!one.local.empty())
            return one.local == peer;
        const auto facts = socketFacts(openPidfd(one.pid), one.fd);
        return facts && facts->local == peer;
    });
    if (found == m_connecting.end())
        return std::nullopt;
    const Connecting one = *found;
    m_connecting.erase(found);
    return one;
}

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
        inet_ntop(AF_INET6, &v6->sin6_addr, text.data(), text.size());
        return '[' + std::string(text.data()) + "]:" + std::to_string(ntohs(v6->sin6_port));
    }
    return {};
}

std::optional<std::uint64_t> bytesReadable(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    int count = 0;
    if (!ours || ioctl(ours.get(), FIONREAD, &count) != 0 || count < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(count);
}

std::optional<Nanoseconds> socketTimeLimit(const UniqueFd& pidfd, int fd, bool sending)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    timeval limit {};
    socklen_t size = sizeof limit;
    if (!ours
        || getsockopt(ours.get(), SOL_SOCKET, sending ? SO_SNDTIMEO : SO_RCVTIMEO, &limit, &size)
            != 0)
        return std::nullopt;
    const Nanoseconds time = limit.tv_sec * kSecond + limit.tv_usec * 1000;
    return time > 0 ? std::optional(time) : std::nullopt;
}

std::optional<std::uint64_t> pipeCapacity(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    const int size = ours ? fcntl(ours.get(), F_GETPIPE_SZ) : -1;
    if (size < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(size);
}

UniqueFd openPidfd(Pid pid)
{
    return UniqueFd(static_cast<int>(syscall(SYS_pidfd_open, pid.value, 0)));
}

} // namespace ipclab
