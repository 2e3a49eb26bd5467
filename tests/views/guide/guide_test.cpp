// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "tests/views/support/found.h"
#include "views/common/elided_button.h"
#include "views/guide/choice_button.h"
#include "views/guide/guide_panel.h"
#include "views/guide/guide_text.h"
#include "views/guide/step_row.h"
#include "views/guide/term_label.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QToolTip>
#include <QTranslator>
#include <QtTest>

#include <functional>

using namespace ipclab;
using test::Bench;
using test::found;

namespace {

GuideContent content(int done)
{
    GuideContent made { QStringLiteral("Buffered pipe"),
        QStringLiteral("Why does nothing arrive for ten seconds?") };
    made.steps = {
        { QStringLiteral("terminal"),
            QStringLiteral(
                "Run the writer with its output on a **terminal**. A line appears every 2 s.") },
        { QStringLiteral("pipe"),
            QStringLiteral("Switch its output to a **pipe** and run again.") },
        { QStringLiteral("where"),
            QStringLiteral("**Predict.** The writer has printed two lines. Where are those 58 "
                           "bytes now?"),
            GuideStage::Later,
            { { QStringLiteral("kernel"), QStringLiteral("In the pipe, in the kernel") },
                { QStringLiteral("writer"), QStringLiteral("In the writer's own memory") },
                { QStringLiteral("read"), QStringLiteral("Already read by the parent") } } },
        { QStringLiteral("flush"), QStringLiteral("Add `flush=True` and compare.") },
        { QStringLiteral("unbuffered"), QStringLiteral("Run with `python -u`.") },
        { QStringLiteral("explain"), QStringLiteral("Explain: who was holding the bytes?") },
    };
    for (int i = 0; i < static_cast<int>(made.steps.size()); ++i) {
        GuideStep& step = made.steps[static_cast<std::size_t>(i)];
        step.state = i < done ? GuideStage::Done
            : i == done       ? GuideStage::Current
                              : GuideStage::Later;
    }
    made.explanation = QStringLiteral(
        "Python saw a pipe, not a terminal, and kept what was printed in its **own buffer** of "
        "8 192 bytes.\n\nNothing was lost: `flush()` or the end of the program hands it over.");
    made.nextLabTitle = QStringLiteral("The endless dialog");
    return made;
}

ChoiceButton* choice(const GuidePanel& panel, const char* id)
{
    for (auto* button : panel.findChildren<ChoiceButton*>()) {
        if (button->id() == QString::fromLatin1(id) && button->isVisible())
            return button;
    }
    return nullptr;
}

QPushButton* commitOf(const GuidePanel& panel)
{
    for (auto* button : panel.findChildren<QPushButton*>(QStringLiteral("predict"))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

QString visibleTextOf(const GuidePanel& panel, const char* name)
{
    for (const auto* label : panel.findChildren<QLabel*>(QString::fromLatin1(name))) {
        if (label->isVisible())
            return label->text();
    }
    return {};
}

// The words of some rich text that are bold, in italics or in a table, as a label shows them.
QStringList wordsOf(const QString& html, const std::function<bool(const QTextCursor&)>& wanted)
{
    QTextDocument document;
    document.setHtml(html);
    QStringList words;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCursor cursor(&document);
            cursor.setPosition(part.fragment().position() + 1);
            if (wanted(cursor))
                words += part.fragment().text();
        }
    }
    return words;
}

QStringList boldIn(const QString& html)
{
    return wordsOf(
        html, [](const QTextCursor& at) { return at.charFormat().fontWeight() >= QFont::Bold; });
}

QStringList codeIn(const QString& html)
{
    const QStringList mono = Look().mono().families();
    return wordsOf(
        html, [&mono](const QTextCursor& at) { return at.charFormat().fontFamilies() == mono; });
}

QString textIn(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

struct Shown {
    Bench bench;
    GuidePanel panel { bench.context() };
    explicit Shown(const GuideContent& of, QSize size = { 300, 640 })
    {
        panel.resize(size);
        panel.show();
        panel.activateWindow();
        panel.setContent(of);
        QApplication::processEvents();
    }
};

} // namespace

class GuideTest : public QObject {
    Q_OBJECT

private slots:
    void emphasisCodeAndTablesAreShownAndHtmlIsText();
    void codeIsAsLargeInTheRoomAsTheTextAroundIt();
    void thePlaceIsSaid();
    void nothingIsMadeWhileHidden();
    void aStepWithoutRoomIsSeenFromItsTopAndWhereTheFocusIs();
    void ofALabThatOpensTheQuestionIsReadFirst();
    void aPredictionIsMarkedAndThenMade();
    void digitsArrowsAndEnterPredict();
    void theMarkIsKeptWhenOtherThingsChange();
    void theFocusGoesOnToTheNextStep();
    void theFocusIsLeftWhereElseItIs();
    void aPredictionIsComparedAfterwards();
    void aQuotedChoiceEndsOnceAndItsCodeIsCode();
    void codeInAChoiceIsCode();
    void severalAnswersAreSaidInTheirWords();
    void whatToDoIsSaidAfterThePrediction();
    void hintsAreShownOnlyNow();
    void theEndExplainsAndLeadsOn();
    void startingOverIsAskedFor();
    void nothingIsCutAtAnyWidth();
    void aWideTableIsARowAfterTheOther();
    void theNextLabIsNamedAsFarAsThereIsRoom();
    void theStepNowIsScrolledTo();
    void termsAreMarkedOnceAndNeverInCode();
    void aTermIsExplainedUnderTheMouse();
    void aTermIsExplainedByKey();
    void marksLieUnderTheirWords();
    void termsAreThoseOfTheLanguageShown();
    void textsBeginAtOneMargin();
    void aStepIsShownOnRequestAndSaidToBe();
    void theFocusAskedForGoesToTheStepNow();
    void anEmptyGuideSaysWhatWouldFillIt();
    void looksRight();
};

void GuideTest::emphasisCodeAndTablesAreShownAndHtmlIsText()
{
    Look look;
    const QString html = richText(
        QStringLiteral("a **b** *c* <i> `x<y`\n\n| d | e |\n| --- | --- |\n| f | **g** |"), look);
    QCOMPARE(boldIn(html),
        QStringList({ QStringLiteral("b"), QStringLiteral("d"), QStringLiteral("e"),
            QStringLiteral("g") }));
    QCOMPARE(wordsOf(html, [](const QTextCursor& at) { return at.charFormat().fontItalic(); }),
        QStringList(QStringLiteral("c")));
    const QStringList inTable
        = wordsOf(html, [](const QTextCursor& at) { return at.currentTable() != nullptr; });
    QVERIFY(inTable.contains(QStringLiteral("f")) && !inTable.contains(QStringLiteral("b")));
    QVERIFY(textIn(html).contains(QStringLiteral("<i> x<y")));
    const QString mono = look.mono().families().front();
    QCOMPARE(wordsOf(html,
                 [&](const QTextCursor& at) {
                     return at.charFormat().fontFamilies().toStringList().contains(mono);
                 }),
        QStringList(QStringLiteral("x<y")));
    QCOMPARE(plainText(QStringLiteral("a **b** `c`")), QStringLiteral("a b c"));
    QVERIFY(textIn(richText(QStringLiteral("`**x**`"), look)).contains(QStringLiteral("**x**")));
    // A picture would be loaded from anywhere.
    for (const char* const picture : { "a ![x](/etc/x.png) b", "a ![x][r] b\n\n[r]: /etc/x.png" })
        QVERIFY(!richText(QString::fromLatin1(picture), look).contains(QStringLiteral("<img")));
}

void GuideTest::codeIsAsLargeInTheRoomAsTheTextAroundIt()
{
    Look look;
    for (const bool projector : { false, true }) {
        look.setProjector(projector);
        QTextDocument document;
        document.setHtml(richText(QStringLiteral("It calls `read(2)` and waits."), look));
        const QTextBlock block = document.begin();
        QStringList sizes;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            if (part.fragment().text() == QStringLiteral("read(2)"))
                sizes += QString::number(part.fragment().charFormat().font().pixelSize());
        }
        QCOMPARE(sizes, QStringList { QString::number(look.mono().pixelSize()) });
    }
}

void GuideTest::thePlaceIsSaid()
{
    Shown shown(content(2));
    bool said = false;
    for (const auto* label : shown.panel.findChildren<QLabel*>())
        said |= label->text() == QStringLiteral(u"GUIDE · STEP 3 OF 6");
    QVERIFY(said);
}

void GuideTest::nothingIsMadeWhileHidden()
{
    Shown shown(content(2));
    const QPointer<StepRow> row = shown.panel.findChild<StepRow*>();
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

void GuideTest::aStepWithoutRoomIsSeenFromItsTopAndWhereTheFocusIs()
{
    GuideContent asked = content(2);
    asked.steps[2].text = QStringLiteral("It is long. ").repeated(100);
    Shown shown(asked, { 300, 260 });
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
    Shown shown(first, { 300, 260 });
    const auto* const row = shown.panel.findChild<QWidget*>(QStringLiteral("now"));
    const auto* const bar = shown.panel.findChild<QScrollArea*>()->verticalScrollBar();
    const auto top = [&] { return row->mapTo(&shown.panel, QPoint()).y(); };
    QTRY_VERIFY(bar->maximum() > 0 && top() > shown.panel.height());
    QApplication::processEvents();
    QCOMPARE(bar->value(), 0);
    shown.panel.focusNow(); // asked for
    QTRY_VERIFY(top() < shown.panel.height());
}

void GuideTest::aPredictionIsMarkedAndThenMade()
{
    Shown shown(content(2));
    const QSignalSpy predicted(&shown.panel, &GuidePanel::predicted);
    QVERIFY(!commitOf(shown.panel)->isEnabled());
    QTest::mouseClick(choice(shown.panel, "writer"), Qt::LeftButton);
    QVERIFY(choice(shown.panel, "writer")->isChecked());
    QCOMPARE(predicted.count(), 0);
    QTest::mouseClick(choice(shown.panel, "kernel"), Qt::LeftButton);
    QVERIFY(!choice(shown.panel, "writer")->isChecked());
    QTest::mouseClick(commitOf(shown.panel), Qt::LeftButton);
    QCOMPARE(predicted.count(), 1);
    QCOMPARE(predicted.first()[0].toString(), QStringLiteral("where"));
    QCOMPARE(predicted.first()[1].toString(), QStringLiteral("kernel"));
}

void GuideTest::digitsArrowsAndEnterPredict()
{
    Shown shown(content(2));
    const QSignalSpy predicted(&shown.panel, &GuidePanel::predicted);
    choice(shown.panel, "kernel")->setFocus();
    QTest::keyClick(choice(shown.panel, "kernel"), Qt::Key_3);
    QVERIFY(choice(shown.panel, "read")->isChecked());
    QTest::keyClick(choice(shown.panel, "read"), Qt::Key_Up);
    QVERIFY(choice(shown.panel, "writer")->isChecked());
    QTest::keyClick(choice(shown.panel, "writer"), Qt::Key_9); // there is none
    QVERIFY(choice(shown.panel, "writer")->isChecked());
    QTest::keyClick(choice(shown.panel, "writer"), Qt::Key_Return);
    QCOMPARE(predicted.count(), 1);
    QCOMPARE(predicted.first()[1].toString(), QStringLiteral("writer"));
}

void GuideTest::theMarkIsKeptWhenOtherThingsChange()
{
    Shown shown(content(2));
    GuideContent changed = content(2);
    QTest::mouseClick(choice(shown.panel, "writer"), Qt::LeftButton);
    choice(shown.panel, "writer")->setFocus();
    changed.steps[2].hint = QStringLiteral("Look at the writer's card.");
    shown.panel.setContent(changed);
    QApplication::processEvents();
    QVERIFY(choice(shown.panel, "writer")->isChecked());
    QVERIFY(choice(shown.panel, "writer")->hasFocus());
    QVERIFY(commitOf(shown.panel)->isEnabled());
}

void GuideTest::theFocusGoesOnToTheNextStep()
{
    GuideContent step = content(1);
    step.steps[1].choices = { { QStringLiteral("soon"), QStringLiteral("At once") },
        { QStringLiteral("end"), QStringLiteral("At the end") } };
    Shown shown(step);
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

void GuideTest::aPredictionIsComparedAfterwards()
{
    GuideContent after = content(3);
    after.steps[2].chosen = QStringLiteral("kernel");
    after.steps[2].correct = QStringLiteral("writer");
    Shown shown(after);
    QString text = visibleTextOf(shown.panel, "comparison");
    QVERIFY(textIn(text).contains(QStringLiteral(u"✗ You predicted: In the pipe, in the kernel")));
    QVERIFY(boldIn(text).contains(QStringLiteral("In the pipe, in the kernel")));
    QVERIFY(boldIn(text).contains(QStringLiteral("In the writer's own memory")));
    after.steps[2].chosen = QStringLiteral("writer");
    shown.panel.setContent(after);
    QApplication::processEvents();
    QVERIFY(visibleTextOf(shown.panel, "comparison").contains(QStringLiteral(u"✓")));
    QVERIFY(!commitOf(shown.panel));
}

void GuideTest::aQuotedChoiceEndsOnceAndItsCodeIsCode()
{
    GuideContent after = content(3);
    after.steps[2].choices[0].label = QStringLiteral("In the pipe.");
    after.steps[2].choices[1].label = QStringLiteral("`flush()` has it.");
    after.steps[2].chosen = after.steps[2].choices[0].id;
    Shown shown(after);
    const auto now = [&] {
        shown.panel.setContent(after);
        QApplication::processEvents();
        return textIn(visibleTextOf(shown.panel, "comparison"));
    };
    QCOMPARE(now(), QStringLiteral("You predicted: In the pipe."));
    after.steps[2].correct = after.steps[2].choices[1].id;
    QCOMPARE(
        now(), QStringLiteral(u"✗ You predicted: In the pipe. The kernel showed: flush() has it."));
    const QString html = visibleTextOf(shown.panel, "comparison");
    QCOMPARE(codeIn(html), QStringList { QStringLiteral("flush()") });
    QVERIFY2(boldIn(html).join(QString()).contains(QStringLiteral("has it")), qPrintable(html));
    after.steps[2].chosen = after.steps[2].correct;
    QCOMPARE(now(), QStringLiteral(u"✓ As you predicted: flush() has it."));
}

void GuideTest::codeInAChoiceIsCode()
{
    GuideContent asked = content(2);
    asked.steps[2].choices[0].label = QStringLiteral("`write()` returns `-1` and sets `errno`");
    Shown shown(asked);
    ChoiceButton* const button = choice(shown.panel, "kernel");
    QCOMPARE(button->text(), QStringLiteral("write() returns -1 and sets errno"));
    const QImage asCode = button->grab().toImage();
    asked.steps[2].choices[0].label.remove(QLatin1Char('`'));
    shown.panel.setContent(asked);
    QApplication::processEvents();
    const QImage asText = choice(shown.panel, "kernel")->grab().toImage();
    QVERIFY(asCode != asText);
    QVERIFY(asCode.height() * 10 > asText.height() * 9); // as many lines
}

void GuideTest::severalAnswersAreSaidInTheirWords()
{
    GuideContent after = content(3);
    after.steps[2].chosen = QStringLiteral("read");
    after.steps[2].correct = QStringLiteral("kernel, writer");
    Shown shown(after);
    QString text = textIn(visibleTextOf(shown.panel, "comparison"));
    QVERIFY2(text.endsWith(QStringLiteral(
                 u"The kernel showed: In the pipe, in the kernel · In the writer's own memory.")),
        qPrintable(text));
    QVERIFY(text.startsWith(QStringLiteral(u"✗")));
    after.steps[2].chosen = QStringLiteral("writer"); // one of them
    shown.panel.setContent(after);
    QApplication::processEvents();
    text = textIn(visibleTextOf(shown.panel, "comparison"));
    QVERIFY(text.startsWith(QStringLiteral(u"✓ As you predicted: In the writer's own memory.")));
    QVERIFY(text.contains(QStringLiteral(u"In the pipe, in the kernel ·")));
}

void GuideTest::whatToDoIsSaidAfterThePrediction()
{
    GuideContent asked = content(2);
    asked.steps[2].actionLabel = QStringLiteral("Run");
    Shown shown(asked);
    QVERIFY(visibleTextOf(shown.panel, "action").isEmpty());
    asked.steps[2].chosen = QStringLiteral("kernel");
    shown.panel.setContent(asked);
    QApplication::processEvents();
    QVERIFY(boldIn(visibleTextOf(shown.panel, "action")).contains(QStringLiteral("Run")));
    QVERIFY(visibleTextOf(shown.panel, "comparison").contains(QStringLiteral("You predicted")));
}

void GuideTest::hintsAreShownOnlyNow()
{
    GuideContent hinted = content(3);
    hinted.steps[3].hint = QStringLiteral("Turn **flush** on.");
    hinted.steps[4].hint = QStringLiteral("Later.");
    Shown shown(hinted);
    QVERIFY(boldIn(visibleTextOf(shown.panel, "hint")).contains(QStringLiteral("flush")));
    int hints = 0;
    for (const auto* label : shown.panel.findChildren<QLabel*>(QStringLiteral("hint")))
        hints += label->isVisible() ? 1 : 0;
    QCOMPARE(hints, 1);
}

void GuideTest::theEndExplainsAndLeadsOn()
{
    Shown shown(content(5));
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
    Shown shown(content(0));
    auto* button = shown.panel.findChild<QPushButton*>(QStringLiteral("startOver"));
    QVERIFY(!button->isVisible()); // nothing to start over yet
    shown.panel.setContent(content(2));
    const QSignalSpy wanted(&shown.panel, &GuidePanel::startOverWanted);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
}

void GuideTest::nothingIsCutAtAnyWidth()
{
    GuideContent full = content(2);
    full.steps[2].hint = QStringLiteral("The card of the writer shows its own buffer.");
    for (const auto& look : test::kLooks) {
        Shown shown(full);
        shown.bench.look.setProjector(look.projector);
        for (const int width : { 300, 330, 420 }) {
            test::rendered(shown.panel, shown.bench.look, { width, 640 }, QStringLiteral("x"));
            const auto* scroll = shown.panel.findChild<QScrollArea*>();
            const QWidget* page = scroll->widget();
            QVERIFY(page->width() <= scroll->viewport()->width());
            for (const auto* label : shown.panel.findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty())
                    continue;
                if (label->wordWrap())
                    QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                        qPrintable(QStringLiteral("%1 px of %2 at %3 (%4): %5")
                                       .arg(label->height())
                                       .arg(label->heightForWidth(label->width()))
                                       .arg(width)
                                       .arg(look.projector)
                                       .arg(label->text())));
                else
                    QVERIFY2(
                        label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
            for (const auto* button : shown.panel.findChildren<ChoiceButton*>()) {
                if (button->isVisible())
                    QVERIFY(button->height() >= button->heightForWidth(button->width()));
            }
            for (const auto* button : shown.panel.findChildren<QPushButton*>()) {
                if (button->isVisible())
                    QVERIFY2(
                        button->width() >= button->sizeHint().width(), qPrintable(button->text()));
            }
        }
    }
}

void GuideTest::aWideTableIsARowAfterTheOther()
{
    const Look look;
    const QString table
        = QStringLiteral("before\n\n| | returns | gives back | the output of the child |\n"
                         "| --- | --- | --- | --- |\n"
                         "| `run` with `stdout=PIPE` | afterwards | the text | to a pipe |\n"
                         "| `Popen` | immediately | an object | elsewhere |\n\nafter");
    const QString narrow = richText(table, look);
    QVERIFY(!narrow.contains(QStringLiteral("<table")));
    const QString said = textIn(narrow);
    for (const char* const words : { "before", "run with stdout=PIPE", "returns: afterwards",
             "the output of the child: to a pipe", "gives back: an object", "after" })
        QVERIFY2(said.contains(QLatin1String(words)), qPrintable(said));
    QVERIFY(said.indexOf(QStringLiteral("PIPE")) < said.indexOf(QStringLiteral("Popen")));
    QVERIFY(said.trimmed().endsWith(QStringLiteral("after")));
    QVERIFY(richText(table, look, 900).contains(QStringLiteral("<table")));
}

void GuideTest::theNextLabIsNamedAsFarAsThereIsRoom()
{
    GuideContent done = content(6);
    done.nextLabTitle = QStringLiteral("Full in both directions");
    Shown shown(done);
    test::rendered(shown.panel, shown.bench.look, { 290, 640 }, QStringLiteral("x"));
    const auto* const next = shown.panel.findChild<ElidedButton*>();
    QTRY_VERIFY(next->isVisible() && !next->cut());
    test::rendered(shown.panel, shown.bench.look, { 200, 640 }, QStringLiteral("x"));
    QTRY_VERIFY(next->cut());
    const auto* const scroll = shown.panel.findChild<QScrollArea*>();
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
}

void GuideTest::theStepNowIsScrolledTo()
{
    Shown shown(content(0), { 300, 260 });
    shown.panel.setContent(content(5));
    const auto* bar = shown.panel.findChild<QScrollArea*>()->verticalScrollBar();
    QTRY_VERIFY(bar->value() > 0);
}

// A step that speaks of several terms, in words and in code.
static GuideContent withTerms()
{
    GuideContent made = content(1);
    made.steps[1].text = QStringLiteral(
        "A pipe has a write end. `pipe EOF` is code; the pipe's buffer, a **deadlock** "
        "and pipelines, sub/pipe or pipes come after.");
    return made;
}

static TermLabel* wordsOf(const GuidePanel& panel)
{
    for (auto* label : panel.findChildren<TermLabel*>(QStringLiteral("words"))) {
        if (label->isVisible())
            return label;
    }
    return nullptr;
}

static QStringList marksIn(const GuidePanel& panel)
{
    const TermLabel* const words = wordsOf(panel); // none while it is made anew
    return words ? words->markedWords() : QStringList();
}

void GuideTest::termsAreMarkedOnceAndNeverInCode()
{
    GuideContent made = withTerms();
    made.steps[1].hint = QStringLiteral("Close the write end: then there is an end of file.");
    Shown shown(made);
    QCOMPARE(marksIn(shown.panel),
        QStringList({ QStringLiteral("pipe"), QStringLiteral("write end"), QStringLiteral("buffer"),
            QStringLiteral("deadlock") }));
    auto* const hint = shown.panel.findChild<TermLabel*>(QStringLiteral("hint"));
    QCOMPARE(hint->markedWords(), QStringList(QStringLiteral("end of file")));
    std::set<std::size_t> known;
    QCOMPARE(termsIn(QStringLiteral("FIFOs, a named pipe, EOF; spipe my_pipe pipe2"), known).size(),
        std::size_t(2));
}

void GuideTest::aTermIsExplainedUnderTheMouse()
{
    Shown shown(withTerms());
    QTRY_VERIFY(wordsOf(shown.panel));
    TermLabel* const words = wordsOf(shown.panel);
    QTRY_VERIFY(words->roomOf(1).isValid());
    QTest::mouseMove(words, QPoint(1, words->height() - 1));
    QTest::mouseMove(words, words->roomOf(1).center());
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY(QToolTip::text().contains(QStringLiteral("where bytes go in")));
    QCOMPARE(words->cursor().shape(), Qt::WhatsThisCursor);
    QToolTip::hideText();
    QTest::mouseClick(words, Qt::LeftButton, {}, words->roomOf(3).center());
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("in a circle")));
    QTest::mouseMove(words, QPoint(1, words->height() - 1));
    QCOMPARE(words->cursor().shape(), Qt::ArrowCursor);
    QToolTip::hideText();
    QTRY_VERIFY(!QToolTip::isVisible());
}

void GuideTest::aTermIsExplainedByKey()
{
    Shown shown(withTerms());
    auto* const startOver = shown.panel.findChild<QPushButton*>(QStringLiteral("startOver"));
    startOver->setFocus();
    QTRY_VERIFY(startOver->hasFocus());
    QTest::keyClick(startOver, Qt::Key_Tab);
    TermLabel* const words = wordsOf(shown.panel);
    QTRY_VERIFY(words->hasFocus());
    QTest::keyClick(words, Qt::Key_Return);
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("A queue of bytes in the kernel")));
    QVERIFY(words->accessibleDescription().startsWith(QStringLiteral("pipe: A queue")));
    QTest::keyClick(words, Qt::Key_Right);
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("where bytes go in")));
    QTest::keyClick(words, Qt::Key_Left);
    QTest::keyClick(words, Qt::Key_Left); // round to the last
    QTRY_VERIFY(QToolTip::text().contains(QStringLiteral("in a circle")));
    QTest::keyClick(words, Qt::Key_Escape);
    QTRY_VERIFY(!QToolTip::isVisible());
    GuideContent changed = withTerms();
    changed.steps[1].hint = QStringLiteral("Run it.");
    shown.panel.setContent(changed); // made anew: the focus stays
    QTRY_VERIFY(wordsOf(shown.panel) && wordsOf(shown.panel)->hasFocus());
}

// The picture of a term's place differs from that of the same text without its mark.
void GuideTest::marksLieUnderTheirWords()
{
    Shown shown(withTerms(), { 330, 640 });
    TermLabel* const words = wordsOf(shown.panel);
    const QImage marked = words->grab().toImage();
    std::vector<QRect> rooms;
    for (std::size_t i = 0; i < 4; ++i)
        rooms.push_back(words->roomOf(i));
    std::set<std::size_t> all;
    for (std::size_t i = 0; i < glossary().size(); ++i)
        all.insert(i);
    words->setTextAndTerms(words->text(), all);
    const QImage plain = words->grab().toImage();
    QVERIFY(words->markedWords().isEmpty());
    for (int y = 0; y < marked.height(); ++y) {
        for (int x = 0; x < marked.width(); ++x) {
            const bool inside = std::ranges::any_of(
                rooms, [&](const QRect& room) { return room.contains(x, y); });
            QVERIFY(inside || marked.pixel(x, y) == plain.pixel(x, y));
        }
    }
    for (const QRect& room : rooms)
        QVERIFY(marked.copy(room) != plain.copy(room));
}

void GuideTest::termsAreThoseOfTheLanguageShown()
{
    QTranslator spanish;
    QVERIFY(spanish.load(QStringLiteral(":/i18n/ipclab_es")));
    GuideContent made = content(1);
    made.steps[1].text = QString::fromUtf8(
        "Cierra el extremo de escritura: el búfer se vacía, y `señal` y el pipe no cuentan. "
        "Interbloqueo, señales y búferes.");
    Shown shown(made);
    QTRY_COMPARE(marksIn(shown.panel), QStringList(QStringLiteral("pipe")));
    QCoreApplication::installTranslator(&spanish);
    QTRY_COMPARE(marksIn(shown.panel),
        QStringList({ QStringLiteral("extremo de escritura"), QStringLiteral(u"búfer"),
            QStringLiteral("Interbloqueo"), QStringLiteral(u"señales") }));
    QTest::mouseClick(
        wordsOf(shown.panel), Qt::LeftButton, {}, wordsOf(shown.panel)->roomOf(2).center());
    QTRY_VERIFY2(
        QToolTip::text().contains(QStringLiteral(u"en círculo")), qPrintable(QToolTip::text()));
    QToolTip::hideText();
    QCoreApplication::removeTranslator(&spanish);
    QTRY_COMPARE(marksIn(shown.panel), QStringList(QStringLiteral("pipe")));
}

// Where the first ink of a widget is, in the panel.
static int firstInk(const GuidePanel& panel, QWidget& widget)
{
    const QImage picture = widget.grab().toImage();
    for (int x = 0; x < picture.width(); ++x) {
        for (int y = 0; y < picture.height(); ++y) {
            if (picture.pixel(x, y) != picture.pixel(0, 0))
                return x + widget.mapTo(&panel, QPoint()).x();
        }
    }
    return -1;
}

void GuideTest::textsBeginAtOneMargin()
{
    GuideContent all = content(6);
    all.intro = QStringLiteral("Here is what there is to see.");
    all.summary = QStringLiteral("Here is how it went.");
    all.past = true; // so that there is a foot
    Shown shown(all);
    const QRegularExpression beginnings(QStringLiteral("GUIDE|Why|Here is|This is"));
    int texts = 0;
    for (auto* label : shown.panel.findChildren<TextLabel*>()) {
        if (!label->isVisible() || textIn(label->text()).indexOf(beginnings) != 0)
            continue;
        const int ink = firstInk(shown.panel, *label);
        QVERIFY2(std::abs(ink - 16) <= 1, qPrintable(QString::number(ink) + label->text()));
        ++texts;
    }
    QCOMPARE(texts, 5);
}

void GuideTest::aStepIsShownOnRequestAndSaidToBe()
{
    GuideContent made = content(2);
    Shown shown(made);
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
    Shown shown(content(2));
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
    Shown shown({});
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
    Shown shown(now);
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
