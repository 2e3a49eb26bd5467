// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/byte_streams.h"

#include "ipc-core/events/channel_kinds.h"
#include "views/common/transfer.h"

#include <algorithm>
#include <string_view>

namespace ipclab {

namespace {

bool canBeFollowed(const Channel* channel)
{
    return channel && keepsOrder(channel->kind) && !channel->countsFromLevel();
}

// As far as both were kept.
bool sameContent(const BytesMoved& one, const BytesMoved& other, const ByteStreams::Part& part)
{
    const std::string_view a = one.bytes.kept;
    const std::string_view b = other.bytes.kept;
    if (part.begin >= a.size() || part.within >= b.size())
        return true;
    const std::size_t both
        = std::min({ a.size() - part.begin, b.size() - part.within, std::size_t { part.count } });
    return a.substr(part.begin, both) == b.substr(part.within, both);
}

} // namespace

ByteStreams::Way ByteStreams::wayOf(const BytesMoved& moved, bool written) const
{
    const auto kind = m_kinds.find(moved.channel);
    if (kind == m_kinds.end() || kind->second.oneWay)
        return { moved.channel, End::First };
    return { moved.channel, written ? otherEnd(moved.end) : moved.end };
}

void ByteStreams::take(EventIndex index, const Event& event)
{
    if (const auto* const created = std::get_if<ChannelCreated>(&event.body)) {
        m_kinds[created->channel] = { isOneWay(created->kind), created->datagram };
        return;
    }
    const BytesMoved* const moved = transferIn(event.body);
    if (!moved || !moved->channel)
        return;
    const auto at = static_cast<std::uint32_t>(index);
    const bool written = std::holds_alternative<BytesWritten>(event.body);
    if (moved->lost) {
        Marks& lost = m_lost[moved->channel];
        lost.push_back({ at, (lost.empty() ? 0 : lost.back().end) + moved->count });
        return;
    }
    const std::uint64_t taken = moved->count + moved->dropped;
    if (taken == 0)
        return;
    Stream& stream = m_streams[wayOf(*moved, written)];
    stream.copied = stream.copied || moved->call == Call::Tee;
    const auto kind = m_kinds.find(moved->channel);
    if (kind != m_kinds.end() && kind->second.datagram)
        meet(stream, at, *moved, written);
    Marks& marks = stream.marks[written ? 1 : 0];
    marks.push_back({ at, (marks.empty() ? 0 : marks.back().end) + taken });
}

// Others may have sent some, and some may have been lost: the first that it can be.
void ByteStreams::meet(Stream& stream, std::uint32_t event, const BytesMoved& moved, bool written)
{
    if (written) {
        stream.waiting.push_back({ event, &moved });
        if (stream.waiting.size() > kFarthest)
            stream.waiting.pop_front();
        return;
    }
    const auto found = std::ranges::find_if(stream.waiting, [&](const Waiting& one) {
        return one.moved->count >= moved.count
            && one.moved->bytes.kept.starts_with(moved.bytes.kept);
    });
    if (found == stream.waiting.end())
        return;
    stream.met.push_back({ found->event, event });
    stream.waiting.erase(stream.waiting.begin(), found + 1);
}

std::vector<ByteStreams::Part> ByteStreams::datagram(
    const LogView& untilMoment, EventIndex transfer, const BytesMoved& moved) const
{
    const bool written = std::holds_alternative<BytesWritten>(untilMoment[transfer].body);
    const auto stream = m_streams.find(wayOf(moved, written));
    if (stream == m_streams.end())
        return {};
    const std::deque<Met>& all = stream->second.met;
    const auto own = written ? &Met::written : &Met::read;
    const auto met = std::ranges::lower_bound(all, transfer, {}, own);
    if (met == all.end() || (*met).*own != transfer)
        return {};
    const EventIndex other = written ? met->read : met->written;
    if (other >= untilMoment.size())
        return {};
    return { { other, 0, std::min(moved.count, transferIn(untilMoment[other].body)->count), 0 } };
}

std::uint64_t ByteStreams::beginOf(const Marks& marks, Marks::const_iterator at)
{
    return at == marks.begin() ? 0 : std::prev(at)->end;
}

std::optional<ByteStreams::Place> ByteStreams::placeOf(
    const LogView& untilMoment, const World& world, EventIndex transfer) const
{
    const EventBody& body = untilMoment[transfer].body;
    const BytesMoved* const moved = transferIn(body);
    if (!moved || moved->lost || !canBeFollowed(world.channel(moved->channel)))
        return std::nullopt;
    const bool written = std::holds_alternative<BytesWritten>(body);
    const auto stream = m_streams.find(wayOf(*moved, written));
    if (stream == m_streams.end() || stream->second.copied)
        return std::nullopt;
    Place place {};
    place.own = &stream->second.marks[written ? 1 : 0];
    place.other = &stream->second.marks[written ? 0 : 1];
    place.at = std::ranges::lower_bound(*place.own, transfer, {}, &Mark::event);
    if (place.at == place.own->end() || place.at->event != transfer)
        return std::nullopt;
    place.begin = beginOf(*place.own, place.at);
    place.end = place.at->end;
    const auto seen = std::ranges::lower_bound(*place.other, untilMoment.size(), {}, &Mark::event);
    place.first = std::ranges::upper_bound(place.other->begin(), seen, place.begin, {}, &Mark::end);
    place.last = std::ranges::lower_bound(place.first, seen, place.end, {}, &Mark::end);
    if (place.last != seen)
        ++place.last;
    if (place.first != place.last
        && !sameContent(
            *moved, *transferIn(untilMoment[place.first->event].body), partOf(place, place.first)))
        return std::nullopt; // somebody else was at it
    return place;
}

ByteStreams::Part ByteStreams::partOf(const Place& place, Marks::const_iterator other)
{
    const std::uint64_t from = beginOf(*place.other, other);
    const std::uint64_t begin = std::max(from, place.begin);
    const std::uint64_t end = std::min(other->end, place.end);
    return { other->event, begin - place.begin, end - begin, begin - from };
}

std::optional<ByteStreams::Joint> ByteStreams::joint(
    const LogView& untilMoment, const World& world, EventIndex transfer) const
{
    const std::optional<Place> place = placeOf(untilMoment, world, transfer);
    if (!place)
        return std::nullopt;
    Joint joint;
    joint.others = static_cast<std::size_t>(place->last - place->first);
    if (joint.others == 0)
        return joint;
    const auto last = std::prev(place->last);
    const std::uint64_t from = beginOf(*place->other, place->first);
    joint.bytes = std::min(last->end, place->end) - place->begin;
    joint.whole = from >= place->begin && last->end <= place->end;
    joint.first = place->first->event;
    const auto sharer
        = std::ranges::upper_bound(place->own->begin(), place->at, from, {}, &Mark::end);
    joint.number = static_cast<std::size_t>(place->at - sharer) + 1;
    return joint;
}

std::vector<ByteStreams::Part> ByteStreams::parts(
    const LogView& untilMoment, const World& world, EventIndex transfer, std::size_t most) const
{
    std::vector<Part> parts;
    const BytesMoved* const moved = transferIn(untilMoment[transfer].body);
    const Channel* const channel = moved ? world.channel(moved->channel) : nullptr;
    if (channel && channel->datagram && !moved->lost && most > 0)
        return datagram(untilMoment, transfer, *moved);
    const std::optional<Place> place = placeOf(untilMoment, world, transfer);
    if (!place)
        return parts;
    for (auto other = place->first; other != place->last && parts.size() < most; ++other) {
        parts.push_back(partOf(*place, other));
        if (!sameContent(*moved, *transferIn(untilMoment[other->event].body), parts.back()))
            return {};
    }
    return parts;
}

std::vector<EventIndex> ByteStreams::transfers(
    const Way& way, bool written, EventIndex moment) const
{
    std::vector<EventIndex> events;
    const auto stream = m_streams.find(way);
    if (stream == m_streams.end())
        return events;
    for (const Mark& mark : stream->second.marks[written ? 1 : 0]) {
        if (mark.event >= moment)
            break;
        events.push_back(mark.event);
    }
    return events;
}

std::vector<EventIndex> ByteStreams::firstAndLast(
    const Way& way, bool written, EventIndex moment) const
{
    const auto stream = m_streams.find(way);
    if (stream == m_streams.end())
        return {};
    const Marks& marks = stream->second.marks[written ? 1 : 0];
    const auto behind = std::ranges::lower_bound(marks, moment, {}, &Mark::event);
    if (behind == marks.begin())
        return {};
    if (behind == std::next(marks.begin()))
        return { marks.front().event };
    return { marks.front().event, std::prev(behind)->event };
}

ByteStreams::Lost ByteStreams::lostBefore(ChannelId channel, EventIndex moment) const
{
    const auto found = m_lost.find(channel);
    if (found == m_lost.end())
        return {};
    const auto behind = std::ranges::lower_bound(found->second, moment, {}, &Mark::event);
    if (behind == found->second.begin())
        return {};
    return { static_cast<std::uint64_t>(behind - found->second.begin()), std::prev(behind)->end };
}

} // namespace ipclab
