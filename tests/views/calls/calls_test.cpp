// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/calls/shown_calls.h"
#include "tests/views/support/each_look.h"
#include "tests/views/support/found.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

// Going through the rows, and from them to elsewhere.
class CallsTest : public QObject {
    Q_OBJECT

private slots:
    void enterTakesTheMomentThere();
    void theOtherEndIsGoneTo();
    void theLineOfACallIsGoneToWhereItIsKnown();
    void theOtherEndIsShownThoughTheFilterLeavesItOut();
    void aRowChoosesItsProcess();
    void theRowOfTheMomentComesIntoView();
    void theViewStaysAtTheEndOnlyIfItWasThere();
    void rowsAreCopied();
    void escapeLeavesTheSearchWhereTheRowIs();
    void theMenuHasTheWays();
    void rowsInViewAreSaidToScreenReaders();
    void looksRight();
};

void CallsTest::enterTakesTheMomentThere()
{
    Waited bench;
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    table->choose(*panel.model().rowOf(7));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(bench.cursor.moment(), EventIndex { 8 });
    QTest::keyClick(table, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bench.cursor.moment(), EventIndex { 10 });
    const QPoint first = table->visualRect(panel.model().index(0, 2)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, first);
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, first);
    QCOMPARE(bench.cursor.moment(), EventIndex { 1 });
}

void CallsTest::theOtherEndIsGoneTo()
{
    Waited bench;
    bench.add(6 * kSecond, 10, SignalSent { Pid { 11 }, { SIGUSR1 } }); // 10
    bench.add(6 * kSecond, 11, SignalDelivered { { SIGUSR1 }, SignalAction::Handler }); // 11
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    table->choose(*panel.model().rowOf(8)); // the write
    panel.goToOtherEnd();
    QCOMPARE(panel.model().eventAt(table->currentIndex().row()), EventIndex { 7 }); // the read
    QCOMPARE(bench.cursor.moment(), EventIndex { 10 });
    panel.goToOtherEnd();
    QCOMPARE(panel.model().eventAt(table->currentIndex().row()), EventIndex { 8 });
    table->choose(*panel.model().rowOf(10));
    panel.goToOtherEnd();
    QCOMPARE(bench.cursor.moment(), EventIndex { 12 });
    panel.goToOtherEnd();
    QCOMPARE(bench.cursor.moment(), EventIndex { 11 });
    const QSignalSpy said(&panel, &CallsPanel::said);
    table->choose(0);
    panel.goToOtherEnd();
    QCOMPARE(said.size(), 1);
    bench.add(7 * kSecond, 10, SignalSent { Pid { 11 }, { SIGKILL } }); // 12
    bench.add(7 * kSecond, 11, ProcessExited { {}, { SIGKILL }, false }); // 13
    bench.takeAll();
    table->choose(*panel.model().rowOf(12));
    panel.goToOtherEnd();
    QCOMPARE(bench.cursor.moment(), EventIndex { 14 });
}

// Said while the call lasted, or while its thread stood before it.
void CallsTest::theLineOfACallIsGoneToWhereItIsKnown()
{
    CallsBench bench;
    bench.process(0, 10, 0, "/bin/reader", kReader); // events 0, 1
    bench.pipe(0, 1, 10, 3, 10, 4); // 2, 3, 4
    bench.entered(kSecond, 10, Call::Read, 3, 1, 8192); // 5
    bench.add(2 * kSecond, 11, LineKnown { "other.c", 1 }); // 6: of another thread
    bench.add(2 * kSecond, 10, LineKnown { "reader.c", 12 }); // 7
    bench.read(5 * kSecond, 10, 3, 1, "hello\n"); // 8
    bench.add(6 * kSecond, 10, ThreadHeld { Call::Read, 3 }); // 9
    bench.add(6 * kSecond, 10, LineKnown { "reader.c", 15 }); // 10
    bench.add(7 * kSecond, 10, ThreadReleased {}); // 11
    bench.entered(7 * kSecond, 10, Call::Read, 3, 1, 8192); // 12
    bench.read(7 * kSecond, 10, 3, 1, "hello\n"); // 13
    bench.entered(8 * kSecond, 10, Call::Read, 3, 1, 8192); // 14
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    QSignalSpy wanted(&panel, &CallsPanel::codeWanted);
    const QSignalSpy said(&panel, &CallsPanel::said);
    table->choose(*panel.model().rowOf(5));
    panel.goToCode();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.takeFirst(), (QVariantList { QStringLiteral("reader.c"), 12 }));
    table->choose(*panel.model().rowOf(12));
    panel.goToCode();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.takeFirst(), (QVariantList { QStringLiteral("reader.c"), 15 }));
    table->choose(*panel.model().rowOf(14)); // not yet, or never
    panel.goToCode();
    QVERIFY(wanted.isEmpty());
    QCOMPARE(said.size(), 1);
}

void CallsTest::theOtherEndIsShownThoughTheFilterLeavesItOut()
{
    Waited bench;
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    search(panel, QStringLiteral("write(4"));
    QCOMPARE(panel.model().rowCount(), 1);
    table->choose(0);
    panel.goToOtherEnd();
    QCOMPARE(panel.model().filter(), CallFilter());
    QCOMPARE(panel.model().eventAt(table->currentIndex().row()), EventIndex { 7 });
}

void CallsTest::aRowChoosesItsProcess()
{
    Waited bench;
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    const int row = *panel.model().rowOf(8);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
        table->visualRect(panel.model().index(row, 1)).center());
    QCOMPARE(bench.selection.pid(), Pid { 11 });
    QTest::keyClick(table, Qt::Key_Up);
    QCOMPARE(bench.selection.pid(), Pid { 10 });
}

void CallsTest::theRowOfTheMomentComesIntoView()
{
    Waited bench;
    bench.flood(500, 10 * kSecond);
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    QVERIFY(!panel.model().momentRow());
    bench.cursor.goTo(600);
    QCOMPARE(panel.model().momentRow(), panel.model().rowOf(599));
    const int row = *panel.model().momentRow();
    QVERIFY(table->topRow() <= row && row < table->topRow() + table->rowsInView());
    QVERIFY(!table->following());
    bench.cursor.goLive();
    QCOMPARE(table->verticalScrollBar()->value(), table->verticalScrollBar()->maximum());
}

void CallsTest::theViewStaysAtTheEndOnlyIfItWasThere()
{
    Waited bench;
    bench.flood(100, 10 * kSecond);
    ShownCalls shown(bench);
    QScrollBar* const bar = shown.table->verticalScrollBar();
    QCOMPARE(bar->value(), bar->maximum());
    bench.flood(100, 20 * kSecond);
    bench.takeAll();
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(50);
    bench.flood(100, 30 * kSecond);
    bench.takeAll();
    QCOMPARE(bar->value(), 50);
    bar->setValue(bar->maximum());
    bench.flood(100, 40 * kSecond);
    bench.takeAll();
    QCOMPARE(bar->value(), bar->maximum());
}

void CallsTest::rowsAreCopied()
{
    Waited bench;
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    table->choose(*panel.model().rowOf(8));
    QTest::keyClick(table, Qt::Key_Up, Qt::ShiftModifier);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.at(0).startsWith(QStringLiteral("+1.000 s\treader 10\tread(3: pipe A")));
    QVERIFY(lines.at(1).endsWith(QStringLiteral(u"\t→ 6 B")));
}

void CallsTest::escapeLeavesTheSearchWhereTheRowIs()
{
    Waited bench;
    bench.flood(500, 10 * kSecond);
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    panel.activateWindow();
    auto* const text = panel.findChild<QLineEdit*>();
    QTest::keyClick(table, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClicks(text, QStringLiteral("hello"));
    while (panel.model().follow()) { }
    QCOMPARE(panel.model().rowCount(), 2);
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(table->currentIndex().row(), 1);
    const EventIndex event = panel.model().eventAt(1);
    QTest::keyClick(table, Qt::Key_Escape);
    QVERIFY(text->text().isEmpty());
    while (panel.model().follow()) { }
    QTRY_VERIFY(table->currentIndex().isValid());
    QCOMPARE(panel.model().eventAt(table->currentIndex().row()), event);
}

void CallsTest::theMenuHasTheWays()
{
    Waited bench;
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    const QPoint place
        = table->visualRect(panel.model().index(*panel.model().rowOf(8), 2)).center();
    QContextMenuEvent asked(QContextMenuEvent::Mouse, place, table->viewport()->mapToGlobal(place));
    QApplication::sendEvent(table->viewport(), &asked);
    auto* const menu = panel.findChild<QMenu*>(QStringLiteral("ways"));
    QVERIFY(menu);
    QAction* only = nullptr;
    for (QAction* const action : menu->actions()) {
        if (action->text() == QStringLiteral("Show only what is on pipe A"))
            only = action;
    }
    QVERIFY(only);
    only->trigger();
    QCOMPARE(panel.model().filter().channel, ChannelId { 1 });
    QCOMPARE(panel.model().rowCount(), 3); // made, written, read
    menu->close();
}

void CallsTest::rowsInViewAreSaidToScreenReaders()
{
    Waited bench;
    ShownCalls shown(bench);
    auto& [panel, table] = shown;
    QAccessibleInterface* const said = QAccessible::queryAccessibleInterface(table);
    QVERIFY(said);
    QCOMPARE(said->text(QAccessible::Name), QStringLiteral("Calls"));
    QCOMPARE(said->childCount(), 7);
    const int row = *panel.model().rowOf(8);
    table->choose(row);
    QAccessibleInterface* const one = said->child(row);
    QVERIFY(one->text(QAccessible::Name).contains(QStringLiteral("write(4: pipe A")));
    QVERIFY(one->state().selected);
    QCOMPARE(said->focusChild(), one);
    for (QComboBox* const box : found<QComboBox>(panel))
        QVERIFY(!box->accessibleName().isEmpty());
}

void CallsTest::looksRight()
{
    Waited bench;
    bench.breakThePipe();
    bench.entered(6 * kSecond, 10, Call::Read, 3, 1, 8192);
    bench.takeAll();
    CallsPanel panel(bench.context());
    renderAll(panel, bench.look, { 640, 300 }, "calls");
    bench.cursor.goTo(8);
    renderAll(panel, bench.look, { 640, 300 }, "calls-past");
    bench.look.setProjector(true);
    rendered(panel, bench.look, { 640, 160 }, QStringLiteral("calls-low"));
    const auto* const sentence = panel.findChild<QComboBox*>()->parentWidget();
    for (const QWidget* const part : found<QWidget>(*sentence, Qt::FindDirectChildrenOnly))
        QVERIFY(sentence->rect().contains(part->geometry()));
    QVERIFY(panel.minimumSizeHint().width() <= 400);
}

QTEST_MAIN(CallsTest)
#include "calls_test.moc"
