// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

using namespace ipclab;
using namespace ipclab::test;

class ProcessesTest : public QObject {
    Q_OBJECT

private slots:
    void aWaitForAChildReapsIt_data();
    void aWaitForAChildReapsIt();
    void theWayAChildWasMadeIsKnown_data();
    void theWayAChildWasMadeIsKnown();
    void whoWantsNoNewsOfChildrenHasNoZombies_data();
    void whoWantsNoNewsOfChildrenHasNoZombies();
    void aZombieIsAFindingUntilItIsWaitedFor();
    void aBrokenPipeIsAFindingThoughAllEndsAtOnce();
    void anOrphanIsAdoptedByUs();
    void aDaemonIsFollowedToItsEnd();
    void theExitCodeIsKnown();
    void theSignalThatEndedItIsKnown();
    void aCoreDumpIsKnown();
    void threadsComeAndGo();
    void execFromAnotherThreadLeavesOneThread();
    void theFirstThreadMayEndBeforeTheOthers();
    void whoGoesOnWithoutItsFirstThreadIsSeenToWait();
    void whatAProcessHoldsIsSeenWithoutItsFirstThread();
    void itIsSaidWhichThreadMadeAThreadOrAProcess();
    void everyProcessEndsOnceAndIsReapedOnce();
    void whatWasPrintedBeforeAForkIsTheParents();
};

void ProcessesTest::aWaitForAChildReapsIt_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("code");
    QTest::newRow("wait4") << QStringLiteral("wait4") << 7;
    QTest::newRow("waitid") << QStringLiteral("waitid") << 8;
}

void ProcessesTest::aWaitForAChildReapsIt()
{
    QFETCH(QString, way);
    QFETCH(int, code);
    Watched run({ tracee("family"), way.toStdString() });
    QVERIFY(run.ends());
    QCOMPARE(run.children().size(), 1U);
    const Pid child = run.children().front();
    const auto exits = all<ProcessExited>(run.log(), child);
    const auto reaps = all<ProcessReaped>(run.log(), child);
    QCOMPARE(exits.size(), 1U);
    QCOMPARE(exits.front().body->code, std::optional(code));
    QCOMPARE(reaps.size(), 1U);
    // waitid with WNOWAIT, which comes first, reaps nobody.
    for (const auto& one : all<CallEntered>(run.log(), run.pid()))
        QVERIFY(one.index < reaps.front().index);
    QCOMPARE(reaps.front().body->by, run.pid());
    QVERIFY(exits.front().index < reaps.front().index);
    QCOMPARE(run.world().process(child)->state(), ProcessState::Gone);
}

void ProcessesTest::theWayAChildWasMadeIsKnown_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("by");
    QTest::newRow("fork") << QStringLiteral("wait4") << static_cast<int>(StartedBy::Fork);
    QTest::newRow("vfork") << QStringLiteral("vfork") << static_cast<int>(StartedBy::Vfork);
    QTest::newRow("posix_spawn") << QStringLiteral("spawn") << static_cast<int>(StartedBy::Vfork);
}

void ProcessesTest::theWayAChildWasMadeIsKnown()
{
    QFETCH(QString, way);
    QFETCH(int, by);
    Watched run({ tracee("family"), way.toStdString() });
    QVERIFY(run.ends());
    QCOMPARE(run.children().size(), 1U);
    const auto started = all<ProcessStarted>(run.log(), run.children().front());
    QCOMPARE(started.size(), 1U);
    QCOMPARE(static_cast<int>(started.front().body->by), by);
    QCOMPARE(started.front().body->ppid, run.pid());
    const auto executed = all<ProgramExecuted>(run.log(), run.children().front());
    QCOMPARE(executed.size(), by == static_cast<int>(StartedBy::Fork) ? 0U : 1U);
}

void ProcessesTest::whoWantsNoNewsOfChildrenHasNoZombies_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("SIGCHLD ignored") << QStringLiteral("ignore");
    QTest::newRow("SA_NOCLDWAIT") << QStringLiteral("nocldwait");
}

void ProcessesTest::whoWantsNoNewsOfChildrenHasNoZombies()
{
    QFETCH(QString, way);
    Watched run({ tracee("family"), way.toStdString() });
    QVERIFY(run.ends());
    const Pid child = run.children().front();
    const auto exits = all<ProcessExited>(run.log(), child);
    const auto reaps = all<ProcessReaped>(run.log(), child);
    QCOMPARE(reaps.size(), 1U);
    QCOMPARE(reaps.front().body->by, Pid {}); // the kernel did
    QCOMPARE(reaps.front().index, exits.front().index + 1); // it never was a zombie
}

void ProcessesTest::aZombieIsAFindingUntilItIsWaitedFor()
{
    Watched run({ tracee("family"), "zombie" });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Zombie); }));
    const Pid child = run.children().front();
    QCOMPARE(run.world().finding(FindingKind::Zombie)->pids, std::vector { child });
    QCOMPARE(run.world().process(child)->state(), ProcessState::Zombie);
    QVERIFY(run.sees([](const World& world) { return world.findings.empty(); }));
    QVERIFY(run.ends());
    const auto ended = all<FindingEnded>(run.log());
    QCOMPARE(ended.size(), 1U);
    QVERIFY(all<ProcessReaped>(run.log(), child).front().index < ended.front().index);
}

void ProcessesTest::aBrokenPipeIsAFindingThoughAllEndsAtOnce()
{
    Watched run({ "/bin/sh", "-c", "yes | head -n 1" });
    QVERIFY(run.ends());
    const World world = run.world();
    const Finding* const broken = world.finding(FindingKind::BrokenPipe);
    QVERIFY(broken);
    QCOMPARE(world.process(broken->pids.front())->name, std::string("yes"));
    QCOMPARE(world.process(broken->pids.front())->ending->signal, SIGPIPE);
    QCOMPARE(world.channel(broken->channels.front())->kind, ChannelKind::Pipe);
}

void ProcessesTest::anOrphanIsAdoptedByUs()
{
    Watched run({ tracee("family"), "orphan" });
    QVERIFY(run.ends());
    const auto adopted = all<ProcessAdopted>(run.log());
    QVERIFY(!adopted.empty());
    for (const auto& one : adopted)
        QCOMPARE(one.body->parent, Pid { getpid() });
    for (const Pid child : run.children()) {
        QCOMPARE(all<ProcessReaped>(run.log(), child).size(), 1U);
        QVERIFY(!lives(child));
        QVERIFY(::kill(child.value, 0) != 0); // nor is it our zombie
    }
}

void ProcessesTest::aDaemonIsFollowedToItsEnd()
{
    Watched run({ tracee("family"), "daemon" });
    QVERIFY(run.ends());
    QCOMPARE(run.children().size(), 2U);
    const Pid daemon = run.children().back();
    QCOMPARE(all<ProcessAdopted>(run.log(), daemon).size(), 1U);
    const auto exits = all<ProcessExited>(run.log(), daemon);
    QCOMPARE(exits.size(), 1U);
    // It outlives the command.
    QVERIFY(exits.front().index > all<ProcessExited>(run.log(), run.pid()).front().index);
}

void ProcessesTest::theExitCodeIsKnown()
{
    Watched run({ tracee("family"), "none" });
    QVERIFY(run.ends());
    const auto exits = all<ProcessExited>(run.log(), run.pid());
    QCOMPARE(exits.size(), 1U);
    QCOMPARE(exits.front().body->code, std::optional(3));
    QCOMPARE(exits.front().body->signal.value, 0);
}

void ProcessesTest::theSignalThatEndedItIsKnown()
{
    Watched run({ tracee("family"), "raise", std::to_string(SIGTERM) });
    QVERIFY(run.ends());
    const auto exits = all<ProcessExited>(run.log(), run.pid());
    QVERIFY(!exits.front().body->code);
    QCOMPARE(exits.front().body->signal.value, SIGTERM);
    QVERIFY(!exits.front().body->core);
}

void ProcessesTest::aCoreDumpIsKnown()
{
    const QTemporaryDir folder;
    const std::string command = "cd " + folder.path().toStdString() + " && ulimit -c 1; exec "
        + tracee("family") + " abort";
    Watched run({ "/bin/sh", "-c", command });
    QVERIFY(run.ends());
    const auto exits = all<ProcessExited>(run.log(), run.pid());
    QCOMPARE(exits.front().body->signal.value, SIGABRT);
    // Whether there is one is the machine's to say, core(5): as anyone else would hear it.
    const int status = std::system(command.c_str());
    QCOMPARE(exits.front().body->core, WIFSIGNALED(status) && WCOREDUMP(status));
}

void ProcessesTest::threadsComeAndGo()
{
    Watched run({ tracee("threads"), "three" });
    QVERIFY(run.ends());
    QCOMPARE(all<ThreadStarted>(run.log(), run.pid()).size(), 3U);
    QCOMPARE(all<ThreadExited>(run.log(), run.pid()).size(), 3U);
    QVERIFY(run.children().empty());
}

void ProcessesTest::execFromAnotherThreadLeavesOneThread()
{
    Watched run({ tracee("threads"), "exec" });
    QVERIFY(run.ends());
    const auto executed = all<ProgramExecuted>(run.log(), run.pid());
    QCOMPARE(executed.size(), 2U);
    QVERIFY(executed.back().body->path.ends_with("/true"));
    QCOMPARE(executed.back().event->tid, firstThread(run.pid()));
    const auto exits = all<ProcessExited>(run.log(), run.pid());
    QCOMPARE(exits.size(), 1U);
    QCOMPARE(exits.front().body->code, std::optional(0));
}

void ProcessesTest::theFirstThreadMayEndBeforeTheOthers()
{
    Watched run({ tracee("threads"), "leader" });
    QVERIFY(run.ends());
    const auto exits = all<ProcessExited>(run.log(), run.pid());
    QCOMPARE(exits.size(), 1U);
    // The process lives until its last thread has ended.
    QVERIFY(all<ThreadExited>(run.log(), run.pid()).front().index < exits.front().index);
    QCOMPARE(exits.front().body->code, std::optional(0));
}

void ProcessesTest::whoGoesOnWithoutItsFirstThreadIsSeenToWait()
{
    Watched run({ tracee("threads"), "headless" });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    const Process& process = *run.world().process(run.pid());
    QCOMPARE(process.state(), ProcessState::Waiting);
    QCOMPARE(process.threads.size(), 2U);
    QVERIFY(!process.threads.contains(firstThread(run.pid())));
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->tids.size(), 2U);
    run.capture().signal(run.pid(), SIGTERM);
    QVERIFY(run.ends());
    const auto exits = all<ProcessExited>(run.log(), run.pid());
    QCOMPARE(exits.size(), 1U);
    QCOMPARE(exits.front().body->signal.value, SIGTERM);
    QCOMPARE(all<ThreadExited>(run.log(), run.pid()).size(), 3U);
}

void ProcessesTest::whatAProcessHoldsIsSeenWithoutItsFirstThread()
{
    Watched run({ tracee("threads"), "headless-socket" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        const Stream* const stream = process ? process->streamOn(1) : nullptr;
        return stream && stream->pending == 4;
    }));
    constexpr unsigned kThread = O_EXCL; // PIDFD_THREAD, pidfd_open(2)
    if (UniqueFd(static_cast<int>(syscall(SYS_pidfd_open, gettid(), kThread))))
        QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
}

void ProcessesTest::itIsSaidWhichThreadMadeAThreadOrAProcess()
{
    const QString script
        = QStringLiteral("import os, threading\n"
                         "def make():\n"
                         "    if os.fork() == 0: os._exit(0)\n"
                         "    os.wait()\n"
                         "def work():\n"
                         "    inner = threading.Thread(target=make); inner.start(); inner.join()\n"
                         "outer = threading.Thread(target=work); outer.start(); outer.join()\n");
    Watched run({ "/usr/bin/python3", "-c", script.toStdString() });
    QVERIFY(run.ends());
    const auto threads = all<ThreadStarted>(run.log(), run.pid());
    QCOMPARE(threads.size(), 2U);
    QCOMPARE(threads[0].body->byThread, std::optional(firstThread(run.pid())));
    QCOMPARE(threads[1].body->byThread, std::optional(threads[0].event->tid));
    const auto forked = all<ProcessStarted>(run.log(), run.children().front());
    QCOMPARE(forked.front().body->byThread, std::optional(threads[1].event->tid));
}

void ProcessesTest::everyProcessEndsOnceAndIsReapedOnce()
{
    Watched run({ "/bin/sh", "-c",
        "for i in 1 2 3 4 5 6 7 8; do (true | cat | cat) & done; wait; /bin/true; (sleep 0.1 &)" });
    QVERIFY(run.ends());
    QVERIFY(run.children().size() > 30);
    for (const Pid child : run.children()) {
        QCOMPARE(all<ProcessExited>(run.log(), child).size(), 1U);
        QCOMPARE(all<ProcessReaped>(run.log(), child).size(), 1U);
    }
}

// What fork(2) copied is said of who printed it, before there is a child.
void ProcessesTest::whatWasPrintedBeforeAForkIsTheParents()
{
    Watched run({ tracee("family"), "printed" });
    QVERIFY(run.ends());
    const Pid child = run.children().front();
    const auto printed = all<StdioLevel>(run.log(), run.pid());
    QVERIFY(!printed.empty());
    QCOMPARE(printed.front().body->pending, std::uint64_t { 13 });
    QVERIFY(printed.front().index < all<ProcessStarted>(run.log(), child).front().index);
    // The child printed what is behind that.
    const auto more = all<StdioLevel>(run.log(), child);
    QVERIFY(!more.empty());
    QCOMPARE(more.front().body->pending, std::uint64_t { 22 });
}

CAPTURE_TEST_MAIN(ProcessesTest)
#include "processes_test.moc"
