// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/shown_bytes.h"

#include "views/common/visible_bytes.h"

#include <algorithm>

namespace ipclab {

namespace {

void append(ShownBytes& page, const QString& text, const ByteRange& bytes = {})
{
    page.text += text;
    page.bytesOf.resize(static_cast<std::size_t>(page.text.size()), bytes);
}

// How many bytes the character has that was made visible as that text (RFC 3629).
std::size_t lengthOf(unsigned char first, const QString& seen)
{
    if (first < 0x80 || seen.startsWith(QStringLiteral("‹0x")))
        return 1;
    return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

void appendText(ShownBytes& page, std::string_view bytes, const ByteRange& line)
{
    for (std::size_t at = line.begin; at < line.end;) {
        const QString seen = visibleText(bytes.substr(at, line.end - at), 1);
        const std::size_t length = lengthOf(static_cast<unsigned char>(bytes[at]), seen);
        append(page, seen, { at, at + length });
        at += length;
    }
}

void appendHex(ShownBytes& page, std::string_view bytes, const ByteRange& line)
{
    append(page, QStringLiteral("%1  ").arg(line.begin, 4, 16, QLatin1Char('0')).toUpper());
    for (std::size_t at = line.begin; at < line.end; ++at) {
        if (at > line.begin)
            append(page, QStringLiteral(" "));
        append(page, hexColumn(bytes.substr(at, 1), 1), { at, at + 1 });
    }
}

void appendDump(ShownBytes& page, std::string_view bytes, const ByteRange& whole,
    std::size_t perLine, bool ascii)
{
    for (std::size_t at = whole.begin; at < whole.end; at += perLine) {
        const ByteRange line { at, std::min(at + perLine, whole.end) };
        if (at > whole.begin)
            append(page, QStringLiteral("\n"));
        appendHex(page, bytes, line);
        if (!ascii)
            continue;
        append(page, QString(static_cast<qsizetype>((perLine - line.size()) * 3 + 2), u' '));
        for (std::size_t one = line.begin; one < line.end; ++one)
            append(page, asciiColumn(bytes.substr(one, 1)), { one, one + 1 });
    }
}

} // namespace

ShownBytes shownBytes(std::string_view bytes, BytesShown shown, std::size_t perLine)
{
    ShownBytes page;
    if (shown == BytesShown::Hex) {
        appendDump(page, bytes, { 0, bytes.size() }, perLine, true);
        return page;
    }
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t newline = bytes.find('\n', at);
        const ByteRange line { at, newline == std::string_view::npos ? bytes.size() : newline + 1 };
        if (at > 0)
            append(page, QStringLiteral("\n"));
        appendText(page, bytes, line);
        if (shown == BytesShown::Both) {
            append(page, QStringLiteral("\n"));
            appendDump(page, bytes, line, perLine, false);
        }
        at = line.end;
    }
    return page;
}

std::optional<ByteRange> ShownBytes::bytesIn(std::size_t first, std::size_t behind) const
{
    behind = std::min(behind, bytesOf.size());
    while (first < behind && bytesOf[first].size() == 0)
        ++first;
    while (behind > first && bytesOf[behind - 1].size() == 0)
        --behind;
    if (first == behind)
        return std::nullopt;
    const ByteRange& from = bytesOf[first];
    const ByteRange& to = bytesOf[behind - 1]; // in the other column it may be before that
    return ByteRange { std::min(from.begin, to.begin), std::max(from.end, to.end) };
}

ByteRange ShownBytes::charactersOf(const ByteRange& bytes) const
{
    const auto has = [](std::size_t byte) {
        return [byte](const ByteRange& one) { return one.begin <= byte && byte < one.end; };
    };
    const auto first = std::ranges::find_if(bytesOf, has(bytes.begin));
    auto last
        = bytes.size() > 0 ? std::find_if(first, bytesOf.end(), has(bytes.end - 1)) : bytesOf.end();
    if (last == bytesOf.end())
        return {};
    const ByteRange one = *last;
    while (last != bytesOf.end() && *last == one)
        ++last;
    return { static_cast<std::size_t>(first - bytesOf.begin()),
        static_cast<std::size_t>(last - bytesOf.begin()) };
}

} // namespace ipclab
