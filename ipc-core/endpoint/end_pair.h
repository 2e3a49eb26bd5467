// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/endpoint/named_fifo.h"

namespace ipclab {

// Which way bytes go, seen from the lab.
enum class Flow : std::uint8_t { ToChild, FromChild, Both };

// What kind of descriptor the lab's end is: it decides how its write side is closed.
enum class EndKind : std::uint8_t { Plain, Terminal, Socket, File };

// Both ends of one channel, open before the child exists. The lab's end is close-on-exec and
// non-blocking. The child's end is blocking, as a shell would give it (the two are separate open
// file descriptions, so O_NONBLOCK of the one is not seen by the other: open(2)), and close-on-exec
// until the launcher dups it to 0, 1 or 2.
struct EndPair {
    UniqueFd lab; // empty when the lab has no end: /dev/null, inherit
    UniqueFd child;
    Flow flow = Flow::Both;
    EndKind kind = EndKind::Plain;
};

// A pseudo-terminal with the kernel's own settings (echo, cooked) of 80 columns and 24 lines.
Result<EndPair> terminalPair();
Result<EndPair> pipePair(Flow flow);
Result<EndPair> unixPair(); // socketpair(2)
Result<EndPair> fifoPair(const NamedFifo& fifo, Flow flow); // never waits for a partner
// A new file at `path`: the child reads what the lab appends, or the lab follows what it writes.
Result<EndPair> filePair(const std::string& path, Flow flow);
Result<EndPair> nullEnd(Flow flow);
Result<EndPair> inheritedEnd(int stream); // a copy of our own 0, 1 or 2

// A copy, close-on-exec, whose number is above 2, so that a later dup2 onto 0, 1 or 2 is never a
// dup2 onto itself (which would leave close-on-exec set: dup(2)).
Result<UniqueFd> copyAboveStdio(int fd);

} // namespace ipclab
