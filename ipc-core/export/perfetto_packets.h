// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/export/export_options.h"
#include "ipc-core/export/lives.h"
#include "ipc-core/export/proto_writer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ipclab {

enum class TrackId : std::uint64_t {};

// One TrackEvent, as it is made.
class TrackEvent {
public:
    enum class Type : std::uint64_t { SliceBegin = 1, SliceEnd = 2, Instant = 3, Counter = 4 };

    TrackEvent(
        Type type, TrackId track, std::string_view name = {}, std::string_view category = {});

    // Bytes may be of unknown make.
    using NoteValue = std::variant<std::int64_t, std::uint64_t, std::string_view>;
    void note(std::string_view name, const NoteValue& value);
    void flow(std::uint64_t id);
    void counter(std::uint64_t value);

    [[nodiscard]] const ProtoWriter& message() const { return m_message; }

private:
    ProtoWriter m_message;
};

// Writes TracePackets of one sequence. The first error stays, and nothing is written after it.
class PerfettoPackets {
public:
    explicit PerfettoPackets(const Sink& sink)
        : m_sink(sink)
    {
    }

    void processTrack(TrackId id, const Life& life);
    void threadTrack(TrackId id, TrackId process, Pid pid, Tid tid, std::string_view name);
    void counterTrack(TrackId id, TrackId parent, std::string_view name); // of bytes
    void track(TrackId id, TrackId parent, std::string_view name);
    void event(Nanoseconds at, const TrackEvent& event);

    [[nodiscard]] bool failed() const { return !m_status.ok(); }
    Status finish(); // all is written

private:
    void describe(TrackId id, TrackId parent, ProtoWriter descriptor);
    void add(ProtoWriter packet);
    void flush();

    const Sink& m_sink;
    std::string m_waiting;
    Status m_status = Done {};
    bool m_begun = false;
};

} // namespace ipclab
