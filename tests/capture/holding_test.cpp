// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/held_run.h"
#include "tests/capture/side_by_side.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

// A person holds processes, and lets one call go at a time.
class HoldingTest : public QObject {
    Q_OBJECT

private slots:
    void aHeldProcessStandsBeforeItsCalls();
    void whoIsLetGoFirstIsFirst_data();
    void whoIsLetGoFirstIsFirst();
    void aBlockedCallRunsOnAndItsThreadIsHeldAtTheNext();
    void aCallThatGoesOnAfterASignalIsNotHeldAgain();
    void anUpdateIsLostBetweenTwoMarks_data();
    void anUpdateIsLostBetweenTwoMarks();
    void oneIsHeldAndTheOthersGoOn();
    void whoWasLetGoAloneIsHeldAgainWithAll();
    void whatALinkOfTheProcessLeadsToIsLookedAt_data();
    void whatALinkOfTheProcessLeadsToIsLookedAt();
    void aNamedThreadIsLetGo();
    void whatIsDoneIsRecorded();
};

void HoldingTest::aHeldProcessStandsBeforeItsCalls()
{
    HeldRun run({ tracee("held"), "asks" });
    const auto first = run.ahead(run.pid());
    QVERIFY(first);
    QVERIFY(first->call == Call::Pipe2 || first->call == Call::Pipe);
    QCOMPARE(all<ThreadHeld>(run.log()).size(), std::size_t { 1 }); // not the linker's opens
    run.step(run.pid());
    const Pid child = run.child(0);
    const auto reads = run.ahead(child);
    QCOMPARE(reads->call, Call::Read);
    QCOMPARE(reads->fd, std::optional<int>(3));
    QCOMPARE(reads->requested, std::optional<std::uint64_t>(1));
    QVERIFY(reads->channel.value > 0);
    QVERIFY(all<CallEntered>(run.log(), child).empty()); // it has not made it
    run.stepUntil(run.pid(), Call::Write);
    QCOMPARE(run.ahead(run.pid())->channel, reads->channel);
    run.stepUntil(run.pid(), Call::Wait4);
    QCOMPARE(run.ahead(run.pid())->to, Pid { -1 });
    run.capture().release();
    QVERIFY(run.ends());
    QVERIFY(!run.world().paused);
    QCOMPARE(run.world().process(run.pid())->ending->code, std::optional<int>(0));
}

void HoldingTest::whoIsLetGoFirstIsFirst_data()
{
    QTest::addColumn<int>("first");
    QTest::newRow("a") << 0;
    QTest::newRow("b") << 1;
}

void HoldingTest::whoIsLetGoFirstIsFirst()
{
    QFETCH(int, first);
    std::unique_ptr<Watched> kept;
    HeldRun run({ tracee("held"), "letters" });
    run.stepUntil(run.pid(), Call::Wait4);
    const Pid children[] { run.child(0), run.child(1) };
    for (const Pid child : children)
        QCOMPARE(run.ahead(child)->call, Call::Write);
    const auto index = static_cast<std::size_t>(first);
    run.step(children[index]);
    QVERIFY(run.sees([&](const World& now) { return !now.process(children[index])->alive(); }));
    run.step(children[1 - index]);
    run.capture().release();
    QVERIFY(run.ends());
    const auto written = all<BytesWritten>(run.log());
    QCOMPARE(
        bytesRead(run.log(), written.front().body->channel), std::string(first == 0 ? "ab" : "ba"));
}

void HoldingTest::aBlockedCallRunsOnAndItsThreadIsHeldAtTheNext()
{
    HeldRun run({ tracee("held"), "summed" });
    run.stepUntil(run.pid(), Call::Read);
    run.step(run.pid());
    QVERIFY(run.waitsIn(run.pid(), Call::Read));
    const Pid child = run.child(0);
    run.capture().step(run.pid()); // it does not stand: nothing is owed to it
    run.stepUntil(child, Call::Write);
    run.step(child);
    QCOMPARE(run.ahead(run.pid())->call, Call::Read); // the next one
    QCOMPARE(all<BytesRead>(run.log(), run.pid()).back().body->count, std::uint64_t { 4 });
}

void HoldingTest::aCallThatGoesOnAfterASignalIsNotHeldAgain()
{
    HeldRun run({ tracee("held"), "summed" });
    run.stepUntil(run.pid(), Call::Read);
    run.step(run.pid());
    QVERIFY(run.waitsIn(run.pid(), Call::Read));
    run.capture().signal(run.pid(), SIGWINCH); // is ignored, and wakes a tracee all the same
    QVERIFY(run.sees([&](const World&) { return !all<SignalIgnored>(run.log()).empty(); }));
    const Pid child = run.child(0);
    run.stepUntil(child, Call::Write);
    run.step(child);
    QVERIFY(run.sees([&](const World&) { return !all<BytesRead>(run.log(), run.pid()).empty(); }));
}

void HoldingTest::anUpdateIsLostBetweenTwoMarks_data()
{
    QTest::addColumn<bool>("mixed");
    QTest::newRow("one after the other") << false;
    QTest::newRow("both read before one writes") << true;
}

void HoldingTest::anUpdateIsLostBetweenTwoMarks()
{
    QFETCH(bool, mixed);
    std::unique_ptr<Watched> run;
    const auto inOrder = [mixed](Watched& watched) {
        const auto stands = [&](Pid pid, const char* mark) {
            return watched.sees([&](const World& now) {
                const Process* const process = now.process(pid);
                const Thread* const next = process ? process->nextHeld() : nullptr;
                return next && next->ahead->mark == mark;
            });
        };
        QVERIFY(watched.sees([&](const World& now) { return now.process(watched.pid()); }));
        QVERIFY(stands(watched.pid(), "starts"));
        QVERIFY(watched.sees([&](const World&) { return !watched.children().empty(); }));
        const Pid child = watched.children().front();
        QVERIFY(stands(child, "starts"));
        watched.capture().step(watched.pid());
        QVERIFY(stands(watched.pid(), "has-read"));
        // Now the child reads the old number, or the parent writes the new one.
        watched.capture().step(mixed ? child : watched.pid());
        QVERIFY(mixed ? stands(child, "has-read") : stands(watched.pid(), "has-written"));
        watched.capture().release();
    };
    // Free, its result is a matter of luck; held, it is the same every time.
    for (int round = 0; round < 5; ++round)
        QCOMPARE(
            QString::fromStdString(watched({ tracee("held"), "counts" }, run, holdAll, inOrder)),
            mixed ? QStringLiteral("1\n-> 0") : QStringLiteral("2\n-> 0"));
}

void HoldingTest::oneIsHeldAndTheOthersGoOn()
{
    Watched run({ tracee("waits"), "tick" });
    QVERIFY(run.sees([](const World& world) { return world.applied > 50; }));
    Pid other;
    run.capture().launch(specOf({ tracee("waits"), "tick" }), [](const Result<Pid>&) {});
    QVERIFY(run.sees([&](const World& now) {
        for (const auto& [pid, process] : now.processes) {
            if (!process.self && pid != run.pid())
                other = pid;
        }
        return other.value > 0;
    }));
    run.capture().hold(other);
    QVERIFY(run.sees([&](const World& now) { return now.process(other)->nextHeld(); }));
    QVERIFY(!run.world().paused);
    QVERIFY(run.world().process(other)->held);
    QVERIFY(!run.world().process(run.pid())->held);
    const std::size_t now = all<BytesWritten>(run.log(), run.pid()).size();
    const std::size_t then = all<BytesWritten>(run.log(), other).size();
    QVERIFY(run.sees(
        [&](const World&) { return all<BytesWritten>(run.log(), run.pid()).size() > now + 50; }));
    QCOMPARE(all<BytesWritten>(run.log(), other).size(), then);
    run.capture().release(other);
    QVERIFY(run.sees(
        [&](const World&) { return all<BytesWritten>(run.log(), other).size() > then + 50; }));
}

void HoldingTest::whoWasLetGoAloneIsHeldAgainWithAll()
{
    Watched run({ tracee("waits"), "tick" });
    QVERIFY(run.sees([](const World& world) { return world.applied > 50; }));
    run.capture().hold();
    QVERIFY(run.sees([&](const World& now) { return now.process(run.pid())->nextHeld(); }));
    run.capture().release(run.pid());
    QVERIFY(run.sees([&](const World& now) { return !now.process(run.pid())->held; }));
    run.capture().hold();
    QVERIFY(run.sees([&](const World& now) { return now.process(run.pid())->held; }));
    QVERIFY(run.sees([&](const World& now) { return now.process(run.pid())->nextHeld(); }));
}

void HoldingTest::whatALinkOfTheProcessLeadsToIsLookedAt_data()
{
    QTest::addColumn<bool>("pipe");
    QTest::newRow("a pipe is of interest to others") << true;
    QTest::newRow("a device is not") << false;
}

void HoldingTest::whatALinkOfTheProcessLeadsToIsLookedAt()
{
    QFETCH(bool, pipe);
    int ends[2];
    QCOMPARE(pipe2(ends, O_CLOEXEC), 0);
    const UniqueFd read(ends[0]);
    UniqueFd write(ends[1]);
    LaunchSpec spec = specOf({ tracee("held"), "reopens" });
    if (pipe)
        spec.stdio[1] = std::move(write);
    HeldRun run(std::move(spec), {});
    const auto first = run.ahead(run.pid());
    QVERIFY(first);
    QCOMPARE(first->call == Call::Openat || first->call == Call::Open, pipe);
}

void HoldingTest::aNamedThreadIsLetGo()
{
    HeldRun run({ tracee("held"), "threaded" });
    // The first one makes the others, and stands before its join; they stand at their lock.
    std::vector<Tid> standing;
    for (int i = 0; i < 20 && standing.size() < 4; ++i) {
        run.capture().step(run.pid(), firstThread(run.pid()));
        run.sees(
            [&](const World& now) {
                standing.clear();
                for (const auto& [tid, thread] : now.process(run.pid())->threads) {
                    if (thread.ahead)
                        standing.push_back(tid);
                }
                return standing.size() == 4;
            },
            100);
    }
    QCOMPARE(standing.size(), std::size_t { 4 });
    for (const Tid one : { standing[3], standing[1], standing[2] }) {
        const std::size_t before = all<ThreadReleased>(run.log()).size();
        run.capture().step(run.pid(), one);
        QVERIFY(
            run.sees([&](const World&) { return all<ThreadReleased>(run.log()).size() > before; }));
        QCOMPARE(all<ThreadReleased>(run.log()).back().event->tid, one);
    }
}

void HoldingTest::whatIsDoneIsRecorded()
{
    HeldRun run({ tracee("held"), "asks" });
    QVERIFY(run.ahead(run.pid()));
    run.step(run.pid());
    run.capture().hold(); // is so already
    run.capture().release(run.pid());
    run.capture().hold(run.pid());
    run.capture().hold(Pid { 1 }); // never a process that is not ours
    run.capture().setSlow(100);
    run.capture().release();
    QVERIFY(run.ends());
    QStringList said;
    for (const auto& one : all<UserAction>(run.log())) {
        const Pid to = one.body->to.value_or(Pid {});
        QVERIFY(!to || to == run.pid());
        said += QString::fromStdString(std::string(one.body->what));
    }
    QCOMPARE(said.join(QLatin1Char(' ')),
        QStringLiteral("pause step_call release_process hold_process slow resume"));
}

CAPTURE_TEST_MAIN(HoldingTest)
#include "holding_test.moc"
