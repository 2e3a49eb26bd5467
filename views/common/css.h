// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

namespace ipclab {

// A font and a colour of the Look as a style sheet's declarations: the application's sheet sets the
// font of everything, so a widget's own font is said in its own sheet.
inline QString css(const QFont& font, const QColor& colour)
{
    return QStringLiteral("font-family: \"%1\"; font-size: %2px; font-weight: %3; color: %4;")
        .arg(font.families().join(QStringLiteral("\", \"")))
        .arg(font.pixelSize())
        .arg(font.weight())
        .arg(colour.name());
}

} // namespace ipclab
