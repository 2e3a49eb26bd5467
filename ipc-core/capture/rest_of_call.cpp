// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/rest_of_call.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/registers.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <climits>
#include <cstddef>
#include <ranges>
#include <string>

namespace ipclab {

namespace {

struct Vectors { // iovecs, in the program's memory
    std::uint64_t at = 0;
    std::uint64_t count = 0;
};

template <typename T> bool replace(Tid tid, OpenCall::Rest& rest, Address at, const T& value)
{
    std::string before = readBytes(tid, at, sizeof value);
    if (before.size() != sizeof value || !writeValue(tid, at, value))
        return false;
    rest.replaced.emplace_back(at, std::move(before));
    return true;
}

// Past so many bytes; the first one that is left is cut where it lies.
std::optional<Vectors> behind(Tid tid, OpenCall::Rest& rest, Vectors vectors, std::uint64_t part)
{
    for (; vectors.count > 0 && vectors.count <= IOV_MAX; --vectors.count) {
        const auto first = readValue<iovec>(tid, vectors.at);
        if (!first)
            return std::nullopt;
        if (part < first->iov_len) {
            const iovec left { static_cast<char*>(first->iov_base) + part, first->iov_len - part };
            return part == 0 || replace(tid, rest, vectors.at, left) ? std::optional(vectors)
                                                                     : std::nullopt;
        }
        part -= first->iov_len;
        vectors.at += sizeof(iovec);
    }
    return std::nullopt;
}

bool leaveVectors(Tid tid, OpenCall::Rest& rest, std::uint64_t part)
{
    const auto left = behind(tid, rest, { rest.args[1], rest.args[2] }, part);
    if (!left)
        return false;
    rest.args[1] = left->at;
    rest.args[2] = left->count;
    return setCallArgument(tid, 1, left->at) && setCallArgument(tid, 2, left->count);
}

// What is sent beside the bytes goes with the first of them, unix(7).
bool leaveMessage(Tid tid, OpenCall::Rest& rest, std::uint64_t part)
{
    const std::uint64_t at = rest.args[1];
    const auto head = readValue<msghdr>(tid, at);
    if (!head)
        return false;
    const auto left = behind(
        tid, rest, { reinterpret_cast<std::uint64_t>(head->msg_iov), head->msg_iovlen }, part);
    return left && replace(tid, rest, at + offsetof(msghdr, msg_iov), left->at)
        && replace(tid, rest, at + offsetof(msghdr, msg_iovlen), left->count)
        && replace(tid, rest, at + offsetof(msghdr, msg_controllen), std::uint64_t { 0 });
}

// Of a stream a message may be passed on in part: how much of it was is told to the program there,
// sendmmsg(2), and would be told of the rest only.
bool isWhole(Tid tid, Address message)
{
    const auto sent = readValue<mmsghdr>(tid, message);
    if (!sent || sent->msg_hdr.msg_iovlen > IOV_MAX)
        return false;
    std::uint64_t size = 0;
    const auto at = reinterpret_cast<std::uint64_t>(sent->msg_hdr.msg_iov);
    for (std::uint64_t i = 0; i < sent->msg_hdr.msg_iovlen; ++i) {
        const auto one = readValue<iovec>(tid, at + i * sizeof(iovec));
        if (!one)
            return false;
        size += one->iov_len;
    }
    return sent->msg_len == size;
}

bool waitsForAll(std::uint64_t flags)
{
    return (flags & MSG_WAITALL) != 0 && (flags & MSG_PEEK) == 0;
}

} // namespace

bool goesOnAfterPart(const OpenCall& call)
{
    switch (call.call) {
    case Call::Write:
    case Call::Sendto:
    case Call::Writev:
    case Call::Sendmsg:
    case Call::Sendmmsg:
        return true;
    case Call::Recvfrom:
        return waitsForAll(call.args[3]);
    case Call::Recvmsg:
        return waitsForAll(call.args[2]);
    case Call::Recvmmsg:
        return (call.args[3] & (MSG_WAITFORONE | MSG_DONTWAIT | MSG_PEEK)) == 0;
    default:
        return false;
    }
}

std::uint64_t wantedBy(const OpenCall& call)
{
    const bool vectors
        = call.call == Call::Writev || call.call == Call::Sendmsg || call.call == Call::Recvmsg;
    if (call.call == Call::Sendmmsg) // the kernel takes no more, sendmmsg(2)
        return std::min<std::uint64_t>(static_cast<std::uint32_t>(call.args[2]), IOV_MAX);
    return vectors ? call.requested : call.args[2];
}

bool leaveRest(TracedProcess& process, Tid tid, OpenCall& call, std::uint64_t part)
{
    if (!call.rest)
        call.rest = OpenCall::Rest { call.args, {} };
    OpenCall::Rest& rest = *call.rest;
    call.done += part;
    switch (call.call) {
    case Call::Writev:
        return leaveVectors(tid, rest, part);
    case Call::Sendmsg:
        return leaveMessage(tid, rest, part);
    case Call::Recvmsg: {
        const auto head = readValue<msghdr>(tid, rest.args[1]);
        return head && head->msg_control == nullptr && leaveMessage(tid, rest, part);
    }
    case Call::Recvmmsg:
        // The kernel keeps its code for going on as the socket's error, and gives it to the next
        // call (recvmmsg(2), BUGS: an error after the first message).
        clearSocketError(process.openedPidfd(), call.fd());
        rest.args[1] += part * sizeof(mmsghdr);
        break;
    case Call::Sendmmsg:
        if (!isWhole(tid, rest.args[1] + (part - 1) * sizeof(mmsghdr)))
            return false;
        rest.args[1] += part * sizeof(mmsghdr);
        rest.args[2] = wantedBy(call) - call.done + part;
        break;
    default:
        rest.args[1] += part;
        break;
    }
    rest.args[2] -= part;
    return setCallArgument(tid, 1, rest.args[1]) && setCallArgument(tid, 2, rest.args[2]);
}

std::array<std::uint64_t, 6> argsNow(const OpenCall& call)
{
    return call.rest ? call.rest->args : call.args;
}

void putBack(Tid tid, OpenCall& call)
{
    if (!call.rest)
        return;
    setCallArgument(tid, 1, call.args[1]);
    setCallArgument(tid, 2, call.args[2]);
    for (const auto& [at, before] : std::views::reverse(call.rest->replaced))
        writeMemory(tid, at, before.data(), before.size());
    call.rest.reset();
}

} // namespace ipclab
