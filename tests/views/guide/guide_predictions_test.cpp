// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/guide/shown_guide.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

QPushButton* commitOf(const GuidePanel& panel)
{
    for (auto* button : panel.findChildren<QPushButton*>(QStringLiteral("predict"))) {
        if (button->isVisible())
            return button;
    }
    return nullptr;
}

QStringList codeIn(const QString& html)
{
    const QStringList mono = Look().mono().families();
    return wordsOf(
        html, [&mono](const QTextCursor& at) { return at.charFormat().fontFamilies() == mono; });
}

} // namespace

class GuidePredictionsTest : public QObject {
    Q_OBJECT

private slots:
    void aPredictionIsMarkedAndThenMade();
    void digitsArrowsAndEnterPredict();
    void theMarkIsKeptWhenOtherThingsChange();
    void whoComesBackIsAtTheAnswerThatIsMarked();
    void aPredictionIsComparedAfterwards();
    void aQuotedChoiceEndsOnceAndItsCodeIsCode();
    void codeInAChoiceIsCode();
    void severalAnswersAreSaidInTheirWords();
    void whatToDoIsSaidAfterThePrediction();
};

void GuidePredictionsTest::aPredictionIsMarkedAndThenMade()
{
    ShownGuide shown(content(2));
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

void GuidePredictionsTest::digitsArrowsAndEnterPredict()
{
    ShownGuide shown(content(2));
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

void GuidePredictionsTest::theMarkIsKeptWhenOtherThingsChange()
{
    ShownGuide shown(content(2));
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

void GuidePredictionsTest::whoComesBackIsAtTheAnswerThatIsMarked()
{
    ShownGuide shown(content(2));
    QTest::mouseClick(choice(shown.panel, "read"), Qt::LeftButton);
    commitOf(shown.panel)->setFocus();
    shown.panel.focusNow();
    QVERIFY(choice(shown.panel, "read")->hasFocus());
    QVERIFY(choice(shown.panel, "read")->isChecked());
}

void GuidePredictionsTest::aPredictionIsComparedAfterwards()
{
    GuideContent after = content(3);
    after.steps[2].chosen = QStringLiteral("kernel");
    after.steps[2].correct = QStringLiteral("writer");
    ShownGuide shown(after);
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

void GuidePredictionsTest::aQuotedChoiceEndsOnceAndItsCodeIsCode()
{
    GuideContent after = content(3);
    after.steps[2].choices[0].label = QStringLiteral("In the pipe.");
    after.steps[2].choices[1].label = QStringLiteral("`flush()` has it.");
    after.steps[2].chosen = after.steps[2].choices[0].id;
    ShownGuide shown(after);
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

void GuidePredictionsTest::codeInAChoiceIsCode()
{
    GuideContent asked = content(2);
    asked.steps[2].choices[0].label = QStringLiteral("`write()` returns `-1` and sets `errno`");
    ShownGuide shown(asked);
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

void GuidePredictionsTest::severalAnswersAreSaidInTheirWords()
{
    GuideContent after = content(3);
    after.steps[2].chosen = QStringLiteral("read");
    after.steps[2].correct = QStringLiteral("kernel, writer");
    ShownGuide shown(after);
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

void GuidePredictionsTest::whatToDoIsSaidAfterThePrediction()
{
    GuideContent asked = content(2);
    asked.steps[2].actionLabel = QStringLiteral("Run");
    ShownGuide shown(asked);
    QVERIFY(visibleTextOf(shown.panel, "action").isEmpty());
    asked.steps[2].chosen = QStringLiteral("kernel");
    shown.panel.setContent(asked);
    QApplication::processEvents();
    QVERIFY(boldIn(visibleTextOf(shown.panel, "action")).contains(QStringLiteral("Run")));
    QVERIFY(visibleTextOf(shown.panel, "comparison").contains(QStringLiteral("You predicted")));
}
QTEST_MAIN(GuidePredictionsTest)
#include "guide_predictions_test.moc"
