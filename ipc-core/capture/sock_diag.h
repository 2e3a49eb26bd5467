// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/capture/sock_diag_parse.h"

#include <vector>

namespace ipclab {

// All sockets of this network namespace, Unix, TCP and UDP, whoever has them: sock_diag(7), which
// anybody may ask. Those of another namespace are not among them: of such a one nothing is known.
// At most kMostSockets. Any thread.
Result<std::vector<SocketEntry>> sockets();
Result<std::vector<SocketEntry>> sockets(ChannelKind kind); // of that kind alone

constexpr std::size_t kMostSockets = 1'000'000;

} // namespace ipclab
