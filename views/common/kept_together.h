// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ipclab {

// For words that wrap: a number and its unit stay on one line. Only where they are shown: what is
// searched, copied or printed has plain spaces.
[[nodiscard]] QString unitsKept(QString words);

} // namespace ipclab
