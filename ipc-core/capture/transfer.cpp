// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/transfer.h"

#include "ipc-core/capture/memory.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <vector>

namespace ipclab {

namespace {

constexpr std::size_t kMostVectors = 1024; // UIO_MAXIOV, readv(2)

std::vector<iovec> readVectors(Tid tid, std::uint64_t address, std::uint64_t count)
{
    std::vector<iovec> vectors(std::min<std::uint64_t>(count, kMostVectors));
    const std::size_t got
        = readMemory(tid, address, vectors.data(), vectors.size() * sizeof(iovec));
    vectors.resize(got / sizeof(iovec));
    return vectors;
}

std::vector<iovec> vectorsOf(Tid tid, const OpenCall& call, BufferForm form)
{
    switch (form) {
    case BufferForm::Flat:
        return { iovec { reinterpret_cast<void*>(call.args[1]), call.args[2] } };
    case BufferForm::Vector:
        return readVectors(tid, call.args[1], call.args[2]);
    case BufferForm::Message:
        if (const auto message = readValue<msghdr>(tid, call.args[1]))
            return readVectors(
                tid, reinterpret_cast<std::uint64_t>(message->msg_iov), message->msg_iovlen);
        return {};
    case BufferForm::Hidden:
        break;
    }
    return {};
}

int descriptorIn(std::uint64_t arg)
{
    return static_cast<int>(arg);
}

} // namespace

std::optional<Transfer> transferOf(Call call)
{
    switch (call) {
    case Call::Read:
    case Call::Pread64:
    case Call::Recvfrom:
        return Transfer { false, BufferForm::Flat };
    case Call::Readv:
    case Call::Preadv:
    case Call::Preadv2:
        return Transfer { false, BufferForm::Vector };
    case Call::Recvmsg:
        return Transfer { false, BufferForm::Message };
    case Call::Write:
    case Call::Pwrite64:
    case Call::Sendto:
        return Transfer { true, BufferForm::Flat };
    case Call::Writev:
    case Call::Pwritev:
    case Call::Pwritev2:
    case Call::Vmsplice:
        return Transfer { true, BufferForm::Vector };
    case Call::Sendmsg:
        return Transfer { true, BufferForm::Message };
    default:
        return std::nullopt;
    }
}

bool onlyPeeks(const OpenCall& call)
{
    return (call.call == Call::Recvfrom && (call.args[3] & MSG_PEEK) != 0)
        || (call.call == Call::Recvmsg && (call.args[2] & MSG_PEEK) != 0);
}

std::string transferBytes(Tid tid, const OpenCall& call, const Transfer& transfer, std::size_t most)
{
    std::string bytes;
    for (const iovec& vector : vectorsOf(tid, call, transfer.form)) {
        const std::size_t wanted = std::min(vector.iov_len, most - bytes.size());
        const std::string piece
            = readBytes(tid, reinterpret_cast<std::uint64_t>(vector.iov_base), wanted);
        bytes += piece;
        if (piece.size() < wanted || bytes.size() >= most)
            break;
    }
    return bytes;
}

std::uint64_t transferSize(Tid tid, const OpenCall& call, const Transfer& transfer)
{
    std::uint64_t size = 0;
    for (const iovec& vector : vectorsOf(tid, call, transfer.form))
        size += vector.iov_len;
    return size;
}

std::optional<Copy> copyOf(const OpenCall& call)
{
    switch (call.call) {
    case Call::Splice:
    case Call::CopyFileRange:
        return Copy { descriptorIn(call.args[0]), descriptorIn(call.args[2]) };
    case Call::Tee:
        return Copy { descriptorIn(call.args[0]), descriptorIn(call.args[1]) };
    case Call::Sendfile:
        return Copy { descriptorIn(call.args[1]), descriptorIn(call.args[0]) };
    default:
        return std::nullopt;
    }
}

} // namespace ipclab
