// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/call.h"

namespace ipclab {

// What some kinds of calls have in common. Any thread.

// Who waits in one waits for nobody but the clock: sleep(3) makes such a call.
constexpr bool isSleep(Call call)
{
    return call == Call::Nanosleep || call == Call::ClockNanosleep;
}

// It tells how many of several descriptors are ready.
constexpr bool isPoll(Call call)
{
    switch (call) {
    case Call::Poll:
    case Call::Ppoll:
    case Call::Select:
    case Call::Pselect6:
    case Call::EpollWait:
    case Call::EpollPwait:
    case Call::EpollPwait2:
        return true;
    default:
        return false;
    }
}

// By a name, open(2).
constexpr bool isOpen(Call call)
{
    return call == Call::Open || call == Call::Openat || call == Call::Openat2
        || call == Call::Creat;
}

} // namespace ipclab
