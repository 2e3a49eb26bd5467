// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal_text.h"

namespace ipclab {

namespace {

bool steers(QChar c)
{
    const char16_t code = c.unicode();
    const bool controls = code < 0x20 || (code >= 0x7F && code <= 0x9F); // ECMA-48
    // Nor shall one turn what is beside it: the marks of direction, Unicode annex 9.
    const bool turns = (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
    return controls || turns;
}

} // namespace

QString printable(QString line)
{
    for (QChar& c : line) {
        if (steers(c))
            c = QChar::ReplacementCharacter;
    }
    return line;
}

QByteArray printableJson(const QJsonDocument& json, QJsonDocument::JsonFormat format)
{
    // A line end is between values: in a text it is escaped already, RFC 8259, section 7.
    QString clean;
    for (const QChar c : QString::fromUtf8(json.toJson(format))) {
        if (c != QLatin1Char('\n') && steers(c))
            clean += QStringLiteral("\\u%1").arg(uint { c.unicode() }, 4, 16, QLatin1Char('0'));
        else
            clean += c;
    }
    return clean.toUtf8();
}

} // namespace ipclab
