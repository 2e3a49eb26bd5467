// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/level_series.h"
#include "views/plots/plot_key.h"

#include <vector>

namespace ipclab {

struct PlotPoint {
    Nanoseconds at = 0;
    double value = 0; // bytes, bytes a second, messages, or nanoseconds waited
    bool operator==(const PlotPoint&) const = default;
};

// Points so that the value of one holds until the next; else a straight line leads to it.
constexpr bool inSteps(Quantity quantity)
{
    return quantity != Quantity::Waiting;
}

// Over how long a rate is taken where `range` is drawn so many pixels wide: a round time.
Nanoseconds rateSpan(Nanoseconds range, std::size_t pixels);

// What is drawn of a series from `from` to `to`, neither before the series' run nor after `now`: a
// few points a pixel, however long the series.
std::vector<PlotPoint> drawnPoints(Quantity quantity, const LevelSeries& series, Nanoseconds from,
    Nanoseconds to, Nanoseconds now, std::size_t pixels);

// The value at a moment; a rate is that of the span it is in.
double valueAt(Quantity quantity, const LevelSeries& series, Nanoseconds time, Nanoseconds span,
    Nanoseconds now);

} // namespace ipclab
