// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/ignored_signals.h"
#include "views/traffic/byte_streams.h"
#include "views/traffic/kept_bytes.h"
#include "views/traffic/process_signs.h"
#include "views/traffic/row_choice.h"
#include "views/traffic/traffic_row.h"

#include <cstddef>
#include <deque>

namespace ipclab {

// The rows of a whole log, of what is chosen to be shown, and what there is to say of them that no
// single event tells. Each event is taken once. GUI thread.
class TrafficRows {
public:
    void forget(); // another log
    // False: it was so already. Else all is to be taken anew.
    bool choose(ChannelId channel, bool fileReads); // channel 0: all channels
    void take(EventIndex index, const Event& event);

    [[nodiscard]] EventIndex taken() const { return m_taken; } // events
    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] const TrafficRow& operator[](std::size_t row) const { return m_rows[row]; }
    [[nodiscard]] std::size_t countUpTo(EventIndex moment) const;
    [[nodiscard]] const ByteStreams& streams() const { return m_streams; }
    [[nodiscard]] const ProcessSigns& signs() const { return m_signs; }

private:
    KeptBytes m_kept;
    IgnoredSignals m_ignored;
    RowChoice m_choice;
    ByteStreams m_streams;
    ProcessSigns m_signs;
    std::deque<TrafficRow> m_rows;
    EventIndex m_taken = 0;
};

} // namespace ipclab
