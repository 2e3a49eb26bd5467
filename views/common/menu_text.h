// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>

namespace ipclab {

// Words of a program or a file for a menu, a tab or a button, which would make a key of an "&".
inline QString menuText(QString words)
{
    return words.replace(u'&', QLatin1String("&&"));
}

} // namespace ipclab
