// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_text.h"

#include "ipc-core/capture/xray/stdio_reading.h"

#include <algorithm>
#include <cctype>

namespace ipclab {
namespace {

constexpr std::size_t kObjectHead = 80; // has the length and the data of a short str or bytes
constexpr std::uint64_t kMaxDecoded = 64 << 10; // characters of which the bytes are counted

struct StrHead {
    PythonLayout::Width width;
    std::uint64_t length = 0;
    bool ascii = false;
};

std::optional<StrHead> strHead(const PythonLayout& layout, Bytes object)
{
    const auto type = numberAt<Address>(object, PythonLayout::kType);
    const auto length = numberAt<std::int64_t>(object, layout.str.length);
    const auto state = numberAt<std::byte>(object, PythonLayout::Str::kState);
    if (type != layout.str.type || !length || *length < 0 || !state)
        return std::nullopt;
    const auto& widths = layout.str.widths;
    const auto width = std::ranges::find(
        widths, *state & PythonLayout::Str::kStateMask, &PythonLayout::Width::state);
    if (width == widths.end())
        return std::nullopt;
    return StrHead { *width, static_cast<std::uint64_t>(*length), width == widths.begin() };
}

char32_t characterAt(Bytes data, std::size_t index, std::size_t width)
{
    switch (width) {
    case 1:
        return std::to_integer<char32_t>(data[index]);
    case 2:
        return *numberAt<char16_t>(data, index * 2);
    default:
        return *numberAt<char32_t>(data, index * 4);
    }
}

void appendUtf8(std::string& text, char32_t code)
{
    const auto append = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (code >= 0xDC80 && code <= 0xDCFF) {
        append(code & 0xFF); // a byte that was not UTF-8 (error handler surrogateescape)
    } else if (code < 0x80) {
        append(code);
    } else if (code < 0x800) {
        append(0xC0 | code >> 6);
        append(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        append(0xE0 | code >> 12);
        append(0x80 | (code >> 6 & 0x3F));
        append(0x80 | (code & 0x3F));
    } else {
        append(0xF0 | (code >> 18 & 0x07));
        append(0x80 | (code >> 12 & 0x3F));
        append(0x80 | (code >> 6 & 0x3F));
        append(0x80 | (code & 0x3F));
    }
}

// Of one str (only ASCII is kept as such) or bytes; false if it is neither.
bool appendPart(Pid pid, const PythonLayout& layout, Address object, Bytes head, std::string& text)
{
    std::uint64_t length = 0;
    std::size_t data = layout.bytes.data;
    if (const auto str = strHead(layout, head)) {
        if (!str->ascii)
            return false;
        length = str->length;
        data = str->width.data;
    } else if (numberAt<Address>(head, PythonLayout::kType) == layout.bytes.type) {
        const auto count = numberAt<std::int64_t>(head, layout.bytes.length);
        length = static_cast<std::uint64_t>(std::max<std::int64_t>(count.value_or(0), 0));
    } else {
        return false;
    }
    const std::size_t wanted = std::min<std::uint64_t>(length, kMaxStdioText - text.size());
    if (wanted == 0)
        return true;
    std::vector<std::byte> far;
    Bytes near = head.subspan(std::min(data, head.size()));
    if (near.size() < wanted) {
        far = readMemory(pid, object + data, wanted);
        near = far;
    }
    text.append(reinterpret_cast<const char*>(near.data()), std::min(near.size(), wanted));
    return near.size() >= wanted;
}

} // namespace

TextEncoding textEncoding(std::string_view name)
{
    std::string plain;
    for (const char c : name.substr(0, 32)) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            plain.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
    if (plain == "utf8" || plain == "ascii" || plain == "usascii" || plain == "ansix341968")
        return TextEncoding::Utf8;
    if (plain == "latin1" || plain.starts_with("iso8859") || plain.starts_with("cp125"))
        return TextEncoding::OneByte;
    return TextEncoding::Other;
}

std::optional<EncodedText> encodedRest(
    Pid pid, const PythonLayout& layout, Address str, std::uint64_t from, TextEncoding encoding)
{
    const auto head = strHead(layout, readMemory(pid, str, kObjectHead));
    if (!head || from > head->length || encoding == TextEncoding::Other)
        return std::nullopt;
    const std::uint64_t characters = head->length - from;
    const bool countable = head->ascii || encoding == TextEncoding::OneByte;
    if (characters > (countable ? kMaxStdioBuffer : kMaxDecoded))
        return std::nullopt;
    const std::uint64_t read
        = countable ? std::min<std::uint64_t>(characters, kMaxStdioText) : characters;
    const std::size_t width = head->width.bytes;
    const auto data = readMemory(pid, str + head->width.data + from * width, read * width);
    if (data.size() != read * width)
        return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < read; ++i)
        appendUtf8(text, characterAt(data, i, width));
    const std::uint64_t bytes = countable ? characters : text.size();
    text.resize(std::min(text.size(), kMaxStdioText));
    return EncodedText { bytes, std::move(text) };
}

std::optional<std::string> wholeText(
    Pid pid, const PythonLayout& layout, Address str, std::size_t most)
{
    const auto head = strHead(layout, readMemory(pid, str, kObjectHead));
    if (!head || head->length > most)
        return std::nullopt;
    const std::size_t size = head->length * head->width.bytes;
    const auto data = readMemory(pid, str + head->width.data, size);
    if (data.size() != size)
        return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < head->length; ++i)
        appendUtf8(text, characterAt(data, i, head->width.bytes));
    return text;
}

std::optional<std::vector<std::byte>> wholeBytes(
    Pid pid, const PythonLayout& layout, Address object, std::size_t most)
{
    const auto head = readMemory(pid, object, kObjectHead);
    const auto length = numberAt<std::int64_t>(head, layout.bytes.length);
    if (numberAt<Address>(head, PythonLayout::kType) != layout.bytes.type || !length || *length < 0
        || static_cast<std::uint64_t>(*length) > most)
        return std::nullopt;
    auto data = readMemory(pid, object + layout.bytes.data, static_cast<std::size_t>(*length));
    if (data.size() != static_cast<std::size_t>(*length))
        return std::nullopt;
    return data;
}

void appendPending(Pid pid, const PythonLayout& layout, Address object, std::string& text)
{
    const auto head = readMemory(pid, object, kObjectHead);
    if (numberAt<Address>(head, PythonLayout::kType) != layout.list.type) {
        appendPart(pid, layout, object, head, text);
        return;
    }
    const auto length = numberAt<std::int64_t>(head, layout.list.length).value_or(0);
    const auto items = numberAt<Address>(head, layout.list.data).value_or(0);
    if (length <= 0 || text.size() >= kMaxStdioText)
        return;
    // Each has at least one byte, so that there is no need for more of them.
    const std::size_t count
        = std::min<std::uint64_t>(static_cast<std::uint64_t>(length), kMaxStdioText - text.size());
    const auto pointers = readMemory(pid, items, count * sizeof(Address));
    MemoryBatch heads;
    for (std::size_t i = 0; i < pointers.size() / sizeof(Address); ++i)
        heads.add(*numberAt<Address>(pointers, i * sizeof(Address)), kObjectHead);
    heads.read(pid);
    for (std::size_t i = 0; i < pointers.size() / sizeof(Address); ++i) {
        const Address part = *numberAt<Address>(pointers, i * sizeof(Address));
        if (!appendPart(pid, layout, part, heads.bytes(i), text))
            return;
    }
}

} // namespace ipclab
