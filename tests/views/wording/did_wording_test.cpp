// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/action_wording.h"

#include <QTest>

namespace ipclab {

namespace {

struct Case {
    UserAction did;
    const char* words;
};

const Case kCases[] = {
    { { "run", {}, {} }, "You run it" },
    { { "start", "second", {} }, "You start second beside it" },
    { { "stop", {}, {} }, "You end all" },
    { { "type", "hello\n", {} }, "You type “hello⏎”" },
    { { "type", "%2 and %1", {} }, "You type “%2 and %1”" },
    { { "close", "child", {} }, "You close the input of child" },
    { { "read", {}, {} }, "You let IPC Lab read again" },
    { { "stop_reading", {}, {} }, "You stop IPC Lab's reading" },
    { { "pause", {}, {} }, "You hold all" },
    { { "resume", {}, {} }, "You let all go on" },
    { { "switch", "flush=yes", {} }, "You set flush=yes" },
    { { "slow", "100", {} }, "You slow it down: 1/100" },
    { { "slow", "1", {} }, "You let it run as fast as it can" },
    { { "hold_process", {}, Pid { 10 } }, "You hold writer" },
    { { "release_process", {}, Pid { 10 } }, "You release writer" },
    { { "step_call", {}, Pid { 10 } }, "You let writer make its call" },
    { { "step_call", {}, Pid { 99 } }, "You let 99 make its call" },
    // Ids are the lab's own, and no words.
    { { "step", "run-it-once", {} }, "A step of the guide is done" },
    { { "predict", "run-it-once=b", {} }, "You make a prediction" },
    // What other events say, what is of the window alone, and what is not known.
    { { "signal", "SIGTERM", Pid { 10 } }, "" },
    { { "bookmark", "here", {}, 3 }, "" },
    { { "dance", {}, {} }, "" },
};

} // namespace

// What a person did, as the rows of a run tell it.
class DidWordingTest : public QObject {
    Q_OBJECT

private slots:
    void whatThePersonDidIsSaid()
    {
        Story story;
        story.launch(10, 1, { "writer" });
        for (const Case& one : kCases)
            QCOMPARE(didWords(story.world, one.did), QString::fromUtf8(one.words));
    }

    void ofTwoWithOneNameThePidSaysWhich()
    {
        Story story;
        story.launch(10, 1, { "writer" });
        const UserAction did { "hold_process", {}, Pid { 10 } };
        QCOMPARE(didWords(story.world, did), QStringLiteral("You hold writer"));
        story.launch(11, 10, { "writer" });
        QCOMPARE(didWords(story.world, did), QStringLiteral("You hold writer 10"));
        QCOMPARE(didWords(story.world, { "step_call", {}, Pid { 11 } }),
            QStringLiteral("You let writer 11 make its call"));
        // Also when one of them has ended: it was not sure then which.
        story.tell(11, ProcessExited { 0, {}, false });
        QCOMPARE(didWords(story.world, did), QStringLiteral("You hold writer 10"));
    }

    void aLongTextIsCut()
    {
        const std::string text(100'000, 'x');
        QVERIFY(didWords({}, UserAction { "type", text, {} }).size() < 300);
    }
};

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::DidWordingTest)
#include "did_wording_test.moc"
