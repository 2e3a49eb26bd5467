// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "tests/views/world_story.h"
#include "views/common/look.h"
#include "views/map/map_facts.h"
#include "views/map/map_scene.h"

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

std::map<MapNode, QPointF> placesIn(const MapScene& scene)
{
    std::map<MapNode, QPointF> places;
    for (const MapNode& node : scene.nodes())
        places[node] = scene.rectOf(node).topLeft();
    return places;
}

int overlapsIn(const MapScene& scene)
{
    int count = 0;
    const std::vector<MapNode> nodes = scene.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            count += scene.rectOf(nodes[i]).intersects(scene.rectOf(nodes[j])) ? 1 : 0;
    }
    return count;
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
        for (unsigned seed = 0; seed < 6; ++seed)
            QTest::addRow("crowd %u", seed) << static_cast<int>(3 + seed) << seed;
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
        const std::vector<Moment> moments = momentsOf(story);
        Look look;
        MapScene scene(look);
        for (const Moment& moment : moments) {
            scene.showWorld(moment.world, moment.now, true);
            QCOMPARE(overlapsIn(scene), 0);
        }
        const std::map<MapNode, QPointF> homes = placesIn(scene);
        const auto moved = [&] {
            int count = 0;
            for (const auto& [node, place] : placesIn(scene))
                count += homes.contains(node) && homes.at(node) != place ? 1 : 0;
            return count;
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
        QCOMPARE(placesIn(scene), homes);
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
