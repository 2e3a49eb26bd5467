// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calls/call_row.h"
#include "views/common/ignored_signals.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace ipclab {

// The rows of a log, made as it grows: each call's entry and return are one. 8 bytes a row, and
// what is open now: calls and descriptors. One thread.
class CallIndex {
public:
    void clear();
    // Takes the next events of the log, so many at most and none from `end` on. Returns how many.
    EventIndex take(const EventLog& log, EventIndex end, EventIndex most);

    [[nodiscard]] EventIndex taken() const { return m_taken; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_rows.size()); }
    [[nodiscard]] CallRow operator[](std::uint32_t row) const { return m_rows[row]; }

    // The row that the event began or ended; else the last one before it. Nothing: there is none.
    [[nodiscard]] std::optional<std::uint32_t> rowOf(const EventLog& log, EventIndex event) const;
    // How many rows begin before that event.
    [[nodiscard]] std::uint32_t countBefore(EventIndex event) const;

    // Those that have ended since this was asked for last.
    [[nodiscard]] std::vector<std::uint32_t> takeEnded();
    // Those that have not ended.
    [[nodiscard]] std::vector<std::uint32_t> open() const;

private:
    class Taking;
    struct OpenCall {
        std::uint32_t row = 0;
        Pid pid;
        Call call = Call::Unknown;
    };

    std::vector<CallRow> m_rows; // by begin
    std::unordered_map<Tid, OpenCall> m_open;
    std::unordered_map<Tid, std::uint32_t> m_pairs; // rows of pipes that want their second end
    std::unordered_map<Pid, std::map<int, ChannelId>> m_descriptors;
    IgnoredSignals m_ignored;
    std::vector<std::uint32_t> m_ended;
    EventIndex m_taken = 0;
};

} // namespace ipclab
