// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace ipclab {

// Follows how full each process's own output buffers are, to tell what was newly printed into one
// without a system call. Forgets processes that end, so it is bounded by those that live.
class KeptBytes {
public:
    struct Growth {
        std::uint64_t from = 0; // bytes that were pending before
        ChannelId channel; // where they will go; none if unknown
    };

    // Takes the next event of the log. Says so if a buffer grew.
    std::optional<Growth> take(const Event& event);

private:
    using Buffer = std::pair<int, std::string>; // descriptor and name of the stream
    struct Outputs {
        std::map<Buffer, std::uint64_t> levels;
        std::map<int, ChannelId> channels;
    };

    std::optional<Growth> noted(Pid pid, const StdioLevel& level);
    void written(Pid pid, const BytesWritten& body);
    void started(Pid pid, const ProcessStarted& body);

    std::map<Pid, Outputs> m_outputs;
};

} // namespace ipclab
