// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/conversation.h"

#include <algorithm>
#include <limits>

namespace ipclab {

StreamConversation::StreamConversation(
    std::array<InternetPlace, 2> places, std::uint32_t firstSequence)
    : m_sides { Side { places[0], firstSequence }, Side { places[1], firstSequence } }
{
}

void StreamConversation::send(PcapngBlocks& blocks, Nanoseconds at, End from, std::uint8_t flags,
    const Content& content, std::string_view comment)
{
    Side& sender = side(from);
    const Side& receiver = side(otherEnd(from));
    const std::string packet = tcpPacket({ sender.place, receiver.place, sender.next,
        (flags & TcpSegment::kAck) != 0 ? sender.taken : 0, flags, content });
    const std::uint64_t cut = content.length - std::min(content.kept.size(), content.length);
    blocks.packet(at, packet, static_cast<std::uint32_t>(packet.size() + cut), comment);
    const bool counts = (flags & (TcpSegment::kSyn | TcpSegment::kFin)) != 0;
    sender.next += static_cast<std::uint32_t>(content.length) + (counts ? 1 : 0);
}

void StreamConversation::begin(
    PcapngBlocks& blocks, Nanoseconds at, End client, std::string_view comment)
{
    const End server = otherEnd(client);
    send(blocks, at, client, TcpSegment::kSyn, {}, comment);
    side(server).taken = side(client).next;
    send(blocks, at, server, TcpSegment::kSyn | TcpSegment::kAck);
    side(client).taken = side(server).next;
    send(blocks, at, client, TcpSegment::kAck);
}

void StreamConversation::write(PcapngBlocks& blocks, const Transfer& transfer, std::uint64_t& spare)
{
    std::string_view kept = transfer.kept.substr(0, transfer.count);
    std::uint64_t left = transfer.count;
    side(otherEnd(transfer.end)).waiting += left;
    for (std::uint64_t sent = 0; left > 0 && sent < kMostSegments; ++sent) {
        if (sent > 0) {
            if (spare == 0)
                break;
            --spare;
        }
        const std::uint64_t length = std::min(left, kMostContent);
        const Content content { kept.substr(0, length), length };
        send(blocks, transfer.at, transfer.end, TcpSegment::kAck | TcpSegment::kPush, content,
            sent == 0 ? transfer.comment : std::string_view());
        kept.remove_prefix(content.kept.size());
        left -= length;
    }
    side(transfer.end).next += static_cast<std::uint32_t>(left); // modulo 2^32, as it is
    const End end = otherEnd(transfer.end);
    const std::uint64_t read = std::min(side(end).ahead, transfer.count);
    side(end).ahead -= read;
    acknowledge(blocks, transfer.at, end, read, side(end).aheadComment);
}

void StreamConversation::read(PcapngBlocks& blocks, const Transfer& transfer, bool ahead)
{
    Side& reader = side(transfer.end);
    const std::uint64_t count = std::min(transfer.count, reader.waiting);
    acknowledge(blocks, transfer.at, transfer.end, count, transfer.comment);
    if (!ahead || count == transfer.count)
        return;
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
    reader.ahead += std::min(transfer.count - count, kMost - reader.ahead);
    reader.aheadComment = transfer.comment;
}

void StreamConversation::acknowledge(
    PcapngBlocks& blocks, Nanoseconds at, End end, std::uint64_t count, std::string_view comment)
{
    if (count == 0)
        return;
    Side& reader = side(end);
    reader.waiting -= count;
    reader.taken += static_cast<std::uint32_t>(count);
    send(blocks, at, end, TcpSegment::kAck, {}, comment);
}

void StreamConversation::close(
    PcapngBlocks& blocks, Nanoseconds at, End end, std::string_view comment)
{
    if (side(end).closed)
        return;
    side(end).closed = true;
    send(blocks, at, end, TcpSegment::kFin | TcpSegment::kAck, {}, comment);
}

} // namespace ipclab
