// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace ipclab {

class TimePlot;

// What a plot is saved as.
enum class PlotFormat : std::uint8_t { Png, Svg, Pdf, Csv };

// The whole file. A picture shows what the plot shows, under a title. The table has all that is
// kept of each curve, or, of rates and waits, the points that are drawn: a line each, under a line
// of names with their units; numbers without a language's signs, after RFC 4180. GUI thread.
QByteArray plotFile(TimePlot& plot, PlotFormat format, const QString& title);

} // namespace ipclab
