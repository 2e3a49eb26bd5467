// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: why a socket does not get the address that it asks for.
#include "ipc-core/capture/address_in_use.h"
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/internet_address.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/sock_diag.h"
#include "ipc-core/capture/socket_facts.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>

namespace ipclab {

namespace {

// A program that tries one port after another is not held up by it: looks take a twentieth.
constexpr Nanoseconds kRestsAfterSockets = 20; // times as long as it took

std::optional<std::uint16_t> portNumberIn(const std::string& address)
{
    std::uint16_t port = 0;
    const std::string_view digits = isInternet(address) ? portOf(address) : std::string_view {};
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), port);
    return read.ec == std::errc() && port != 0 ? std::optional(port) : std::nullopt;
}

} // namespace

Pid CallDecoder::holderOf(std::uint64_t socket) const
{
    const ChannelKey key { ChannelKind::Unix, 0, socket };
    const ChannelId channel = socket != 0 ? m_channels.withKey(key) : ChannelId {};
    if (!channel)
        return {};
    for (const auto& [pid, process] : m_tracees.processes) {
        for (const auto& [fd, end] : *process.descriptors) {
            if (end.channel == channel && m_channels.keyOf(pid, fd) == key)
                return pid;
        }
    }
    return {};
}

void CallDecoder::sayWhoHasAddress(
    TracedProcess& process, TracedThread& thread, CallReturned& failed)
{
    const OpenCall& call = *thread.call;
    if (call.call != Call::Bind && call.call != Call::Listen)
        return;
    const SocketFacts facts = factsOf(process, call.fd());
    const std::size_t length = std::min<std::uint64_t>(call.args[2], kLongestAddress);
    const std::string address = call.call == Call::Listen
        ? facts.local
        : addressText(readBytes(thread.tid, call.args[1], length));
    failed.port = portNumberIn(address);
    if (facts.kind == ChannelKind::Unix && !address.empty() && !address.starts_with('@'))
        failed.inUseBy = AddressUser::File; // what else, unix(7)
    const Nanoseconds began = m_recorder.now();
    if (began < m_nextSocketsLook || networkOf(process.pid) != networkOf(Pid { ::getpid() }))
        return;
    const auto all = sockets(facts.kind);
    m_nextSocketsLook = m_recorder.now() + (m_recorder.now() - began) * kRestsAfterSockets;
    const auto user = all ? addressInUse(*all, facts.kind, address) : std::nullopt;
    if (!user)
        return;
    failed.inUseBy = user->by;
    failed.holder = holderOf(user->inode);
}

} // namespace ipclab
