// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event_bodies.h"

#include <string_view>

namespace ipclab {

// Bytes that a call moved, as many as it asked for, and all were kept.
inline BytesMoved movedBytes(int fd, unsigned channel, End end, Call call, std::string_view bytes)
{
    BytesMoved moved;
    moved.fd = fd;
    moved.channel = ChannelId { channel };
    moved.end = end;
    moved.call = call;
    moved.requested = bytes.size();
    moved.count = bytes.size();
    moved.bytes = { bytes };
    return moved;
}

// Of a datagram, that nobody got.
inline BytesMoved lostBytes(int fd, unsigned channel, std::string_view bytes)
{
    BytesMoved lost = movedBytes(fd, channel, End::Second, Call::Sendto, bytes);
    lost.lost = true;
    return lost;
}

} // namespace ipclab
