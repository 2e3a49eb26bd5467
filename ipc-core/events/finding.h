// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/words.h"

#include <vector>

namespace ipclab {

// A verdict about processes and channels, as facts. The events finding_began and finding_ended say
// when it holds.
struct Finding {
    FindingKind kind = FindingKind::Deadlock;
    std::vector<Pid> pids; // ascending
    std::vector<ChannelId> channels; // ascending
    Nanoseconds since = 0;
    std::vector<Tid> tids {}; // ascending; of a deadlock: the threads that cannot go on

    [[nodiscard]] bool sameAs(const Finding& other) const
    {
        return kind == other.kind && pids == other.pids && channels == other.channels;
    }
    bool operator==(const Finding&) const = default;
};

} // namespace ipclab
