// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame of the lanes: 40 processes that talk through pipes, with few events in the log and with
// many; the whole run, a part of it close, and live with what comes in a frame.
#include "tests/bench/live_frame.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/lanes/lanes_panel.h"
#include "views/lanes/lanes_view.h"

#include <QApplication>

#include <cstdlib>
#include <string>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr double kFrame = 8; // ms

double frame(LanesPanel& panel)
{
    const std::int64_t from = threadTime();
    panel.view().viewport()->repaint();
    return static_cast<double>(threadTime() - from) / 1e6;
}

struct Frames {
    std::vector<double> whole;
    std::vector<double> close;
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
    LanesPanel panel({ cursor, selection, look });
    panel.resize(1280, 700);
    panel.show();
    cursor.setLog(&log);
    while (cursor.advance()) { }
    while (panel.feed().taken() < cursor.end())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    Frames frames;
    LanesView& view = panel.view();
    for (int i = 0; i < times; ++i)
        frames.whole.push_back(frame(panel));
    while (view.window().range() > 2 * kMillisecond)
        view.zoomBy(0.7);
    for (int i = 0; i < times; ++i)
        frames.close.push_back(frame(panel));
    view.fit();
    for (int i = 0; i < times; ++i)
        frames.live.push_back(liveFrame(talk, cursor, view, &LanesView::painted, panel.feed()));
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
        good = print({ "lanes: the whole run" + of, "ms", frames.whole, kFrame }) && good;
        good = print({ "lanes: close" + of, "ms", frames.close, kFrame }) && good;
        good = print({ "lanes: live, with 833 more" + of, "ms", frames.live, kFrame }) && good;
        if (few.whole.empty())
            few = frames;
        else
            good = print({ "lanes: many events against few", "ratio",
                       { median(frames.whole) / median(few.whole) }, 1.3, Figure::Judged::Median })
                && good;
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
