// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QString>

#include <vector>

namespace ipclab {

// What of a run's time is shown: all of it, a part that stands still, or a part that goes along
// with the end. One thread.
class TimeWindow {
public:
    static constexpr Nanoseconds kShortest = 1000; // a range of 1 µs

    [[nodiscard]] Nanoseconds from() const { return m_from; }
    [[nodiscard]] Nanoseconds to() const { return m_to; }
    [[nodiscard]] Nanoseconds range() const { return m_to - m_from; }
    [[nodiscard]] bool zoomed() const { return m_zoomed; } // it is not all

    // The run is there by now, and something happened last at `happened`. Where it grows, all of it
    // is shown with room to come, so that what is drawn does not creep; but waiting alone does not
    // press together for ever what happened before.
    void setEnd(Nanoseconds now, Nanoseconds happened, bool growing);
    void fit();
    void zoom(double factor, Nanoseconds about); // below 1: closer
    void shift(Nanoseconds by);
    void show(Nanoseconds from, Nanoseconds to);
    void reveal(Nanoseconds from, Nanoseconds to); // moves only if that is not to be seen

    [[nodiscard]] int xOf(Nanoseconds time, int width) const; // far outside: just outside
    [[nodiscard]] Nanoseconds timeAt(int x, int width) const;
    [[nodiscard]] Nanoseconds whole() const { return m_whole; } // how far one may go

private:
    Nanoseconds m_from = 0;
    Nanoseconds m_to = kMillisecond;
    Nanoseconds m_end = 0;
    Nanoseconds m_whole = kMillisecond;
    Nanoseconds m_fitting = kMillisecond; // what is shown as all
    bool m_zoomed = false;
};

// A place of a time axis. No two of an axis read the same.
struct AxisTick {
    int x = 0;
    QString text;
};

// At least `apart` pixels from each other.
std::vector<AxisTick> axisTicks(const TimeWindow& window, int width, int apart);

} // namespace ipclab
