// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/event_choice.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <QElapsedTimer>

#include <cstdio>
#include <map>

namespace ipclab {

// Prints a log as it grows: a line an event, for people or as JSON; and, for people, each wait that
// lasts. One thread.
class WatchPrinter {
public:
    // `to` outlives this.
    WatchPrinter(const EventLog& log, bool json, EventChoice choice, std::FILE* to);

    void printNew();
    void printEnd(bool oneCpu); // what was dropped, and whether all had one processor to share

    [[nodiscard]] const World& world() const { return m_world; } // after what was printed

private:
    void printLine(EventIndex index);
    void printWaits();
    void printOf(const Process& process, Nanoseconds at, const QString& text);
    [[nodiscard]] int depthOf(const Process& process) const;
    void count(const Event& event);
    void line(const QString& text);

    const EventLog& m_log;
    bool m_json;
    EventChoice m_choice;
    std::FILE* m_to;
    bool m_colour;
    World m_world;
    unsigned m_threads = 0; // that were started, in all processes
    QElapsedTimer m_sinceLast; // event
    std::map<Pid, Nanoseconds> m_saidWaits; // when the wait began that was last told of
};

} // namespace ipclab
