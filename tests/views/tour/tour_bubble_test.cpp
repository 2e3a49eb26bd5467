// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/bench.h"
#include "tests/views/support/found.h"
#include "views/tour/tour_bubble.h"
#include "views/tour/tour_words.h"

#include <QAccessible>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <cstdlib>

using namespace ipclab;
using test::Bench;

namespace {

struct Shown {
    Bench bench;
    QWidget window;
    TourBubble* bubble;
    Shown()
    {
        window.resize(1280, 720);
        window.show();
        window.activateWindow();
        bubble = new TourBubble(bench.look, &window);
    }
    [[nodiscard]] QPushButton* button(const char* name) const
    {
        return bubble->findChild<QPushButton*>(QString::fromLatin1(name));
    }
};

} // namespace

class TourBubbleTest : public QObject {
    Q_OBJECT

private slots:
    void itIsWholeAndBesideWhatItPointsAt_data();
    void itIsWholeAndBesideWhatItPointsAt();
    void whatItBelongsToIsNotCovered();
    void keysGoOnAndBackAndEnd();
    void aScreenReaderHearsEachStop();
    void theLastStopHasNothingToSkip();
    void clicksBesideItGoToTheWindow();
};

void TourBubbleTest::itIsWholeAndBesideWhatItPointsAt_data()
{
    QTest::addColumn<QRect>("place");
    QTest::newRow("left column") << QRect(0, 60, 290, 600);
    QTest::newRow("right column") << QRect(995, 60, 285, 600);
    QTest::newRow("button above") << QRect(1150, 30, 90, 28);
    QTest::newRow("bar below") << QRect(0, 660, 1280, 60);
    QTest::newRow("bar above") << QRect(0, 0, 1280, 60);
    QTest::newRow("card") << QRect(420, 150, 200, 90);
    QTest::newRow("tabs") << QRect(290, 430, 705, 220);
    QTest::newRow("nothing") << QRect();
}

void TourBubbleTest::itIsWholeAndBesideWhatItPointsAt()
{
    QFETCH(QRect, place);
    Shown shown;
    for (const bool projector : { false, true }) {
        shown.bench.look.setProjector(projector);
        for (int stop = 0; stop < kTourStops; ++stop) {
            shown.bubble->showStop(static_cast<TourStop>(stop));
            shown.bubble->pointAt({ place, {} });
            QApplication::processEvents();
            const QRect at = shown.bubble->geometry();
            QVERIFY(shown.window.rect().contains(at));
            QVERIFY2(!at.intersects(place), qPrintable(tourTitle(static_cast<TourStop>(stop))));
            for (const auto* label : test::found<QLabel>(*shown.bubble)) {
                QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                    qPrintable(label->text()));
                QVERIFY(shown.bubble->rect().contains(label->geometry()));
            }
        }
    }
}

void TourBubbleTest::whatItBelongsToIsNotCovered()
{
    Shown shown;
    const QRect map(290, 60, 705, 370);
    shown.bubble->showStop(TourStop::Bytes);
    shown.bubble->pointAt({ { 420, 150, 200, 90 }, map });
    QVERIFY(shown.window.rect().contains(shown.bubble->geometry()));
    QVERIFY(!shown.bubble->geometry().intersects(map));
    const QPoint aim = QRect(420, 150, 200, 90).center();
    QVERIFY(std::abs(shown.bubble->geometry().center().x() - aim.x()) <= 1);
}

void TourBubbleTest::keysGoOnAndBackAndEnd()
{
    Shown shown;
    QSignalSpy next(shown.bubble, &TourBubble::nextWanted);
    QSignalSpy back(shown.bubble, &TourBubble::backWanted);
    QSignalSpy skip(shown.bubble, &TourBubble::skipWanted);
    shown.bubble->showStop(TourStop::Run);
    QTRY_COMPARE(QApplication::focusWidget(), shown.button("tour-next"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(next.count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(next.count(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QCOMPARE(next.count(), 3);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    QCOMPARE(back.count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(QApplication::focusWidget(), shown.button("tour-back"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(back.count(), 2);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(skip.count(), 1);
}

void TourBubbleTest::aScreenReaderHearsEachStop()
{
    Shown shown;
    for (int stop = 0; stop < kTourStops; ++stop) {
        shown.bubble->showStop(static_cast<TourStop>(stop));
        const QAccessibleInterface* const read
            = QAccessible::queryAccessibleInterface(shown.bubble);
        QVERIFY(read);
        const QString heard = read->text(QAccessible::Name);
        QVERIFY(heard.contains(tourTitle(static_cast<TourStop>(stop))));
        QVERIFY(heard.contains(tourText(static_cast<TourStop>(stop))));
        QVERIFY(heard.contains(QStringLiteral("%1 of %2").arg(stop + 1).arg(kTourStops)));
    }
}

void TourBubbleTest::theLastStopHasNothingToSkip()
{
    Shown shown;
    QSignalSpy next(shown.bubble, &TourBubble::nextWanted);
    shown.bubble->showStop(TourStop::Time);
    QVERIFY(!shown.button("tour-skip")->isVisible());
    QTest::keyClick(shown.button("tour-next"), Qt::Key_Escape);
    QCOMPARE(next.count(), 1);
    shown.bubble->showStop(TourStop::Welcome);
    QVERIFY(shown.button("tour-skip")->isVisible());
    QVERIFY(!shown.button("tour-back")->isVisible());
}

void TourBubbleTest::clicksBesideItGoToTheWindow()
{
    Shown shown;
    auto* const below = new QPushButton(&shown.window);
    below->setGeometry(100, 100, 200, 60);
    below->show();
    shown.bubble->showStop(TourStop::Run);
    shown.bubble->pointAt({ below->geometry(), {} }); // the line around it lies over it
    const QSignalSpy clicked(below, &QPushButton::clicked);
    const QPoint middle = below->geometry().center();
    QCOMPARE(shown.window.childAt(middle), below);
    QTest::mouseClick(shown.window.windowHandle(), Qt::LeftButton, {}, middle);
    QCOMPARE(clicked.count(), 1);
}

QTEST_MAIN(TourBubbleTest)
#include "tour_bubble_test.moc"
