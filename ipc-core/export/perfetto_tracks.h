// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of export/ only: what perfetto.cpp keeps of a trace while it is written.
#include "ipc-core/export/perfetto_packets.h"
#include "ipc-core/world/world.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

// Whose track each thing is on. A track is described when it is first asked for.
class PerfettoTracks {
public:
    PerfettoTracks(PerfettoPackets& packets, const ExportOptions& options, std::vector<Life> lives)
        : m_packets(packets)
        , m_options(options)
        , m_lives(std::move(lives))
    {
    }

    TrackId process(std::size_t life);
    TrackId thread(std::size_t life, Tid tid); // the process's own where there is no thread
    TrackId queue(const World& world, const Channel& channel, End end);
    TrackId stream(std::size_t life, const StdioLevel& level, std::string_view what);
    TrackId person();
    TrackId newFinding(FindingKind kind);

private:
    TrackId make() { return TrackId { ++m_made }; }

    PerfettoPackets& m_packets;
    const ExportOptions& m_options;
    const std::vector<Life> m_lives;
    std::uint64_t m_made = 0; // 0 is the trace as a whole
    std::map<std::size_t, TrackId> m_processes;
    std::map<std::pair<std::size_t, Tid>, TrackId> m_threads;
    std::map<std::pair<ChannelId, End>, TrackId> m_queues;
    std::map<std::pair<std::size_t, std::string>, TrackId> m_streams;
    TrackId m_person {};
    TrackId m_findings {};
};

} // namespace ipclab
