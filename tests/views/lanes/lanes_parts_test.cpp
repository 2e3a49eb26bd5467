// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lanes without widgets: states from events, where arrows go, what a pixel shows, the axis.
#include "tests/views/world_story.h"
#include "views/lanes/lane_pieces.h"
#include "views/lanes/lane_rows.h"

#include <QLocale>
#include <QSet>
#include <QtTest>

#include <csignal>

using namespace ipclab;

namespace {

LaneFeed feedOf(const EventLog& log)
{
    LaneFeed feed;
    while (feed.take(log, log.size(), 7) > 0) { }
    return feed;
}

const Lane* laneOf(const LaneFeed& feed, int tid)
{
    const Lane* found = nullptr;
    for (const Lane& lane : feed.lanes())
        found = lane.tid == Tid { tid } ? &lane : found;
    return found;
}

std::vector<LaneState> statesOf(const LaneFeed& feed, int tid)
{
    std::vector<LaneState> states;
    const Lane* const lane = laneOf(feed, tid);
    for (std::size_t i = 0; lane && i < lane->slices.size(); ++i)
        states.push_back(lane->slices[i].state);
    return states;
}

std::vector<LaneArrow> arrowsOf(const LaneFeed& feed, ArrowKind kind)
{
    std::vector<LaneArrow> arrows;
    for (std::size_t i = 0; i < feed.arrows().size(); ++i) {
        if (feed.arrows()[i].kind == kind)
            arrows.push_back(feed.arrows()[i]);
    }
    return arrows;
}

TimeWindow windowOf(Nanoseconds from, Nanoseconds to)
{
    TimeWindow window;
    window.setEnd(100 * kSecond, 100 * kSecond, false);
    window.show(from, to);
    return window;
}

using State = LaneState;
using States = std::vector<LaneState>;

} // namespace

class LanesPartsTest : public QObject {
    Q_OBJECT

private slots:
    void aCallThatWaitsIsASliceUntilItReturns();
    void sleepingStoppedAndZombieAreStatesOfTheirOwn();
    void whatIsSaidOfAWaitDoesNotBeginAnother();
    void aDeadlockChangesAllThatAreInIt();
    void aNumberThatIsUsedAgainIsAnotherLane();
    void threadsOfAProcessThatEndsAreGone();
    void bytesGoFromTheWriteToTheRead();
    void signalsThatMergeArriveTogether();
    void startsProgramsAndReapedEndsHaveArrows();
    void forksAndWaitsAreOfTheThreadThatCouldMakeThem();
    void startsAreOfTheThreadThatIsSaidToHaveMadeThem();
    void familyStandsTogether();
    void foldedThreadsAreNotInTheRows();
    void theTimeInEachStateIsExactHoweverMany();
    void atMostOnePieceAPixel();
    void aWideSliceIsWholeAndNarrowOnesMix();
    void aSettledPieceStaysAsItIsWhateverComes();
    void whatIsTooMuchIsDroppedAndCounted();
    void arrowsAreChosenByWhatThePixelsShow();
    void anArrowThatEndsLaterIsStillDrawn();
    void zoomKeepsThePlaceAndStaysWithinTheRun();
    void aRunThatGrowsIsFollowed();
    void waitingAloneDoesNotPressTogetherWhatHappened();
    void noTwoTicksReadTheSame();
};

void LanesPartsTest::aCallThatWaitsIsASliceUntilItReturns()
{
    Story story;
    story.launch(10, 1, { "reader" });
    story.at(1);
    story.waitInRead(10, 0, 1);
    story.at(3);
    story.read(10, 0, 1, "hi");
    const LaneFeed feed = feedOf(story.log);
    QCOMPARE(statesOf(feed, 10), (States { State::Running, State::Waiting, State::Running }));
    const LaneSlices& slices = laneOf(feed, 10)->slices;
    QCOMPARE(slices[1].at, kSecond);
    QCOMPARE(slices.end(1, 0), 3 * kSecond);
    QCOMPARE(slices[1].call, Call::Read);
    QVERIFY(std::holds_alternative<CallEntered>(story.log[slices[1].event].body));
}

void LanesPartsTest::sleepingStoppedAndZombieAreStatesOfTheirOwn()
{
    Story story;
    story.launch(10, 1, { "sleeper" });
    story.at(1);
    story.sleep(10, 2);
    story.at(2);
    story.tell(10, ProcessStopped { { SIGSTOP } });
    story.at(3);
    story.tell(10, ProcessContinued { { SIGCONT } });
    story.at(4);
    story.tell(10, ProcessExited { 0, {}, false });
    story.at(5);
    story.tell(10, ProcessReaped { Pid { 1 } });
    QCOMPARE(statesOf(feedOf(story.log), 10),
        (States { State::Running, State::Sleeping, State::Stopped, State::Sleeping, State::Zombie,
            State::Absent }));
}

void LanesPartsTest::whatIsSaidOfAWaitDoesNotBeginAnother()
{
    Story story;
    story.launch(10, 1, { "reader" });
    story.at(1);
    story.waitInRead(10, 0, 1);
    story.at(2);
    story.tell(10, WaitLasts { Call::Read, {}, {}, {}, {}, true });
    QCOMPARE(statesOf(feedOf(story.log), 10), (States { State::Running, State::Waiting }));
}

void LanesPartsTest::aDeadlockChangesAllThatAreInIt()
{
    Story story;
    tellEndlessDialog(story);
    const LaneFeed feed = feedOf(story.log);
    int stuck = 0;
    for (const Lane& lane : feed.lanes())
        stuck += lane.slices[lane.slices.size() - 1].state == State::Deadlocked ? 1 : 0;
    QCOMPARE(stuck, 2);
}

void LanesPartsTest::aNumberThatIsUsedAgainIsAnotherLane()
{
    Story story;
    story.launch(10, 1, { "first" });
    story.at(1);
    story.tell(10, ProcessExited { 0, {}, false });
    story.tell(10, ProcessReaped { Pid { 1 } });
    story.at(2);
    story.launch(10, 1, { "second" });
    const LaneFeed feed = feedOf(story.log);
    const auto count = std::ranges::count(feed.lanes(), Pid { 10 }, &Lane::pid);
    QCOMPARE(count, 2);
    QCOMPARE(feed.lanes().back().begin, 2 * kSecond);
    QCOMPARE(feed.lanes().back().slices[0].state, State::Running);
}

void LanesPartsTest::threadsOfAProcessThatEndsAreGone()
{
    Story story;
    story.launch(10, 1, { "threads" });
    story.tell(10, 11, ThreadStarted {});
    story.tell(10, 12, ThreadStarted {});
    story.at(1);
    story.tell(10, 11, ThreadExited {});
    story.at(2);
    story.tell(10, ProcessExited { {}, { SIGKILL }, false });
    const LaneFeed feed = feedOf(story.log);
    QCOMPARE(statesOf(feed, 11), (States { State::Running, State::Absent }));
    QCOMPARE(statesOf(feed, 12), (States { State::Running, State::Absent }));
    QCOMPARE(laneOf(feed, 12)->slices[1].at, 2 * kSecond);
    QCOMPARE(statesOf(feed, 10), (States { State::Running, State::Zombie }));
}

void LanesPartsTest::bytesGoFromTheWriteToTheRead()
{
    Story story;
    story.launch(10, 1, { "writer" });
    story.launch(20, 1, { "reader" });
    story.pipe(1);
    story.open(10, 1, 1, Access::Write, End::Second);
    story.open(20, 0, 1, Access::Read);
    story.at(1);
    story.write(10, 1, 1, "abc", End::Second);
    story.at(2);
    story.read(20, 0, 1, "abc");
    const LaneFeed feed = feedOf(story.log);
    const std::vector<LaneArrow> arrows = arrowsOf(feed, ArrowKind::Bytes);
    QCOMPARE(arrows.size(), 1U);
    QCOMPARE(arrows[0].from, kSecond);
    QCOMPARE(arrows[0].to, 2 * kSecond);
    QCOMPARE(feed.lanes()[arrows[0].fromLane].pid, Pid { 10 });
    QCOMPARE(feed.lanes()[arrows[0].toLane].pid, Pid { 20 });
}

void LanesPartsTest::signalsThatMergeArriveTogether()
{
    Story story;
    story.launch(10, 1, { "sender" });
    story.launch(20, 1, { "taker" });
    for (int i = 0; i < 3; ++i) {
        story.at(1 + i);
        story.tell(10, SignalSent { Pid { 20 }, { SIGUSR1 } });
    }
    story.at(9);
    story.tell(20, SignalDelivered { { SIGUSR1 }, SignalAction::Handler });
    story.tell(20, SignalDelivered { { SIGUSR1 }, SignalAction::Handler });
    const std::vector<LaneArrow> arrows = arrowsOf(feedOf(story.log), ArrowKind::Signal);
    QCOMPARE(arrows.size(), 3U);
    for (const LaneArrow& arrow : arrows)
        QCOMPARE(arrow.to, 9 * kSecond);
    QCOMPARE(arrows[2].from, 3 * kSecond);
}

void LanesPartsTest::startsProgramsAndReapedEndsHaveArrows()
{
    Story story;
    story.launch(10, 1, { "parent" });
    story.at(1);
    story.launch(20, 10, { "child" }, StartedBy::Fork);
    story.at(2);
    story.tell(20, ProcessExited { 0, {}, false });
    story.at(3);
    story.tell(20, ProcessReaped { Pid { 10 } });
    const LaneFeed feed = feedOf(story.log);
    const std::vector<LaneArrow> starts = arrowsOf(feed, ArrowKind::Start);
    QCOMPARE(starts.size(), 1U);
    QCOMPARE(feed.lanes()[starts[0].fromLane].pid, Pid { 10 });
    QCOMPARE(arrowsOf(feed, ArrowKind::Program).size(), 2U);
    const std::vector<LaneArrow> reaped = arrowsOf(feed, ArrowKind::Reaped);
    QCOMPARE(reaped.size(), 1U);
    QCOMPARE(reaped[0].from, 2 * kSecond);
    QCOMPARE(reaped[0].to, 3 * kSecond);
    QCOMPARE(feed.lanes()[reaped[0].toLane].pid, Pid { 10 });
}

void LanesPartsTest::forksAndWaitsAreOfTheThreadThatCouldMakeThem()
{
    Story story;
    story.launch(10, 1, { "parent" });
    story.tell(10, 11, ThreadStarted {}); // by the first: there is no other
    story.enter(10, Call::Futex); // it joins
    story.at(1);
    story.launch(20, 10, { "child" }, StartedBy::Fork);
    story.tell(10, 12, ThreadStarted {});
    story.at(2);
    story.tell(10, 12, CallEntered { Call::Wait4, {}, {}, {}, {}, {}, {} });
    story.tell(20, ProcessExited { 0, {}, false });
    story.tell(20, ProcessReaped { Pid { 10 } });
    const LaneFeed feed = feedOf(story.log);
    const auto from = [&](const LaneArrow& arrow) { return feed.lanes()[arrow.fromLane].tid; };
    const std::vector<LaneArrow> starts = arrowsOf(feed, ArrowKind::Start);
    QCOMPARE(starts.size(), 3U);
    QCOMPARE(from(starts[0]), Tid { 10 });
    QCOMPARE(from(starts[1]), Tid { 11 });
    QCOMPARE(from(starts[2]), Tid { 11 });
    const std::vector<LaneArrow> reaped = arrowsOf(feed, ArrowKind::Reaped);
    QCOMPARE(reaped.size(), 1U);
    QCOMPARE(feed.lanes()[reaped[0].toLane].tid, Tid { 12 });
}

void LanesPartsTest::startsAreOfTheThreadThatIsSaidToHaveMadeThem()
{
    Story story;
    story.launch(10, 1, { "parent" });
    story.tell(10, 11, ThreadStarted {});
    story.tell(10, 12, ThreadStarted { Tid { 11 } }); // the first could have, too
    story.tell(
        20, ProcessStarted { Pid { 10 }, StartedBy::Fork, false, {}, false, {}, Tid { 12 } });
    const LaneFeed feed = feedOf(story.log);
    const std::vector<LaneArrow> starts = arrowsOf(feed, ArrowKind::Start);
    QCOMPARE(starts.size(), 3U);
    QCOMPARE(feed.lanes()[starts[1].fromLane].tid, Tid { 11 });
    QCOMPARE(feed.lanes()[starts[2].fromLane].tid, Tid { 12 });
}

void LanesPartsTest::familyStandsTogether()
{
    Story story;
    story.launch(10, 1, { "a" });
    story.launch(20, 1, { "b" });
    story.launch(11, 10, { "a-child" }, StartedBy::Fork);
    story.tell(10, 15, ThreadStarted {});
    story.launch(12, 11, { "a-grandchild" }, StartedBy::Fork);
    const LaneFeed feed = feedOf(story.log);
    std::vector<int> tids;
    std::vector<int> depths;
    for (const LaneRow& row : laneRows(feed.lanes(), {})) {
        tids.push_back(feed.lanes()[row.lane].tid.value);
        depths.push_back(row.depth);
    }
    QCOMPARE(tids, (std::vector<int> { 10, 15, 11, 12, 20 }));
    QCOMPARE(depths, (std::vector<int> { 0, 1, 1, 2, 0 }));
}

void LanesPartsTest::foldedThreadsAreNotInTheRows()
{
    Story story;
    story.launch(10, 1, { "a" });
    story.tell(10, 15, ThreadStarted {});
    story.tell(10, 16, ThreadStarted {});
    const LaneFeed feed = feedOf(story.log);
    QCOMPARE(laneRows(feed.lanes(), {}).size(), 3U);
    const std::vector<LaneRow> folded = laneRows(feed.lanes(), { 0 });
    QCOMPARE(folded.size(), 1U);
    QVERIFY(folded[0].folded);
    QCOMPARE(folded[0].threads, 2U);
}

void LanesPartsTest::theTimeInEachStateIsExactHoweverMany()
{
    LaneSlices slices;
    Nanoseconds running = 0;
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const bool runs = i % 2 == 0;
        slices.change({ i * 10, i, runs ? State::Running : State::Waiting, Call::Read });
        running += runs && i >= 100 && i < 700 ? 10 : 0;
    }
    const LaneShares until = slices.sumsUntil(7000, slices.find(7000));
    const LaneShares before = slices.sumsUntil(1000, slices.find(1000));
    const auto at = static_cast<std::size_t>(State::Running);
    QCOMPARE(until.at(at) - before.at(at), running);
    for (const Nanoseconds time : { 0, 9, 10, 4567, 9990, 99999 }) {
        const std::size_t found = slices.find(time);
        QVERIFY(slices[found].at <= time);
        QCOMPARE(slices.find(time, found / 2), found);
        QVERIFY(found + 1 == slices.size() || slices[found + 1].at > time);
    }
    QCOMPARE(slices.find(-1), LaneSlices::kNone);
}

void LanesPartsTest::atMostOnePieceAPixel()
{
    LaneSlices slices;
    for (std::uint32_t i = 0; i < 100'000; ++i)
        slices.change({ i * 1000, i, i % 2 == 0 ? State::Running : State::Waiting, Call::Read });
    for (const int width : { 10, 333, 1280 }) {
        const std::vector<LanePiece> pieces
            = lanePieces(slices, windowOf(0, 100 * kMillisecond), width, 100 * kMillisecond);
        QVERIFY(static_cast<int>(pieces.size()) <= width + 1);
        for (std::size_t i = 1; i < pieces.size(); ++i)
            QVERIFY(pieces[i].left >= pieces[i - 1].right);
        QVERIFY(pieces.front().left == 0 && pieces.back().right >= width - 1);
    }
}

void LanesPartsTest::aWideSliceIsWholeAndNarrowOnesMix()
{
    LaneSlices slices;
    slices.change({ 0, 0, State::Running, Call::Unknown });
    slices.change({ 50 * kMillisecond, 1, State::Waiting, Call::Read });
    for (std::uint32_t i = 0; i < 100; ++i)
        slices.change({ 90 * kMillisecond + i * 1000, i,
            i % 4 == 0 ? State::Running : State::Waiting, Call::Write });
    const std::vector<LanePiece> pieces
        = lanePieces(slices, windowOf(0, 100 * kMillisecond), 1000, 91 * kMillisecond);
    QVERIFY(!pieces[0].mixed && !pieces[1].mixed);
    QCOMPARE(pieces[0].right, 500);
    QCOMPARE(pieces[1].left, 500);
    QCOMPARE(pieces[1].right, 900);
    QVERIFY(pieces[2].mixed);
    const LaneShares& shares = pieces[2].shares;
    QCOMPARE(shares.at(static_cast<std::size_t>(State::Running)), 25'000);
    QCOMPARE(shares.at(static_cast<std::size_t>(State::Waiting)), 75'000);
}

void LanesPartsTest::aSettledPieceStaysAsItIsWhateverComes()
{
    const auto same = [](const LanePiece& one, const LanePiece& other) {
        return one.left == other.left && one.right == other.right && one.slice == other.slice
            && one.mixed == other.mixed && one.shares == other.shares;
    };
    const TimeWindow window = windowOf(0, 100 * kMillisecond);
    constexpr int kWidth = 1000;
    LaneSlices slices;
    std::vector<LanePiece> settled;
    PiecesBegin begin;
    for (std::uint32_t i = 0; i < 1500; ++i) {
        const Nanoseconds at = i * 60'000 + (i % 7 == 0 ? 55'000 : 0);
        const auto now = at + (i % 5) * 9'000;
        for (const State state : { State::Waiting, i % 3 == 0 ? State::Sleeping : State::Running })
            slices.change({ i % 100 < 90 ? at : i / 100 * 6'000'000, i, state, Call::Read });
        const std::vector<LanePiece> all = lanePieces(slices, window, kWidth, now);
        std::vector<LanePiece> kept = settled;
        std::ranges::copy(lanePieces(slices, window, kWidth, now, begin), std::back_inserter(kept));
        QVERIFY(std::ranges::equal(kept, all, same));
        while (settled.size() < all.size()
            && isSettled(all[settled.size()], slices, window, kWidth, now)) {
            settled.push_back(all[settled.size()]);
            begin = { settled.back().right, settled.back().slice };
        }
    }
    QVERIFY(settled.size() > 500);
}

void LanesPartsTest::whatIsTooMuchIsDroppedAndCounted()
{
    Story story;
    story.launch(10, 1, { "reader" });
    for (int i = 0; i < 1000; ++i) {
        story.at(i);
        story.waitInRead(10, 0, 1);
        story.at(i + 0.5);
        story.leave(10, Call::Read);
    }
    LaneFeed feed(LaneFeed::Limits { 10, 500, 100 });
    while (feed.take(story.log, story.log.size(), 100) > 0) { }
    const LaneSlices& slices = laneOf(feed, 10)->slices;
    QVERIFY(slices.size() <= 500 && slices.size() > 200);
    QVERIFY(feed.droppedSlices() > 1000);
    QCOMPARE(slices.dropped(), feed.droppedSlices());
    const Nanoseconds later = 950 * kSecond;
    const LaneShares shares = slices.sumsUntil(later, slices.find(later));
    const LaneShares before = slices.sumsUntil(940 * kSecond, slices.find(940 * kSecond));
    const auto at = static_cast<std::size_t>(State::Waiting);
    QCOMPARE(shares.at(at) - before.at(at), 5 * kSecond);
    LaneFeed few(LaneFeed::Limits { 1, 500, 100 });
    story.launch(20, 1, { "other" });
    few.take(story.log, story.log.size(), story.log.size());
    QCOMPARE(few.lanes().size(), 1U);
    QVERIFY(few.droppedLanes() >= 1);
}

void LanesPartsTest::arrowsAreChosenByWhatThePixelsShow()
{
    LaneArrows arrows(20'000);
    for (std::uint32_t i = 0; i < 50'000; ++i)
        arrows.add({ i * 1000, i * 1000 + 500, i, i, i % 3, i % 2, ArrowKind::Bytes });
    QVERIFY(arrows.size() <= 20'000);
    QVERIFY(arrows.dropped() >= 30'000);
    const TimeWindow window = windowOf(30 * kMillisecond, 50 * kMillisecond);
    const ChosenArrows chosen = arrows.chosen(window, 600, ~0U);
    QVERIFY(chosen.inWindow > 19'000);
    QVERIFY(chosen.arrows.size() > 50 && chosen.arrows.size() <= 160);
    QVERIFY(arrows.chosen(window, 600, bitOf(ArrowKind::Signal)).arrows.empty());
    const ChosenArrows near
        = arrows.chosen(windowOf(40 * kMillisecond, 40 * kMillisecond + 10'000), 600, ~0U);
    QCOMPARE(near.arrows.size(), near.inWindow + 1); // and one that begins there and ends later
}

void LanesPartsTest::anArrowThatEndsLaterIsStillDrawn()
{
    LaneArrows arrows;
    arrows.add({ 10 * kSecond, 90 * kSecond, 0, 0, 0, 1, ArrowKind::Bytes });
    const TimeWindow window = windowOf(5 * kSecond, 20 * kSecond);
    QCOMPARE(arrows.chosen(window, 600, ~0U).arrows.size(), 1U);
    QVERIFY(arrows.chosen(windowOf(0, 5 * kSecond), 600, ~0U).arrows.empty());
}

void LanesPartsTest::zoomKeepsThePlaceAndStaysWithinTheRun()
{
    TimeWindow window = windowOf(0, 100 * kSecond);
    const int x = window.xOf(30 * kSecond, 1000);
    window.zoom(0.5, 30 * kSecond);
    QVERIFY(std::abs(window.xOf(30 * kSecond, 1000) - x) <= 1);
    QVERIFY(window.zoomed());
    for (int i = 0; i < 200; ++i)
        window.zoom(0.5, 30 * kSecond);
    QCOMPARE(window.range(), TimeWindow::kShortest);
    QVERIFY(window.from() <= 30 * kSecond && window.to() >= 30 * kSecond);
    for (int i = 0; i < 200; ++i)
        window.zoom(2, 30 * kSecond);
    QVERIFY(!window.zoomed());
    QCOMPARE(window.from(), 0);
    QVERIFY(window.to() >= 100 * kSecond);
}

void LanesPartsTest::aRunThatGrowsIsFollowed()
{
    TimeWindow window;
    window.setEnd(4 * kSecond, 4 * kSecond, true);
    QVERIFY(window.from() == 0 && window.to() > 4 * kSecond);
    window.setEnd(11 * kSecond, 11 * kSecond, true);
    QVERIFY(window.from() == 0 && window.to() > 11 * kSecond);
    window.show(10 * kSecond, 12 * kSecond);
    window.setEnd(13 * kSecond, 13 * kSecond, true); // the end was in sight: it stays so
    QVERIFY(window.from() > 10 * kSecond && window.to() >= 13 * kSecond);
    QCOMPARE(window.range(), 2 * kSecond);
    window.show(2 * kSecond, 4 * kSecond);
    window.setEnd(14 * kSecond, 14 * kSecond, true); // what is looked at stays
    QCOMPARE(window.from(), 2 * kSecond);
}

void LanesPartsTest::waitingAloneDoesNotPressTogetherWhatHappened()
{
    TimeWindow window;
    window.setEnd(kSecond, kSecond, true);
    const Nanoseconds shown = window.to();
    window.setEnd(600 * kSecond, kSecond, true);
    QVERIFY(shown <= window.to() && window.to() <= 5 * kSecond);
    window.zoom(1000, 0); // but all of it can be seen
    QVERIFY(window.to() >= 600 * kSecond);
    window.fit();
    QVERIFY(window.to() <= 5 * kSecond);
}

void LanesPartsTest::noTwoTicksReadTheSame()
{
    QLocale::setDefault(QLocale::c());
    TimeWindow window;
    window.setEnd(3600 * kSecond, 3600 * kSecond, false);
    for (Nanoseconds range = 3600 * kSecond; range >= 1000; range /= 3) {
        window.show(1000 * kSecond, 1000 * kSecond + range);
        const std::vector<AxisTick> ticks = axisTicks(window, 800, 100);
        QVERIFY(ticks.size() >= 2);
        QSet<QString> texts;
        for (const AxisTick& tick : ticks)
            texts.insert(tick.text);
        QCOMPARE(static_cast<std::size_t>(texts.size()), ticks.size());
    }
    window.show(0, 4000);
    QCOMPARE(axisTicks(window, 400, 100)[1].text, QStringLiteral("1 µs"));
}

QTEST_GUILESS_MAIN(LanesPartsTest)
#include "lanes_parts_test.moc"
