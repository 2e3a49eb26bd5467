// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_flows.h"

#include "ipc-core/analysis/wait.h"
#include "ipc-core/events/channel_kinds.h"

#include <algorithm>
#include <tuple>
#include <type_traits>
#include <utility>

namespace ipclab {

namespace {

template <typename Body, typename... Bodies> constexpr bool isOneOf
    = (std::is_same_v<Body, Bodies> || ...);

template <typename Body> constexpr bool movesBytes = std::is_base_of_v<BytesMoved, Body>;
template <typename Body> constexpr bool namesSocket = std::is_base_of_v<SocketNamed, Body>;
template <typename Body> constexpr bool changesWho
    = isOneOf<Body, ProcessStarted, ThreadStarted, ProgramExecuted, ProcessExited, ThreadExited>;

// The thread is in no call afterwards that it was in before, or is another of the same number.
template <typename Body> constexpr bool endsCallOf
    = movesBytes<Body> || namesSocket<Body> || changesWho<Body> || isOneOf<Body, CallReturned>;

bool endsCall(const EventBody& body)
{
    return std::visit([]<typename Body>(const Body&) { return endsCallOf<Body>; }, body);
}

// Is a thread in a call on the channel: a read, or another?
bool isInCallOn(const World& world, ChannelId channel, bool reading)
{
    const auto isThere = [&](const auto& entry) {
        const auto& call = entry.second.call;
        return call && call->channel == channel && (reasonOf(*call) == WaitReason::Data) == reading;
    };
    return std::ranges::any_of(world.processes,
        [&](const auto& process) { return std::ranges::any_of(process.second.threads, isThere); });
}

} // namespace

void ByteFlowFinder::take(
    const World& world, EventIndex index, const Event& event, std::vector<ByteFlow>& flows)
{
    if (std::holds_alternative<CallEntered>(event.body)) {
        m_entered[event.tid] = index;
        return;
    }
    m_flows = &flows;
    const ChannelId begins = std::exchange(m_begins, {});
    if (const auto* const held = std::get_if<ChannelHeld>(&event.body); held && held->closed)
        m_begins = held->channel;
    else if (const auto* const level = std::get_if<ChannelLevel>(&event.body);
             level && begins && level->channel == begins)
        begin(world, *level);
    else if (const auto* const written = std::get_if<BytesWritten>(&event.body))
        noteWritten(world, pieceOf(index, event, *written));
    else if (const auto* const read = std::get_if<BytesRead>(&event.body))
        noteRead(world, pieceOf(index, event, *read));
    if (endsCall(event.body))
        m_entered.erase(event.tid);
}

ByteFlowFinder::Piece ByteFlowFinder::pieceOf(
    EventIndex index, const Event& event, const BytesMoved& moved) const
{
    const auto entered = m_entered.find(event.tid);
    return { index, entered == m_entered.end() ? index : entered->second, moved.count, &moved };
}

// Where its bytes go or come from; nullptr where nothing certain can be said.
ByteFlowFinder::Way* ByteFlowFinder::wayOf(const Channel& channel, End queue)
{
    if (channel.outside || !(keepsOrder(channel.kind) || channel.carriesMessages())) {
        m_ways.erase(channel.id);
        return nullptr;
    }
    Way& way = m_ways[channel.id].at(indexOf(queue));
    return way.lost ? nullptr : &way;
}

// A pipe that was open when we came, and of which only the watched have an end: the bytes that were
// in it are read first. Of a transfer that goes on meanwhile it is not known whether it has moved
// them.
void ByteFlowFinder::begin(const World& world, const ChannelLevel& level)
{
    m_ways.erase(level.channel);
    Way& way = m_ways[level.channel].at(indexOf(level.end));
    const bool moves = isInCallOn(world, level.channel, false)
        || (level.bytes > 0 && isInCallOn(world, level.channel, true));
    if (moves)
        way.lost = true;
    else if (level.bytes > 0)
        keep(way.written, { 0, 0, level.bytes, nullptr }, way);
}

// What is not kept would make the order of all that follows uncertain.
void ByteFlowFinder::keep(std::deque<Piece>& pieces, const Piece& piece, Way& way)
{
    if (pieces.size() < kMostPieces) {
        pieces.push_back(piece);
        return;
    }
    way = {};
    way.lost = true;
}

void ByteFlowFinder::noteWritten(const World& world, Piece piece)
{
    const Channel* const channel = world.channel(piece.moved->channel);
    if (!channel || piece.moved->lost || (piece.left == 0 && !channel->carriesMessages()))
        return;
    Way* const way = wayOf(*channel, channel->writeQueue(piece.moved->end));
    if (!way)
        return;
    while (!channel->carriesMessages() && piece.left > 0 && !way->readAhead.empty()) {
        Piece& ahead = way->readAhead.front();
        meet(piece, ahead);
        if (ahead.left == 0)
            way->readAhead.pop_front();
    }
    if (piece.left > 0 || channel->carriesMessages())
        keep(way->written, piece, *way);
}

void ByteFlowFinder::noteRead(const World& world, Piece piece)
{
    const Channel* const channel = world.channel(piece.moved->channel);
    if (!channel)
        return;
    Way* const way = wayOf(*channel, channel->readQueue(piece.moved->end));
    if (!way)
        return;
    if (piece.moved->call == Call::Tee) { // what it copied stays: the order is lost, tee(2)
        *way = {};
        return;
    }
    if (channel->carriesMessages()) {
        const auto sent
            = takeDatagram(way->written, *piece.moved, [](const Piece& one) { return one.moved; });
        if (sent)
            m_flows->push_back({ sent->event, piece.event });
        return;
    }
    while (piece.left > 0 && !way->written.empty()) {
        Piece& front = way->written.front();
        meet(front, piece);
        if (front.left == 0)
            way->written.pop_front();
    }
    if (piece.left > 0)
        keep(way->readAhead, piece, *way);
    else
        drop(*way, piece.moved->dropped);
}

void ByteFlowFinder::drop(Way& way, std::uint64_t count)
{
    while (count > 0 && !way.written.empty()) {
        Piece& front = way.written.front();
        const std::uint64_t gone = std::min(front.left, count);
        front.left -= gone;
        count -= gone;
        if (front.left == 0)
            way.written.pop_front();
    }
}

void ByteFlowFinder::meet(Piece& written, Piece& read)
{
    const std::uint64_t count = std::min(written.left, read.left);
    written.left -= count;
    read.left -= count;
    const EventIndex from = written.event < read.event ? written.event : written.entered;
    if (written.moved && from < read.event) // else nothing tells that it was that write
        m_flows->push_back({ from, read.event });
}

std::vector<ByteFlow> byteFlows(const LogView& log)
{
    World world;
    ByteFlowFinder finder;
    std::vector<ByteFlow> flows;
    for (EventIndex i = 0; i < log.size(); ++i) {
        apply(world, log[i]);
        finder.take(world, i, log[i], flows);
    }
    std::ranges::sort(
        flows, {}, [](const ByteFlow& flow) { return std::tuple(flow.from, flow.to); });
    return flows;
}

} // namespace ipclab
