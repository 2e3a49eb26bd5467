// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <optional>

namespace ipclab {

// What choosing something leads to: a process, a channel, or a moment; or nowhere.
struct Target {
    Pid pid {};
    ChannelId channel {};
    std::optional<EventIndex> moment {};

    explicit operator bool() const { return pid || channel || moment; }
    bool operator==(const Target&) const = default;
};

} // namespace ipclab
