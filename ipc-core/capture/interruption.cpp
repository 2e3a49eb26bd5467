// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/interruption.h"

#include "ipc-core/capture/registers.h"

#include <algorithm>
#include <cerrno>

namespace ipclab {

namespace {

constexpr std::int64_t kRestartNoHandler = -514; // ERESTARTNOHAND, linux/errno.h
constexpr unsigned kEpollTimeout = 3; // the argument: milliseconds, epoll_wait(2)

bool takesMilliseconds(Call call)
{
    return call == Call::EpollWait || call == Call::EpollPwait;
}

} // namespace

std::optional<std::int64_t> insteadOfInterrupted(const OpenCall& call, Nanoseconds now)
{
    const bool over = call.timeout && now - call.since >= *call.timeout;
    switch (call.call) {
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
        return over ? 0 : kRestartNoHandler;
    case Call::RtSigtimedwait:
    case Call::Semop:
    case Call::Semtimedop:
        return over ? -EAGAIN : kRestartNoHandler;
    default:
        return std::nullopt;
    }
}

void shortenWait(Tid tid, OpenCall& call, Nanoseconds now)
{
    if (!call.timeout || !takesMilliseconds(call.call))
        return;
    const Nanoseconds left = std::max<Nanoseconds>(*call.timeout - (now - call.since), 0);
    const auto milliseconds = static_cast<std::uint64_t>(left / kMillisecond);
    call.shortened = setCallArgument(tid, kEpollTimeout, milliseconds);
}

void restoreWait(Tid tid, OpenCall& call)
{
    // A compiler may count on the register still holding the argument.
    if (call.shortened)
        setCallArgument(tid, kEpollTimeout, call.args[kEpollTimeout]);
    call.shortened = false;
}

} // namespace ipclab
