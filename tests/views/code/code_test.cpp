// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "views/code/code_messages.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"
#include "views/common/contrast.h"

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTabWidget>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace ipclab;
using test::Bench;

namespace {

constexpr auto kPython = R"(#!/usr/bin/env python3
"""Writes a line every two seconds,
and keeps what it prints."""
import sys
import time

for i in range(5):  # twice a line
    print(f"line {i}", flush="--flush=yes" in sys.argv)
    time.sleep(2.0)
)";

constexpr auto kC = R"(/* Writes a line every two seconds,
   and keeps what it prints. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 5; ++i) { // twice a line
        printf("line %d\n", i);
        sleep(2);
    }
    return 0;
}
)";

std::vector<CodeFile> files()
{
    return { { QStringLiteral("writer.py"), QStringLiteral("/labs/delayed/writer.py"),
                 QString::fromUtf8(kPython), CodeLanguage::Python },
        { QStringLiteral("writer.c"), QStringLiteral("/labs/delayed/writer.c"),
            QString::fromUtf8(kC), CodeLanguage::C } };
}

// The colour of that word in that line (from 0).
QColor inkOf(const CodeView& view, int line, const QString& word)
{
    const QTextBlock block = view.document()->findBlockByNumber(line);
    const auto at = static_cast<int>(block.text().indexOf(word));
    for (const QTextLayout::FormatRange& range : block.layout()->formats()) {
        if (range.start <= at && at < range.start + range.length)
            return range.format.foreground().color();
    }
    return {};
}

CodeView* currentView(const CodePanel& panel)
{
    return qobject_cast<CodeView*>(panel.findChild<QTabWidget*>()->currentWidget());
}

} // namespace

class CodeTest : public QObject {
    Q_OBJECT

private slots:
    void pythonHasItsColours();
    void cHasItsColours();
    void theColoursAreReadableInEachLook();
    void theTextIsShownAsItIsAndCannotBeChanged();
    void theTabIsKeptWhenAFileChanges();
    void anEmptyPanelSaysWhatWouldFillIt();
    void aLongFileIsCut();
    void eachStateOffersWhatCanBeDoneInIt();
    void controlSSavesTheCodeAndNothingElse();
    void theLineThatIsWrittenStaysInViewWithLessRoom();
    void escapeLeavesWhatIsEdited();
    void whatWasSavedIsNoLongerUnsaved();
    void aSaveChangesNoByteThatWasNotEdited();
    void aFileThatCannotBeWrittenBackIsOnlyReadAndSaysWhy();
    void anotherListOfFilesTakesNoEditAway();
    void aWaitingThreadMarksItsLine();
    void theMarksFollowTheMoment();
    void aClickOnAMarkChoosesItsProcess();
    void whoIsChosenBringsItsLineIntoView();
    void aTextThatIsNotTheOneThatRunsHasNoMarks();
    void whatIsNotKnownIsSaid();
    void aFileOfAnotherFolderIsFoundByItsName();
    void theSwitchesAreShown();
    void aMessageOfTheCompilerLeadsToItsLine();
    void marksCostLittle();
    void looksRight();
};

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

void CodeTest::pythonHasItsColours()
{
    Look look;
    const CodeView view(look, QString::fromUtf8(kPython), CodeLanguage::Python);
    const auto ink = [&](CodeInk of) { return codeColour(look, of); };
    QCOMPARE(inkOf(view, 0, QStringLiteral("usr")), ink(CodeInk::Comment));
    QCOMPARE(inkOf(view, 2, QStringLiteral("keeps")), ink(CodeInk::Text)); // goes on
    QCOMPARE(inkOf(view, 3, QStringLiteral("import")), ink(CodeInk::Keyword));
    QCOMPARE(inkOf(view, 3, QStringLiteral("sys")), QColor());
    QCOMPARE(inkOf(view, 6, QStringLiteral("range")), ink(CodeInk::Call));
    QCOMPARE(inkOf(view, 6, QStringLiteral("5")), ink(CodeInk::Number));
    QCOMPARE(inkOf(view, 6, QStringLiteral("twice")), ink(CodeInk::Comment));
    QCOMPARE(inkOf(view, 7, QStringLiteral("line")), ink(CodeInk::Text));
}

void CodeTest::cHasItsColours()
{
    Look look;
    const CodeView view(look, QString::fromUtf8(kC), CodeLanguage::C);
    const auto ink = [&](CodeInk of) { return codeColour(look, of); };
    QCOMPARE(inkOf(view, 1, QStringLiteral("keeps")), ink(CodeInk::Comment)); // goes on
    QCOMPARE(inkOf(view, 2, QStringLiteral("#include")), ink(CodeInk::Directive));
    QCOMPARE(inkOf(view, 2, QStringLiteral("stdio")), ink(CodeInk::Text));
    QCOMPARE(inkOf(view, 5, QStringLiteral("int")), ink(CodeInk::Keyword));
    QCOMPARE(inkOf(view, 7, QStringLiteral("twice")), ink(CodeInk::Comment));
    QCOMPARE(inkOf(view, 8, QStringLiteral("printf")), ink(CodeInk::Call));
    QCOMPARE(inkOf(view, 8, QStringLiteral("line")), ink(CodeInk::Text));
    QCOMPARE(inkOf(view, 11, QStringLiteral("0")), ink(CodeInk::Number));
}

void CodeTest::theColoursAreReadableInEachLook()
{
    Look look;
    for (const bool dark : { false, true }) {
        look.setDark(dark);
        for (int i = 0; i < static_cast<int>(CodeInk::Count); ++i)
            QVERIFY(contrast(codeColour(look, static_cast<CodeInk>(i)), look.colour(Ink::Surface))
                >= kTextContrast);
    }
}

void CodeTest::theTextIsShownAsItIsAndCannotBeChanged()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.show();
    auto* view = qobject_cast<CodeView*>(panel.findChild<QTabWidget*>()->currentWidget());
    QTest::keyClicks(view, QStringLiteral("xyz"));
    QTest::keyClick(view, Qt::Key_Delete);
    QCOMPARE(view->toPlainText(), QString::fromUtf8(kPython));
}

void CodeTest::theTabIsKeptWhenAFileChanges()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    auto* tabs = panel.findChild<QTabWidget*>();
    tabs->setCurrentIndex(1);
    std::vector<CodeFile> edited = files();
    edited[1].text += QStringLiteral("\n");
    panel.setFiles(edited);
    QCOMPARE(tabs->count(), 2);
    QCOMPARE(tabs->currentIndex(), 1);
    QCOMPARE(tabs->tabToolTip(1), QStringLiteral("/labs/delayed/writer.c"));
}

void CodeTest::anEmptyPanelSaysWhatWouldFillIt()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.setFiles({});
    panel.show();
    bool said = false;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        said |= label->isVisible() && label->text().contains(QStringLiteral("appear here"));
    QVERIFY(said);
}

void CodeTest::aLongFileIsCut()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles({ { QStringLiteral("big"), {}, QString(2'000'000, QLatin1Char('\n')),
        CodeLanguage::Plain } });
    const CodeView* const view = currentView(panel);
    QVERIFY(view->blockCount() <= CodePanel::kMostLines + 1);
    QVERIFY(view->toPlainText().endsWith(QStringLiteral(u"…")));
}

void CodeTest::eachStateOffersWhatCanBeDoneInIt()
{
    using Editing = CodePanel::Editing;
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.show();
    const auto offered = [&panel](const char* name) {
        return panel.findChild<QPushButton*>(QLatin1String(name))->isVisible();
    };
    for (const Editing editing :
        { Editing::None, Editing::OfACopy, Editing::Here, Editing::HereOfACopy }) {
        panel.setEditing(editing);
        const bool here = editing == Editing::Here || editing == Editing::HereOfACopy;
        QCOMPARE(offered("editCopy"), editing == Editing::OfACopy);
        QCOMPARE(offered("original"), editing == Editing::HereOfACopy);
        QCOMPARE(offered("saveCode"), here);
        for (const CodeView* const view : panel.findChild<QTabWidget*>()->findChildren<CodeView*>())
            QCOMPARE(view->isReadOnly(), !here);
    }
    panel.setFiles({ { QStringLiteral("big"), {}, QString(2'000'000, QLatin1Char('\n')),
        CodeLanguage::Plain } });
    QVERIFY(currentView(panel)->isReadOnly()); // the rest of it would be lost
}

// In a window whose own Ctrl+S is about something else, as the program's is.
void CodeTest::controlSSavesTheCodeAndNothingElse()
{
    Bench bench;
    QMainWindow window;
    auto* const panel = new CodePanel(bench.context());
    window.setCentralWidget(panel);
    QAction saveSession;
    saveSession.setShortcut(QKeySequence::Save);
    window.addAction(&saveSession);
    panel->setFiles(files());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    CodeView* const view = currentView(*panel);
    view->setFocus();
    const QSignalSpy saved(panel, &CodePanel::saveWanted);
    const QSignalSpy sessions(&saveSession, &QAction::triggered);
    panel->setEditing(CodePanel::Editing::Here);
    QEvent language(QEvent::LanguageChange); // as when the window is made
    QApplication::sendEvent(panel, &language);
    QTest::keyClicks(view, QStringLiteral("x"));
    QTest::keyClick(view, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(sessions.count(), 0);
    panel->setEditing(CodePanel::Editing::OfACopy); // nothing of the code to be saved
    QTest::keyClick(view, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(saved.count(), 1);
    QCOMPARE(sessions.count(), 1);
}

// As when the compiler's messages come below it.
void CodeTest::theLineThatIsWrittenStaysInViewWithLessRoom()
{
    Look look;
    CodeView view(look, QStringLiteral("line\n").repeated(40), CodeLanguage::C);
    view.setEditable(true);
    view.resize(400, 300);
    view.show();
    QTextCursor cursor(view.document());
    cursor.movePosition(QTextCursor::End);
    view.setTextCursor(cursor);
    QVERIFY(view.viewport()->rect().contains(view.cursorRect()));
    view.resize(400, 80);
    QVERIFY(view.viewport()->rect().contains(view.cursorRect()));
}

// Tab indents there: without another key nobody would get out.
void CodeTest::escapeLeavesWhatIsEdited()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.setEditing(CodePanel::Editing::Here);
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    CodeView* const view = currentView(panel);
    const auto* const tabs = panel.findChild<QTabWidget*>()->tabBar();
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(view->toPlainText().startsWith(QLatin1Char('\t')));
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(tabs->hasFocus());
    panel.setEditing(CodePanel::Editing::None);
    view->setFocus();
    QVERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Escape); // others may want it
    QVERIFY(view->hasFocus());
    QTest::keyClick(view, Qt::Key_Tab);
    QVERIFY(!view->hasFocus());
}

void CodeTest::whatWasSavedIsNoLongerUnsaved()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.setEditing(CodePanel::Editing::Here);
    panel.show();
    const auto* const save = panel.findChild<QPushButton*>(QStringLiteral("saveCode"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(currentView(panel), QStringLiteral("# "));
    QVERIFY(save->isEnabled());
    panel.save([](const QString&, const QString&) { return false; }); // a full disk
    QVERIFY(save->isEnabled());
    QStringList written;
    panel.save([&](const QString& path, const QString& text) {
        written += path + QLatin1Char(' ') + text.left(4);
        return true;
    });
    QCOMPARE(written, QStringList { QStringLiteral("/labs/delayed/writer.py # #!") });
    QVERIFY(!save->isEnabled());
    bench.look.setProjector(true);
    QVERIFY(!save->isEnabled());
}

void CodeTest::aSaveChangesNoByteThatWasNotEdited()
{
    Bench bench;
    CodePanel panel(bench.context());
    std::vector<CodeFile> windows = files();
    windows[0].text = QStringLiteral("import os\r\n\r\nprint('a\u00a0b')\r\n");
    panel.setFiles(windows);
    panel.setEditing(CodePanel::Editing::Here);
    panel.show();
    QTest::keyClicks(currentView(panel), QStringLiteral("#"));
    QString written;
    QVERIFY(panel.save([&](const QString&, const QString& text) {
        written = text;
        return true;
    }));
    QCOMPARE(written, QStringLiteral("#") + windows[0].text);
}

void CodeTest::aFileThatCannotBeWrittenBackIsOnlyReadAndSaysWhy()
{
    Bench bench;
    CodePanel panel(bench.context());
    std::vector<CodeFile> odd = files();
    odd[0].whole = false; // its bytes are not UTF-8
    odd[1].text = QStringLiteral("one\r\ntwo\n");
    panel.setFiles(odd);
    panel.setEditing(CodePanel::Editing::Here);
    panel.show();
    const auto* const why = panel.findChild<QLabel*>(QStringLiteral("whyRead"));
    for (const int file : { 0, 1 }) {
        panel.findChild<QTabWidget*>()->setCurrentIndex(file);
        QVERIFY(currentView(panel)->isReadOnly());
        QVERIFY(why->isVisible());
        QVERIFY2(why->text().contains(QStringLiteral("UTF-8")), qPrintable(why->text()));
    }
    panel.setFiles(files());
    QVERIFY(!why->isVisible());
    QVERIFY(!currentView(panel)->isReadOnly());
}

void CodeTest::anotherListOfFilesTakesNoEditAway()
{
    Bench bench;
    CodePanel panel(bench.context());
    panel.setFiles(files());
    panel.setEditing(CodePanel::Editing::Here);
    panel.show();
    QTest::keyClicks(currentView(panel), QStringLiteral("mine "));
    const CodeView* const view = currentView(panel);
    const QSignalSpy changed(&panel, &CodePanel::changedElsewhere);
    std::vector<CodeFile> more = files();
    more.insert(more.begin(),
        { QStringLiteral("new.h"), QStringLiteral("/labs/delayed/new.h"), {}, CodeLanguage::C });
    panel.setFiles(more);
    QCOMPARE(currentView(panel), view);
    QVERIFY(view->toPlainText().startsWith(QStringLiteral("mine ")));
    QCOMPARE(changed.count(), 0);
    more[1].text += QStringLiteral("# theirs\n");
    panel.setFiles(more);
    QVERIFY(view->toPlainText().startsWith(QStringLiteral("mine ")));
    QCOMPARE(changed.count(), 1);
    panel.setFiles({ more[2] }); // its file is gone
    QVERIFY(panel.findChild<QTabWidget*>()->indexOf(view) >= 0);
    panel.forgetEdits();
    panel.setFiles({ more[2] });
    QCOMPARE(panel.findChild<QTabWidget*>()->count(), 1);
}

void CodeTest::aWaitingThreadMarksItsLine()
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

void CodeTest::theMarksFollowTheMoment()
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

void CodeTest::aClickOnAMarkChoosesItsProcess()
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

void CodeTest::whoIsChosenBringsItsLineIntoView()
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

void CodeTest::aTextThatIsNotTheOneThatRunsHasNoMarks()
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

void CodeTest::whatIsNotKnownIsSaid()
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

void CodeTest::aFileOfAnotherFolderIsFoundByItsName()
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

void CodeTest::theSwitchesAreShown()
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

void CodeTest::aMessageOfTheCompilerLeadsToItsLine()
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

void CodeTest::marksCostLittle()
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

void CodeTest::looksRight()
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

QTEST_MAIN(CodeTest)
#include "code_test.moc"
