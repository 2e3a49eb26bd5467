// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// The words of `ipclab watch`.
namespace ipclab::test {

inline QStringList watching(const QStringList& options, const QStringList& command)
{
    return QStringList { QStringLiteral("watch") } + options + QStringList { QStringLiteral("--") }
    + command;
}

inline QStringList shell(const char* script)
{
    return { QStringLiteral("/bin/sh"), QStringLiteral("-c"), QString::fromUtf8(script) };
}

} // namespace ipclab::test
