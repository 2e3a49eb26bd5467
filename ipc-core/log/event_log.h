// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/log/arena.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string_view>

namespace ipclab {

// All that happened, in order. One thread appends (the capture thread, or the reader of a session
// file); any thread reads, without a lock, what `size()` says is there. Events and the memory they
// point to never move and never change once appended.
//
// Bounded: beyond `Limits` the payload of transfers is no longer kept (their counts are), then
// events that only refine the picture are left out, then all but the ends of processes, at last
// those. Each is counted, and shown. A log that forgets (`Limits::forgets`) keeps only what
// somebody has still to read: then the bounds are for that, and a run may last as long as it likes.
class EventLog {
public:
    struct Limits {
        EventIndex events = 4'000'000;
        EventIndex allEvents = 8'000'000; // those too that do more than refine the picture
        EventIndex ends = 9'000'000; // and with the ends of processes
        std::uint64_t payloadBytes = std::uint64_t { 128 } << 20;
        std::uint64_t payloadBytesPerEvent = 4096;
        std::uint64_t textBytes = 65536; // of a path, an argv, …: what is beyond is cut
        std::uint64_t allTextBytes = std::uint64_t { 256 } << 20; // of all of them, and of lists
        bool forgets = false;
    };
    struct Dropped {
        std::uint64_t events = 0;
        std::uint64_t bytes = 0; // payload not kept, and texts that all had no room for
        bool operator==(const Dropped&) const = default;
    };

    EventLog();
    explicit EventLog(Limits limits);
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    // Writer only. Copies what the event points to. False: it was dropped.
    bool append(const Event& event);

    // Any thread, of a log that forgets: nobody reads any event before that one from now on.
    void forgetBefore(EventIndex index) { m_readTo.store(index, std::memory_order_release); }

    // Any thread.
    [[nodiscard]] EventIndex size() const { return m_size.load(std::memory_order_acquire); }
    [[nodiscard]] const Event& operator[](EventIndex index) const;
    [[nodiscard]] Dropped dropped() const;

private:
    static constexpr std::size_t kChunkEvents = 4096;
    static constexpr std::size_t kMostChunks = 4096; // 16 million events at once

    struct Recent { // of a log that forgets: all memory of one chunk
        std::unique_ptr<Arena> memory;
        std::uint64_t payload = 0;
        std::uint64_t text = 0;
    };

    bool makeRoomFor(const Event& event);
    void makeChunk(Event*& chunk);
    void forgetRead();
    [[nodiscard]] Arena& memory() { return m_recent.empty() ? m_memory : *m_recent.back().memory; }
    void store(Event* slot, const Event& event);
    void keep(Payload& bytes, std::uint64_t& cut);
    std::string_view keepText(std::string_view text);
    template <typename T> std::span<const T> keepList(std::span<const T> list);
    std::uint64_t roomForText(std::uint64_t bytes);

    const Limits m_limits;
    Arena m_memory;
    std::uint64_t m_payloadKept = 0;
    std::uint64_t m_textKept = 0;
    Arena m_eventMemory;
    std::array<Event*, kMostChunks> m_chunks {}; // of kChunkEvents each, round and round
    std::deque<Recent> m_recent;
    EventIndex m_firstChunk = 0; // that is not forgotten
    std::atomic<EventIndex> m_readTo = 0;
    std::atomic<EventIndex> m_size = 0;
    std::atomic<std::uint64_t> m_droppedEvents = 0;
    std::atomic<std::uint64_t> m_droppedBytes = 0;
};

// The log up to a moment: a reader's view. It stays valid as long as the log does.
class LogView {
public:
    explicit LogView(const EventLog& log)
        : m_log(&log)
        , m_size(log.size())
    {
    }
    LogView(const EventLog& log, EventIndex size)
        : m_log(&log)
        , m_size(size)
    {
    }

    [[nodiscard]] EventIndex size() const { return m_size; }
    [[nodiscard]] const Event& operator[](EventIndex index) const { return (*m_log)[index]; }

private:
    const EventLog* m_log;
    EventIndex m_size;
};

} // namespace ipclab
