// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/polled.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/events/event_bodies.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// What a call that waits waits for, read from its arguments: descriptors, child, how long. Nothing
// for a call that is not made to wait. `polled` is the memory that the answer's list points to.
std::optional<CallEntered> waitFacts(Tid tid, const OpenCall& call, Polled& polled);

bool namesDescriptor(Call call); // its first argument is a descriptor
bool isEpollWait(Call call);
bool waitsForStop(const OpenCall& call); // of a child, too, or that it goes on: wait(2)
bool waitsForFileLock(const OpenCall& call); // flock(2) but with LOCK_NB or LOCK_UN, F_SETLKW

// What is being opened, and what for; nothing for another call than open(2) and its kin.
struct OpenFacts {
    std::string path; // as the program has it
    int folder = -1; // what a relative one begins at; AT_FDCWD: where the program is
    Access access = Access::ReadWrite;
    bool mayWait = true; // neither O_NONBLOCK nor O_PATH
};
std::optional<OpenFacts> openFacts(Tid tid, const OpenCall& call);

} // namespace ipclab
