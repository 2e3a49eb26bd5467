// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/perfetto_packets.h"

#include "ipc-core/export/clean_text.h"
#include "ipc-core/world/process.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kPacketsAtOnce = std::size_t { 1 } << 18;
constexpr std::size_t kLongestWords = 200;
constexpr std::size_t kLongestValue = 1024;
constexpr std::size_t kMostWords = 64; // of a command line

// The numbers of fields, as protos/perfetto/trace/ of google/perfetto has them.
namespace trace {
enum Field : unsigned { kPacket = 1 };
} // namespace trace
namespace packet {
enum Field : unsigned {
    kTimestamp = 8,
    kSequence = 10, // trusted_packet_sequence_id
    kTrackEvent = 11,
    kSequenceFlags = 13,
    kTrackDescriptor = 60,
};
constexpr std::uint64_t kIncrementalStateCleared = 1;
} // namespace packet
namespace track_event {
enum Field : unsigned {
    kNote = 4, // debug_annotations
    kType = 9,
    kTrack = 11,
    kCategory = 22,
    kName = 23,
    kCounter = 30,
    kFlow = 47,
};
} // namespace track_event
namespace note {
enum Field : unsigned {
    kUnsigned = 3,
    kSigned = 4,
    kText = 6,
    kName = 10,
};
} // namespace note
namespace descriptor {
enum Field : unsigned {
    kId = 1,
    kName = 2,
    kProcess = 3,
    kThread = 4,
    kParent = 5,
    kCounter = 8,
    kCounterUnit = 3,
};
constexpr std::uint64_t kBytes = 3; // UNIT_SIZE_BYTES
} // namespace descriptor
namespace process {
enum Field : unsigned {
    kPid = 1,
    kCommand = 2,
    kName = 6,
};
} // namespace process
namespace thread {
enum Field : unsigned {
    kPid = 1,
    kTid = 2,
    kName = 5,
};
} // namespace thread

} // namespace

TrackEvent::TrackEvent(Type type, TrackId track, std::string_view name, std::string_view category)
{
    m_message.number(track_event::kType, static_cast<std::uint64_t>(type));
    m_message.number(track_event::kTrack, static_cast<std::uint64_t>(track));
    if (!category.empty())
        m_message.bytes(track_event::kCategory, category);
    if (!name.empty())
        m_message.bytes(track_event::kName, cleanText(name, kLongestWords));
}

void TrackEvent::note(std::string_view name, const NoteValue& value)
{
    ProtoWriter one;
    one.bytes(note::kName, name);
    if (const auto* const number = std::get_if<std::int64_t>(&value))
        one.signedNumber(note::kSigned, *number);
    else if (const auto* const count = std::get_if<std::uint64_t>(&value))
        one.number(note::kUnsigned, *count);
    else if (const auto* const bytes = std::get_if<std::string_view>(&value))
        one.bytes(note::kText, cleanText(*bytes, kLongestValue));
    m_message.message(track_event::kNote, one);
}

void TrackEvent::flow(std::uint64_t id)
{
    m_message.fixed64(track_event::kFlow, id);
}

void TrackEvent::counter(std::uint64_t value)
{
    constexpr std::uint64_t kMost = std::numeric_limits<std::int64_t>::max();
    m_message.number(track_event::kCounter, std::min(value, kMost));
}

void PerfettoPackets::processTrack(TrackId id, const Life& life)
{
    ProtoWriter of;
    of.signedNumber(process::kPid, life.pid.value);
    std::size_t words = 0;
    std::string_view rest = life.argv; // each word is ended by a NUL
    for (; !rest.empty() && words < kMostWords; ++words) {
        const std::size_t end = std::min(rest.find('\0'), rest.size());
        of.bytes(process::kCommand, cleanText(rest.substr(0, end), kLongestWords));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    of.bytes(process::kName, life.name);
    ProtoWriter message;
    message.message(descriptor::kProcess, of);
    describe(id, {}, std::move(message));
}

void PerfettoPackets::threadTrack(
    TrackId id, TrackId process, Pid pid, Tid tid, std::string_view name)
{
    ProtoWriter of;
    of.signedNumber(thread::kPid, pid.value);
    of.signedNumber(thread::kTid, tid.value);
    of.bytes(thread::kName, cleanText(name, kLongestWords));
    ProtoWriter message;
    message.message(descriptor::kThread, of);
    describe(id, process, std::move(message));
}

void PerfettoPackets::counterTrack(TrackId id, TrackId parent, std::string_view name)
{
    ProtoWriter unit;
    unit.number(descriptor::kCounterUnit, descriptor::kBytes);
    ProtoWriter message;
    message.bytes(descriptor::kName, cleanText(name, kLongestWords));
    message.message(descriptor::kCounter, unit);
    describe(id, parent, std::move(message));
}

void PerfettoPackets::track(TrackId id, TrackId parent, std::string_view name)
{
    ProtoWriter message;
    message.bytes(descriptor::kName, cleanText(name, kLongestWords));
    describe(id, parent, std::move(message));
}

void PerfettoPackets::describe(TrackId id, TrackId parent, ProtoWriter descriptor)
{
    descriptor.number(descriptor::kId, static_cast<std::uint64_t>(id));
    if (parent != TrackId {})
        descriptor.number(descriptor::kParent, static_cast<std::uint64_t>(parent));
    ProtoWriter one;
    one.message(packet::kTrackDescriptor, descriptor);
    add(std::move(one));
}

void PerfettoPackets::event(Nanoseconds at, const TrackEvent& event)
{
    ProtoWriter one;
    one.number(packet::kTimestamp, static_cast<std::uint64_t>(std::max<Nanoseconds>(at, 0)));
    one.message(packet::kTrackEvent, event.message());
    add(std::move(one));
}

void PerfettoPackets::add(ProtoWriter packet)
{
    packet.number(packet::kSequence, 1);
    if (!std::exchange(m_begun, true))
        packet.number(packet::kSequenceFlags, packet::kIncrementalStateCleared);
    ProtoWriter field;
    field.message(trace::kPacket, packet);
    m_waiting += field.content();
    if (m_waiting.size() >= kPacketsAtOnce)
        flush();
}

void PerfettoPackets::flush()
{
    if (!failed())
        m_status = m_sink(m_waiting);
    m_waiting.clear();
}

Status PerfettoPackets::finish()
{
    flush();
    return m_status;
}

} // namespace ipclab
