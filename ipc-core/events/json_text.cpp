// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/json_text.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace ipclab {

namespace {

constexpr std::string_view kBase64
    = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The length of the UTF-8 sequence at the start of `bytes`; 0 where there is none (RFC 3629).
std::size_t sequenceLength(std::string_view bytes)
{
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char lead = at(0);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(i) & 0xC0) != 0x80)
            return 0;
    }
    const unsigned char next = at(1);
    const bool overlong = (lead == 0xE0 && next < 0xA0) || (lead == 0xF0 && next < 0x90);
    const bool surrogate = lead == 0xED && next > 0x9F;
    const bool tooHigh = lead == 0xF4 && next > 0x8F;
    return overlong || surrogate || tooHigh ? 0 : length;
}

void appendEscaped(std::string& to, char c)
{
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(c);
    switch (c) {
    case '"':
        to += "\\\"";
        return;
    case '\\':
        to += "\\\\";
        return;
    case '\n':
        to += "\\n";
        return;
    case '\r':
        to += "\\r";
        return;
    case '\t':
        to += "\\t";
        return;
    default:
        break;
    }
    if (code >= 0x20 && code != 0x7F) {
        to += c;
        return;
    }
    to += "\\u00";
    to += kHex[code >> 4];
    to += kHex[code & 0xF];
}

// Bytes that stand for themselves in a JSON string.
constexpr auto kPlain = [] {
    std::array<bool, 256> plain {};
    for (unsigned code = 0x20; code < 0x7F; ++code)
        plain.at(code) = code != '"' && code != '\\';
    return plain;
}();

// Appends those that the text begins with, and takes them from it.
void appendPlain(std::string& to, std::string_view& text)
{
    std::size_t run = 0;
    while (run < text.size() && kPlain[static_cast<unsigned char>(text[run])])
        ++run;
    to += text.substr(0, run);
    text.remove_prefix(run);
}

constexpr std::uint8_t kNoDigit = 64;
constexpr auto kDigits = [] {
    std::array<std::uint8_t, 256> digits {};
    digits.fill(kNoDigit);
    for (std::size_t i = 0; i < kBase64.size(); ++i)
        digits.at(static_cast<unsigned char>(kBase64[i])) = static_cast<std::uint8_t>(i);
    return digits;
}();

// How many ASCII bytes it begins with, by eights.
std::size_t asciiRun(std::string_view bytes)
{
    constexpr std::uint64_t kHigh = 0x8080'8080'8080'8080;
    std::size_t run = 0;
    for (std::uint64_t eight = 0; run + sizeof eight <= bytes.size(); run += sizeof eight) {
        std::memcpy(&eight, bytes.data() + run, sizeof eight);
        if ((eight & kHigh) != 0)
            break;
    }
    return run;
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    for (;;) {
        bytes.remove_prefix(asciiRun(bytes));
        if (bytes.empty())
            return true;
        const std::size_t length = sequenceLength(bytes);
        if (length == 0)
            return false;
        bytes.remove_prefix(length);
    }
}

void appendJsonString(std::string& to, std::string_view text)
{
    to += '"';
    for (appendPlain(to, text); !text.empty(); appendPlain(to, text)) {
        appendEscaped(to, text.front());
        text.remove_prefix(1);
    }
    to += '"';
}

void appendLossyJsonString(std::string& to, std::string_view bytes)
{
    to += '"';
    for (appendPlain(to, bytes); !bytes.empty(); appendPlain(to, bytes)) {
        const std::size_t length = sequenceLength(bytes);
        if (length == 0) {
            to += "\\ufffd";
            bytes.remove_prefix(1);
        } else if (length == 1) {
            appendEscaped(to, bytes.front());
            bytes.remove_prefix(1);
        } else {
            to += bytes.substr(0, length);
            bytes.remove_prefix(length);
        }
    }
    to += '"';
}

std::size_t jsonLength(std::string_view text)
{
    std::size_t length = 2;
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        const bool plain = kPlain[code] || code >= 0x80;
        const bool isShort = c == '"' || c == '\\' || c == '\n' || c == '\r' || c == '\t';
        length += plain ? 1 : isShort ? 2 : 6;
    }
    return length;
}

void appendBase64(std::string& to, std::string_view bytes)
{
    const auto byteAt = [&](std::size_t i) {
        return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U;
    };
    std::size_t end = to.size();
    to.resize(end + (bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::uint32_t group = byteAt(i) << 16 | byteAt(i + 1) << 8 | byteAt(i + 2);
        for (std::size_t k = 0; k < 4; ++k)
            to[end++] = i + k > bytes.size() ? '=' : kBase64[group >> (18 - 6 * k) & 0x3F];
    }
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        std::size_t padding = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const char c = text[i + k];
            const std::uint8_t digit = kDigits[static_cast<unsigned char>(c)];
            const bool pad = c == '=' && i + 4 == text.size() && k >= 2;
            if (!pad && (digit == kNoDigit || padding > 0))
                return std::nullopt;
            padding += pad ? 1 : 0;
            group = group << 6 | (pad ? 0U : digit);
        }
        for (std::size_t k = 0; k < 3 - padding; ++k)
            bytes += static_cast<char>(group >> (16 - 8 * k) & 0xFF);
    }
    return bytes;
}

} // namespace ipclab
