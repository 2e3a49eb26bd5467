// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/shortened_wait.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/interruption.h"
#include "ipc-core/capture/memory.h"
#include "ipc-core/capture/registers.h"
#include "ipc-core/capture/transfer.h"

#include <algorithm>
#include <ctime>

namespace ipclab {

namespace {

constexpr unsigned kNone = 6; // no argument has this number

// The argument that is the limit: in milliseconds, or the address of a timespec.
unsigned millisecondsAt(Call call)
{
    return call == Call::EpollWait || call == Call::EpollPwait ? 3 : kNone;
}

unsigned timespecAt(Call call)
{
    switch (call) {
    case Call::RtSigtimedwait:
        return 2;
    case Call::Semtimedop:
    case Call::EpollPwait2:
        return 3;
    case Call::IoGetevents:
    case Call::IoPgetevents:
        return 4;
    default:
        return kNone;
    }
}

bool isOnSocket(Call call)
{
    return transferOf(call) || call == Call::Accept || call == Call::Accept4
        || call == Call::Connect;
}

bool sends(Call call)
{
    const auto transfer = transferOf(call);
    return call == Call::Connect || (transfer && transfer->write);
}

// A place for the limit that nobody else uses: under the end of the stack, and what the compiler
// may keep there (128 bytes, the System V ABI). What was there comes back.
bool lendTimespec(Tid tid, OpenCall& call, unsigned index, Nanoseconds left)
{
    constexpr std::uint64_t kRedZone = 128;
    const auto stack = stackPointer(tid);
    if (!stack)
        return false;
    const std::uint64_t at = (*stack - kRedZone - 2 * sizeof(LentSpace::before)) & ~15ULL;
    const auto before = readValue<std::array<std::uint64_t, 2>>(tid, at);
    const std::array<std::uint64_t, 2> time { static_cast<std::uint64_t>(left / kSecond),
        static_cast<std::uint64_t>(left % kSecond) };
    if (!before || !writeValue(tid, at, time))
        return false;
    call.lent = LentSpace { at, *before };
    return setCallArgument(tid, index, at);
}

} // namespace

bool beginsAnew(const OpenCall& call)
{
    return call.timeout
        && (millisecondsAt(call.call) != kNone || timespecAt(call.call) != kNone
            || call.socketTimeout);
}

void learnSocketTimeout(TracedProcess& process, OpenCall& call)
{
    if (call.timeout || !isOnSocket(call.call))
        return;
    call.socketTimeout
        = socketTimeout(process.openedPidfd(), static_cast<int>(call.args[0]), sends(call.call));
    if (call.socketTimeout && *call.socketTimeout > 0)
        call.timeout = call.socketTimeout;
}

void shortenWait(TracedProcess& process, TracedThread& thread, Nanoseconds now)
{
    OpenCall& call = *thread.call;
    if (!call.timeout)
        return;
    const Nanoseconds left
        = std::max<Nanoseconds>(*call.timeout - (now - call.since), kMillisecond);
    const unsigned milliseconds = millisecondsAt(call.call);
    const unsigned timespec = timespecAt(call.call);
    if (milliseconds != kNone)
        call.shortened = setCallArgument(
            thread.tid, milliseconds, static_cast<std::uint64_t>(left / kMillisecond));
    else if (timespec != kNone)
        call.shortened = lendTimespec(thread.tid, call, timespec, left);
    else if (call.socketTimeout)
        call.shortened = setSocketTimeout(
            process.openedPidfd(), static_cast<int>(call.args[0]), sends(call.call), left);
}

void restoreWait(TracedProcess& process, TracedThread& thread)
{
    OpenCall& call = *thread.call;
    if (!call.shortened)
        return;
    call.shortened = false;
    // A compiler may count on the register still holding the argument.
    for (const unsigned index : { millisecondsAt(call.call), timespecAt(call.call) }) {
        if (index != kNone)
            setCallArgument(thread.tid, index, call.args[index]);
    }
    if (call.lent)
        writeValue(thread.tid, call.lent->at, call.lent->before);
    call.lent.reset();
    if (call.socketTimeout)
        setSocketTimeout(process.openedPidfd(), static_cast<int>(call.args[0]), sends(call.call),
            *call.socketTimeout);
}

} // namespace ipclab
