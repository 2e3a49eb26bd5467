// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/interruptible_wait.h"

#include "ipc-core/capture/rest_of_call.h"
#include "ipc-core/capture/shortened_wait.h"
#include "ipc-core/capture/transfer.h"
#include "ipc-core/capture/wait_facts.h"

#include <sys/ptrace.h>

#include <climits>

namespace ipclab {

bool isWrite(const OpenCall& call)
{
    const auto transfer = transferOf(call.call);
    return (transfer && transfer->write) || call.call == Call::Sendfile;
}

// Where the result of an interruption cannot be changed (interruptedCall), an EINTR would be seen.
bool mayInterrupt(const OpenCall& call)
{
    if (isWrite(call))
        return false;
#if defined(__x86_64__)
    return !beginsAnew(call);
#else
    return !beginsAnew(call) && !isEpollWait(call.call) && call.call != Call::RtSigtimedwait
        && call.call != Call::Semop && call.call != Call::Semtimedop;
#endif
}

bool mayInterruptAgain(const OpenCall& call, ChannelKind kind, [[maybe_unused]] bool leaving)
{
    if (!isWrite(call)) // since when it waits is known by now
        return true;
    const bool pipe = kind == ChannelKind::Pipe || kind == ChannelKind::Fifo;
    const bool plain = call.call == Call::Write || call.call == Call::Writev;
    if (pipe && plain && call.requested <= PIPE_BUF)
        return true;
#if defined(__x86_64__)
    return leaving && goesOnAfterPart(call);
#else
    return false;
#endif
}

bool interrupt(Tid tid)
{
    return ptrace(PTRACE_INTERRUPT, tid.value, 0, 0) == 0;
}

} // namespace ipclab
