// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "views/map/map_facts.h"
#include "views/map/map_near.h"
#include "views/map/standing.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QMenu>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QTest>

#include <algorithm>
#include <optional>

namespace ipclab {

namespace {

// A parent of three; two of them share a pipe.
void tellThree(Story& story, int first)
{
    story.lab(1);
    story.launch(first, 1, { "parent" });
    for (int i = 1; i <= 3; ++i) {
        story.at(0.1 * i);
        story.launch(first + i, first, { "child-" + std::to_string(i) }, StartedBy::Fork);
    }
    story.pipe(1);
    story.open(first + 1, 1, 1, Access::Write, End::Second);
    story.open(first + 2, 0, 1, Access::Read);
}

void tellThree(Story& story)
{
    tellThree(story, 100);
}

constexpr qreal kAside = opacityOf(Standing { .aside = true });

void pointAt(MapView& view, QPoint place)
{
    QMouseEvent move(QEvent::MouseMove, place, view.viewport()->mapToGlobal(place), Qt::NoButton,
        Qt::NoButton, {});
    QApplication::sendEvent(view.viewport(), &move);
}

qreal opacityOf(const MapView& view, const MapNode& node)
{
    return view.map().items(view.map().rectOf(node).center()).constFirst()->opacity();
}

} // namespace

class MapHandsTest : public QObject {
    Q_OBJECT

private slots:
    void amongManyTheFamilyOfTheCardThatIsPointedAtOrChosenIsDrawn()
    {
        Stage stage;
        tellCrowd(stage.story, 20, 1);
        MapView view(stage.context);
        view.resize(1000, 700);
        view.show();
        stage.story.show(stage.cursor);
        const MapGraph& graph = view.map().graph();
        QVERIFY(view.map().families().empty() && view.map().kin().empty());
        const MapNode shell = nodeOf(Pid { 6000 });
        const auto children = static_cast<std::size_t>(
            std::ranges::count(graph.families, shell, &MapFamily::parent));
        QVERIFY(children > 1);
        stage.selection.choose(Pid { 6000 });
        QCOMPARE(view.map().kin().size(), children);
        const QPainterPath line = view.map().kin().front()->path();
        QVERIFY(view.map().rectOf(shell).adjusted(-1, -1, 1, 1).contains(line.pointAtPercent(0)));
        stage.selection.clear();
        QVERIFY(view.map().kin().empty());
        pointAt(view, view.rectOf(shell).center());
        QCOMPARE(view.map().kin().size(), children);
    }

    void whatIsPointedAtLightsUpItsNeighboursAndTheOthersFadeALittle()
    {
        ShownMap stage(tellThree);
        MapView& view = stage.view;
        const MapNode writer = nodeOf(Pid { 101 });
        const MapNode reader = nodeOf(Pid { 102 });
        const MapNode other = nodeOf(Pid { 103 });
        pointAt(view, view.rectOf(writer).center());
        QCOMPARE(opacityOf(view, writer), 1.0);
        QCOMPARE(opacityOf(view, reader), 1.0);
        QCOMPARE(opacityOf(view, nodeOf(Pid { 100 })), 1.0);
        QCOMPARE(opacityOf(view, other), kAside);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(opacityOf(view, other), 1.0);
        focusOnCard(view, writer); // by the keyboard it is the same
        QCOMPARE(opacityOf(view, reader), 1.0);
        QCOMPARE(opacityOf(view, other), kAside);
    }

    void aDeadlockNeverFades()
    {
        ShownMap stage(tellEndlessDialog);
        MapView& view = stage.view;
        const auto deadlocked = [&](const MapNode& node) {
            return std::ranges::any_of(stage.story.world.findings, [&](const Finding& finding) {
                return finding.kind == FindingKind::Deadlock
                    && (std::ranges::count(finding.channels, channelOf(node)) > 0
                        || std::ranges::count(finding.pids, pidOf(node)) > 0);
            });
        };
        int members = 0;
        for (const MapNode& node : view.map().nodes()) {
            focusOnCard(view, node);
            for (const MapNode& other : view.map().nodes()) {
                if (!deadlocked(other))
                    continue;
                ++members;
                QCOMPARE(opacityOf(view, other), 1.0);
            }
        }
        QVERIFY(members > 0);
    }

    void nothingFadesWithHighContrast()
    {
        ShownMap stage(tellThree);
        MapView& view = stage.view;
        stage.look.setHighContrast(true);
        focusOnCard(view, nodeOf(Pid { 101 }));
        QCOMPARE(opacityOf(view, nodeOf(Pid { 103 })), 1.0);
        stage.look.setHighContrast(false);
        QCOMPARE(opacityOf(view, nodeOf(Pid { 103 })), kAside);
    }

    void whoIsBornAndWhoEndsIsShownForAMomentWhileItRuns()
    {
        for (const bool reduced : { false, true }) {
            Stage stage;
            stage.look.setReducedMotion(reduced);
            tellThree(stage.story);
            MapView view(stage.context);
            view.resize(900, 600);
            view.show();
            stage.story.show(stage.cursor);
            const LifeMarks& marks = view.map().lifeMarks();
            QTRY_VERIFY(!marks.moving());
            stage.cursor.setGrowing(true);
            stage.story.at(2);
            stage.story.launch(200, 100, { "late" });
            QVERIFY(stage.cursor.advance());
            QCOMPARE(marks.count(LifeMarks::Kind::Born), 1U);
            stage.story.at(2.1);
            stage.story.tell(200, ProcessExited { 0, {}, false });
            stage.story.tell(200, ProcessReaped { Pid { 100 } });
            QVERIFY(stage.cursor.advance());
            QVERIFY(view.map().rectOf(nodeOf(Pid { 200 })).isNull());
            QCOMPARE(marks.count(LifeMarks::Kind::Ended), 1U);
            QTRY_COMPARE(marks.count(LifeMarks::Kind::Ended), 0U);
            QVERIFY(!marks.moving()); // and no timer runs on

            stage.story.at(2.2);
            stage.story.launch(201, 100, { "later" });
            QVERIFY(stage.cursor.advance());
            QCOMPARE(marks.count(LifeMarks::Kind::Born), 1U);
            stage.cursor.goTo(3); // in the past nothing is born
            QCOMPARE(marks.count(LifeMarks::Kind::Born), 0U);
        }
    }

    void aCrowdThatIsBornAtOnceHasFewMarks()
    {
        Look look;
        LifeMarks marks(look);
        for (int i = 0; i < 500; ++i)
            marks.add(LifeMarks::Kind::Born, i, QRectF(i * 10, 0, 9, 9));
        QCOMPARE(marks.count(LifeMarks::Kind::Born), LifeMarks::kMost);
    }

    void theWordOfAMarkIsWholeWhereNothingIsAboveItsCard()
    {
        const Look look;
        const auto wordIn = [&](int card, int word) { // their tops
            LifeMarks marks(look);
            marks.add(LifeMarks::Kind::Born, 1, QRectF(10, card, 200, 60));
            QImage image(240, 200, QImage::Format_RGB32);
            image.fill(look.colour(Ink::Surface));
            QPainter painter(&image);
            marks.paint(&painter, nullptr, nullptr);
            return image.copy(160, word + 2, 45, 14); // within its frame
        };
        const QImage whole = wordIn(60, 45);
        QImage none = whole;
        none.fill(look.colour(Ink::Surface));
        QVERIFY(whole != none);
        QCOMPARE(wordIn(7, 1), whole);
    }

    void bytesOnTheirWayTellHowManyTheyAre()
    {
        ShownMap stage(tellDelayedOutput);
        MapView& view = stage.view;
        stage.story.write(4712, 1, 2, "29 bytes and not a byte more.", End::Second);
        QVERIFY(stage.cursor.advance());
        const std::vector<Pulses::Said> few = view.map().pulses().said();
        QCOMPARE(few.size(), 1U);
        QCOMPARE(few.front().bytes, quint64 { 29 });
        QCOMPARE(few.front().words, QStringLiteral("29 B"));
        stage.story.write(4712, 1, 2, std::string(4000, 'x'), End::Second);
        QVERIFY(stage.cursor.advance()); // while they are on their way: it is added
        const std::vector<Pulses::Said> many = view.map().pulses().said();
        QCOMPARE(many.size(), 1U);
        QCOMPARE(many.front().bytes, quint64 { 4029 });
        QVERIFY(many.front().radius > few.front().radius);
        QTRY_VERIFY(!view.map().pulses().moving());
    }

    void aPinchZooms()
    {
        ShownMap stage(tellThree);
        MapView& view = stage.view;
        const qreal before = view.transform().m11();
        const QPointF place(200, 200);
        QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(),
            2, place, place, place, 0.25, {});
        QApplication::sendEvent(view.viewport(), &pinch);
        QVERIFY(view.transform().m11() > before * 1.2);
    }

    void itsMenuHasZoomAndItsKeys()
    {
        ShownMap stage(tellThree);
        MapView& view = stage.view;
        QMenu menu;
        view.addActsTo(menu);
        const auto act = [&menu](const QString& words) -> QAction* {
            for (QAction* const action : menu.actions()) {
                if (action->text() == words)
                    return action;
            }
            return nullptr;
        };
        QAction* const closer = act(QStringLiteral("&Closer"));
        QAction* const all = act(QStringLiteral("&All of it"));
        QVERIFY(closer && all && act(QStringLiteral("F&urther")));
        QCOMPARE(all->shortcut(), QKeySequence(QStringLiteral("Ctrl+0")));
        const qreal before = view.transform().m11();
        closer->trigger();
        QVERIFY(view.transform().m11() > before);
        all->trigger();
        QCOMPARE(view.transform().m11(), before);
    }

    void theCardThatHasTheFocusIsSaidAndWhatItWaitsFor()
    {
        ShownMap stage(tellEndlessDialog);
        MapView& view = stage.view;
        const QAccessibleInterface* const read = QAccessible::queryAccessibleInterface(&view);
        QVERIFY(read);
        QVERIFY(read->text(QAccessible::Description).contains(QLatin1Char('\n'))); // all of it
        focusOnCard(view, nodeOf(Pid { 5211 }));
        const QString said = read->text(QAccessible::Description);
        QVERIFY2(
            said.startsWith(QStringLiteral("child.py 5211, waiting in read(0)")), qPrintable(said));
        QVERIFY2(said.contains(whySentence(stage.story.world, Pid { 5211 })), qPrintable(said));
        QVERIFY(!said.contains(QLatin1Char('\n'))); // that card, and not all of the map
        view.clearFocus();
        QVERIFY(read->text(QAccessible::Description).contains(QLatin1Char('\n')));
    }

    void keysMoveACardAndItIsThereInTheNextRunUntilAllIsPlacedAnew()
    {
        ShownMap stage(tellThree);
        MapView& view = stage.view;
        const MapNode card = nodeOf(Pid { 103 });
        const QPointF home = view.map().rectOf(card).topLeft();
        focusOnCard(view, card);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        const QPointF moved = view.map().rectOf(card).topLeft();
        QVERIFY(moved.y() > home.y() + 100);
        QCOMPARE(view.focusedNode(), std::optional(card));

        Story next;
        tellThree(next, 700);
        next.show(stage.cursor);
        const MapNode again = nodeOf(Pid { 703 });
        QCOMPARE(view.map().rectOf(again).topLeft(), moved);
        QMenu menu;
        view.addActsTo(menu);
        menu.actions().constLast()->trigger(); // place anew
        QCOMPARE(view.map().rectOf(again).topLeft(), home);
        stage.story.show(stage.cursor);
        QCOMPARE(view.map().rectOf(card).topLeft(), home);
    }

    void aTubeThatWasMovedIsThereInTheNextRunUntilAllIsPlacedAnew()
    {
        ShownMap stage(tellThree);
        MapView& view = stage.view;
        const MapNode tube = stage.view.map().graph().tubes.front().node;
        const QPointF home = view.map().rectOf(tube).topLeft();
        focusOnCard(view, tube);
        for (int i = 0; i < 8; ++i)
            QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        const QPointF moved = view.map().rectOf(tube).topLeft();
        QVERIFY(moved.y() > home.y() + 100);

        Story next;
        tellThree(next, 700);
        next.show(stage.cursor);
        QCOMPARE(view.map().rectOf(tube).topLeft(), moved);
        view.placeAnew();
        QCOMPARE(view.map().rectOf(tube).topLeft(), home);

        MapView later(stage.context); // in another window, another day
        later.setSubject(QStringLiteral("lab"));
        view.setSubject(QStringLiteral("lab"));
        focusOnCard(view, tube);
        QTest::keyClick(&view, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
        later.restoreMemories(view.saveMemories());
        later.resize(view.size());
        stage.story.show(stage.cursor);
        QCOMPARE(later.map().rectOf(tube).topLeft(), view.map().rectOf(tube).topLeft());
        QVERIFY(later.map().rectOf(tube).topLeft() != home);
    }

    void pictures()
    {
        const QString folder = qEnvironmentVariable("IPCLAB_PICTURES");
        if (folder.isEmpty())
            return;
        for (const bool dark : { false, true }) {
            Stage stage;
            stage.look.setDark(dark);
            qApp->setStyleSheet(stage.look.styleSheet());
            tellThree(stage.story);
            MapView view(stage.context);
            view.resize(790, 500);
            view.show();
            stage.story.show(stage.cursor);
            stage.cursor.setGrowing(true);
            const auto save = [&](const char* name) {
                const QString mode = QString::fromLatin1(dark ? "-dark.png" : "-light.png");
                QVERIFY(view.grab().save(folder + QLatin1String(name) + mode));
            };
            pointAt(view, view.rectOf(nodeOf(Pid { 101 })).center());
            save("/hands-pointed");
            stage.story.at(2);
            stage.story.launch(200, 100, { "late" });
            stage.story.write(101, 1, 1, "29 bytes and not a byte more.", End::Second);
            QVERIFY(stage.cursor.advance());
            save("/hands-born");
            stage.story.at(2.1);
            stage.story.tell(200, ProcessExited { 0, {}, false });
            stage.story.tell(200, ProcessReaped { Pid { 100 } });
            QVERIFY(stage.cursor.advance());
            save("/hands-ended");
            focusOnCard(view, nodeOf(Pid { 100 }));
            QTest::keyClick(&view, Qt::Key_Minus);
            save("/hands-folded");
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapHandsTest)
#include "map_hands_test.moc"
