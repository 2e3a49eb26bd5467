// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/traffic_story.h"

namespace ipclab::bench {

// A log as an hour in a lab makes it: the traffic of a few programs, and now and then a process
// that comes and goes, a signal, a level, a finding, something that the person does.
class TypicalRun {
public:
    explicit TypicalRun(EventLog& log)
        : m_log(log)
        , m_traffic(log)
    {
    }

    void tellUntil(EventIndex events); // that many are in the log, or a few more

private:
    void add(int pid, const EventBody& body);
    void comeAndGo();
    void lookAround();

    EventLog& m_log;
    TrafficStory m_traffic;
    Nanoseconds m_now = 0;
    int m_pid = 5000;
};

} // namespace ipclab::bench
