// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::optional<CallEntered> entered(const EventLog& log, Pid of, std::initializer_list<Call> calls)
{
    for (const auto& one : all<CallEntered>(log, of)) {
        if (std::ranges::find(calls, one.body->call) != calls.end())
            return *one.body;
    }
    return std::nullopt;
}

} // namespace

class WaitsTest : public QObject {
    Q_OBJECT

private slots:
    void aSleepSaysHowLong();
    void aPollSaysWhatForAndHowLong();
    void aJoinWaitsForAThread();
    void aWaitForAChildSaysForWhom();
    void whoFlushesAWhileAfterItPrintsKeepsNothingBack_data();
    void whoFlushesAWhileAfterItPrintsKeepsNothingBack();
    void whoWaitsForAProcessorKeepsNothingBack();
    void whoPrintsOftenAndNeverFlushesKeepsAllBack();
};

void WaitsTest::aSleepSaysHowLong()
{
    Watched run({ tracee("waits"), "sleep" });
    QVERIFY(run.ends());
    const auto call = entered(run.log(), run.pid(), { Call::Nanosleep, Call::ClockNanosleep });
    QVERIFY(call);
    QCOMPARE(call->timeout, std::optional(150 * kMillisecond));
}

void WaitsTest::aPollSaysWhatForAndHowLong()
{
    Watched run({ tracee("waits"), "poll" });
    QVERIFY(run.ends());
    bool seen = false;
    for (const auto& one : all<CallEntered>(run.log(), run.pid())) {
        if (one.body->call != Call::Poll && one.body->call != Call::Ppoll)
            continue;
        seen = true;
        QCOMPARE(
            std::vector<int>(one.body->fds.begin(), one.body->fds.end()), (std::vector { 3, 0 }));
        QCOMPARE(one.body->timeout, std::optional(150 * kMillisecond));
    }
    QVERIFY(seen);
}

void WaitsTest::aJoinWaitsForAThread()
{
    Watched run({ tracee("threads"), "leader" });
    QVERIFY(run.ends());
    Watched joins({ tracee("threads"), "three" });
    QVERIFY(joins.ends());
    for (const auto& one : all<CallEntered>(joins.log(), joins.pid()))
        QVERIFY(one.body->call != Call::Futex || !one.body->timeout);
}

void WaitsTest::aWaitForAChildSaysForWhom()
{
    Watched run({ tracee("family"), "wait4" });
    QVERIFY(run.ends());
    const auto call = entered(run.log(), run.pid(), { Call::Wait4 });
    QVERIFY(call);
    QCOMPARE(call->child, std::optional(run.children().front()));
}

void WaitsTest::whoFlushesAWhileAfterItPrintsKeepsNothingBack_data()
{
    QTest::addColumn<unsigned>("slow");
    QTest::newRow("at full speed") << 1U;
    QTest::newRow("slowed") << 10U;
}

void WaitsTest::whoFlushesAWhileAfterItPrintsKeepsNothingBack()
{
    QFETCH(unsigned, slow);
    Watched run(specOf({ tracee("waits"), "flushes" }), {}, {},
        [&](Capture& capture) { capture.setSlow(slow); });
    QVERIFY(run.ends());
    QVERIFY(all<StdioLevel>(run.log(), run.pid()).size() >= 8); // it was seen to keep something
    QVERIFY(!run.sawFinding(FindingKind::StdioStuck));
}

void WaitsTest::whoWaitsForAProcessorKeepsNothingBack()
{
    Watched run({ tracee("waits"), "crowded" });
    QVERIFY(run.ends());
    QVERIFY(!all<StdioLevel>(run.log(), run.pid()).empty());
    QVERIFY(!run.sawFinding(FindingKind::StdioStuck));
}

void WaitsTest::whoPrintsOftenAndNeverFlushesKeepsAllBack()
{
    Watched run({ tracee("waits"), "keeps" });
    QVERIFY(run.ends());
    QVERIFY(run.sawFinding(FindingKind::StdioStuck));
}

CAPTURE_TEST_MAIN(WaitsTest)
#include "waits_test.moc"
