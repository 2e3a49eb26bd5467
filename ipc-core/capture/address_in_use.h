// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/sock_diag_parse.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

struct AddressInUse {
    AddressUser by = AddressUser::Listener;
    std::uint64_t inode = 0; // of that socket; 0: nobody has it any more
};
// Which of these sockets keeps another of that kind from having the address, EADDRINUSE of bind(2)
// and listen(2). Nothing: none of them does. A pure function.
std::optional<AddressInUse> addressInUse(
    const std::vector<SocketEntry>& sockets, ChannelKind kind, const std::string& address);

} // namespace ipclab
