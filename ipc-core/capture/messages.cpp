// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/messages.h"

#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/socket_facts.h"

#include <sys/socket.h>

#include <algorithm>
#include <climits>
#include <cstring>

namespace ipclab {

namespace {

constexpr std::uint64_t kMostMessages = 1024; // UIO_MAXIOV, sendmmsg(2)
constexpr std::uint64_t kMostControl = 8192; // 253 descriptors, SCM_MAX_FD of unix(7), need 1 KiB

std::uint64_t addressOf(const void* pointer)
{
    return reinterpret_cast<std::uint64_t>(pointer);
}

Message messageOf(Tid tid, const msghdr& header)
{
    Message message;
    message.buffers = readVectors(tid, addressOf(header.msg_iov), header.msg_iovlen);
    if (header.msg_name)
        message.address = addressText(readBytes(tid, addressOf(header.msg_name),
            std::min<std::uint64_t>(header.msg_namelen, kLongestAddress)));
    if (header.msg_control)
        message.control = readBytes(tid, addressOf(header.msg_control),
            std::min<std::uint64_t>(header.msg_controllen, kMostControl));
    return message;
}

} // namespace

std::vector<iovec> readVectors(Tid tid, std::uint64_t address, std::uint64_t count)
{
    std::vector<iovec> vectors(std::min<std::uint64_t>(count, IOV_MAX));
    const std::size_t got
        = readMemory(tid, address, vectors.data(), vectors.size() * sizeof(iovec));
    vectors.resize(got / sizeof(iovec));
    return vectors;
}

std::string readBuffers(Tid tid, const std::vector<iovec>& buffers, std::size_t most)
{
    std::string bytes;
    for (const iovec& buffer : buffers) {
        const std::size_t wanted = std::min(buffer.iov_len, most - bytes.size());
        const std::string piece = readBytes(tid, addressOf(buffer.iov_base), wanted);
        bytes += piece;
        if (piece.size() < wanted || bytes.size() >= most)
            break;
    }
    return bytes;
}

std::vector<Message> messagesOf(Tid tid, const OpenCall& call, std::uint64_t most)
{
    std::vector<Message> messages;
    if (call.call == Call::Sendmsg || call.call == Call::Recvmsg) {
        if (const auto header = readValue<msghdr>(tid, call.args[1]))
            messages.push_back(messageOf(tid, *header));
        return messages;
    }
    std::vector<mmsghdr> headers(std::min({ call.args[2], most, kMostMessages }));
    const std::size_t got
        = readMemory(tid, call.args[1], headers.data(), headers.size() * sizeof(mmsghdr));
    headers.resize(got / sizeof(mmsghdr));
    for (const mmsghdr& header : headers) {
        messages.push_back(messageOf(tid, header.msg_hdr));
        messages.back().moved = header.msg_len;
    }
    return messages;
}

std::vector<int> descriptorsIn(std::string_view control)
{
    std::vector<int> fds;
    while (control.size() >= sizeof(cmsghdr)) {
        cmsghdr header {};
        std::memcpy(&header, control.data(), sizeof header);
        if (header.cmsg_len < CMSG_LEN(0))
            break;
        const std::size_t length = std::min<std::size_t>(header.cmsg_len, control.size());
        if (header.cmsg_level == SOL_SOCKET && header.cmsg_type == SCM_RIGHTS) {
            const std::string_view data = control.substr(CMSG_LEN(0), length - CMSG_LEN(0));
            const std::size_t before = fds.size();
            fds.resize(before + data.size() / sizeof(int));
            std::memcpy(fds.data() + before, data.data(), (fds.size() - before) * sizeof(int));
        }
        control.remove_prefix(std::min(CMSG_ALIGN(length), control.size()));
    }
    return fds;
}

} // namespace ipclab
