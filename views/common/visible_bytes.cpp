// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/visible_bytes.h"

#include <QChar>

#include <algorithm>
#include <iterator>

namespace ipclab {

namespace {

// ASCII (RFC 20). Few fonts have the Control Pictures of Unicode, so the codes go by their names.
constexpr const char16_t* kNames[] = { u"‹NUL›", u"‹SOH›", u"‹STX›", u"‹ETX›", u"‹EOT›", u"‹ENQ›",
    u"‹ACK›", u"‹BEL›", u"‹BS›", u"‹TAB›", u"‹LF›", u"‹VT›", u"‹FF›", u"‹CR›", u"‹SO›", u"‹SI›",
    u"‹DLE›", u"‹DC1›", u"‹DC2›", u"‹DC3›", u"‹DC4›", u"‹NAK›", u"‹SYN›", u"‹ETB›", u"‹CAN›",
    u"‹EM›", u"‹SUB›", u"‹ESC›", u"‹FS›", u"‹GS›", u"‹RS›", u"‹US›" };
constexpr char32_t kDelete = 0x7F;

unsigned char at(std::string_view bytes, std::size_t place)
{
    return static_cast<unsigned char>(bytes[place]);
}

// How long the character that starts with this byte is; 0 for a byte that starts none (RFC 3629).
std::size_t lengthFrom(unsigned char first)
{
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return 2;
    if ((first & 0xF0) == 0xE0)
        return 3;
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

struct Decoded {
    char32_t character = 0;
    std::size_t length = 0; // 0: not UTF-8
};

Decoded decode(std::string_view bytes)
{
    const std::size_t length = lengthFrom(at(bytes, 0));
    if (length <= 1)
        return { at(bytes, 0), length };
    if (bytes.size() < length)
        return {};
    char32_t character = at(bytes, 0) & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((at(bytes, i) & 0xC0) != 0x80)
            return {};
        character = character << 6 | (at(bytes, i) & 0x3FU);
    }
    const bool overlong
        = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
    return overlong || surrogate || character > 0x10FFFF ? Decoded {}
                                                         : Decoded { character, length };
}

bool hides(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Other_NotAssigned || category == QChar::Separator_Line
        || category == QChar::Separator_Paragraph;
}

QString named(const QString& name)
{
    return QStringLiteral("‹%1›").arg(name);
}

void append(QString& to, char32_t character)
{
    if (character == U'\n')
        to += QStringLiteral("⏎");
    else if (character == U'\t')
        to += QStringLiteral("⇥");
    else if (character < std::size(kNames))
        to += QStringView(kNames[character]);
    else if (character == kDelete)
        to += named(QStringLiteral("DEL"));
    else if (hides(character))
        to += named(QStringLiteral("U+%1")
                        .arg(static_cast<uint>(character), 4, 16, QLatin1Char('0'))
                        .toUpper());
    else
        to += QStringView(QChar::fromUcs4(character));
}

// The printable ASCII characters that it begins with, so many at most.
std::string_view plainStart(std::string_view bytes, std::size_t most)
{
    const auto isPlain = [](char byte) { return byte >= 0x20 && byte < 0x7F; };
    bytes = bytes.substr(0, most);
    return { bytes.begin(), std::find_if_not(bytes.begin(), bytes.end(), isPlain) };
}

QString hexByte(unsigned char byte)
{
    return QStringLiteral("%1").arg(byte, 2, 16, QLatin1Char('0')).toUpper();
}

} // namespace

QString visibleText(std::string_view bytes, qsizetype most)
{
    QString text;
    text.reserve(std::min(static_cast<qsizetype>(bytes.size()), most));
    while (!bytes.empty() && text.size() < most) {
        // Most of it stands for itself, and goes at once.
        const std::string_view plain
            = plainStart(bytes, static_cast<std::size_t>(most - text.size()));
        text += QLatin1String(plain.data(), static_cast<qsizetype>(plain.size()));
        bytes.remove_prefix(plain.size());
        if (bytes.empty() || text.size() >= most)
            break;
        const Decoded decoded = decode(bytes);
        if (decoded.length == 0)
            text += named(QStringLiteral("0x") + hexByte(at(bytes, 0)));
        else
            append(text, decoded.character);
        bytes.remove_prefix(std::max<std::size_t>(decoded.length, 1));
    }
    return text;
}

std::size_t unfinishedTail(std::string_view bytes)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        const unsigned char byte = at(bytes, bytes.size() - back);
        if ((byte & 0xC0) != 0x80)
            return lengthFrom(byte) > back ? back : 0;
    }
    return 0;
}

QString hexColumn(std::string_view bytes, std::size_t perLine)
{
    QString column;
    for (std::size_t i = 0; i < perLine; ++i) {
        if (i > 0)
            column += QLatin1Char(' ');
        column += i < bytes.size() ? hexByte(at(bytes, i)) : QStringLiteral("  ");
    }
    return column;
}

QString asciiColumn(std::string_view bytes)
{
    QString column;
    for (const char byte : bytes)
        column += byte >= 0x20 && byte < 0x7F ? QLatin1Char(byte) : QLatin1Char('.');
    return column;
}

} // namespace ipclab
