// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/catalog/runs_of_a_day.h"
#include "tests/views/catalog/shown_catalog.h"
#include "tests/views/support/each_look.h"
#include "tests/views/support/found.h"
#include "views/catalog/environment_table.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>

#include <algorithm>

using namespace ipclab;
using test::runs;
using test::ShownCatalog;

namespace {

CommandWish fullWish()
{
    CommandWish wish { QStringLiteral("sort -n"), QStringLiteral("pipe"), QStringLiteral("unix"),
        QStringLiteral("/tmp") };
    wish.stderrWiring = QStringLiteral("null");
    wish.environment = { QStringLiteral("A=1"), QStringLiteral("PYTHONUNBUFFERED") };
    wish.mostProcesses = 20;
    wish.seconds = 30;
    wish.megabytes = 64;
    wish.cpuSeconds = 2;
    wish.files = 16;
    return wish;
}

} // namespace

// Any command, how it is wired, and what was run before.
class WorkbenchTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsShownIsWhatIsWanted();
    void aWiringThatNobodyKnowsIsTheTerminal();
    void stderrIsWiredByKeyboard();
    void aMissingFolderIsSaidUnderIt();
    void anOpenQuoteIsSaidUnderTheCommand();
    void aVariableIsSetByKeyboard();
    void aVariableIsTakenAway();
    void aNameThatIsNoneIsSaidUnderTheTable();
    void whatIsFoldedAwayIsSummedUp();
    void aLimitIsSetByKeyboard();
    void allIsReachedByKeyboard();
    void nothingIsCutAtTheSize();
    void looksRight();

private:
    [[nodiscard]] QLineEdit* folder() const
    {
        return m_shown->box()->findChild<QLineEdit*>(QStringLiteral("commandFolder"));
    }
    [[nodiscard]] QTableWidget* table() const { return m_shown->box()->findChild<QTableWidget*>(); }
    void typeCell(const QString& keys);

    std::unique_ptr<ShownCatalog> m_shown;
};

void WorkbenchTest::init()
{
    m_shown.reset();
    m_shown = std::make_unique<ShownCatalog>();
    QVERIFY(m_shown->view.isActiveWindow());
}

void WorkbenchTest::typeCell(const QString& keys)
{
    auto* const editor = table()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, keys);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!table()->findChild<QLineEdit*>());
}

void WorkbenchTest::whatIsShownIsWhatIsWanted()
{
    const QSignalSpy wanted(&m_shown->view, &CatalogView::commandWanted);
    m_shown->view.setCommand(fullWish(), false);
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().first().value<CommandWish>(), fullWish());
}

void WorkbenchTest::aWiringThatNobodyKnowsIsTheTerminal()
{
    CommandWish wish = fullWish();
    wish.stdinWiring = QStringLiteral("inherit");
    m_shown->view.setCommand(wish, false);
    QCOMPARE(m_shown->box()->wish().stdinWiring, QStringLiteral("terminal"));
}

void WorkbenchTest::stderrIsWiredByKeyboard()
{
    auto* const combo = m_shown->box()->findChildren<QComboBox*>().at(2);
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(m_shown->box()->wish().stderrWiring, QStringLiteral("pipe"));
    QTest::keyClick(combo, Qt::Key_End);
    QCOMPARE(m_shown->box()->wish().stderrWiring, QStringLiteral("null"));
}

void WorkbenchTest::aMissingFolderIsSaidUnderIt()
{
    const QSignalSpy wanted(&m_shown->view, &CatalogView::commandWanted);
    QTest::keyClicks(m_shown->line(), QStringLiteral("true"));
    folder()->setText(QStringLiteral("/no/such"));
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 0);
    QVERIFY(m_shown->says(QStringLiteral("There is no folder “/no/such”")));
    QTRY_VERIFY(folder()->hasFocus());
    folder()->setText(QStringLiteral("/etc/passwd"));
    QVERIFY(!m_shown->says(QStringLiteral("There is no folder")));
    QTest::keyClick(folder(), Qt::Key_Return);
    QVERIFY(m_shown->says(QStringLiteral("is no folder")));
    QCOMPARE(wanted.count(), 0);
}

void WorkbenchTest::anOpenQuoteIsSaidUnderTheCommand()
{
    const QSignalSpy wanted(&m_shown->view, &CatalogView::commandWanted);
    QTest::keyClicks(m_shown->line(), QStringLiteral("echo 'it is"));
    QVERIFY(m_shown->says(QStringLiteral("A quote ' is still open")));
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    QVERIFY(m_shown->says(QStringLiteral("A quote ' is not closed")));
    QTest::keyClicks(m_shown->line(), QStringLiteral("'"));
    QVERIFY(!m_shown->says(QStringLiteral("A quote")));
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
}

void WorkbenchTest::aVariableIsSetByKeyboard()
{
    m_shown->view.setCommand({}, true);
    m_shown->button(QStringLiteral("Set one"))->setFocus();
    QTest::keyClick(m_shown->button(QStringLiteral("Set one")), Qt::Key_Space);
    typeCell(QStringLiteral("GREETING=good day=now"));
    QCOMPARE(m_shown->box()->wish().environment,
        QStringList { QStringLiteral("GREETING=good day=now") });
    QCOMPARE(table()->item(0, 1)->text(), QStringLiteral("good day=now"));
    table()->setCurrentCell(0, 1);
    QTest::keyClick(table(), Qt::Key_F2);
    typeCell(QStringLiteral("hello"));
    QCOMPARE(m_shown->box()->wish().environment, QStringList { QStringLiteral("GREETING=hello") });
    QTest::keyClick(m_shown->button(QStringLiteral("Delete row")), Qt::Key_Space);
    QCOMPARE(m_shown->box()->wish().environment, QStringList());
}

void WorkbenchTest::aVariableIsTakenAway()
{
    m_shown->view.setCommand({}, true);
    QTest::keyClick(m_shown->button(QStringLiteral("Take one away")), Qt::Key_Space);
    typeCell(QStringLiteral("LANG"));
    QCOMPARE(m_shown->box()->wish().environment, QStringList { QStringLiteral("LANG") });
    QVERIFY(!(table()->item(0, 1)->flags() & Qt::ItemIsEditable));
    QVERIFY(!table()->item(0, 1)->text().isEmpty()); // said in words
    table()->setCurrentCell(0, 0);
    QTest::keyClick(table(), Qt::Key_F2);
    typeCell(QStringLiteral("FOO=bar")); // or it would be set
    QCOMPARE(m_shown->box()->wish().environment, QStringList { QStringLiteral("FOO") });
}

void WorkbenchTest::aNameThatIsNoneIsSaidUnderTheTable()
{
    const QSignalSpy wanted(&m_shown->view, &CatalogView::commandWanted);
    CommandWish wish = fullWish();
    wish.environment = { QStringLiteral("1A=x") };
    m_shown->view.setCommand(wish, false);
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 0);
    QVERIFY(table()->isVisible()); // it is unfolded
    QTRY_VERIFY(table()->hasFocus());
    QVERIFY(m_shown->says(QStringLiteral("“1A” cannot be a variable's name")));
    table()->item(0, 0)->setText(QStringLiteral("A1"));
    QVERIFY(!m_shown->says(QStringLiteral("cannot be")));
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
}

void WorkbenchTest::whatIsFoldedAwayIsSummedUp()
{
    m_shown->view.setCommand(fullWish(), false);
    auto* const more = m_shown->box()->findChild<QToolButton*>(QStringLiteral("commandMore"));
    QVERIFY(!table()->isVisible());
    QVERIFY(m_shown->says(QStringLiteral("variables: 2 · processes: 20 · 30 s · memory: 64 MB · "
                                         "processor: 2 s · open files: 16")));
    QVERIFY(more->accessibleName().contains(QStringLiteral("30 s")));
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(table()->isVisible());
    QVERIFY(m_shown->view.commandMore());
    QVERIFY(!m_shown->says(QStringLiteral("30 s")));
}

void WorkbenchTest::aLimitIsSetByKeyboard()
{
    m_shown->view.setCommand({}, true);
    const QList<QSpinBox*> limits = m_shown->box()->findChildren<QSpinBox*>();
    QCOMPARE(limits.at(0)->value(), CommandWish::kUsualProcesses);
    QCOMPARE(limits.at(1)->text(), QStringLiteral("no limit"));
    limits.at(1)->setFocus();
    QTest::keyClick(limits.at(1), Qt::Key_Up);
    QCOMPARE(m_shown->box()->wish().seconds, 1);
    limits.at(0)->selectAll();
    QTest::keyClicks(limits.at(0), QStringLiteral("40"));
    QCOMPARE(m_shown->box()->wish().mostProcesses, 40);
    for (const int each : { 2, 3, 4 }) {
        QCOMPARE(limits.at(each)->text(), QStringLiteral("no limit"));
        limits.at(each)->setFocus();
        QTest::keyClick(limits.at(each), Qt::Key_Up);
    }
    const CommandWish wish = m_shown->box()->wish();
    QCOMPARE(std::tuple(wish.megabytes, wish.cpuSeconds, wish.files), std::tuple(1, 1, 1));
}

void WorkbenchTest::allIsReachedByKeyboard()
{
    m_shown->view.setCommand({}, true);
    m_shown->view.setRecentRuns(runs());
    QList<QWidget*> wanted { m_shown->line(), folder(), table(), m_shown->list(),
        m_shown->button(QStringLiteral("Run again…")), m_shown->button(QStringLiteral("Set one")) };
    for (auto* const combo : test::found<QComboBox>(*m_shown->box()))
        wanted.append(combo);
    for (auto* const limit : m_shown->box()->findChildren<QSpinBox*>())
        wanted.append(limit);
    m_shown->line()->setFocus();
    for (int i = 0; i < 60 && !wanted.isEmpty(); ++i) {
        QWidget* const focus = QApplication::focusWidget();
        QVERIFY(focus);
        if (wanted.removeOne(focus))
            QVERIFY2(!focus->accessibleName().isEmpty() || qobject_cast<QPushButton*>(focus),
                focus->metaObject()->className());
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    QVERIFY2(wanted.isEmpty(), qPrintable(QString::number(wanted.size())));
}

void WorkbenchTest::nothingIsCutAtTheSize()
{
    m_shown->view.setCommand(fullWish(), true);
    m_shown->view.setRecentRuns(runs());
    for (const int way : { 0, 1, 2, 3 }) {
        m_shown->bench.look.setProjector(way % 2 == 1);
        m_shown->box()->setMoreShown(way >= 2);
        test::rendered(
            m_shown->view, m_shown->bench.look, { 1280, 660 }, QStringLiteral("workbench-all"));
        const auto* const side = m_shown->view.findChild<QScrollArea*>();
        QVERIFY(side->widget()->minimumSizeHint().width() <= side->viewport()->width());
        for (const auto* const one : m_shown->box()->findChildren<QAbstractButton*>()) {
            if (one->isVisible() && !one->text().isEmpty())
                QVERIFY2(one->width() >= one->sizeHint().width(), qPrintable(one->text()));
        }
        for (const auto* const combo : test::found<QComboBox>(*m_shown->box()))
            QVERIFY(combo->width() >= combo->sizeHint().width());
    }
}

void WorkbenchTest::looksRight()
{
    m_shown->view.setCommand(fullWish(), false);
    m_shown->view.setRecentRuns(runs());
    test::renderAll(m_shown->view, m_shown->bench.look, { 1280, 660 }, "workbench");
    CommandWish wish = fullWish();
    wish.environment = { QStringLiteral("1A=x") };
    m_shown->view.setCommand(wish, true);
    QTest::keyClick(m_shown->line(), Qt::Key_Return);
    test::renderAll(m_shown->view, m_shown->bench.look, { 1280, 660 }, "workbench-more");
}

QTEST_MAIN(WorkbenchTest)
#include "workbench_test.moc"
