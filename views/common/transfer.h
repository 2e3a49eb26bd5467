// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"

namespace ipclab {

// What an event says of bytes that went into a channel, or came out of one; nullptr: nothing.
inline const BytesMoved* transferIn(const Event& event)
{
    if (const auto* const written = std::get_if<BytesWritten>(&event.body))
        return written;
    return std::get_if<BytesRead>(&event.body);
}

// As above, of the one kind alone.
inline const BytesMoved* transferIn(const Event& event, bool written)
{
    if (written)
        return std::get_if<BytesWritten>(&event.body);
    return std::get_if<BytesRead>(&event.body);
}

} // namespace ipclab
