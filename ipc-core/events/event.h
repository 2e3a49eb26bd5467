// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/event_bodies.h"

#include <string_view>
#include <variant>

namespace ipclab {

using EventBody = std::variant<ProcessStarted, ThreadStarted, ThreadExited, ProgramExecuted,
    ProgramBegan, ProcessExited, ProcessReaped, ProcessAdopted, ProcessStopped, ProcessContinued,
    ProcessSurveyed, DescriptorOpened, DescriptorClosed, ChannelCreated, ChannelAttached,
    ChannelDetached, ChannelHeld, DescriptorSent, ChannelLevel, BytesWritten, BytesRead,
    CallEntered, CallReturned, SignalSent, SignalDelivered, SignalIgnored, SignalActionSet,
    SignalMaskSet, StdioLevel, SocketBound, SocketListening, SocketConnected, SocketAccepted,
    LockWaiting, WaitLasts, LineKnown, ThreadHeld, ThreadReleased, FindingBegan, FindingEnded,
    LimitNoted, UserAction>;

// One thing that happened. Text, bytes and lists in a body are views: into the caller's memory
// until the event is appended, into the log's own from then on, where they never move.
struct Event {
    Nanoseconds at = 0;
    Pid pid; // who did it, or whom it happened to; 0 for a finding
    Tid tid;
    EventBody body;
};

// A million events without payload fit in 96 MB.
static_assert(sizeof(Event) <= 96);

std::string_view name(const EventBody& body); // "bytes_written", as in the session file

} // namespace ipclab
