// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/stdio_reading.h"

namespace ipclab {

StdioLevel levelOf(const StdioReading& reading)
{
    StdioLevel level;
    level.stream = reading.stream;
    level.fd = reading.fd;
    level.mode = reading.mode;
    level.pending = reading.pending;
    level.unread = reading.unread;
    level.capacity = reading.capacity;
    level.bytes.kept = reading.text;
    return level;
}

} // namespace ipclab
