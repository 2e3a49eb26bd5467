// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// The first of the bytes that wait in a queue: those that are read next.
struct WaitingBytes {
    static constexpr std::size_t kMost = 512;

    std::string bytes;
    std::uint64_t before = 0; // that wait too, in front of these, and were written long ago
    std::uint64_t after = 0; // that wait too, behind these
};

// From what was written there last, in a bounded part of the log. Nothing where the contents are
// not known: of a terminal, which changes what passes through it, of datagrams, with processes that
// are not watched at an end, or when the count says otherwise.
std::optional<WaitingBytes> waitingBytes(const LogView& log, const Channel& channel, End queue);

} // namespace ipclab
