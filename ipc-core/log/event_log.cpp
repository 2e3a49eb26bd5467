// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/event_log.h"

#include <algorithm>
#include <cassert>
#include <memory>
#include <optional>
#include <type_traits>

namespace ipclab {

namespace {

// Without these the picture would still be right about who exists and what is open: they go first.
bool onlyRefines(const EventBody& body)
{
    return std::holds_alternative<BytesWritten>(body) || std::holds_alternative<BytesRead>(body)
        || std::holds_alternative<CallEntered>(body) || std::holds_alternative<CallReturned>(body)
        || std::holds_alternative<ChannelLevel>(body) || std::holds_alternative<StdioLevel>(body);
}

} // namespace

EventLog::EventLog()
    : EventLog(Limits {})
{
}

EventLog::EventLog(Limits limits)
    : m_limits(limits)
{
}

EventLog::~EventLog() = default;

bool EventLog::append(const Event& event)
{
    const EventIndex index = m_size.load(std::memory_order_relaxed);
    if (!makeRoomFor(event)) {
        m_droppedEvents.fetch_add(1, std::memory_order_relaxed);
        return false;
    }
    store(m_chunks[index / kChunkEvents % kMostChunks] + index % kChunkEvents, event);
    m_size.store(index + 1, std::memory_order_release);
    return true;
}

const Event& EventLog::operator[](EventIndex index) const
{
    assert(index < size());
    return m_chunks[index / kChunkEvents % kMostChunks][index % kChunkEvents];
}

EventLog::Dropped EventLog::dropped() const
{
    return { m_droppedEvents.load(std::memory_order_relaxed),
        m_droppedBytes.load(std::memory_order_relaxed) };
}

bool EventLog::makeRoomFor(const Event& event)
{
    const EventIndex index = m_size.load(std::memory_order_relaxed);
    if (m_limits.forgets)
        forgetRead();
    const EventIndex kept = index - m_firstChunk * kChunkEvents;
    const bool fits = kept < m_limits.events
        || (kept < m_limits.allEvents && !onlyRefines(event.body))
        || (kept < m_limits.ends && std::holds_alternative<ProcessExited>(event.body));
    if (!fits || kept >= EventIndex { kChunkEvents } * kMostChunks)
        return false;
    Event*& chunk = m_chunks[index / kChunkEvents % kMostChunks];
    if (!chunk)
        makeChunk(chunk);
    return true;
}

void EventLog::makeChunk(Event*& chunk)
{
    if (m_limits.forgets)
        m_recent.push_back({ std::make_unique<Arena>() });
    chunk = (m_limits.forgets ? memory() : m_eventMemory).room<Event>(kChunkEvents);
}

// Whole chunks, oldest first, but for the last: that goes on.
void EventLog::forgetRead()
{
    const EventIndex readChunks = m_readTo.load(std::memory_order_acquire) / kChunkEvents;
    for (; m_recent.size() > 1 && m_firstChunk < readChunks; ++m_firstChunk) {
        m_chunks[m_firstChunk % kMostChunks] = nullptr;
        m_payloadKept -= m_recent.front().payload;
        m_textKept -= m_recent.front().text;
        m_recent.pop_front();
    }
}

void EventLog::store(Event* slot, const Event& event)
{
    Event& stored = *std::construct_at(slot, event);
    const auto keepField = [this](std::string_view, auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, std::string_view>)
            value = keepText(value);
        else if constexpr (std::is_same_v<Value, WordList>)
            value.joined = keepText(value.joined);
        else if constexpr (std::is_same_v<Value, std::optional<WordList>>)
            value = value ? std::optional(WordList { keepText(value->joined) }) : std::nullopt;
        else if constexpr (requires { value.size_bytes(); })
            value = keepList(value);
    };
    std::visit(
        [&](auto& body) {
            body.fields(body, keepField);
            if constexpr (requires { body.cut; })
                keep(body.bytes, body.cut);
            else if constexpr (requires { body.bytes.kept; }) {
                std::uint64_t cut = 0;
                keep(body.bytes, cut);
            }
        },
        stored.body);
}

// How many of so many bytes there is room for; the rest is counted.
std::uint64_t EventLog::roomForText(std::uint64_t bytes)
{
    const std::uint64_t room = std::min(m_limits.allTextBytes - m_textKept, bytes);
    if (room < bytes)
        m_droppedBytes.fetch_add(bytes - room, std::memory_order_relaxed);
    m_textKept += room;
    if (!m_recent.empty())
        m_recent.back().text += room;
    return room;
}

std::string_view EventLog::keepText(std::string_view text)
{
    const std::uint64_t most = std::min<std::uint64_t>(text.size(), m_limits.textBytes);
    return memory().keep(text.substr(0, roomForText(most)));
}

template <typename T> std::span<const T> EventLog::keepList(std::span<const T> list)
{
    return memory().keep(list.first(roomForText(list.size_bytes()) / sizeof(T)));
}

void EventLog::keep(Payload& bytes, std::uint64_t& cut)
{
    const std::uint64_t room = m_limits.payloadBytes - m_payloadKept;
    const std::uint64_t most = std::min(room, m_limits.payloadBytesPerEvent);
    if (bytes.kept.size() > most) {
        const std::uint64_t lost = bytes.kept.size() - most;
        cut += lost;
        m_droppedBytes.fetch_add(lost, std::memory_order_relaxed);
        bytes.kept = bytes.kept.substr(0, most);
    }
    bytes.kept = memory().keep(bytes.kept);
    m_payloadKept += bytes.kept.size();
    if (!m_recent.empty())
        m_recent.back().payload += bytes.kept.size();
}

} // namespace ipclab
