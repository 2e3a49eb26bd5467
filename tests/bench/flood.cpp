// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"
#include "app/frame_timer.h"
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/lab/lab_loader.h"
#include "tests/bench/figures.h"
#include "tests/bench/loop_watch.h"
#include "tests/bench/traffic_story.h"
#include "views/calls/calls_panel.h"
#include "views/code/code_panel.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/console/console_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/plots/plots_panel.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QTabWidget>
#include <QTimer>

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <string_view>
#include <thread>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kEventsPerSecond = 50'000;
constexpr std::int64_t kBurst = 1'000'000; // ns between two of them
constexpr EventIndex kMostPerFrame = 4000;
constexpr double kLeastFrames = 30; // a second
constexpr double kMostBusy = 60; // % of one processor

// Appends for so many seconds, at a steady rate.
void flood(TrafficStory& story, int seconds)
{
    const std::int64_t begin = now();
    const std::int64_t end = begin + seconds * kSecond;
    for (std::int64_t due = begin; due < end; due += kBurst) {
        if (const std::int64_t wait = due - now(); wait > 0)
            std::this_thread::sleep_for(std::chrono::nanoseconds(wait));
        for (EventIndex i = 0; i < kEventsPerSecond * kBurst / kSecond; ++i)
            story.tell(now() - begin);
    }
}

struct Tab {
    const char* name;
    QWidget* (*in)(const QWidget& page);
};

template <typename Panel> QWidget* panelIn(const QWidget& page)
{
    return page.findChild<Panel*>();
}

constexpr Tab kTabs[] = {
    { "traffic", panelIn<TrafficPanel> },
    { "lanes", panelIn<LanesPanel> },
    { "calls", panelIn<CallsPanel> },
    { "plots", panelIn<PlotsPanel> },
    { "code", panelIn<CodePanel> },
    { "console", panelIn<ConsolePanel> },
};

// How often a window was painted: what it shows comes to the screen at once.
class Frames : public QObject {
public:
    explicit Frames(QWidget& window) { window.installEventFilter(this); }
    [[nodiscard]] int painted() const { return m_painted; }

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        m_painted += event->type() == QEvent::UpdateRequest ? 1 : 0;
        return false;
    }

private:
    int m_painted = 0;
};

// The lab's page as the window has it, with a log of its own instead of programs.
class FloodedPage {
public:
    explicit FloodedPage(const Lab& lab)
        : m_presenter(m_cursor, {})
        , m_runner(lab, Variant::C)
        , m_story(m_log)
        , m_page({ m_cursor, m_selection, m_look }, m_presenter)
        , m_frames([this] { return take(); })
    {
        QApplication::setPalette(m_look.palette());
        qApp->setStyleSheet(m_look.styleSheet());
        m_presenter.openLab(lab, Variant::C);
        m_page.setLanguage(QStringLiteral("en"));
        m_cursor.setLog(&m_log);
        m_page.resize(1280, 720);
        m_page.show();
        m_frames.wake();
    }
    ~FloodedPage() { m_cursor.setLog(nullptr); }

    void open(const Tab& tab)
    {
        m_page.findChild<QTabWidget*>(QStringLiteral("panels"))->setCurrentWidget(tab.in(m_page));
    }
    [[nodiscard]] QWidget& page() { return m_page; }
    [[nodiscard]] TrafficStory& story() { return m_story; }
    [[nodiscard]] const EventLog& log() const { return m_log; }
    [[nodiscard]] const TimeCursor& cursor() const { return m_cursor; }
    [[nodiscard]] const TrafficModel& traffic() const
    {
        return m_page.findChild<TrafficPanel*>()->model();
    }

private:
    FrameTimer::Taken take()
    {
        m_cursor.advance();
        m_runner.update(LogView(m_log), kMostPerFrame);
        return { true, true };
    }

    EventLog m_log;
    TimeCursor m_cursor;
    Selection m_selection;
    Look m_look;
    LabPresenter m_presenter;
    LabRunner m_runner;
    TrafficStory m_story;
    LabPage m_page;
    FrameTimer m_frames; // the program's own
};

void runLoop(const std::atomic<bool>& until)
{
    QEventLoop loop;
    QTimer check;
    QObject::connect(&check, &QTimer::timeout, &loop, [&] {
        if (until)
            loop.quit();
    });
    check.start(50);
    loop.exec();
}

// At least, not at most.
bool printFrames(double perSecond)
{
    const bool good = perSecond >= kLeastFrames;
    printNote(fmt::format("{:.0f} frames painted a second{}", perSecond,
        good ? "" : fmt::format(": NOT the {:.0f} that are wanted", kLeastFrames)));
    return good;
}

bool measure(LoopWatch& app, const Lab& lab, const Tab& tab, int seconds)
{
    FloodedPage page(lab);
    page.open(tab);
    QApplication::processEvents();
    const std::uint64_t before = residentBytes();
    std::atomic<bool> over = false;
    Frames frames(page.page());
    app.forget();
    const std::int64_t begin = now();
    const std::int64_t processorBefore = threadTime();
    std::thread writer([&] {
        flood(page.story(), seconds);
        over = true;
    });
    runLoop(over);
    const std::int64_t processor = threadTime() - processorBefore;
    const std::int64_t end = now();
    const int painted = frames.painted();
    writer.join();

    const double took = static_cast<double>(end - begin) / 1e9;
    bool good = print({ fmt::format("GUI busy at a stretch, {} open", tab.name), "ms",
        app.longestPerFrame(begin, end, false), 16 });
    print({ "    of it on a processor", "ms", app.longestPerFrame(begin, end, true), {} });
    good &= print({ "    its share of one processor", "%",
        { static_cast<double>(processor) / 1e7 / took }, kMostBusy });
    good &= printFrames(painted / took);
    printNote(fmt::format("{:.0f} events a second; {} not yet shown at the end; {} rows, {} older "
                          "ones counted; {} bytes an event resident in all",
        static_cast<double>(page.story().told()) / took, page.log().size() - page.cursor().end(),
        page.traffic().rowCount(), page.traffic().olderRows(),
        (residentBytes() - before) / page.log().size()));
    return good;
}

std::optional<Lab> anyLab()
{
    for (const std::string& folder : findLabs(labFolders())) {
        LoadResult loaded = loadLab(folder);
        if (Lab* const lab = std::get_if<Lab>(&loaded))
            return std::move(*lab);
    }
    return std::nullopt;
}

bool isMeant(const Tab& tab, int argc, char** argv)
{
    return argc <= 2 || std::any_of(argv + 2, argv + argc, [&](const char* name) {
        return std::string_view(name) == tab.name;
    });
}

} // namespace

// flood [SECONDS [TAB…]]: each tab, or those.
int main(int argc, char** argv)
{
    qputenv("QT_NO_GLIB", "1");
    prepareProcess();
    LoopWatch app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const std::optional<Lab> lab = anyLab();
    if (!lab)
        return 1;
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 5;
    bool good = true;
    for (const Tab& tab : kTabs)
        good &= !isMeant(tab, argc, argv) || measure(app, *lab, tab, seconds);
    return good ? 0 : 1;
}
