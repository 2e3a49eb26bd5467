// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/endpoint/end_pair.h"

namespace ipclab {

// A TCP socket that listens on 127.0.0.1 and nowhere else.
struct Listener {
    UniqueFd fd; // close-on-exec, non-blocking
    std::uint16_t port = 0; // the real one
};

// Port 0: any free one. Errors: step "socket", "bind" (EADDRINUSE) or "listen", subject
// "127.0.0.1:PORT".
Result<Listener> listenAt(std::uint16_t port);

// A connection through a listener: the child's end has connected, the lab's end was accepted. A
// stranger who connects first is sent away. The listener is closed by then. Waits for the kernel
// only, a second at most. Errors: those of listenAt, and "connect", "accept".
Result<EndPair> tcpPair(std::uint16_t port);

} // namespace ipclab
