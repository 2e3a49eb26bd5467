// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/words.h"

namespace ipclab {

// What some kinds of channels have in common. Any thread.

constexpr bool isSocket(ChannelKind kind)
{
    return kind == ChannelKind::Unix || kind == ChannelKind::Tcp || kind == ChannelKind::Udp;
}

// A socket that may be half of a connection; those of unix(7) for datagrams are of its kind, too.
constexpr bool mayConnect(ChannelKind kind)
{
    return kind == ChannelKind::Unix || kind == ChannelKind::Tcp;
}

// Bytes are read in the order in which they were written: pipe(7), unix(7), tcp(7).
constexpr bool keepsOrder(ChannelKind kind)
{
    return kind == ChannelKind::Pipe || kind == ChannelKind::Fifo || mayConnect(kind);
}

} // namespace ipclab
