// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame of each panel in the real window, as large as the window is: a session of 40 processes
// is open, and the moment goes on by some events. With few events in the log and with many.
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "app/main_window.h"
#include "app/session_opening.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/log/session_file.h"
#include "tests/bench/figures.h"
#include "tests/bench/pipe_talk.h"
#include "views/calls/calls_panel.h"
#include "views/console/console_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/map/map_view.h"
#include "views/plots/plots_panel.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QApplication>
#include <QTabWidget>
#include <QTemporaryDir>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr double kFrame = 8; // ms
constexpr EventIndex kOn = 20; // events from a frame to the next

bool writeSession(const std::string& path, EventIndex events)
{
    EventLog log;
    Talk talk(log);
    talk.tell(events);
    Result<SessionWriter> writer = SessionWriter::create(path, {});
    return writer && writer->writeNew(LogView(log)) && writer->close(log.dropped());
}

using Frames = std::map<std::string, std::vector<double>>;

std::vector<double> framesOf(
    TimeCursor& cursor, const TrafficModel& traffic, EventIndex first, int times)
{
    std::vector<double> frames;
    for (int i = 0; i < times; ++i) {
        const std::int64_t had = threadTime();
        cursor.goTo(first + static_cast<EventIndex>(i) * kOn);
        do
            QApplication::processEvents();
        while (!traffic.isComplete());
        frames.push_back(static_cast<double>(threadTime() - had) / 1e6);
    }
    return frames;
}

template <typename Panel> QWidget* find(const MainWindow& window)
{
    return window.findChild<Panel*>();
}

Frames framesOf(const QString& path, EventIndex events, int times)
{
    MainWindow window({});
    window.resize(1280, 720);
    window.show();
    window.activateWindow();
    window.openSession(path);
    while (!window.presenter().opened())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    auto& cursor = const_cast<TimeCursor&>(window.cursor());
    const TrafficModel& traffic = window.findChild<TrafficPanel*>()->model();
    window.selection().choose(Pid { Talk::kFirstPid });
    const std::map<std::string, QWidget*> panels {
        { "map", find<MapView>(window) },
        { "traffic", find<TrafficPanel>(window) },
        { "lanes", find<LanesPanel>(window) },
        { "calls", find<CallsPanel>(window) },
        { "plots", find<PlotsPanel>(window) },
        { "console", find<ConsolePanel>(window) },
        { "inspector", find<InspectorPanel>(window) },
    };
    auto* const page = window.findChild<LabPage*>();
    const EventIndex first = events - (static_cast<EventIndex>(times) + 20) * kOn;
    Frames frames;
    for (const auto& [name, panel] : panels) {
        auto* const tabs = page->findChild<QTabWidget*>();
        if (tabs->indexOf(panel) >= 0)
            tabs->setCurrentWidget(panel);
        panel->setFocus();
        page->zoom().toggle();
        for (int i = 0; i < 50; ++i)
            QApplication::processEvents(QEventLoop::AllEvents, 10);
        if (!panel->isVisible() || !page->zoom().zoomed())
            continue; // which print() says: nothing was measured
        framesOf(cursor, traffic, first - 10 * kOn, 10); // has been there before
        frames[name] = framesOf(cursor, traffic, first, times);
        page->zoom().leave();
    }
    return frames;
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the focus is the window's at once
    prepareProcess();
    const int times = argc > 1 ? std::atoi(argv[1]) : 200;
    const QApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("talk.jsonl"));
    bool good = true;
    Frames few;
    for (const EventIndex events : { EventIndex { 10'000 }, EventIndex { 1'000'000 } }) {
        if (!writeSession(path.toStdString(), events))
            return EXIT_FAILURE;
        const Frames frames = framesOf(path, events, times);
        for (const char* const name :
            { "map", "traffic", "lanes", "calls", "plots", "console", "inspector" }) {
            const auto found = frames.find(name);
            const std::vector<double> its
                = found == frames.end() ? std::vector<double>() : found->second;
            good = print({ std::string(name) + ": alone in the window, of " + std::to_string(events)
                           + " events",
                       "ms", its, kFrame })
                && good;
            if (!few.empty())
                good = print({ "    many events against few", "ratio",
                           { median(its) / median(few[name]) }, 1.3, Figure::Judged::Median })
                    && good;
        }
        few = frames;
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
