// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/system_text.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace ipclab;

class LookTest : public QObject {
    Q_OBJECT

private slots:
    void theArrowsBesideTabsAreSeen();
    void theSizesThatDesktopsStartWithAreUsual();
    void aLargerTextOfTheSystemMakesAllLarger();
    void nothingIsLeftToFillInTheStyleSheet();
    void aButtonThatHasTheFocusTakesNoMoreRoom();
};

void LookTest::nothingIsLeftToFillInTheStyleSheet()
{
    QVERIFY(!Look().styleSheet().contains(QLatin1Char('%')));
}

void LookTest::aButtonThatHasTheFocusTakesNoMoreRoom()
{
    Look look;
    for (const bool projector : { false, true }) {
        look.setProjector(projector);
        qApp->setStyleSheet(look.styleSheet());
        QPushButton button(QStringLiteral("Run"));
        button.show();
        const QSize before = button.sizeHint();
        button.activateWindow();
        button.setFocus();
        QTRY_VERIFY(button.hasFocus());
        button.updateGeometry();
        const QSize focused = button.sizeHint();
        QVERIFY(focused.width() <= before.width() && focused.height() <= before.height());
    }
    qApp->setStyleSheet({});
}

void LookTest::theArrowsBesideTabsAreSeen()
{
    QApplication::setStyle(QStringLiteral("Fusion")); // as in the window
    for (const auto& one : test::kLooks) {
        Look look;
        look.setDark(one.dark);
        look.setProjector(one.projector);
        QTabBar bar;
        bar.setDrawBase(false);
        for (const char* const name : { "Traffic", "Lanes", "Calls", "Plots", "Code" })
            bar.addTab(QString::fromLatin1(name));
        test::rendered(bar, look, { 220, 50 }, QStringLiteral("tabs-") + QLatin1String(one.name));
        for (QToolButton* button : bar.findChildren<QToolButton*>()) {
            QVERIFY(button->isVisible());
            if (!button->isEnabled())
                continue;
            const QImage seen = button->grab().toImage();
            int drawn = 0;
            for (int x = 3; x < seen.width() - 3; ++x) // without the lines around it
                for (int y = 3; y < seen.height() - 3; ++y)
                    drawn += contrast(seen.pixelColor(x, y), look.colour(Ink::Surface)) > 3;
            QVERIFY2(drawn >= 12, one.name);
        }
    }
}

void LookTest::theSizesThatDesktopsStartWithAreUsual()
{
    QFont font;
    for (const int points : { 9, 10, 11, 12 }) {
        font.setPointSize(points);
        QCOMPARE(systemTextScale(font, 96), 1.0);
    }
    font.setPixelSize(13);
    QCOMPARE(systemTextScale(font, 96), 1.0);
    font.setPointSizeF(13.75);
    QCOMPARE(systemTextScale(font, 96), 1.25);
    font.setPointSize(11);
    QCOMPARE(systemTextScale(font, 144), 1.5); // the same points on more dots
    font.setPixelSize(9);
    QCOMPARE(systemTextScale(font, 144), 0.75); // which are dots already
}

void LookTest::aLargerTextOfTheSystemMakesAllLarger()
{
    Look look;
    QCOMPARE(look.body().pixelSize(), 13);
    const QSignalSpy changed(&look, &Look::changed);
    look.setTextScale(1.25);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(look.body().pixelSize(), 16);
    QCOMPARE(look.px(100), 125);
    QVERIFY(look.styleSheet().contains(QStringLiteral("font-size: 16px")));
    look.setProjector(true);
    QCOMPARE(look.body().pixelSize(), 23); // 18 of the room, and a quarter
    look.setTextScale(100);
    QCOMPARE(look.scale(), 2.5);
    look.setProjector(false);
    look.setTextScale(0.1);
    QCOMPARE(look.scale(), 0.8);
}

QTEST_MAIN(LookTest)
#include "look_test.moc"
