// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/witness.h"
#include "tests/views/stage.h"
#include "tests/views/support/each_look.h"
#include "views/common/contrast.h"
#include "views/lanes/lane_paint.h"
#include "views/lanes/lane_words.h"
#include "views/lanes/lanes_key.h"
#include "views/lanes/lanes_panel.h"
#include "views/lanes/lanes_view.h"

#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPointingDevice>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

using namespace ipclab;

namespace {

// A panel that shows a story, seen.
struct Shown : Stage {
    LanesPanel panel { context };

    explicit Shown(void (*tell)(Story&), QSize size = { 900, 400 })
    {
        tell(story);
        panel.resize(size);
        panel.show();
        story.show(cursor);
        settle();
    }
    void settle()
    {
        while (panel.feed().taken() < cursor.end())
            QApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        QApplication::processEvents();
        panel.grab();
    }
    LanesView& view() { return panel.view(); }
    int rowOf(int tid)
    {
        for (std::size_t i = 0; i < view().rows().size(); ++i) {
            if (panel.feed().lanes()[view().rows()[i].lane].tid == Tid { tid })
                return static_cast<int>(i);
        }
        return -1;
    }
    QPoint placeOf(int tid, Nanoseconds time)
    {
        const QRect area = view().timeArea();
        return { area.left() + view().window().xOf(time, area.width()),
            view().rowRect(rowOf(tid)).center().y() };
    }
};

void turnWheel(LanesView& view, QPoint at, QPoint angle, Qt::KeyboardModifiers keys = {})
{
    QWheelEvent wheel(at, view.viewport()->mapToGlobal(at), {}, angle, Qt::NoButton, keys,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(view.viewport(), &wheel);
}

void tellThirty(Story& story)
{
    tellCrowd(story, 30, 5);
}

constexpr LaneState kOnBars[] = { LaneState::Running, LaneState::Waiting, LaneState::Sleeping,
    LaneState::Deadlocked, LaneState::Held, LaneState::Stopped, LaneState::Zombie };

// A bar of each state below the other, with its word.
test::Witnessed barsOfEachState(const Look& look, int tall)
{
    const int apart = tall + look.px(10);
    const QSize size(look.px(200), apart * static_cast<int>(std::size(kOnBars)));
    return test::witnessed(size, [&](QPaintDevice& device) {
        QPainter painter(&device);
        painter.fillRect(QRect({}, size), look.colour(Ink::Surface));
        painter.setFont(look.small());
        QRect band(0, look.px(5), size.width(), tall);
        for (const LaneState state : kOnBars) {
            paintBar(painter, LaneInks(look), band, state, stateName(state));
            band.translate(0, apart);
        }
    });
}

void wear(Look& look, int dress, qreal text)
{
    look.setDark((dress & 1) != 0);
    look.setProjector((dress & 2) != 0);
    look.setHighContrast((dress & 4) != 0);
    look.setTextScale(text);
}

constexpr int kDresses = 8; // of wear()
constexpr qreal kTexts[] = { 1, 1.5, 2 };

} // namespace

class LanesTest : public QObject {
    Q_OBJECT

private slots:
    void nothingIsDoneWhileHidden();
    void emptyItSaysWhatWouldFillIt();
    void aClickGoesToThatMomentAndChoosesTheProcess();
    void aClickOnAHeadChoosesAndLeavesTheMoment();
    void aDoubleClickShowsAllAndLeavesTheMoment();
    void aDragMovesAndLeavesTheMoment();
    void theWheelZoomsAboutThePointer();
    void theWheelOverHeadsScrolls();
    void aPinchZooms();
    void keysZoomAndMove();
    void keysGoFromLaneToLaneAndSliceToSlice();
    void aSliceSaysItselfInWords();
    void anArrowSaysWhatWent();
    void anUprightArrowOfBytesIsAsItsLineWouldBe();
    void kindsOfArrowsCanBeHidden();
    void threadsFold();
    void whatWasFoldedIsFoldedInTheNextRun();
    void whatWasFoldedIsFoldedTheNextTime();
    void theMenuIsOfTheLaneThatIsPointedAt();
    void whatComesAfterTheMomentIsFaint();
    void anotherRunStartsAnew();
    void theKeyNeverCutsAWord();
    void whereItIsNarrowTheKeyStillSaysWhatIsSeen();
    void theWordOfEachStateIsReadOnItsBar();
    void waitsAreNamedInRowsOfEachHeight_data();
    void waitsAreNamedInRowsOfEachHeight();
    void looksRight();
};

void LanesTest::nothingIsDoneWhileHidden()
{
    test::Bench bench;
    LanesPanel panel(bench.context());
    panel.resize(600, 250);
    test::fillWithABufferedPipe(bench);
    bench.takeAll();
    QApplication::processEvents();
    QCOMPARE(panel.feed().taken(), 0U);
    panel.show();
    QTRY_COMPARE(panel.feed().taken(), bench.log.size());
}

void LanesTest::emptyItSaysWhatWouldFillIt()
{
    test::Bench bench;
    LanesPanel panel(bench.context());
    panel.show();
    bool said = false;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("appear")));
    QVERIFY(said);
    QVERIFY(!panel.view().isVisible());
    test::fillWithABufferedPipe(bench);
    bench.takeAll();
    QTRY_VERIFY(panel.view().isVisible());
}

void LanesTest::aClickGoesToThatMomentAndChoosesTheProcess()
{
    Shown shown(tellEndlessDialog);
    QTest::mouseClick(
        shown.view().viewport(), Qt::LeftButton, {}, shown.placeOf(5211, 3200 * kMillisecond));
    QVERIFY(!shown.cursor.live());
    QVERIFY(
        shown.cursor.time() <= 3210 * kMillisecond && shown.cursor.time() >= 3000 * kMillisecond);
    QCOMPARE(shown.selection.pid(), Pid { 5211 });
}

void LanesTest::aClickOnAHeadChoosesAndLeavesTheMoment()
{
    Shown shown(tellEndlessDialog);
    const QPoint head(20, shown.view().rowRect(shown.rowOf(5210)).center().y());
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, head);
    QVERIFY(shown.cursor.live());
    QCOMPARE(shown.selection.pid(), Pid { 5210 });
}

void LanesTest::aDoubleClickShowsAllAndLeavesTheMoment()
{
    Shown shown(tellEndlessDialog);
    QTest::keyClick(&shown.view(), Qt::Key_Plus);
    QVERIFY(shown.view().window().zoomed());
    const QPoint place = shown.view().timeArea().center();
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(shown.view().viewport(), Qt::LeftButton, {}, place);
    QVERIFY(!shown.view().window().zoomed());
    QVERIFY(shown.cursor.live());
}

void LanesTest::aDragMovesAndLeavesTheMoment()
{
    Shown shown(tellEndlessDialog);
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&shown.view(), Qt::Key_Plus);
    const Nanoseconds from = shown.view().window().from();
    const QPoint place = shown.view().timeArea().center();
    QWidget* const seen = shown.view().viewport();
    QTest::mousePress(seen, Qt::LeftButton, {}, place);
    QMouseEvent move(QEvent::MouseMove, QPointF(place) + QPointF(120, 0),
        seen->mapToGlobal(place) + QPoint(120, 0), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(seen, &move);
    QTest::mouseRelease(seen, Qt::LeftButton, {}, place + QPoint(120, 0));
    QVERIFY(shown.view().window().from() < from);
    QVERIFY(shown.cursor.live());
    QVERIFY(!shown.selection.pid());
}

void LanesTest::theWheelZoomsAboutThePointer()
{
    Shown shown(tellEndlessDialog);
    const QPoint place = shown.placeOf(5211, 3 * kSecond);
    const Nanoseconds range = shown.view().window().range();
    turnWheel(shown.view(), place, { 0, 120 });
    QVERIFY(shown.view().window().range() < range);
    QVERIFY(std::abs(shown.placeOf(5211, 3 * kSecond).x() - place.x()) <= 1);
    turnWheel(shown.view(), place, { 0, -1200 });
    QVERIFY(!shown.view().window().zoomed());
}

void LanesTest::theWheelOverHeadsScrolls()
{
    Shown shown(tellThirty, { 900, 220 });
    QVERIFY(shown.view().verticalScrollBar()->maximum() > 0);
    turnWheel(shown.view(), { 20, 100 }, { 0, -240 });
    QVERIFY(shown.view().verticalScrollBar()->value() > 0);
    QVERIFY(!shown.view().window().zoomed());
    turnWheel(shown.view(), shown.view().timeArea().center(), { 0, 240 }, Qt::ShiftModifier);
    QCOMPARE(shown.view().verticalScrollBar()->value(), 0);
}

void LanesTest::aPinchZooms()
{
    Shown shown(tellEndlessDialog);
    const QPointF place = shown.view().timeArea().center();
    const Nanoseconds range = shown.view().window().range();
    QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2,
        place, place, place, 0.25, {});
    QApplication::sendEvent(shown.view().viewport(), &pinch);
    QVERIFY(shown.view().window().range() < range * 9 / 10);
}

void LanesTest::keysZoomAndMove()
{
    Shown shown(tellEndlessDialog);
    LanesView& view = shown.view();
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&view, Qt::Key_Plus);
    const Nanoseconds range = view.window().range();
    const Nanoseconds from = view.window().from();
    QTest::keyClick(&view, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(view.window().from() < from);
    QCOMPARE(view.window().range(), range);
    QTest::keyClick(&view, Qt::Key_Minus);
    QVERIFY(view.window().range() > range);
    QTest::keyClick(&view, Qt::Key_0);
    QVERIFY(!view.window().zoomed());
}

void LanesTest::keysGoFromLaneToLaneAndSliceToSlice()
{
    Shown shown(tellEndlessDialog);
    LanesView& view = shown.view();
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.focusedRow(), 1);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.focusedSlice(), 0U);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.focusedSlice(), 1U);
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("parent")));
    QVERIFY(view.accessibleDescription().contains(QStringLiteral("read(3)")));
    QTest::keyClick(&view, Qt::Key_Return);
    QVERIFY(!shown.cursor.live());
    QCOMPARE(shown.selection.pid(), Pid { 5210 });
    QCOMPARE(shown.cursor.time(), 3100 * kMillisecond);
}

void LanesTest::aSliceSaysItselfInWords()
{
    Shown shown(tellEndlessDialog);
    const QString words = shown.view().wordsAt(shown.placeOf(5211, 5 * kSecond));
    QVERIFY2(words.contains(QStringLiteral("read(0)")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("waits in")), qPrintable(words));
    const QString running = shown.view().wordsAt(shown.placeOf(5211, 2 * kSecond));
    QVERIFY2(running.contains(QStringLiteral("running")), qPrintable(running));
}

void LanesTest::anArrowSaysWhatWent()
{
    Shown shown([](Story& story) {
        tellEndlessDialog(story);
        story.at(7.3);
        story.write(5210, 4, 2, "again\n", End::Second);
        story.at(9.3);
        story.read(5211, 0, 2, "again\n");
    });
    const QPoint from = shown.placeOf(5210, 7300 * kMillisecond);
    const QPoint to = shown.placeOf(5211, 9300 * kMillisecond);
    const QString words = shown.view().wordsAt((from + to) / 2);
    QVERIFY2(words.contains(QStringLiteral("write(4")), qPrintable(words));
    QVERIFY2(words.contains(QStringLiteral("read(0")), qPrintable(words));
}

void LanesTest::anUprightArrowOfBytesIsAsItsLineWouldBe()
{
    constexpr QSize kSize { 40, 120 };
    const Look look;
    const auto painted = [&](const QLineF& line, bool strong, const ArrowStamps& stamps) {
        QImage image(kSize, QImage::Format_RGB32);
        image.fill(look.colour(Ink::Surface));
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        paintArrow(painter, look, line, ArrowKind::Bytes, strong, stamps);
        return image;
    };
    for (const bool strong : { false, true }) {
        const ArrowStamps stamps = arrowStamps(look, strong, kSize.height(), 1);
        QVERIFY(!stamps.line.isNull());
        for (const QLineF& line : { QLineF(20, 20, 20, 95), QLineF(20, 95, 20, 20) }) {
            const QImage stamped = painted(line, strong, stamps);
            const QImage drawn = painted(line, strong, { stamps.dot, {} });
            for (int y = 30; y < 85; ++y) { // between its dot and its head
                for (int x = 0; x < kSize.width(); ++x)
                    QVERIFY(qAbs(qGray(stamped.pixel(x, y)) - qGray(drawn.pixel(x, y))) <= 2);
            }
        }
    }
}

void LanesTest::kindsOfArrowsCanBeHidden()
{
    Shown shown(tellEndlessDialog);
    const std::size_t all = shown.view().drawnArrows();
    QVERIFY(all > 2);
    for (ArrowKey* key : shown.panel.findChildren<ArrowKey*>())
        key->click();
    shown.panel.grab();
    QCOMPARE(shown.view().drawnArrows(), 0U);
}

void LanesTest::threadsFold()
{
    Shown shown(tellFamily);
    const std::size_t all = shown.view().rows().size();
    const int row = shown.rowOf(4712);
    QCOMPARE(shown.view().rows()[static_cast<std::size_t>(row)].threads, 2U);
    const QPoint head(30, shown.view().rowRect(row).center().y());
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, head);
    QCOMPARE(shown.view().rows().size(), all); // the first one chooses
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, head);
    QCOMPARE(shown.view().rows().size(), all - 2);
    QTest::mouseClick(shown.view().viewport(), Qt::LeftButton, {}, head);
    QCOMPARE(shown.view().rows().size(), all);
}

void LanesTest::whatWasFoldedIsFoldedInTheNextRun()
{
    Shown shown(tellFamily);
    const std::size_t all = shown.view().rows().size();
    shown.view().setFolded(shown.rowOf(4712), true);
    QCOMPARE(shown.view().rows().size(), all - 2);
    Story again;
    tellFamily(again);
    again.show(shown.cursor);
    shown.settle();
    QCOMPARE(shown.view().rows().size(), all - 2);
    QVERIFY(shown.view().rows()[static_cast<std::size_t>(shown.rowOf(4712))].folded);
    shown.view().setFolded(shown.rowOf(4712), false);
    QCOMPARE(shown.view().rows().size(), all);
    Story third;
    tellFamily(third);
    third.show(shown.cursor);
    shown.settle();
    QCOMPARE(shown.view().rows().size(), all);
}

void LanesTest::whatWasFoldedIsFoldedTheNextTime()
{
    Shown before(tellFamily);
    before.view().setFolded(before.rowOf(4712), true);
    const QByteArray kept = before.view().folds();
    QVERIFY(!kept.isEmpty());
    Shown now(tellFamily);
    now.view().restoreFolds(kept);
    QVERIFY(now.view().rows()[static_cast<std::size_t>(now.rowOf(4712))].folded);
    QCOMPARE(now.view().rows().size(), before.view().rows().size());
    LaneFolds folds;
    folds.restore(QByteArray(10'000'000, '\n') + QByteArray("a\n").repeated(1000)); // damaged
    QVERIFY(folds.kept().size() <= 2 * LaneFolds::kMostPrograms);
}

void LanesTest::theMenuIsOfTheLaneThatIsPointedAt()
{
    Shown shown(tellEndlessDialog);
    QSignalSpy wanted(&shown.panel, &LanesPanel::menuWanted);
    const QPoint place = shown.placeOf(5211, 2 * kSecond);
    QContextMenuEvent menu(QContextMenuEvent::Mouse, place, place);
    QApplication::sendEvent(shown.view().viewport(), &menu);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(shown.selection.pid(), Pid { 5211 });
}

void LanesTest::whatComesAfterTheMomentIsFaint()
{
    Shown shown(tellEndlessDialog);
    const QPoint later = shown.placeOf(5211, 2 * kSecond) + QPoint(0, 2);
    const QColor strong = shown.view().viewport()->grab().toImage().pixelColor(later);
    shown.cursor.goToTime(kSecond);
    shown.settle();
    const QColor faint = shown.view().viewport()->grab().toImage().pixelColor(later);
    QVERIFY(faint.lightness() > strong.lightness());
    const QColor before = shown.view().viewport()->grab().toImage().pixelColor(
        shown.placeOf(5211, 50 * kMillisecond) + QPoint(0, 2));
    QVERIFY(before.lightness() < faint.lightness());
}

void LanesTest::anotherRunStartsAnew()
{
    Shown shown(tellEndlessDialog);
    QTest::keyClick(&shown.view(), Qt::Key_Plus);
    EventLog other;
    shown.cursor.setLog(&other);
    QCOMPARE(shown.panel.feed().taken(), 0U);
    QVERIFY(shown.view().rows().empty());
    QTRY_VERIFY(!shown.view().isVisible());
}

void LanesTest::theKeyNeverCutsAWord()
{
    for (const int width : { 420, 640, 900, 1280 }) {
        Shown shown(tellEndlessDialog, { width, 240 });
        for (const bool projector : { false, true }) {
            shown.look.setProjector(projector);
            QApplication::processEvents();
            int seen = 0;
            for (const QWidget* key : shown.panel.findChildren<StateKey*>()) {
                seen += key->isVisible();
                QVERIFY(!key->isVisible() || key->width() >= key->sizeHint().width());
            }
            QVERIFY(seen > 0);
        }
    }
}

void LanesTest::whereItIsNarrowTheKeyStillSaysWhatIsSeen()
{
    Shown shown(tellEndlessDialog, { 560, 240 });
    const auto seen = [&](LaneState state) {
        for (const StateKey* key : shown.panel.findChildren<StateKey*>()) {
            if (key->state() == state)
                return key->isVisible();
        }
        return false;
    };
    QVERIFY(seen(LaneState::Waiting) && seen(LaneState::Deadlocked));
    auto* const kinds = shown.panel.findChild<QToolButton*>(QStringLiteral("kinds"));
    QVERIFY(kinds->isVisible());
    kinds->click();
    auto* const menu = shown.panel.findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    for (QAction* kind : menu->actions())
        kind->trigger();
    menu->close();
    shown.panel.grab();
    QCOMPARE(shown.view().drawnArrows(), 0U);
    shown.panel.resize(1280, 240);
    QTRY_VERIFY(!kinds->isVisible());
    for (const ArrowKey* key : shown.panel.findChildren<ArrowKey*>())
        QVERIFY(key->isVisible() && !key->isChecked());
}

// However tall the bar is: a word that has no room between its edges is left out.
void LanesTest::theWordOfEachStateIsReadOnItsBar()
{
    QStringList wrong;
    std::size_t drawn = 0;
    for (int dress = 0; dress < kDresses; ++dress) {
        for (const qreal text : kTexts) {
            Look look;
            wear(look, dress, text);
            for (int tall = look.px(10); tall <= look.px(28); ++tall) {
                const test::Witnessed now = barsOfEachState(look, tall);
                drawn = now.texts.size();
                for (const test::PaintedText& one : now.texts) {
                    if (one.contrast < kTextContrast)
                        wrong << QStringLiteral("“%1” %2 : 1, dress %3, text × %4, bar of %5 px")
                                     .arg(one.words)
                                     .arg(one.contrast, 0, 'f', 2)
                                     .arg(dress)
                                     .arg(text)
                                     .arg(tall);
                }
            }
            QCOMPARE(drawn, std::size(kOnBars)); // the tallest have room for all
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
}

void LanesTest::waitsAreNamedInRowsOfEachHeight_data()
{
    QTest::addColumn<int>("dress");
    QTest::addColumn<double>("text");
    QTest::addColumn<bool>("compact");
    for (int dress = 0; dress < kDresses; ++dress) {
        for (const qreal text : kTexts) {
            for (const bool compact : { false, true })
                QTest::addRow("dress %d, text x %.1f, %s", dress, text, compact ? "low" : "tall")
                    << dress << text << compact;
        }
    }
}

void LanesTest::waitsAreNamedInRowsOfEachHeight()
{
    QFETCH(int, dress);
    QFETCH(double, text);
    QFETCH(bool, compact);
    Shown shown(tellEndlessDialog, { 1200, 600 });
    wear(shown.look, dress, text);
    const int rows = static_cast<int>(shown.view().rows().size());
    shown.panel.resize(1200, compact ? shown.look.px(40) * rows : shown.look.px(120) * rows);
    shown.settle();
    const test::Witnessed now = test::witnessed(*shown.view().viewport());
    const QRect area = shown.view().timeArea();
    int named = 0;
    for (const test::PaintedText& one : now.texts) {
        if (!area.contains(one.place.center().toPoint()))
            continue;
        named += one.words.contains(QStringLiteral("read(")) ? 1 : 0;
        QVERIFY2(one.contrast >= kTextContrast,
            qPrintable(QStringLiteral("“%1”: %2").arg(one.words).arg(one.contrast)));
    }
    QVERIFY(named > 0);
}

void LanesTest::looksRight()
{
    Shown dialog(tellEndlessDialog);
    test::renderAll(dialog.panel, dialog.look, { 860, 260 }, "lanes-dialog");
    dialog.cursor.goToTime(3200 * kMillisecond);
    test::renderAll(dialog.panel, dialog.look, { 860, 260 }, "lanes-rewound");
    Shown family(tellFamily);
    test::renderAll(family.panel, family.look, { 860, 320 }, "lanes-family");
    Shown crowd(tellThirty);
    test::renderAll(crowd.panel, crowd.look, { 860, 320 }, "lanes-crowd");
}

QTEST_MAIN(LanesTest)
#include "lanes_test.moc"
