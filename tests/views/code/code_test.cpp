// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/code/told_code.h"
#include "tests/views/support/bench.h"
#include "views/common/contrast.h"

#include <QAction>
#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

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

} // namespace

// The files as they are read and edited.
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
};

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
QTEST_MAIN(CodeTest)
#include "code_test.moc"
