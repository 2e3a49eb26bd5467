// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/notice_bar.h"
#include "tests/pictures/scenes.h"
#include "views/common/wording.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"
#include "views/traffic/traffic_table.h"

#include <QTableView>

#include <cerrno>

namespace ipclab::test {

namespace {

const QString kDeadlock = QStringLiteral("endless-dialog");
const QString kPipeline = QStringLiteral("pipeline");
constexpr EventIndex kMidway = 321; // of the pipeline's events: bytes are on their way
constexpr EventIndex kOnTheWay = 197; // of the FIFO: written into it, and not read
constexpr EventIndex kKilled = 28; // of the signals: the child is a zombie
constexpr EventIndex kJoining = 31; // of the threads
constexpr EventIndex kStuck = 37; // of the pair: the finding is there
constexpr EventIndex kAllWait = 53; // of the locks: two for who sleeps, and one to join
constexpr EventIndex kNothingToRead = 35; // of the board: both readers wait
constexpr EventIndex kTwoPending = 278; // of the backlog: nobody was accepted, and one waits

template <typename Panel> QWidget& partOf(MainWindow& window)
{
    return *window.findChild<Panel*>();
}

Scene tabScene(const char* name, int tab)
{
    return { name, [tab](Stage& stage) -> QWidget& {
                stage.session(kPipeline, 0);
                QWidget& tabs = stage.tab(tab);
                stage.cursor().goTo(kMidway); // what it has is laid out by now, and scrolls to it
                return tabs;
            } };
}

Scene emptyTabScene(const char* name, int tab)
{
    return { name,
        [tab](Stage& stage) -> QWidget& {
            stage.lab(QStringLiteral("first-pipe"));
            return stage.tab(tab);
        },
        false };
}

constexpr EventIndex kEnd = ~EventIndex {};

Scene mapScene(const char* name, const char* session, EventIndex moment)
{
    return { name, [session, moment](Stage& stage) -> QWidget& {
                return partOf<MapView>(stage.session(QLatin1String(session), moment));
            } };
}

// With all the room of the window.
Scene wholeMapScene(const char* name, const char* session, EventIndex moment)
{
    return { name, [session, moment](Stage& stage) -> QWidget& {
                MainWindow& window = stage.session(QLatin1String(session), moment);
                LabPage& page = *window.findChild<LabPage*>();
                page.focusPanel(1);
                if (!page.zoom().zoomed())
                    page.zoom().toggle();
                return partOf<MapView>(window);
            } };
}

QWidget& trafficWithBytes(Stage& stage)
{
    MainWindow& window = stage.session(kPipeline, kMidway);
    auto* const table = window.findChild<TrafficTable*>();
    table->setCurrentIndex(table->model()->index(table->model()->rowCount() - 1, 0));
    return stage.tab(0);
}

QWidget& channelInspected(Stage& stage)
{
    MainWindow& window = stage.session(kDeadlock);
    window.selection().choose(ChannelId { 2 });
    return partOf<InspectorPanel>(window);
}

QWidget& notice(Stage& stage)
{
    MainWindow& window = stage.session(kDeadlock);
    NoticeBar& bar = window.findChild<LabPage*>()->notice();
    bar.warn(
        [] {
            return errorSentence({ ENOENT, "execve", "./reader" });
        },
        [] { return MainWindow::tr("What to do…"); }, [] {});
    return bar;
}

QWidget& wholePanel(Stage& stage)
{
    MainWindow& window = stage.session(kPipeline, kMidway);
    window.findChild<LabPage*>()->notice().dismiss();
    QWidget& tabs = stage.tab(1);
    LabPage& page = *window.findChild<LabPage*>();
    page.focusPanel(2);
    if (!page.zoom().zoomed())
        page.zoom().toggle();
    (void)tabs;
    return window;
}

QWidget& deadlock(Stage& stage)
{
    MainWindow& window = stage.session(kDeadlock);
    LabPage& page = *window.findChild<LabPage*>();
    page.zoom().leave();
    page.notice().dismiss();
    return window;
}

} // namespace

std::vector<Scene> windowScenes()
{
    return {
        { "deadlock", deadlock },
        { "channel", channelInspected },
        { "code",
            [](Stage& stage) -> QWidget& {
                stage.session(kDeadlock);
                return stage.tab(4);
            } },
        { "console",
            [](Stage& stage) -> QWidget& {
                stage.session(kDeadlock);
                return stage.tab(5);
            } },
        { "notice", notice },
        { "pipeline",
            [](Stage& stage) -> QWidget& {
                MainWindow& window = stage.session(kPipeline, kMidway);
                window.findChild<LabPage*>()->notice().dismiss();
                return window;
            } },
        { "traffic", trafficWithBytes },
        tabScene("lanes", 1),
        tabScene("calls", 2),
        tabScene("plots", 3),
        { "whole-panel", wholePanel },
        { "map-left",
            [](Stage& stage) -> QWidget& { // again as it was
                MainWindow& window = stage.session(kPipeline);
                window.findChild<LabPage*>()->zoom().leave();
                return partOf<MapView>(window);
            },
            false },
        mapScene("map-children", "children", kEnd),
        mapScene("map-fifo", "fifo", kOnTheWay),
        mapScene("map-signals", "signals", kKilled),
        mapScene("map-threads", "threads", kJoining),
        mapScene("map-stuck-pair", "stuck-pair", kStuck),
        wholeMapScene("map-locks", "locks", kAllWait),
        wholeMapScene("map-shared-memory", "board", kNothingToRead),
        wholeMapScene("map-listener", "backlog", kTwoPending),
        { "before-run",
            [](Stage& stage) -> QWidget& { return stage.lab(QStringLiteral("first-pipe")); } },
        emptyTabScene("no-lanes", 1),
        emptyTabScene("no-calls", 2),
        emptyTabScene("no-plots", 3),
        emptyTabScene("source", 4),
        emptyTabScene("no-console", 5),
    };
}

} // namespace ipclab::test
