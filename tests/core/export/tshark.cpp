// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/export/tshark.h"

#include "tests/core/export/exported.h"

#include <QTemporaryFile>

namespace ipclab::test {

QByteArrayList tshark(const QByteArray& capture, const QStringList& words)
{
    QTemporaryFile file;
    if (!file.open() || file.write(capture) != capture.size() || !file.flush())
        return {};
    const QByteArray out = answered(QStringLiteral("tshark"),
        QStringList { QStringLiteral("-n"), QStringLiteral("-r"), file.fileName() } + words);
    QByteArrayList lines = out.split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

QByteArrayList fieldsOf(const QByteArray& capture, const char* fields, const char* filter)
{
    QStringList words { QStringLiteral("-T"), QStringLiteral("fields"), QStringLiteral("-Y"),
        QString::fromLatin1(filter), QStringLiteral("-E"), QStringLiteral("separator=|"),
        QStringLiteral("-o"), QStringLiteral("tcp.check_checksum:TRUE"), QStringLiteral("-o"),
        QStringLiteral("udp.check_checksum:TRUE"), QStringLiteral("-o"),
        QStringLiteral("ip.check_checksum:TRUE") };
    for (const QString& field : QString::fromLatin1(fields).split(QLatin1Char(' ')))
        words << QStringLiteral("-e") << field;
    return tshark(capture, words);
}

// `follow` indents those of the server by a tab.
QByteArray followed(const QByteArray& capture, int stream, bool server)
{
    QByteArray bytes;
    const QByteArrayList lines = tshark(capture,
        { QStringLiteral("-q"), QStringLiteral("-z"),
            QStringLiteral("follow,tcp,raw,%1").arg(stream) });
    for (const QByteArray& line : lines) {
        const bool isBytes = !line.trimmed().isEmpty()
            && line.trimmed().size() == QByteArray::fromHex(line.trimmed()).size() * 2;
        if (isBytes && line.startsWith('\t') == server)
            bytes += QByteArray::fromHex(line.trimmed());
    }
    return bytes;
}

} // namespace ipclab::test
