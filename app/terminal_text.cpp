// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal_text.h"

#include <array>

namespace ipclab {

QString printable(QString line)
{
    for (QChar& c : line) {
        // Nor shall one turn what is beside it: the marks of direction, Unicode annex 9.
        const char16_t code = c.unicode();
        const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
        if (c.category() == QChar::Other_Control || turns)
            c = QChar::ReplacementCharacter;
    }
    return line;
}

QString coloured(const QString& text, Pid pid)
{
    constexpr auto kColours = std::to_array<int>({ 36, 35, 34, 32, 33, 31 });
    const int colour = kColours.at(static_cast<std::size_t>(pid.value) % kColours.size());
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(colour).arg(text);
}

} // namespace ipclab
