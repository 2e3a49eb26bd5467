// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ipclab {

// As one searches: small letters without accents ("Búfer" is "bufer").
QString foldedText(const QString& text);

} // namespace ipclab
