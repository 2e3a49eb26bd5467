// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/scenes.h"
#include "tests/views/catalog/runs_of_a_day.h"
#include "tests/views/catalog/two_topics.h"
#include "views/catalog/catalog_view.h"
#include "views/code/code_panel.h"
#include "views/console/console_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/timebar/hold_strip.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QVBoxLayout>

namespace ipclab::test {

namespace {

constexpr QSize kPage(1280, 660); // what the window's menus leave

// With what a learner has predicted and how long it took.
std::vector<CatalogTopic> topics()
{
    std::vector<CatalogTopic> topics = twoTopics();
    CatalogLab& done = topics.front().labs.front();
    done.predictions = 2;
    done.right = 1;
    done.minutes = 12;
    return topics;
}

CommandWish command()
{
    CommandWish wish { QStringLiteral("yes | head -n 40 | sort | uniq -c") };
    wish.folder = QStringLiteral("/home/ana/ipc/ejercicios");
    wish.stdoutWiring = QStringLiteral("pipe");
    return wish;
}

QWidget& catalog(Stage& stage, bool more)
{
    if (auto* const there = stage.panel<CatalogView>())
        return *there;
    auto& view = stage.put(std::make_unique<CatalogView>(stage.context()), kPage);
    view.setTopics(topics());
    view.setRecentRuns(runs());
    view.setCommand(command(), more);
    return view;
}

// The foot of the page: two stand before a call, and the time below them.
QWidget& held(Stage& stage)
{
    if (auto* const there = stage.panel<QWidget>())
        return *there;
    Bench& bench = stage.bench();
    bench.process(0, 4711, 0, "/bin/reader", { "reader\0", 7 });
    bench.pipe(kMillisecond, 1, 4711, 3, 4711, 4);
    bench.process(2 * kMillisecond, 4712, 4711, "/bin/writer", { "writer\0", 7 });
    bench.add(kSecond, 0, UserAction { "pause", {}, {} });
    bench.add(kSecond, 4711, ThreadHeld { Call::Read, 3, ChannelId { 1 }, 4096 });
    bench.add(2 * kSecond, 4712, ThreadHeld { Call::Write, 4, ChannelId { 1 }, 29 });
    bench.cursor.setGrowing(false);
    bench.takeAll();
    auto foot = std::make_unique<QWidget>();
    auto* const column = new QVBoxLayout(foot.get());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const strip = new HoldStrip(stage.context());
    strip->setMayStep(true);
    auto* const time = new TimeBar(stage.context());
    time->setOneCpu(true);
    column->addWidget(strip);
    column->addWidget(time);
    return stage.put(std::move(foot), { 1280, 160 });
}

void fill(Stage& stage)
{
    fillWithABufferedPipe(stage.bench());
    stage.bench().cursor.setGrowing(false);
    stage.bench().takeAll();
    stage.bench().cursor.goTo(stage.bench().cursor.end() - 4);
}

// With what one does to a program that lives.
QWidget& inspected(Stage& stage)
{
    stage.clear();
    fill(stage);
    stage.bench().selection.choose(Pid { 4712 });
    return stage.put(std::make_unique<InspectorPanel>(stage.context()), { 320, 640 });
}

QWidget& traffic(Stage& stage, BytesShown shown)
{
    if (auto* const there = stage.panel<TrafficPanel>())
        return *there;
    fill(stage);
    auto& panel = stage.put(std::make_unique<TrafficPanel>(stage.context()), { 705, 240 });
    panel.setShown(shown);
    return panel;
}

QWidget& spokenWith(Stage& stage)
{
    if (auto* const there = stage.panel<ConsolePanel>())
        return *there;
    auto& panel = stage.put(std::make_unique<ConsolePanel>(stage.context()), { 705, 240 });
    panel.setAvailable({ QStringLiteral("reader") }, true);
    panel.sent(QStringLiteral("reader"), "What's new?\n");
    panel.arrived(QStringLiteral("reader"), 1, "Nothing.\n");
    panel.arrived(QStringLiteral("reader"), 2, "reader: \x1b[1mno more\x1b[0m lines\n");
    return panel;
}

// An edited copy, beside what it was.
QWidget& compared(Stage& stage)
{
    if (auto* const there = stage.panel<CodePanel>())
        return *there;
    const auto own = QStringLiteral("import os\n\nr, w = os.pipe()\nos.close(r)\n"
                                    "os.write(w, b'x')\n");
    const auto edited = QStringLiteral("import os\nimport time\n\nr, w = os.pipe()\n"
                                       "time.sleep(0.1)  # the reader first\n"
                                       "os.write(w, b'hello')\n");
    auto& panel = stage.put(std::make_unique<CodePanel>(stage.context()), { 705, 300 });
    panel.setFiles({ { QStringLiteral("writer.py"), QStringLiteral("/own/writer.py"), edited,
        CodeLanguage::Python, own } });
    panel.setEditing(CodePanel::Editing::HereOfACopy);
    panel.showChanges(true);
    return panel;
}

} // namespace

std::vector<Scene> panelScenes()
{
    return {
        { "catalog", [](Stage& stage) -> QWidget& { return catalog(stage, false); } },
        { "workbench", [](Stage& stage) -> QWidget& { return catalog(stage, true); } },
        { "held", held },
        { "inspected", inspected },
        { "traffic-text",
            [](Stage& stage) -> QWidget& { return traffic(stage, BytesShown::Text); } },
        { "traffic-hex", [](Stage& stage) -> QWidget& { return traffic(stage, BytesShown::Hex); } },
        { "spoken-with", spokenWith },
        { "compared", compared },
    };
}

} // namespace ipclab::test
