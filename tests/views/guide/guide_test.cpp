// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/guide/shown_guide.h"
#include "tests/views/support/each_look.h"
#include "tests/views/support/found.h"
#include "views/guide/step_row.h"

#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

// The way through the steps: which is seen, which has the focus, what may be asked for.
class GuideTest : public QObject {
    Q_OBJECT

private slots:
    void thePlaceIsSaid();
    void nothingIsMadeWhileHidden();
    void aStepThatSaysWhatItSaidIsNotMadeAnew();
    void aStepWithoutRoomIsSeenFromItsTopAndWhereTheFocusIs();
    void ofALabThatOpensTheQuestionIsReadFirst();
    void theFocusGoesOnToTheNextStep();
    void whatHasTheFocusIsSeenAtOnce();
    void theFocusIsLeftWhereElseItIs();
    void hintsAreShownOnlyNow();
    void theEndExplainsAndLeadsOn();
    void startingOverIsAskedFor();
    void theStepNowIsScrolledTo();
    void theEndIsScrolledToAndTakesNoFocus_data();
    void theEndIsScrolledToAndTakesNoFocus();
    void aStepIsShownOnRequestAndSaidToBe();
    void theFocusAskedForGoesToTheStepNow();
    void anEmptyGuideSaysWhatWouldFillIt();
    void looksRight();
};

void GuideTest::thePlaceIsSaid()
{
    ShownGuide shown(content(2));
    bool said = false;
    for (const auto* label : shown.panel.findChildren<QLabel*>())
        said |= label->text() == QStringLiteral(u"GUIDE · STEP 3 OF 6");
    QVERIFY(said);
}

void GuideTest::nothingIsMadeWhileHidden()
{
    ShownGuide shown(content(2));
    const QPointer<StepRow> row = shown.panel.findChild<StepRow*>(QStringLiteral("now"));
    QVERIFY(row);
    shown.panel.hide();
    shown.panel.setContent(content(3));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(row);
    shown.panel.show();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(!row);
    const auto labels = found<QLabel>(shown.panel);
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->text() == QStringLiteral(u"GUIDE · STEP 4 OF 6");
    }));
}

void GuideTest::aStepThatSaysWhatItSaidIsNotMadeAnew()
{
    ShownGuide shown(content(2));
    const auto rows = [&] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QList<QPointer<StepRow>> there;
        for (StepRow* const row : shown.panel.findChildren<StepRow*>())
            there.append(row);
        std::ranges::sort(there, {}, [](const StepRow* row) { return row->y(); });
        return there;
    };
    const auto before = rows();
    QCOMPARE(before.size(), 6);
    shown.panel.setContent(content(3)); // the third is done, the fourth is asked
    const auto after = rows();
    QCOMPARE(after.size(), 6);
    for (const int stays : { 0, 1, 4, 5 })
        QVERIFY(before.at(stays) && after.contains(before.at(stays)));
    QVERIFY(!before.at(2) && !before.at(3));
    shown.bench.look.setProjector(true); // in another look, all are others
    for (const QPointer<StepRow>& row : (rows(), after))
        QVERIFY(!row);
}

void GuideTest::aStepWithoutRoomIsSeenFromItsTopAndWhereTheFocusIs()
{
    GuideContent asked = content(2);
    asked.steps[2].text = QStringLiteral("It is long. ").repeated(100);
    ShownGuide shown(asked, { 300, 260 });
    const auto place = [&](const QWidget* widget) {
        return QRect(widget->mapTo(&shown.panel, QPoint()), widget->size());
    };
    const auto* const row = shown.panel.findChild<QWidget*>(QStringLiteral("now"));
    QTRY_VERIFY(row->height() > shown.panel.height());
    QTRY_VERIFY(place(row).top() >= 0 && place(row).top() < shown.panel.height() / 3);
    shown.panel.focusNow();
    const QWidget* const focused = QApplication::focusWidget();
    QVERIFY(focused && row->isAncestorOf(focused));
    QTRY_VERIFY(shown.panel.rect().contains(place(focused)));
}

void GuideTest::ofALabThatOpensTheQuestionIsReadFirst()
{
    GuideContent first = content(0);
    first.intro = QStringLiteral("It is long. ").repeated(100);
    ShownGuide shown(first, { 300, 260 });
    const auto* const row = shown.panel.findChild<QWidget*>(QStringLiteral("now"));
    const auto* const bar = shown.panel.findChild<QScrollArea*>()->verticalScrollBar();
    const auto top = [&] { return row->mapTo(&shown.panel, QPoint()).y(); };
    QTRY_VERIFY(bar->maximum() > 0 && top() > shown.panel.height());
    QApplication::processEvents();
    QCOMPARE(bar->value(), 0);
    shown.panel.greet();
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY(row->isAncestorOf(QApplication::focusWidget()) || row == QApplication::focusWidget());
    QApplication::processEvents();
    QCOMPARE(bar->value(), 0);
    shown.panel.focusNow(); // asked for
    QTRY_VERIFY(top() < shown.panel.height());
}

void GuideTest::theFocusGoesOnToTheNextStep()
{
    GuideContent step = content(1);
    step.steps[1].choices = { { QStringLiteral("soon"), QStringLiteral("At once") },
        { QStringLiteral("end"), QStringLiteral("At the end") } };
    ShownGuide shown(step);
    choice(shown.panel, "end")->setFocus();
    QTRY_VERIFY(choice(shown.panel, "end")->hasFocus());
    step.steps[1].chosen = QStringLiteral("end"); // nothing is left to choose: the card has it
    shown.panel.setContent(step);
    QTRY_VERIFY(QApplication::focusWidget());
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("now"));
    QVERIFY(shown.panel.isAncestorOf(QApplication::focusWidget()));
    shown.panel.setContent(content(2)); // it happened: the next step asks
    QTRY_VERIFY(choice(shown.panel, "kernel"));
    QTRY_VERIFY(choice(shown.panel, "kernel")->hasFocus());
    QVERIFY(!choice(shown.panel, "kernel")->isChecked());
}

void GuideTest::whatHasTheFocusIsSeenAtOnce()
{
    const auto focusIsSeen = [] {
        const QWidget* const focused = QApplication::focusWidget();
        return focused && focused->isVisible();
    };
    ShownGuide shown(content(1));
    shown.panel.setContent(content(2)); // the step now is just made
    shown.panel.focusNow();
    QVERIFY(focusIsSeen());
    GuideContent hinted = content(2);
    hinted.steps[2].hint = QStringLiteral("Look at the writer's card.");
    shown.panel.setContent(hinted); // and made anew, the keys being at one of its choices
    QVERIFY(focusIsSeen());
    QVERIFY(choice(shown.panel, "kernel")->hasFocus());
}

void GuideTest::theFocusIsLeftWhereElseItIs()
{
    QWidget window;
    Bench bench;
    auto* panel = new GuidePanel(bench.context(), &window);
    auto* other = new QPushButton(QStringLiteral("Run"), &window);
    window.show();
    window.activateWindow();
    panel->setContent(content(1));
    other->setFocus();
    QTRY_VERIFY(other->hasFocus());
    panel->setContent(content(2));
    QApplication::processEvents();
    QVERIFY(other->hasFocus());
}

void GuideTest::hintsAreShownOnlyNow()
{
    GuideContent hinted = content(3);
    hinted.steps[3].hint = QStringLiteral("Turn **flush** on.");
    hinted.steps[4].hint = QStringLiteral("Later.");
    ShownGuide shown(hinted);
    QVERIFY(boldIn(visibleTextOf(shown.panel, "hint")).contains(QStringLiteral("flush")));
    int hints = 0;
    for (const auto* label : shown.panel.findChildren<QLabel*>(QStringLiteral("hint")))
        hints += label->isVisible() ? 1 : 0;
    QCOMPARE(hints, 1);
}

void GuideTest::theEndExplainsAndLeadsOn()
{
    ShownGuide shown(content(5));
    QVERIFY(visibleTextOf(shown.panel, "explanation").isEmpty());
    shown.panel.setContent(content(6));
    QApplication::processEvents();
    QVERIFY(visibleTextOf(shown.panel, "explanation").contains(QStringLiteral("own buffer")));
    const QSignalSpy next(&shown.panel, &GuidePanel::nextLabWanted);
    for (auto* button : shown.panel.findChildren<QPushButton*>()) {
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Next lab")))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(next.count(), 1);
}

void GuideTest::startingOverIsAskedFor()
{
    ShownGuide shown(content(0));
    auto* button = shown.panel.findChild<QPushButton*>(QStringLiteral("startOver"));
    QVERIFY(!button->isVisible()); // nothing to start over yet
    shown.panel.setContent(content(2));
    const QSignalSpy wanted(&shown.panel, &GuidePanel::startOverWanted);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void GuideTest::theStepNowIsScrolledTo()
{
    ShownGuide shown(content(0), { 300, 260 });
    shown.panel.setContent(content(5));
    const auto* bar = shown.panel.findChild<QScrollArea*>()->verticalScrollBar();
    QTRY_VERIFY(bar->value() > 0);
}

void GuideTest::theEndIsScrolledToAndTakesNoFocus_data()
{
    QTest::addColumn<int>("paragraphs");
    QTest::newRow("all of it has room") << 1;
    QTest::newRow("it has none") << 12;
}

void GuideTest::theEndIsScrolledToAndTakesNoFocus()
{
    QFETCH(const int, paragraphs);
    const auto told = [&](int done) {
        GuideContent made = content(done);
        made.intro = QStringLiteral("It is long. ").repeated(60);
        made.explanation = (made.explanation + QStringLiteral("\n\n")).repeated(paragraphs);
        made.summary = QStringLiteral("runs: 3");
        return made;
    };
    ShownGuide shown(told(5), { 300, 400 });
    auto* const bar = shown.panel.findChild<QScrollArea*>()->verticalScrollBar();
    const auto* const label = shown.panel.findChild<QLabel*>(QStringLiteral("explanation"));
    const auto top = [&] { return label->mapTo(&shown.panel, QPoint()).y(); };
    const QWidget* const focused = QApplication::focusWidget();
    shown.panel.setContent(told(6));
    QTRY_VERIFY(label->isVisible() && bar->maximum() > 0);
    const int seen = std::min(label->height(), 100);
    QTRY_VERIFY2(top() > 0 && top() + seen <= 400, qPrintable(QString::number(top())));
    QCOMPARE(QApplication::focusWidget(), focused);
    bar->triggerAction(QAbstractSlider::SliderToMinimum); // who reads elsewhere is left there
    shown.panel.setContent(told(6));
    shown.panel.resize(300, 420);
    QApplication::processEvents();
    QCOMPARE(bar->value(), 0);
}

void GuideTest::aStepIsShownOnRequestAndSaidToBe()
{
    GuideContent made = content(2);
    ShownGuide shown(made);
    const auto button = [&] {
        QPushButton* found = nullptr;
        for (auto* one : shown.panel.findChildren<QPushButton*>(QStringLiteral("showMe")))
            found = one->isVisible() ? one : found;
        return found;
    };
    QVERIFY(!button());
    made.steps[2].canBeShown = true;
    shown.panel.setContent(made);
    QTRY_VERIFY(button());
    const QSignalSpy wanted(&shown.panel, &GuidePanel::showWanted);
    QTest::mouseClick(button(), Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    made.steps[2].canBeShown = false;
    made.steps[2].showing = true;
    made.steps[2].choices.clear();
    made.steps[2].actionLabel = QStringLiteral("Run");
    shown.panel.setContent(made);
    QTRY_VERIFY(
        textIn(visibleTextOf(shown.panel, "showing")).contains(QStringLiteral("shows this")));
    QVERIFY(!button());
    QVERIFY(visibleTextOf(shown.panel, "action").isEmpty());
    made = content(6);
    made.steps[2].shown = true;
    made.steps[2].correct = QStringLiteral("writer");
    shown.panel.setContent(made);
    QApplication::processEvents();
    QCOMPARE(textIn(visibleTextOf(shown.panel, "shown")),
        QStringLiteral("Shown, not done by you. The kernel showed: In the writer's own memory."));
    bool said = false;
    for (const auto* label : shown.panel.findChildren<QLabel*>())
        said |= label->text() == QStringLiteral(u"GUIDE · 5 STEPS DONE, 1 SHOWN");
    QVERIFY(said);
}

void GuideTest::theFocusAskedForGoesToTheStepNow()
{
    ShownGuide shown(content(2));
    shown.panel.focusNow();
    QTRY_VERIFY(choice(shown.panel, "kernel")->hasFocus());
    GuideContent made = content(3); // nothing to choose, but to be shown
    made.steps[3].canBeShown = true;
    shown.panel.setContent(made);
    QApplication::processEvents();
    shown.panel.focusNow();
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("showMe"));
    shown.panel.setContent(content(6));
    QApplication::processEvents();
    shown.panel.focusNow();
    const auto* next = qobject_cast<QPushButton*>(QApplication::focusWidget());
    QVERIFY(next && next->text().startsWith(QStringLiteral("Next lab")));
}

void GuideTest::anEmptyGuideSaysWhatWouldFillIt()
{
    ShownGuide shown({});
    bool said = false;
    for (const auto* label : shown.panel.findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains(QStringLiteral("Open a lab"));
    QVERIFY(said);
}

void GuideTest::looksRight()
{
    GuideContent now = content(2);
    now.steps[2].hint = QStringLiteral("The card of the writer shows its own buffer.");
    now.steps[0].chosen = QStringLiteral("x");
    now.steps[0].chosen.reset();
    ShownGuide shown(now);
    QTest::mouseClick(choice(shown.panel, "writer"), Qt::LeftButton);
    test::drawAll(shown.panel, shown.bench.look, { 300, 640 }, "guide-predict");
    GuideContent later = content(3);
    later.steps[2].chosen = QStringLiteral("kernel");
    later.steps[2].correct = QStringLiteral("writer");
    later.steps[3].actionLabel = QStringLiteral("Switch flush to yes");
    shown.panel.setContent(later);
    test::drawAll(shown.panel, shown.bench.look, { 300, 640 }, "guide-compared");
    GuideContent end = content(6);
    end.steps[2].chosen = QStringLiteral("writer");
    end.steps[2].correct = QStringLiteral("writer");
    shown.panel.setContent(end);
    test::drawAll(shown.panel, shown.bench.look, { 300, 640 }, "guide-end");
    shown.panel.setContent({});
    test::rendered(shown.panel, shown.bench.look, { 300, 640 }, QStringLiteral("guide-empty"));
}
QTEST_MAIN(GuideTest)
#include "guide_test.moc"
