// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <vector>

namespace ipclab {

// A read got bytes that this write put there.
struct ByteFlow {
    EventIndex from = 0; // the write; the entry into its call, where the read was seen before it
    EventIndex to = 0; // the read
    bool operator==(const ByteFlow&) const = default;
};

// Every such pair of a log, by `from`, then by `to`. Only where it is certain: bytes leave a pipe
// or a connection in the order in which they came; a datagram is what it was (its length and what
// was kept of it). Nothing is said of terminals, which change what passes, of messages, which may
// overtake each other, and of channels that others may use whom we do not watch.
std::vector<ByteFlow> byteFlows(const LogView& log);

} // namespace ipclab
