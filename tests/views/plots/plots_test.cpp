// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/bench.h"
#include "views/plots/level_feed.h"
#include "views/plots/level_plot.h"
#include "views/plots/level_series.h"
#include "views/plots/plots_panel.h"

#include <QLabel>
#include <QWheelEvent>
#include <QtTest>

using namespace ipclab;
using test::Bench;

namespace {

const LevelSeries* queueOf(const LevelFeed& feed, unsigned channel)
{
    LevelKey key;
    key.channel = ChannelId { channel };
    const auto found = feed.series().find(key);
    return found == feed.series().end() ? nullptr : &found->second;
}

void turnWheel(QWidget& plot, int angle)
{
    const QPointF at(plot.width() / 2.0, plot.height() / 2.0);
    QWheelEvent wheel(at, plot.mapToGlobal(at), {}, { 0, angle }, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot, &wheel);
}

void rise(Bench& bench, int steps)
{
    for (int i = 0; i < steps; ++i) {
        bench.written(kSecond + i * kMillisecond, 4711, 4, 1, std::string(100, 'x'));
        if (i % 7 == 6)
            bench.read(kSecond + i * kMillisecond + 500'000, 4711, 3, 1, std::string(600, 'x'));
    }
}

} // namespace

class PlotsTest : public QObject {
    Q_OBJECT

private slots:
    void aLevelFollowsWhatIsWrittenAndRead();
    void whatAProcessKeepsIsASeriesAndEndsWithIt();
    void aSeriesIsBoundedAndLosesNoPeak();
    void atMostTwoPointsAPixelAreDrawn();
    void theDrawnStepsHaveTheLevelsAtTheEdges();
    void nothingIsDoneWhileHidden();
    void theWheelZoomsAndZeroShowsAll();
    void aClickGoesToThatMoment();
    void anotherRunStartsAnew();
    void looksRight();
};

void PlotsTest::aLevelFollowsWhatIsWrittenAndRead()
{
    Bench bench;
    test::fillWithABufferedPipe(bench);
    LevelFeed feed;
    QVERIFY(feed.take(bench.log, bench.log.size(), 3));
    QVERIFY(!feed.take(bench.log, bench.log.size(), 1000));
    const LevelSeries* queue = queueOf(feed, 1);
    QVERIFY(queue != nullptr);
    const std::vector<LevelPoint> expected { { 0, 0 }, { 4040 * kMillisecond, 58 },
        { 4050 * kMillisecond, 33 }, { 4060 * kMillisecond, 0 } };
    QCOMPARE(queue->points().size(), expected.size());
    QVERIFY(queue->points() == expected);
}

void PlotsTest::whatAProcessKeepsIsASeriesAndEndsWithIt()
{
    Bench bench;
    bench.process(0, 10, 0, "/bin/writer", std::string_view("writer\0", 7));
    bench.buffered(kSecond, 10, 1, "hello");
    bench.add(2 * kSecond, 10, ProcessExited { std::nullopt, { 9 }, false });
    LevelFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    QCOMPARE(feed.series().size(), 1U);
    QCOMPARE(feed.series().begin()->second.highest(), 5U);
    QCOMPARE(feed.series().begin()->second.points().back(), (LevelPoint { 2 * kSecond, 0 }));
}

void PlotsTest::aSeriesIsBoundedAndLosesNoPeak()
{
    LevelSeries series;
    for (int i = 0; i < 1'000'000; ++i) {
        const std::uint64_t level = i == 12'345 ? 65'536 : static_cast<std::uint64_t>(i % 2);
        series.add(i * 1000, level);
        QVERIFY(series.points().size() <= LevelSeries::kMostPoints);
    }
    std::uint64_t highest = 0;
    for (const LevelPoint& point : series.points())
        highest = std::max(highest, point.level);
    QCOMPARE(highest, 65'536U);
    QVERIFY(std::ranges::is_sorted(series.points(), {}, &LevelPoint::at));
}

void PlotsTest::atMostTwoPointsAPixelAreDrawn()
{
    LevelSeries series;
    for (int i = 0; i < 90'000; ++i)
        series.add(i * 1000, static_cast<std::uint64_t>((i * 7919) % 65'536));
    for (const std::size_t pixels : { 100U, 333U, 1280U }) {
        const std::vector<LevelPoint> drawn = series.drawn(0, 90'000'000, pixels);
        QVERIFY(drawn.size() <= 2 * pixels + 2);
        QVERIFY(std::ranges::is_sorted(drawn, {}, &LevelPoint::at));
    }
}

void PlotsTest::theDrawnStepsHaveTheLevelsAtTheEdges()
{
    LevelSeries series;
    series.add(0, 0);
    series.add(10, 5);
    series.add(1000, 7);
    const std::vector<LevelPoint> drawn = series.drawn(100, 500, 50);
    QVERIFY((drawn == std::vector<LevelPoint> { { 100, 5 }, { 500, 5 } }));
    QVERIFY(series.drawn(5, 5, 50).empty());
}

void PlotsTest::nothingIsDoneWhileHidden()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    panel.resize(600, 250);
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    rise(bench, 100);
    bench.takeAll();
    QApplication::processEvents();
    QCOMPARE(panel.feed().taken(), 0U);
    panel.show();
    QTRY_COMPARE(panel.feed().taken(), bench.log.size());
}

void PlotsTest::theWheelZoomsAndZeroShowsAll()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    panel.resize(600, 250);
    panel.show();
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    rise(bench, 500);
    bench.takeAll();
    LevelPlot& plot = panel.plot();
    QTRY_COMPARE(plot.to(), bench.cursor.endTime());
    turnWheel(plot, 120);
    QVERIFY(plot.zoomed());
    const Nanoseconds wide = plot.to() - plot.from();
    QVERIFY(wide < bench.cursor.endTime() && plot.from() > 0);
    QTest::keyClick(&plot, Qt::Key_Right);
    QCOMPARE(plot.to() - plot.from(), wide);
    QTest::keyClick(&plot, Qt::Key_0);
    QVERIFY(!plot.zoomed());
    QCOMPARE(plot.to(), bench.cursor.endTime());
    QTest::keyClick(&plot, Qt::Key_Plus);
    QVERIFY(plot.zoomed());
    for (int i = 0; i < 100; ++i)
        turnWheel(plot, 120);
    QVERIFY(plot.to() > plot.from());
    for (int i = 0; i < 200; ++i)
        turnWheel(plot, -120);
    QVERIFY(!plot.zoomed());
}

void PlotsTest::aClickGoesToThatMoment()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    panel.resize(600, 250);
    panel.show();
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    rise(bench, 500);
    bench.takeAll();
    LevelPlot& plot = panel.plot();
    QTRY_COMPARE(plot.graphCount(), 1);
    plot.replot();
    const int x = qRound(plot.xAxis->coordToPixel(1.2));
    QTest::mouseClick(&plot, Qt::LeftButton, {}, { x, 120 });
    QVERIFY(!bench.cursor.live());
    QVERIFY(std::abs(bench.cursor.time() - 1200 * kMillisecond) < 10 * kMillisecond);
}

void PlotsTest::anotherRunStartsAnew()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    panel.resize(600, 250);
    panel.show();
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    rise(bench, 50);
    bench.takeAll();
    QTRY_COMPARE(panel.plot().graphCount(), 1);
    EventLog other;
    bench.cursor.setLog(&other);
    QCOMPARE(panel.feed().taken(), 0U);
    QCOMPARE(panel.plot().graphCount(), 0);
    const auto* label = panel.findChild<QLabel*>();
    QTRY_VERIFY(label->isVisible());
}

void PlotsTest::looksRight()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    test::rendered(panel, bench.look, { 800, 260 }, QStringLiteral("plots-empty"));
    test::fillWithABufferedPipe(bench);
    bench.pipe(5 * kSecond, 2, 4711, 5, 4711, 6);
    for (int i = 0; i < 300; ++i) {
        bench.written(
            5 * kSecond + i * 10 * kMillisecond, 4711, 6, 2, std::string(40U + i % 60U, 'x'));
        if (i % 9 == 8)
            bench.read(5 * kSecond + i * 10 * kMillisecond, 4711, 5, 2, std::string(580, 'x'));
    }
    bench.takeAll();
    bench.cursor.goToTime(6 * kSecond);
    QTRY_COMPARE(panel.plot().graphCount(), 3);
    test::renderAll(panel, bench.look, { 800, 260 }, "plots");
    QVERIFY(!panel.grab().isNull());
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"
