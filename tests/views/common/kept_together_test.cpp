// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/kept_together.h"

#include <QtTest>

using namespace ipclab;

// What a line may not end within.
class KeptTogetherTest : public QObject {
    Q_OBJECT

private slots:
    void aNumberKeepsItsUnit_data();
    void aNumberKeepsItsUnit();
};

void KeptTogetherTest::aNumberKeepsItsUnit_data()
{
    QTest::addColumn<QString>("kept"); // with _ where no line ends
    QTest::newRow("bytes") << QStringLiteral("58_bytes were written");
    QTest::newRow("sizes") << QStringLiteral("1_byte, 12_B, 1.5_MB and 20,0_GB");
    QTest::newRow("times") << QStringLiteral("after 3.2_s, 40_ms or 7_µs");
    QTest::newRow("minutes") << QStringLiteral("1_min_05_s");
    QTest::newRow("hours") << QStringLiteral("2_h_03_min later");
    QTest::newRow("Spanish") << QStringLiteral("de 4096_bytes a 10_s");
    QTest::newRow("words alike") << QStringLiteral("12 smaller ones, pid 12 hides, 3 bytesful");
    QTest::newRow("no units") << QStringLiteral("step 2 of 6: s B ms");
}

void KeptTogetherTest::aNumberKeepsItsUnit()
{
    QFETCH(QString, kept);
    const QString words = QString(kept).replace(u'_', u' ');
    QCOMPARE(unitsKept(words).replace(QChar(QChar::Nbsp), u'_'), kept);
}

QTEST_APPLESS_MAIN(KeptTogetherTest)
#include "kept_together_test.moc"
