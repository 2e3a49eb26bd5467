// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTextDocument>

namespace ipclab {

// For a tooltip with words that come from a program or a file: a QToolTip takes for rich text what
// looks like it.
inline QString plainTip(const QString& text)
{
    return Qt::mightBeRichText(text)
        ? QStringLiteral("<qt>") + text.toHtmlEscaped() + QStringLiteral("</qt>")
        : text;
}

// The same of several lines.
inline QString tipOfLines(const QStringList& lines)
{
    return lines.join(QLatin1Char('\n'))
        .toHtmlEscaped()
        .replace(QLatin1Char('\n'), QStringLiteral("<br>"));
}

} // namespace ipclab
