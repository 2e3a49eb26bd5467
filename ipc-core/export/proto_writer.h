// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

// One message in the wire format of Protocol Buffers (protobuf.dev, "Encoding"): fields one after
// another, each a tag and a value. Knows no schema. An embedded message is its bytes.
class ProtoWriter {
public:
    void number(unsigned field, std::uint64_t value); // a varint: uint32, uint64, bool, enum
    void signedNumber(unsigned field, std::int64_t value) // int32, int64
    {
        number(field, static_cast<std::uint64_t>(value));
    }
    void fixed64(unsigned field, std::uint64_t value);
    void bytes(unsigned field, std::string_view value); // string (UTF-8), bytes, message
    void message(unsigned field, const ProtoWriter& value) { bytes(field, value.m_bytes); }

    [[nodiscard]] const std::string& content() const { return m_bytes; }

private:
    void varint(std::uint64_t value);
    void tag(unsigned field, unsigned wireType);

    std::string m_bytes;
};

} // namespace ipclab
