// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarks_sheet.h"
#include "app/focus_keeper.h"
#include "app/lab_page.h"
#include "tests/app/open_window.h"
#include "tests/words.h"
#include "views/map/map_view.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// A part with buttons beside another one.
struct Parts {
    Parts()
        : keeper(window)
    {
        auto* const column = new QVBoxLayout(&window);
        for (QWidget* const part : { &other, &mine }) {
            part->setParent(&window);
            part->setLayout(new QVBoxLayout);
            column->addWidget(part);
        }
        for (QPushButton* const button : { outside, gone, stays }) {
            (button == outside ? other : mine).layout()->addWidget(button);
            button->setFocusPolicy(Qt::StrongFocus);
        }
        window.show();
    }

    QWidget window;
    QWidget& other = *new QWidget;
    QWidget& mine = *new QWidget;
    QPushButton* outside = new QPushButton;
    QPushButton* gone = new QPushButton;
    QPushButton* stays = new QPushButton;
    FocusKeeper keeper;
};

} // namespace

class FocusTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsTakenAwayHandsTheFocusToItsNeighbour();
    void whereNothingIsLeftTheRestOfTheWindowGetsIt();
    void enterPressesAButtonOnce();
    void whoClosesASheetIsBackInTheWindow();
    void aGuideThatIsNotThereGetsNoKeys();
    void whoTurnsToALineToTypeIntoTypes();
    void shiftF10OpensTheMenuOfWhoHasTheFocus();
};

void FocusTest::whatIsTakenAwayHandsTheFocusToItsNeighbour()
{
    Parts parts;
    QVERIFY(QTest::qWaitForWindowActive(&parts.window));
    parts.gone->setFocus();
    delete parts.gone;
    QTRY_COMPARE(QApplication::focusWidget(), parts.stays);
}

void FocusTest::whereNothingIsLeftTheRestOfTheWindowGetsIt()
{
    Parts parts;
    QVERIFY(QTest::qWaitForWindowActive(&parts.window));
    parts.gone->setFocus();
    delete parts.stays;
    delete parts.gone;
    QTRY_COMPARE(QApplication::focusWidget(), parts.outside);
}

void FocusTest::enterPressesAButtonOnce()
{
    Parts parts;
    QVERIFY(QTest::qWaitForWindowActive(&parts.window));
    int pressed = 0;
    connect(parts.stays, &QPushButton::clicked, this, [&] { ++pressed; });
    parts.stays->setFocus();
    QTest::keyClick(parts.stays, Qt::Key_Return);
    QCOMPARE(pressed, 1);
    QTest::keyClick(parts.stays, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(pressed, 2);
    parts.stays->setAutoDefault(true); // then Qt does it
    QTest::keyClick(parts.stays, Qt::Key_Return);
    QCOMPARE(pressed, 3);
}

// Without a window manager, too, which would see to it.
void FocusTest::whoClosesASheetIsBackInTheWindow()
{
    MainWindow window(WindowOptions { {}, q("en"), false, {}, labFolders() });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.openLab(q("delayed-output"));
    window.findChild<QAction*>(q("bookmarks"))->trigger();
    auto* const sheet = window.findChild<BookmarksSheet*>();
    QVERIFY(sheet);
    QVERIFY(QTest::qWaitForWindowActive(sheet));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(window.isActiveWindow());
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY(window.isAncestorOf(QApplication::focusWidget()));
}

void FocusTest::aGuideThatIsNotThereGetsNoKeys()
{
    MainWindow window(WindowOptions { {}, q("en"), false, {}, labFolders() });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto* const guide = window.findChild<QAction*>(q("go-guide"));
    window.openLab(q("delayed-output")); // its guide is there
    QVERIFY(guide->isEnabled());
    window.openCommand({ q("true"), q("pipe"), q("pipe"), q("/") });
    QVERIFY(!guide->isEnabled());
    QVERIFY(guide->toolTip().contains(q("Only a lab has a guide")));
    window.findChild<LabPage*>()->focusPanel(0); // where the tour ends
    QVERIFY(QApplication::focusWidget());
    QVERIFY(QApplication::focusWidget()->isVisible());
}

void FocusTest::whoTurnsToALineToTypeIntoTypes()
{
    MainWindow window(WindowOptions { {}, q("en"), false, {}, labFolders() });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.openCommand({ q("cat"), q("pipe"), q("pipe"), q("/") });
    if (!window.presenter().busy())
        window.presenter().run();
    const auto* const line = window.findChild<QLineEdit*>(q("line"));
    QTRY_VERIFY(line->isEnabled());
    auto* const tabs = window.findChild<QTabWidget*>(q("panels"));
    tabs->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier); // the last
    QTRY_COMPARE(QApplication::focusWidget(), line);
    QTest::keyClicks(QApplication::focusWidget(), q("hello"));
    QCOMPARE(line->text(), q("hello"));
    window.findChild<MapView*>()->setFocus(); // who is not in the tabs stays where one is
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageUp, Qt::ControlModifier);
    QVERIFY(!line->isVisible());
    QVERIFY(window.findChild<MapView*>()->hasFocus());
    window.presenter().stop();
    QTRY_VERIFY(!window.presenter().busy());
}

void FocusTest::shiftF10OpensTheMenuOfWhoHasTheFocus()
{
    MainWindow window(WindowOptions { {}, q("en"), false, {}, labFolders() });
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto* const search = window.findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClick(search, Qt::Key_F10, Qt::ShiftModifier);
    QWidget* const menu = QApplication::activePopupWidget();
    QVERIFY(menu);
    menu->close();
}

WINDOW_TEST_MAIN(FocusTest)
#include "focus_test.moc"
