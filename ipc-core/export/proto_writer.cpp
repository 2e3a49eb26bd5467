// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/proto_writer.h"

namespace ipclab {

namespace {

constexpr unsigned kVarint = 0;
constexpr unsigned kFixed64 = 1;
constexpr unsigned kLengthDelimited = 2;

} // namespace

void ProtoWriter::varint(std::uint64_t value)
{
    constexpr std::uint64_t kMore = 0x80;
    for (; value >= kMore; value >>= 7)
        m_bytes += static_cast<char>(value | kMore);
    m_bytes += static_cast<char>(value);
}

void ProtoWriter::tag(unsigned field, unsigned wireType)
{
    varint((std::uint64_t { field } << 3) | wireType);
}

void ProtoWriter::number(unsigned field, std::uint64_t value)
{
    tag(field, kVarint);
    varint(value);
}

void ProtoWriter::fixed64(unsigned field, std::uint64_t value)
{
    tag(field, kFixed64);
    for (int i = 0; i < 8; ++i) // the low byte first
        m_bytes += static_cast<char>(value >> (8 * i));
}

void ProtoWriter::bytes(unsigned field, std::string_view value)
{
    tag(field, kLengthDelimited);
    varint(value.size());
    m_bytes += value;
}

} // namespace ipclab
