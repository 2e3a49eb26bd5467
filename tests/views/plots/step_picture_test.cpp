// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/step_picture.h"

#include "views/plots/plot_image.h"

#include <QImage>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace ipclab;

namespace {

constexpr int kSide = 100; // pixels, of what the curves are in
constexpr QRgb kRed = 0xffff0000;
constexpr QRgb kBlue = 0xff0000ff;
constexpr QRgb kGround = 0xffffffff;

using Points = QVector<std::pair<double, double>>;

class Plot : public QCustomPlot {
public:
    Plot()
        : image(QSharedPointer<PlotImage>::create(size(), bufferDevicePixelRatio()))
        , steps(new StepPicture(*this, *image))
    {
        mPaintBuffers = { image };
    }

    QSharedPointer<PlotImage> image;
    StepPicture* steps;
};

// A plot that is nothing but its curves: from 0 to 100 in both directions, a pixel each.
class Curves {
public:
    Curves()
    {
        m_plot.setViewport({ 0, 0, kSide, kSide });
        m_plot.plotLayout()->setRowSpacing(0);
        m_plot.axisRect()->setAutoMargins(QCP::msNone);
        m_plot.axisRect()->setMargins({});
        for (QCPAxis* const axis : { m_plot.xAxis, m_plot.yAxis }) {
            axis->setVisible(false);
            axis->grid()->setVisible(false);
            axis->setRange(0, kSide);
        }
    }

    void add(const Points& points, QRgb ink = kRed, bool inPicture = true, qreal width = 1)
    {
        auto* const graph = new StepGraph(m_plot.xAxis, m_plot.yAxis);
        for (const auto& [key, value] : points)
            graph->addData(key, value);
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setPen(QPen(QColor(ink), width));
        graph->setAntialiased(false);
        graph->setPicture(inPicture ? m_plot.steps : nullptr);
    }
    void look(double from, double to) { m_plot.xAxis->setRange(from, to); }
    QImage picture(double ratio = 1)
    {
        m_plot.setBufferDevicePixelRatio(ratio);
        m_plot.replot();
        return m_plot.image->image();
    }

private:
    Plot m_plot;
};

// The rows of a column, counted from below, in which it is: nothing where it is in none.
std::pair<int, int> rowsOf(const QImage& image, int x, QRgb ink = kRed)
{
    std::pair<int, int> rows { image.height(), -1 };
    for (int y = 0; y < image.height(); ++y) {
        if (image.pixel(x, y) != ink)
            continue;
        const int up = image.height() - 1 - y;
        rows = { std::min(rows.first, up), std::max(rows.second, up) };
    }
    return rows;
}

using Rows = std::pair<int, int>;
const Rows kNone { kSide, -1 };

} // namespace

class StepPictureTest : public QObject {
    Q_OBJECT

private slots:
    void aValueHoldsUntilTheNextAndTheStepStandsWhereItIs();
    void aColumnShowsFromItsLowestToItsHighest();
    void whatIsOutsideIsNotDrawn();
    void aLevelOfZeroIsSeenAboveTheAxis();
    void theLaterCurveCoversTheEarlier();
    void aThickPenIsThickInDotsOfTheScreen();
    void anEmptyCurveDrawsNothing();
    void itShowsWhatTheLineWouldShow();
};

void StepPictureTest::aValueHoldsUntilTheNextAndTheStepStandsWhereItIs()
{
    Curves curves;
    curves.add({ { 10, 20 }, { 50, 80 }, { 90, 80 } });
    const QImage picture = curves.picture();
    QCOMPARE(rowsOf(picture, 9), kNone); // nothing is known before the first
    QCOMPARE(rowsOf(picture, 10), Rows(20, 20));
    QCOMPARE(rowsOf(picture, 49), Rows(20, 20));
    QCOMPARE(rowsOf(picture, 50), Rows(20, 80));
    QCOMPARE(rowsOf(picture, 51), Rows(80, 80));
    QCOMPARE(rowsOf(picture, 89), Rows(80, 80));
    QCOMPARE(rowsOf(picture, 91), kNone); // nor after the last
}

void StepPictureTest::aColumnShowsFromItsLowestToItsHighest()
{
    Points points { { 0, 50 } };
    for (int i = 0; i < 10'000; ++i) // all of them in one column of pixels
        points.append({ 30 + i * 1e-5, i == 7'000 ? 95 : i == 3'000 ? 5 : 40 + i % 20 });
    points.append({ 60, 50 });
    Curves curves;
    curves.add(points);
    const QImage picture = curves.picture();
    QCOMPARE(rowsOf(picture, 29), Rows(50, 50));
    QCOMPARE(rowsOf(picture, 30), Rows(5, 95));
    QCOMPARE(rowsOf(picture, 31), Rows(59, 59)); // the last value that was
}

void StepPictureTest::whatIsOutsideIsNotDrawn()
{
    Curves curves;
    curves.add({ { -50, 30 }, { 20, 500 }, { 40, -500 }, { 60, 70 }, { 300, 70 } });
    const QImage picture = curves.picture();
    QCOMPARE(rowsOf(picture, 0), Rows(30, 30)); // it came in from the left
    QCOMPARE(rowsOf(picture, 20), Rows(30, 99));
    QCOMPARE(rowsOf(picture, 30), kNone); // above
    QCOMPARE(rowsOf(picture, 40), Rows(1, 99)); // below it is the axis
    QCOMPARE(rowsOf(picture, 50), kNone); // below
    QCOMPARE(rowsOf(picture, 99), Rows(70, 70)); // it goes out on the right
}

// The last row of pixels is the axis line's: an empty channel is a line all the same.
void StepPictureTest::aLevelOfZeroIsSeenAboveTheAxis()
{
    for (const double width : { 1.0, 3.0 }) {
        Curves curves;
        curves.add({ { 0, 0 }, { 100, 0 } }, kRed, true, width);
        QCOMPARE(rowsOf(curves.picture(), 50), Rows(1, static_cast<int>(width)));
    }
}

void StepPictureTest::theLaterCurveCoversTheEarlier()
{
    Curves curves;
    curves.add({ { 0, 40 }, { 50, 90 }, { 100, 90 } }, kRed);
    curves.add({ { 0, 40 }, { 50, 60 }, { 100, 60 } }, kBlue);
    const QImage picture = curves.picture();
    QCOMPARE(rowsOf(picture, 20, kRed), kNone);
    QCOMPARE(rowsOf(picture, 20, kBlue), Rows(40, 40));
    QCOMPARE(rowsOf(picture, 50, kBlue), Rows(40, 60));
    QCOMPARE(rowsOf(picture, 50, kRed), Rows(61, 90)); // what sticks out
    QCOMPARE(rowsOf(picture, 70, kRed), Rows(90, 90));
}

void StepPictureTest::aThickPenIsThickInDotsOfTheScreen()
{
    Curves curves;
    curves.add({ { 0, 40 }, { 100, 40 } }, kRed, true, 3);
    const Rows once = rowsOf(curves.picture(1), 50);
    QCOMPARE(once.second - once.first + 1, 3);
    const QImage fine = curves.picture(2);
    QCOMPARE(fine.width(), 2 * kSide);
    const Rows twice = rowsOf(fine, 100);
    QCOMPARE(twice.second - twice.first + 1, 6);
}

void StepPictureTest::anEmptyCurveDrawsNothing()
{
    Curves curves;
    curves.add({});
    curves.add({ { 50, 50 } });
    const QImage picture = curves.picture();
    for (int x = 0; x < kSide; ++x)
        QCOMPARE(rowsOf(picture, x), kNone);
}

// Against the line of QCustomPlot, which does all that it costs: no column says another lowest or
// highest, but for the pixel that rounding takes.
void StepPictureTest::itShowsWhatTheLineWouldShow()
{
    for (quint32 seed = 0; seed < 40; ++seed) {
        QRandomGenerator random(seed);
        Points points;
        double key = random.bounded(30.0) - 10;
        while (key < kSide + 10.0) {
            points.append({ key, random.bounded(90.0) + 5 });
            key += random.bounded(seed % 2 == 0 ? 20.0 : 0.5) + 0.01;
        }
        Curves picture;
        picture.add(points);
        Curves line;
        line.add(points, kRed, false);
        const QImage one = picture.picture();
        const QImage other = line.picture();
        // A step may fall into the next column there: what a column shows is in its neighbours.
        const auto within = [](const QImage& image, const QImage& of, int x) {
            Rows all = rowsOf(of, x);
            for (const int near : { x - 1, x + 1 }) {
                const Rows rows = near < 0 || near >= kSide ? kNone : rowsOf(of, near);
                all = { std::min(all.first, rows.first), std::max(all.second, rows.second) };
            }
            const Rows rows = rowsOf(image, x);
            return rows == kNone || (rows.first >= all.first - 1 && rows.second <= all.second + 1);
        };
        for (int x = 1; x + 1 < kSide; ++x) { // at the edges the line is cut otherwise
            QVERIFY2(within(one, other, x),
                qPrintable(QStringLiteral("seed %1, column %2").arg(seed).arg(x)));
            QVERIFY2(within(other, one, x),
                qPrintable(QStringLiteral("seed %1, column %2").arg(seed).arg(x)));
        }
    }
}

QTEST_MAIN(StepPictureTest)
#include "step_picture_test.moc"
