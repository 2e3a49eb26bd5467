// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/server_story.h"

#include <QTest>

using namespace ipclab;
using namespace ipclab::test;

// What has to be so for a time, and which time counts.
class LastingTest : public QObject {
    Q_OBJECT

private slots:
    void whatHasToLastIsTrueOnlyWhenItHasLasted();
    void aBreakBeginsTheTimeAnew();
    void timeInWhichAllAreHeldDoesNotCount();
    void timeInWhichOneIsHeldDoesNotCount();
};

void LastingTest::whatHasToLastIsTrueOnlyWhenItHasLasted()
{
    Story story;
    tellServer(story);
    const std::string open = R"({ open = "server/1.3", lasting = "500ms" })";
    QVERIFY(!holdsAfter(open, story));
    QVERIFY(!holdsAfter(open, story, 0, 300 * kMillisecond));
    QVERIFY(holdsAfter(open, story, 0, 500 * kMillisecond));
    const std::string none = R"({ not = { seen = "bytes_read" }, lasting = "1s" })";
    QVERIFY(!holdsAfter(none, story, 0, 500 * kMillisecond));
    QVERIFY(holdsAfter(none, story, 0, kSecond));
}

void LastingTest::aBreakBeginsTheTimeAnew()
{
    Story story;
    tellServer(story);
    for (int i = 0; i < 60; ++i) // 600 ms
        story.tell(12, "signal_mask_set", R"("blocked":[])");
    const std::string open = R"({ open = "server/1.3", lasting = "500ms" })";
    QVERIFY(holdsAfter(open, story));
    story.tell(11, "descriptor_closed", R"("fd":3)");
    QVERIFY(!holdsAfter(open, story, 0, kSecond));
    story.tell(11, "descriptor_opened", R"("fd":3,"channel":3,"access":"r","end":"first")");
    QVERIFY(!holdsAfter(open, story, 0, 400 * kMillisecond));
    QVERIFY(holdsAfter(open, story, 0, 500 * kMillisecond));
}

void LastingTest::timeInWhichAllAreHeldDoesNotCount()
{
    Story story;
    tellServer(story);
    const std::string none = R"({ not = { seen = "bytes_read" }, lasting = "500ms" })";
    story.tell(1, "user_action", R"("what":"pause")");
    QVERIFY(!holdsAfter(none, story, 0, kSecond));
    story.tell(1, "user_action", R"("what":"resume")");
    QVERIFY(!holdsAfter(none, story, 0, 400 * kMillisecond));
    QVERIFY(holdsAfter(none, story, 0, 500 * kMillisecond));
}

void LastingTest::timeInWhichOneIsHeldDoesNotCount()
{
    Story story;
    tellServer(story);
    const std::string none = R"({ not = { seen = "bytes_read" }, lasting = "500ms" })";
    story.tell(1, "user_action", R"("what":"hold_process","to":10)");
    QVERIFY(!holdsAfter(none, story, 0, kSecond));
    story.tell(1, "user_action", R"("what":"release_process","to":10)");
    QVERIFY(!holdsAfter(none, story, 0, 400 * kMillisecond));
    QVERIFY(holdsAfter(none, story, 0, 500 * kMillisecond));
    // All are held, and then let go one by one: it is not said that all are resumed.
    story.tell(1, "user_action", R"("what":"pause")");
    for (const char* const pid : { "10", "11", "12", "20", "21" })
        story.tell(1, "user_action", std::string(R"("what":"release_process","to":)") + pid);
    QVERIFY(holdsAfter(none, story, 0, 500 * kMillisecond));
}

QTEST_GUILESS_MAIN(LastingTest)
#include "lasting_test.moc"
