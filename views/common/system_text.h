// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

class QFont;

namespace ipclab {

// How much larger than usual the system wants its text; of a font, and the dots that a logical inch
// has. Every size that a desktop starts with is usual (9 to 11 points, and Qt's own 12 where none
// says anything) and is 1; a larger or a smaller one was chosen by somebody. GUI thread.
[[nodiscard]] qreal systemTextScale(const QFont& font, qreal dotsPerInch);
[[nodiscard]] qreal systemTextScale(); // of the application's font, on its first screen

} // namespace ipclab
