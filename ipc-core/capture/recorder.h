// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include <ctime>

namespace ipclab {

// Appends to the log, with the time. Capture thread only.
class Recorder {
public:
    explicit Recorder(EventLog& log)
        : m_log(log)
        , m_start(clock())
    {
    }

    void record(Pid pid, Tid tid, const EventBody& body)
    {
        m_log.append(Event { now(), pid, tid, body });
    }
    [[nodiscard]] Nanoseconds now() const { return clock() - m_start; }
    [[nodiscard]] const EventLog& log() const { return m_log; }

private:
    static Nanoseconds clock()
    {
        timespec time {};
        clock_gettime(CLOCK_MONOTONIC, &time);
        return time.tv_sec * kSecond + time.tv_nsec;
    }

    EventLog& m_log;
    Nanoseconds m_start;
};

} // namespace ipclab
