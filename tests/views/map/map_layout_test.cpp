// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/map/map_family.h"
#include "views/map/map_layout.h"
#include "views/map/map_links.h"
#include "views/map/map_word.h"

#include <QPainterPathStroker>
#include <QTest>

#include <algorithm>
#include <random>

namespace ipclab {

namespace {

MapBoxes boxesFor(const MapGraph& graph, unsigned seed)
{
    std::mt19937 random(seed);
    MapBoxes boxes;
    for (const MapCard& card : graph.cards) {
        const qreal height = 64 + 30.0 * static_cast<double>(random() % 4);
        boxes[card.node] = { { 196, height }, height / 2 };
    }
    for (const MapTube& tube : graph.tubes)
        boxes[tube.node] = { { 178, 64 }, 15 };
    return boxes;
}

// Which two overlap, in words; empty when none do.
QString overlap(const MapPlaces& places, const MapBoxes& boxes)
{
    for (auto one = places.begin(); one != places.end(); ++one) {
        for (auto other = std::next(one); other != places.end(); ++other) {
            if (rectOf(places, boxes, one->first).intersects(rectOf(places, boxes, other->first)))
                return QStringLiteral("%1 and %2").arg(one->first.number).arg(other->first.number);
        }
    }
    return {};
}

bool goesThroughOne(const QPainterPath& path, const std::map<MapNode, QRectF>& rects)
{
    for (const auto& [node, rect] : rects) {
        const QRectF inside = rect.adjusted(2, 2, -2, -2);
        for (int step = 0; step <= 100; ++step) {
            if (inside.contains(path.pointAtPercent(step / 100.0)))
                return true;
        }
    }
    return false;
}

} // namespace

class MapLayoutTest : public QObject {
    Q_OBJECT

private slots:
    void nothingOverlapsWithTwoToFortyProcesses()
    {
        for (int processes = 2; processes <= 40; ++processes) {
            for (unsigned seed = 0; seed < 6; ++seed) {
                Story story;
                tellCrowd(story, processes, seed);
                const MapGraph graph = mapGraph(story.world);
                const MapBoxes boxes = boxesFor(graph, seed);
                const MapPlaces places = layOut(graph, boxes, {}, {});
                QCOMPARE(places.size(), graph.cards.size() + graph.tubes.size());
                const QString pair = overlap(places, boxes);
                QVERIFY2(pair.isEmpty(),
                    qPrintable(QStringLiteral("%1 processes, seed %2: %3")
                                   .arg(processes)
                                   .arg(seed)
                                   .arg(pair)));
            }
        }
    }

    void whatStandsStaysWhenOthersCome()
    {
        for (unsigned seed = 0; seed < 8; ++seed) {
            MapPlaces kept;
            for (int processes = 2; processes <= 30; processes += 4) {
                Story story;
                tellCrowd(story, processes, seed); // a longer story begins as the shorter one
                const MapGraph graph = mapGraph(story.world);
                const MapBoxes boxes = boxesFor(graph, 1000); // sizes are of no matter here
                MapBoxes equal = boxes;
                for (auto& [node, box] : equal)
                    box.size.setHeight(64);
                const MapPlaces places = layOut(graph, equal, kept, {});
                QVERIFY2(overlap(places, equal).isEmpty(), qPrintable(overlap(places, equal)));
                for (const auto& [node, place] : kept) {
                    if (places.contains(node))
                        QCOMPARE(places.at(node), place);
                }
                kept = places;
            }
        }
    }

    void whatGrowsIntoAnotherMakesRoom()
    {
        Story story;
        tellCrowd(story, 20, 4);
        const MapGraph graph = mapGraph(story.world);
        MapBoxes boxes = boxesFor(graph, 1);
        const MapPlaces before = layOut(graph, boxes, {}, {});
        for (auto& [node, box] : boxes)
            box.size.rheight() += 60;
        QVERIFY(!overlap(before, boxes).isEmpty());
        QVERIFY2(overlap(layOut(graph, boxes, before, {}), boxes).isEmpty(), "after growing");
    }

    void aNodeDroppedOnAnotherGoesBesideIt()
    {
        Story story;
        tellDelayedOutput(story);
        const MapGraph graph = mapGraph(story.world);
        const MapBoxes boxes = boxesFor(graph, 2);
        MapPlaces places = layOut(graph, boxes, {}, {});
        const MapNode writer = nodeOf(Pid { 4712 });
        const QPointF onReader = places.at(nodeOf(Pid { 4711 }));
        places.erase(writer);
        places[writer] = freePlace(writer, onReader, places, boxes, {});
        QVERIFY(overlap(places, boxes).isEmpty());
    }

    void writersStandLeftOfTheirReaders()
    {
        Story story;
        tellDelayedOutput(story);
        const MapGraph graph = mapGraph(story.world);
        const MapBoxes boxes = boxesFor(graph, 3);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        const qreal writer = rectOf(places, boxes, nodeOf(Pid { 4712 })).right();
        const QRectF pipe = rectOf(places, boxes, nodeOf(ChannelId { 2 }));
        const qreal reader = places.at(nodeOf(Pid { 4711 })).x();
        QVERIFY(writer < pipe.left());
        QVERIFY(pipe.right() < reader);
    }

    void aDialogHasTheParentLeftAndAPipeAboveAndBelow()
    {
        Story story;
        tellEndlessDialog(story);
        const MapGraph graph = mapGraph(story.world);
        const MapBoxes boxes = boxesFor(graph, 0);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        const QRectF parent = rectOf(places, boxes, nodeOf(Pid { 5210 }));
        const QRectF child = rectOf(places, boxes, nodeOf(Pid { 5211 }));
        const QRectF one = rectOf(places, boxes, nodeOf(ChannelId { 2 }));
        const QRectF other = rectOf(places, boxes, nodeOf(ChannelId { 3 }));
        QVERIFY(parent.right() < one.left() && one.right() < child.left());
        QVERIFY(parent.right() < other.left() && other.right() < child.left());
        QCOMPARE(parent.center().y(), child.center().y());
        const auto [upper, lower] = std::minmax({ one.top(), other.top() });
        QVERIFY(upper < parent.center().y() && parent.center().y() < lower + other.height());
        const QSizeF word(150, 30);
        const QPointF at = placeForWord(word, { one, other }, { parent, child, one, other }, 10);
        for (const QRectF& rect : { parent, child, one, other })
            QVERIFY(!rect.intersects(QRectF(at, word)));
    }

    void manyProcessesFoldByParent()
    {
        Story story;
        story.launch(100, 1, { "sh" });
        for (int i = 1; i <= 60; ++i) {
            story.launch(100 + i, 100, { "worker" });
            story.pipe(static_cast<unsigned>(i));
            story.open(100, 10 + i, static_cast<unsigned>(i), Access::Read);
            story.open(100 + i, 1, static_cast<unsigned>(i), Access::Write, End::Second);
        }
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(graph.cards.size(), std::size_t { 2 });
        QCOMPARE(graph.cards[1].pids.size(), std::size_t { 60 });
        QCOMPARE(graph.cardOf.at(Pid { 130 }), graph.cards[1].node);
        QVERIFY(overlap(layOut(graph, boxesFor(graph, 0), {}, {}), boxesFor(graph, 0)).isEmpty());
    }

    void onlyWhatProgramsShareIsDrawn()
    {
        Story story;
        story.launch(100, 1, { "solo" });
        story.channel(1, ChannelKind::File, "/lib/libc.so.6");
        story.open(100, 3, 1, Access::Read);
        story.pipe(2); // nobody else holds it
        story.open(100, 4, 2, Access::Read);
        story.open(100, 5, 2, Access::Write, End::Second);
        story.channel(3, ChannelKind::File, "/dev/null");
        story.open(100, 0, 3, Access::Read);
        story.channel(4, ChannelKind::File, "/tmp/out.txt");
        story.open(100, 1, 4, Access::Write);
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(graph.tubes.size(), std::size_t { 1 });
        QCOMPARE(graph.tubes.front().channel, ChannelId { 4 });
    }

    void endedProcessesFoldAwayWhileOthersLive()
    {
        Story story;
        tellDelayedOutput(story);
        story.tell(4712, ProcessExited { 0, {}, false });
        QCOMPARE(mapGraph(story.world).ended.size(), std::size_t { 0 }); // a zombie is there
        story.tell(4712, ProcessReaped { Pid { 4711 } });
        QCOMPARE(mapGraph(story.world).ended, std::vector<Pid> { Pid { 4712 } });
    }

    void whenAllHaveEndedTheLastRunIsShown()
    {
        Story story;
        story.lab(4000);
        const auto run = [&story](int first, int count) {
            for (int pid = first; pid < first + count; ++pid)
                story.launch(pid, 4000, { "child" });
            story.at(story.seconds() + 1);
            for (int pid = first; pid < first + count; ++pid) {
                story.tell(pid, ProcessExited { 0, {}, false });
                story.tell(pid, ProcessReaped { Pid { 4000 } });
            }
            story.at(story.seconds() + 1);
        };
        run(10, 2);
        run(20, 9);
        const auto shown = [&story] {
            std::size_t cards = 0;
            for (const MapCard& card : mapGraph(story.world).cards)
                cards += card.pids.size();
            return cards;
        };
        QCOMPARE(shown(), std::size_t { 8 }); // the newest of many
        run(40, 3);
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(shown(), std::size_t { 3 });
        QCOMPARE(graph.ended.size(), std::size_t { 11 });
    }

    void aLineGoesFromAParentToEachChildAndNotFromTheLab()
    {
        Story story;
        tellFamily(story);
        MapGraph graph = mapGraph(story.world);
        const auto families = [&graph] {
            std::vector<std::pair<std::int64_t, std::int64_t>> found;
            for (const MapFamily& family : graph.families)
                found.emplace_back(family.parent.number, family.child.number);
            return found;
        };
        using Pairs = std::vector<std::pair<std::int64_t, std::int64_t>>;
        QCOMPARE(families(), (Pairs { { 4711, 4712 }, { 4711, 4713 }, { 4713, 4714 } }));
        QVERIFY(std::ranges::none_of(graph.families, &MapFamily::adopted));
        story.tell(4711, ProcessExited { 0, {}, false });
        story.tell(4711, ProcessReaped { Pid { 4000 } });
        story.tell(4712, ProcessAdopted { Pid { 4000 } }); // IPC Lab, whose card is there
        story.tell(4713, ProcessAdopted { Pid { 1 } });
        graph = mapGraph(story.world);
        QCOMPARE(families(), (Pairs { { 4000, 4712 }, { 4713, 4714 } }));
        QVERIFY(graph.families[0].adopted && !graph.families[1].adopted);
    }

    void ofManyProcessesItIsNotDrawnWhoIsWhoseChild()
    {
        for (const int processes : { 12, 13 }) {
            Story story;
            tellCrowd(story, processes, 1);
            QCOMPARE(drawnFamilies(mapGraph(story.world)).empty(), processes > 12);
        }
    }

    void linesOfFamilyGoAroundCardsAndTubes()
    {
        int lines = 0;
        int through = 0;
        for (int processes = 2; processes <= 12; ++processes) {
            for (unsigned seed = 0; seed < 4; ++seed) {
                Story story;
                tellCrowd(story, processes, seed);
                const MapGraph graph = mapGraph(story.world);
                const MapBoxes boxes = boxesFor(graph, seed);
                const MapPlaces places = layOut(graph, boxes, {}, {});
                std::map<MapNode, QRectF> rects;
                for (const auto& [node, place] : places)
                    rects[node] = rectOf(places, boxes, node);
                std::vector<QPainterPath> links;
                for (const LinkShape& shape : linkShapes(graph.links, { rects }))
                    links.push_back(shape.path());
                const auto paths = familyPaths(graph.families, rects, links, 1);
                QCOMPARE(paths.size(), graph.families.size());
                lines += static_cast<int>(paths.size());
                for (const QPainterPath& path : paths)
                    through += goesThroughOne(path, rects) ? 1 : 0;
            }
        }
        qInfo("%d of %d lines go through a card or a tube", through, lines);
        QVERIFY(through * 5 <= lines); // and there under it; a crowd has no way around everything
    }

    void inADialogTheLineOfFamilyCrossesNoArrow()
    {
        Story story;
        tellEndlessDialog(story);
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(graph.families.size(), 1U);
        const MapBoxes boxes = boxesFor(graph, 1000);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        std::map<MapNode, QRectF> rects;
        for (const auto& [node, place] : places)
            rects[node] = rectOf(places, boxes, node);
        std::vector<QPainterPath> links;
        for (const LinkShape& shape : linkShapes(graph.links, { rects }))
            links.push_back(shape.path());
        const QPainterPath line = familyPaths(graph.families, rects, links, 1).front();
        QVERIFY(!goesThroughOne(line, rects));
        QPainterPathStroker thin;
        thin.setWidth(1);
        for (const QPainterPath& link : links)
            QVERIFY(!thin.createStroke(link).intersects(thin.createStroke(line)));
    }

    void aFewThatShareATerminalHaveLinesOfFamilyThatTouchNothing()
    {
        Story story;
        tellFamily(story);
        const MapGraph graph = mapGraph(story.world);
        const MapBoxes boxes = boxesFor(graph, 1000);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        std::map<MapNode, QRectF> rects;
        for (const auto& [node, place] : places)
            rects[node] = rectOf(places, boxes, node);
        std::vector<QPainterPath> links;
        for (const LinkShape& shape : linkShapes(graph.links, { rects }))
            links.push_back(shape.path());
        for (const QPainterPath& line : familyPaths(graph.families, rects, links, 1))
            QVERIFY(!goesThroughOne(line, rects));
    }

    void noLineOfATerminalGoesBehindTheLabsCard()
    {
        Story story;
        story.lab(1);
        story.terminal(1, 1, 9);
        story.launch(100, 1, { "sh" });
        story.onTerminal(100, 1);
        for (int i = 1; i <= 3; ++i) { // cat | tr | wc
            story.launch(100 + i, 100, { "part-" + std::to_string(i) }, StartedBy::Fork);
            if (i > 1)
                story.open(100 + i, 0, static_cast<unsigned>(i), Access::Read);
            else
                story.open(101, 0, 1, Access::ReadWrite, End::Second);
            if (i < 3) {
                story.pipe(static_cast<unsigned>(i) + 1);
                story.open(100 + i, 1, static_cast<unsigned>(i) + 1, Access::Write, End::Second);
            } else {
                story.open(103, 1, 1, Access::ReadWrite, End::Second);
            }
        }
        const MapGraph graph = mapGraph(story.world);
        MapBoxes boxes = boxesFor(graph, 1000);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        QVERIFY2(overlap(places, boxes).isEmpty(), qPrintable(overlap(places, boxes)));
        for (const MapTube& tube : graph.tubes)
            boxes.at(tube.node).size.setHeight(30); // without their notes
        std::map<MapNode, QRectF> rects;
        for (const auto& [node, place] : places)
            rects[node] = rectOf(places, boxes, node);
        const MapNode lab = nodeOf(Pid { 1 });
        const std::vector<LinkShape> shapes = linkShapes(graph.links, { rects });
        QVERIFY(std::ranges::count(graph.links, nodeOf(Pid { 103 }), &MapLink::card) == 2);
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (graph.links[i].card != lab)
                QVERIFY(!goesThroughOne(shapes[i].path(), { { lab, rects.at(lab) } }));
        }
    }

    void aLineGoesOverTheTopOfATubeWhereACardIsInItsWay()
    {
        const MapNode tube = nodeOf(ChannelId { 1 });
        const MapNode far = nodeOf(Pid { 2 });
        const MapNode between = nodeOf(Pid { 3 });
        const std::map<MapNode, QRectF> rects { { tube, { 0, 300, 120, 30 } },
            { far, { 500, 100, 160, 60 } }, { between, { 160, 270, 120, 80 } } };
        const std::vector<MapLink> links { { far, tube, true, false }, { between, tube, true } };
        const std::vector<LinkShape> shapes = linkShapes(links, { rects });
        QVERIFY(!goesThroughOne(shapes[0].path(), { { between, rects.at(between) } }));
        QCOMPARE(shapes[0].outOfTube, QPointF(0, -1));
        QCOMPARE(shapes[1].outOfTube, QPointF(1, 0)); // nothing is in its way
    }

    void childrenThatShareNothingStandRightOfTheirParent()
    {
        Story story;
        story.lab(1);
        story.launch(100, 1, { "parent" });
        for (const int pid : { 101, 102, 103 })
            story.launch(pid, 100, { "child" }, StartedBy::Fork);
        const MapGraph graph = mapGraph(story.world);
        const MapBoxes boxes = boxesFor(graph, 1000);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        const qreal right = rectOf(places, boxes, nodeOf(Pid { 100 })).right();
        const qreal column = places.at(nodeOf(Pid { 101 })).x();
        for (const int pid : { 101, 102, 103 }) {
            QVERIFY(places.at(nodeOf(Pid { pid })).x() > right);
            QCOMPARE(places.at(nodeOf(Pid { pid })).x(), column);
        }
        QVERIFY(overlap(places, boxes).isEmpty());
    }

    void linesOfOneSideStandApart()
    {
        Story story;
        tellEndlessDialog(story);
        const MapGraph graph = mapGraph(story.world);
        const MapBoxes boxes = boxesFor(graph, 0);
        const MapPlaces places = layOut(graph, boxes, {}, {});
        std::map<MapNode, QRectF> rects;
        for (const auto& [node, place] : places)
            rects[node] = rectOf(places, boxes, node);
        const std::vector<LinkShape> shapes = linkShapes(graph.links, { rects });
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            QVERIFY(
                !rects.at(graph.links[i].card).adjusted(1, 1, -1, -1).contains(shapes[i].atCard));
            for (std::size_t j = 0; j < i; ++j) {
                if (graph.links[i].card == graph.links[j].card)
                    QVERIFY(QLineF(shapes[i].atCard, shapes[j].atCard).length() > 8);
            }
        }
    }
};

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::MapLayoutTest)
#include "map_layout_test.moc"
