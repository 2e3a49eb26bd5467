// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"

namespace ipclab {

// Looks into the processes' own stdio buffers and records what changed there. Capture thread only.
class StdioWatch {
public:
    explicit StdioWatch(Recorder& recorder)
        : m_recorder(recorder)
    {
    }

    void look(TracedProcess& process);
    // Those that did something since, and were not looked at a moment ago.
    void lookAtDue(Tracees& tracees, Nanoseconds atMostEvery);
    // Those not looked at for a while: a program fills its buffer without any call.
    void lookAtAll(Tracees& tracees, Nanoseconds atMostEvery);

private:
    Recorder& m_recorder;
};

} // namespace ipclab
