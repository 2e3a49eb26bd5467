// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ipclab::test {

inline QString q(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace ipclab::test
