// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/socket_registry.h"

#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/proc_fs.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <linux/sock_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <limits>

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

std::vector<SocketRegistry::Connecting>::iterator SocketRegistry::find(Pid pid, int fd)
{
    return std::ranges::find_if(m_connecting, [&](const Connecting& one) {
        return one.pid == pid && one.fd == fd && !one.told; // what was told is its own no more
    });
}

void SocketRegistry::connecting(Connecting one)
{
    const auto isSame = [&](const Connecting& other) { return other.channel == one.channel; };
    if (std::ranges::any_of(m_connecting, isSame)) // the call is made again
        return;
    refused(one.pid, one.fd); // the number is used again
    if (m_connecting.size() >= kMostConnecting)
        m_connecting.erase(m_connecting.begin());
    m_connecting.push_back(std::move(one));
}

bool SocketRegistry::connected(Pid pid, int fd, const std::string& local)
{
    const auto one = find(pid, fd);
    if (one == m_connecting.end())
        return false;
    const bool waits = !one->accepted;
    one->alone = false;
    one->told = true;
    one->local = local;
    if (!waits)
        m_connecting.erase(one);
    return waits;
}

void SocketRegistry::goesOnAlone(Pid pid, int fd)
{
    if (const auto one = find(pid, fd); one != m_connecting.end())
        one->alone = true;
}

std::vector<SocketRegistry::Connecting> SocketRegistry::alone(Pid pid) const
{
    std::vector<Connecting> found;
    std::ranges::copy_if(m_connecting, std::back_inserter(found),
        [pid](const Connecting& one) { return one.alone && one.pid == pid; });
    return found;
}

void SocketRegistry::refused(Pid pid, int fd)
{
    if (const auto one = find(pid, fd); one != m_connecting.end())
        m_connecting.erase(one);
}

void SocketRegistry::listening(const std::string& address, ChannelId channel)
{
    if (m_listening.size() >= kMostConnecting)
        m_listening.clear();
    std::vector<ChannelId>& there = m_listening[address];
    if (std::ranges::find(there, channel) == there.end())
        there.push_back(channel);
}

void SocketRegistry::closed(ChannelId channel)
{
    for (auto& [address, there] : m_listening) {
        if (std::erase(there, channel) == 0)
            continue;
        std::erase_if(m_connecting, [&](const Connecting& one) { // nobody accepts them now
            const std::vector<std::string> places = placesOf(one.address);
            return one.told && std::ranges::find(places, address) != places.end()
                && listenersAt(one.address).empty();
        });
    }
    std::erase_if(m_listening, [](const auto& entry) { return entry.second.empty(); });
}

std::vector<ChannelId> SocketRegistry::listenersAt(const std::string& address) const
{
    std::vector<ChannelId> found;
    for (const std::string& place : placesOf(address)) {
        if (const auto there = m_listening.find(place); there != m_listening.end())
            found.insert(found.end(), there->second.begin(), there->second.end());
    }
    return found;
}

std::optional<SocketRegistry::Connecting> SocketRegistry::accepted(
    const std::string& peer, const std::string& address, Pid by)
{
    const auto found = std::ranges::find_if(m_connecting, [&](const Connecting& one) {
        if (one.address != address || one.accepted)
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
    if (one.told)
        m_connecting.erase(found);
    else // its call has not returned, as far as we have seen
        found->accepted = true;
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

std::optional<std::uint64_t> bytesReadable(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    int count = 0;
    if (!ours || ioctl(ours.get(), FIONREAD, &count) != 0 || count < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(count);
}

std::optional<Nanoseconds> socketTimeout(const UniqueFd& pidfd, int fd, bool sending)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    timeval time {};
    socklen_t length = sizeof time;
    const int option = sending ? SO_SNDTIMEO : SO_RCVTIMEO;
    if (!ours || getsockopt(ours.get(), SOL_SOCKET, option, &time, &length) != 0)
        return std::nullopt;
    constexpr std::int64_t kMost = std::numeric_limits<Nanoseconds>::max() / kSecond;
    if (time.tv_sec >= kMost) // 292 years
        return 0;
    return time.tv_sec * kSecond + time.tv_usec * (kSecond / 1'000'000);
}

bool mayGiveUpSending(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    unsigned milliseconds = 0;
    socklen_t length = sizeof milliseconds;
    return !ours
        || getsockopt(ours.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, &length) != 0
        || milliseconds != 0;
}

bool terminalWaitsForBytes(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    termios settings {};
    return ours && tcgetattr(ours.get(), &settings) == 0
        && ((settings.c_lflag & ICANON) != 0 || settings.c_cc[VMIN] > 0);
}

bool setSocketTimeout(const UniqueFd& pidfd, int fd, bool sending, Nanoseconds timeout)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    const timeval time { timeout / kSecond, (timeout % kSecond) / (kSecond / 1'000'000) };
    const int option = sending ? SO_SNDTIMEO : SO_RCVTIMEO;
    return ours && setsockopt(ours.get(), SOL_SOCKET, option, &time, sizeof time) == 0;
}

void clearSocketError(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    int error = 0;
    socklen_t length = sizeof error;
    if (ours)
        getsockopt(ours.get(), SOL_SOCKET, SO_ERROR, &error, &length);
}

std::optional<std::uint64_t> pipeCapacity(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    const int size = ours ? fcntl(ours.get(), F_GETPIPE_SZ) : -1;
    if (size < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(size);
}

std::optional<std::uint64_t> datagramsDropped(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    std::array<std::uint32_t, SK_MEMINFO_VARS> numbers {};
    socklen_t length = sizeof numbers;
    if (!ours || getsockopt(ours.get(), SOL_SOCKET, SO_MEMINFO, numbers.data(), &length) != 0)
        return std::nullopt;
    return numbers[SK_MEMINFO_DROPS];
}

UniqueFd openPidfd(Pid pid)
{
    // Where the first thread has ended another shows what is open, since Linux 6.9, pidfd_open(2).
    constexpr unsigned kThread = O_EXCL; // PIDFD_THREAD
    const Tid living = livingThread(pid);
    const unsigned flags = living == firstThread(pid) ? 0 : kThread;
    return UniqueFd(static_cast<int>(syscall(SYS_pidfd_open, living.value, flags)));
}

} // namespace ipclab
