// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace ipclab {

// A read got bytes that this write put there.
struct ByteFlow {
    EventIndex from = 0; // the write; the entry into its call, where the read was seen before it
    EventIndex to = 0; // the read
    bool operator==(const ByteFlow&) const = default;
};

// Every such pair of a log, by `from`, then by `to`. Only where it is certain: bytes leave a pipe
// or a connection in the order in which they came; a datagram is what it was (its length and what
// was kept of it). Nothing is said of terminals, which change what passes, of messages, which may
// overtake each other, and of channels that others may use whom we do not watch.
std::vector<ByteFlow> byteFlows(const LogView& log);

// The datagram that a read got, of those that were sent and wait, the oldest first; `movedOf` says
// of each what was sent. Others may have sent some, and some may have been lost: so it is the first
// that it can be, and those before it are gone with it. Nothing: none can be it.
template <typename Sent, typename MovedOf> std::optional<Sent> takeDatagram(
    std::deque<Sent>& waiting, const BytesMoved& read, const MovedOf& movedOf)
{
    constexpr std::size_t kFarthest = 64;
    for (std::size_t i = 0; i < std::min(kFarthest, waiting.size()); ++i) {
        const BytesMoved* const sent = movedOf(waiting[i]);
        if (!sent || sent->count < read.count || !sent->bytes.kept.starts_with(read.bytes.kept))
            continue;
        const auto place = waiting.begin() + static_cast<std::ptrdiff_t>(i);
        const Sent found = *place;
        waiting.erase(waiting.begin(), place + 1);
        return found;
    }
    return std::nullopt;
}

// byteFlows(), event by event, for who goes through a log anyway. Bounded: where so much waits to
// be read that it cannot be kept, what follows there is no longer told. One thread.
class ByteFlowFinder {
public:
    // The next event, and the World just after it. It stays where it is, as those of a log do.
    // Adds those flows that end with it, or with an earlier one, to `flows`.
    void take(
        const World& world, EventIndex index, const Event& event, std::vector<ByteFlow>& flows);

private:
    static constexpr std::size_t kMostPieces = 1 << 16; // of a way

    // Bytes of one transfer that have not met those of another yet.
    struct Piece {
        EventIndex event = 0;
        EventIndex entered = 0; // its call
        std::uint64_t left = 0;
        const BytesMoved* moved = nullptr; // none: it was there before we saw any
    };
    struct Way { // the bytes on their way in one direction
        std::deque<Piece> written;
        std::deque<Piece> readAhead; // a reader's return may be seen before its writer's
        bool lost = false; // it was more than can be kept, or what was there is not known
    };

    Piece pieceOf(EventIndex index, const Event& event, const BytesMoved& moved) const;
    Way* wayOf(const Channel& channel, End queue);
    void noteWritten(const World& world, Piece piece);
    void noteRead(const World& world, Piece piece);
    void meet(Piece& written, Piece& read);
    static void drop(Way& way, std::uint64_t count); // nobody will read these
    void begin(const World& world, const ChannelLevel& level);
    static void keep(std::deque<Piece>& pieces, const Piece& piece, Way& way);

    std::map<Tid, EventIndex> m_entered;
    std::map<ChannelId, std::array<Way, 2>> m_ways;
    ChannelId m_begins; // it was found that only the watched have it: what is in it comes next
    std::vector<ByteFlow>* m_flows = nullptr; // while it takes
};

} // namespace ipclab
