// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/side_by_side.h"
#include "tests/capture/watched.h"

#include <QDeadlineTimer>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kAWhile = 400; // ms, in which nothing may happen

// All of a run are held from its first call on.
class HeldRun : public Watched {
public:
    explicit HeldRun(std::vector<std::string> argv, CaptureOptions options = {})
        : HeldRun(specOf(std::move(argv)), std::move(options))
    {
    }
    HeldRun(LaunchSpec spec, CaptureOptions options)
        : Watched(std::move(spec), std::move(options))
    {
        capture().hold();
        sees([this](const World& now) { return now.process(pid()); });
    }

    // The call that it stands before; waits until it stands.
    std::optional<CallAhead> ahead(Pid of)
    {
        std::optional<CallAhead> found;
        sees([&](const World& now) {
            const Process* const process = now.process(of);
            const Thread* const next = process ? process->nextHeld() : nullptr;
            found = next ? next->ahead : std::nullopt;
            return next && now.applied == log().size();
        });
        return found;
    }
    Pid child(std::size_t index)
    {
        sees([&](const World&) { return children().size() > index; });
        return children().at(index);
    }
    // Lets it make the call that it stands before.
    void step(Pid of)
    {
        QVERIFY(ahead(of));
        const std::size_t before = all<ThreadReleased>(log(), of).size();
        capture().step(of);
        QVERIFY(sees([&](const World&) { return all<ThreadReleased>(log(), of).size() > before; }));
    }
    void stepUntil(Pid of, Call call)
    {
        for (auto next = ahead(of); next && next->call != call; next = ahead(of))
            step(of);
    }
    bool waitsIn(Pid of, Call call)
    {
        return sees([&](const World& now) {
            const Process* const process = now.process(of);
            return process && process->state() == ProcessState::Waiting
                && process->threads.begin()->second.call->call == call;
        });
    }
};

// Who stands is let go, one call at a time, until all have ended.
void stepThrough(Watched& run)
{
    run.capture().hold();
    const QDeadlineTimer deadline(60'000);
    while (!run.capture().atRest() && !deadline.hasExpired()) {
        for (const auto& [pid, process] : run.world().processes) {
            if (process.nextHeld())
                run.capture().step(pid);
        }
        usleep(500);
    }
}

bool childless()
{
    return waitpid(-1, nullptr, WNOHANG | __WALL) == -1 && errno == ECHILD;
}

} // namespace

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
    void thereIsNoVerdictWhileSomebodyIsHeld();
    void aHeldProcessCanBeKilled();
    void anotherSignalWaitsUntilItIsLetGo();
    void aHeldForkBombStaysBounded();
    void nothingIsLeftOfWhoIsHeld();
    void outputIsTheSame_data();
    void outputIsTheSame();
    void slowedCallsAreApart();
    void whoIsSlowedGoesOnAtOnceAtFullSpeed();
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
        watched.capture().hold();
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
        QCOMPARE(QString::fromStdString(watched({ tracee("held"), "counts" }, run, inOrder)),
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

void HoldingTest::thereIsNoVerdictWhileSomebodyIsHeld()
{
    HeldRun run({ tracee("held"), "asks" });
    run.stepUntil(run.pid(), Call::Write);
    const Pid child = run.child(0);
    run.step(child);
    QVERIFY(run.waitsIn(child, Call::Read));
    QVERIFY(!run.sees([](const World& now) { return !now.findings.empty(); }, kAWhile));
    run.step(run.pid());
    QVERIFY(run.sees([&](const World& now) { return !now.process(child)->alive(); }));
    // It has ended, and its parent is held before it can wait for it: that is nobody's mistake.
    QCOMPARE(run.ahead(run.pid())->call, Call::Wait4);
    QVERIFY(!run.sees([](const World& now) { return !now.findings.empty(); }, kAWhile));
    run.capture().release();
    QVERIFY(run.ends());
    QVERIFY(all<FindingBegan>(run.log()).empty());
}

void HoldingTest::aHeldProcessCanBeKilled()
{
    HeldRun run({ tracee("held"), "asks" });
    run.stepUntil(run.pid(), Call::Write);
    const Pid child = run.child(0);
    QVERIFY(run.ahead(child));
    run.capture().signal(child, SIGKILL);
    QVERIFY(run.sees([&](const World& now) { return !now.process(child)->alive(); }));
    QCOMPARE(run.world().process(child)->ending->signal, SIGKILL);
    QVERIFY(run.ahead(run.pid()));
    run.capture().signal(run.pid(), SIGKILL);
    QVERIFY(run.ends());
    QVERIFY(childless());
}

void HoldingTest::anotherSignalWaitsUntilItIsLetGo()
{
    HeldRun run({ tracee("held"), "asks" });
    QVERIFY(run.ahead(run.pid()));
    run.capture().signal(run.pid(), SIGTERM);
    QVERIFY(!run.sees([&](const World& now) { return !now.process(run.pid())->alive(); }, kAWhile));
    run.capture().step(run.pid());
    QVERIFY(run.ends());
    QCOMPARE(run.world().process(run.pid())->ending->signal, SIGTERM);
}

void HoldingTest::aHeldForkBombStaysBounded()
{
    CaptureOptions options;
    options.mostProcesses = 30;
    HeldRun run({ tracee("greedy") }, options);
    run.step(run.pid()); // its signal(2); fork(2) is no step, but who forks on and on is held
    QVERIFY(run.sees([](const World& now) { return now.processes.size() > 4; }));
    run.capture().killAll();
    QVERIFY(run.ends());
    QVERIFY(childless());
    QVERIFY(run.world().processes.size() < 100);
}

void HoldingTest::nothingIsLeftOfWhoIsHeld()
{
    for (const char* const way : { "asks", "letters", "threaded", "summed" }) {
        HeldRun run({ tracee("held"), way });
        QVERIFY(run.ahead(run.pid()));
        run.step(run.pid());
        QVERIFY(run.ahead(run.pid()));
        run.drop();
        QVERIFY(childless());
        QVERIFY(!lives(run.pid()));
        for (const Pid child : run.children())
            QVERIFY(!lives(child));
    }
}

void HoldingTest::outputIsTheSame_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "summed", "signalled", "threaded", "asks" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void HoldingTest::outputIsTheSame()
{
    QFETCH(QString, way);
    const std::vector<std::string> argv { tracee("held"), way.toStdString() };
    const QString free = QString::fromStdString(alone(argv));
    std::unique_ptr<Watched> run;
    QCOMPARE(QString::fromStdString(watched(argv, run, stepThrough)), free);
    QVERIFY(all<ThreadHeld>(run->log()).size() > 5);
    QVERIFY(all<FindingBegan>(run->log()).empty());
    const auto slowly = [](Watched& watched) { watched.capture().setSlow(10); };
    QCOMPARE(QString::fromStdString(watched(argv, run, slowly)), free);
    QVERIFY(all<ThreadHeld>(run->log()).empty());
}

void HoldingTest::slowedCallsAreApart()
{
    std::unique_ptr<Watched> run;
    const auto slowly = [](Watched& watched) { watched.capture().setSlow(100); };
    watched({ tracee("held"), "asks" }, run, slowly);
    // Of one thread; the calls of two go on side by side.
    const auto closed = all<DescriptorClosed>(run->log(), run->pid());
    const auto written = all<BytesWritten>(run->log(), run->pid());
    QVERIFY(!closed.empty() && !written.empty());
    QVERIFY(written.front().event->at - closed.front().event->at >= 200 * kMillisecond);
    QCOMPARE(run->world().slow, 100U);
    // The child ends long before its slow parent comes to wait for it.
    QVERIFY(all<FindingBegan>(run->log()).empty());
}

void HoldingTest::whoIsSlowedGoesOnAtOnceAtFullSpeed()
{
    Watched run({ tracee("waits"), "tick" });
    run.capture().setSlow(100);
    QVERIFY(run.sees([&](const World& now) { return now.slow == 100; }));
    QVERIFY(
        run.sees([&](const World&) { return all<BytesRead>(run.log(), run.pid()).size() > 2; }));
    run.capture().setSlow(1);
    const std::size_t then = all<BytesRead>(run.log(), run.pid()).size();
    QVERIFY(run.sees(
        [&](const World&) { return all<BytesRead>(run.log(), run.pid()).size() > then + 200; }));
    QCOMPARE(run.world().slow, 1U);
}

CAPTURE_TEST_MAIN(HoldingTest)
#include "holding_test.moc"
