// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/socket_registry.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/socket_facts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kMostConnecting = 4096;

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

} // namespace ipclab
