// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QElapsedTimer>

namespace ipclab {

// What of a log is taken at most between two looks at the time.
constexpr EventIndex kEventsInASlice = 1000;

// Takes events, slice by slice, until there are no more or the frame's share of time is used: a
// flood is then caught up with over several frames. `takeSlice()` returns how many it took, at most
// kEventsInASlice. Returns whether there was anything. GUI thread.
template <class TakeSlice> bool takeWithinBudget(TakeSlice&& takeSlice)
{
    constexpr qint64 kShare = 3; // ms of the 16 of a frame
    QElapsedTimer took;
    took.start();
    EventIndex all = 0;
    EventIndex taken = 0;
    do {
        taken = takeSlice();
        all += taken;
    } while (taken == kEventsInASlice && took.elapsed() < kShare);
    return all > 0;
}

} // namespace ipclab
