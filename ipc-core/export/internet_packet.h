// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

struct InternetAddress { // in the order of the network; of IPv4 the first four bytes
    std::array<char, 16> octets {};
    bool v6 = false;

    [[nodiscard]] std::string_view bytes() const
    {
        return { octets.data(), v6 ? octets.size() : 4 };
    }
    bool operator==(const InternetAddress&) const = default;
};

struct InternetPlace {
    InternetAddress address;
    std::uint16_t port = 0;
    bool operator==(const InternetPlace&) const = default;
};

// "127.0.0.1:80", "[::1]:80"; nothing for any other text.
std::optional<InternetPlace> internetPlaceOf(std::string_view text);
InternetAddress loopbackAddress(std::uint8_t a, std::uint8_t b, std::uint8_t c); // 127.a.b.c

// What of a packet's content there is: the first bytes of `length`.
struct Content {
    std::string_view kept;
    std::uint64_t length = 0; // at most kMostContent
};
constexpr std::uint64_t kMostContent = 65'000; // so that IPv4 and IPv6 have room for it, RFC 791

struct TcpSegment { // RFC 9293
    static constexpr std::uint8_t kFin = 0x01;
    static constexpr std::uint8_t kSyn = 0x02;
    static constexpr std::uint8_t kPush = 0x08;
    static constexpr std::uint8_t kAck = 0x10;

    InternetPlace from;
    InternetPlace to; // of the same family
    std::uint32_t sequence = 0;
    std::uint32_t acknowledged = 0;
    std::uint8_t flags = 0;
    Content content;
};

// A whole packet, as far as it is kept. Where all is kept its checksums are right.
std::string tcpPacket(const TcpSegment& segment);
std::string udpPacket(const InternetPlace& from, const InternetPlace& to, const Content& content);

} // namespace ipclab
