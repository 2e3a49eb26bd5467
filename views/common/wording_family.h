// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// Who is whose child, in words; empty where there is nothing to say. GUI thread.

QString relativeName(const World& world, Pid pid); // "parent.py (4711)"
// "child of parent.py (4711)"; "adopted by IPC Lab; was started by parent.py (4711)"
QString parentWords(const World& world, const Process& process);
QString threadsWords(const Process& process); // "3 threads"; of one, nothing

} // namespace ipclab
