// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/traffic_row.h"

#include <map>
#include <set>

namespace ipclab {

// Which rows are wanted, by what the log has said of channels and processes until then.
class RowChoice {
public:
    // Channel 0: all channels. False: it was so already.
    bool set(ChannelId channel, bool fileReads);
    void forget() // another log
    {
        m_files.clear();
        m_started.clear();
    }

    void take(const Event& event); // each, before the row that it may make
    [[nodiscard]] bool wants(const TrafficRow& row, const Event& event) const;

private:
    [[nodiscard]] bool isTold(const Event& event) const;

    ChannelId m_channel;
    bool m_fileReads = false;
    std::set<ChannelId> m_files;
    std::map<Pid, bool> m_started; // and whether it is IPC Lab itself
};

} // namespace ipclab
