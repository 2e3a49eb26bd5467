// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/bench.h"
#include "views/plots/level_series.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/plot_feed.h"
#include "views/plots/plot_shapes.h"
#include "views/plots/plots_panel.h"
#include "views/plots/time_plot.h"

#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>

using namespace ipclab;
using test::Bench;

namespace {

const LevelSeries* seriesOf(const PlotFeed& feed, Quantity quantity, const PlotKey& key)
{
    const auto found = feed.series(quantity).find(key);
    return found == feed.series(quantity).end() ? nullptr : &found->second;
}

PlotKey keyOf(unsigned channel, unsigned run = 1)
{
    PlotKey key;
    key.run = run;
    key.channel = ChannelId { channel };
    return key;
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

// A program that writes into its pipe, again at each start; the second time twice as much.
void runTwice(Bench& bench)
{
    for (unsigned run = 1; run <= 2; ++run) {
        const Nanoseconds start = (10 * run - 8) * kSecond;
        const int pid = 100 * static_cast<int>(run);
        bench.add(start, 1, UserAction { "run", {}, {} });
        bench.process(start, pid, 0, "/bin/child.py", std::string_view("child.py\0", 9));
        bench.pipe(start, run, pid, 3, pid, 4);
        for (int i = 1; i <= 4; ++i)
            bench.written(start + i * kSecond, pid, 4, run, std::string(run * 10, 'x'));
        bench.add(start + 5 * kSecond, pid, ProcessExited { 0, {}, false });
    }
}

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

void choose(PlotsPanel& panel, const char* box, int data)
{
    auto* const found = panel.findChild<QComboBox*>(QString::fromLatin1(box));
    QVERIFY(found && found->findData(data) >= 0);
    found->setCurrentIndex(found->findData(data));
}

// Shown, with all that the log has.
void showAll(PlotsPanel& panel, Bench& bench, QSize size = { 700, 250 })
{
    panel.resize(size);
    panel.show();
    bench.takeAll();
    QTRY_COMPARE(panel.feed().taken(), bench.log.size());
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
    void aRateIsWhatWentInAndOutOverATime();
    void aThreadWaitsInItsCallsAndNotInItsSleep();
    void messagesAndConnectionsAreCounted();
    void eachRunHasItsOwnSeriesAndName();
    void twoRunsAreLaidOverEachOtherFromTheirStarts();
    void aRecordedSessionIsTheOtherRun();
    void theSeriesOfTheOldestRunGiveWay();
    void keysChooseTheQuantityAndItIsRemembered();
    void anEmptyPlotSaysWhatWouldFillIt();
    void theTableIsReadByPython();
    void thePicturesAreWhole();
    void whoDoesNotSeeItIsToldTheValues();
    void theBoxesHaveRoomWhereThereIsLittle();
    void looksRight();
};

void PlotsTest::aLevelFollowsWhatIsWrittenAndRead()
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

void PlotsTest::whatAProcessKeepsIsASeriesAndEndsWithIt()
{
    Bench bench;
    bench.process(0, 10, 0, "/bin/writer", std::string_view("writer\0", 7));
    bench.buffered(kSecond, 10, 1, "hello");
    bench.add(2 * kSecond, 10, ProcessExited { std::nullopt, { 9 }, false });
    PlotFeed feed;
    feed.take(bench.log, bench.log.size(), 1000);
    QCOMPARE(feed.series(Quantity::Buffered).size(), 1U);
    QCOMPARE(feed.series(Quantity::Buffered).begin()->second.highest(), 5U);
    QCOMPARE(feed.series(Quantity::Buffered).begin()->second.points().back(),
        (LevelPoint { 2 * kSecond, 0 }));
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
    TimePlot& plot = panel.plot();
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
    TimePlot& plot = panel.plot();
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
    QTRY_VERIFY(!panel.plot().isVisible());
}

void PlotsTest::aRateIsWhatWentInAndOutOverATime()
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
    QCOMPARE(valueAt(Quantity::Rate, *in, 1500 * kMillisecond, kSecond), 900.0);
    QCOMPARE(valueAt(Quantity::Rate, *out, 2500 * kMillisecond, kSecond), 500.0);
    const std::vector<PlotPoint> drawn
        = drawnPoints(Quantity::Rate, *in, 0, 3 * kSecond, 3 * kSecond, 18);
    double bytes = 0;
    for (std::size_t i = 0; i + 1 < drawn.size(); ++i)
        bytes += drawn[i].value * static_cast<double>(drawn[i + 1].at - drawn[i].at) / 1e9;
    QCOMPARE(qRound(bytes), 1000);
}

void PlotsTest::aThreadWaitsInItsCallsAndNotInItsSleep()
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

void PlotsTest::messagesAndConnectionsAreCounted()
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
    QCOMPARE(messages->highest(), 3U);
    QCOMPARE(messages->levelAt(4 * kSecond), 2U);
    QCOMPARE(pending->levelAt(5 * kSecond), 1U);
    QCOMPARE(pending->levelAt(6 * kSecond), 0U);
    QCOMPARE(pending->levelAt(7 * kSecond), 1U);
    QCOMPARE(pending->levelAt(8 * kSecond), 0U); // with the listener
}

void PlotsTest::eachRunHasItsOwnSeriesAndName()
{
    Bench bench;
    runTwice(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    QTRY_COMPARE(panel.plot().graphCount(), 2);
    QCOMPARE(panel.plot().graph(0)->name(), QStringLiteral("run 1 · child.py → pipe A"));
    QCOMPARE(panel.plot().graph(1)->name(), QStringLiteral("run 2 · child.py → pipe B"));
    QVERIFY(panel.plot().curves()[0].sign != panel.plot().curves()[1].sign);
    choose(panel, "run", 2);
    QCOMPARE(panel.plot().graphCount(), 1);
    QCOMPARE(panel.plot().to(), 5 * kSecond);
    QTest::mouseClick(
        &panel.plot(), Qt::LeftButton, {}, { qRound(panel.plot().xAxis->coordToPixel(2)), 120 });
    QVERIFY(std::abs(bench.cursor.time() - 14 * kSecond) <= kSecond);
    QVERIFY(panel.plot().moment());
    choose(panel, "run", 1); // the moment is not in this one
    QVERIFY(!panel.plot().moment());
}

void PlotsTest::twoRunsAreLaidOverEachOtherFromTheirStarts()
{
    Bench bench;
    runTwice(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    choose(panel, "over", PlotChooser::kBefore);
    TimePlot& plot = panel.plot();
    QCOMPARE(plot.graphCount(), 2);
    QCOMPARE(plot.to(), 5 * kSecond);
    for (int i = 0; i < 2; ++i) {
        const double tens = plot.curves()[static_cast<std::size_t>(i)].key.run == 1 ? 10 : 20;
        const auto data = plot.graph(i)->data();
        QCOMPARE(data->constBegin()->key, 0.0);
        const auto first = std::ranges::find(*data, tens, &QCPGraphData::value);
        QVERIFY(first != data->constEnd());
        QVERIFY(std::abs(first->key - 1.0) < 0.05);
    }
    const PlotCurve& one = plot.curves()[0];
    const PlotCurve& other = plot.curves()[1];
    QVERIFY(one.pen.style() != other.pen.style());
    QVERIFY(one.sign != other.sign);
    QCOMPARE(one.key.run, 1U);
    choose(panel, "over", PlotChooser::kNone);
    QCOMPARE(plot.to(), bench.cursor.endTime());
}

void PlotsTest::aRecordedSessionIsTheOtherRun()
{
    Bench recorded;
    runTwice(recorded);
    Bench bench;
    bench.process(0, 7, 0, "/bin/mine", std::string_view("mine\0", 5));
    bench.pipe(0, 1, 7, 3, 7, 4);
    bench.written(kSecond, 7, 4, 1, "hello");
    PlotsPanel panel(bench.context());
    QSignalSpy wanted(&panel, &PlotsPanel::sessionWanted);
    showAll(panel, bench);
    choose(panel, "over", PlotChooser::kSession);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(panel.chooser().over(), PlotChooser::kNone); // until there is one
    panel.setSession({ std::shared_ptr<void>(), &recorded.log }, QStringLiteral("old.jsonl"));
    QTRY_COMPARE(panel.plot().graphCount(), 2);
    QCOMPARE(
        panel.plot().graph(0)->name(), QStringLiteral("old.jsonl · run 1 · child.py → pipe A"));
    QCOMPARE(panel.plot().graph(1)->name(), QStringLiteral("mine → pipe A"));
    panel.setSession(nullptr, {});
    QCOMPARE(panel.plot().graphCount(), 1);
}

void PlotsTest::theSeriesOfTheOldestRunGiveWay()
{
    Bench bench;
    for (unsigned run = 1; run <= 100; ++run) {
        bench.add(run * kSecond, 1, UserAction { "run", {}, {} });
        bench.pipe(run * kSecond, run, 7, 3, 7, 4);
        bench.written(run * kSecond, 7, 4, run, "hello");
    }
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    QCOMPARE(panel.feed().series(Quantity::Level).size(), PlotFeed::kMostSeries);
    QVERIFY(seriesOf(panel.feed(), Quantity::Level, keyOf(100, 100)));
    QVERIFY(!seriesOf(panel.feed(), Quantity::Level, keyOf(1, 1)));
    QCOMPARE(panel.plot().graphCount(), 12);
    QCOMPARE(panel.plot().curves().back().key.run, 100U);
    const QList<QLabel*> labels = panel.chooser().findChildren<QLabel*>();
    QCOMPARE(labels.front()->text(), QStringLiteral("52 more are not drawn"));
}

void PlotsTest::keysChooseTheQuantityAndItIsRemembered()
{
    Bench bench;
    test::fillWithABufferedPipe(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    QTest::keyClick(&panel.plot(), Qt::Key_3);
    QCOMPARE(panel.chooser().quantity(), Quantity::Buffered);
    QCOMPARE(panel.plot().graphCount(), 1);
    QCOMPARE(panel.plot().graph(0)->name(), QStringLiteral("writer.py stdout, not yet written"));
    PlotsPanel next(bench.context());
    next.remember(panel.remembered());
    QCOMPARE(next.chooser().quantity(), Quantity::Buffered);
    next.remember("nonsense");
    QCOMPARE(next.chooser().quantity(), Quantity::Buffered);
}

void PlotsTest::anEmptyPlotSaysWhatWouldFillIt()
{
    Bench bench;
    test::fillWithABufferedPipe(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    QStringList said;
    for (const Quantity quantity : kQuantities) {
        panel.chooser().setQuantity(quantity);
        const bool empty = panel.plot().graphCount() == 0;
        QCOMPARE(panel.plot().isVisible(), !empty);
        if (empty) {
            for (const QLabel* label :
                panel.findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly))
                said.append(label->text());
        }
    }
    QCOMPARE(said.size(), 2); // no queue, no waits
    QVERIFY(said[0].contains(QStringLiteral("datagrams")));
    QVERIFY(said[1].contains(QStringLiteral("waited")));
    QVERIFY(panel.chooser().isVisible());
}

void PlotsTest::theTableIsReadByPython()
{
    Bench bench;
    bench.process(0, 7, 0, "/bin/a,\"b", std::string_view("=a,\"b\0", 6));
    bench.pipe(0, 1, 7, 3, 7, 4);
    bench.written(1234567891, 7, 4, 1, "hello");
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    QTRY_COMPARE(panel.plot().graphCount(), 1);
    QTemporaryDir folder;
    QFile table(folder.filePath(QStringLiteral("t.csv")));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write(panel.file(PlotFormat::Csv));
    table.close();
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
        { QStringLiteral("-c"),
            QStringLiteral("import csv,sys\n"
                           "rows=list(csv.DictReader(open(sys.argv[1],newline='')))\n"
                           "print(rows[-1]['series'],rows[-1]['time_ns'],rows[-1]['bytes'],"
                           "rows[-1]['run'],len(rows[-1]),len(rows))"),
            table.fileName() });
    QVERIFY(python.waitForFinished());
    QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()).trimmed(),
        QStringLiteral("'=a,\"b → pipe A 1234567891 5 1 5 2"));
}

void PlotsTest::thePicturesAreWhole()
{
    Bench bench;
    runTwice(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    const QImage png = QImage::fromData(panel.file(PlotFormat::Png), "PNG");
    QCOMPARE(png.size(), QSize(1600, 840));
    QVERIFY(png
        != QImage::fromData(
            (panel.chooser().setQuantity(Quantity::Rate), panel.file(PlotFormat::Png)), "PNG"));
    const QByteArray svg = panel.file(PlotFormat::Svg);
    QVERIFY(svg.contains("run 2") && svg.trimmed().endsWith("</svg>"));
    const QByteArray pdf = panel.file(PlotFormat::Pdf);
    QVERIFY(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
    if (const QString to = qEnvironmentVariable("IPCLAB_RENDER"); !to.isEmpty()) {
        QVERIFY(png.save(to + QStringLiteral("/saved.png")));
        for (const auto& [name, bytes] : { std::pair("/saved.svg", svg), { "/saved.pdf", pdf } }) {
            QFile file(to + QLatin1String(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        }
    }
}

void PlotsTest::whoDoesNotSeeItIsToldTheValues()
{
    Bench bench;
    test::fillWithABufferedPipe(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    bench.cursor.goToTime(4055 * kMillisecond);
    QTRY_COMPARE(panel.plot().accessibleDescription(), QStringLiteral("writer.py → pipe A: 33 B"));
    for (const QWidget* part : panel.chooser().findChildren<QComboBox*>())
        QVERIFY(!part->accessibleName().isEmpty());
}

void PlotsTest::theBoxesHaveRoomWhereThereIsLittle()
{
    Bench bench;
    runTwice(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    bench.look.setProjector(true);
    test::rendered(panel, bench.look, { 660, 210 }, QStringLiteral("plots-narrow"));
    QRect before;
    const QList<QWidget*> parts
        = panel.chooser().findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget* part : parts) {
        if (!part->isVisible() || qobject_cast<const QLabel*>(part))
            continue;
        QVERIFY2(part->x() > before.right(), qPrintable(part->objectName()));
        QVERIFY(part->geometry().right() < panel.width());
        before = part->geometry();
    }
    bench.look.setProjector(false);
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
    QTRY_COMPARE(panel.plot().graphCount(), 2);
    test::renderAll(panel, bench.look, { 800, 260 }, "plots");
    QVERIFY(!panel.grab().isNull());
    Bench twice;
    runTwice(twice);
    PlotsPanel compared(twice.context());
    showAll(compared, twice);
    choose(compared, "over", PlotChooser::kBefore);
    test::renderAll(compared, twice.look, { 660, 210 }, "plots-over");
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"
