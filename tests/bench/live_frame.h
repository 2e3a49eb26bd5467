// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/figures.h"
#include "tests/bench/pipe_talk.h"
#include "views/common/time_cursor.h"

#include <QApplication>
#include <QObject>
#include <QThread>

namespace ipclab::bench {

// The processor's time, in ms, from what comes in 1/60 s until a panel has painted all of it;
// `view` emits `painted`, and `feed` has taken so many events of the log.
template <typename View, typename Signal, typename Feed>
double liveFrame(Talk& talk, TimeCursor& cursor, const View& view, Signal painted, const Feed& feed)
{
    constexpr EventIndex kInAFrame = 833;
    talk.tell(kInAFrame);
    cursor.advance();
    const std::int64_t from = threadTime();
    bool whole = false;
    const auto seen
        = QObject::connect(&view, painted, &view, [&] { whole = feed.taken() == cursor.end(); });
    while (!whole) {
        QThread::msleep(4); // which costs nothing
        QApplication::processEvents();
    }
    QObject::disconnect(seen);
    return static_cast<double>(threadTime() - from) / 1e6;
}

} // namespace ipclab::bench
