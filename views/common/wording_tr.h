// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <string_view>

namespace ipclab {

// The translation context of all wording.
struct Wording {
    Q_DECLARE_TR_FUNCTIONS(ipclab::Wording)
};

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

} // namespace ipclab
