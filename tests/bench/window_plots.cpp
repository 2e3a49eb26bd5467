// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame of the plots: 40 processes that talk through pipes, with few events in the log and with
// many; each quantity over the whole run, and live with what comes in a frame.
#include "tests/bench/live_frame.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/plot_words.h"
#include "views/plots/plots_panel.h"
#include "views/plots/time_plot.h"

#include <QApplication>

#include <cstdlib>
#include <map>
#include <string>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr double kFrame = 8; // ms
constexpr Quantity kHere[] = { Quantity::Level, Quantity::Rate, Quantity::Waiting };

double frame(TimePlot& plot)
{
    const std::int64_t from = threadTime();
    plot.redraw();
    plot.replot(QCustomPlot::rpImmediateRefresh);
    const double took = static_cast<double>(threadTime() - from) / 1e6;
    QApplication::processEvents(); // what it asked for besides
    return took;
}

struct Frames {
    std::map<Quantity, std::vector<double>> whole;
    std::vector<double> live;
};

Frames framesOf(EventIndex events, int times)
{
    EventLog log;
    Talk talk(log);
    talk.tell(events);
    TimeCursor cursor;
    Selection selection;
    Look look;
    PlotsPanel panel({ cursor, selection, look });
    panel.resize(1280, 700);
    panel.show();
    cursor.setLog(&log);
    while (cursor.advance()) { }
    while (panel.feed().taken() < cursor.end())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    Frames frames;
    for (const Quantity quantity : kHere) {
        panel.chooser().setQuantity(quantity);
        QApplication::processEvents();
        for (int i = 0; i < times; ++i)
            frames.whole[quantity].push_back(frame(panel.plot()));
    }
    panel.chooser().setQuantity(Quantity::Level);
    for (int i = 0; i < times; ++i)
        frames.live.push_back(
            liveFrame(talk, cursor, panel.plot(), &QCustomPlot::afterReplot, panel.feed()));
    return frames;
}

} // namespace

int main(int argc, char** argv)
{
    const int times = argc > 1 ? std::atoi(argv[1]) : 200;
    const QApplication app(argc, argv);
    bool good = true;
    Frames few;
    for (const EventIndex events : { EventIndex { 10'000 }, EventIndex { 1'000'000 } }) {
        const Frames frames = framesOf(events, times);
        const std::string of = " of " + std::to_string(events) + " events, 40 processes";
        for (const Quantity quantity : kHere) {
            const std::string name = "plots: " + quantityWord(quantity).toStdString();
            good = print({ name + of, "ms", frames.whole.at(quantity), kFrame }) && good;
            if (!few.live.empty())
                good = print({ name + ", many against few", "ratio",
                           { median(frames.whole.at(quantity)) / median(few.whole.at(quantity)) },
                           1.3, Figure::Judged::Median })
                    && good;
        }
        good = print({ "plots: live, with 833 more" + of, "ms", frames.live, kFrame }) && good;
        if (few.live.empty())
            few = frames;
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
