// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/condition_reader.h"
#include "ipc-core/lab/condition_watch.h"
#include "ipc-core/lab/toml_node.h"
#include "tests/lab/story.h"

#include <QTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

Condition conditionOf(const std::string& toml)
{
    Lab lab;
    lab.switches.push_back({ "flush", { "no", "yes" }, false, {} });
    Problems problems;
    const auto document = parseToml("it = " + toml, "lab.toml", problems);
    if (!document)
        qFatal("no TOML: %s", toml.c_str());
    const auto condition
        = readCondition(document->table()->front().node, lab, ProblemList("lab.toml", problems));
    if (!condition || !problems.empty())
        qFatal("no condition: %s", toml.c_str());
    return *condition;
}

bool holdsAfter(const std::string& toml, const Story& story, EventIndex since = 0)
{
    ConditionWatch watch(conditionOf(toml));
    const SwitchValues switches { { "flush", "yes" } };
    World world;
    const LogView log(story.log());
    for (EventIndex i = 0; i < log.size(); ++i) {
        apply(world, log[i]);
        if (i == since)
            watch.beginAgain(world, switches);
        if (i >= since)
            watch.take(world, log[i], switches);
    }
    return watch.holds(world, switches);
}

// A parent and its child, with 5 bytes in the child's stdout and the parent's stdout on a terminal.
void tellDialog(Story& story)
{
    story.launch(10, "parent", 1, "pty");
    story.tell(10, "channel_created", R"("channel":2,"kind":"pipe","name":"pipe:[7]")");
    story.tell(10, "descriptor_opened", R"("fd":5,"channel":2,"access":"r","end":"first")");
    story.tell(11, "process_started", R"("ppid":10,"by":"fork")");
    story.tell(11, "descriptor_opened", R"("fd":1,"channel":2,"access":"w","end":"second")");
    story.tell(11, "program_executed",
        R"("path":"/usr/bin/python3","argv":["/usr/bin/python3","child.py"])");
    story.stdio(11, "stdout", 1, "line", 0); // glibc's own, which Python does not use
    story.stdio(11, "sys.stdout", 1, "full", 5);
    story.tell(10, "call_entered", R"("call":"read","fd":5,"channel":2)");
}

} // namespace

class ConditionsTest : public QObject {
    Q_OBJECT

private slots:
    void ofAState_data();
    void ofAState();
    void arrivedCountsWhatTheLabRead();
    void arrivedStartsAnewOnAnotherChannel();
    void arrivedOutlivesTheWriter();
    void exitedIsSinceTheStepBegan();
    void seenCountsEventsOfAStream();
    void theNameMeansTheLivingOne();
    void onceRemembersWhatWasTrueForAMoment();
    void nothingIsKnownOfAnEndedProcessesBuffer();
};

void ConditionsTest::ofAState_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<bool>("truth");
    const auto row
        = [](const char* toml, bool truth) { QTest::newRow(toml) << QByteArray(toml) << truth; };
    row(R"({ pending = "child.stdout", above = 0 })", true);
    row(R"({ pending = "child.stdout", above = 5 })", false);
    row(R"({ pending = "child.stdout", equals = 5 })", true);
    row(R"({ pending = "child.stdout", below = 5 })", false);
    row(R"({ pending = "child.stdout", at_least = 5, at_most = 5 })", true);
    row(R"({ pending = "child.1", above = 0 })", true);
    row(R"({ pending = "child.stderr", equals = 0 })", false); // unknown is not zero
    row(R"({ pending = "nobody.stdout", equals = 0 })", false);
    row(R"({ not = { pending = "child.stdout", above = 0 } })", false);
    row(R"({ unread = "child.stdout", above = 0 })", false);
    row(R"({ unread = "parent.file", equals = 3 })", true);
    row(R"({ mode = "child.stdout", is = "full" })", true);
    row(R"({ mode = "child.stdout", is = "line" })", false);
    row(R"({ wired = "child.stdout", kind = "pipe" })", true);
    row(R"({ wired = "parent.stdout", kind = "pipe" })", false);
    row(R"({ wired = "parent.stdout", kind = "pty" })", true);
    row(R"({ level = "child.stdout", equals = 0 })", false);
    row(R"({ level = "child.stdout", equals = 4 })", true);
    row(R"({ finding = "deadlock", of = ["parent", "child"] })", true);
    row(R"({ finding = "deadlock", of = ["parent", "nobody"] })", false);
    row(R"({ finding = "zombie" })", false);
    row(R"({ running = "parent" })", true);
    row(R"({ running = "other" })", false);
    row(R"({ waiting = "parent" })", true);
    row(R"({ waiting = "parent", for = "data" })", true);
    row(R"({ waiting = "parent", for = "room" })", false);
    row(R"({ waiting = "parent", in = "read" })", true);
    row(R"({ waiting = "parent", in = "write" })", false);
    row(R"({ waiting = "child" })", false);
    row(R"({ stopped = "child" })", true);
    row(R"({ stopped = "parent" })", false);
    row(R"({ held = "still" })", true);
    row(R"({ held = "still", before = "write" })", true);
    row(R"({ held = "still", before = ["read", "write"], mark = "m" })", true);
    row(R"({ held = "still", before = "read" })", false);
    row(R"({ held = "still", mark = "n" })", false);
    row(R"({ held = "still", before = "close" })", true); // another of its threads
    row(R"({ held = "still", before = "close", mark = "m" })", false);
    row(R"({ held = "child" })", false);
    row(R"({ waiting = "still" })", false);
    row(R"({ zombie = "done" })", true);
    row(R"({ zombie = "parent" })", false);
    row(R"({ exited = "done" })", true);
    row(R"({ exited = "done", code = 3 })", true);
    row(R"({ exited = "done", code = 0 })", false);
    row(R"({ exited = "done", signal = "SIGTERM" })", false);
    row(R"({ exited = "parent" })", false);
    row(R"({ switch = "flush", is = "yes" })", true);
    row(R"({ switch = "flush", is = "no" })", false);
}

void ConditionsTest::ofAState()
{
    QFETCH(QByteArray, toml);
    QFETCH(bool, truth);
    Story story;
    story.tell(12, "process_started", R"("ppid":1,"by":"launch")");
    story.tell(12, "program_executed", R"("path":"/x/done","argv":["./done"])");
    story.tell(12, "process_exited", R"("code":3)");
    story.launch(10, "parent", 1, "pty");
    story.stdio(10, "FILE", 5, "full", 0, 3);
    story.tell(10, "channel_created", R"("channel":2,"kind":"pipe","name":"pipe:[7]")");
    story.tell(11, "process_started", R"("ppid":10,"by":"fork")");
    story.tell(11, "descriptor_opened", R"("fd":1,"channel":2,"access":"w","end":"second")");
    story.tell(11, "program_executed",
        R"("path":"/usr/bin/python3","argv":["/usr/bin/python3","child.py"])");
    story.stdio(11, "stdout", 1, "line", 0);
    story.stdio(11, "sys.stdout", 1, "full", 5);
    story.tell(2, "channel_level", R"("channel":2,"bytes":4,"end":"first")");
    story.tell(11, "process_stopped", R"("signal":"SIGSTOP")");
    story.tell(13, "process_started", R"("ppid":1,"by":"launch")");
    story.tell(13, "program_executed", R"("path":"/x/still","argv":["./still"])");
    story.tell(13, "thread_held", R"("call":"write","mark":"m")");
    story.tell(R"("pid":13,"tid":14,"event":"thread_held","call":"close")");
    story.tell(10, "descriptor_opened", R"("fd":5,"channel":2,"access":"r","end":"first")");
    story.tell(10, "call_entered", R"("call":"read","fd":5,"channel":2)");
    story.tell(0, "finding_began", R"("kind":"deadlock","pids":[10,11],"channels":[2])");
    QCOMPARE(holdsAfter(toml.toStdString(), story), truth);
}

void ConditionsTest::arrivedCountsWhatTheLabRead()
{
    Story story;
    tellDialog(story);
    const EventIndex before = story.log().size() - 1;
    story.moved(10, "bytes_written", 1, 1, "hello\n", "second");
    QVERIFY(!holdsAfter(R"({ arrived = "parent.stdout" })", story));
    story.moved(1, "bytes_read", 20, 1, "hel", "first");
    story.moved(1, "bytes_read", 20, 1, "lo\n", "first");
    QVERIFY(holdsAfter(R"({ arrived = "parent.stdout", equals = 6 })", story));
    QVERIFY(holdsAfter(R"({ arrived = "parent.stdout", text = "hello" })", story, before));
    QVERIFY(!holdsAfter(R"({ arrived = "parent.stdout", text = "bye" })", story));
    QVERIFY(!holdsAfter(R"({ arrived = "child.stdout" })", story));
    // The last read alone, when the step began just before it.
    QVERIFY(
        holdsAfter(R"({ arrived = "parent.stdout", equals = 3 })", story, story.log().size() - 1));
}

void ConditionsTest::arrivedStartsAnewOnAnotherChannel()
{
    Story story;
    tellDialog(story);
    story.moved(1, "bytes_read", 20, 1, "old\n", "first");
    story.tell(11, "process_exited", R"("code":0)");
    story.tell(10, "process_exited", R"("code":0)");
    QVERIFY(holdsAfter(R"({ arrived = "parent.stdout", text = "old" })", story));
    story.launch(20, "parent", 3, "pipe");
    QVERIFY(!holdsAfter(R"({ arrived = "parent.stdout" })", story));
}

void ConditionsTest::arrivedOutlivesTheWriter()
{
    Story story;
    tellDialog(story);
    story.tell(10, "process_exited", R"("code":0)");
    story.moved(1, "bytes_read", 20, 1, "late\n", "first");
    QVERIFY(holdsAfter(R"({ arrived = "parent.stdout", text = "late" })", story));
}

void ConditionsTest::exitedIsSinceTheStepBegan()
{
    Story story;
    tellDialog(story);
    story.tell(11, "process_exited", R"("signal":"SIGTERM")");
    QVERIFY(holdsAfter(R"({ exited = "child", signal = "SIGTERM" })", story));
    QVERIFY(!holdsAfter(R"({ exited = "child", code = 0 })", story));
    story.tell(10, "call_returned", R"("call":"read","result":0,"fd":5)");
    QVERIFY(!holdsAfter(R"({ exited = "child" })", story, story.log().size() - 1));
}

void ConditionsTest::seenCountsEventsOfAStream()
{
    Story story;
    tellDialog(story);
    story.moved(11, "bytes_written", 1, 2, "Fine\n", "second");
    story.moved(10, "bytes_read", 5, 2, "Fine\n", "first");
    story.moved(10, "bytes_read", 5, 2, "", "first");
    QVERIFY(holdsAfter(R"({ seen = "bytes_written", of = "child.stdout", equals = 1 })", story));
    QVERIFY(!holdsAfter(R"({ seen = "bytes_written", of = "child.stdout", equals = 2 })", story));
    QVERIFY(!holdsAfter(R"({ seen = "bytes_written", of = "parent.stdout" })", story));
    QVERIFY(holdsAfter(R"({ seen = "bytes_read", of = "parent.5", count = 0 })", story));
    QVERIFY(holdsAfter(R"({ seen = "bytes_read", by = "parent", equals = 2 })", story));
    QVERIFY(!holdsAfter(R"({ seen = "bytes_read", by = "child" })", story));
    story.tell(10, "signal_sent", R"("to":11,"signal":"SIGUSR1")");
    QVERIFY(holdsAfter(R"({ seen = "signal_sent", signal = "SIGUSR1" })", story));
    QVERIFY(!holdsAfter(R"({ seen = "signal_sent", signal = "SIGUSR2" })", story));
}

void ConditionsTest::theNameMeansTheLivingOne()
{
    Story story;
    tellDialog(story);
    story.tell(11, "process_exited", R"("code":0)");
    story.tell(10, "process_exited", R"("code":0)");
    QVERIFY(!holdsAfter(R"({ running = "parent" })", story));
    story.launch(20, "parent", 3, "pipe");
    QVERIFY(holdsAfter(R"({ running = "parent" })", story));
    QVERIFY(holdsAfter(R"({ wired = "parent.stdout", kind = "pipe" })", story));
}

void ConditionsTest::onceRemembersWhatWasTrueForAMoment()
{
    Story story;
    tellDialog(story);
    story.stdio(11, "sys.stdout", 1, "full", 0);
    QVERIFY(!holdsAfter(R"({ pending = "child.stdout", above = 0 })", story));
    QVERIFY(holdsAfter(R"({ pending = "child.stdout", above = 0, once = true })", story));
    QVERIFY(!holdsAfter(R"({ pending = "child.stdout", above = 9, once = true })", story));
}

void ConditionsTest::nothingIsKnownOfAnEndedProcessesBuffer()
{
    Story story;
    tellDialog(story);
    story.tell(11, "process_exited", R"("signal":"SIGKILL")");
    QVERIFY(!holdsAfter(R"({ pending = "child.stdout", above = 0 })", story));
    QVERIFY(!holdsAfter(R"({ mode = "child.stdout", is = "full" })", story));
}

QTEST_GUILESS_MAIN(ConditionsTest)
#include "conditions_test.moc"
