// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// One event as one line, in the order a person reads a trace: the call, on what, how much, what
// came of it. The World is the one just after the event. Empty for what is of no interest in a
// trace (a level, a buffer, files of the system).
QString eventLine(const World& world, const Event& event);

// What a read that asked for something brought: “4 B “abcd””, “end of file”, “an empty datagram”.
QString readText(const World& world, const BytesMoved& moved);

// Empty: what was read was no message without any bytes, but the end of file.
QString emptyMessageText(const World& world, const BytesMoved& moved);

// “gets SIGINT from the terminal: it ends”; who sent it is said where they are not watched.
QString gotSignal(SignalNumber signal, const SignalOrigin& origin, const QString& effect);
// “from bash 4711, not watched”, “from the terminal”; empty: one of the watched sent it,
// or that is not known.
QString originWords(const SignalOrigin& origin);

// The first bytes of a transfer, nothing hidden: “Fri Nov 20…”
QString quotedBytes(const BytesMoved& moved);

} // namespace ipclab
