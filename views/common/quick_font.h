// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace ipclab {

// For rows that are painted many times a second: to shape text is the dearest of all that they
// need. Scripts that cannot do without are shaped all the same.
inline QFont quick(QFont font)
{
    font.setStyleStrategy(
        static_cast<QFont::StyleStrategy>(font.styleStrategy() | QFont::PreferNoShaping));
    return font;
}

} // namespace ipclab
