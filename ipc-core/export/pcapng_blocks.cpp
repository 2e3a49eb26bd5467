// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/pcapng_blocks.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kBlocksAtOnce = std::size_t { 1 } << 18;
constexpr std::size_t kLongestText = 1024;

constexpr std::uint32_t kSectionHeader = 0x0A0D0D0A;
constexpr std::uint32_t kInterface = 1;
constexpr std::uint32_t kNames = 4;
constexpr std::uint32_t kEnhancedPacket = 6;
constexpr std::uint16_t kRawInternet = 101; // LINKTYPE_RAW: begins with an IPv4 or IPv6 header

constexpr std::uint16_t kEndOfOptions = 0;
constexpr std::uint16_t kComment = 1;
constexpr std::uint16_t kSectionProgram = 4; // shb_userappl
constexpr std::uint16_t kTimeResolution = 9; // if_tsresol: a negative power of 10
constexpr std::uint16_t kNameOfIpv4 = 1;
constexpr std::uint16_t kNameOfIpv6 = 2;

template <typename Number> void append(std::string& to, Number value) // in little-endian order
{
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        to += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i));
}

void pad(std::string& to)
{
    to.resize((to.size() + 3) / 4 * 4, '\0');
}

void appendOption(std::string& to, std::uint16_t code, std::string_view value)
{
    append(to, code);
    append(to, static_cast<std::uint16_t>(value.size()));
    to += value;
    pad(to);
}

} // namespace

void PcapngBlocks::begin(std::string_view program)
{
    std::string section;
    append(section, std::uint32_t { 0x1A2B3C4D }); // the order of bytes
    append(section, std::uint16_t { 1 }); // version 1.0
    append(section, std::uint16_t { 0 });
    append(section, ~std::uint64_t { 0 }); // how long it is: not said
    appendOption(section, kSectionProgram, program.substr(0, kLongestText));
    appendOption(section, kEndOfOptions, {});
    add(kSectionHeader, std::move(section));

    std::string interface;
    append(interface, kRawInternet);
    append(interface, std::uint16_t { 0 });
    append(interface, std::uint32_t { 0 }); // no limit on what is captured
    appendOption(interface, kTimeResolution, "\x09");
    appendOption(interface, kEndOfOptions, {});
    add(kInterface, std::move(interface));
}

void PcapngBlocks::nameAddress(const InternetAddress& address, std::string_view name)
{
    std::string record(address.bytes());
    record += name.substr(0, kLongestText);
    record += '\0';
    std::string body;
    appendOption(body, address.v6 ? kNameOfIpv6 : kNameOfIpv4, record);
    appendOption(body, kEndOfOptions, {}); // of records
    add(kNames, std::move(body));
}

void PcapngBlocks::packet(
    Nanoseconds at, std::string_view captured, std::uint32_t length, std::string_view comment)
{
    const auto time = static_cast<std::uint64_t>(std::max<Nanoseconds>(at, 0));
    std::string body;
    append(body, std::uint32_t { 0 }); // the interface
    append(body, static_cast<std::uint32_t>(time >> 32));
    append(body, static_cast<std::uint32_t>(time));
    append(body, static_cast<std::uint32_t>(captured.size()));
    append(body, length);
    body += captured;
    pad(body);
    if (!comment.empty()) {
        appendOption(body, kComment, comment.substr(0, kLongestText));
        appendOption(body, kEndOfOptions, {});
    }
    add(kEnhancedPacket, std::move(body));
}

void PcapngBlocks::add(std::uint32_t type, std::string body)
{
    constexpr std::size_t kAround = 12; // type, and the length before and after
    const auto length = static_cast<std::uint32_t>(body.size() + kAround);
    append(m_waiting, type);
    append(m_waiting, length);
    m_waiting += body;
    append(m_waiting, length);
    if (m_waiting.size() >= kBlocksAtOnce)
        flush();
}

void PcapngBlocks::flush()
{
    if (!failed())
        m_status = m_sink(m_waiting);
    m_waiting.clear();
}

Status PcapngBlocks::finish()
{
    flush();
    return m_status;
}

} // namespace ipclab
