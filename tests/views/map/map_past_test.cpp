// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "tests/views/world_story.h"
#include "views/common/look.h"
#include "views/common/wording_terminal.h"
#include "views/map/fullest_moment.h"
#include "views/map/map_facts.h"
#include "views/map/map_scene.h"

#include <QLabel>
#include <QTest>

#include <algorithm>
#include <map>
#include <vector>

namespace ipclab {

namespace {

struct Moment {
    World world;
    Nanoseconds now = 0;
};

// After each event of a story that is over within a second, as most of a lab's are: what comes so
// soon after what is there already is placed anew with it, while it happens.
std::vector<Moment> momentsOf(const Story& story)
{
    constexpr Nanoseconds kWhole = 900 * kMillisecond;
    const Nanoseconds last = std::max<Nanoseconds>(story.log[story.log.size() - 1].at, 1);
    std::vector<Moment> moments;
    Moment moment;
    for (EventIndex i = 0; i < story.log.size(); ++i) {
        Event event = story.log[i];
        event.at = event.at * (kWhole / kMillisecond) / last * kMillisecond;
        moment.now = event.at;
        apply(moment.world, event);
        moments.push_back(moment);
    }
    return moments;
}

unsigned crowds() // more of them where somebody asks for it
{
    const int wanted = qEnvironmentVariableIntValue("IPCLAB_CROWDS");
    return wanted > 0 ? static_cast<unsigned>(wanted) : 12;
}

std::map<MapNode, QPointF> placesIn(const MapScene& scene)
{
    std::map<MapNode, QPointF> places;
    for (const MapNode& node : scene.nodes())
        places[node] = scene.rectOf(node).topLeft();
    return places;
}

// All that says something: cards, tubes with what is under them, chips, the signs at folds, a word.
std::vector<QRectF> saidIn(const MapScene& scene)
{
    std::vector<QRectF> said;
    for (const MapNode& node : scene.nodes())
        said.push_back(scene.rectOf(node));
    for (const QGraphicsItem* const item : scene.items()) {
        const auto* const link = dynamic_cast<const LinkItem*>(item);
        if (link && !link->facts().chip.isEmpty())
            said.push_back(link->facts().chipAt);
        if (dynamic_cast<const MapWord*>(item) && item->isVisible())
            said.push_back(item->sceneBoundingRect());
        if (dynamic_cast<const FoldSign*>(item) && item->isVisible()) { // half of it on its card
            QRectF below = item->sceneBoundingRect();
            below.setTop(item->scenePos().y() + 0.01);
            said.push_back(below);
        }
    }
    return said;
}

int overlapsIn(const MapScene& scene)
{
    int count = 0;
    const std::vector<QRectF> said = saidIn(scene);
    for (std::size_t i = 0; i < said.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (said[i].intersects(said[j]))
                qWarning() << i << said[i] << j << said[j] << scene.nodes().size();
    for (std::size_t i = 0; i < said.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            count += said[i].intersects(said[j]) ? 1 : 0;
    }
    return count;
}

// All of them, the youngest first: seen as zombies until the last has ended.
void endAll(Story& story)
{
    std::vector<Pid> pids;
    for (const auto& [pid, process] : story.world.processes) {
        if (!process.self)
            pids.push_back(pid);
    }
    std::ranges::reverse(pids);
    for (const Pid pid : pids) {
        story.at(story.seconds() + 0.01);
        story.tell(pid.value, ProcessExited { 0, {}, false });
        if (pid.value % 2 == 0)
            story.tell(pid.value, ProcessReaped { story.world.process(pid)->parent });
    }
    for (const Pid pid : pids) {
        if (pid.value % 2 == 1)
            story.tell(pid.value, ProcessReaped { story.world.process(pid)->parent });
    }
}

} // namespace

// The map at earlier moments and back.
class MapPastTest : public QObject {
    Q_OBJECT

private slots:
    void whoIsAliveAtTwoMomentsStandsAtOnePlace_data()
    {
        QTest::addColumn<int>("processes"); // 0: the dialog; 1: the family
        QTest::addColumn<unsigned>("seed");
        QTest::newRow("dialog") << 0 << 0U;
        QTest::newRow("family") << 1 << 0U;
        for (unsigned seed = 0; seed < crowds(); ++seed)
            QTest::addRow("crowd %u", seed) << static_cast<int>(3 + seed % 12) << seed;
    }

    void whoIsAliveAtTwoMomentsStandsAtOnePlace()
    {
        QFETCH(int, processes);
        QFETCH(unsigned, seed);
        Story story;
        if (processes == 0)
            tellEndlessDialog(story);
        else if (processes == 1)
            tellFamily(story);
        else
            tellCrowd(story, processes, seed);
        endAll(story);
        const std::vector<Moment> moments = momentsOf(story);
        Look look;
        look.setProjector(seed % 2 == 1);
        MapScene scene(look);
        std::map<MapNode, QPointF> homes; // of those who were seen alive
        for (const Moment& moment : moments) {
            scene.showWorld(moment.world, moment.now, true);
            QCOMPARE(overlapsIn(scene), 0);
            for (const auto& [node, place] : placesIn(scene)) {
                if (!scene.graph().over)
                    homes[node] = place;
            }
        }
        const std::map<MapNode, QPointF> ended = placesIn(scene);
        const auto moved = [&] {
            int count = 0;
            for (const auto& [node, place] : placesIn(scene))
                count += homes.contains(node) && homes.at(node) != place ? 1 : 0;
            return scene.graph().over ? 0 : count;
        };
        for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment) {
            scene.showWorld(moment->world, moment->now, false);
            QCOMPARE(moved(), 0);
            QCOMPARE(overlapsIn(scene), 0);
        }
        for (std::size_t i = 0; i < moments.size(); i += 10) {
            scene.showWorld(moments[i].world, moments[i].now, false);
            QCOMPARE(moved(), 0);
        }
        scene.showWorld(moments.back().world, moments.back().now, false);
        QCOMPARE(placesIn(scene), ended);
    }

    // Where it has to make room for what was there before, it is back in its place afterwards.
    void whatMadeRoomGoesBack()
    {
        Story story;
        tellCrowd(story, 8, 1);
        const std::vector<Moment> moments = momentsOf(story);
        Look look;
        MapScene scene(look);
        scene.showWorld(moments.back().world, moments.back().now, true);
        const std::map<MapNode, QPointF> homes = placesIn(scene);
        Moment before = moments.back(); // when their buffers were full, and their cards higher
        before.now -= kMillisecond;
        for (const auto& [pid, process] : moments.back().world.processes) {
            for (int fd = 10; fd < 13; ++fd)
                apply(before.world,
                    Event { before.now, pid, firstThread(pid),
                        StdioLevel { "FILE", fd, BufferMode::Full, 100, 0, 4096, { "x" } } });
        }
        scene.showWorld(before.world, before.now, false);
        QCOMPARE(overlapsIn(scene), 0);
        QVERIFY(placesIn(scene) != homes); // somebody made room
        scene.showWorld(moments.back().world, moments.back().now, false);
        QCOMPARE(placesIn(scene), homes);
    }

    void whyATerminalGivesMoreThanItGotIsSaidWhereThatIsSo()
    {
        Stage stage;
        MapView view(stage.context);
        Story& story = stage.story;
        const MapNode terminal { MapNode::Kind::Channel, 1 };
        const auto said = [&] {
            const MapGraph& graph = view.map().graph();
            const auto tube = std::ranges::find(graph.tubes, terminal, &MapTube::node);
            const World& world = stage.cursor.world();
            const QString note = terminalNote(*world.channel(ChannelId { 1 }));
            const bool there = !note.isEmpty()
                && tubeFacts(world, *tube).tip.contains(note.toHtmlEscaped())
                && nodeWords(world, graph, terminal).contains(note);
            return there ? note : QString();
        };
        story.lab(50);
        story.terminal(1, 50, 9);
        story.launch(100, 50, { "child" });
        story.onTerminal(100, 1);
        story.write(100, 1, 1, "forty", End::Second);
        story.read(50, 9, 1, "forty", End::First);
        show(stage, view);
        QCOMPARE(said(), QString());
        story.write(100, 1, 1, "two\n", End::Second);
        story.read(50, 9, 1, "two\r\n", End::First);
        story.show(stage.cursor);
        QVERIFY2(said().contains(QStringLiteral("CR LF")), qPrintable(said()));
        QVERIFY(!said().contains(QStringLiteral("echo")));
        story.write(50, 9, 1, "x\n", End::First);
        story.read(50, 9, 1, "x\r\n", End::First);
        story.show(stage.cursor);
        QVERIFY2(said().contains(QStringLiteral("echo")), qPrintable(said()));
        story.write(100, 1, 1, "more than is read", End::Second);
        story.show(stage.cursor);
        QCOMPARE(said(), QString());
    }

    void theFullestMomentOfARunIsWhenMostOfItLived()
    {
        Story story;
        story.lab(50);
        QCOMPARE(fullestMoment(story.world, 5 * kSecond), std::nullopt);
        for (const int pid : { 100, 200 }) { // two runs: from 1 to 7, and from 11 to 17
            const double begun = pid / 10.0 - 9;
            story.at(begun);
            story.launch(pid, 50, { "parent" });
            story.at(begun + 1);
            story.launch(pid + 1, pid, { "child" });
            story.at(begun + 5);
            story.tell(pid + 1, ProcessExited { 0, {}, false });
            story.at(begun + 6);
            story.tell(pid, ProcessExited { 0, {}, false });
        }
        const auto fullest
            = [&](int seconds) { return fullestMoment(story.world, seconds * kSecond); };
        QCOMPARE(fullest(0), std::nullopt);
        QCOMPARE(fullest(2), 4 * kSecond);
        QCOMPARE(fullest(9), 4 * kSecond);
        QCOMPARE(fullest(12), 14 * kSecond);
        QCOMPARE(fullest(99), 14 * kSecond);
    }

    void howManyHaveEndedIsSaidBesideWhatIsThere()
    {
        Stage stage;
        Story& story = stage.story;
        story.lab(50);
        story.terminal(1, 50, 9);
        for (int pid = 100; pid < 112; ++pid) { // the last of them are shown
            story.at(pid);
            story.launch(pid, pid % 4 == 0 ? 50 : pid - 1, { "child" });
            story.onTerminal(pid, 1);
        }
        endAll(story);
        MapView view(stage.context);
        view.show();
        story.show(stage.cursor);
        const std::vector<Pid>& ended = view.map().graph().ended;
        const QString words = QStringLiteral("%1 ended").arg(ended.size());
        QVERIFY(!ended.empty());
        int seen = 0;
        for (const bool projector : { false, true }) {
            stage.look.setProjector(projector);
            for (int width = 300; width < 1300; width += 20) {
                view.resize(width, 200 + width % 300);
                for (const QLabel* const label : view.findChildren<QLabel*>()) {
                    if (label->text() != words || !label->isVisible())
                        continue;
                    ++seen;
                    const bool scrolled
                        = view.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
                    for (const MapNode& node : view.map().nodes())
                        QVERIFY(scrolled || !view.rectOf(node).intersects(label->geometry()));
                }
            }
        }
        QVERIFY(seen > 50);
    }

    void theSecondRunAtATerminalIsToldAlone()
    {
        Stage stage;
        MapView view(stage.context);
        Story& story = stage.story;
        const MapNode terminal { MapNode::Kind::Channel, 1 };
        const auto facts = [&] {
            const std::vector<MapTube>& tubes = view.map().graph().tubes;
            const auto tube = std::ranges::find(tubes, terminal, &MapTube::node);
            return tube == tubes.end()
                ? QString()
                : tubeFacts(stage.cursor.world(), *tube, view.map().before()).notes[0];
        };
        story.lab(50);
        story.terminal(1, 50, 9);
        story.at(1);
        story.launch(100, 50, { "child" });
        story.onTerminal(100, 1);
        story.write(100, 1, 1, "forty", End::Second);
        story.read(50, 9, 1, "forty", End::First);
        show(stage, view);
        QVERIFY2(facts().startsWith(QStringLiteral("5 B written")), qPrintable(facts()));
        const EventIndex first = story.log.size();
        story.at(2);
        story.tell(100, ProcessExited { 0, {}, false });
        story.at(3);
        story.launch(200, 50, { "child" });
        story.onTerminal(200, 1);
        story.show(stage.cursor);
        QCOMPARE(facts(), QString());
        QVERIFY(view.accessibleDescription().contains(QStringLiteral("0 B came")));
        story.write(200, 1, 1, "two", End::Second);
        story.show(stage.cursor);
        QVERIFY2(facts().startsWith(QStringLiteral("3 B written")), qPrintable(facts()));
        stage.cursor.goTo(first);
        QVERIFY2(facts().startsWith(QStringLiteral("5 B written")), qPrintable(facts()));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapPastTest)
#include "map_past_test.moc"
