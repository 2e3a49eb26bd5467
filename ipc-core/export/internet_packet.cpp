// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/internet_packet.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>

namespace ipclab {

namespace {

constexpr std::size_t kIpv4Header = 20;
constexpr std::uint8_t kTcp = IPPROTO_TCP;
constexpr std::uint8_t kUdp = IPPROTO_UDP;
constexpr std::uint8_t kTimeToLive = 64;

void append8(std::string& to, unsigned value)
{
    to += static_cast<char>(value);
}
void append16(std::string& to, std::uint64_t value) // in the order of the network
{
    append8(to, static_cast<unsigned>(value >> 8) & 0xFF);
    append8(to, static_cast<unsigned>(value) & 0xFF);
}
void append32(std::string& to, std::uint32_t value)
{
    append16(to, value >> 16);
    append16(to, value & 0xFFFF);
}
void put16(std::string& in, std::size_t at, std::uint16_t value)
{
    in[at] = static_cast<char>(value >> 8);
    in[at + 1] = static_cast<char>(value);
}

// RFC 1071.
std::uint16_t checksum(std::string_view bytes)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::uint64_t octet = static_cast<unsigned char>(bytes[i]);
        sum += i % 2 == 0 ? octet << 8 : octet;
    }
    while (sum >> 16 != 0)
        sum = (sum & 0xFFFF) + (sum >> 16);
    return static_cast<std::uint16_t>(~sum);
}

std::string internetHeader(const InternetAddress& from, const InternetAddress& to,
    std::uint8_t protocol, std::uint64_t contentLength)
{
    std::string header;
    if (from.v6) { // RFC 8200
        append32(header, 0x60000000);
        append16(header, contentLength);
        append8(header, protocol);
        append8(header, kTimeToLive);
        header += from.bytes();
        header += to.bytes();
        return header;
    }
    append8(header, 0x45); // RFC 791: version 4, a header of five words
    append8(header, 0);
    append16(header, kIpv4Header + contentLength);
    append32(header, 0x00004000); // not to be cut into fragments
    append8(header, kTimeToLive);
    append8(header, protocol);
    append16(header, 0);
    header += from.bytes();
    header += to.bytes();
    put16(header, 10, checksum(header));
    return header;
}

// Puts the checksum of TCP or UDP, with the pseudo-header before it, where it belongs.
void sign(std::string& transport, std::size_t at, const InternetAddress& from,
    const InternetAddress& to, std::uint8_t protocol)
{
    std::string covered(from.bytes());
    covered += to.bytes();
    append32(covered, static_cast<std::uint32_t>(transport.size()));
    append32(covered, protocol); // IPv4 has it as 0, protocol, length: the sum is the same
    covered += transport;
    const std::uint16_t sum = checksum(covered);
    put16(transport, at, sum == 0 && protocol == kUdp ? 0xFFFF : sum); // RFC 768
}

Content bounded(const Content& content)
{
    const std::uint64_t length = std::min(content.length, kMostContent);
    return { content.kept.substr(0, length), length };
}

} // namespace

std::optional<InternetPlace> internetPlaceOf(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos || colon == 0 || text.size() > INET6_ADDRSTRLEN + 8)
        return std::nullopt;
    std::string host(text.substr(0, colon));
    const std::string_view number = text.substr(colon + 1);
    InternetPlace place;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), place.port);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size())
        return std::nullopt;
    place.address.v6 = host.front() == '[' && host.back() == ']';
    if (place.address.v6)
        host = host.substr(1, host.size() - 2);
    const int family = place.address.v6 ? AF_INET6 : AF_INET;
    if (inet_pton(family, host.c_str(), place.address.octets.data()) != 1)
        return std::nullopt;
    return place;
}

InternetAddress loopbackAddress(std::uint8_t a, std::uint8_t b, std::uint8_t c)
{
    InternetAddress address;
    address.octets[0] = 127;
    address.octets[1] = static_cast<char>(a);
    address.octets[2] = static_cast<char>(b);
    address.octets[3] = static_cast<char>(c);
    return address;
}

std::string tcpPacket(const TcpSegment& segment)
{
    constexpr unsigned kWords = 5;
    constexpr std::size_t kSumAt = 16;
    const Content content = bounded(segment.content);
    // A window that never fills: SYN says that it counts in units of 2^14 bytes, RFC 7323.
    const bool first = (segment.flags & TcpSegment::kSyn) != 0;
    std::string tcp;
    append16(tcp, segment.from.port);
    append16(tcp, segment.to.port);
    append32(tcp, segment.sequence);
    append32(tcp, segment.acknowledged);
    append8(tcp, (kWords + (first ? 1 : 0)) << 4);
    append8(tcp, segment.flags);
    append16(tcp, 0xFFFF);
    append32(tcp, 0); // checksum, and no urgent bytes
    if (first)
        append32(tcp, 0x0103030E);
    const std::size_t headerLength = tcp.size();
    tcp += content.kept;
    if (content.kept.size() == content.length)
        sign(tcp, kSumAt, segment.from.address, segment.to.address, kTcp);
    return internetHeader(
               segment.from.address, segment.to.address, kTcp, headerLength + content.length)
        + tcp;
}

std::string udpPacket(const InternetPlace& from, const InternetPlace& to, const Content& given)
{
    constexpr std::size_t kSumAt = 6;
    constexpr std::size_t kHeader = 8;
    const Content content = bounded(given);
    std::string udp;
    append16(udp, from.port);
    append16(udp, to.port);
    append16(udp, kHeader + content.length);
    append16(udp, 0);
    udp += content.kept;
    if (content.kept.size() == content.length)
        sign(udp, kSumAt, from.address, to.address, kUdp);
    return internetHeader(from.address, to.address, kUdp, kHeader + content.length) + udp;
}

} // namespace ipclab
