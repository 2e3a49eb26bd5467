// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/events/call.h"
#include "ipc-core/events/words.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// What is used by a number and not by a descriptor: whoever knows its key may use it, sysvipc(7).

// Of a call that waits for a set of semaphores or at a queue of messages, whose first argument is
// the number; nothing for another.
std::optional<LockKind> systemVKind(Call call);
std::optional<ChannelKey> systemVKey(Call call, std::uint64_t number);

// "semid 3, key 0x1234", as ipcs(1) has it; without the key where it has none, or where it cannot
// be told: the process is in another namespace than we, ipc_namespaces(7).
std::string systemVName(Pid user, const ChannelKey& key);

// In all messages of that queue; nothing where it cannot be told.
std::optional<std::uint64_t> systemVBytes(Pid user, const ChannelKey& queue);

} // namespace ipclab
