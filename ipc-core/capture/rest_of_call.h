// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/tracee.h"

#include <cstdint>

namespace ipclab {

// A call that a signal has cut short goes on with the rest: its arguments are moved past the part,
// and, where its buffers are told in memory (writev(2), sendmsg(2), recvmsg(2)), what is told
// there, until it is over. Capture thread only; the thread is in a ptrace stop.

// Cut short, is it gone on with, as if it had not been? A part of what was asked for is an end that
// only a signal makes, or that comes again at once.
bool goesOnAfterPart(const OpenCall& call);

// What it counts (bytes; of recvmmsg(2) and sendmmsg(2) messages), whole.
std::uint64_t wantedBy(const OpenCall& call);

// It has done so much more of it. False: what it has in memory cannot be changed.
bool leaveRest(TracedProcess& process, Tid tid, OpenCall& call, std::uint64_t part);

// The arguments that it has now: those of the rest.
std::array<std::uint64_t, 6> argsNow(const OpenCall& call);

// All is as the program has set it.
void putBack(Tid tid, OpenCall& call);

} // namespace ipclab
