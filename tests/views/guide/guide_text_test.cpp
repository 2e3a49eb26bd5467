// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/guide/shown_guide.h"
#include "tests/views/support/each_look.h"
#include "views/common/elided_button.h"
#include "views/guide/guide_text.h"
#include "views/guide/term_label.h"

#include <QPushButton>
#include <QScrollArea>
#include <QTextTable>
#include <QToolTip>
#include <QTranslator>
#include <QtTest>

#include <set>

using namespace ipclab;
using namespace ipclab::test;

// The words: how they are set, where they have room, and the terms that are explained.
class GuideTextTest : public QObject {
    Q_OBJECT

private slots:
    void emphasisCodeAndTablesAreShownAndHtmlIsText();
    void codeIsAsLargeInTheRoomAsTheTextAroundIt();
    void nothingIsCutAtAnyWidth();
    void aWideTableIsARowAfterTheOther();
    void theNextLabIsNamedAsFarAsThereIsRoom();
    void termsAreMarkedOnceAndNeverInCode();
    void aTermIsExplainedUnderTheMouse();
    void aTermIsExplainedByKey();
    void marksLieUnderTheirWords();
    void termsAreThoseOfTheLanguageShown();
    void textsBeginAtOneMargin();
};

void GuideTextTest::emphasisCodeAndTablesAreShownAndHtmlIsText()
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

void GuideTextTest::codeIsAsLargeInTheRoomAsTheTextAroundIt()
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

void GuideTextTest::nothingIsCutAtAnyWidth()
{
    GuideContent full = content(2);
    full.steps[2].hint = QStringLiteral("The card of the writer shows its own buffer.");
    for (const auto& look : test::kLooks) {
        ShownGuide shown(full);
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

void GuideTextTest::aWideTableIsARowAfterTheOther()
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

void GuideTextTest::theNextLabIsNamedAsFarAsThereIsRoom()
{
    GuideContent done = content(6);
    done.nextLabTitle = QStringLiteral("Full in both directions");
    ShownGuide shown(done);
    test::rendered(shown.panel, shown.bench.look, { 290, 640 }, QStringLiteral("x"));
    const auto* const next = shown.panel.findChild<ElidedButton*>();
    QTRY_VERIFY(next->isVisible() && !next->cut());
    test::rendered(shown.panel, shown.bench.look, { 200, 640 }, QStringLiteral("x"));
    QTRY_VERIFY(next->cut());
    const auto* const scroll = shown.panel.findChild<QScrollArea*>();
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
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

void GuideTextTest::termsAreMarkedOnceAndNeverInCode()
{
    GuideContent made = withTerms();
    made.steps[1].hint = QStringLiteral("Close the write end: then there is an end of file.");
    ShownGuide shown(made);
    QCOMPARE(marksIn(shown.panel),
        QStringList({ QStringLiteral("pipe"), QStringLiteral("write end"), QStringLiteral("buffer"),
            QStringLiteral("deadlock") }));
    auto* const hint = shown.panel.findChild<TermLabel*>(QStringLiteral("hint"));
    QCOMPARE(hint->markedWords(), QStringList(QStringLiteral("end of file")));
    std::set<std::size_t> known;
    QCOMPARE(termsIn(QStringLiteral("FIFOs, a named pipe, EOF; spipe my_pipe pipe2"), known).size(),
        std::size_t(2));
}

void GuideTextTest::aTermIsExplainedUnderTheMouse()
{
    ShownGuide shown(withTerms());
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

void GuideTextTest::aTermIsExplainedByKey()
{
    ShownGuide shown(withTerms());
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
void GuideTextTest::marksLieUnderTheirWords()
{
    ShownGuide shown(withTerms(), { 330, 640 });
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

void GuideTextTest::termsAreThoseOfTheLanguageShown()
{
    QTranslator spanish;
    QVERIFY(spanish.load(QStringLiteral(":/i18n/ipclab_es")));
    GuideContent made = content(1);
    made.steps[1].text = QString::fromUtf8(
        "Cierra el extremo de escritura: el búfer se vacía, y `señal` y el pipe no cuentan. "
        "Interbloqueo, señales y búferes.");
    ShownGuide shown(made);
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

void GuideTextTest::textsBeginAtOneMargin()
{
    GuideContent all = content(6);
    all.intro = QStringLiteral("Here is what there is to see.");
    all.summary = QStringLiteral("Here is how it went.");
    all.past = true; // so that there is a foot
    ShownGuide shown(all);
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
QTEST_MAIN(GuideTextTest)
#include "guide_text_test.moc"
