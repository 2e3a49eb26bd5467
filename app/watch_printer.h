// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/event_choice.h"
#include "app/line_queue.h"
#include "app/process_colours.h"
#include "app/watched_waits.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <QByteArray>
#include <QElapsedTimer>

#include <cstdio>
#include <optional>

namespace ipclab {

// Prints a log as it grows: a line an event, for people or as JSON. For people a call that lasts
// has a line where it began and one where it ended; so a line comes out as soon as it is known of
// all that began before it whether they last. One thread.
class WatchPrinter {
public:
    // `to` outlives this.
    WatchPrinter(const EventLog& log, bool json, EventChoice choice, std::FILE* to);

    bool printNew(); // some of it; true: there is more
    void printRest(); // nothing more happens: what was held back
    void printEnd(bool oneCpu); // what was dropped, and whether all had one processor to share

    [[nodiscard]] const World& world() const { return m_world; } // after what was printed

private:
    [[nodiscard]] std::optional<Descriptor> closedBy(const Event& event) const;
    void take(const Event& event);
    void takeBeginning(const Event& event, const CallEntered& body);
    void tellLasting(Nanoseconds now);
    std::optional<WatchedWait> endWaits(const Event& event);
    void takeFinding();
    QString lineFor(const Event& event, const std::optional<WatchedWait>& ended) const;
    QString lineOf(const Process& process, Tid tid, Nanoseconds at, const QString& text);
    [[nodiscard]] int depthOf(const Process& process) const;
    void count(const Event& event);
    void write();
    void line(const QString& text);
    void flush();

    const EventLog& m_log;
    bool m_json;
    EventChoice m_choice;
    std::FILE* m_to;
    bool m_colour;
    World m_world;
    ProcessColours m_colours;
    WatchedWaits m_waits;
    LineQueue m_lines;
    QByteArray m_text; // lines on their way out: stderr has no buffer of its own, stdio(3)
    unsigned m_threads = 0; // that were started, in all processes
    QElapsedTimer m_sinceLast; // event
};

} // namespace ipclab
