// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <cstdint>
#include <optional>

namespace ipclab {

// One row: a call, or what happened besides. Small, since a run may have millions.
struct CallRow {
    static constexpr std::uint32_t kNone = ~std::uint32_t { 0 };

    std::uint32_t begin = 0; // the event; of a call that may wait, its entry
    // Of a call that may wait, the event that ended it; of a pipe, its second descriptor; of a
    // descriptor that is closed, its channel; of a signal without effect, 1 if that was asked for.
    std::uint32_t more = kNone;
};
static_assert(sizeof(CallRow) == 8);

// The row begins a wait, which another event ends.
bool mayWait(const EventBody& begin);

// The event that ended the wait, or the second of a pair; nothing where there is none (yet).
std::optional<EventIndex> endOf(const EventLog& log, CallRow row);

// The channel that it is about; 0: none, or it is not known.
ChannelId channelOf(const EventLog& log, CallRow row);

} // namespace ipclab
