// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/byte_flows.h"

#include "ipc-core/world/world.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <tuple>
#include <type_traits>

namespace ipclab {

namespace {

// Bytes of one transfer that have not met those of another yet.
struct Piece {
    EventIndex event = 0;
    EventIndex entered = 0; // its call
    std::uint64_t left = 0;
    const BytesMoved* moved = nullptr;
};

template <typename Body, typename... Bodies> constexpr bool isOneOf
    = (std::is_same_v<Body, Bodies> || ...);

struct Way { // the bytes on their way in one direction
    std::deque<Piece> written;
    std::deque<Piece> readAhead; // a reader's return may be seen before its writer's
};

class FlowFinder {
public:
    explicit FlowFinder(const LogView& log)
        : m_log(log)
    {
    }

    std::vector<ByteFlow> find()
    {
        for (EventIndex i = 0; i < m_log.size(); ++i)
            take(i);
        std::ranges::sort(
            m_flows, {}, [](const ByteFlow& flow) { return std::tuple(flow.from, flow.to); });
        return std::move(m_flows);
    }

private:
    void take(EventIndex index)
    {
        const Event& event = m_log[index];
        apply(m_world, event);
        if (std::holds_alternative<CallEntered>(event.body)) {
            m_entered[event.tid] = index;
            return;
        }
        if (const auto* const written = std::get_if<BytesWritten>(&event.body))
            noteWritten(pieceOf(index, *written));
        else if (const auto* const read = std::get_if<BytesRead>(&event.body))
            noteRead(pieceOf(index, *read));
        if (endsCall(event.body))
            m_entered.erase(event.tid);
    }

    // The thread is in no call afterwards that it was in before, or is another of the same number.
    static bool endsCall(const EventBody& body)
    {
        return std::visit(
            []<typename Body>(const Body&) {
                return std::is_base_of_v<BytesMoved,
                           Body> || std::is_base_of_v<SocketNamed, Body> || isOneOf<Body, CallReturned, ProcessStarted, ThreadStarted, ProgramExecuted, ProcessExited, ThreadExited>;
            },
            body);
    }

    [[nodiscard]] Piece pieceOf(EventIndex index, const BytesMoved& moved) const
    {
        const auto entered = m_entered.find(m_log[index].tid);
        return { index, entered == m_entered.end() ? index : entered->second, moved.count, &moved };
    }

    // Where its bytes go or come from; nullptr where nothing certain can be said.
    Way* wayOf(const Channel& channel, End queue)
    {
        const bool ordered = channel.kind == ChannelKind::Pipe || channel.kind == ChannelKind::Fifo
            || channel.kind == ChannelKind::Unix || channel.kind == ChannelKind::Tcp;
        if (channel.outside || !(ordered || channel.datagram)) {
            m_ways.erase(channel.id);
            return nullptr;
        }
        return &m_ways[channel.id].at(indexOf(queue));
    }

    void noteWritten(Piece piece)
    {
        const Channel* const channel = m_world.channel(piece.moved->channel);
        if (!channel || piece.moved->lost || (piece.left == 0 && !channel->datagram))
            return;
        Way* const way = wayOf(*channel, channel->writeQueue(piece.moved->end));
        if (!way)
            return;
        while (!channel->datagram && piece.left > 0 && !way->readAhead.empty()) {
            Piece& ahead = way->readAhead.front();
            meet(piece, ahead);
            if (ahead.left == 0)
                way->readAhead.pop_front();
        }
        if (piece.left > 0 || channel->datagram)
            way->written.push_back(piece);
    }

    void noteRead(Piece piece)
    {
        const Channel* const channel = m_world.channel(piece.moved->channel);
        if (!channel)
            return;
        Way* const way = wayOf(*channel, channel->readQueue(piece.moved->end));
        if (!way)
            return;
        if (piece.moved->call == Call::Tee) { // what it copied stays: the order is lost, tee(2)
            *way = {};
            return;
        }
        if (channel->datagram)
            return takeDatagram(*way, piece);
        while (piece.left > 0 && !way->written.empty()) {
            Piece& front = way->written.front();
            meet(front, piece);
            if (front.left == 0)
                way->written.pop_front();
        }
        if (piece.left > 0)
            way->readAhead.push_back(piece);
    }

    void meet(Piece& written, Piece& read)
    {
        const std::uint64_t count = std::min(written.left, read.left);
        written.left -= count;
        read.left -= count;
        const EventIndex from = written.event < read.event ? written.event : written.entered;
        if (from < read.event) // else nothing tells that it was that write
            m_flows.push_back({ from, read.event });
    }

    // Others may have sent some, and some may have been lost: the first that it can be.
    void takeDatagram(Way& way, const Piece& read)
    {
        constexpr std::size_t kFarthest = 64;
        const auto end = way.written.begin()
            + static_cast<std::ptrdiff_t>(std::min(kFarthest, way.written.size()));
        const auto found = std::find_if(way.written.begin(), end, [&](const Piece& one) {
            return one.moved->count >= read.moved->count
                && one.moved->bytes.kept.starts_with(read.moved->bytes.kept);
        });
        if (found == end)
            return;
        m_flows.push_back({ found->event, read.event });
        way.written.erase(way.written.begin(), found + 1);
    }

    const LogView& m_log;
    World m_world;
    std::map<Tid, EventIndex> m_entered;
    std::map<ChannelId, std::array<Way, 2>> m_ways;
    std::vector<ByteFlow> m_flows;
};

} // namespace

std::vector<ByteFlow> byteFlows(const LogView& log)
{
    return FlowFinder(log).find();
}

} // namespace ipclab
