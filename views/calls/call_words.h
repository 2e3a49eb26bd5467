// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/calls/call_row.h"

#include <QString>

namespace ipclab {

// The moment that is shown: a call that returns later is waiting.
struct CallTimes {
    EventIndex moment = 0;
    Nanoseconds now = 0;

    static CallTimes atEnd(const EventLog& log);
};

enum class CallTone : std::uint8_t {
    Plain,
    Written,
    Read,
    Failed,
    Waiting,
    Signal,
    Life,
    Person,
};

// A row in words. What is no call is one line, in `call`.
struct CallWords {
    QString time; // "+0.031 s"
    QString process; // "reader.py 4711"
    QString call; // "read(3: pipe A, up to 8 192 B)"
    QString result; // "← 25 B “Fri Nov 20…”"
    QString took; // "1.2 s", "waiting 4.0 s…"
    CallTone tone = CallTone::Plain;
    bool later = false; // than the moment
};

// The World is that at the log's end: names are what they came to be.
CallWords callWords(const EventLog& log, const World& world, CallRow row, const CallTimes& times);
QString whatIsCalled(const EventLog& log, const World& world, CallRow row); // `call` alone

} // namespace ipclab
