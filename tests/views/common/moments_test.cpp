// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/bookmarks.h"
#include "views/common/byte_origin.h"
#include "views/common/event_search.h"

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
    void whereSeveralAreNamedEachIsMeant();
    void allOfALongLogIsLookedThrough();
    void aReadByteLeadsToItsWriteAndBack();
    void aReadThatSpansWritesLeadsToTheFirst();
    void whatIsNotReadYetLeadsNowhere();
    void aTerminalsBytesAreNotGuessed();
    void contentsThatSayOtherwiseAreBelieved();
    void whatTeeCopiedIsNotGuessed();
    void aDatagramLeadsToTheOneThatItWas();
    void aWriteLeadsToThePrintThatMadeItAndBack();
    void aWritePastTheBufferHasNoPrint();
    void aChildWritesWhatItsParentPrinted();
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

// A finding, a lock, who waited for a child: they are about more than one process.
void MomentsTest::whereSeveralAreNamedEachIsMeant()
{
    Story story;
    begin(story);
    const EventIndex from = story.log.size();
    const Pid pids[] = { Pid { kOne }, Pid { kTwo } };
    const ChannelId channels[] = { ChannelId { kTerminal } };
    const auto found = [&](const EventBody& body, const EventSubject& subject) {
        const EventIndex before = story.log.size();
        story.log.append({ 0, Pid { 1 }, Tid { 1 }, body });
        const LogView log(story.log);
        return momentAbout(log, before, subject, Towards::Later) == std::optional(before + 1);
    };
    const EventSubject two { Pid { kTwo }, {} };
    const EventSubject nobody { Pid { 99 }, {} };
    const FindingBegan finding { { FindingKind::Deadlock, pids, channels } };
    QVERIFY(found(finding, two));
    QVERIFY(found(FindingEnded { { FindingKind::Deadlock, pids, channels } }, two));
    QVERIFY(found(finding, { {}, ChannelId { kTerminal } }));
    QVERIFY(!found(finding, nobody));
    QVERIFY(!found(finding, { {}, ChannelId { kPipe } }));
    QVERIFY(found(LockWaiting { 0x1000, {}, {}, pids }, two));
    QVERIFY(found(ChannelHeld { ChannelId { kPipe }, End::First, pids, {} }, two));
    QVERIFY(found(ProcessReaped { Pid { kTwo } }, two));
    QVERIFY(found(ProcessStarted { Pid { 1 }, StartedBy::Clone, false, Pid { kTwo } }, two));
    QVERIFY(!found(ProcessReaped { Pid { kTwo } }, nobody));
    QCOMPARE(momentAbout(LogView(story.log), from, nobody, Towards::Later), std::nullopt);
}

void MomentsTest::allOfALongLogIsLookedThrough()
{
    Story story;
    begin(story);
    const EventIndex from = story.log.size();
    for (int i = 0; i < 1'000'000; ++i)
        story.log.append(
            { i, Pid { kOne }, Tid { kOne }, CallEntered { Call::Read, 3, {}, {}, {}, {}, {} } });
    story.write(kTwo, 3, kPipe, "x");
    const LogView log(story.log);
    const EventSubject pipe { {}, ChannelId { kPipe } };
    QCOMPARE(momentAbout(log, from, pipe, Towards::Later), std::optional(log.size()));
    QCOMPARE(momentAbout(log, log.size(), pipe, Towards::Earlier), std::optional(from));
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

// tee(2) leaves them in the pipe: they are read twice.
void MomentsTest::whatTeeCopiedIsNotGuessed()
{
    Story story;
    begin(story);
    story.write(kOne, 4, kPipe, "aa");
    story.tell(kTwo, BytesRead { movedBytes(3, kPipe, End::First, Call::Tee, "aa") });
    story.read(kTwo, 3, kPipe, "aa");
    const EventIndex read = last(story);
    story.write(kOne, 4, kPipe, "aa");
    story.read(kTwo, 3, kPipe, "aa");
    const LogView log(story.log);
    QCOMPARE(writeOf(log, story.world, read), std::nullopt);
    QCOMPARE(writeOf(log, story.world, last(story)), std::nullopt);
}

void MomentsTest::aDatagramLeadsToTheOneThatItWas()
{
    Story story;
    begin(story);
    ChannelCreated made;
    made.channel = ChannelId { 3 };
    made.kind = ChannelKind::Unix;
    made.datagram = true;
    story.tell(kOne, made);
    story.write(kOne, 5, 3, "lost on the way");
    story.write(kOne, 5, 3, "second");
    const EventIndex sent = last(story);
    story.write(kOne, 5, 3, "third");
    story.read(kTwo, 6, 3, "sec", End::Second); // there was no room for more
    const EventIndex got = last(story);
    story.read(kTwo, 6, 3, "third", End::Second);
    const LogView log(story.log);
    QCOMPARE(writeOf(log, story.world, got), std::optional(sent));
    QCOMPARE(readOf(log, story.world, sent), std::optional(got));
    QCOMPARE(writeOf(log, story.world, last(story)), std::optional(sent + 1));
    QCOMPARE(readOf(log, story.world, sent - 1), std::nullopt);
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

// fork(2): the child has a copy of what its parent had not flushed, and writes it, too.
void MomentsTest::aChildWritesWhatItsParentPrinted()
{
    Story story;
    begin(story);
    constexpr int kChild = 13;
    story.stdio(kOne, 4, "stdout", "old");
    story.write(kOne, 4, kPipe, "old");
    story.stdio(kOne, 4, "stdout", "");
    story.stdio(kOne, 4, "stdout", "head\n");
    const EventIndex head = last(story);
    story.tell(kChild, ProcessStarted { Pid { kOne }, StartedBy::Fork, false });
    story.stdio(kChild, 4, "stdout", "head\nchild\n");
    const EventIndex child = last(story);
    story.stdio(kOne, 4, "stdout", "head\nparent\n"); // its own, of no meaning to the child
    story.write(kChild, 4, kPipe, "head\nchild\n");
    const EventIndex ofChild = last(story);
    story.write(kOne, 4, kPipe, "head\nparent\n");
    const LogView log(story.log);
    QCOMPARE(printOf(log, ofChild), std::optional(head));
    QCOMPARE(flushOf(log, child), std::optional(ofChild));
    QCOMPARE(printOf(log, last(story)), std::optional(head));
    QCOMPARE(flushOf(log, head), std::optional(last(story)));
    // Who is launched, or gets the pid later, inherits nothing.
    story.tell(kChild, ProcessStarted { Pid { kOne }, StartedBy::Launch, false });
    story.stdio(kChild, 4, "stdout", "head\n");
    story.write(kChild, 4, kPipe, "head\n");
    QCOMPARE(printOf(LogView(story.log), last(story)), std::optional(last(story) - 1));
    QCOMPARE(flushOf(LogView(story.log), child), std::optional(ofChild));
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
