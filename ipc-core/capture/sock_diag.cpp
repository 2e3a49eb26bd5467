// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/sock_diag.h"

#include <libmnl/libmnl.h>
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <linux/unix_diag.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <iterator>
#include <memory>

namespace ipclab {

namespace {

struct CloseSocket {
    void operator()(mnl_socket* socket) const { mnl_socket_close(socket); }
};
using Socket = std::unique_ptr<mnl_socket, CloseSocket>;

struct Question {
    ChannelKind kind = ChannelKind::Unix;
    int family = AF_UNIX;
    int protocol = 0;
};
constexpr std::array<Question, 5> kQuestions { { { ChannelKind::Unix, AF_UNIX, 0 },
    { ChannelKind::Tcp, AF_INET, IPPROTO_TCP }, { ChannelKind::Udp, AF_INET, IPPROTO_UDP },
    { ChannelKind::Tcp, AF_INET6, IPPROTO_TCP }, { ChannelKind::Udp, AF_INET6, IPPROTO_UDP } } };

using Room = std::array<char, 32768>; // what one answer takes at most, netlink(7)

void writeUnix(nlmsghdr* message)
{
    auto* const request
        = static_cast<unix_diag_req*>(mnl_nlmsg_put_extra_header(message, sizeof(unix_diag_req)));
    request->sdiag_family = AF_UNIX;
    request->udiag_states = ~0U;
    request->udiag_show = UDIAG_SHOW_NAME | UDIAG_SHOW_PEER | UDIAG_SHOW_ICONS | UDIAG_SHOW_RQLEN;
}

void writeInet(nlmsghdr* message, const Question& question)
{
    auto* const request = static_cast<inet_diag_req_v2*>(
        mnl_nlmsg_put_extra_header(message, sizeof(inet_diag_req_v2)));
    request->sdiag_family = static_cast<std::uint8_t>(question.family);
    request->sdiag_protocol = static_cast<std::uint8_t>(question.protocol);
    request->idiag_states = ~0U;
}

Status ask(const Socket& socket, const Question& question)
{
    alignas(nlmsghdr) std::array<char, 256> room {};
    nlmsghdr* const message = mnl_nlmsg_put_header(room.data());
    message->nlmsg_type = SOCK_DIAG_BY_FAMILY;
    message->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    if (question.family == AF_UNIX)
        writeUnix(message);
    else
        writeInet(message, question);
    if (mnl_socket_sendto(socket.get(), message, message->nlmsg_len) < 0)
        return lastError("sock_diag");
    return Done {};
}

Status addAnswers(const Socket& socket, const Question& question, std::vector<SocketEntry>& entries)
{
    const auto room = std::make_unique<Room>();
    while (entries.size() < kMostSockets) {
        const ssize_t got = mnl_socket_recvfrom(socket.get(), room->data(), room->size());
        if (got < 0)
            return lastError("sock_diag");
        SocketMessages messages = parseSockets(
            { room->data(), static_cast<std::size_t>(got) }, question.family, question.protocol);
        std::move(messages.sockets.begin(), messages.sockets.end(), std::back_inserter(entries));
        if (messages.error == ENOENT) // the kernel was built without that family
            return Done {};
        if (messages.error != 0)
            return Error { messages.error, "sock_diag", {} };
        if (messages.done || got == 0)
            return Done {};
    }
    return Done {};
}

Status addAll(const Question& question, std::vector<SocketEntry>& entries)
{
    const Socket socket(mnl_socket_open2(NETLINK_SOCK_DIAG, SOCK_CLOEXEC));
    if (!socket || mnl_socket_bind(socket.get(), 0, MNL_SOCKET_AUTOPID) < 0)
        return lastError("sock_diag");
    if (Status asked = ask(socket, question); !asked)
        return asked;
    return addAnswers(socket, question, entries);
}

} // namespace

Result<std::vector<SocketEntry>> sockets()
{
    std::vector<SocketEntry> entries;
    for (const Question& question : kQuestions) {
        if (const Status added = addAll(question, entries); !added)
            return added.error();
    }
    return entries;
}

Result<std::vector<SocketEntry>> sockets(ChannelKind kind)
{
    std::vector<SocketEntry> entries;
    for (const Question& question : kQuestions) {
        if (question.kind != kind)
            continue;
        if (const Status added = addAll(question, entries); !added)
            return added.error();
    }
    return entries;
}

} // namespace ipclab
