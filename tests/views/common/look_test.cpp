// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/bench.h"
#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QTabBar>
#include <QToolButton>
#include <QtTest>

using namespace ipclab;

class LookTest : public QObject {
    Q_OBJECT

private slots:
    void theArrowsBesideTabsAreSeen();
};

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

QTEST_MAIN(LookTest)
#include "look_test.moc"
