// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/reference.h"
#include "tests/pictures/text_faults.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QtTest>

using namespace ipclab::test;

namespace {

QString faultsIn(QWidget& window)
{
    return (widgetFaults(window) + paintedFaults(window)).join(u'\n');
}

// By hand, as the map and the lanes do.
class Painted : public QWidget {
public:
    explicit Painted(std::function<void(QPainter&)> paint)
        : m_paint(std::move(paint))
    {
        resize(300, 100);
        show();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        painter.setPen(Qt::black);
        m_paint(painter);
    }

private:
    std::function<void(QPainter&)> m_paint;
};

} // namespace

// What is to find faults finds them.
class WitnessTest : public QObject {
    Q_OBJECT

private slots:
    void anEmptyPanelIsFoundOut();
    void aCutLabelIsFoundOut();
    void whatIsPaintedWellHasNoFault();
    void aTextThatAClipCutsIsFoundOut();
    void textsOverEachOtherAreFoundOut();
    void aTextThatIsPaintedOverIsFoundOut();
    void aTextThatIsHiddenWhollyIsNone();
    void anElidedTextWantsATooltip();
    void anInkThatCannotBeReadIsFoundOut();
    void whatScrollsMayGoOnBelowItsEdge();
    void lettersThatAreTooSmallAreFoundOut();
    void aMissingLabelMakesAnotherPicture();
    void theEdgesOfLettersDoNot();
    void ofSquaresTooALabelIsMissedAndTheEdgesOfLettersAreNot();
    void fewColoursAreStillThePicture();
};

void WitnessTest::anEmptyPanelIsFoundOut()
{
    QWidget empty;
    empty.resize(200, 100);
    QVERIFY(!emptiness(empty).isEmpty());
}

void WitnessTest::aCutLabelIsFoundOut()
{
    QWidget window;
    window.resize(300, 100);
    QLabel label(QStringLiteral("a sentence that needs more room than it has"), &window);
    label.setGeometry(0, 0, 60, 20);
    QLabel other(QStringLiteral("over it"), &window);
    other.setGeometry(30, 0, 80, 20);
    QPushButton outside(QStringLiteral("half outside"), &window);
    outside.setGeometry(280, 50, 120, 40);
    window.show();
    QTRY_VERIFY(window.isVisible());
    const QString wrong = faultsIn(window);
    QVERIFY2(wrong.contains(QStringLiteral("cut: QLabel")), qPrintable(wrong));
    QVERIFY2(wrong.contains(QStringLiteral("over each other: QLabel")), qPrintable(wrong));
    QVERIFY2(wrong.contains(QStringLiteral("outside:")), qPrintable(wrong));
}

void WitnessTest::whatIsPaintedWellHasNoFault()
{
    Painted panel([](QPainter& painter) {
        painter.drawText(10, 30, QStringLiteral("a process"));
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::darkBlue);
        painter.drawRoundedRect(10, 50, 100, 30, 5, 5);
        painter.setPen(Qt::white);
        painter.drawText(QRect(10, 50, 100, 30), Qt::AlignCenter, QStringLiteral("a pipe"));
    });
    QCOMPARE(faultsIn(panel), QString());
    const std::vector<PaintedText> texts = witnessed(panel).texts;
    QCOMPARE(texts.size(), 2U);
    QCOMPARE(texts.at(1).words, QStringLiteral("a pipe"));
    QCOMPARE(texts.at(1).worstGround, QColor(Qt::darkBlue));
    QVERIFY(QRectF(10, 50, 100, 30).contains(texts.at(1).place));
}

void WitnessTest::aTextThatAClipCutsIsFoundOut()
{
    Painted panel([](QPainter& painter) {
        painter.setClipRect(0, 0, 60, 100);
        painter.drawText(10, 30, QStringLiteral("cut in its middle"));
    });
    QVERIFY2(faultsIn(panel).contains(QStringLiteral("cut: “cut in its middle”")),
        qPrintable(faultsIn(panel)));
}

void WitnessTest::textsOverEachOtherAreFoundOut()
{
    Painted panel([](QPainter& painter) {
        painter.drawText(10, 30, QStringLiteral("one word"));
        painter.drawText(30, 33, QStringLiteral("another one"));
    });
    QVERIFY2(faultsIn(panel).contains(QStringLiteral("over each other: “one word”")),
        qPrintable(faultsIn(panel)));
}

void WitnessTest::aTextThatIsPaintedOverIsFoundOut()
{
    Painted panel([](QPainter& painter) {
        painter.drawText(10, 30, QStringLiteral("half of it is under a card"));
        painter.fillRect(QRect(60, 10, 200, 40), Qt::gray);
    });
    QVERIFY2(
        faultsIn(panel).contains(QStringLiteral("painted over by")), qPrintable(faultsIn(panel)));
}

void WitnessTest::aTextThatIsHiddenWhollyIsNone()
{
    Painted panel([](QPainter& painter) {
        painter.drawText(10, 30, QStringLiteral("under a sheet"));
        painter.fillRect(QRect(0, 0, 300, 100), Qt::white);
        painter.drawText(12, 32, QStringLiteral("the sheet"));
    });
    QCOMPARE(faultsIn(panel), QString());
}

void WitnessTest::anElidedTextWantsATooltip()
{
    Painted panel(
        [](QPainter& painter) { painter.drawText(10, 30, QStringLiteral("/home/…/reader.py")); });
    QVERIFY2(faultsIn(panel).contains(QStringLiteral("elided")), qPrintable(faultsIn(panel)));
    panel.setToolTip(QStringLiteral("another path"));
    QVERIFY2(faultsIn(panel).contains(QStringLiteral("elided")), qPrintable(faultsIn(panel)));
    panel.setToolTip(QStringLiteral("/home/ana/labs/reader.py"));
    QCOMPARE(faultsIn(panel), QString());
}

void WitnessTest::anInkThatCannotBeReadIsFoundOut()
{
    Painted panel([](QPainter& painter) {
        painter.setPen(QColor(0xAA, 0xAA, 0xAA));
        painter.drawText(10, 30, QStringLiteral("pale"));
        painter.setPen(Qt::black);
        painter.setOpacity(0.4);
        painter.drawText(10, 60, QStringLiteral("faded"));
    });
    const QString wrong = faultsIn(panel);
    QVERIFY2(wrong.contains(QStringLiteral("2.32 : 1, #ffaaaaaa on #ffffff: “pale”")),
        qPrintable(wrong));
    QVERIFY2(wrong.contains(QStringLiteral("“faded”")), qPrintable(wrong));
}

void WitnessTest::whatScrollsMayGoOnBelowItsEdge()
{
    QScrollArea area;
    auto* const page = new QWidget;
    page->resize(200, 400);
    auto* const label = new QLabel(QStringLiteral("half seen"), page);
    label->move(10, 10);
    area.setWidget(page);
    const int line = label->fontMetrics().height();
    area.resize(240, 10 + line / 2 + 2 * area.frameWidth());
    area.show();
    QTRY_VERIFY(area.isVisible());
    QCOMPARE(paintedFaults(area), QStringList());
    area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // so nobody can get there
    QVERIFY2(!paintedFaults(area).isEmpty(), "nothing was found");
    page->resize(200, 12); // now it is cut by what it is on
    QVERIFY2(!paintedFaults(area).isEmpty(), "nothing was found");
}

void WitnessTest::lettersThatAreTooSmallAreFoundOut()
{
    Painted panel([](QPainter& painter) {
        QFont font = painter.font();
        font.setPixelSize(18);
        painter.setFont(font);
        painter.drawText(10, 30, QStringLiteral("large"));
        painter.scale(0.5, 0.5);
        painter.drawText(20, 120, QStringLiteral("made small"));
    });
    const QStringList small = smallTexts(panel, 14, 12);
    QCOMPARE(small.size(), 1);
    QVERIFY2(
        small.front().startsWith(QStringLiteral("9 px: “made small”")), qPrintable(small.front()));
}

void WitnessTest::aMissingLabelMakesAnotherPicture()
{
    bool there = true;
    Painted panel([&](QPainter& painter) {
        painter.drawText(10, 30, QStringLiteral("what stays"));
        painter.setPen(QColor(0x64, 0x6B, 0x78));
        if (there)
            painter.drawText(10, 60, QStringLiteral("Hex"));
    });
    const QImage with = panel.grab().toImage();
    QCOMPARE(difference(with, with).pixels, 0);
    there = false;
    const Difference found = difference(panel.grab().toImage(), with);
    QVERIFY2(!found.sideBySide.isNull(), qPrintable(QString::number(found.pixels)));
}

// As they are kept of two pixels a point.
void WitnessTest::ofSquaresTooALabelIsMissedAndTheEdgesOfLettersAreNot()
{
    bool there = true;
    qreal by = 0;
    Painted panel([&](QPainter& painter) {
        painter.setPen(QColor(0x64, 0x6B, 0x78));
        painter.drawText(QPointF(10 + by, 30), QStringLiteral("what stays where it is"));
        if (there)
            painter.drawText(10, 60, QStringLiteral("Hex"));
    });
    const auto squares = [&panel] {
        QImage fine(panel.size() * 2, QImage::Format_RGB32);
        fine.setDevicePixelRatio(2);
        panel.render(&fine);
        return squaresOf(fine);
    };
    const QImage before = squares();
    QCOMPARE(before.size(), panel.size() / 4);
    by = 0.3; // of a point
    QVERIFY(difference(squares(), before, kOfSquares).sideBySide.isNull());
    by = 4;
    QVERIFY(!difference(squares(), before, kOfSquares).sideBySide.isNull());
    by = 0;
    there = false;
    const Difference found = difference(squares(), before, kOfSquares);
    QVERIFY2(!found.sideBySide.isNull(), qPrintable(QString::number(found.pixels)));
}

void WitnessTest::theEdgesOfLettersDoNot()
{
    qreal by = 0;
    Painted panel([&](QPainter& painter) {
        painter.translate(by, 0);
        painter.drawText(QPointF(10, 30), QStringLiteral("what stays where it is"));
    });
    const QImage before = panel.grab().toImage();
    by = 0.3; // of a pixel, as another hinting has it
    const Difference found = difference(panel.grab().toImage(), before);
    QVERIFY2(found.sideBySide.isNull(), qPrintable(QString::number(found.pixels)));
}

void WitnessTest::fewColoursAreStillThePicture()
{
    Painted panel([](QPainter& painter) {
        QLinearGradient colours(0, 0, 300, 0);
        colours.setColorAt(0, Qt::darkRed);
        colours.setColorAt(1, Qt::darkBlue);
        painter.fillRect(QRect(0, 50, 300, 50), colours);
        painter.drawText(10, 30, QStringLiteral("what stays"));
    });
    const QImage whole = panel.grab().toImage();
    const QImage few = withFewColours(whole);
    QVERIFY(few.colorCount() <= 256);
    QCOMPARE(difference(few.convertToFormat(QImage::Format_RGB32),
                 whole.convertToFormat(QImage::Format_RGB32))
                 .pixels,
        0);
}

QTEST_MAIN(WitnessTest)

#include "witness_test.moc"
