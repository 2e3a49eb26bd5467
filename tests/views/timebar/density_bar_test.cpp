// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/timebar/told_bar.h"
#include "views/common/time_scale.h"
#include "views/timebar/density_bar.h"
#include "views/timebar/event_density.h"
#include "views/timebar/time_bar.h"

#include <QLabel>
#include <QtTest>

#include <cmath>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// What it says, in whole milliseconds.
Nanoseconds clockOf(const TimeBar& bar)
{
    const QString words = bar.findChild<QLabel*>()->text();
    return std::llround(words.chopped(2).toDouble() * 1'000) * kMillisecond;
}

} // namespace

// What there is of events in a time, and the moment that is chosen there.
class DensityBarTest : public QObject {
    Q_OBJECT

private slots:
    void densityCountsEveryEventHoweverLongTheRun();
    void ticksAreRoundAndApart();
    void arrowsGoFromEventToEvent();
    void theWheelCrossesALongGap();
    void homeAndEndGoToTheEnds();
    void theHandleIsDragged();
    void timeGoesOnWhileNothingHappens();
    void theBarEndsWhereTheClockIs();
    void whatWasPassedStaysInItsPlaceWhenOneLooksBack();
    void pastTheRightEndIsLive();
    void onToTheLastEventIsLive();
    void aClickOnAFlagIsNotLostByAShake();
    void stepKeysGoFromEventToEvent();
    void anotherRunStartsAnew();
    void aScreenReaderMayMoveTheMoment();
};

void DensityBarTest::densityCountsEveryEventHoweverLongTheRun()
{
    Bench bench;
    for (int i = 0; i < 5000; ++i)
        bench.written(static_cast<Nanoseconds>(i) * 3 * kSecond, 10, 1, 1, "x");
    EventDensity density;
    density.take(bench.log, 2500);
    density.take(bench.log, bench.log.size());
    QCOMPARE(density.taken(), bench.log.size());
    QCOMPARE(density.between(0, 20'000 * kSecond), 5000U);
    QVERIFY(density.binWidth() * static_cast<Nanoseconds>(EventDensity::kBins) > 14'997 * kSecond);
    const std::uint64_t half = density.between(0, 7500 * kSecond);
    QVERIFY(half > 2490 && half < 2510);
}

void DensityBarTest::ticksAreRoundAndApart()
{
    QCOMPARE(tickStep(4 * kSecond, 800, 90), 500 * kMillisecond);
    QCOMPARE(tickStep(10 * kSecond, 500, 90), 2 * kSecond);
    QCOMPARE(tickStep(3 * kMillisecond, 300, 90), 1 * kMillisecond);
    QVERIFY(tickStep(100'000 * kSecond, 1, 1000) > 0);
}

void DensityBarTest::arrowsGoFromEventToEvent()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.show();
    auto* density = bar.findChild<DensityBar*>();
    density->setFocus();
    const EventIndex end = bench.cursor.end();
    QTest::keyClick(density, Qt::Key_Left);
    QCOMPARE(bench.cursor.moment(), end - 1);
    QVERIFY(!bench.cursor.live());
    QTest::keyClick(density, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(bench.cursor.moment(), end - 11);
    QTest::keyClick(density, Qt::Key_Right);
    QCOMPARE(bench.cursor.moment(), end - 10);
    QTest::keyClick(density, Qt::Key_PageUp);
    QVERIFY(bench.cursor.moment() < end - 15);
}

void DensityBarTest::theWheelCrossesALongGap()
{
    Bench bench;
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    bench.written(kSecond, 4711, 4, 1, "before");
    const EventIndex before = bench.log.size();
    bench.written(100 * kSecond, 4711, 4, 1, "after");
    bench.takeAll();
    TimeBar bar(bench.context());
    test::rendered(bar, bench.look, { 900, 60 }, QStringLiteral("timebar-gap"));
    auto* const density = bar.findChild<DensityBar*>();
    bench.cursor.goTo(before);
    const auto turn = [density](int by) {
        const QPointF middle(density->rect().center());
        QWheelEvent event(
            middle, density->mapToGlobal(middle), {}, { 0, by }, {}, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(density, &event);
    };
    turn(-120);
    QCOMPARE(bench.cursor.moment(), before + 1);
    turn(120);
    QCOMPARE(bench.cursor.moment(), before);
}

void DensityBarTest::homeAndEndGoToTheEnds()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    auto* density = bar.findChild<DensityBar*>();
    QTest::keyClick(density, Qt::Key_Home);
    QCOMPARE(bench.cursor.moment(), 0U);
    QTest::keyClick(density, Qt::Key_Left); // no further
    QCOMPARE(bench.cursor.moment(), 0U);
    QTest::keyClick(density, Qt::Key_End);
    QVERIFY(bench.cursor.live());
    QCOMPARE(bench.cursor.moment(), bench.cursor.end());
}

void DensityBarTest::theHandleIsDragged()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.resize(900, 60);
    bar.show();
    auto* density = bar.findChild<DensityBar*>();
    const int middle = density->height() / 2;
    QTest::mousePress(density, Qt::LeftButton, {}, { density->xOf(300 * kMillisecond), middle });
    QCOMPARE(bench.cursor.time(), 300 * kMillisecond);
    QTest::mouseMove(density, { density->xOf(705 * kMillisecond), middle });
    QCOMPARE(bench.cursor.time(), 700 * kMillisecond);
    QTest::mouseRelease(density, Qt::LeftButton);
    const auto* time = bar.findChild<QLabel*>();
    QCOMPARE(time->text(), QStringLiteral("0.700 s"));
}

void DensityBarTest::timeGoesOnWhileNothingHappens()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.show();
    const auto* time = bar.findChild<QLabel*>();
    bench.cursor.setGrowing(false); // a new log grows: a slow start would be part of it
    const QString before = time->text();
    bench.cursor.setGrowing(true);
    QTRY_VERIFY(time->text() != before);
    bench.cursor.setGrowing(false);
    QTRY_COMPARE(time->text(), before);
}

void DensityBarTest::theBarEndsWhereTheClockIs()
{
    Bench bench;
    fill(bench); // up to 1 s
    TimeBar bar(bench.context());
    bar.resize(900, 60);
    bar.show();
    auto* const density = bar.findChild<DensityBar*>();
    QTRY_VERIFY(clockOf(bar) > 1'200 * kMillisecond);
    QVERIFY(std::abs(density->range() - clockOf(bar)) <= kMillisecond); // it is rounded
    bench.written(5 * kSecond, 10, 1, 1, "x"); // what happens is read at a reader's rate
    bench.cursor.advance();
    QVERIFY(std::abs(density->range() - clockOf(bar)) <= kMillisecond);
    QTRY_VERIFY(clockOf(bar) >= 5 * kSecond);
    QVERIFY(std::abs(density->range() - clockOf(bar)) <= kMillisecond);
    bench.cursor.setGrowing(false);
    QCOMPARE(density->range(), 5 * kSecond);
}

void DensityBarTest::whatWasPassedStaysInItsPlaceWhenOneLooksBack()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.resize(900, 60);
    bar.show();
    auto* const density = bar.findChild<DensityBar*>();
    QTRY_VERIFY(clockOf(bar) > 1'200 * kMillisecond);
    const Nanoseconds before = density->range();
    bench.cursor.goToTime(300 * kMillisecond);
    QCOMPARE(density->range(), before);
    QCOMPARE(clockOf(bar), 300 * kMillisecond);
    bench.cursor.goLive();
    QVERIFY(clockOf(bar) >= before - kMillisecond);
}

void DensityBarTest::pastTheRightEndIsLive()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.resize(900, 60);
    bar.show();
    auto* density = bar.findChild<DensityBar*>();
    QTest::mouseClick(density, Qt::LeftButton, {}, { density->width() / 2, 20 });
    QVERIFY(!bench.cursor.live());
    QTest::mouseClick(density, Qt::LeftButton, {}, { density->width() - 1, 20 });
    QVERIFY(bench.cursor.live());
}

void DensityBarTest::onToTheLastEventIsLive()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    auto* density = bar.findChild<DensityBar*>();
    QTest::keyClick(density, Qt::Key_Left);
    QVERIFY(!bench.cursor.live());
    QTest::keyClick(density, Qt::Key_Right);
    QVERIFY(bench.cursor.live());
    QTest::keyClick(density, Qt::Key_Left);
    density->setValue(density->maximum());
    QVERIFY(bench.cursor.live());
}

void DensityBarTest::aClickOnAFlagIsNotLostByAShake()
{
    Bench bench;
    fill(bench);
    bench.add(kSecond, 0, UserAction { "bookmark", "here", {}, 31 });
    bench.takeAll();
    TimeBar bar(bench.context());
    bar.resize(900, 60);
    bar.show();
    auto* density = bar.findChild<DensityBar*>();
    const QPoint flag(density->xOf(300 * kMillisecond) + 8, 3);
    QTest::mousePress(density, Qt::LeftButton, {}, flag);
    QCOMPARE(bench.cursor.moment(), 31U);
    QTest::mouseMove(density, flag + QPoint(1, 0));
    QCOMPARE(bench.cursor.moment(), 31U);
    QTest::mouseMove(density, { density->xOf(705 * kMillisecond), 3 }); // that is a drag
    QCOMPARE(bench.cursor.time(), 700 * kMillisecond);
    QTest::mouseMove(density, flag); // and stays one
    QVERIFY(bench.cursor.moment() != 31U);
    QTest::mouseRelease(density, Qt::LeftButton);
}

void DensityBarTest::stepKeysGoFromEventToEvent()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.show();
    auto* const back = keyNamed(bar, QStringLiteral("One event back"));
    auto* const on = keyNamed(bar, QStringLiteral("One event on"));
    QVERIFY(back && on);
    const EventIndex end = bench.cursor.end();
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(bench.cursor.moment(), end - 1);
    QVERIFY(!bench.cursor.live());
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(bench.cursor.moment(), end - 2);
    on->setFocus();
    for (int i = 0; i < 4; ++i) // and is the same key at the end
        QTest::keyClick(bar.focusWidget(), Qt::Key_Space);
    QVERIFY(bench.cursor.live());
    QCOMPARE(bar.focusWidget(), on);
    bench.cursor.goTo(0);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(bench.cursor.moment(), 0U);
}

void DensityBarTest::anotherRunStartsAnew()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    const auto* density = bar.findChild<DensityBar*>();
    QCOMPARE(density->density().findings().size(), 1U);
    EventLog other;
    bench.cursor.setLog(&other);
    QCOMPARE(density->density().taken(), 0U);
    QCOMPARE(density->density().findings().size(), 0U);
    bench.cursor.setLog(nullptr);
    QCOMPARE(density->density().taken(), 0U);
}

void DensityBarTest::aScreenReaderMayMoveTheMoment()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    auto* density = bar.findChild<DensityBar*>();
    QCOMPARE(density->maximum(), 101);
    density->setValue(40);
    QCOMPARE(bench.cursor.moment(), 40U);
    QVERIFY(!density->accessibleName().isEmpty());
}
QTEST_MAIN(DensityBarTest)
#include "density_bar_test.moc"
