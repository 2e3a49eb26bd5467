// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/kept_together.h"

#include <QRegularExpression>

namespace ipclab {

QString unitsKept(QString words)
{
    // Of minutes and hours, what follows belongs to them too: "1 min 05 s".
    static const QRegularExpression kBetween(
        QStringLiteral("(?<=\\d) (?=(?:B|kB|MB|GB|bytes?|[mµ]?s|min|h)\\b)"
                       "|(?<=\\d min|\\d h) (?=\\d)"));
    return words.replace(kBetween, QString(QChar(QChar::Nbsp)));
}

} // namespace ipclab
