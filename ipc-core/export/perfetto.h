// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"

#include "ipc-core/export/export_options.h"

namespace ipclab {

// Writes the log as a trace that opens in Perfetto (ui.perfetto.dev): messages TracePacket, as its
// published trace_packet.proto and track_event.proto have them. A track a thread, with its waits as
// slices (one without an end never ended) and what it did as instants; an arrow from each write to
// the reads that got its bytes (analysis/byte_flows.h); counters for how much waits in each channel
// and in each program's own buffers; findings and what the person did on tracks of their own.
Status exportPerfetto(const LogView& log, const ExportOptions& options, const Sink& sink);

} // namespace ipclab
