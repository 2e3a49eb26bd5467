// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"

namespace ipclab {

// What an event's body says of bytes that went into a channel, or came out of one; nullptr:
// nothing.
inline const BytesMoved* transferIn(const EventBody& body)
{
    if (const auto* const written = std::get_if<BytesWritten>(&body))
        return written;
    return std::get_if<BytesRead>(&body);
}

// As above, of the one kind alone.
inline const BytesMoved* transferIn(const EventBody& body, bool written)
{
    if (written)
        return std::get_if<BytesWritten>(&body);
    return std::get_if<BytesRead>(&body);
}

} // namespace ipclab
