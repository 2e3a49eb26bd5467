// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/orphaned_group.h"
#include "tests/capture/watched.h"

#include <QProcess>

#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::uint64_t bit(int signal)
{
    return std::uint64_t { 1 } << (signal - 1);
}

// The returns of one call of one process, as "errno or 0".
std::vector<int> returns(const EventLog& log, Pid of, Call call)
{
    std::vector<int> found;
    for (const auto& one : all<CallReturned>(log, of)) {
        if (one.body->call == call)
            found.push_back(one.body->error.value);
    }
    return found;
}

std::size_t entries(const EventLog& log, Pid of, Call call)
{
    std::size_t count = 0;
    for (const auto& one : all<CallEntered>(log, of))
        count += one.body->call == call ? 1 : 0;
    return count;
}

} // namespace

class SignalsTest : public QObject {
    Q_OBJECT

private slots:
    void aHandlerEndsAReadWithEintr();
    void aRestartedReadIsOneCall();
    void aHandlersOwnCallsDoNotEndTheCallThatGoesOn();
    void aSignalThatACallTakesIsPendingNoMore_data();
    void aSignalThatACallTakesIsPendingNoMore();
    void aBlockedSignalIsPendingUntilDropped();
    void anIgnoredSignalIsSaidToBe();
    void anAlarmEndsAPauseAndNobodySentIt();
    void aProcessThatStopsItselfWaitsForSigcont();
    void eachSignalHasItsOwnReceiver();
    void aSignalQueuedToAThreadIsToldOnce();
    void ourOwnSignalsAreOurs();
    void aStoppedProcessHearsSigtermToo();
    void whoIsContinuedHadStoppedBefore();
    void howManySignalsOneStandsForIsSaid();
    void aSignalOfAStrangerSaysWhoSentIt();
    void aKeyOfTheTerminalIsSaidToBeOne();
    void aStopSignalPassesWhereNobodyCouldContinueItsReceiver();
    void whetherStopSignalsPassIsKnownBeforeOneComes();
    void aStopSignalStopsWhomAShellCouldContinue();
    void whoKillsItselfIsSaidToHaveSentTheSignal_data();
    void whoKillsItselfIsSaidToHaveSentTheSignal();
};

void SignalsTest::aHandlerEndsAReadWithEintr()
{
    Watched run({ tracee("signals"), "interrupt" });
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(2));
    const std::vector<int> reads = returns(run.log(), run.pid(), Call::Read);
    QCOMPARE(std::ranges::count(reads, EINTR), 1);
    const auto sent = all<SignalSent>(run.log());
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(sent.front().event->pid, run.children().front());
    QCOMPARE(sent.front().body->to, run.pid());
    const auto delivered = all<SignalDelivered>(run.log(), run.pid());
    QCOMPARE(delivered.front().body->signal.value, SIGUSR1);
    QCOMPARE(delivered.front().body->action, SignalAction::Handler);
    QVERIFY(sent.front().index < delivered.front().index);
    QVERIFY(!delivered.front().body->origin.from); // signal_sent has said it
}

void SignalsTest::aRestartedReadIsOneCall()
{
    Watched run({ tracee("signals"), "restart" });
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(1));
    QCOMPARE(std::ranges::count(returns(run.log(), run.pid(), Call::Read), EINTR), 0);
    // Entered once, though the kernel entered it twice. (The dynamic linker reads files only.)
    QCOMPARE(entries(run.log(), run.pid(), Call::Read), 1U);
}

void SignalsTest::aHandlersOwnCallsDoNotEndTheCallThatGoesOn()
{
    Watched run({ tracee("signals"), "restart-after-calls" });
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(1));
    QCOMPARE(std::ranges::count(returns(run.log(), run.pid(), Call::Read), EINTR), 0);
    QCOMPARE(entries(run.log(), run.pid(), Call::Read), 2U); // again, when the handler is done
}

void SignalsTest::aSignalThatACallTakesIsPendingNoMore_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<std::size_t>("sent");
    QTest::newRow("sigtimedwait") << QStringLiteral("sigtimedwait") << std::size_t { 5 };
    QTest::newRow("signalfd") << QStringLiteral("signalfd") << std::size_t { 5 };
    QTest::newRow("sigwait") << QStringLiteral("sigwait") << std::size_t { 1 };
}

void SignalsTest::aSignalThatACallTakesIsPendingNoMore()
{
    QFETCH(QString, way);
    QFETCH(std::size_t, sent);
    Watched run({ tracee("signals"), way.toStdString() });
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(0));
    const auto sends = all<SignalSent>(run.log());
    const auto taken = all<SignalDelivered>(run.log(), run.pid());
    QCOMPARE(sends.size(), sent);
    QVERIFY(!taken.empty());
    QCOMPARE(taken.front().body->signal.value, SIGUSR1);
    QCOMPARE(taken.front().body->action, SignalAction::Taken);
    QVERIFY(sends.back().index < taken.front().index);
    World world;
    for (EventIndex i = 0; i <= taken.front().index; ++i)
        apply(world, run.log()[i]);
    QCOMPARE(world.process(run.pid())->pending & bit(SIGUSR1), 0U);
}

void SignalsTest::aBlockedSignalIsPendingUntilDropped()
{
    Watched run({ tracee("signals"), "blocked" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && (process->pending & bit(SIGUSR2)) != 0 && !process->threads.empty()
            && (process->threads.begin()->second.blocked & bit(SIGUSR2)) != 0;
    }));
    QVERIFY(run.ends());
    QVERIFY(all<SignalDelivered>(run.log(), run.pid()).empty());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(0));
}

void SignalsTest::anIgnoredSignalIsSaidToBe()
{
    Watched run({ tracee("signals"), "ignored" });
    QVERIFY(run.ends());
    const auto ignored = all<SignalIgnored>(run.log(), run.pid());
    QCOMPARE(ignored.size(), 1U);
    QCOMPARE(ignored.front().body->signal.value, SIGUSR1);
    const auto sent = all<SignalSent>(run.log(), run.pid());
    QCOMPARE(sent.size(), 1U);
    QVERIFY(sent.front().index < ignored.front().index);
}

void SignalsTest::anAlarmEndsAPauseAndNobodySentIt()
{
    Watched run({ tracee("signals"), "alarm" });
    QVERIFY(run.ends());
    QVERIFY(all<SignalSent>(run.log()).empty());
    QCOMPARE(returns(run.log(), run.pid(), Call::Pause), (std::vector { EINTR }));
    const auto* const delivered = all<SignalDelivered>(run.log(), run.pid()).front().body;
    QCOMPARE(delivered->signal.value, SIGALRM);
    QCOMPARE(delivered->origin.by, std::optional(SignalSource::Kernel));
}

void SignalsTest::aProcessThatStopsItselfWaitsForSigcont()
{
    Watched run({ tracee("signals"), "stop" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && process->stoppedBy == SIGSTOP;
    }));
    run.capture().signal(run.pid(), SIGCONT);
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessContinued>(run.log(), run.pid()).size(), 1U);
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(9));
}

void SignalsTest::eachSignalHasItsOwnReceiver()
{
    for (int round = 0; round < 20; ++round) {
        Watched run({ tracee("signals"), "both" });
        QVERIFY(run.ends());
        const auto sent = all<SignalSent>(run.log(), run.pid());
        QCOMPARE(sent.size(), 2U);
        const std::vector<Pid> children = run.children();
        QCOMPARE(sent[0].body->to, children[0]);
        QCOMPARE(sent[0].body->signal.value, SIGTERM);
        QCOMPARE(sent[1].body->to, children[1]);
        QCOMPARE(sent[1].body->signal.value, SIGINT);
    }
}

void SignalsTest::aSignalQueuedToAThreadIsToldOnce()
{
    Watched run({ tracee("signals"), "queued" });
    QVERIFY(run.ends());
    const auto sent = all<SignalSent>(run.log());
    QCOMPARE(sent.size(), 1U);
    QCOMPARE(sent.front().event->pid, run.pid());
    QCOMPARE(sent.front().body->to, run.pid());
    QCOMPARE(sent.front().body->signal.value, SIGUSR1);
    QVERIFY(sent.front().index < all<SignalDelivered>(run.log()).front().index);
}

void SignalsTest::ourOwnSignalsAreOurs()
{
    Watched run({ tracee("signals"), "stubborn" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && process->actions[SIGTERM] == SignalAction::Ignore
            && process->state() == ProcessState::Waiting;
    }));
    run.capture().signal(run.pid(), SIGTERM);
    QVERIFY(run.sees([&](const World&) { return !all<SignalIgnored>(run.log()).empty(); }));
    run.capture().signal(run.pid(), SIGKILL);
    QVERIFY(run.ends());
    const auto sent = all<SignalSent>(run.log(), Pid { getpid() });
    QCOMPARE(sent.size(), 2U);
    QCOMPARE(all<UserAction>(run.log()).size(), 2U);
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->signal.value, SIGKILL);
}

void SignalsTest::aStoppedProcessHearsSigtermToo()
{
    Watched run({ tracee("signals"), "stopped" });
    QVERIFY(run.sees([&](const World& world) {
        return std::ranges::any_of(
            world.processes, [](const auto& entry) { return entry.second.stoppedBy == SIGSTOP; });
    }));
    run.capture().terminateAll();
    QVERIFY(run.ends());
    for (const auto& one : all<ProcessExited>(run.log()))
        QCOMPARE(one.body->signal.value, SIGTERM);
}

void SignalsTest::whoIsContinuedHadStoppedBefore()
{
    Watched run({ tracee("signals"), "continued" });
    QVERIFY(run.ends());
    const std::vector<Pid> children = run.children();
    QCOMPARE(children.size(), 20U);
    for (const Pid child : children) {
        const auto stopped = all<ProcessStopped>(run.log(), child);
        const auto continued = all<ProcessContinued>(run.log(), child);
        QCOMPARE(stopped.size(), 1U);
        QCOMPARE(continued.size(), 1U);
        EventIndex sent = 0;
        for (const auto& one : all<SignalSent>(run.log(), run.pid()))
            sent = one.body->to == child ? one.index : sent;
        QVERIFY(stopped.front().index < sent);
        QVERIFY(sent < continued.front().index);
    }
    // Nor does wait(2) return for a stop that has not been told of.
    EventIndex returned = 0;
    for (const auto& one : all<CallReturned>(run.log(), run.pid())) {
        if (one.body->call == Call::Wait4 && one.body->result == children.front().value
            && returned == 0)
            returned = one.index;
    }
    QVERIFY(all<ProcessStopped>(run.log(), children.front()).front().index < returned);
}

void SignalsTest::howManySignalsOneStandsForIsSaid()
{
    Watched run({ tracee("signals"), "merged" });
    QVERIFY(run.ends());
    std::vector<std::uint32_t> merged;
    for (const auto& one : all<SignalDelivered>(run.log(), run.pid()))
        merged.push_back(one.body->merged.value_or(0));
    QCOMPARE(merged, (std::vector<std::uint32_t> { 2, 0, 0 }));
}

void SignalsTest::aSignalOfAStrangerSaysWhoSentIt()
{
    Watched run({ tracee("signals"), "stubborn" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && process->actions[SIGTERM] == SignalAction::Ignore
            && process->state() == ProcessState::Waiting;
    }));
    QProcess stranger; // which stays until its stdin is closed: so its name can be told
    stranger.start(QStringLiteral("/bin/sh"),
        { QStringLiteral("-c"),
            QStringLiteral("kill -TERM %1; read x; kill -USR1 %1; read x").arg(run.pid().value) });
    QVERIFY(stranger.waitForStarted());
    const Pid sender { static_cast<std::int32_t>(stranger.processId()) };
    QVERIFY(run.sees( // of two that are pending the lower number comes first
        [&](const World&) { return !all<SignalIgnored>(run.log(), run.pid()).empty(); }));
    QVERIFY(stranger.write("\n") == 1 && stranger.waitForBytesWritten());
    QVERIFY(run.ends());
    stranger.closeWriteChannel();
    QVERIFY(stranger.waitForFinished());
    const auto passed = all<SignalIgnored>(run.log(), run.pid());
    QCOMPARE(passed.size(), 1U);
    QCOMPARE(passed.front().body->origin.from, std::optional(sender));
    QCOMPARE(passed.front().body->origin.name, std::string_view("sh"));
    const auto taken = all<SignalDelivered>(run.log(), run.pid());
    QCOMPARE(taken.size(), 1U);
    QCOMPARE(taken.front().body->origin.from, std::optional(sender));
    QVERIFY(!taken.front().body->origin.by);
}

void SignalsTest::aKeyOfTheTerminalIsSaidToBeOne()
{
    Watched run({ "/usr/bin/python3", "-c",
        "import os, pty, time\n"
        "pid, keys = pty.fork()\n"
        "if pid == 0:\n"
        "    try:\n"
        "        os.write(1, b'x')\n"
        "        while True: time.sleep(0.01)\n" // it may come before a sleep begins
        "    except KeyboardInterrupt: os._exit(0)\n"
        "os.read(keys, 1); os.write(keys, b'\\x03'); os.waitpid(pid, 0)\n" });
    QVERIFY(run.ends());
    std::vector<const SignalOrigin*> origins;
    for (const auto& one : all<SignalDelivered>(run.log(), run.children().front())) {
        if (one.body->signal.value == SIGINT)
            origins.push_back(&one.body->origin);
    }
    QCOMPARE(origins.size(), 1U);
    QCOMPARE(origins.front()->by, std::optional(SignalSource::Terminal));
    QVERIFY(!origins.front()->from);
}

void SignalsTest::aStopSignalPassesWhereNobodyCouldContinueItsReceiver()
{
    Watched run({ tracee("signals"), "unminded" });
    QVERIFY(run.ends());
    const Pid child = run.children().front();
    QVERIFY(all<ProcessStopped>(run.log(), child).empty());
    QVERIFY(all<SignalDelivered>(run.log(), child).empty());
    std::vector<int> passed;
    for (const auto& one : all<SignalIgnored>(run.log(), child))
        passed.push_back(one.body->signal.value);
    QCOMPARE(passed, (std::vector { SIGTSTP, SIGTTIN, SIGTTOU }));
    QCOMPARE(run.world().process(child)->pending, 0U);
    QVERIFY(run.world().process(child)->inOrphanedGroup);
    QCOMPARE(all<ProcessExited>(run.log(), child).front().body->code, std::optional(7));
}

void SignalsTest::whetherStopSignalsPassIsKnownBeforeOneComes()
{
    Watched run({ "/usr/bin/python3", "-c",
        "import os, time\n"
        "if os.fork() == 0:\n" // as a shell with job control begins a job
        "    os.setpgid(0, 0); os.execvp('sleep', ['sleep', '1000'])\n"
        "if os.fork() == 0:\n"
        "    os.execvp('sleep', ['sleep', '1001'])\n"
        "if os.fork() == 0:\n"
        "    time.sleep(1002)\n"
        "time.sleep(1003)\n" });
    const auto sleeping = [](const World& world, const char* seconds) {
        const auto found = std::ranges::find_if(world.processes, [&](const auto& entry) {
            return entry.second.argv == std::vector<std::string> { "sleep", seconds };
        });
        return found == world.processes.end() ? nullptr : &found->second;
    };
    QVERIFY(run.sees([&](const World& world) {
        return world.processes.size() == 5 && sleeping(world, "1000") && sleeping(world, "1001");
    }));
    const World world = run.world();
    for (const auto& [pid, process] : world.processes) {
        if (!process.self)
            QCOMPARE(process.inOrphanedGroup, isInOrphanedGroup(pid));
    }
    QVERIFY(!sleeping(world, "1000")->inOrphanedGroup);
    QVERIFY(sleeping(world, "1001")->inOrphanedGroup);
    run.capture().killAll();
    QVERIFY(run.ends());
}

void SignalsTest::aStopSignalStopsWhomAShellCouldContinue()
{
    Watched run({ tracee("signals"), "minded" });
    QVERIFY(run.ends());
    const Pid child = run.children().front();
    QCOMPARE(all<ProcessStopped>(run.log(), child).size(), 1U);
    QCOMPARE(all<SignalDelivered>(run.log(), child).front().body->signal.value, SIGTSTP);
    QVERIFY(!run.world().process(child)->inOrphanedGroup); // though its maker is
    for (const auto& one : all<SignalIgnored>(run.log(), child))
        QCOMPARE(one.body->signal.value, SIGCONT);
}

void SignalsTest::whoKillsItselfIsSaidToHaveSentTheSignal_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<std::size_t>("killed");
    QTest::newRow("kill") << QStringLiteral("kill-itself") << std::size_t { 1 };
    QTest::newRow("raise") << QStringLiteral("raise-kill") << std::size_t { 1 };
    QTest::newRow("its group") << QStringLiteral("kill-group") << std::size_t { 2 };
}

void SignalsTest::whoKillsItselfIsSaidToHaveSentTheSignal()
{
    QFETCH(QString, way);
    QFETCH(std::size_t, killed);
    Watched run({ tracee("signals"), way.toStdString() });
    QVERIFY(run.ends());
    const auto sent = all<SignalSent>(run.log(), run.pid());
    QCOMPARE(sent.size(), killed);
    QCOMPARE(all<SignalSent>(run.log()).size(), killed);
    for (const auto& one : sent) {
        const auto ended = all<ProcessExited>(run.log(), one.body->to);
        QCOMPARE(ended.size(), 1U);
        QCOMPARE(ended.front().body->signal.value, SIGKILL);
        QVERIFY(one.index < ended.front().index);
    }
}

CAPTURE_TEST_MAIN(SignalsTest)
#include "signals_test.moc"
