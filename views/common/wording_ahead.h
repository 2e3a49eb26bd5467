// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// What a thread that is held is about to do, as the rest of a sentence about it: "will write 29
// bytes into pipe A". GUI thread.
QString aheadWords(const World& world, const CallAhead& ahead);
// Of the process: of the thread that goes on next. Empty: none stands.
QString aheadWords(const World& world, const Process& process);

// "held · will write 29 bytes into pipe A"; empty for who does not stand.
QString heldState(const World& world, const Process& process);
// "child is held: it will write 29 bytes into pipe A. …"; empty for who is not held.
QString heldSentence(const World& world, const Process& process);
// "1/10: each call is held back for 20 ms. The programs' timers are not changed."; empty at full
// speed.
QString slowSentence(unsigned slow);

} // namespace ipclab
