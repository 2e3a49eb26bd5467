// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/plot_feed.h"

#include <QPen>
#include <QString>

#include <cstdint>
#include <vector>

namespace ipclab {

class Look;
class Selection;

// Told apart by more than colour: each also has a stroke, and most a sign.
enum class PlotSign : std::uint8_t { None, Circle, Square, Triangle, Diamond };

// A series as it is drawn: that of one run, and where its time begins in the plot.
struct PlotCurve {
    PlotKey key;
    QString name;
    QPen pen;
    PlotSign sign = PlotSign::None;
    bool over = false; // of the run that is laid over another
    const LevelSeries* series = nullptr; // of a feed whose version is still the same
    Nanoseconds start = 0; // stands at 0 of the plot
    Nanoseconds runStart = 0;
    Nanoseconds end = 0; // nothing is drawn later, in the time of the log
};

// Which curves of a feed are wanted.
struct CurveWish {
    Quantity quantity = Quantity::Level;
    unsigned run = 0; // 0: all, one after the other
    bool over = false; // laid over another run: another stroke, and a sign
    bool runNamed = false;
    QString session; // of a file: what to call it
    std::size_t most = 12; // more are not told apart
};

struct Curves {
    std::vector<PlotCurve> drawn;
    std::size_t more = 0; // that there are, and are not drawn
};
// What is selected comes first, then the newest run.
Curves curvesOf(
    const PlotFeed& feed, const CurveWish& wish, const Look& look, const Selection& selection);

} // namespace ipclab
