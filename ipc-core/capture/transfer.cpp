// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/transfer.h"

#include "ipc-core/capture/messages.h"

#include <sys/msg.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <vector>

namespace ipclab {

namespace {

std::vector<iovec> vectorsOf(Tid tid, const OpenCall& call, BufferForm form)
{
    switch (form) {
    case BufferForm::Flat:
        return { iovec { reinterpret_cast<void*>(call.args[1]), call.args[2] } };
    case BufferForm::Vector:
        return readVectors(tid, call.args[1], call.args[2]);
    case BufferForm::Message: {
        std::vector<iovec> vectors;
        for (const Message& message : messagesOf(tid, call, call.args[2]))
            vectors.insert(vectors.end(), message.buffers.begin(), message.buffers.end());
        return vectors;
    }
    case BufferForm::Prefixed: // msgsnd(2): a long, the type, comes first
        return { iovec { reinterpret_cast<void*>(call.args[1] + sizeof(long)), call.args[2] } };
    }
    return {};
}

std::uint64_t receiveFlags(const OpenCall& call)
{
    switch (call.call) {
    case Call::Recvmsg:
        return call.args[2];
    case Call::Recvfrom:
    case Call::Recvmmsg:
        return call.args[3];
    default:
        return 0;
    }
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
    case Call::MqTimedreceive:
        return Transfer { false, BufferForm::Flat };
    case Call::Readv:
    case Call::Preadv:
    case Call::Preadv2:
        return Transfer { false, BufferForm::Vector };
    case Call::Recvmsg:
    case Call::Recvmmsg:
        return Transfer { false, BufferForm::Message };
    case Call::Write:
    case Call::Pwrite64:
    case Call::Sendto:
    case Call::MqTimedsend:
        return Transfer { true, BufferForm::Flat };
    case Call::Writev:
    case Call::Pwritev:
    case Call::Pwritev2:
    case Call::Vmsplice:
        return Transfer { true, BufferForm::Vector };
    case Call::Sendmsg:
    case Call::Sendmmsg:
        return Transfer { true, BufferForm::Message };
    case Call::Msgrcv:
        return Transfer { false, BufferForm::Prefixed };
    case Call::Msgsnd:
        return Transfer { true, BufferForm::Prefixed };
    default:
        return std::nullopt;
    }
}

bool isOnDescriptor(Call call)
{
    constexpr auto kOthers = std::to_array<Call>(
        { Call::Bind, Call::Listen, Call::Connect, Call::Accept, Call::Accept4, Call::Shutdown,
            Call::Fcntl, Call::Dup, Call::Dup2, Call::Dup3, Call::Close });
    return transferOf(call) || std::ranges::find(kOthers, call) != kOthers.end();
}

bool onlyPeeks(const OpenCall& call)
{
    if (call.call == Call::Msgrcv)
        return (call.args[4] & MSG_COPY) != 0;
    return (receiveFlags(call) & (MSG_PEEK | MSG_ERRQUEUE)) != 0;
}

bool tellsWholeSize(const OpenCall& call)
{
    return (receiveFlags(call) & MSG_TRUNC) != 0;
}

std::string transferBytes(Tid tid, const OpenCall& call, const Transfer& transfer, std::size_t most)
{
    return readBuffers(tid, vectorsOf(tid, call, transfer.form), most);
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
        return Copy { descriptorIn(call.args[0]), descriptorIn(call.args[2]), call.args[4] };
    case Call::Tee:
        return Copy { descriptorIn(call.args[0]), descriptorIn(call.args[1]), call.args[2] };
    case Call::Sendfile:
        return Copy { descriptorIn(call.args[1]), descriptorIn(call.args[0]), call.args[3] };
    default:
        return std::nullopt;
    }
}

} // namespace ipclab
