// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/plots/plot_story.h"
#include "tests/views/support/each_look.h"
#include "tests/views/support/found.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/plot_feed.h"
#include "views/plots/plots_panel.h"
#include "views/plots/step_picture.h"
#include "views/plots/time_plot.h"
#include "views/plots/value_ticker.h"

#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

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
    void nothingIsDoneWhileHidden();
    void theWheelZoomsAndZeroShowsAll();
    void theWheelZoomsWhereItIsBeforeTheNextDrawingToo();
    void aClickGoesToThatMoment();
    void anotherRunStartsAnew();
    void keysChooseTheQuantityAndItIsRemembered();
    void anEmptyPlotSaysWhatWouldFillIt();
    void onlyWhatIsDrawnCanBeSavedByANameThatSaysWhatItIs();
    void anAxisHasOneUnit();
    void theTableIsReadByPython();
    void thePicturesAreWhole();
    void whoDoesNotSeeItIsToldTheValues();
    void theBoxesHaveRoomWhereThereIsLittle();
    void aTouchpadZoomsByAsMuchAsItTurns();
    void aPlotOfManyStepsShowsItsOnePeak();
    void aHiddenPlotTakesNoMore();
    void looksRight();
};

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

void PlotsTest::theWheelZoomsWhereItIsBeforeTheNextDrawingToo()
{
    Look look;
    for (const bool drawn : { false, true }) {
        TimePlot plot(look);
        plot.resize(600, 250);
        if (drawn)
            plot.grab();
        plot.setTimes(std::nullopt, 100 * kSecond); // drawn later, with the other panels
        turnWheel(plot, 120);
        const Nanoseconds middle = (plot.from() + plot.to()) / 2;
        QVERIFY2(
            std::abs(middle - 50 * kSecond) < 3 * kSecond, qPrintable(QString::number(middle)));
    }
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

void PlotsTest::onlyWhatIsDrawnCanBeSavedByANameThatSaysWhatItIs()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    panel.resize(600, 250);
    panel.show();
    const auto* const save = panel.findChild<QWidget*>(QStringLiteral("save"));
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    bench.takeAll();
    QTRY_COMPARE(panel.feed().taken(), bench.log.size());
    QVERIFY(!save->isEnabled());
    rise(bench, 50);
    bench.takeAll();
    QTRY_VERIFY(save->isEnabled());
    QVERIFY2(panel.fileName().startsWith(QStringLiteral("Bytes in channels")),
        qPrintable(panel.fileName()));
}

void PlotsTest::anAxisHasOneUnit()
{
    const auto ticker = valueTicker(Quantity::Rate);
    QVector<double> ticks;
    QVector<QString> labels;
    ticker->generate({ 0, 11e6 }, QLocale(), QLatin1Char('g'), 6, ticks, nullptr, &labels);
    QVERIFY(labels.size() > 2);
    for (const QString& label : labels)
        QVERIFY2(label.isEmpty() || label.endsWith(QStringLiteral(" MB/s")), qPrintable(label));
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
    for (const QWidget* part : found<QComboBox>(panel.chooser()))
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
    int seen = 0;
    const QList<QWidget*> parts
        = panel.chooser().findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly);
    for (const QWidget* part : parts) {
        if (!part->isVisible() || qobject_cast<const QLabel*>(part))
            continue;
        QVERIFY2(part->x() > before.right(), qPrintable(part->objectName()));
        QVERIFY(part->geometry().right() < panel.width());
        before = part->geometry();
        ++seen;
    }
    QVERIFY(seen >= 3);
    bench.look.setProjector(false);
}

void PlotsTest::aTouchpadZoomsByAsMuchAsItTurns()
{
    Bench bench;
    PlotsPanel panel(bench.context());
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    rise(bench, 500);
    showAll(panel, bench, { 600, 250 });
    TimePlot& plot = panel.plot();
    QTRY_COMPARE(plot.to(), bench.cursor.endTime());
    const auto whole = static_cast<double>(plot.to() - plot.from());
    for (int i = 0; i < 12; ++i)
        turnWheel(plot, 10);
    const auto wide = static_cast<double>(plot.to() - plot.from());
    QVERIFY(std::abs(wide / whole - 0.8) < 0.01);
}

void PlotsTest::aPlotOfManyStepsShowsItsOnePeak()
{
    Bench bench;
    bench.process(0, 7, 0, "/bin/mine", std::string_view("mine\0", 5));
    bench.pipe(0, 1, 7, 3, 7, 4);
    for (int i = 0; i < 4000; ++i) {
        const auto bytes = std::string(i == 2000 ? 900 : 100, 'x');
        bench.written(kSecond + i * kMillisecond, 7, 4, 1, bytes);
        bench.read(kSecond + i * kMillisecond + 500'000, 7, 3, 1, bytes);
    }
    PlotsPanel panel(bench.context());
    showAll(panel, bench, { 2400, 250 }); // wide enough for more points than are drawn as a line
    QTRY_COMPARE(panel.plot().graphCount(), 1);
    TimePlot& plot = panel.plot();
    QTRY_VERIFY(dynamic_cast<StepGraph*>(plot.graph(0))->inPicture());
    plot.replot();
    const QImage image = plot.grab().toImage();
    const QRgb ink = plot.graph(0)->pen().color().rgb();
    const auto coloured = [&](double value, double from, double to) {
        const int y = qRound(plot.yAxis->coordToPixel(value));
        int found = 0;
        for (int x = qRound(plot.xAxis->coordToPixel(from)); x < plot.xAxis->coordToPixel(to); ++x)
            found += image.pixel(x, y) == ink ? 1 : 0;
        return found;
    };
    QVERIFY(coloured(500, 2.95, 3.05) > 0); // the peak
    QCOMPARE(coloured(500, 1.1, 2.9), 0);
}

void PlotsTest::aHiddenPlotTakesNoMore()
{
    Bench bench;
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    rise(bench, 200'000);
    bench.takeAll();
    PlotsPanel panel(bench.context());
    panel.resize(600, 250);
    panel.show();
    const EventIndex some = panel.feed().taken();
    QVERIFY(some < bench.log.size());
    panel.hide();
    QApplication::processEvents(); // what was asked for already
    const EventIndex then = panel.feed().taken();
    for (int i = 0; i < 20; ++i)
        QApplication::processEvents();
    QCOMPARE(panel.feed().taken(), then);
    QVERIFY(then < bench.log.size());
    panel.show();
    QTRY_COMPARE_WITH_TIMEOUT(panel.feed().taken(), bench.log.size(), 30'000);
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
    Bench twice;
    runTwice(twice);
    PlotsPanel compared(twice.context());
    showAll(compared, twice);
    choose(compared, "over", PlotChooser::kBefore);
    test::renderAll(compared, twice.look, { 660, 210 }, "plots-over", "QComboBox");
}

QTEST_MAIN(PlotsTest)
#include "plots_test.moc"
