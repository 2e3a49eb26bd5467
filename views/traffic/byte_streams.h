// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ipclab {

// How the transfers at the two ends of a stream lie over each other, counted: the N-th byte that
// was written into a queue is the N-th that is read from it, pipe(7), unix(7), tcp(7). Takes each
// event of the log once and keeps 16 bytes of a transfer, so that any question is answered by
// halving. A datagram is what it was, as in byte_flows.h. Nothing where it is not known: see
// byte_origin.h. GUI thread.
class ByteStreams {
public:
    // Bytes of a transfer that are those of one at the other end.
    struct Part {
        EventIndex other = 0;
        std::uint64_t begin = 0; // the first of them
        std::uint64_t count = 0;
        std::uint64_t within = 0; // the first of them, in the other transfer
        bool operator==(const Part&) const = default;
    };
    // What the other end had done by a moment with the bytes of a transfer.
    struct Joint {
        std::size_t others = 0; // transfers there that have some of them
        std::uint64_t bytes = 0; // that these have of them
        bool whole = false; // and these have no others
        std::size_t number = 0; // the how-manieth with bytes of the first of the others, from 1
        EventIndex first = 0; // of the others
    };
    // One direction of a channel.
    struct Way {
        ChannelId channel;
        End queue = End::First;
        auto operator<=>(const Way&) const = default;
    };
    struct Lost {
        std::uint64_t writes = 0;
        std::uint64_t bytes = 0;
    };

    void take(EventIndex index, const Event& event);

    [[nodiscard]] std::optional<Joint> joint(
        const LogView& untilMoment, const World& world, EventIndex transfer) const;
    // The bytes that met those of others, in order; at most so many parts.
    [[nodiscard]] std::vector<Part> parts(const LogView& untilMoment, const World& world,
        EventIndex transfer, std::size_t most) const;

    // Of that way, before the moment: every transfer that had bytes, and what was lost.
    [[nodiscard]] std::vector<EventIndex> transfers(
        const Way& way, bool written, EventIndex moment) const;
    // The first and the last of them, or the one; or none.
    [[nodiscard]] std::vector<EventIndex> firstAndLast(
        const Way& way, bool written, EventIndex moment) const;
    [[nodiscard]] Lost lostBefore(ChannelId channel, EventIndex moment) const;

private:
    struct Mark {
        std::uint32_t event = 0; // no log has more
        std::uint64_t end = 0; // bytes of the stream up to and with it
    };
    using Marks = std::deque<Mark>;
    static constexpr std::size_t kFarthest = 64;
    struct Kind {
        bool oneWay = true;
        bool datagram = false;
    };
    struct Waiting { // a write that may be of a datagram nobody has read
        std::uint32_t event = 0;
        const BytesMoved* moved = nullptr; // events stay where they are
    };
    struct Met {
        std::uint32_t written = 0;
        std::uint32_t read = 0;
    };
    struct Stream {
        std::array<Marks, 2> marks; // read, written
        std::deque<Waiting> waiting; // the newest, kFarthest at most
        std::deque<Met> met; // both ascend
        bool copied = false; // tee(2): what was read stays, and the order is lost
    };
    struct Place { // of a transfer in its stream
        const Marks* own;
        const Marks* other;
        Marks::const_iterator at;
        std::uint64_t begin;
        std::uint64_t end;
        Marks::const_iterator first; // of the other's that overlap
        Marks::const_iterator last; // behind them
    };

    [[nodiscard]] Way wayOf(const BytesMoved& moved, bool written) const;
    [[nodiscard]] std::optional<Place> placeOf(
        const LogView& untilMoment, const World& world, EventIndex transfer) const;
    static void meet(Stream& stream, std::uint32_t event, const BytesMoved& moved, bool written);
    [[nodiscard]] std::vector<Part> datagram(
        const LogView& untilMoment, EventIndex transfer, const BytesMoved& moved) const;
    static std::uint64_t beginOf(const Marks& marks, Marks::const_iterator at);
    static Part partOf(const Place& place, Marks::const_iterator other);

    std::map<ChannelId, Kind> m_kinds;
    std::map<Way, Stream> m_streams;
    std::map<ChannelId, Marks> m_lost;
};

} // namespace ipclab
