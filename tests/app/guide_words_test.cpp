// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter_guide.h"
#include "ipc-core/lab/lab_loader.h"
#include "tests/words.h"
#include "views/guide/guide_text.h"

#include <QtTest>

using namespace ipclab;
using test::q;

namespace {

// What no sign of Markdown is.
QString lettersAndFigures(const QString& words)
{
    QString kept;
    for (const QChar letter : words) {
        if (letter.isLetterOrNumber())
            kept += letter;
    }
    return kept;
}

} // namespace

class GuideWordsTest : public QObject {
    Q_OBJECT

private slots:
    void whatBeginsLikeAListIsStillALine_data();
    void whatBeginsLikeAListIsStillALine();
    void everyChoiceOfEveryLabIsShownWithAllItsLetters_data();
    void everyChoiceOfEveryLabIsShownWithAllItsLetters();
};

void GuideWordsTest::whatBeginsLikeAListIsStillALine_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("shown");
    for (const char* const same : { "0.", "3)", "3. The rest", "- none", "-1", "+", "* all", "# 1",
             "> 0", "= 2", "~~~", "1.5 s", "fd 1.", "" })
        QTest::newRow(same) << q(same) << q(same);
    QTest::newRow("emphasis") << q("**all** of it") << q("all of it");
    QTest::newRow("slanted") << q("*all* of it") << q("all of it");
    QTest::newRow("code") << q("`0.` it says") << q("0. it says");
    QTest::newRow("two lines") << q("one\n- two") << q("one - two");
}

void GuideWordsTest::whatBeginsLikeAListIsStillALine()
{
    QFETCH(QString, written);
    QFETCH(QString, shown);
    QCOMPARE(plainText(asOneLine(written)), shown);
}

void GuideWordsTest::everyChoiceOfEveryLabIsShownWithAllItsLetters_data()
{
    QTest::addColumn<QString>("folder");
    for (const std::string& folder : findLabs({ LABS_FOLDER }))
        QTest::newRow(folder.substr(folder.rfind('/') + 1).c_str())
            << QString::fromStdString(folder);
}

void GuideWordsTest::everyChoiceOfEveryLabIsShownWithAllItsLetters()
{
    QFETCH(QString, folder);
    const LoadResult loaded = loadLab(folder.toStdString());
    QVERIFY(std::holds_alternative<Lab>(loaded));
    const Lab& lab = std::get<Lab>(loaded);
    for (const auto& [language, guide] : lab.guides) {
        for (const LabStep& step : lab.steps) {
            if (!step.ask)
                continue;
            const StepText& words = guide.steps.at(step.id);
            for (const std::string& choice : choices(*step.ask)) {
                const auto own = words.choices.find(choice);
                const QString shown = plainText(choiceLabel(*step.ask, choice, words));
                QVERIFY2(!shown.isEmpty(), (language + ' ' + step.id + ' ' + choice).c_str());
                if (own != words.choices.end())
                    QCOMPARE(lettersAndFigures(shown),
                        lettersAndFigures(QString::fromStdString(own->second)));
            }
        }
    }
}

QTEST_MAIN(GuideWordsTest)

#include "guide_words_test.moc"
