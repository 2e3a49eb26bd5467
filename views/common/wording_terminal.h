// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/channel.h"

#include <QString>

namespace ipclab {

// Why more was read from a terminal than was written to it: its line discipline adds to what passes
// through, termios(3), ONLCR and ECHO. Empty where that is not so.
QString terminalNote(const Channel& channel);

} // namespace ipclab
