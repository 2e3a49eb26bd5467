// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/export/export_options.h"
#include "ipc-core/log/event_log.h"

namespace ipclab {

// Writes what passed through channels as packets that open in Wireshark. A pipe, a FIFO, a terminal
// or a connection is a TCP conversation: a segment for each write, with the bytes that were kept (a
// packet may be longer than what is captured of it), an acknowledgement for each read, FIN when the
// last descriptor of an end is closed. Datagrams and messages are UDP. Where the addresses are
// known they are as they were; else each end has an address of its own in 127.0.0.0/8, with a name.
// Who did it is the packet's comment. Handshakes and acknowledgements are of our making.
Status exportPcapng(const LogView& log, const ExportOptions& options, const Sink& sink);

} // namespace ipclab
