// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/sock_diag_parse.h"

#include <arpa/inet.h>
#include <libmnl/libmnl.h>
#include <linux/inet_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

namespace ipclab {

namespace {

constexpr std::size_t kMostToAccept = 65536;

template <typename Value> std::optional<Value> valueIn(const nlattr* attribute)
{
    if (mnl_attr_get_payload_len(attribute) < sizeof(Value))
        return std::nullopt;
    Value value;
    std::memcpy(&value, mnl_attr_get_payload(attribute), sizeof value);
    return value;
}

std::string_view bytesIn(const nlattr* attribute)
{
    return { static_cast<const char*>(mnl_attr_get_payload(attribute)),
        mnl_attr_get_payload_len(attribute) };
}

// net/tcp_states.h, which Unix sockets use, too
SocketState stateOf(unsigned state)
{
    switch (state) {
    case TCP_ESTABLISHED:
    case TCP_FIN_WAIT1:
    case TCP_FIN_WAIT2:
        return SocketState::Connected;
    case TCP_SYN_SENT:
        return SocketState::Connecting;
    case TCP_CLOSE_WAIT:
    case TCP_LAST_ACK:
    case TCP_CLOSING:
        return SocketState::PeerClosed;
    case TCP_LISTEN:
        return SocketState::Listening;
    case TCP_TIME_WAIT:
        return SocketState::TimeWait;
    case TCP_CLOSE:
        return SocketState::Unconnected;
    default:
        return SocketState::Other;
    }
}

void takeName(SocketEntry& entry, std::string_view name)
{
    if (name.starts_with('\0')) // abstract, unix(7)
        entry.local = '@' + std::string(name.substr(1));
    else
        entry.local = name.substr(0, name.find('\0'));
}

std::vector<std::uint64_t> inodesIn(std::string_view bytes)
{
    std::vector<std::uint64_t> inodes(
        std::min(bytes.size() / sizeof(std::uint32_t), kMostToAccept));
    for (std::size_t i = 0; i < inodes.size(); ++i) {
        std::uint32_t inode = 0;
        std::memcpy(&inode, bytes.data() + i * sizeof inode, sizeof inode);
        inodes[i] = inode;
    }
    return inodes;
}

int takeAttribute(const nlattr* attribute, void* of)
{
    SocketEntry& entry = *static_cast<SocketEntry*>(of);
    switch (mnl_attr_get_type(attribute)) {
    case UNIX_DIAG_NAME:
        takeName(entry, bytesIn(attribute));
        break;
    case UNIX_DIAG_PEER:
        entry.peerInode = valueIn<std::uint32_t>(attribute).value_or(0);
        break;
    case UNIX_DIAG_ICONS:
        entry.toAccept = inodesIn(bytesIn(attribute));
        break;
    case UNIX_DIAG_RQLEN:
        if (const auto queues = valueIn<unix_diag_rqlen>(attribute)) {
            entry.receiveQueue = queues->udiag_rqueue;
            entry.sendQueue = queues->udiag_wqueue;
        }
        break;
    default:
        break;
    }
    return MNL_CB_OK;
}

std::optional<SocketEntry> unixSocket(const nlmsghdr* message)
{
    if (mnl_nlmsg_get_payload_len(message) < sizeof(unix_diag_msg))
        return std::nullopt;
    unix_diag_msg said;
    std::memcpy(&said, mnl_nlmsg_get_payload(message), sizeof said);
    SocketEntry entry;
    entry.kind = ChannelKind::Unix;
    entry.datagrams = said.udiag_type == SOCK_DGRAM;
    entry.state = stateOf(said.udiag_state);
    entry.inode = said.udiag_ino;
    mnl_attr_parse(message, sizeof said, takeAttribute, &entry);
    return entry;
}

std::string address(unsigned family, const __be32* bytes, __be16 port)
{
    std::array<char, INET6_ADDRSTRLEN> text {};
    in6_addr v6 {};
    std::memcpy(&v6, bytes, sizeof v6);
    const std::string number = ':' + std::to_string(ntohs(port));
    if (family == AF_INET6 && !IN6_IS_ADDR_V4MAPPED(&v6)) {
        inet_ntop(AF_INET6, &v6, text.data(), text.size());
        return '[' + std::string(text.data()) + ']' + number;
    }
    inet_ntop(AF_INET, family == AF_INET6 ? bytes + 3 : bytes, text.data(), text.size());
    return std::string(text.data()) + number;
}

std::optional<SocketEntry> inetSocket(const nlmsghdr* message, int protocol)
{
    if (mnl_nlmsg_get_payload_len(message) < sizeof(inet_diag_msg))
        return std::nullopt;
    inet_diag_msg said;
    std::memcpy(&said, mnl_nlmsg_get_payload(message), sizeof said);
    if (said.idiag_family != AF_INET && said.idiag_family != AF_INET6)
        return std::nullopt;
    SocketEntry entry;
    entry.kind = protocol == IPPROTO_TCP ? ChannelKind::Tcp : ChannelKind::Udp;
    entry.datagrams = protocol != IPPROTO_TCP;
    entry.state = stateOf(said.idiag_state);
    entry.inode = said.idiag_inode;
    entry.receiveQueue = said.idiag_rqueue;
    entry.sendQueue = said.idiag_wqueue;
    const inet_diag_sockid& id = said.id;
    entry.local = address(said.idiag_family, id.idiag_src, id.idiag_sport);
    if (id.idiag_dport != 0)
        entry.remote = address(said.idiag_family, id.idiag_dst, id.idiag_dport);
    // The other's end of file takes a place in the order of bytes.
    if (entry.state == SocketState::PeerClosed && entry.receiveQueue > 0)
        --entry.receiveQueue;
    return entry;
}

int errorIn(const nlmsghdr* message)
{
    nlmsgerr error {};
    if (mnl_nlmsg_get_payload_len(message) < sizeof error.error)
        return EPROTO;
    std::memcpy(&error.error, mnl_nlmsg_get_payload(message), sizeof error.error);
    return error.error < 0 && error.error > -4096 ? -error.error : EPROTO;
}

} // namespace

SocketMessages parseSockets(std::string_view datagram, int family, int protocol)
{
    SocketMessages found;
    std::vector<nlmsghdr> aligned(datagram.size() / sizeof(nlmsghdr) + 1);
    std::copy(datagram.begin(), datagram.end(), reinterpret_cast<char*>(aligned.data()));
    auto left = static_cast<int>(datagram.size());
    const nlmsghdr* message = aligned.data();
    // (libmnl takes a length from 2 GiB on for a negative one, and that for a good one.)
    const auto fits = [&] {
        return mnl_nlmsg_ok(message, left)
            && message->nlmsg_len <= static_cast<std::uint32_t>(left);
    };
    for (; fits(); message = mnl_nlmsg_next(message, &left)) {
        if (message->nlmsg_type == NLMSG_DONE) {
            found.done = true;
            break;
        }
        if (message->nlmsg_type == NLMSG_ERROR) {
            found.error = errorIn(message);
            break;
        }
        auto entry = family == AF_UNIX ? unixSocket(message) : inetSocket(message, protocol);
        if (entry)
            found.sockets.push_back(std::move(*entry));
    }
    return found;
}

} // namespace ipclab
