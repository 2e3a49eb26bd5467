// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/catalog/two_topics.h"
#include "tests/views/support/each_look.h"
#include "views/catalog/catalog_card.h"
#include "views/catalog/catalog_model.h"
#include "views/catalog/catalog_view.h"
#include "views/catalog/command_box.h"
#include "views/catalog/needs_strip.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace ipclab;
using test::Bench;
using test::twoTopics;

namespace {

struct Shown {
    Bench bench;
    CatalogView view { bench.context() };
    explicit Shown()
    {
        view.resize(1280, 660);
        view.show();
        view.activateWindow();
        view.setTopics(twoTopics());
        QApplication::processEvents();
    }
    [[nodiscard]] QLineEdit* search() const
    {
        return view.findChild<QLineEdit*>(QString(), Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] QListView* list() const
    {
        return view.findChild<QListView*>(QString(), Qt::FindDirectChildrenOnly);
    }
    [[nodiscard]] CommandBox* box() const { return view.findChild<CommandBox*>(); }
    [[nodiscard]] QLineEdit* command() const { return box()->findChildren<QLineEdit*>().first(); }
};

} // namespace

class CatalogTest : public QObject {
    Q_OBJECT

private slots:
    void labsStandUnderTheirTopic();
    void allWordsOfASearchMustBeThere();
    void theModelIsSound();
    void enterOpensTheChosenLab();
    void oneGoesOnWhereOneWas();
    void aSearchKnowsNoAccents();
    void typingInTheListSearches();
    void homeAndEndGoToTheFirstAndTheLastLab();
    void aTopicIsChosenByKeyboard();
    void aTopicSaysHowFarOneIs();
    void whatTheMachineLacksIsSaidWithItsRemedy();
    void aDescriptionIsAsWideAsItsCard();
    void aClickOpensALab();
    void theChosenLabStaysWhenProgressChanges();
    void theChosenLabStaysInSightForTheProjector();
    void aSearchWithoutAnswerSaysSo();
    void aCommandIsWantedWithItsWiring();
    void anEmptyCommandIsNotRun();
    void recentCommandsAreRecalled();
    void whatAShellRunsIsSaidBefore();
    void anErrorStandsUntilTheCommandChanges();
    void theWheelChangesNothingThatHasNoFocus();
    void looksRight();
};

void CatalogTest::labsStandUnderTheirTopic()
{
    CatalogModel model;
    model.setTopics(twoTopics());
    QCOMPARE(model.rowCount(), 6);
    QVERIFY(!model.labAt(0));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Processes"));
    QCOMPARE(model.labAt(4)->id, QStringLiteral("delayed-output"));
    QVERIFY(!(model.index(0).flags() & Qt::ItemIsSelectable));
}

void CatalogTest::allWordsOfASearchMustBeThere()
{
    CatalogModel model;
    model.setTopics(twoTopics());
    model.setSearch(QStringLiteral("WAIT deadlock"));
    QCOMPARE(model.labCount(), 1);
    QCOMPARE(model.rowCount(), 2); // with its heading
    QCOMPARE(model.labAt(1)->id, QStringLiteral("endless-dialog"));
    model.setSearch(QStringLiteral("  "));
    QCOMPARE(model.labCount(), 4);
}

void CatalogTest::theModelIsSound()
{
    CatalogModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setTopics(twoTopics());
    for (const char* words : { "z", "zombies", "nothing like it", "" })
        model.setSearch(QString::fromLatin1(words));
    model.setTopics({});
    QCOMPARE(model.rowCount(), 0);
}

void CatalogTest::enterOpensTheChosenLab()
{
    Shown shown;
    const QSignalSpy chosen(&shown.view, &CatalogView::labChosen);
    shown.search()->setFocus();
    QTest::keyClicks(shown.search(), QStringLiteral("buffering"));
    QTest::keyClick(shown.search(), Qt::Key_Return);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("delayed-output"));
    QTest::keyClick(shown.search(), Qt::Key_Down);
    QTRY_VERIFY(shown.list()->hasFocus());
    QTest::keyClick(shown.list(), Qt::Key_Return);
    QCOMPARE(chosen.last().first().toString(), QStringLiteral("endless-dialog"));
}

void CatalogTest::oneGoesOnWhereOneWas()
{
    Shown shown;
    const QSignalSpy chosen(&shown.view, &CatalogView::labChosen);
    const std::pair<const char*, const char*> ways[] = { { "endless-dialog", "endless-dialog" },
        { "no-such-lab", "endless-dialog" }, { "two-returns", "zombies" } }; // that one is done
    for (const auto& [last, opened] : ways) {
        shown.view.goOnFrom(QString::fromLatin1(last));
        shown.search()->setFocus();
        QTest::keyClick(shown.search(), Qt::Key_Return);
        QCOMPARE(chosen.last().first().toString(), QString::fromLatin1(opened));
        const QRect card = shown.list()->visualRect(shown.list()->currentIndex());
        QTRY_VERIFY(shown.list()->viewport()->rect().contains(card.center()));
    }
}

void CatalogTest::aSearchKnowsNoAccents()
{
    CatalogModel model;
    std::vector<CatalogTopic> spanish = twoTopics();
    spanish[0].labs[0].question = QStringLiteral("¿Dónde está el búfer?");
    model.setTopics(spanish);
    for (const char* const words : { "bufer", "BÚFER", "donde esta",
             "bu\xcc\x81"
             "fer" }) {
        model.setSearch(QString::fromUtf8(words));
        QCOMPARE(model.labCount(), 1);
        QCOMPARE(model.labAt(1)->id, QStringLiteral("two-returns"));
    }
    spanish[0].labs[0].question = QStringLiteral("bufer");
    model.setTopics(spanish);
    model.setSearch(QStringLiteral("búfer"));
    QCOMPARE(model.labCount(), 1);
}

void CatalogTest::typingInTheListSearches()
{
    Shown shown;
    shown.list()->setFocus();
    QTest::keyClick(shown.list(), Qt::Key_Down);
    QVERIFY(shown.search()->text().isEmpty());
    QTest::keyClick(shown.list(), 'z');
    QVERIFY(shown.search()->hasFocus());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("omb"));
    QCOMPARE(shown.search()->text(), QStringLiteral("zomb"));
    QCOMPARE(shown.list()->currentIndex().data().toString(), QStringLiteral("Zombies"));
    QTest::keyClick(shown.search(), Qt::Key_Escape);
    QVERIFY(shown.search()->text().isEmpty());
    QCOMPARE(shown.list()->model()->rowCount(), 6);
}

void CatalogTest::homeAndEndGoToTheFirstAndTheLastLab()
{
    Shown shown;
    shown.list()->setFocus();
    const auto chosen = [&] { return shown.list()->currentIndex().data().toString(); };
    QTest::keyClick(shown.list(), Qt::Key_End);
    QCOMPARE(chosen(), QStringLiteral("The endless dialog"));
    QTest::keyClick(shown.list(), Qt::Key_Up);
    QTest::keyClick(shown.list(), Qt::Key_Up);
    QCOMPARE(chosen(), QStringLiteral("Zombies")); // over the heading
    QTest::keyClick(shown.list(), Qt::Key_Home);
    QCOMPARE(chosen(), QStringLiteral("Two returns"));
}

void CatalogTest::aTopicIsChosenByKeyboard()
{
    Shown shown;
    const QSignalSpy picked(&shown.view, &CatalogView::topicPicked);
    const auto chip = [&](const char* id) {
        return shown.view.findChild<QPushButton*>(
            QStringLiteral("topic-") + QString::fromLatin1(id));
    };
    QVERIFY(chip("")->isChecked());
    chip("")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(picked.last().first().toString(), QStringLiteral("buffering"));
    QCOMPARE(shown.list()->model()->rowCount(), 3);
    QCOMPARE(shown.list()->currentIndex().data().toString(), QStringLiteral("Delayed output"));
    shown.view.setTopics(twoTopics()); // as when there is progress: it stays
    QCOMPARE(shown.list()->model()->rowCount(), 3);
    shown.view.chooseTopic(QStringLiteral("no longer there"));
    QVERIFY(chip("")->isChecked());
    QCOMPARE(shown.list()->model()->rowCount(), 6);
}

void CatalogTest::aTopicSaysHowFarOneIs()
{
    const Shown shown;
    const auto* const chip = shown.view.findChild<QPushButton*>(QStringLiteral("topic-processes"));
    QCOMPARE(chip->text(), QStringLiteral("Processes  1/2"));
    QCOMPARE(chip->accessibleName(), QStringLiteral("Processes: 1 of 2 labs done"));
    QCOMPARE(shown.view.findChild<QPushButton*>(QStringLiteral("topic-"))->text(),
        QStringLiteral("All topics  1/4"));
}

void CatalogTest::whatTheMachineLacksIsSaidWithItsRemedy()
{
    Shown shown;
    const QSignalSpy machine(&shown.view, &CatalogView::machineWanted);
    auto* const strip = shown.view.findChild<NeedsStrip*>();
    QVERIFY(!strip->isVisible());
    shown.list()->setCurrentIndex(shown.list()->model()->index(4, 0));
    QVERIFY(strip->isVisible());
    auto* const command = strip->findChild<QLineEdit*>();
    QCOMPARE(command->text(), QStringLiteral("sudo apt install python3"));
    const QList<QPushButton*> buttons = strip->findChildren<QPushButton*>();
    QGuiApplication::clipboard()->clear();
    QTest::keyClick(buttons[0], Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), command->text());
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    QCOMPARE(machine.count(), 1);
    shown.list()->setCurrentIndex(shown.list()->model()->index(5, 0));
    QVERIFY(!strip->isVisible());
}

void CatalogTest::aDescriptionIsAsWideAsItsCard()
{
    Look look;
    CatalogCard card(look);
    card.setWidth(850);
    CatalogModel model;
    std::vector<CatalogTopic> one { { QStringLiteral("T"), { twoTopics()[0].labs[1] } } };
    const QString word = QStringLiteral("words ");
    const QFontMetrics small(look.small());
    // A line of 760 px has room below the title, and none beside the progress.
    one[0].labs[0].shows = word.repeated(760 / small.horizontalAdvance(word)).trimmed();
    model.setTopics(one);
    const int oneLine = card.sizeHint({}, model.index(1)).height();
    one[0].labs[0].shows = QStringLiteral("words");
    model.setTopics(one);
    QCOMPARE(oneLine, card.sizeHint({}, model.index(1)).height());
}

void CatalogTest::aClickOpensALab()
{
    Shown shown;
    const QSignalSpy chosen(&shown.view, &CatalogView::labChosen);
    const QRect heading = shown.list()->visualRect(shown.list()->model()->index(0, 0));
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {}, heading.center());
    QCOMPARE(chosen.count(), 0);
    const QRect card = shown.list()->visualRect(shown.list()->model()->index(2, 0));
    QTest::mouseClick(shown.list()->viewport(), Qt::RightButton, {}, card.center());
    QCOMPARE(chosen.count(), 0);
    QTest::mouseClick(shown.list()->viewport(), Qt::LeftButton, {}, card.center());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("zombies"));
}

void CatalogTest::theChosenLabStaysWhenProgressChanges()
{
    Shown shown;
    shown.list()->setCurrentIndex(shown.list()->model()->index(4, 0));
    std::vector<CatalogTopic> changed = twoTopics();
    changed[1].labs[0].done = 3;
    changed[0].labs.pop_back();
    shown.view.setTopics(changed);
    QCOMPARE(shown.list()->currentIndex().data().toString(), QStringLiteral("Delayed output"));
}

void CatalogTest::theChosenLabStaysInSightForTheProjector()
{
    Shown shown;
    shown.view.resize(1280, 420);
    QListView* const list = shown.list();
    const auto isSeen = [list] {
        return list->viewport()->rect().contains(list->visualRect(list->currentIndex()));
    };
    QApplication::processEvents();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    QTRY_VERIFY(isSeen());
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
    shown.bench.look.setProjector(true);
    QApplication::processEvents();
    QTRY_VERIFY(isSeen());
}

void CatalogTest::aSearchWithoutAnswerSaysSo()
{
    Shown shown;
    QTest::keyClicks(shown.search(), QStringLiteral("quantum"));
    QVERIFY(!shown.list()->isVisible());
    bool said = false;
    for (const auto* label : shown.view.findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains(QStringLiteral("No lab has"));
    QVERIFY(said);
}

void CatalogTest::aCommandIsWantedWithItsWiring()
{
    Shown shown;
    const QSignalSpy wanted(&shown.view, &CatalogView::commandWanted);
    shown.view.setCommand({ {}, {}, {}, QStringLiteral("/tmp") }, false);
    const QList<QComboBox*> combos = shown.box()->findChildren<QComboBox*>();
    QTest::keyClicks(shown.command(), QStringLiteral("  sort -n "));
    combos[0]->setFocus();
    QTest::keyClick(combos[0], Qt::Key_Down);
    combos[1]->setCurrentIndex(combos[1]->findData(QStringLiteral("unix")));
    QTest::keyClick(shown.command(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    CommandWish wish { QStringLiteral("sort -n"), QStringLiteral("pipe"), QStringLiteral("unix"),
        QStringLiteral("/tmp") };
    wish.stderrWiring = QStringLiteral("terminal");
    QCOMPARE(wanted.first().first().value<CommandWish>(), wish);
}

void CatalogTest::anEmptyCommandIsNotRun()
{
    Shown shown;
    const QSignalSpy wanted(&shown.view, &CatalogView::commandWanted);
    QTest::keyClicks(shown.command(), QStringLiteral("   "));
    QTest::keyClick(shown.command(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 0);
}

void CatalogTest::recentCommandsAreRecalled()
{
    Shown shown;
    shown.view.setRecentCommands({ QStringLiteral("sort -n"), QStringLiteral("cat | wc") });
    QTest::keyClick(shown.command(), Qt::Key_Up);
    QTest::keyClick(shown.command(), Qt::Key_Up);
    QCOMPARE(shown.command()->text(), QStringLiteral("cat | wc"));
}

void CatalogTest::whatAShellRunsIsSaidBefore()
{
    Shown shown;
    const auto* const note = shown.box()->findChild<QLabel*>(QStringLiteral("commandNote"));
    QTest::keyClicks(shown.command(), QStringLiteral("sort a"));
    QVERIFY(note->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("without a shell")), qPrintable(note->text()));
    QTest::keyClicks(shown.command(), QStringLiteral(" | head"));
    QCOMPARE(note->text(), QStringLiteral("Run by sh -c, because of |"));
    QCOMPARE(shown.command()->accessibleDescription(), note->text());
}

void CatalogTest::anErrorStandsUntilTheCommandChanges()
{
    Shown shown;
    const QString error = QStringLiteral("sorrt cannot be started: there is no such program.");
    const auto said = [&] {
        for (const auto* label : shown.view.findChildren<QLabel*>()) {
            if (label->isVisible() && label->text() == error)
                return true;
        }
        return false;
    };
    QTest::keyClicks(shown.command(), QStringLiteral("sorrt"));
    shown.view.setProblem(CommandProblem { CommandField::Command, error });
    QVERIFY(said());
    QTest::keyClick(shown.command(), Qt::Key_Backspace);
    QVERIFY(!said());
}

void CatalogTest::theWheelChangesNothingThatHasNoFocus()
{
    Shown shown;
    shown.command()->setFocus();
    auto* const combo = shown.box()->findChildren<QComboBox*>().at(0);
    const QPointF at = combo->rect().center();
    QWheelEvent wheel(at, combo->mapToGlobal(at), {}, { 0, -120 }, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(combo, &wheel);
    QCOMPARE(combo->currentIndex(), 0);
    combo->setFocus();
    QApplication::sendEvent(combo, &wheel);
    QCOMPARE(combo->currentIndex(), 1);
}

void CatalogTest::looksRight()
{
    Shown shown;
    test::renderAll(shown.view, shown.bench.look, { 1280, 660 }, "catalog");
    QTest::keyClicks(shown.command(), QStringLiteral("sorrt /etc/passwd"));
    shown.view.setProblem(CommandProblem { CommandField::Command,
        QStringLiteral("sorrt cannot be started: there is no such program in your PATH.") });
    QTest::keyClicks(shown.search(), QStringLiteral("zomb"));
    test::rendered(shown.view, shown.bench.look, { 1000, 620 }, QStringLiteral("catalog-error"));
    shown.view.setTopics({});
    test::rendered(shown.view, shown.bench.look, { 1000, 620 }, QStringLiteral("catalog-empty"));
}

QTEST_MAIN(CatalogTest)
#include "catalog_test.moc"
