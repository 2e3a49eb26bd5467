// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of export/ only: one channel as a conversation of two places.
#include "ipc-core/events/words.h"
#include "ipc-core/export/internet_packet.h"
#include "ipc-core/export/pcapng_blocks.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

// Bytes of a transfer: those that were kept, of `count`.
struct Transfer {
    Nanoseconds at = 0;
    End end = End::First; // whose it is
    std::string_view kept;
    std::uint64_t count = 0;
    std::string comment;
};

// A stream as TCP: a handshake of our making, a segment for each write, an acknowledgement for each
// read, and FIN when an end is closed.
class StreamConversation {
public:
    static constexpr std::uint64_t kMostSegments = 64; // of one write; what is beyond is a gap

    StreamConversation(std::array<InternetPlace, 2> places, std::uint32_t firstSequence);

    [[nodiscard]] bool over() const { return m_sides[0].closed && m_sides[1].closed; }

    // `client`: the end that begins. `spare`: how many further segments there may be in the file.
    void begin(PcapngBlocks& blocks, Nanoseconds at, End client, std::string_view comment);
    void write(PcapngBlocks& blocks, const Transfer& transfer, std::uint64_t& spare);
    // `ahead`: what is read and was not written yet may be seen written later; else it came from
    // elsewhere.
    void read(PcapngBlocks& blocks, const Transfer& transfer, bool ahead);
    void close(PcapngBlocks& blocks, Nanoseconds at, End end, std::string_view comment);

private:
    struct Side {
        InternetPlace place;
        std::uint32_t next = 0; // the sequence number of what it sends next
        std::uint32_t taken = 0; // what it has acknowledged of the other
        std::uint64_t waiting = 0; // bytes it has not acknowledged
        std::uint64_t ahead = 0; // that it has read before it was seen that they were written
        std::string aheadComment {}; // of the last such read
        bool closed = false;
    };
    Side& side(End end) { return m_sides[indexOf(end)]; }
    void acknowledge(PcapngBlocks& blocks, Nanoseconds at, End reader, std::uint64_t count,
        std::string_view comment);
    void send(PcapngBlocks& blocks, Nanoseconds at, End from, std::uint8_t flags,
        const Content& content = {}, std::string_view comment = {});

    std::array<Side, 2> m_sides;
};

} // namespace ipclab
