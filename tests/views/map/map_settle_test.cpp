// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "views/common/look.h"
#include "views/map/bytes_legend.h"
#include "views/map/map_scene.h"
#include "views/map/map_tangle.h"

#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace ipclab {

namespace {

constexpr int kLab = 50;

void close(Story& story, int pid, int fd)
{
    story.tell(pid, DescriptorClosed { fd });
}

// A shell makes a pipeline, a step each so many seconds: "a | b | c | d".
void tellPipeline(Story& story, int shell, int stages, double step)
{
    const auto next = [&] { story.at(story.seconds() + step); };
    const auto firstPipe = static_cast<unsigned>(shell);
    story.launch(shell, kLab, { "sh" });
    story.onTerminal(shell, 1);
    constexpr int kRead = 3;
    constexpr int kWrite = 4;
    constexpr int kBefore = 5; // the read end of the pipe before
    for (int i = 0; i < stages; ++i) {
        const unsigned pipe = firstPipe + static_cast<unsigned>(i);
        const int child = shell + 1 + i;
        const bool last = i + 1 == stages;
        next();
        if (!last) {
            story.pipe(pipe);
            story.open(shell, kRead, pipe, Access::Read);
            story.open(shell, kWrite, pipe, Access::Write, End::Second);
        }
        next();
        story.tell(child, ProcessStarted { Pid { shell }, StartedBy::Fork, false });
        if (!last)
            close(story, shell, kWrite);
        if (i > 0)
            close(story, shell, kBefore);
        next();
        if (!last) {
            story.open(shell, kBefore, pipe, Access::Read);
            close(story, shell, kRead);
            story.open(child, 1, pipe, Access::Write, End::Second);
            close(story, child, kRead);
            close(story, child, kWrite);
        }
        if (i > 0) {
            story.open(child, 0, pipe - 1, Access::Read);
            close(story, child, kBefore);
        }
        next();
        story.exec(child, { std::string(1, static_cast<char>('a' + i)) });
    }
}

void endPipeline(Story& story, int shell, int stages)
{
    for (int pid = shell + stages; pid >= shell; --pid) {
        story.tell(pid, ProcessExited { 0, {}, false });
        story.tell(pid, ProcessReaped { Pid { pid == shell ? kLab : shell } });
    }
}

void beginAtTerminal(Story& story)
{
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.at(1);
}

std::map<MapNode, QPointF> placesIn(const MapScene& scene)
{
    std::map<MapNode, QPointF> places;
    for (const MapNode& node : scene.nodes())
        places[node] = scene.rectOf(node).topLeft();
    return places;
}

MapTangle tangleOf(const MapScene& scene)
{
    MapBoxes boxes;
    for (const MapNode& node : scene.nodes())
        boxes[node] = { scene.rectOf(node).size(), 20 };
    return ipclab::tangleOf(scene.graph(), boxes, placesIn(scene), {});
}

// Shows all of the story, event by event, as it happens.
void live(const Story& story, MapScene& scene)
{
    World world;
    for (EventIndex i = 0; i < story.log.size(); ++i) {
        apply(world, story.log[i]);
        scene.showWorld(world, story.log[i].at, true);
    }
}

} // namespace

class MapSettleTest : public QObject {
    Q_OBJECT

private slots:
    void aPipelineThatCameSlowlyLooksAsIfItWerePlacedAnew()
    {
        for (const int stages : { 2, 3, 4, 5 }) {
            Story story;
            beginAtTerminal(story);
            tellPipeline(story, 100, stages, 1.5);
            const Look look;
            MapScene scene(look);
            live(story, scene);
            const MapTangle seen = tangleOf(scene);
            scene.tidy(story.world, story.world.now);
            QVERIFY2(!isWorse(seen, tangleOf(scene), {}), qPrintable(QString::number(stages)));
        }
    }

    void backInTimeAPipelineThatIsOverCanBeRead()
    {
        Story story;
        beginAtTerminal(story);
        tellPipeline(story, 100, 4, 0.001);
        const World during = story.world;
        endPipeline(story, 100, 4);
        const Look look;
        MapScene scene(look);
        scene.showWorld(story.world, story.world.now, true); // it was too fast to be seen
        scene.showWorld(during, during.now, false);
        const MapTangle seen = tangleOf(scene);
        scene.tidy(during, during.now);
        QVERIFY(!isWorse(seen, tangleOf(scene), {}, true));
        QVERIFY(seen.knots <= 2 * tangleOf(scene).knots + 4);
    }

    void whatNobodySawLiveIsArrangedAsAWholeAndThenStands()
    {
        for (const bool forwards : { false, true }) {
            Stage stage;
            stage.look.setProjector(true);
            MapView view(stage.context);
            view.resize(970, 316);
            view.show();
            beginAtTerminal(stage.story);
            tellPipeline(stage.story, 100, 4, 0.001);
            const EventIndex told = stage.story.log.size();
            stage.story.at(stage.story.seconds() + 0.005);
            close(stage.story, 102, 0); // it has read enough
            const EventIndex closed = stage.story.log.size();
            endPipeline(stage.story, 100, 4);
            const EventIndex over = stage.story.log.size();
            stage.story.show(stage.cursor);
            QVERIFY(view.map().graph().over);
            std::map<MapNode, QPointF> homes;
            for (EventIndex i = 2; i < over; ++i) {
                stage.cursor.goTo(forwards ? i : over + 1 - i);
                for (const auto& [node, place] : placesIn(view.map()))
                    QCOMPARE(place, homes.try_emplace(node, place).first->second);
            }
            stage.cursor.goTo(told);
            const MapTangle seen = tangleOf(view.map());
            for (const MapNode& node : view.map().nodes())
                QVERIFY(view.rect().contains(view.rectOf(node)));
            view.placeAnew();
            QVERIFY(!isWorse(seen, tangleOf(view.map()), {}));
            stage.cursor.goTo(closed);
            stage.look.setDark(!stage.look.dark()); // sizes may have changed: again as a whole
            for (const auto& [node, place] : placesIn(view.map()))
                QCOMPARE(place, homes.at(node));
        }
    }

    // Who wrote to its parent stood left of it; when both have ended it is a child, no more.
    void whoHasEndedStandsAfterItsParentAndWhereItLivedBefore()
    {
        constexpr int kParent = 100;
        constexpr int kChild = 101;
        Story story;
        beginAtTerminal(story);
        story.launch(kParent, kLab, { "parent" });
        story.pipe(100);
        story.open(kParent, 3, 100, Access::Read);
        story.launch(kChild, kParent, { "child" }, StartedBy::Fork);
        story.open(kChild, 1, 100, Access::Write, End::Second);
        const Look look;
        MapScene scene(look);
        live(story, scene);
        const World during = story.world;
        const std::map<MapNode, QPointF> homes = placesIn(scene);
        const MapNode parent = nodeOf(Pid { kParent });
        const MapNode child = nodeOf(Pid { kChild });
        QVERIFY(homes.at(child).x() < homes.at(parent).x());
        story.at(9);
        endPipeline(story, kParent, 1);
        scene.showWorld(story.world, story.world.now, true);
        QVERIFY(scene.graph().over);
        const std::map<MapNode, QPointF> ended = placesIn(scene);
        QVERIFY(scene.rectOf(parent).right() < scene.rectOf(child).left());
        scene.showWorld(during, during.now, false);
        QCOMPARE(placesIn(scene), homes);
        scene.showWorld(story.world, story.world.now, true);
        QCOMPARE(placesIn(scene), ended);
    }

    void aChildBeforeItsParentIsAKnot()
    {
        const MapNode parent = nodeOf(Pid { 100 });
        const MapNode child = nodeOf(Pid { 101 });
        MapGraph graph;
        graph.families = { { parent, child } };
        const MapBoxes boxes { { parent, { { 100, 50 }, 25 } }, { child, { { 100, 50 }, 25 } } };
        const auto knots = [&](QPointF place) {
            return ipclab::tangleOf(graph, boxes, { { parent, {} }, { child, place } }, {}).knots;
        };
        QCOMPARE(knots({ 150, -20 }), 0);
        QCOMPARE(knots({ 20, 60 }), 0);
        QCOMPARE(knots({ -150, 60 }), 0);
        QCOMPARE(knots({ -150, 20 }), 1);
        QCOMPARE(knots({ 0, -60 }), 1);
        graph.links = { { child, nodeOf(ChannelId { 1 }), true, false } }; // then that says more
        QCOMPARE(knots({ -150, 20 }), 0);
    }

    void whoEndsSoonMovesNobody()
    {
        Story story;
        tellEndlessDialog(story);
        const Look look;
        MapScene scene(look);
        scene.showWorld(story.world, 0, true);
        const std::map<MapNode, QPointF> homes = placesIn(scene);
        const Pid child { 5211 };
        for (const EventBody& body :
            { EventBody { ProcessExited { 0, 15, false } }, EventBody { DescriptorClosed { 3 } },
                EventBody { ProcessReaped { Pid { 5210 } } } }) {
            const bool closes = std::holds_alternative<DescriptorClosed>(body);
            story.tell(closes ? 5210 : child.value, body);
            scene.showWorld(story.world, 0, true);
            for (const auto& [node, place] : placesIn(scene))
                QCOMPARE(place, homes.at(node));
        }
    }

    void theNextRunHasThePictureOfTheFirst()
    {
        const Look look;
        MapScene first(look);
        MapScene both(look);
        for (MapScene* const scene : { &first, &both }) {
            Story story;
            beginAtTerminal(story);
            if (scene == &both) {
                tellPipeline(story, 500, 3, 1.5);
                endPipeline(story, 500, 3);
            }
            story.at(story.seconds() + 5);
            tellPipeline(story, 100, 3, 0.01);
            live(story, *scene);
        }
        QCOMPARE(placesIn(both), placesIn(first));
    }

    void whatThePersonHasPlacedStaysWhenTheRestSettles()
    {
        Story story;
        beginAtTerminal(story);
        tellPipeline(story, 100, 2, 0.001);
        const Look look;
        MapScene scene(look);
        live(story, scene);
        const MapNode placed = nodeOf(Pid { 101 });
        scene.moveBy(placed, { 0, 300 });
        const QPointF place = scene.rectOf(placed).topLeft();
        Story longer;
        beginAtTerminal(longer);
        tellPipeline(longer, 100, 2, 0.001);
        tellPipeline(longer, 300, 5, 1.5);
        World world;
        for (EventIndex i = 0; i < longer.log.size(); ++i) {
            apply(world, longer.log[i]);
            if (i >= story.log.size())
                scene.showWorld(world, longer.log[i].at, true);
            QCOMPARE(scene.rectOf(placed).topLeft(), place);
        }
    }

    void nobodyMovesWhileNobodyArrives()
    {
        Story story;
        beginAtTerminal(story);
        tellPipeline(story, 100, 4, 1.5);
        const Look look;
        MapScene scene(look);
        live(story, scene);
        const std::map<MapNode, QPointF> before = placesIn(scene);
        for (int pid = 104; pid > 100; --pid) {
            story.at(story.seconds() + 2);
            story.tell(pid, ProcessExited { 0, {}, false });
            story.tell(pid, ProcessReaped { Pid { 100 } });
            scene.showWorld(story.world, story.world.now, true);
            for (const auto& [node, place] : placesIn(scene))
                QCOMPARE(place, before.at(node));
        }
    }

    void whatSettlesIsSeenToGoThereUnlessMotionIsReduced()
    {
        for (const bool reduced : { false, true }) {
            Stage stage;
            stage.look.setReducedMotion(reduced);
            MapView view(stage.context);
            Story whole;
            beginAtTerminal(whole);
            tellPipeline(whole, 100, 4, 1.5);
            stage.cursor.setLog(&stage.story.log);
            view.resize(900, 600);
            view.show();
            bool glided = false;
            for (EventIndex i = 0; i < whole.log.size(); ++i) {
                const Event& event = whole.log[i];
                stage.story.at(static_cast<double>(event.at) / 1e9);
                stage.story.tell(event.pid.value, event.tid.value, event.body);
                while (stage.cursor.advance()) { }
                glided = glided || view.map().gliding();
            }
            QCOMPARE(glided, !reduced);
            QTRY_VERIFY(!view.map().gliding());
            for (QGraphicsItem* const item : view.map().items())
                QVERIFY(item->transform().isIdentity());
        }
    }

    void aPipelineOfFourStagesFitsASmallWindow()
    {
        Stage stage;
        MapView view(stage.context);
        view.resize(995, 350);
        view.show();
        beginAtTerminal(stage.story);
        tellPipeline(stage.story, 100, 4, 0.001);
        stage.story.show(stage.cursor);
        for (const MapNode& node : view.map().nodes())
            QVERIFY(view.rect().contains(view.rectOf(node)));
        QVERIFY2(
            view.transform().m11() >= 0.7, qPrintable(QString::number(view.transform().m11())));
    }

    // Neither who sits in the last row nor who shows it has a hand at a scroll bar.
    void aPipelineOfFourStagesFitsASmallWindowForTheRoom()
    {
        Stage stage;
        stage.look.setProjector(true);
        MapView view(stage.context);
        view.resize(970, 316);
        view.show();
        beginAtTerminal(stage.story);
        tellPipeline(stage.story, 100, 4, 0.001);
        for (const int pid : { 101, 102, 103 }) { // numbers that make the legend wide
            const auto pipe = static_cast<unsigned>(pid - 1);
            stage.story.write(pid, 1, pipe, std::string(5'000'000, 'y'));
            stage.story.read(pid + 1, 0, pipe, std::string(4'000'000, 'y'));
        }
        stage.story.show(stage.cursor);
        const qreal smallest = view.transform().m11() * stage.look.small().pixelSize();
        QVERIFY2(smallest > 9.9, qPrintable(QString::number(smallest)));
        for (const MapNode& node : view.map().nodes()) {
            QVERIFY(view.rect().contains(view.rectOf(node)));
            QVERIFY(!view.rectOf(node).intersects(view.legend().geometry()));
        }
        QCOMPARE(view.horizontalScrollBar()->maximum(), view.horizontalScrollBar()->minimum());
        QCOMPARE(view.verticalScrollBar()->maximum(), view.verticalScrollBar()->minimum());
    }

    void theLegendCoversNothingHoweverLargeItsNumbersGrow()
    {
        for (int width = 380; width < 1300; width += 10) {
            Stage stage;
            stage.look.setProjector(width % 20 == 0);
            MapView view(stage.context);
            view.resize(width, 316);
            view.show();
            beginAtTerminal(stage.story);
            tellPipeline(stage.story, 100, 3, 0.001);
            stage.story.show(stage.cursor);
            const std::string much(50'000, 'y');
            for (int i = 0; i < 20; ++i) {
                stage.story.write(101, 1, 100, much);
                stage.story.read(102, 0, 100, much);
            }
            while (stage.cursor.advance()) { }
            const auto covered = [&] { // where it is scrolled, it goes under what stands beside it
                const std::vector<MapNode> nodes = view.map().nodes();
                return view.horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff
                    && std::ranges::any_of(nodes, [&](const MapNode& node) {
                           return view.rectOf(node).intersects(view.legend().geometry());
                       });
            };
            QTRY_VERIFY2_WITH_TIMEOUT(!covered(), qPrintable(QString::number(width)), 500);
        }
    }

    void aTerminalThatManyShareIsSaidAtEachCard()
    {
        for (const int one : { 8, 9, -8, -9 }) { // with IPC Lab one more
            const int processes = std::abs(one);
            Stage stage;
            stage.look.setProjector(one < 0);
            beginAtTerminal(stage.story);
            for (int pid = 100; pid < 100 + processes - 1; ++pid) {
                stage.story.launch(pid, kLab, { "sleep" });
                stage.story.onTerminal(pid, 1);
            }
            MapView view(stage.context);
            show(stage, view);
            const bool many = processes > 8;
            int chips = 0;
            for (const QGraphicsItem* const item : view.map().items()) {
                const auto* const link = dynamic_cast<const LinkItem*>(item);
                if (!link || link->facts().chip.isEmpty())
                    continue;
                ++chips;
                for (const MapNode& node : view.map().nodes()) // between the cards
                    QVERIFY(!view.map().rectOf(node).intersects(link->facts().chipAt));
            }
            QCOMPARE(chips, many ? processes - 1 : 0);
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapSettleTest)
#include "map_settle_test.moc"
