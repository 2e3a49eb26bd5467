// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/plots/plot_story.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/time_plot.h"

#include <QLabel>
#include <QtTest>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

class PlotRunsTest : public QObject {
    Q_OBJECT

private slots:
    void eachRunHasItsOwnSeriesAndName();
    void twoRunsAreLaidOverEachOtherFromTheirStarts();
    void aRecordedSessionIsTheOtherRun();
    void theSeriesOfTheOldestRunGiveWay();
    void whereThereIsNoMomentNoValueIsTold();
};

void PlotRunsTest::eachRunHasItsOwnSeriesAndName()
{
    Bench bench;
    runTwice(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    QTRY_COMPARE(panel.plot().graphCount(), 2);
    QCOMPARE(panel.plot().graph(0)->name(), QStringLiteral("run 1 · child.py → pipe A"));
    QCOMPARE(panel.plot().graph(1)->name(), QStringLiteral("run 2 · child.py → pipe A"));
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

void PlotRunsTest::twoRunsAreLaidOverEachOtherFromTheirStarts()
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

void PlotRunsTest::aRecordedSessionIsTheOtherRun()
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

void PlotRunsTest::theSeriesOfTheOldestRunGiveWay()
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
    QCOMPARE(labels.front()->text(), QStringLiteral("88 more are not drawn"));
}

void PlotRunsTest::whereThereIsNoMomentNoValueIsTold()
{
    Bench bench;
    runTwice(bench);
    PlotsPanel panel(bench.context());
    showAll(panel, bench);
    bench.cursor.goToTime(14 * kSecond);
    QTRY_VERIFY(!panel.plot().accessibleDescription().isEmpty());
    choose(panel, "run", 1);
    QVERIFY(!panel.plot().moment());
    QCOMPARE(panel.plot().accessibleDescription(), QString());
}

QTEST_MAIN(PlotRunsTest)
#include "plot_runs_test.moc"
