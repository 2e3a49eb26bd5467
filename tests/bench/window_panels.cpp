// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A frame of each panel in the real window, as large as the window is: a session of a lab with 40
// processes is open, and the moment goes on by some events, in which steps of the lab are done.
// With few events in the log and with many. And of the catalog, when another lab is chosen.
#include "app/folders.h"
#include "app/known_lab.h"
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "app/main_window.h"
#include "app/session_opening.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/log/session_file.h"
#include "tests/bench/figures.h"
#include "tests/bench/pipe_talk.h"
#include "views/calls/calls_panel.h"
#include "views/catalog/catalog_view.h"
#include "views/code/code_panel.h"
#include "views/console/console_panel.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/map/map_view.h"
#include "views/plots/plots_panel.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QSplitter>
#include <QTabWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr double kFrame = 8; // ms
constexpr EventIndex kOn = 20; // events from a frame to the next
constexpr int kBefore = 10; // frames that are not measured
constexpr int kMostTimes = 400; // the shorter session has no more events
constexpr const char* kLab = "full-both-ways";
constexpr const char* kProgram = "parent.py"; // of that lab
constexpr const char* kOfASession[] = { "map", "traffic", "lanes", "calls", "plots", "console",
    "code", "inspector", "guide", "time bar" };
constexpr const char* kCatalog = "catalog";

EventIndex measured(int times)
{
    return (static_cast<EventIndex>(times) + 2 * kBefore) * kOn;
}

void tellUpTo(EventIndex end, Talk& talk, const EventLog& log)
{
    while (log.size() < end)
        talk.tell(1);
}

bool writeSession(const std::string& path, const Lab& lab, EventIndex events, int times)
{
    EventLog log;
    Talk talk(log, kProgram);
    tellUpTo(events - measured(times), talk, log);
    for (const LabStep& step : lab.steps) {
        log.append({ log[log.size() - 1].at, {}, {}, UserAction { "step", step.id, {} } });
        tellUpTo(log.size() + measured(times) / lab.steps.size(), talk, log);
    }
    SessionHeader header;
    header.lab = lab.id;
    header.variant = name(Variant::Python);
    Result<SessionWriter> writer = SessionWriter::create(path, header);
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

void settle()
{
    for (int i = 0; i < 50; ++i)
        QApplication::processEvents(QEventLoop::AllEvents, 10);
}

WindowOptions options()
{
    WindowOptions options;
    options.labFolders = labFolders();
    return options;
}

void show(MainWindow& window)
{
    window.resize(1280, 720);
    window.show();
    window.activateWindow();
}

// All that is measured of a session, by its name.
std::map<std::string, QWidget*> panelsOf(const MainWindow& window)
{
    return {
        { "map", window.findChild<MapView*>() },
        { "traffic", window.findChild<TrafficPanel*>() },
        { "lanes", window.findChild<LanesPanel*>() },
        { "calls", window.findChild<CallsPanel*>() },
        { "plots", window.findChild<PlotsPanel*>() },
        { "console", window.findChild<ConsolePanel*>() },
        { "code", window.findChild<CodePanel*>() },
        { "inspector", window.findChild<InspectorPanel*>() },
        { "guide", window.findChild<GuidePanel*>() },
        { "time bar", window.findChild<TimeBar*>() },
    };
}

// Gives one panel all the room, as F10 does; the time bar, which never has it, what the others had.
class Alone {
public:
    Alone(LabPage& page, QWidget& panel)
        : m_page(page)
        , m_panel(panel)
        , m_others(page.findChild<QSplitter*>(QString(), Qt::FindDirectChildrenOnly))
    {
        if (panel.parentWidget() == &page) {
            m_others->hide();
            return;
        }
        auto* const tabs = page.findChild<QTabWidget*>();
        if (tabs->indexOf(&panel) >= 0)
            tabs->setCurrentWidget(&panel);
        panel.setFocus();
        page.zoom().toggle();
    }
    ~Alone()
    {
        m_page.zoom().leave();
        m_others->show();
    }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

    [[nodiscard]] bool isSo() const
    {
        return m_panel.isVisible() && (m_page.zoom().zoomed() || m_others->isHidden());
    }

private:
    LabPage& m_page;
    QWidget& m_panel;
    QWidget* m_others;
};

Frames framesOf(const QString& path, const std::set<std::string>& wanted, int times)
{
    MainWindow window(options());
    show(window);
    window.openSession(path);
    while (!window.presenter().opened())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    auto& cursor = const_cast<TimeCursor&>(window.cursor());
    const TrafficModel& traffic = window.findChild<TrafficPanel*>()->model();
    window.selection().choose(Pid { Talk::kFirstPid });
    auto* const page = window.findChild<LabPage*>();
    const EventIndex first = cursor.end() - measured(times) + kBefore * kOn;
    Frames frames;
    for (const auto& [name, panel] : panelsOf(window)) {
        if (!wanted.contains(name))
            continue;
        const Alone alone(*page, *panel);
        settle();
        if (!alone.isSo())
            continue; // which print() says: nothing was measured
        framesOf(cursor, traffic, first - kBefore * kOn, kBefore); // has been there before
        frames[name] = framesOf(cursor, traffic, first, times);
    }
    return frames;
}

// Down the list, and up again.
std::vector<double> framesOfCatalog(int times)
{
    MainWindow window(options());
    show(window);
    QWidget* const labs = window.findChild<CatalogView*>()->labs();
    labs->setFocus();
    settle();
    constexpr int kWay = 20; // labs
    std::vector<double> frames;
    for (int i = 0; i < times; ++i) {
        QKeyEvent press(QEvent::KeyPress, i / kWay % 2 == 0 ? Qt::Key_Down : Qt::Key_Up, {});
        const std::int64_t had = threadTime();
        QApplication::sendEvent(labs, &press);
        QApplication::processEvents();
        frames.push_back(static_cast<double>(threadTime() - had) / 1e6);
    }
    return frames;
}

bool printSession(
    EventIndex events, const std::set<std::string>& wanted, const Frames& frames, const Frames& few)
{
    const auto valuesOf = [](const Frames& all, const std::string& name) {
        const auto found = all.find(name);
        return found == all.end() ? std::vector<double>() : found->second;
    };
    bool good = true;
    for (const char* const name : kOfASession) {
        if (!wanted.contains(name))
            continue;
        const std::vector<double> its = valuesOf(frames, name);
        good = print({ std::string(name) + ": alone in the window, of " + std::to_string(events)
                       + " events",
                   "ms", its, kFrame })
            && good;
        if (!few.empty())
            good = print({ "    many events against few", "ratio",
                       { median(its) / median(valuesOf(few, name)) }, 1.3, Figure::Judged::Median })
                && good;
    }
    return good;
}

bool measureSessions(const Lab& lab, const std::set<std::string>& wanted, int times)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("talk.jsonl"));
    bool good = true;
    Frames few;
    for (const EventIndex events : { EventIndex { 10'000 }, EventIndex { 1'000'000 } }) {
        if (!writeSession(path.toStdString(), lab, events, times))
            return false;
        const Frames frames = framesOf(path, wanted, times);
        good = printSession(events, wanted, frames, few) && good;
        few = frames;
    }
    return good;
}

} // namespace

// window_panels TIMES [PANEL…]: those, or all
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen"); // the focus is the window's at once
    prepareProcess();
    const int times = std::clamp(argc > 1 ? std::atoi(argv[1]) : 200, 1, kMostTimes);
    const QApplication app(argc, argv);
    const std::optional<Lab> lab = knownLab(labFolders(), kLab);
    if (!lab || lab->steps.empty())
        return EXIT_FAILURE;
    std::set<std::string> wanted(argv + std::min(argc, 2), argv + argc);
    if (wanted.empty()) {
        wanted.insert(std::begin(kOfASession), std::end(kOfASession));
        wanted.insert(kCatalog);
    }
    bool good
        = wanted == std::set<std::string> { kCatalog } || measureSessions(*lab, wanted, times);
    if (wanted.contains(kCatalog))
        good = print({ "catalog: another lab is chosen", "ms", framesOfCatalog(times), kFrame })
            && good;
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
