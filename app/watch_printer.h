// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

namespace ipclab {

// Prints a log as it grows: a line an event, for people to stderr or as JSON to stdout. One thread.
class WatchPrinter {
public:
    WatchPrinter(const EventLog& log, bool json);

    void printNew();
    void printEnd(); // the findings that were in force, and what was dropped

    [[nodiscard]] const World& world() const { return m_world; } // after what was printed

private:
    void printLine(EventIndex index);

    const EventLog& m_log;
    bool m_json;
    bool m_colour;
    World m_world;
    std::vector<Finding> m_findings; // all that ever were
};

} // namespace ipclab
