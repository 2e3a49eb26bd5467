// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/bookmarks.h"
#include "views/common/byte_origin.h"
#include "views/common/event_search.h"

#include <QElapsedTimer>
#include <QtTest>

using namespace ipclab;

namespace {

constexpr int kOne = 11; // processes
constexpr int kTwo = 12;
constexpr unsigned kPipe = 1; // channels
constexpr unsigned kTerminal = 2;

EventIndex last(const Story& story)
{
    return story.log.size() - 1;
}

} // namespace

// To other moments: of the same process, channel or byte; and to what a person marked.
class MomentsTest : public QObject {
    Q_OBJECT

private slots:
    void theNextEventOfAProcessAndBack();
    void theNextEventOfAChannel();
    void whatHappensToAProcessIsAboutIt();
    void findingsAreFound();
    void aMillionEventsAreLookedThroughInAMoment();
    void aReadByteLeadsToItsWriteAndBack();
    void aReadThatSpansWritesLeadsToTheFirst();
    void whatIsNotReadYetLeadsNowhere();
    void aTerminalsBytesAreNotGuessed();
    void contentsThatSayOtherwiseAreBelieved();
    void aWriteLeadsToThePrintThatMadeItAndBack();
    void aWritePastTheBufferHasNoPrint();
    void aLaterBookmarkReplacesAndAnEmptyOneRemoves();

private:
    static void begin(Story& story);
};

void MomentsTest::begin(Story& story)
{
    story.lab(1);
    story.launch(kOne, 1, { "one" });
    story.launch(kTwo, 1, { "two" });
    story.pipe(kPipe);
    story.open(kOne, 4, kPipe, Access::Write);
    story.open(kTwo, 3, kPipe, Access::Read);
}

void MomentsTest::theNextEventOfAProcessAndBack()
{
    Story story;
    begin(story);
    const EventIndex first = story.log.size();
    story.write(kOne, 4, kPipe, "a");
    story.enter(kTwo, Call::Read, 3, kPipe);
    story.enter(kTwo, Call::Read, 3, kPipe);
    story.write(kOne, 4, kPipe, "b");
    const LogView log(story.log);
    const EventSubject one { Pid { kOne }, {} };
    QCOMPARE(momentAbout(log, first, one, Towards::Later), std::optional(first + 1));
    QCOMPARE(momentAbout(log, first + 1, one, Towards::Later), std::optional(first + 4));
    QCOMPARE(momentAbout(log, first + 4, one, Towards::Later), std::nullopt);
    QCOMPARE(momentAbout(log, first + 4, one, Towards::Earlier), std::optional(first + 1));
    QCOMPARE(momentAbout(log, first + 3, one, Towards::Earlier), std::optional(first + 1));
    QCOMPARE(momentAbout(log, 0, one, Towards::Earlier), std::nullopt);
    QCOMPARE(momentAbout(log, 0, {}, Towards::Later), std::nullopt);
}

void MomentsTest::theNextEventOfAChannel()
{
    Story story;
    begin(story);
    story.terminal(kTerminal, 1, 9);
    const EventIndex from = story.log.size();
    story.write(1, 9, kTerminal, "typed");
    story.enter(kTwo, Call::Read, 3, kPipe);
    const EventSubject pipe { {}, ChannelId { kPipe } };
    QCOMPARE(momentAbout(LogView(story.log), from, pipe, Towards::Later), std::optional(from + 2));
}

void MomentsTest::whatHappensToAProcessIsAboutIt()
{
    Story story;
    begin(story);
    const EventIndex from = story.log.size();
    story.tell(kTwo, SignalSent { Pid { kOne }, { 15 } });
    const EventSubject one { Pid { kOne }, {} };
    QCOMPARE(momentAbout(LogView(story.log), from, one, Towards::Later), std::optional(from + 1));
}

void MomentsTest::findingsAreFound()
{
    Story story;
    tellEndlessDialog(story);
    story.noteFindings();
    const EventIndex end = story.log.size();
    story.tell(1, UserAction { "pause", "", {} });
    const LogView log(story.log);
    const auto found = momentOfFinding(log, log.size(), Towards::Earlier);
    QCOMPARE(found, std::optional(end));
    QVERIFY(std::holds_alternative<FindingBegan>(log[*found - 1].body));
    QVERIFY(!momentOfFinding(log, end, Towards::Later));
}

void MomentsTest::aMillionEventsAreLookedThroughInAMoment()
{
    Story story;
    begin(story);
    const EventIndex from = story.log.size();
    for (int i = 0; i < 1'000'000; ++i)
        story.log.append(
            { i, Pid { kOne }, Tid { kOne }, CallEntered { Call::Read, 3, {}, {}, {}, {}, {} } });
    story.write(kTwo, 3, kPipe, "x");
    const LogView log(story.log);
    QElapsedTimer took;
    took.start();
    QCOMPARE(momentAbout(log, from, { {}, ChannelId { kPipe } }, Towards::Later),
        std::optional(log.size()));
    QVERIFY2(took.elapsed() < 500, qPrintable(QString::number(took.elapsed()))); // no measure
    qInfo("%lld ms", static_cast<long long>(took.elapsed()));
}

void MomentsTest::aReadByteLeadsToItsWriteAndBack()
{
    Story story;
    begin(story);
    story.write(kOne, 4, kPipe, "first");
    const EventIndex firstWrite = last(story);
    story.write(kOne, 4, kPipe, "second");
    const EventIndex secondWrite = last(story);
    story.read(kTwo, 3, kPipe, "first");
    const EventIndex firstRead = last(story);
    story.read(kTwo, 3, kPipe, "second");
    const LogView log(story.log);
    QCOMPARE(writeOf(log, story.world, firstRead), std::optional(firstWrite));
    QCOMPARE(writeOf(log, story.world, last(story)), std::optional(secondWrite));
    QCOMPARE(readOf(log, story.world, firstWrite), std::optional(firstRead));
    QCOMPARE(readOf(log, story.world, secondWrite), std::optional(last(story)));
}

void MomentsTest::aReadThatSpansWritesLeadsToTheFirst()
{
    Story story;
    begin(story);
    story.write(kOne, 4, kPipe, "abc");
    story.write(kOne, 4, kPipe, "def");
    const EventIndex second = last(story);
    story.read(kTwo, 3, kPipe, "a");
    story.read(kTwo, 3, kPipe, "bcde");
    const EventIndex both = last(story);
    story.read(kTwo, 3, kPipe, "f");
    const LogView log(story.log);
    QCOMPARE(writeOf(log, story.world, both), std::optional(second - 1));
    QCOMPARE(writeOf(log, story.world, last(story)), std::optional(second));
    QCOMPARE(readOf(log, story.world, second), std::optional(both));
}

void MomentsTest::whatIsNotReadYetLeadsNowhere()
{
    Story story;
    begin(story);
    story.write(kOne, 4, kPipe, "abc");
    QCOMPARE(readOf(LogView(story.log), story.world, last(story)), std::nullopt);
}

void MomentsTest::aTerminalsBytesAreNotGuessed()
{
    Story story;
    begin(story);
    story.terminal(kTerminal, 1, 9);
    story.write(1, 9, kTerminal, "typed");
    story.read(kOne, 0, kTerminal, "typed", End::Second);
    QCOMPARE(writeOf(LogView(story.log), story.world, last(story)), std::nullopt);
}

void MomentsTest::contentsThatSayOtherwiseAreBelieved()
{
    Story story;
    begin(story);
    story.write(kOne, 4, kPipe, "abc"); // something that was not seen took these
    story.write(kOne, 4, kPipe, "xyz");
    story.read(kTwo, 3, kPipe, "xyz");
    QCOMPARE(writeOf(LogView(story.log), story.world, last(story)), std::nullopt);
}

void MomentsTest::aWriteLeadsToThePrintThatMadeItAndBack()
{
    Story story;
    begin(story);
    story.stdio(kOne, 4, "stdout", "one");
    const EventIndex firstPrint = last(story);
    story.stdio(kOne, 4, "stdout", "onetwo");
    story.write(kOne, 4, kPipe, "onetwo");
    const EventIndex firstWrite = last(story);
    story.stdio(kOne, 4, "stdout", "three");
    const EventIndex secondPrint = last(story);
    story.write(kOne, 4, kPipe, "three");
    const LogView log(story.log);
    QCOMPARE(printOf(log, firstWrite), std::optional(firstPrint));
    QCOMPARE(printOf(log, last(story)), std::optional(secondPrint));
    QCOMPARE(flushOf(log, firstPrint), std::optional(firstWrite));
    QCOMPARE(flushOf(log, firstPrint + 1), std::optional(firstWrite));
    QCOMPARE(flushOf(log, secondPrint), std::optional(last(story)));
}

void MomentsTest::aWritePastTheBufferHasNoPrint()
{
    Story story;
    begin(story);
    story.stdio(kOne, 4, "stdout", "kept");
    story.write(kOne, 4, kPipe, "direct"); // write(2), while that waits
    QCOMPARE(printOf(LogView(story.log), last(story)), std::nullopt);
}

void MomentsTest::aLaterBookmarkReplacesAndAnEmptyOneRemoves()
{
    Story story;
    begin(story);
    story.tell(1, UserAction { "bookmark", "here", {}, 3 });
    story.tell(1, UserAction { "bookmark", "there", {}, 5 });
    Bookmarks marks;
    marks.take(story.log, story.log.size());
    QCOMPARE(marks.all().size(), std::size_t { 2 });
    QCOMPARE(marks.at(3)->text, std::string("here"));
    story.tell(1, UserAction { "bookmark", "other words", {}, 3 });
    story.tell(1, UserAction { "bookmark", "", {}, 5 });
    story.tell(1, UserAction { "bookmark", "of a moment to come", {}, 999 });
    marks.take(story.log, story.log.size());
    QCOMPARE(marks.at(3)->text, std::string("other words"));
    QVERIFY(!marks.at(5));
    QVERIFY(marks.all().rbegin()->first < story.log.size());
}

QTEST_GUILESS_MAIN(MomentsTest)

#include "moments_test.moc"
