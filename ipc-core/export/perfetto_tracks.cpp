// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/perfetto_tracks.h"

#include "ipc-core/export/clean_text.h"

namespace ipclab {

namespace {

constexpr std::size_t kLongestStream = 80;

} // namespace

TrackId PerfettoTracks::process(std::size_t life)
{
    TrackId& track = m_processes[life];
    if (track == TrackId {}) {
        track = make();
        m_packets.processTrack(track, m_lives.at(life));
    }
    return track;
}

TrackId PerfettoTracks::thread(std::size_t life, Tid tid)
{
    const TrackId parent = process(life);
    if (!tid)
        return parent;
    TrackId& track = m_threads[{ life, tid }];
    if (track == TrackId {}) {
        track = make();
        const Life& of = m_lives.at(life);
        m_packets.threadTrack(track, parent, of.pid, tid, of.name);
    }
    return track;
}

TrackId PerfettoTracks::queue(const World& world, const Channel& channel, End end)
{
    TrackId& track = m_queues[{ channel.id, end }];
    if (track == TrackId {}) {
        track = make();
        std::string label = m_options.labelOf(world, channel.id);
        if (channel.twoWay())
            label += ' ' + std::string(name(end));
        m_packets.counterTrack(track, {}, label);
    }
    return track;
}

TrackId PerfettoTracks::stream(std::size_t life, const StdioLevel& level, std::string_view what)
{
    std::string label = cleanText(level.stream, kLongestStream) + " (" + std::to_string(level.fd)
        + ") " + std::string(what);
    const TrackId parent = process(life);
    TrackId& track = m_streams[{ life, label }];
    if (track == TrackId {}) {
        track = make();
        m_packets.counterTrack(track, parent, label);
    }
    return track;
}

TrackId PerfettoTracks::person()
{
    if (m_person == TrackId {}) {
        m_person = make();
        m_packets.track(m_person, {}, "user_action");
    }
    return m_person;
}

// One of its own, since findings may overlap, and slices of one track must not.
TrackId PerfettoTracks::newFinding(FindingKind kind)
{
    if (m_findings == TrackId {}) {
        m_findings = make();
        m_packets.track(m_findings, {}, "findings");
    }
    const TrackId track = make();
    m_packets.track(track, m_findings, name(kind));
    return track;
}

} // namespace ipclab
