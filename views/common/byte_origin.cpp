// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/byte_origin.h"

#include "ipc-core/analysis/byte_flows.h"
#include "ipc-core/events/channel_kinds.h"
#include "views/common/transfer.h"

#include <algorithm>
#include <deque>
#include <string_view>

namespace ipclab {

namespace {

// One direction of a channel whose bytes stay what they are: in order, or each datagram for itself.
struct Stream {
    const Channel* channel;
    End queue;

    [[nodiscard]] bool carries(const BytesMoved& moved, bool written) const
    {
        const End at = written ? channel->writeQueue(moved.end) : channel->readQueue(moved.end);
        return moved.channel == channel->id && at == queue && !moved.lost;
    }
};

std::optional<Stream> streamOf(const World& world, const BytesMoved& moved, bool written)
{
    const Channel* const channel = world.channel(moved.channel);
    if (!channel)
        return std::nullopt;
    const bool ordered = !channel->countsFromLevel() && moved.count > 0;
    if (!channel->datagram && !(ordered && keepsOrder(channel->kind)))
        return std::nullopt;
    return Stream { channel,
        written ? channel->writeQueue(moved.end) : channel->readQueue(moved.end) };
}

// What tee(2) copied stays, and is read once more.
bool isCopied(const LogView& log, const Stream& stream)
{
    for (EventIndex i = 0; i < log.size(); ++i) {
        const BytesMoved* const moved = transferIn(log[i].body, false);
        if (moved && moved->call == Call::Tee && stream.carries(*moved, false))
            return true;
    }
    return false;
}

// The other of a datagram's two events: what was sent, or the read that got it.
std::optional<EventIndex> otherOfDatagram(
    const LogView& log, const Stream& stream, EventIndex event)
{
    const auto sentAt = [&log](EventIndex one) { return transferIn(log[one].body, true); };
    std::deque<EventIndex> waiting;
    for (EventIndex i = 0; i < log.size(); ++i) {
        if (const BytesMoved* const sent = sentAt(i); sent && stream.carries(*sent, true))
            waiting.push_back(i);
        const BytesMoved* const got = transferIn(log[i].body, false);
        if (!got || !stream.carries(*got, false))
            continue;
        const auto found = takeDatagram(waiting, *got, sentAt);
        if (i == event)
            return found;
        if (found == event)
            return i;
    }
    return std::nullopt;
}

// How many bytes went that way before the event.
std::uint64_t offsetOf(const LogView& log, const Stream& stream, bool written, EventIndex event)
{
    std::uint64_t offset = 0;
    for (EventIndex i = 0; i < event; ++i) {
        const BytesMoved* const moved = transferIn(log[i].body, written);
        if (moved && stream.carries(*moved, written))
            offset += moved->count;
    }
    return offset;
}

struct Place {
    EventIndex event;
    std::uint64_t within; // the byte, in that transfer
};

std::optional<Place> placeOf(
    const LogView& log, const Stream& stream, bool written, std::uint64_t offset)
{
    std::uint64_t before = 0;
    for (EventIndex i = 0; i < log.size(); ++i) {
        const BytesMoved* const moved = transferIn(log[i].body, written);
        if (!moved || !stream.carries(*moved, written))
            continue;
        if (offset < before + moved->count)
            return Place { i, offset - before };
        before += moved->count;
    }
    return std::nullopt;
}

bool sameContent(const BytesMoved& from, std::uint64_t within, const BytesMoved& to)
{
    if (within > from.bytes.kept.size())
        return true; // not kept: nothing says otherwise
    const std::string_view a = from.bytes.kept.substr(within);
    const std::string_view b = to.bytes.kept;
    const std::size_t both = std::min(a.size(), b.size());
    return a.substr(0, both) == b.substr(0, both);
}

std::optional<EventIndex> otherEndOf(
    const LogView& log, const World& world, EventIndex event, bool written)
{
    const BytesMoved* const moved = transferIn(log[event].body, written);
    const std::optional<Stream> stream = moved ? streamOf(world, *moved, written) : std::nullopt;
    if (!stream)
        return std::nullopt;
    if (stream->channel->datagram)
        return moved->lost ? std::nullopt : otherOfDatagram(log, *stream, event);
    if (isCopied(log, *stream))
        return std::nullopt;
    const auto place = placeOf(log, *stream, !written, offsetOf(log, *stream, written, event));
    if (!place
        || !sameContent(*transferIn(log[place->event].body, !written), place->within, *moved))
        return std::nullopt;
    return place->event;
}

} // namespace

std::optional<EventIndex> writeOf(const LogView& log, const World& world, EventIndex read)
{
    return otherEndOf(log, world, read, false);
}

std::optional<EventIndex> readOf(const LogView& log, const World& world, EventIndex write)
{
    return otherEndOf(log, world, write, true);
}

} // namespace ipclab
