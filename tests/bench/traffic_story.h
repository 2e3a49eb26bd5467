// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <string>

namespace ipclab::bench {

// A log as a run with much traffic makes it: four processes in two pairs, each pair with a pipe.
// Who writes has some of it in a buffer first; who reads waits for it. One thread at a time.
class TrafficStory {
public:
    explicit TrafficStory(EventLog& log); // with the processes and pipes already in it

    void tell(Nanoseconds at); // one event more
    [[nodiscard]] EventIndex told() const { return m_told; }

private:
    static constexpr unsigned kPairs = 2;

    void beginPair(unsigned pair);
    void add(Nanoseconds at, int pid, const EventBody& body);
    void tellOf(unsigned pair, EventIndex step, Nanoseconds at);

    EventLog& m_log;
    EventIndex m_told = 0;
    std::string m_line;
};

} // namespace ipclab::bench
