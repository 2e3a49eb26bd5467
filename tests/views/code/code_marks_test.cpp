// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/code/told_code.h"
#include "tests/views/support/each_look.h"
#include "views/code/code_messages.h"

#include <QLabel>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// 4711 waits in line 9 of writer.py, and 4712 is held in line 10 of writer.c.
void fillWithLines(Bench& bench)
{
    bench.process(0, 4711, 0, "/usr/bin/python3", { "python3\0writer.py\0", 18 });
    CallEntered waits;
    waits.call = Call::ClockNanosleep;
    bench.add(kMillisecond, 4711, waits);
    bench.add(20 * kMillisecond, 4711, LineKnown { "/labs/delayed/writer.py", 9 });
    bench.process(30 * kMillisecond, 4712, 4711, "/tmp/writer", { "./writer\0", 9 });
    bench.add(40 * kMillisecond, 4712, ThreadHeld { Call::Write, 1 });
    bench.add(41 * kMillisecond, 4712, LineKnown { "/labs/delayed/writer.c", 10 });
    bench.takeAll();
    bench.cursor.setGrowing(false);
}

CodeView* viewOf(const CodePanel& panel, int file)
{
    return qobject_cast<CodeView*>(panel.findChild<QTabWidget*>()->widget(file));
}

QString whereIn(const CodePanel& panel)
{
    const auto* const label = panel.findChild<QLabel*>(QStringLiteral("where"));
    return label->isHidden() ? QString() : label->text();
}

// Where the chip of that mark is.
QPoint chipOf(const CodeView& view, Pid pid)
{
    for (int y = 0; y < view.viewport()->height(); y += 2) {
        for (int x = 0; x < view.viewport()->width(); x += 2) {
            const LineMark* const mark = view.markAt({ x, y });
            if (mark && mark->pid == pid)
                return { x, y };
        }
    }
    return {};
}

} // namespace

// What stands beside the text: where threads are, what the compiler said, what is set.
class CodeMarksTest : public QObject {
    Q_OBJECT

private slots:
    void aWaitingThreadMarksItsLine();
    void theMarksFollowTheMoment();
    void aClickOnAMarkChoosesItsProcess();
    void whoIsChosenBringsItsLineIntoView();
    void aTextThatIsNotTheOneThatRunsHasNoMarks();
    void whatIsNotKnownIsSaid();
    void aFileOfAnotherFolderIsFoundByItsName();
    void aMessageOfTheCompilerLeadsToItsLine();
    void theSwitchesAreShown();
    void marksCostLittle();
    void looksRight();
};

void CodeMarksTest::aWaitingThreadMarksItsLine()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    fillWithLines(bench);
    const CodeView* const python = viewOf(panel, 0);
    QCOMPARE(python->marks().size(), std::size_t { 1 });
    QCOMPARE(python->marks().front().line, 9);
    QCOMPARE(python->marks().front().pid, Pid { 4711 });
    QVERIFY(python->marks().front().name.contains(QStringLiteral("writer")));
    QVERIFY(python->accessibleDescription().contains(QStringLiteral("9")));
    const CodeView* const c = viewOf(panel, 1);
    QCOMPARE(c->marks().size(), std::size_t { 1 });
    QCOMPARE(c->marks().front().line, 10);
}

void CodeMarksTest::theMarksFollowTheMoment()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    fillWithLines(bench);
    bench.cursor.goTo(3); // it waits, and where is not known yet
    QVERIFY(viewOf(panel, 0)->marks().empty());
    bench.cursor.goTo(4);
    QCOMPARE(viewOf(panel, 0)->marks().size(), std::size_t { 1 });
    QVERIFY(viewOf(panel, 1)->marks().empty());
    bench.cursor.goLive();
    QCOMPARE(viewOf(panel, 1)->marks().size(), std::size_t { 1 });
    CallReturned done;
    done.call = Call::ClockNanosleep;
    bench.add(50 * kMillisecond, 4711, done);
    bench.takeAll();
    QTRY_VERIFY(viewOf(panel, 0)->marks().empty());
}

void CodeMarksTest::aClickOnAMarkChoosesItsProcess()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    fillWithLines(bench);
    panel.resize(800, 400);
    panel.show();
    CodeView* const view = viewOf(panel, 0);
    const QPoint chip = chipOf(*view, Pid { 4711 });
    QVERIFY(!chip.isNull());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, chip);
    QCOMPARE(bench.selection.pid(), Pid { 4711 });
    bench.selection.clear();
    view->clickNumbers(chip.y()); // beside the number
    QCOMPARE(bench.selection.pid(), Pid { 4711 });
}

void CodeMarksTest::whoIsChosenBringsItsLineIntoView()
{
    Bench bench;
    CodePanel panel(bench.context());
    std::vector<CodeFile> texts = files();
    texts[1].text = QString(400, QLatin1Char('\n'));
    panel.setFiles(texts);
    fillWithLines(bench);
    panel.resize(600, 200);
    panel.show();
    bench.add(60 * kMillisecond, 4712, ThreadReleased {});
    bench.add(61 * kMillisecond, 4712, ThreadHeld { Call::Write, 1 });
    bench.add(62 * kMillisecond, 4712, LineKnown { "/labs/delayed/writer.c", 300 });
    bench.takeAll();
    bench.selection.choose(Pid { 4712 });
    QCOMPARE(panel.findChild<QTabWidget*>()->currentIndex(), 1);
    CodeView* const view = viewOf(panel, 1);
    QTRY_COMPARE(view->textCursor().blockNumber(), 299);
    QVERIFY(!chipOf(*view, Pid { 4712 }).isNull());
    QVERIFY(whereIn(panel).contains(QStringLiteral("300")));
}

void CodeMarksTest::aTextThatIsNotTheOneThatRunsHasNoMarks()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.setEditing(CodePanel::Editing::Here);
    fillWithLines(bench);
    panel.show();
    QTest::keyClicks(viewOf(panel, 0), QStringLiteral("#"));
    QVERIFY(viewOf(panel, 0)->marks().empty());
    QCOMPARE(viewOf(panel, 1)->marks().size(), std::size_t { 1 }); // it is still so
    QVERIFY(whereIn(panel).contains(QStringLiteral("Changed")));
    panel.followRun(); // again, as it is now
    QVERIFY(!whereIn(panel).contains(QStringLiteral("Changed")));
    QCOMPARE(viewOf(panel, 0)->marks().size(), std::size_t { 1 });
    viewOf(panel, 0)->undo();
    QVERIFY(viewOf(panel, 0)->marks().empty());
    viewOf(panel, 0)->redo();
    QCOMPARE(viewOf(panel, 0)->marks().size(), std::size_t { 1 });
    QVERIFY(!whereIn(panel).contains(QStringLiteral("Changed")));
}

void CodeMarksTest::whatIsNotKnownIsSaid()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    fillWithLines(bench);
    QVERIFY(whereIn(panel).isEmpty());
    bench.cursor.goTo(3);
    bench.selection.choose(Pid { 4711 });
    QVERIFY(whereIn(panel).contains(QStringLiteral("not known")));
    bench.cursor.goTo(2);
    QVERIFY(whereIn(panel).contains(QStringLiteral("runs")));
}

void CodeMarksTest::aFileOfAnotherFolderIsFoundByItsName()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    QVERIFY(panel.goToLine(QStringLiteral("/elsewhere/writer.c"), 8));
    QCOMPARE(panel.findChild<QTabWidget*>()->currentIndex(), 1);
    QCOMPARE(currentView(panel)->textCursor().blockNumber(), 7);
    QVERIFY(!panel.goToLine(QStringLiteral("/elsewhere/other.c"), 8));
    std::vector<CodeFile> two = files();
    two[0].path = QStringLiteral("/labs/other/writer.c");
    panel.setFiles(two);
    QVERIFY(!panel.goToLine(QStringLiteral("/elsewhere/writer.c"), 8)); // which of them?
}

void CodeMarksTest::aMessageOfTheCompilerLeadsToItsLine()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.resize(700, 400);
    panel.show();
    auto* const list = panel.findChild<CodeMessages*>();
    QVERIFY(list->isHidden());
    panel.showMessages(QStringLiteral("/labs/delayed/writer.c: In function \u2018main\u2019:\n"
                                      "/labs/delayed/writer.c:9:9: error: expected \u2018;\u2019\n"
                                      "    9 |         printf\n"));
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), 3);
    QVERIFY(list->item(1)->text().startsWith(QStringLiteral("writer.c:9:9: error")));
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(1)).center());
    QCOMPARE(panel.findChild<QTabWidget*>()->currentIndex(), 1);
    QCOMPARE(currentView(panel)->textCursor().blockNumber(), 8);
    list->setCurrentRow(1);
    panel.goToLine(files()[0].path, 1);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(currentView(panel)->textCursor().blockNumber(), 8);
    EventLog next;
    bench.cursor.setLog(&next); // another run
    QVERIFY(list->isHidden());
    bench.cursor.setLog(nullptr);
}

void CodeMarksTest::theSwitchesAreShown()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    const auto* const set = panel.findChild<QLabel*>(QStringLiteral("switches"));
    QVERIFY(set->isHidden());
    panel.setSwitches({ { QStringLiteral("flush"), QStringLiteral("yes") } });
    QVERIFY(!set->isHidden() && set->text().contains(QStringLiteral("--flush=yes")));
    panel.setSwitches({});
    QVERIFY(set->isHidden());
}

void CodeMarksTest::marksCostLittle()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.resize(800, 400);
    panel.show();
    for (int i = 0; i < 40; ++i) {
        bench.process(i, 5000 + i, 0, "/usr/bin/python3", { "python3\0writer.py\0", 18 });
        CallEntered waits;
        waits.call = Call::Pause;
        bench.add(100 + i, 5000 + i, waits);
        bench.add(200 + i, 5000 + i,
            LineKnown { "/labs/delayed/writer.py", static_cast<std::uint32_t>(1 + i % 9) });
    }
    bench.takeAll();
    bench.cursor.setGrowing(false);
    const double begin = test::processorMilliseconds();
    constexpr int kTimes = 20;
    for (int i = 0; i < kTimes; ++i) {
        bench.cursor.goTo(bench.log.size() - static_cast<EventIndex>(i % 2));
        panel.grab();
    }
    const double each = (test::processorMilliseconds() - begin) / kTimes;
    qInfo("%.2f ms a frame", each);
    QVERIFY2(each < 40, "a frame of 40 marks"); // 8 in a release build
}

void CodeMarksTest::looksRight()
{
    Bench bench;
    CodePanel panel(bench.context());
    test::rendered(panel, bench.look, { 800, 260 }, QStringLiteral("code-empty"));
    panel.setFiles(files());
    panel.setSwitches({ { QStringLiteral("flush"), QStringLiteral("no") } });
    fillWithLines(bench);
    bench.selection.choose(Pid { 4711 });
    test::renderAll(panel, bench.look, { 800, 260 }, "code-python");
    panel.findChild<QTabWidget*>()->setCurrentIndex(1);
    test::renderAll(panel, bench.look, { 800, 260 }, "code-c");
}
QTEST_MAIN(CodeMarksTest)
#include "code_marks_test.moc"
