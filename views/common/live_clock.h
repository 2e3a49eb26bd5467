// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ipclab {

class TimeCursor;

// The moment that durations count to: at the end of a log that grows, time goes on though no event
// comes ("waiting 4.1 s"). Ticks ten times a second, and every two seconds when no event has come
// for ten; only while someone needs it. GUI thread.
class LiveClock : public QObject {
    Q_OBJECT

public:
    explicit LiveClock(const TimeCursor& cursor, QObject* parent = nullptr);

    [[nodiscard]] Nanoseconds now() const;
    // Something shown changes with time alone. Else, or when time stands still, no timer runs.
    void setNeeded(bool needed);

signals:
    void ticked();

private:
    [[nodiscard]] bool runs() const;
    void noticeMove();
    void setInterval(int ms);

    const TimeCursor& m_cursor;
    Nanoseconds m_lastEvent = -1;
    QElapsedTimer m_sinceLastEvent;
    QTimer m_timer;
    bool m_needed = false;
};

} // namespace ipclab
