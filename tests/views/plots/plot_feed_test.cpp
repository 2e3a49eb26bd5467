// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/plots/plot_story.h"
#include "views/plots/level_series.h"
#include "views/plots/plot_feed.h"
#include "views/plots/plot_shapes.h"
#include "views/plots/plot_words.h"

#include <QtTest>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

CallEntered entered(Call call)
{
    CallEntered body;
    body.call = call;
    return body;
}

CallReturned returned(Call call)
{
    CallReturned body;
    body.call = call;
    return body;
}

std::uint64_t highest(const LevelSeries& series)
{
    std::uint64_t most = 0;
    for (const LevelPoint& point : series.points())
        most = std::max(most, point.level);
    return most;
}

} // namespace

class PlotFeedTest : public QObject {
    Q_OBJECT

private slots:
    void aLevelFollowsWhatIsWrittenAndRead();
    void whatWaitsInAPipeIsGoneWithItsLastDescriptor();
    void whatAProcessKeepsIsASeriesAndEndsWithIt();
    void aSeriesIsBoundedAndLosesNoPeak();
    void atMostTwoPointsAPixelAreDrawn();
    void theDrawnStepsHaveTheLevelsAtTheEdges();
    void aRateIsWhatWentInAndOutOverATime();
    void aThreadWaitsInItsCallsAndNotInItsSleep();
    void messagesAndConnectionsAreCounted();
    void aThinnedRateInventsNeitherPeaksNorGaps();
    void aSpanThatHasNotPassedIsNoFallOfTheRate();
    void aNameIsNoFormat();
};

void PlotFeedTest::aLevelFollowsWhatIsWrittenAndRead()
{
    Bench bench;
    test::fillWithABufferedPipe(bench);
    PlotFeed feed;
    QCOMPARE(feed.take(bench.log, bench.log.size(), 3), 3U);
    QCOMPARE(feed.take(bench.log, bench.log.size(), 1000), bench.log.size() - 3);
    const LevelSeries* queue = seriesOf(feed, Quantity::Level, keyOf(1));
    QVERIFY(queue != nullptr);
    const std::vector<LevelPoint> expected { { 0, 0 }, { 4040 * kMillisecond, 58 },
        { 4050 * kMillisecond, 33 }, { 4060 * kMillisecond, 0 } };
    QCOMPARE(queue->points().size(), expected.size());
    QVERIFY(queue->points() == expected);
}

void PlotFeedTest::whatWaitsInAPipeIsGoneWithItsLastDescriptor()
{
    for (const bool exits : { false, true }) {
        Bench bench;
        bench.process(0, 10, 0, "/bin/yes", std::string_view("yes\0", 4));
        bench.process(0, 11, 0, "/bin/head", std::string_view("head\0", 5));
        bench.pipe(0, 1, 11, 3, 10, 4);
        bench.written(kSecond, 10, 4, 1, std::string(100, 'y'));
        bench.add(2 * kSecond, 11, ProcessExited { 0, {}, false });
        PlotFeed feed;
        feed.take(bench.log, bench.log.size(), 1000);
        const LevelSeries* const level = seriesOf(feed, Quantity::Level, keyOf(1));
        QVERIFY(level);
        QCOMPARE(level->points().back(), (LevelPoint { kSecond, 100 })); // it may be written into
        if (exits)
            bench.add(3 * kSecond, 10, ProcessExited { std::nullopt, { 13 }, false });
        else
            bench.add(3 * kSecond, 10, DescriptorClosed { 4 });
        feed.take(bench.log, bench.log.size(), 1000);
        QCOMPARE(level->points().back(), (LevelPoint { 3 * kSecond, 0 }));
    }
}

void PlotFeedTest::whatAProcessKeepsIsASeriesAndEndsWithIt()
{
    Bench bench;
    bench.process(0, 10, 0, "/bin/writer", std::string_view("writer\0", 7));
    bench.buffered(kSecond, 10, 1, "hello");
    bench.add(2 * kSecond, 10, ProcessExited { std::nullopt, { 9 }, false });
    PlotFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    QCOMPARE(feed.series(Quantity::Buffered).size(), 1U);
    QCOMPARE(highest(feed.series(Quantity::Buffered).begin()->second), 5U);
    QCOMPARE(feed.series(Quantity::Buffered).begin()->second.points().back(),
        (LevelPoint { 2 * kSecond, 0 }));
}

void PlotFeedTest::aSeriesIsBoundedAndLosesNoPeak()
{
    LevelSeries series;
    for (int i = 0; i < 1'000'000; ++i) {
        const std::uint64_t level = i == 12'345 ? 65'536 : static_cast<std::uint64_t>(i % 2);
        series.add(i * 1000, level);
        QVERIFY(series.points().size() <= LevelSeries::kMostPoints);
    }
    QCOMPARE(highest(series), 65'536U);
    QVERIFY(std::ranges::is_sorted(series.points(), {}, &LevelPoint::at));
}

void PlotFeedTest::atMostTwoPointsAPixelAreDrawn()
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

void PlotFeedTest::theDrawnStepsHaveTheLevelsAtTheEdges()
{
    LevelSeries series;
    series.add(0, 0);
    series.add(10, 5);
    series.add(1000, 7);
    const std::vector<LevelPoint> drawn = series.drawn(100, 500, 50);
    QVERIFY((drawn == std::vector<LevelPoint> { { 100, 5 }, { 500, 5 } }));
    QVERIFY(series.drawn(5, 5, 50).empty());
}

void PlotFeedTest::aRateIsWhatWentInAndOutOverATime()
{
    Bench bench;
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    for (int i = 0; i < 10; ++i)
        bench.written(kSecond + i * 100 * kMillisecond, 4711, 4, 1, std::string(100, 'x'));
    bench.read(3 * kSecond, 4711, 3, 1, std::string(500, 'x'));
    PlotFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    PlotKey key = keyOf(1);
    const LevelSeries* const in = seriesOf(feed, Quantity::Rate, key);
    key.out = true;
    const LevelSeries* const out = seriesOf(feed, Quantity::Rate, key);
    QVERIFY(in && out);
    QCOMPARE(valueAt(Quantity::Rate, *in, 1500 * kMillisecond, kSecond, 10 * kSecond), 900.0);
    QCOMPARE(valueAt(Quantity::Rate, *out, 2500 * kMillisecond, kSecond, 10 * kSecond), 500.0);
    const std::vector<PlotPoint> drawn
        = drawnPoints(Quantity::Rate, *in, 0, 3 * kSecond, 3 * kSecond, 18);
    double bytes = 0;
    for (std::size_t i = 0; i + 1 < drawn.size(); ++i)
        bytes += drawn[i].value * static_cast<double>(drawn[i + 1].at - drawn[i].at) / 1e9;
    QCOMPARE(qRound(bytes), 1000);
}

void PlotFeedTest::aThreadWaitsInItsCallsAndNotInItsSleep()
{
    Bench bench;
    bench.process(0, 10, 0, "/bin/reader", std::string_view("reader\0", 7));
    bench.add(kSecond, 10, entered(Call::Read));
    bench.add(3 * kSecond, 10, returned(Call::Read));
    bench.add(4 * kSecond, 10, entered(Call::ClockNanosleep));
    bench.add(6 * kSecond, 10, returned(Call::ClockNanosleep));
    bench.add(7 * kSecond, 10, entered(Call::Wait4));
    PlotFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    PlotKey key;
    key.pid = Pid { 10 };
    key.tid = Tid { 10 };
    const LevelSeries* const waits = seriesOf(feed, Quantity::Waiting, key);
    QVERIFY(waits);
    const std::pair<int, int> expected[]
        = { { 500, 0 }, { 2000, 1000 }, { 3500, 2000 }, { 6500, 2000 }, { 8000, 3000 } };
    for (const auto& [time, waited] : expected)
        QCOMPARE(waits->heightAt(time * kMillisecond),
            static_cast<std::uint64_t>(waited * kMillisecond));
    bench.add(9 * kSecond, 10, ProcessExited { 0, {}, false });
    feed.take(bench.log, bench.log.size(), 1000);
    QCOMPARE(waits->heightAt(20 * kSecond), static_cast<std::uint64_t>(4 * kSecond));
}

void PlotFeedTest::messagesAndConnectionsAreCounted()
{
    Bench bench;
    bench.process(0, 10, 0, "/bin/server", std::string_view("server\0", 7));
    bench.add(0, 10, ChannelCreated { ChannelId { 1 }, ChannelKind::Udp, "", false, true });
    bench.add(0, 10, ChannelCreated { ChannelId { 2 }, ChannelKind::Tcp, "", false, false });
    bench.add(0, 10, ChannelCreated { ChannelId { 3 }, ChannelKind::Tcp, "", false, false });
    bench.add(0, 10,
        DescriptorOpened { 5, ChannelId { 2 }, Access::ReadWrite, End::First, Call::Socket, {} });
    for (int i = 1; i <= 3; ++i)
        bench.written(i * kSecond, 10, 4, 1, "hello");
    bench.read(4 * kSecond, 10, 4, 1, "hello");
    SocketConnected connected;
    connected.channel = ChannelId { 3 };
    connected.listener = ChannelId { 2 };
    bench.add(5 * kSecond, 10, connected);
    SocketAccepted accepted;
    accepted.channel = ChannelId { 3 };
    bench.add(6 * kSecond, 10, accepted);
    connected.channel = ChannelId { 4 };
    bench.add(7 * kSecond, 10, connected);
    bench.add(8 * kSecond, 10, DescriptorClosed { 5 });
    PlotFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    const LevelSeries* const messages = seriesOf(feed, Quantity::Queue, keyOf(1));
    const LevelSeries* const pending = seriesOf(feed, Quantity::Queue, keyOf(2));
    QVERIFY(messages && pending);
    QCOMPARE(highest(*messages), 3U);
    QCOMPARE(messages->levelAt(4 * kSecond), 2U);
    QCOMPARE(pending->levelAt(5 * kSecond), 1U);
    QCOMPARE(pending->levelAt(6 * kSecond), 0U);
    QCOMPARE(pending->levelAt(7 * kSecond), 1U);
    QCOMPARE(pending->levelAt(8 * kSecond), 0U); // with the listener
}

void PlotFeedTest::aThinnedRateInventsNeitherPeaksNorGaps()
{
    LevelSeries series; // 100 bytes each millisecond
    const int steps = 40'000;
    for (int i = 0; i <= steps; ++i)
        series.add(i * kMillisecond, static_cast<std::uint64_t>(i) * 100);
    QVERIFY(series.thinned());
    for (const PlotPoint& point : drawnPoints(
             Quantity::Rate, series, kSecond, 1100 * kMillisecond, steps * kMillisecond, 600))
        QVERIFY2(std::abs(point.value - 100'000) < 1'000, qPrintable(QString::number(point.value)));
}

void PlotFeedTest::aSpanThatHasNotPassedIsNoFallOfTheRate()
{
    LevelSeries series;
    for (int i = 0; i <= 1050; ++i)
        series.add(i * kMillisecond, static_cast<std::uint64_t>(i) * 100);
    const Nanoseconds now = 1050 * kMillisecond;
    const std::vector<PlotPoint> drawn
        = drawnPoints(Quantity::Rate, series, 0, 2 * kSecond, now, 60);
    QVERIFY(drawn.size() > 2);
    QCOMPARE(drawn.back().at, now);
    for (const PlotPoint& point : drawn)
        QVERIFY2(std::abs(point.value - 100'000) < 1'000, qPrintable(QString::number(point.value)));
    const double last = valueAt(Quantity::Rate, series, now, 100 * kMillisecond, now); // as told
    QVERIFY2(std::abs(last - 100'000) < 1'000, qPrintable(QString::number(last)));
}

void PlotFeedTest::aNameIsNoFormat()
{
    QCOMPARE(inRun(3, QStringLiteral("50%1 → %2")), QStringLiteral("run 3 · 50%1 → %2"));
    Bench bench;
    bench.process(0, 10, 0, "/bin/a%2b", std::string_view("a%2b\0", 5));
    PlotFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    PlotKey key;
    key.pid = Pid { 10 };
    key.tid = Tid { 11 };
    QCOMPARE(seriesName(feed.world(), Quantity::Waiting, key), QStringLiteral("a%2b, thread 11"));
}

QTEST_MAIN(PlotFeedTest)
#include "plot_feed_test.moc"
