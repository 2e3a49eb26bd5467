// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "views/common/time_scale.h"
#include "views/timebar/density_bar.h"
#include "views/timebar/event_density.h"
#include "views/timebar/hold_strip.h"
#include "views/timebar/time_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QToolTip>
#include <QtTest>

#include <cerrno>

using namespace ipclab;
using test::Bench;

namespace {

// 100 events, one every 10 ms; a deadlock at 500 ms.
void fill(Bench& bench)
{
    for (int i = 0; i < 100; ++i)
        bench.written(i * 10 * kMillisecond, 10, 1, 1, "x");
    const Pid pids[] = { Pid { 10 } };
    bench.add(1 * kSecond, 0, FindingBegan { { FindingKind::Deadlock, pids, {} } });
    bench.takeAll();
}

// A reader and a writer of a pipe, who both are held.
void fillWithHeld(Bench& bench)
{
    bench.process(0, 10, 0, "/bin/reader", { "reader\0", 7 });
    bench.pipe(kMillisecond, 1, 10, 3, 10, 4);
    bench.process(2 * kMillisecond, 11, 10, "/bin/writer", { "writer\0", 7 });
    bench.add(kSecond, 0, UserAction { "pause", {}, {} });
    bench.add(kSecond, 10, ThreadHeld { Call::Read, 3, ChannelId { 1 }, 4096 });
    bench.add(2 * kSecond, 11, ThreadHeld { Call::Write, 4, ChannelId { 1 }, 29 });
    bench.takeAll();
}

QStringList wordsIn(const HoldStrip& strip)
{
    QStringList words;
    for (const auto* label : strip.findChildren<QLabel*>(QStringLiteral("holdWords"))) {
        if (label->isVisibleTo(&strip))
            words += label->text().replace(QChar(0x202F), QLatin1Char(' '));
    }
    return words;
}

QToolButton* buttonNamed(QWidget& bar, const QString& text)
{
    for (auto* button : bar.findChildren<QToolButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

// As a screen reader says it.
QToolButton* keyNamed(QWidget& bar, const QString& name)
{
    for (auto* button : bar.findChildren<QToolButton*>()) {
        if (button->text() == name || button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TimebarTest : public QObject {
    Q_OBJECT

private slots:
    void densityCountsEveryEventHoweverLongTheRun();
    void ticksAreRoundAndApart();
    void arrowsGoFromEventToEvent();
    void theWheelCrossesALongGap();
    void homeAndEndGoToTheEnds();
    void theHandleIsDragged();
    void timeGoesOnWhileNothingHappens();
    void pastTheRightEndIsLive();
    void onToTheLastEventIsLive();
    void aClickOnAFlagIsNotLostByAShake();
    void stepKeysGoFromEventToEvent();
    void everyTimeKeySaysItsName();
    void timeKeysAreLargeAndLargerForTheRoom();
    void liveIsPressedOnlyWhenLive();
    void pauseIsAskedForAndFollowsTheWorld();
    void aSpeedIsAskedForAndFollowsTheWorld();
    void whoIsHeldIsListedWithWhatItWillDo();
    void oneCallIsLetGoFromTheStrip();
    void theRowsStayWhereTheyAreFromCallToCall();
    void ofManyThoseThatStandAreListed();
    void aTipShowsWordsAsTheyAre();
    void theStripSaysHowSlowItGoes();
    void anotherRunStartsAnew();
    void aScreenReaderMayMoveTheMoment();
    void oneProcessorIsSaidAndExplained();
    void looksRight();
};

void TimebarTest::densityCountsEveryEventHoweverLongTheRun()
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

void TimebarTest::ticksAreRoundAndApart()
{
    QCOMPARE(tickStep(4 * kSecond, 800, 90), 500 * kMillisecond);
    QCOMPARE(tickStep(10 * kSecond, 500, 90), 2 * kSecond);
    QCOMPARE(tickStep(3 * kMillisecond, 300, 90), 1 * kMillisecond);
    QVERIFY(tickStep(100'000 * kSecond, 1, 1000) > 0);
}

void TimebarTest::arrowsGoFromEventToEvent()
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

void TimebarTest::theWheelCrossesALongGap()
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

void TimebarTest::homeAndEndGoToTheEnds()
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

void TimebarTest::theHandleIsDragged()
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

void TimebarTest::timeGoesOnWhileNothingHappens()
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

void TimebarTest::pastTheRightEndIsLive()
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

void TimebarTest::onToTheLastEventIsLive()
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

void TimebarTest::aClickOnAFlagIsNotLostByAShake()
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

void TimebarTest::stepKeysGoFromEventToEvent()
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

void TimebarTest::everyTimeKeySaysItsName()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    const std::pair<const char*, const char*> keys[] = { { "Pause", "Ctrl+P" },
        { "One event back", "F7" }, { "One event on", "F8" }, { "Live", "Ctrl+End" } };
    for (const auto& [name, shortcut] : keys) {
        const auto* const key = keyNamed(bar, QString::fromLatin1(name));
        QVERIFY2(key, name);
        QVERIFY2(key->toolTip().contains(QLatin1Char('(') + QLatin1String(shortcut)), name);
    }
}

void TimebarTest::timeKeysAreLargeAndLargerForTheRoom()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.setOneCpu(true);
    const auto sides = [&bar] {
        QList<int> all;
        for (const char* const name : { "Pause", "One event back", "One event on", "Live" })
            all.append(keyNamed(bar, QString::fromLatin1(name))->iconSize().width());
        return all;
    };
    test::rendered(bar, bench.look, { 1280, 60 }, QStringLiteral("timebar-keys"));
    QCOMPARE(sides(), QList<int>(4, 18));
    bench.look.setProjector(true);
    test::rendered(bar, bench.look, { 1280, 80 }, QStringLiteral("timebar-keys-projector"));
    QCOMPARE(sides(), QList<int>(4, 36));
    QVERIFY(bar.minimumSizeHint().width() <= 1280);
    for (const auto* const key : bar.findChildren<QToolButton*>())
        QVERIFY(
            key->width() >= key->sizeHint().width() && key->height() >= key->sizeHint().height());
}

void TimebarTest::liveIsPressedOnlyWhenLive()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    auto* live = buttonNamed(bar, QStringLiteral("Live"));
    QVERIFY(live->isChecked());
    bench.cursor.goTo(3);
    QVERIFY(!live->isChecked());
    QTest::mouseClick(live, Qt::LeftButton);
    QVERIFY(bench.cursor.live());
    QVERIFY(live->isChecked());
    QTest::mouseClick(live, Qt::LeftButton); // again changes nothing
    QVERIFY(live->isChecked());
}

void TimebarTest::pauseIsAskedForAndFollowsTheWorld()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    const QSignalSpy toggled(&bar, &TimeBar::pauseToggled);
    auto* pause = buttonNamed(bar, QStringLiteral("Pause"));
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(toggled.last().first().toBool(), true);
    QCOMPARE(pause->text(), QStringLiteral("Resume"));
    bench.add(2 * kSecond, 0, UserAction { "pause", {}, {} });
    bench.add(3 * kSecond, 0, UserAction { "resume", {}, {} });
    bench.takeAll();
    // Both were taken in one go, the World never seemed paused: still as the person left it.
    QCOMPARE(toggled.count(), 1);
    bench.add(4 * kSecond, 0, UserAction { "pause", {}, {} });
    bench.takeAll();
    QVERIFY(pause->isChecked());
    bench.add(5 * kSecond, 0, UserAction { "resume", {}, {} });
    bench.takeAll();
    QVERIFY(!pause->isChecked());
    QCOMPARE(pause->text(), QStringLiteral("Pause"));
    QCOMPARE(toggled.count(), 1); // what the World says is not asked for again
}

void TimebarTest::aSpeedIsAskedForAndFollowsTheWorld()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.show();
    const QSignalSpy picked(&bar, &TimeBar::slowPicked);
    auto* const speed = bar.findChild<QComboBox*>(QStringLiteral("speed"));
    QCOMPARE(speed->currentText(), QStringLiteral("1×"));
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_Down);
    QCOMPARE(picked.count(), 1);
    QCOMPARE(picked.last().first().toUInt(), 10U);
    bench.add(2 * kSecond, 0, UserAction { "slow", "100", {} });
    bench.takeAll();
    QCOMPARE(speed->currentText(), QStringLiteral("1/100"));
    QCOMPARE(picked.count(), 1);
}

void TimebarTest::whoIsHeldIsListedWithWhatItWillDo()
{
    Bench bench;
    fillWithHeld(bench);
    HoldStrip strip(bench.context());
    QVERIFY(!strip.isHidden());
    QCOMPARE(wordsIn(strip),
        (QStringList { QStringLiteral("will read up to 4 096 bytes from pipe A"),
            QStringLiteral("will write 29 bytes into pipe A") }));
    bench.cursor.goTo(1); // and as it was then
    QVERIFY(strip.isHidden());
    bench.cursor.goLive();
    QVERIFY(!strip.isHidden());
    test::rendered(strip, bench.look, { 700, 60 }, QStringLiteral("hold-strip"));
}

void TimebarTest::oneCallIsLetGoFromTheStrip()
{
    Bench bench;
    fillWithHeld(bench);
    HoldStrip strip(bench.context());
    strip.show();
    const QSignalSpy wanted(&strip, &HoldStrip::stepWanted);
    auto* const button = strip.findChildren<QPushButton*>().at(1);
    QVERIFY(!button->isEnabled()); // nothing runs
    strip.setMayStep(true);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.last().at(0).value<Pid>(), Pid { 11 });
    bench.add(3 * kSecond, 11, ThreadReleased {});
    bench.takeAll();
    bench.cursor.goTo(bench.cursor.end() - 1);
    QVERIFY(!strip.findChildren<QPushButton*>().at(0)->isEnabled()); // that is past
}

void TimebarTest::theRowsStayWhereTheyAreFromCallToCall()
{
    Bench bench;
    fillWithHeld(bench);
    HoldStrip strip(bench.context());
    strip.setMayStep(true);
    strip.show();
    QVERIFY(QTest::qWaitForWindowActive(&strip));
    const QSignalSpy wanted(&strip, &HoldStrip::stepWanted);
    const auto buttons = strip.findChildren<QPushButton*>();
    buttons.at(0)->setFocus();
    const QPoint place = buttons.at(1)->mapTo(&strip, QPoint());
    bench.add(3 * kSecond, 10, ThreadReleased {});
    bench.takeAll();
    const QString goesOn = QStringLiteral("goes on until its next call");
    QCOMPARE(wordsIn(strip),
        (QStringList { goesOn, QStringLiteral("will write 29 bytes into pipe A") }));
    QVERIFY(buttons.at(0)->hasFocus());
    QTest::keyClick(buttons.at(0), Qt::Key_Space);
    QCOMPARE(wanted.count(), 0);
    QCOMPARE(buttons.at(1)->mapTo(&strip, QPoint()), place);
    bench.add(4 * kSecond, 11, ThreadReleased {});
    bench.takeAll();
    QVERIFY(!strip.isHidden()); // both are held all the same
    QCOMPARE(wordsIn(strip), (QStringList { goesOn, goesOn }));
    QVERIFY(!buttons.at(1)->isEnabled());
    bench.add(5 * kSecond, 10, ThreadHeld { Call::Pipe2 });
    bench.takeAll();
    QTest::keyClick(buttons.at(0), Qt::Key_Space);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.last().at(0).value<Pid>(), Pid { 10 });
    bench.add(6 * kSecond, 0, UserAction { "release_process", {}, Pid { 10 } });
    bench.add(6 * kSecond, 10, ThreadReleased {});
    bench.takeAll();
    QCOMPARE(wordsIn(strip), QStringList { goesOn }); // the writer's
}

void TimebarTest::ofManyThoseThatStandAreListed()
{
    Bench bench;
    for (int pid = 10; pid < 20; ++pid)
        bench.process(0, pid, 0, "/bin/one", { "one\0", 4 });
    for (int pid = 10; pid < 19; ++pid)
        bench.add(1, pid, CallEntered { Call::Pause, {}, {}, {}, {}, {}, {} });
    bench.add(2, 0, UserAction { "pause", {}, {} });
    bench.takeAll();
    HoldStrip strip(bench.context());
    const QString stands = QStringLiteral("will make a pipe");
    QCOMPARE(wordsIn(strip).size(), 5);
    bench.add(3, 19, ThreadHeld { Call::Pipe2 });
    bench.takeAll();
    QCOMPARE(wordsIn(strip).size(), 5);
    QCOMPARE(wordsIn(strip).count(stands), 1);
    const auto place = wordsIn(strip).indexOf(stands);
    bench.add(4, 19, ThreadReleased {});
    bench.add(5, 11, CallReturned { Call::Pause, -1, { EINTR }, {} });
    bench.add(5, 11, ThreadHeld { Call::Pipe2 });
    bench.takeAll();
    bench.add(6, 19, ThreadHeld { Call::Pipe2 });
    bench.takeAll();
    QCOMPARE(wordsIn(strip).count(stands), 2);
    QCOMPARE(wordsIn(strip).at(place), stands);
}

void TimebarTest::aTipShowsWordsAsTheyAre()
{
    Bench bench;
    bench.process(0, 10, 0, "/bin/one", { "one\0", 4 });
    bench.add(1, 0, UserAction { "pause", {}, {} });
    bench.add(2, 10, ThreadHeld { Call::Openat, {}, {}, {}, {}, {}, "/tmp/this & that" });
    bench.takeAll();
    const HoldStrip strip(bench.context());
    const auto* const words = strip.findChild<QLabel*>(QStringLiteral("holdWords"));
    QCOMPARE(words->toolTip(), QStringLiteral("will open /tmp/this & that"));
}

void TimebarTest::theStripSaysHowSlowItGoes()
{
    Bench bench;
    fill(bench);
    HoldStrip strip(bench.context());
    QVERIFY(strip.isHidden());
    bench.add(2 * kSecond, 0, UserAction { "slow", "10", {} });
    bench.takeAll();
    const auto* const words = strip.findChild<QLabel*>(QStringLiteral("slowWords"));
    QVERIFY(!strip.isHidden());
    QVERIFY(words->text().contains(QStringLiteral("1/10")));
    QVERIFY(words->text().contains(QStringLiteral("20 ms")));
    QVERIFY(words->text().contains(QStringLiteral("timers are not changed")));
    bench.add(2 * kSecond, 0, UserAction { "slow", "1", {} });
    bench.takeAll();
    QVERIFY(strip.isHidden());
}

void TimebarTest::anotherRunStartsAnew()
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

void TimebarTest::aScreenReaderMayMoveTheMoment()
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

void TimebarTest::oneProcessorIsSaidAndExplained()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    bar.show();
    auto* word = bar.findChild<QToolButton*>(QStringLiteral("oneCpu"));
    QVERIFY(word);
    QVERIFY(!word->isVisible()); // nothing has run
    bar.setOneCpu(true);
    QVERIFY(word->isVisible());
    QCOMPARE(word->text(), QStringLiteral("one CPU"));
    QVERIFY(word->toolTip().contains(QStringLiteral("share one processor")));
    QCOMPARE(word->accessibleDescription(), word->toolTip());
    word->setFocus();
    QTest::keyClick(word, Qt::Key_Space); // no mouse: the same words
    QCOMPARE(QToolTip::text(), word->toolTip());
    bar.setOneCpu(false);
    QVERIFY(!word->isVisible());
}

void TimebarTest::looksRight()
{
    Bench bench;
    TimeBar bar(bench.context());
    test::rendered(bar, bench.look, { 1280, 56 }, QStringLiteral("timebar-empty"));
    for (int i = 0; i < 400; ++i)
        bench.written((i % 97) * kMillisecond + (i / 97) * kSecond, 10, 1, 1, "x");
    const Pid pids[] = { Pid { 10 } };
    bench.add(4100 * kMillisecond, 0, FindingBegan { { FindingKind::Deadlock, pids, {} } });
    bench.add(7200 * kMillisecond, 0, UserAction { "resume", {}, {} });
    bench.takeAll();
    bar.setOneCpu(true);
    test::rendered(bar, bench.look, { 1280, 56 }, QStringLiteral("timebar-live"));
    bench.cursor.goToTime(5 * kSecond);
    test::renderAll(bar, bench.look, { 1280, 60 }, "timebar");
    test::rendered(bar, bench.look, { 700, 60 }, QStringLiteral("timebar-narrow"));
}

QTEST_MAIN(TimebarTest)
#include "timebar_test.moc"
