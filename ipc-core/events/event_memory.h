// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of events/ only.
#include "ipc-core/base/ids.h"

#include <deque>
#include <string>
#include <vector>

namespace ipclab {

// Keeps what an event points to until the next one is read, where that is not in the line as
// parsed.
struct EventMemory {
    std::deque<std::string> texts;
    std::deque<std::vector<int>> ints;
    std::deque<std::vector<Pid>> pids;
    std::deque<std::vector<Tid>> tids;
    std::deque<std::vector<ChannelId>> channels;

    std::vector<int>& fresh(int) { return ints.emplace_back(); }
    std::vector<Pid>& fresh(Pid) { return pids.emplace_back(); }
    std::vector<Tid>& fresh(Tid) { return tids.emplace_back(); }
    std::vector<ChannelId>& fresh(ChannelId) { return channels.emplace_back(); }
    void clear()
    {
        const auto empty = [](auto& kept) { // most are, of most events
            if (!kept.empty())
                kept.clear();
        };
        empty(texts);
        empty(ints);
        empty(pids);
        empty(tids);
        empty(channels);
    }
};

} // namespace ipclab
