// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "tests/views/support/found.h"
#include "views/machine/machine_row.h"
#include "views/machine/machine_sheet.h"
#include "views/machine/machine_words.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

using namespace ipclab;
using test::Bench;

namespace {

const QString kInstall = QStringLiteral("sudo apt install python3");

MachineFacts someFacts()
{
    return { { { MachinePart::Watching },
        { MachinePart::Python, PartState::Missing, {}, 34, kInstall },
        { MachinePart::Compiler, PartState::Works, QStringLiteral("12.2.0"), 34,
            QStringLiteral("sudo apt install build-essential") },
        { MachinePart::Redis, PartState::Missing, {}, 0, {} },
        { MachinePart::OpenSsl, PartState::Works, QStringLiteral("3.0.15") } } };
}

struct Shown {
    Bench bench;
    MachineSheet sheet { bench.look, nullptr };
    Shown()
    {
        sheet.setFacts(someFacts());
        sheet.show();
        QApplication::processEvents();
    }
    [[nodiscard]] MachineRow* row(MachinePart part) const
    {
        for (auto* const one : sheet.findChildren<MachineRow*>()) {
            if (one->fact().part == part)
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] QString news() const
    {
        return sheet.findChild<QLabel*>(QString(), Qt::FindDirectChildrenOnly)->text();
    }
};

} // namespace

class MachineSheetTest : public QObject {
    Q_OBJECT

private slots:
    void eachThingHasARowWithSignAndWord();
    void aRemedyIsCopied();
    void whatWorksNeedsNoRemedy();
    void itSaysThatItLooksAndThenWhatThereIs();
    void whatNoLabUsesMayBeMissing();
    void thePythonsVersionIsSaidOnce();
    void checkAgainIsWantedOnce();
    void everyObstacleHasWords();
    void nothingIsCut();
};

void MachineSheetTest::eachThingHasARowWithSignAndWord()
{
    const Shown shown;
    QCOMPARE(shown.sheet.findChildren<MachineRow*>().size(), 5);
    const QString name = shown.row(MachinePart::Python)->accessibleName();
    QVERIFY2(name.contains(QStringLiteral("missing")), qPrintable(name));
    QVERIFY2(name.contains(QStringLiteral("34")), qPrintable(name));
    QStringList words;
    for (const auto* label : shown.row(MachinePart::Python)->findChildren<QLabel*>())
        words.append(label->text());
    QVERIFY(words.contains(QStringLiteral("– missing")));
}

void MachineSheetTest::aRemedyIsCopied()
{
    const Shown shown;
    const MachineRow* const row = shown.row(MachinePart::Python);
    QCOMPARE(row->findChild<QLineEdit*>()->text(), kInstall);
    QGuiApplication::clipboard()->clear();
    auto* const copy = row->findChild<QPushButton*>();
    copy->setFocus();
    QTest::keyClick(copy, Qt::Key_Space);
    QCOMPARE(QGuiApplication::clipboard()->text(), kInstall);
}

void MachineSheetTest::whatWorksNeedsNoRemedy()
{
    const Shown shown;
    for (const MachinePart part : { MachinePart::Watching, MachinePart::Compiler }) {
        QVERIFY(!shown.row(part)->findChild<QLineEdit*>()->isVisible());
        QVERIFY(!shown.row(part)->findChild<QPushButton*>()->isVisible());
    }
    // No command is known: the words say what to do all the same.
    QVERIFY(!shown.row(MachinePart::Redis)->findChild<QLineEdit*>()->isVisible());
    QVERIFY(shown.row(MachinePart::Redis)
                ->accessibleName()
                .contains(QStringLiteral("package manager")));
}

void MachineSheetTest::itSaysThatItLooksAndThenWhatThereIs()
{
    Shown shown;
    QVERIFY(shown.news().startsWith(QStringLiteral("One thing")));
    shown.sheet.setLooking();
    QVERIFY(shown.news().contains(QStringLiteral("Looking")));
    shown.sheet.setFacts({ { { MachinePart::Watching } } });
    QCOMPARE(shown.news(), QStringLiteral("All that the labs use is here."));
}

void MachineSheetTest::whatNoLabUsesMayBeMissing()
{
    Shown shown;
    const PartFact unused { MachinePart::Redis, PartState::Missing };
    shown.sheet.setFacts({ { { MachinePart::Watching }, unused } });
    QCOMPARE(shown.news(), QStringLiteral("All that the labs use is here."));
    shown.sheet.setFacts({ { { MachinePart::Watching, PartState::NotAllowed }, unused } });
    QVERIFY(shown.news().startsWith(QStringLiteral("One thing")));
}

void MachineSheetTest::thePythonsVersionIsSaidOnce()
{
    Shown shown;
    shown.sheet.setFacts(
        { { { MachinePart::Python, PartState::Works, QStringLiteral("3.11.2") } } });
    const QString name = shown.row(MachinePart::Python)->accessibleName();
    QVERIFY2(name.startsWith(QStringLiteral("Python 3.11.2: ")), qPrintable(name));
}

void MachineSheetTest::checkAgainIsWantedOnce()
{
    Shown shown;
    const QSignalSpy wanted(&shown.sheet, &MachineSheet::checkWanted);
    QPushButton* again = nullptr;
    for (auto* const one : shown.sheet.findChildren<QPushButton*>()) {
        if (one->text() == QStringLiteral("Check again"))
            again = one;
    }
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    shown.sheet.setLooking();
    QTest::mouseClick(again, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    shown.sheet.setFacts(someFacts());
    QVERIFY(again->isEnabled());
}

void MachineSheetTest::everyObstacleHasWords()
{
    for (const WatchObstacle obstacle : { WatchObstacle::Yama, WatchObstacle::YamaForGood,
             WatchObstacle::Container, WatchObstacle::Kernel, WatchObstacle::Other }) {
        PartFact fact { MachinePart::Watching, PartState::NotAllowed };
        fact.obstacle = obstacle;
        QVERIFY(!remedySentence(fact).isEmpty());
        QVERIFY(!watchingFailure(obstacle).isEmpty());
    }
}

void MachineSheetTest::nothingIsCut()
{
    Shown shown;
    MachineFacts facts = someFacts();
    for (PartFact& fact : facts.parts)
        fact.state = PartState::Broken;
    shown.sheet.setFacts(facts);
    for (const bool projector : { false, true }) {
        shown.bench.look.setProjector(projector);
        QApplication::processEvents();
        QVERIFY(shown.sheet.width() <= 1280 && shown.sheet.height() <= 720);
        for (const auto* row : shown.sheet.findChildren<MachineRow*>()) {
            for (const auto* label : test::found<QLabel>(*row)) {
                QVERIFY2(
                    !label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                    qPrintable(label->text()));
                QVERIFY(row->rect().contains(label->geometry()) || !label->isVisible());
            }
        }
    }
    test::drawAll(shown.sheet, shown.bench.look, shown.sheet.size(), "machine");
}

QTEST_MAIN(MachineSheetTest)
#include "machine_sheet_test.moc"
