// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/datagrams.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/proc_fs.h"

#include <sys/stat.h>

#include <charconv>
#include <sstream>

namespace ipclab {

namespace {

// The local ports of /proc/net/udp and udp6: "  sl  local_address …" and lines of
// "12: 0100007F:1F90 …", proc_net(5).
bool hasPort(const std::string& table, unsigned wanted)
{
    std::istringstream lines(table);
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string slot;
        std::string local;
        words >> slot >> local;
        const std::string_view port = portOf(local);
        unsigned number = 0;
        const auto read = std::from_chars(port.data(), port.data() + port.size(), number, 16);
        if (read.ec == std::errc {} && number == wanted)
            return true;
    }
    return false;
}

} // namespace

void Datagrams::made(Socket socket)
{
    m_sockets[socket.channel].socket = socket;
}

void Datagrams::bound(ChannelId channel, const std::string& local)
{
    const auto found = m_sockets.find(channel);
    if (found == m_sockets.end() || local.empty())
        return;
    found->second.local = local;
    found->second.file = fileAt(local);
    m_byAddress[local] = channel;
}

bool Datagrams::isBound(ChannelId channel) const
{
    const auto found = m_sockets.find(channel);
    return found != m_sockets.end() && !found->second.local.empty();
}

void Datagrams::connected(ChannelId channel, End from, const std::string& remote)
{
    if (const auto pair = m_pairs.find(channel); pair != m_pairs.end())
        pair->second.remotes.at(indexOf(from)) = remote;
    else if (const auto found = m_sockets.find(channel); found != m_sockets.end())
        found->second.remote = remote;
}

std::string Datagrams::remoteOf(ChannelId channel, End from) const
{
    if (const auto pair = m_pairs.find(channel); pair != m_pairs.end())
        return pair->second.remotes.at(indexOf(from));
    const auto found = m_sockets.find(channel);
    return found == m_sockets.end() ? std::string() : found->second.remote;
}

void Datagrams::strayed(ChannelId channel)
{
    if (const auto pair = m_pairs.find(channel); pair != m_pairs.end())
        pair->second.strayed = true;
    else
        m_sockets.at(channel).strayed = true;
}

bool Datagrams::hasStrayed(ChannelId channel) const
{
    if (const auto pair = m_pairs.find(channel); pair != m_pairs.end())
        return pair->second.strayed;
    const auto found = m_sockets.find(channel);
    return found == m_sockets.end() || found->second.strayed;
}

Datagrams::FileId Datagrams::fileAt(const std::string& path)
{
    struct stat facts { };
    return path.starts_with('/') && ::stat(path.c_str(), &facts) == 0
        ? FileId { facts.st_dev, facts.st_ino }
        : FileId {};
}

bool Datagrams::isStillAt(const std::string& address) const
{
    const auto found = m_byAddress.find(address);
    if (found == m_byAddress.end() || address.starts_with('@'))
        return found != m_byAddress.end();
    const FileId file = m_sockets.at(found->second).file;
    return file != FileId {} && file == fileAt(address);
}

std::vector<ChannelId> Datagrams::all() const
{
    std::vector<ChannelId> channels;
    channels.reserve(m_sockets.size());
    for (const auto& [channel, state] : m_sockets)
        channels.push_back(channel);
    return channels;
}

const Datagrams::Socket* Datagrams::at(const std::string& address) const
{
    auto found = m_byAddress.find(destinationOf(address));
    if (found == m_byAddress.end() && isOfThisMachine(address)) { // bound to any address, ip(7)
        const std::string port(portOf(address));
        found = m_byAddress.find("0.0.0.0:" + port);
        if (found == m_byAddress.end())
            found = m_byAddress.find("[::]:" + port);
    }
    return found == m_byAddress.end() ? nullptr : &m_sockets.at(found->second).socket;
}

bool Datagrams::arrived(const Socket& socket, std::uint64_t size, const UniqueFd& pidfd)
{
    State& state = m_sockets.at(socket.channel);
    const auto drops = datagramsDropped(pidfd, socket.fd);
    if (drops && *drops > state.drops) {
        state.drops = *drops;
        return false;
    }
    state.waiting.arrived(size);
    return true;
}

std::optional<std::uint64_t> Datagrams::taken(ChannelId channel, std::uint64_t count, bool exactly)
{
    const auto found = m_sockets.find(channel);
    return found == m_sockets.end() ? std::nullopt : found->second.waiting.taken(count, exactly);
}

bool anyoneListensToUdp(std::string_view address)
{
    constexpr std::size_t kMostTable = 4 << 20;
    const std::string_view port = portOf(address);
    unsigned number = 0;
    std::from_chars(port.data(), port.data() + port.size(), number);
    return hasPort(readSmallFile("/proc/net/udp", kMostTable), number)
        || hasPort(readSmallFile("/proc/net/udp6", kMostTable), number);
}

} // namespace ipclab
