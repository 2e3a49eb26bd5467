// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/capture/xray/stdio_reading.h"

#include <vector>

namespace ipclab {

// Looks into the processes' own stdio buffers and records what changed there. Capture thread only.
class StdioWatch {
public:
    explicit StdioWatch(Recorder& recorder)
        : m_recorder(recorder)
    {
    }

    void look(TracedProcess& process);
    // When it is exiting. glibc has made its streams unbuffered by then; that is not said.
    void lookLast(TracedProcess& process);
    // Before a write on that descriptor. At once while its stream may be new to us, which ends for
    // programs that write without stdio; else not more often than that.
    void lookBeforeWrite(TracedProcess& process, int fd, Nanoseconds atMostEvery);
    // Those that did something since, and were not looked at a moment ago.
    void lookAtDue(Tracees& tracees, Nanoseconds atMostEvery);
    // Those not looked at for a while: a program fills its buffer without any call.
    void lookAtAll(Tracees& tracees, Nanoseconds atMostEvery);

private:
    void record(TracedProcess& process, std::vector<StdioReading> readings);

    Recorder& m_recorder;
};

} // namespace ipclab
