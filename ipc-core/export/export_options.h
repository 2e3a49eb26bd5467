// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/base/result.h"
#include "ipc-core/world/world.h"

#include <functional>
#include <string>
#include <string_view>

namespace ipclab {

// Takes the next bytes of what is written. An error ends the export, and is what it returns.
using Sink = std::function<Status(std::string_view)>;

struct ExportOptions {
    // What a channel is called by people; none: its kind and its number.
    std::function<std::string(const World&, ChannelId)> channelLabel;
    // When the log's time was 0, in nanoseconds since 1970; 0: not known.
    Nanoseconds startedAt = 0;
    // Told now and then of how many events are written.
    std::function<void(EventIndex)> advanced;

    void tell(EventIndex written) const; // after each event
    [[nodiscard]] std::string labelOf(const World& world, ChannelId id) const;
};

} // namespace ipclab
