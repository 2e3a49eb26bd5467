// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"
#include "ipc-core/world/world_history.h"
#include "views/common/bookmarks.h"
#include "views/common/pace.h"

#include <QObject>

#include <memory>

namespace ipclab {

// The moment that all panels show. Live, it follows the end of the log; the person may move it to
// any earlier event. Panels take the World from here and never talk to each other. GUI thread.
class TimeCursor : public QObject {
    Q_OBJECT

public:
    explicit TimeCursor(QObject* parent = nullptr);

    // Shows another run (or none). The log outlives its time here.
    void setLog(const EventLog* log);
    // One that was folded already, wholly.
    void setLog(const EventLog& log, std::unique_ptr<WorldHistory> history);

    // Takes what the log has anew, within a bound that keeps a frame short. Called at most at the
    // screen's rate. Returns whether there was anything.
    bool advance();

    [[nodiscard]] const World& world() const; // at the moment
    [[nodiscard]] const World& endWorld() const; // at the end, wherever the moment is
    [[nodiscard]] LogView log() const; // up to the moment
    // At another one, after so many events: for a look aside, which moves nothing. As dear as goTo.
    [[nodiscard]] World worldAt(EventIndex moment) const;
    [[nodiscard]] const EventLog* wholeLog() const { return m_log; }
    [[nodiscard]] bool live() const { return m_live; }
    // Programs still run: what waits at the end of the log goes on waiting. True for a new log; the
    // owner of the run says when it is over, or that the log came from a file.
    [[nodiscard]] bool growing() const { return m_growing; }
    void setGrowing(bool growing);
    [[nodiscard]] EventIndex moment() const; // how many events have happened at the moment
    [[nodiscard]] EventIndex end() const; // how many there are
    [[nodiscard]] Nanoseconds time() const; // of the moment
    [[nodiscard]] Nanoseconds endTime() const;
    [[nodiscard]] const Bookmarks& bookmarks() const { return m_bookmarks; } // of the whole log

    void goTo(EventIndex moment);
    void goToOrLive(EventIndex moment); // the end of what is known is now: there the run goes on
    void goBy(std::int64_t events); // on, or back; no further than to the ends
    void goToTime(Nanoseconds time);
    void goLive();

signals:
    void logChanged(); // another run: forget all that was shown
    void moved(); // world() and log() are others
    // As moved(), at the rate of a reader: for words, which nobody can read sixty times a second.
    // At once, too, unless the log grows.
    void movedForReading();

private:
    void emitMoved();
    void showLog(const EventLog* log, std::unique_ptr<WorldHistory> history);

    const EventLog* m_log = nullptr;
    std::unique_ptr<WorldHistory> m_history;
    Bookmarks m_bookmarks;
    std::unique_ptr<World> m_past; // the World at the moment, when not live
    bool m_live = true;
    bool m_growing = false;
    Pace m_reading;
};

} // namespace ipclab
