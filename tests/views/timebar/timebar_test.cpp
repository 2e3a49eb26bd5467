// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "tests/views/timebar/told_bar.h"
#include "views/common/live_clock.h"
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
using namespace ipclab::test;

namespace {

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

} // namespace

// The keys of the bar, and the strip of who is held.
class TimebarTest : public QObject {
    Q_OBJECT

private slots:
    void everyTimeKeySaysItsName();
    void timeKeysAreLargeAndLargerForTheRoom();
    void liveIsPressedOnlyWhenLive();
    void theTimeBeforeARunIsNoneOfItsTime();
    void pauseIsAskedForAndFollowsTheWorld();
    void aSpeedIsAskedForAndFollowsTheWorld();
    void whoIsHeldIsListedWithWhatItWillDo();
    void oneCallIsLetGoFromTheStrip();
    void theRowsStayWhereTheyAreFromCallToCall();
    void ofManyThoseThatStandAreListed();
    void aTipShowsWordsAsTheyAre();
    void theStripSaysHowSlowItGoes();
    void oneProcessorIsSaidAndExplained();
    void looksRight();
};

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
    auto* live = keyNamed(bar, QStringLiteral("Live"));
    QVERIFY(live->isChecked());
    bench.cursor.goTo(3);
    QVERIFY(!live->isChecked());
    QTest::mouseClick(live, Qt::LeftButton);
    QVERIFY(bench.cursor.live());
    QVERIFY(live->isChecked());
    QTest::mouseClick(live, Qt::LeftButton); // again changes nothing
    QVERIFY(live->isChecked());
}

void TimebarTest::theTimeBeforeARunIsNoneOfItsTime()
{
    Bench bench;
    const LiveClock clock(bench.cursor);
    QElapsedTimer read; // the guide, before anything runs
    read.start();
    QTRY_VERIFY(read.elapsed() >= 5);
    QCOMPARE(clock.now(), Nanoseconds { 0 });
    fill(bench);
    QVERIFY(clock.now() >= kSecond);
}

void TimebarTest::pauseIsAskedForAndFollowsTheWorld()
{
    Bench bench;
    fill(bench);
    TimeBar bar(bench.context());
    const QSignalSpy toggled(&bar, &TimeBar::pauseToggled);
    auto* pause = keyNamed(bar, QStringLiteral("Pause"));
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
