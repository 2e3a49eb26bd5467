// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"
#include "ipc-core/capture/xray/native_lines.h"

#include <cstdint>
#include <list>
#include <utility>

namespace ipclab {

// Finds the line that a thread is in that waits for long or is held, and records line_known. A
// thread is looked at once for each such wait, while it cannot go on without us: it sleeps in a
// call whose end it stops at, or is stopped. What is not found is not said. Capture thread only.
class LineWatch {
public:
    explicit LineWatch(Recorder& recorder)
        : m_recorder(recorder)
    {
    }

    void newTurn() { m_spent = 0; } // no look begins after a millisecond of them
    void forget(std::uint64_t memory); // nobody has that address space any more
    void look(const TracedProcess& process, TracedThread& thread);

private:
    [[nodiscard]] std::optional<CodePlace> placeOf(
        const TracedProcess& process, const TracedThread& thread);
    NativeLines& linesOf(std::uint64_t memory);

    Recorder& m_recorder;
    Nanoseconds m_spent = 0; // this turn
    std::list<std::pair<std::uint64_t, NativeLines>> m_lines; // by address space, last used first
};

} // namespace ipclab
