// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/line_difference.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ipclab::test {

// "+2 ~5 <6": a sign and its line.
inline QString signsText(const std::vector<SignedLine>& signs)
{
    QStringList said;
    for (const SignedLine& one : signs)
        said += QLatin1Char("+~<>-"[static_cast<int>(one.sign)]) + QString::number(one.line);
    return said.join(QLatin1Char(' '));
}

} // namespace ipclab::test
