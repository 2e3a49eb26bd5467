// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calls/call_words.h"

namespace ipclab {

// What came of a call that has returned.
struct CallResult {
    QString
        words; // with a sign in front, so that colour does not speak alone: "→ 58 B", "✗ EPIPE…"
    CallTone tone = CallTone::Plain;
};

CallResult resultOf(const EventLog& log, const World& world, CallRow row);

bool isWrite(Call call); // it gives bytes rather than takes them

} // namespace ipclab
