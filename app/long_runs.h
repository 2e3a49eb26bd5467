// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace ipclab {

// Where there is no place for a line to break, as in a file's long name, the middle is left out: a
// label that wraps its words would be as wide as that. GUI thread.
inline QString withoutLongRuns(const QString& text)
{
    constexpr qsizetype kEachSide = 28; // characters
    static const QRegularExpression run(QStringLiteral("[^\\s/]{%1,}").arg(2 * kEachSide + 2),
        QRegularExpression::UseUnicodePropertiesOption);
    QString shown;
    qsizetype from = 0;
    for (auto at = run.globalMatch(text); at.hasNext();) {
        const QRegularExpressionMatch found = at.next();
        shown += text.mid(from, found.capturedStart() - from) + found.captured().left(kEachSide)
            + QChar(0x2026) + found.captured().right(kEachSide);
        from = found.capturedEnd();
    }
    return shown + text.mid(from);
}

} // namespace ipclab
