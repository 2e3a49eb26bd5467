// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/code/signs_text.h"
#include "tests/views/support/each_look.h"
#include "tests/views/support/marked.h"
#include "tests/words.h"
#include "views/code/code_difference.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QtTest>

#include <set>

using namespace ipclab;
using test::Bench;
using test::q;

namespace {

constexpr auto kOwn = "import os\n\nr, w = os.pipe()\nos.close(r)\nos.write(w, b'x')\n";
constexpr auto kEdited = "import os\nimport time\n\nr, w = os.pipe()\nos.write(w, b'hello')\n";

// A copy of a lab: one program that was changed, and one that was not.
std::vector<CodeFile> copied()
{
    return { { q("same.py"), q("/own/same.py"), q(kOwn), CodeLanguage::Python, q(kOwn) },
        { q("writer.py"), q("/own/writer.py"), q(kEdited), CodeLanguage::Python, q(kOwn) } };
}

QString signsOf(const CodeView& view)
{
    return test::signsText(view.signs());
}

// The lines that have a ground of their own.
std::set<int> tintedIn(const CodeView& view)
{
    std::set<int> lines;
    for (const QTextEdit::ExtraSelection& one : view.extraSelections()) {
        if (one.format.hasProperty(QTextFormat::BackgroundBrush))
            lines.insert(one.cursor.blockNumber() + 1);
    }
    return lines;
}

} // namespace

class CodeChangesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void theLinesThatWereChangedHaveASignBeside();
    void whatWasRemovedIsShownInPlace();
    void theGroundsAreOfTheLinesThatAreShown();
    void theKeysGoFromChangeToChange();
    void whoGoesBackIsAtTheChange();
    void aRunIsComparedWithWhatItRan();
    void aRunThatCouldNotBeBuiltRanNothing();
    void theComparisonStaysInAnotherLanguage();
    void whichTextRanIsSaid();
    void endsOfLinesOfAnotherSystemAreNoChange();
    void whatCannotBeComparedIsNotOffered();
    void aKeptCopyIsOffered();
    void aTextThatIsTooLongSaysSo();
    void looksRight();

private:
    CodeView& view(int file) const
    {
        return *qobject_cast<CodeView*>(m_panel->findChild<QTabWidget*>()->widget(file));
    }
    template <class T> T* part(const char* name) const { return m_panel->findChild<T*>(q(name)); }
    QString said() const { return part<QLabel>("difference")->text(); }
    CodeView& shown() const { return m_panel->findChild<CodeDifference*>()->view(); }

    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<CodePanel> m_panel;
};

void CodeChangesTest::init()
{
    m_panel.reset();
    m_bench = std::make_unique<Bench>();
    m_panel = std::make_unique<CodePanel>(m_bench->context());
    m_panel->setFiles(copied());
    m_panel->setEditing(CodePanel::Editing::HereOfACopy);
    m_panel->resize(700, 300);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void CodeChangesTest::theLinesThatWereChangedHaveASignBeside()
{
    QCOMPARE(signsOf(view(0)), QString());
    QCOMPARE(signsOf(view(1)), q("+2 ~5 <6"));
    view(0).moveCursor(QTextCursor::Start);
    QTest::keyClicks(&view(0), q("# "));
    QCOMPARE(signsOf(view(0)), q("~1"));
    view(0).undo();
    QCOMPARE(signsOf(view(0)), QString());
}

void CodeChangesTest::whatWasRemovedIsShownInPlace()
{
    QTest::mouseClick(part<QPushButton>("changes"), Qt::LeftButton);
    QVERIFY(m_panel->changesShown());
    QVERIFY(!m_panel->findChild<QTabWidget*>()->isVisible());
    QVERIFY(shown().isReadOnly());
    const QString text = shown().toPlainText();
    QVERIFY2(text.contains(q("r, w = os.pipe()\nos.close(r)\nos.write(w, b'x')\nos.write(w, "
                             "b'hello')\n")),
        qPrintable(text));
    QVERIFY(!text.contains(q("same.py"))); // nothing of it differs
    QStringList signs;
    for (const SignedLine& one : shown().signs())
        signs += shown().document()->findBlockByNumber(one.line - 1).text()
            + (one.sign == LineSign::Removed ? q(" -") : q(" +"));
    QCOMPARE(signs,
        QStringList({ q("import time +"), q("os.close(r) -"), q("os.write(w, b'x') -"),
            q("os.write(w, b'hello') +") }));
    QVERIFY2(said().contains(q("2 added, 2 removed")), qPrintable(said()));
}

void CodeChangesTest::theGroundsAreOfTheLinesThatAreShown()
{
    QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
    const auto grounds = [this] {
        std::set<int> lines;
        for (const SignedLine& one : shown().signs())
            lines.insert(one.line);
        return lines;
    };
    QVERIFY(!grounds().empty());
    QCOMPARE(tintedIn(shown()), grounds());
    QTest::keyClick(&shown(), Qt::Key_D, Qt::ControlModifier);
    const QString before = shown().toPlainText();
    view(1).setPlainText(view(1).toPlainText().replace(q("hello"), q("hallo")));
    QTest::keyClick(&view(1), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(shown().toPlainText() != before); // another text with the same signs
    QCOMPARE(tintedIn(shown()), grounds());
}

void CodeChangesTest::aRunThatCouldNotBeBuiltRanNothing()
{
    m_panel->beginRun(QTime(21, 3, 0));
    const QString ran = m_panel->findChild<QLabel*>(q("whatRan"))->text();
    view(1).setPlainText(q("int main(\n"));
    m_panel->beginRun(QTime(21, 4, 0));
    QVERIFY(m_panel->findChild<QLabel*>(q("whatRan"))->text().contains(q("21:04:00")));
    m_panel->runFailed();
    QCOMPARE(m_panel->findChild<QLabel*>(q("whatRan"))->text(), ran);
    QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(part<QComboBox>("comparedWith")->findText(q("against the run of 21:04:00")), -1);
    QVERIFY(part<QComboBox>("comparedWith")->findText(q("against the run of 21:03:00")) >= 0);
}

void CodeChangesTest::theComparisonStaysInAnotherLanguage()
{
    m_panel->beginRun(QTime(21, 3, 0));
    QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
    auto* const with = part<QComboBox>("comparedWith");
    QCOMPARE(with->count(), 2);
    with->setCurrentIndex(1);
    const test::Marked another;
    QTRY_VERIFY2(with->currentText().startsWith(u'~'), qPrintable(with->currentText()));
    QCOMPARE(with->currentIndex(), 1);
}

void CodeChangesTest::endsOfLinesOfAnotherSystemAreNoChange()
{
    std::vector<CodeFile> files = copied();
    files[1].original = q("import os\r\n\r\nprint('a\u00a0b')\r\n");
    files[1].text = *files[1].original;
    m_panel->setFiles(files);
    QCOMPARE(signsOf(view(1)), QString());
}

void CodeChangesTest::theKeysGoFromChangeToChange()
{
    QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(m_panel->changesShown());
    QVERIFY2(said().contains(q("change 1 of 2: line 2 of writer.py")), qPrintable(said()));
    QTest::keyClick(&shown(), Qt::Key_Down, Qt::AltModifier);
    QVERIFY2(said().contains(q("change 2 of 2: line 4 of writer.py")), qPrintable(said()));
    QCOMPARE(shown().textCursor().block().text(), q("os.close(r)"));
    QTest::keyClick(&shown(), Qt::Key_Down, Qt::AltModifier); // the first comes after the last
    QVERIFY(said().contains(q("change 1 of 2")));
    QTest::mouseClick(part<QToolButton>("previousChange"), Qt::LeftButton);
    QVERIFY(said().contains(q("change 2 of 2")));
    QTest::keyClick(&shown(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!m_panel->changesShown());
    view(1).moveCursor(QTextCursor::Start);
    QTest::keyClick(&view(1), Qt::Key_Down, Qt::AltModifier); // while it is edited, too
    QCOMPARE(view(1).textCursor().blockNumber(), 1);
    QTest::keyClick(&view(1), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(view(1).textCursor().blockNumber(), 4);
}

void CodeChangesTest::whoGoesBackIsAtTheChange()
{
    QCOMPARE(m_panel->findChild<QTabWidget*>()->currentIndex(), 0);
    m_panel->showChanges(true);
    QTest::mouseClick(part<QToolButton>("nextChange"), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>("backToCode"), Qt::LeftButton);
    QVERIFY(!m_panel->changesShown());
    QCOMPARE(m_panel->findChild<QTabWidget*>()->currentIndex(), 1);
    QCOMPARE(view(1).textCursor().blockNumber(), 3); // the line before the one that is gone
    QVERIFY(view(1).hasFocus());
}

void CodeChangesTest::aRunIsComparedWithWhatItRan()
{
    m_panel->beginRun(QTime(21, 1, 0));
    m_panel->beginRun(QTime(21, 3, 12)); // the same text: one entry, of the later run
    view(1).selectAll();
    QTest::keyClicks(&view(1), q("pass"));
    m_panel->beginRun(QTime(21, 4, 0));
    m_panel->showChanges(true);
    auto* const with = part<QComboBox>("comparedWith");
    QCOMPARE(with->count(), 3);
    QVERIFY(with->itemText(1).contains(q("21:04:00")));
    QVERIFY(with->itemText(2).contains(q("21:03:12")));
    with->setCurrentIndex(1);
    QVERIFY2(said().contains(q("Nothing differs")), qPrintable(said()));
    with->setCurrentIndex(2);
    QVERIFY2(said().contains(q("1 added, 6 removed")), qPrintable(said()));
}

void CodeChangesTest::whichTextRanIsSaid()
{
    const auto* const label = part<QLabel>("whatRan");
    QVERIFY(label->isHidden());
    m_panel->beginRun(QTime(21, 3, 12));
    QCOMPARE(label->text(), q("The run of 21:03:12 ran your copy: lines added 2, removed 2."));
    view(1).setPlainText(q(kOwn));
    QVERIFY(label->text().contains(q("added 2"))); // that run did
    m_panel->beginRun(QTime(21, 5, 0));
    QCOMPARE(label->text(), q("The run of 21:05:00 ran the lab's own text."));
    m_panel->setEditing(CodePanel::Editing::None);
    QVERIFY(label->isHidden());
}

void CodeChangesTest::whatCannotBeComparedIsNotOffered()
{
    auto* const button = part<QPushButton>("changes");
    QVERIFY(button->isVisible());
    m_panel->setEditing(CodePanel::Editing::OfACopy);
    QVERIFY(!button->isVisible());
    QTest::keyClick(m_panel.get(), Qt::Key_D, Qt::ControlModifier);
    QVERIFY(!m_panel->changesShown());
    std::vector<CodeFile> own = copied(); // a lab that the learner wrote
    for (CodeFile& file : own)
        file.original.reset();
    m_panel->setFiles(own);
    m_panel->setEditing(CodePanel::Editing::Here);
    QVERIFY(!button->isVisible());
    m_panel->beginRun(QTime(9, 0, 0));
    QVERIFY(button->isVisible()); // since that run
}

void CodeChangesTest::aKeptCopyIsOffered()
{
    auto* const kept = part<QPushButton>("keptCopy");
    QVERIFY(!kept->isVisible());
    m_panel->setEditing(CodePanel::Editing::OfACopy, true);
    QVERIFY(kept->isVisible() && part<QPushButton>("editCopy")->isVisible());
    const QSignalSpy wanted(m_panel.get(), &CodePanel::keptWanted);
    QTest::mouseClick(kept, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    m_panel->setEditing(CodePanel::Editing::HereOfACopy, true);
    QVERIFY(!kept->isVisible());
}

void CodeChangesTest::aTextThatIsTooLongSaysSo()
{
    std::vector<CodeFile> files = copied();
    files[1].text = QString(kMostLinesCompared, QLatin1Char('\n'));
    m_panel->setFiles(files);
    QCOMPARE(signsOf(view(1)), QString());
    m_panel->showChanges(true);
    QVERIFY2(said().contains(q("writer.py is too long")), qPrintable(said()));
}

void CodeChangesTest::looksRight()
{
    m_panel->beginRun(QTime(21, 3, 12));
    test::renderAll(*m_panel, m_bench->look, { 800, 260 }, "code-edited");
    m_panel->findChild<QTabWidget*>()->setCurrentIndex(1);
    test::renderAll(*m_panel, m_bench->look, { 800, 260 }, "code-changed");
    m_panel->showChanges(true);
    test::renderAll(*m_panel, m_bench->look, { 800, 260 }, "code-difference");
}

QTEST_MAIN(CodeChangesTest)
#include "code_changes_test.moc"
