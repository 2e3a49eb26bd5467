// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QString>

namespace ipclab {

// Numbers as the default QLocale writes them, but grouped by narrow no-break spaces, which no
// language reads as a decimal sign: "65 536".
QString countText(quint64 count);
QString bytesText(quint64 count); // "58 B", "65 536 B", "12.3 MB"
QString bytesInWords(quint64 count); // "1 byte", "58 bytes", for sentences
QString durationText(Nanoseconds duration); // "340 µs", "12 ms", "4.1 s", "2 min 05 s"
// Of what has lasted so long at least: from a minute on, the largest unit alone. Not for what is
// still to come, of which it would leave out the most.
QString shortDurationText(Nanoseconds duration);
// A point of a scale whose points are `step` apart: no two of them read the same.
QString tickText(Nanoseconds time, Nanoseconds step); // "0 s", "150 ms", "0.2 s"
// "+0.123 s", to the millisecond, as rows are dated; later as short: "+1118.30 s", "+11183.0 s".
QString sinceStartText(Nanoseconds time);

} // namespace ipclab
