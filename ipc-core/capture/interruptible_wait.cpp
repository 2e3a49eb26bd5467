// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/interruptible_wait.h"

#include "ipc-core/capture/transfer.h"

#include <sys/ptrace.h>

namespace ipclab {

namespace {

// Interrupted, the call would begin anew with all of its time, signal(7): "never restarted".
bool wouldWaitLonger(const OpenCall& call)
{
    if (!call.timeout)
        return false;
    switch (call.call) {
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
    case Call::RtSigtimedwait:
    case Call::Semtimedop:
        return true;
    default:
        return call.socketTimeout.has_value();
    }
}

} // namespace

bool isWrite(const OpenCall& call)
{
    const auto transfer = transferOf(call.call);
    return transfer && transfer->write;
}

// Where the result of an interruption cannot be changed (interruptedCall), an EINTR would be seen.
bool mayInterrupt(const OpenCall& call)
{
    if (isWrite(call))
        return false;
#if defined(__x86_64__)
    return !wouldWaitLonger(call);
#else
    return !wouldWaitLonger(call) && !isEpollWait(call.call) && call.call != Call::RtSigtimedwait
        && call.call != Call::Semop && call.call != Call::Semtimedop;
#endif
}

bool interrupt(Tid tid)
{
    return ptrace(PTRACE_INTERRUPT, tid.value, 0, 0) == 0;
}

} // namespace ipclab
