// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "views/map/map_facts.h"
#include "views/map/map_finder.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QListWidget>
#include <QMenu>
#include <QTest>
#include <QTranslator>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace ipclab {

namespace {

const MapNode kGroup { MapNode::Kind::Group, 100 };

// A shell, two workers of it, and a grandchild.
void tellTree(Story& story, int first)
{
    story.lab(1);
    story.launch(first, 1, { "sh" });
    story.at(0.1);
    story.launch(first + 1, first, { "worker" }, StartedBy::Fork);
    story.at(0.2);
    story.launch(first + 2, first, { "worker" }, StartedBy::Fork);
    story.at(0.3);
    story.launch(first + 3, first + 1, { "deep" }, StartedBy::Fork);
    story.sleep(first + 2, 5);
}

void tellTree(Story& story)
{
    tellTree(story, 100);
}

// Flat: one parent of all; deep: each the child of the one before.
void tellMany(Story& story, int count, bool deep)
{
    story.lab(1);
    story.launch(100, 1, { "sh" });
    for (int i = 1; i < count; ++i) {
        story.at(0.001 * i);
        story.launch(100 + i, deep ? 99 + i : 100, { "worker-" + std::to_string(i) });
        story.pipe(static_cast<unsigned>(i));
        story.open(deep ? 99 + i : 100, 10 + i, static_cast<unsigned>(i), Access::Read);
        story.open(100 + i, 1, static_cast<unsigned>(i), Access::Write, End::Second);
    }
}

const MapCard* cardOf(const MapGraph& graph, const MapNode& node)
{
    const auto card = std::ranges::find(graph.cards, node, &MapCard::node);
    return card == graph.cards.end() ? nullptr : &*card;
}

// Counts the sentences that are looked up while it lives.
class CountingWords : public QTranslator {
public:
    CountingWords() { QCoreApplication::installTranslator(this); }
    ~CountingWords() override { QCoreApplication::removeTranslator(this); }
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char*, const char*, int) const override
    {
        ++asked;
        return {};
    }
    mutable int asked = 0;
};

} // namespace

class MapFoldTest : public QObject {
    Q_OBJECT

private slots:
    void aCrowdThatFoldsLeavesTheRestWhereItWouldStandWithoutIt()
    {
        const auto tell = [](Story& story, int count) {
            for (int i = 1; i <= count; ++i) {
                story.launch(1000 + i, 100, { "worker" }, StartedBy::Fork);
                story.onTerminal(1000 + i, 1);
            }
        };
        const auto begin = [](Story& story) {
            story.lab(1);
            story.terminal(1, 1, 5);
            story.launch(100, 1, { "sh" });
            story.onTerminal(100, 1);
        };
        ShownMap stage(+begin);
        for (int i = 0; i < 12; ++i) { // each when those before have their places
            stage.story.at(2.0 * i);
            stage.story.launch(200 + i, 100, { "worker" }, StartedBy::Fork);
            stage.story.onTerminal(200 + i, 1);
            QVERIFY(stage.cursor.advance());
        }
        const QSizeF open = stage.view.map().content().size();
        tell(stage.story, 60);
        QVERIFY(stage.cursor.advance());
        QVERIFY(cardOf(stage.view.map().graph(), kGroup));
        const QSizeF folded = stage.view.map().content().size();
        Stage fresh;
        begin(fresh.story);
        tell(fresh.story, 72);
        MapView view(fresh.context);
        view.resize(900, 600);
        fresh.story.show(fresh.cursor);
        QVERIFY(folded.width() < open.width() || folded.height() < open.height());
        QCOMPARE(folded, view.map().content().size());
    }

    void aKeyFoldsAllThatDescendsFromACardAndShowsItAgain()
    {
        ShownMap stage(tellTree);
        MapView& view = stage.view;
        QCOMPARE(view.map().graph().cards.size(), 4U);
        QCOMPARE(focusOnCard(view, nodeOf(Pid { 100 })), std::optional(nodeOf(Pid { 100 })));
        QTest::keyClick(&view, Qt::Key_Minus);
        QCOMPARE(view.map().graph().cards.size(), 2U);
        const MapCard* const group = cardOf(view.map().graph(), kGroup);
        QVERIFY(group && group->pids.size() == 3);
        QVERIFY(!view.map().rectOf(kGroup).intersects(view.map().rectOf(nodeOf(Pid { 100 }))));
        const QString words = mapSummary(stage.story.world, view.map().graph());
        QVERIFY2(words.contains(QStringLiteral("3 descendants of sh")), qPrintable(words));
        QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.map().graph().cards.size(), 4U);
        QCOMPARE(view.focusedNode(), std::optional(nodeOf(Pid { 100 })));
    }

    void aFoldMovesNobodyThoughTheyHaveJustArrived()
    {
        ShownMap stage(tellTree);
        const MapView& view = stage.view;
        for (int pid = 104; pid < 108; ++pid)
            stage.story.launch(pid, 101, { "late" }, StartedBy::Fork);
        QVERIFY(stage.cursor.advance());
        const auto placesOfAll = [&] {
            std::map<MapNode, QPointF> places;
            for (const MapNode& node : view.map().nodes())
                places[node] = view.map().rectOf(node).topLeft();
            return places;
        };
        const std::map<MapNode, QPointF> open = placesOfAll();
        focusOnCard(stage.view, nodeOf(Pid { 101 }));
        QTest::keyClick(&stage.view, Qt::Key_Minus);
        QCOMPARE(view.map().graph().cards.size(), 4U);
        for (const auto& [node, place] : placesOfAll()) {
            if (open.contains(node))
                QCOMPARE(place, open.at(node));
        }
    }

    void aClickOnTheSignFoldsAndUnfoldsAndChoosesNothing()
    {
        ShownMap stage(tellTree);
        MapView& view = stage.view;
        stage.selection.choose(Pid { 102 });
        const auto clickSignOf = [&view](const MapNode& node) {
            const QRectF card = view.map().rectOf(node);
            QPointF sign;
            for (qreal x = card.left(); x < card.right() && sign.isNull(); x += 2) {
                if (view.map().signAt({ x, card.bottom() }) == node)
                    sign = { x + 4, card.bottom() };
            }
            QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(sign));
        };
        clickSignOf(nodeOf(Pid { 101 }));
        const MapNode group { MapNode::Kind::Group, 101 };
        QVERIFY(cardOf(view.map().graph(), group));
        QCOMPARE(stage.selection.pid(), Pid { 102 });
        clickSignOf(group);
        QVERIFY(!cardOf(view.map().graph(), group));
        QVERIFY(!view.map().signAt(view.map().rectOf(nodeOf(Pid { 102 })).center()));
    }

    void aGroupIsChosenAndOpenedAndTellsWhatIsInIt()
    {
        Stage stage;
        tellTree(stage.story);
        stage.story.tell(103, ProcessExited { 0, {}, false });
        MapView view(stage.context);
        show(stage, view);
        focusOnCard(view, nodeOf(Pid { 100 }));
        QTest::keyClick(&view, Qt::Key_Minus);
        const CardFacts facts
            = cardFacts(stage.story.world, *cardOf(view.map().graph(), kGroup), {});
        QCOMPARE(facts.state, QStringLiteral("1 running"));
        QCOMPARE(facts.moreBuckets, QStringLiteral("1 waiting · 1 ended"));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rectOf(kGroup).center());
        QCOMPARE(stage.selection.pid(), Pid { 100 }); // whom they descend from
        const QPoint place = view.rectOf(kGroup).center();
        QContextMenuEvent event(
            QContextMenuEvent::Mouse, place, view.viewport()->mapToGlobal(place));
        QApplication::sendEvent(view.viewport(), &event);
        auto* const menu = view.findChild<QMenu*>(QStringLiteral("acts"));
        QVERIFY(menu);
        QCOMPARE(
            menu->actions().front()->text(), QStringLiteral("&Show those that descend from it"));
        menu->actions().front()->trigger();
        menu->close();
        QCOMPARE(view.map().graph().cards.size(), 4U);
    }

    void whoIsChosenIsFoldedWithTheOthersAndStandsAloneWhenChosenAgain()
    {
        ShownMap stage(tellTree);
        MapView& view = stage.view;
        stage.selection.choose(Pid { 102 });
        focusOnCard(view, nodeOf(Pid { 100 }));
        QTest::keyClick(&view, Qt::Key_Minus);
        QCOMPARE(view.map().graph().cards.size(), 2U);
        stage.selection.choose(Pid { 103 });
        QCOMPARE(view.map().graph().cards.size(), 3U);
        QCOMPARE(cardOf(view.map().graph(), kGroup)->pids.size(), 2U);
    }

    void aDeadlockInAGroupStaysToBeSeen()
    {
        Story story;
        tellEndlessDialog(story);
        MapFolds folds;
        const Pid top = story.world.process(Pid { 5210 })->parent;
        folds.folded[top] = true;
        MapGraph graph = mapGraph(story.world, folds);
        const MapCard* card = cardOf(graph, { MapNode::Kind::Group, top.value });
        QVERIFY(card);
        const CardFacts facts = cardFacts(story.world, *card, {});
        QVERIFY(facts.mark == StateMark::Deadlock);
        QCOMPARE(facts.state, QStringLiteral("2 in a deadlock"));
    }

    void whatIsFoldedIsFoldedAgainInTheNextRunThoughThePidsAreOthers()
    {
        Stage stage;
        tellTree(stage.story);
        MapView view(stage.context);
        view.resize(900, 600);
        view.show();
        view.setSubject(QStringLiteral("pipes"));
        stage.story.show(stage.cursor);
        focusOnCard(view, nodeOf(Pid { 101 }));
        QTest::keyClick(&view, Qt::Key_Minus);
        Story next;
        tellTree(next, 700);
        next.show(stage.cursor);
        QVERIFY(cardOf(view.map().graph(), { MapNode::Kind::Group, 701 }));
        QVERIFY(!cardOf(view.map().graph(), { MapNode::Kind::Group, 700 }));

        const QByteArray saved = view.saveMemories();
        view.setSubject(QStringLiteral("another lab"));
        stage.story.show(stage.cursor);
        QVERIFY(!cardOf(view.map().graph(), { MapNode::Kind::Group, 101 }));

        MapView later(stage.context);
        later.restoreMemories(saved);
        later.setSubject(QStringLiteral("pipes"));
        stage.story.show(stage.cursor);
        QVERIFY(cardOf(later.map().graph(), { MapNode::Kind::Group, 101 }));
        later.restoreMemories("damaged");
        stage.story.show(stage.cursor);
        QVERIFY(!cardOf(later.map().graph(), { MapNode::Kind::Group, 101 }));
    }

    void fiveHundredProcessesAreFewItemsHoweverTheyDescend()
    {
        for (const bool deep : { false, true }) {
            Stage stage;
            tellMany(stage.story, 500, deep);
            MapView view(stage.context);
            view.resize(1000, 700);
            stage.story.show(stage.cursor);
            const MapGraph& graph = view.map().graph();
            QCOMPARE(graph.cardOf.size(), 500U);
            QVERIFY2(graph.cards.size() <= kMostCards + 1,
                qPrintable(QString::number(graph.cards.size())));
            QVERIFY(graph.tubes.size() <= kMostCards + 1);
            QVERIFY(graph.links.size() <= 4 * kMostCards);
            std::size_t drawn = 0;
            for (const MapCard& card : graph.cards)
                drawn += card.pids.size();
            QCOMPARE(drawn, 500U); // nobody is lost
            const QList<QGraphicsItem*> items = view.map().items();
            QVERIFY2(items.size() < 400, qPrintable(QString::number(items.size())));
            QElapsedTimer timer;
            timer.start();
            stage.story.at(9);
            stage.story.launch(9000, 100, { "one-more" });
            QVERIFY(stage.cursor.advance());
            qInfo("500 processes, %s, arranged anew: %.1f ms", deep ? "deep" : "flat",
                static_cast<double>(timer.nsecsElapsed()) / 1e6);
            QVERIFY2(timer.elapsed() < 1000, "slower than can be followed");
        }
    }

    void ofACrowdThatIsOpenedSomeAreShownAndEachCanBeFound()
    {
        Stage stage;
        tellMany(stage.story, 500, false);
        MapView view(stage.context);
        view.resize(1000, 700);
        view.show();
        stage.story.show(stage.cursor);
        QCOMPARE(view.map().graph().cards.size(), 2U);
        focusOnCard(view, kGroup);
        QTest::keyClick(&view, Qt::Key_Plus);
        const std::size_t opened = view.map().graph().cards.size();
        QVERIFY(opened > kMostOpened / 2 && opened <= kMostCards + kMostOpened + 1);
        QVERIFY(view.map().rectOf(nodeOf(Pid { 490 })).isNull());

        QTest::keyClick(&view, Qt::Key_F);
        auto* const finder = view.findChild<MapFinder*>();
        QVERIFY(finder);
        QTest::keyClicks(finder->focusWidget(), QStringLiteral("worker-390"));
        QTest::keyClick(finder->focusWidget(), Qt::Key_Return);
        QCOMPARE(stage.selection.pid(), Pid { 490 });
        QVERIFY(!view.map().rectOf(nodeOf(Pid { 490 })).isNull());
        QCOMPARE(view.focusedNode(), std::optional(nodeOf(Pid { 490 })));
        stage.selection.clear();
        QVERIFY(view.map().rectOf(nodeOf(Pid { 490 })).isNull()); // back among the others
    }

    void channelsThatGoTheSameWayToAGroupAreOneTube()
    {
        Story story;
        tellMany(story, 60, false);
        story.tell(101, ChannelLevel { ChannelId { 7 }, 5, 65536 });
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(graph.tubes.size(), 1U);
        QCOMPARE(graph.tubes.front().others.size(), 58U);
        QCOMPARE(tubeFor(graph, ChannelId { 30 }), graph.tubes.front().node);
        const TubeFacts facts = tubeFacts(story.world, graph.tubes.front());
        QVERIFY2(facts.name.endsWith(QStringLiteral("and 58 more")), qPrintable(facts.name));
        QCOMPARE(facts.notes[0], QStringLiteral("bytes in 1 of 59"));
        QCOMPARE(facts.flows.front().bytes, quint64 { 5 });
    }

    void hundredsOfChannelsInOneTubeTakeNoMoreWordsThanDozens()
    {
        const auto wordsFor = [](int channels) {
            Story story;
            tellMany(story, channels, false);
            const MapGraph graph = mapGraph(story.world);
            const CountingWords words;
            const TubeFacts facts = tubeFacts(story.world, graph.tubes.front());
            return facts.tip.contains(QStringLiteral("…")) ? words.asked : 0;
        };
        const int dozens = wordsFor(60);
        QVERIFY(dozens > 0);
        QCOMPARE(wordsFor(600), dozens);
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapFoldTest)
#include "map_fold_test.moc"
