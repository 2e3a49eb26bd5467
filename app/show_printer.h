// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session_moment.h"

#include <QByteArray>
#include <QStringList>

namespace ipclab {

// Why a process waits takes a look at all: it is said of that many.
constexpr unsigned kMostExplained = 500;

// A moment of a session in words: the processes as a tree with their state and why they wait, the
// channels with their levels and who holds them, findings, and what the person did. Nothing in it
// steers a terminal.
QStringList momentLines(const SessionMoment& moment, bool colour);

// The same as facts, one JSON object; the words of a session file, times in seconds.
QByteArray momentJson(const SessionMoment& moment);

} // namespace ipclab
