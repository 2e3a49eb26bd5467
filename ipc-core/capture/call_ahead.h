// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/tracee.h"
#include "ipc-core/events/event_bodies.h"

#include <optional>
#include <string>

namespace ipclab {

// What a thread that stands at the entry of a call is about to do. Capture thread only; the thread
// is in that stop.
struct CallAheadFacts {
    ThreadHeld body; // without its texts, which are these:
    std::string path;
    std::string mark;

    [[nodiscard]] ThreadHeld said() const // good as long as this is there
    {
        ThreadHeld whole = body;
        whole.path = path;
        whole.mark = mark;
        return whole;
    }
};

// Whether a person would stand before this call. Plain files that no other watched process has open
// are a program's own business: opening, reading and closing them is none, nor is what the C
// library does with the signal mask around fork(2).
//
// What an open(2) is about is asked of the kernel by its path. A file server is not asked for what
// the kernel knows already; but it is for a name that the kernel does not know yet, as by the open
// itself, and one that does not answer (of NFS, of FUSE) keeps the capture thread as long as that.
bool isStep(const Tracees& tracees, const TracedProcess& process, const TracedThread& thread,
    const OpenCall& call);

// Whether a person would see anything of it if it is held back for a while: nothing moves through a
// signal's disposition, and threads that share an interpreter wait in futex(2) all the time.
bool isWorthSlowing(Call call);

CallAheadFacts callAheadFacts(
    const Tracees& tracees, const TracedProcess& process, Tid tid, const OpenCall& call);

// The name in readlink("/ipclab-mark/1/NAME"): a place that a program marks, so that it can be held
// there. Nothing: it is another path.
std::optional<std::string> markIn(Tid tid, const OpenCall& call);

} // namespace ipclab
