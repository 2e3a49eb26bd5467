// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/lab/lab_loader.h"
#include "tests/bench/figures.h"
#include "tests/bench/loop_watch.h"
#include "tests/bench/traffic_story.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QTabWidget>
#include <QTimer>

#include <fmt/core.h>

#include <atomic>
#include <cstdlib>
#include <thread>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kEventsPerSecond = 50'000;
constexpr std::int64_t kBurst = 1'000'000; // ns between two of them
constexpr int kFrame = 16; // ms, as the program's own
constexpr EventIndex kMostPerFrame = 4000;

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

// The lab's page as the window has it, with a log of its own instead of programs.
class FloodedPage {
public:
    explicit FloodedPage(const Lab& lab)
        : m_presenter(m_cursor, {})
        , m_runner(lab, Variant::C)
        , m_story(m_log)
        , m_page({ m_cursor, m_selection, m_look }, m_presenter)
    {
        QApplication::setPalette(m_look.palette());
        qApp->setStyleSheet(m_look.styleSheet());
        m_presenter.openLab(lab, Variant::C);
        m_page.setLanguage(QStringLiteral("en"));
        m_cursor.setLog(&m_log);
        m_page.resize(1280, 720);
        m_page.show();
        m_frame.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_frame, &QTimer::timeout, &m_page, [this] {
            m_cursor.advance();
            m_runner.update(LogView(m_log), kMostPerFrame);
        });
        m_frame.start(kFrame);
    }
    ~FloodedPage() { m_cursor.setLog(nullptr); }

    void openTab(int index) { m_page.findChild<QTabWidget*>()->setCurrentIndex(index); }
    [[nodiscard]] TrafficStory& story() { return m_story; }
    [[nodiscard]] const EventLog& log() const { return m_log; }
    [[nodiscard]] const TimeCursor& cursor() const { return m_cursor; }
    [[nodiscard]] const TrafficModel& traffic() const
    {
        return m_page.findChild<TrafficPanel*>()->model();
    }

private:
    EventLog m_log;
    TimeCursor m_cursor;
    Selection m_selection;
    Look m_look;
    LabPresenter m_presenter;
    LabRunner m_runner;
    TrafficStory m_story;
    LabPage m_page;
    QTimer m_frame;
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

bool measure(LoopWatch& app, const Lab& lab, int tab, const char* name, int seconds)
{
    FloodedPage page(lab);
    page.openTab(tab);
    QApplication::processEvents();
    const std::uint64_t before = residentBytes();
    std::atomic<bool> over = false;
    app.forget();
    const std::int64_t begin = now();
    std::thread writer([&] {
        flood(page.story(), seconds);
        over = true;
    });
    runLoop(over);
    writer.join();
    const std::int64_t end = now();

    const bool good = print({ fmt::format("GUI busy at a stretch, {} open", name), "ms",
        app.longestPerFrame(begin, end, false), 16 });
    print({ "    of it on a processor", "ms", app.longestPerFrame(begin, end, true), {} });
    printNote(fmt::format("{:.0f} events a second; {} not yet shown at the end; {} rows, {} older "
                          "ones counted; {} bytes an event resident in all",
        static_cast<double>(page.story().told()) * 1e9 / static_cast<double>(end - begin),
        page.log().size() - page.cursor().end(), page.traffic().rowCount(),
        page.traffic().olderRows(), (residentBytes() - before) / page.log().size()));
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

} // namespace

// flood SECONDS
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
    const bool traffic = measure(app, *lab, 0, "traffic", seconds);
    const bool plots = measure(app, *lab, 1, "plots", seconds);
    return traffic && plots ? 0 : 1;
}
