// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/plots/plot_key.h"

#include <QCoreApplication>
#include <QString>

namespace ipclab {

// What is plotted, in words. GUI thread.
struct PlotWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::PlotWords)
};

QString quantityName(Quantity quantity); // "Level in the channels"
QString quantityWord(Quantity quantity); // "level": in files and settings, in no language
QString whatFills(Quantity quantity); // what would fill an empty plot
QString runName(unsigned run, const PlotRun& of); // "Run 2 · child.py"

// "child.py → pipe A", "into pipe A", "child.py stdout, not yet written"; without its run.
QString seriesName(const World& world, Quantity quantity, const PlotKey& key);
QString inRun(unsigned run, const QString& name); // "run 2 · child.py → pipe A"

QString valueText(Quantity quantity, double value); // "58 B", "12.3 MB/s", "3", "1.2 s"
QString axisText(Quantity quantity, double value, double most); // in the unit that `most` has

} // namespace ipclab
