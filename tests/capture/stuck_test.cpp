// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analyst.h"
#include "tests/capture/watched.h"

#include <QElapsedTimer>
#include <QTemporaryFile>

#include <semaphore.h>
#include <sys/file.h>
#include <sys/mman.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

// Whether it waits in the call, for at least some ticks of the capture's clock.
bool waitsIn(const World& world, Pid pid, Call call)
{
    const Process* const process = world.process(pid);
    return process && std::ranges::any_of(process->threads, [call](const auto& entry) {
        return entry.second.call && entry.second.call->call == call;
    });
}

} // namespace

// Waits on descriptors, children and files: each as a deadlock, and where somebody can end it.
class StuckTest : public QObject {
    Q_OBJECT

private slots:
    void aDeadlockIsFound_data();
    void aDeadlockIsFound();
    void whoCanStillBeWokenIsNoDeadlock_data() { aDeadlockIsFound_data(); }
    void whoCanStillBeWokenIsNoDeadlock();
    void aLockHeldByAStrangerIsNoDeadlock();
    void aSemaphoreWithANameIsOpenToStrangers();
    void aStrangerThatHasTheMemoryCanWake();
    void whoUsesIoUringIsOpaque();
    void anEventfdThatTheKernelMaySignalIsNoDeadlock_data();
    void anEventfdThatTheKernelMaySignalIsNoDeadlock();
    void aWaitForTheKernelsOwnWorkIsNoDeadlock_data();
    void aWaitForTheKernelsOwnWorkIsNoDeadlock();
    void whatWasSentToWhoeverHasNotAcceptedIsInTheSocket();
    void aFileLockNamesItsOwner();
    void anEpollWaitSaysWhatIsInItsSet();
    void aFifoThatIsOpenedIsNamed();
    void aSetOfSemaphoresIsNamed();
    void theVerdictComesWithinATenthOfASecond_data();
    void theVerdictComesWithinATenthOfASecond();
    void looksTakeAFifthOfTheTimeAtMost_data();
    void looksTakeAFifthOfTheTimeAtMost();
    void whatIsSuspectedIsLookedAtAgainSoon();
};

void StuckTest::aDeadlockIsFound_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("processes");
    const auto row = [](const char* way, int processes) {
        QTest::newRow(way) << QString::fromLatin1(way) << processes;
    };
    row("epoll", 2);
    row("epoll-added", 1);
    row("epoll-timer", 1);
    row("eventfd", 1);
    row("pidfd", 2);
    row("group", 2);
    row("vfork", 2);
    row("flock", 2);
    row("ofd", 2);
    row("posix", 2);
    row("socket-limit", 1);
    row("splice-limit", 1);
    row("in-flight", 1);
    row("child-signal", 2);
    row("own-signal", 2);
    row("shutdown", 1);
    row("own-table", 2);
    row("cancel", 1);
    row("cancel-owner", 2);
    row("full-sockets", 2);
    row("full-terminal", 2);
    row("full-master", 2);
    row("full-datagrams", 2);
    row("polled-datagrams", 2);
    row("full-connection", 2);
    row("full-unaccepted", 2);
    row("unlinked-semaphore", 2);
    row("alarm", 1);
    row("interval", 1);
    row("timer", 1);
    row("timer-over", 1);
}

void StuckTest::aDeadlockIsFound()
{
    QFETCH(QString, way);
    QFETCH(int, processes);
    Watched run({ tracee("stuck"), way.toStdString() });
    QVERIFY(run.sees(inDeadlock));
    std::vector<Pid> pids { run.pid() };
    if (processes == 2)
        pids.push_back(run.children().front());
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids, pids);
}

void StuckTest::whoCanStillBeWokenIsNoDeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("stuck"), way.toStdString(), "live" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void StuckTest::aLockHeldByAStrangerIsNoDeadlock()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(flock(file.handle(), LOCK_EX) == 0);
    Watched run({ tracee("stuck"), "lock-of", file.fileName().toStdString() });
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Flock); }));
    QVERIFY(!run.sees(inDeadlock, 500));
    const auto locks = all<LockWaiting>(run.log(), run.pid());
    QCOMPARE(locks.size(), 1U);
    QVERIFY(locks.front().body->outside);
    QCOMPARE(locks.front().body->lock, std::optional(LockKind::File));
    QVERIFY(flock(file.handle(), LOCK_UN) == 0);
    QVERIFY(run.ends());
}

void StuckTest::aSemaphoreWithANameIsOpenToStrangers()
{
    Watched run({ tracee("stuck"), "named-semaphore" });
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Futex); }));
    QVERIFY(!run.sees(inDeadlock, 500));
    QVERIFY(all<LockWaiting>(run.log(), run.pid()).front().body->outside);
    QVERIFY(sem_unlink(("/ipclab-test-" + std::to_string(run.pid().value)).c_str()) == 0);
}

void StuckTest::aStrangerThatHasTheMemoryCanWake()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(file.resize(sizeof(sem_t)));
    void* const memory
        = mmap(nullptr, sizeof(sem_t), PROT_READ | PROT_WRITE, MAP_SHARED, file.handle(), 0);
    QVERIFY(memory != MAP_FAILED);
    auto* const semaphore = static_cast<sem_t*>(memory);
    QVERIFY(sem_init(semaphore, 1, 0) == 0);
    Watched run({ tracee("stuck"), "semaphore-in", file.fileName().toStdString() });
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Futex); }));
    QVERIFY(unlink(file.fileName().toLocal8Bit().constData()) == 0);
    file.close(); // we have it mapped still
    QVERIFY(!run.sees(inDeadlock, 700));
    QVERIFY(sem_post(semaphore) == 0);
    QVERIFY(run.ends());
    munmap(memory, sizeof(sem_t));
}

void StuckTest::whoUsesIoUringIsOpaque()
{
    Watched run({ tracee("stuck"), "ring" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && (process->ending || waitsIn(world, run.pid(), Call::Read));
    }));
    if (run.world().process(run.pid())->ending)
        QSKIP("this kernel has no io_uring for us");
    QVERIFY(!run.sees(inDeadlock, 500));
}

void StuckTest::anEventfdThatTheKernelMaySignalIsNoDeadlock_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("io_submit") << QStringLiteral("aio-eventfd");
    QTest::newRow("another's io_uring") << QStringLiteral("ring-eventfd");
}

void StuckTest::anEventfdThatTheKernelMaySignalIsNoDeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("stuck"), way.toStdString() });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && (process->ending || waitsIn(world, run.pid(), Call::Read));
    }));
    if (run.world().process(run.pid())->ending)
        QSKIP("this kernel does no such work for us");
    QVERIFY(!run.sees(inDeadlock, 900));
}

void StuckTest::aWaitForTheKernelsOwnWorkIsNoDeadlock_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("call");
    QTest::newRow("io_getevents") << QStringLiteral("aio-wait") << int(Call::IoGetevents);
    QTest::newRow("io_uring_enter") << QStringLiteral("ring-wait") << int(Call::IoUringEnter);
}

void StuckTest::aWaitForTheKernelsOwnWorkIsNoDeadlock()
{
    QFETCH(QString, way);
    QFETCH(int, call);
    Watched run({ tracee("stuck"), way.toStdString() });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && (process->ending || waitsIn(world, run.pid(), static_cast<Call>(call)));
    }));
    if (run.world().process(run.pid())->ending)
        QSKIP("this kernel does no such work for us");
    QVERIFY(!run.sees(inDeadlock, 500));
    QCOMPARE(run.world().process(run.pid())->state(), ProcessState::Waiting);
}

void StuckTest::whatWasSentToWhoeverHasNotAcceptedIsInTheSocket()
{
    Watched run({ tracee("stuck"), "full-unaccepted" });
    QVERIFY(run.sees(inDeadlock));
    const auto levels = all<ChannelLevel>(run.log(), run.children().front());
    QVERIFY(!levels.empty());
    QVERIFY(levels.back().body->bytes > 1000);
    QCOMPARE(levels.back().body->end, End::Second); // that nobody has yet
}

void StuckTest::aFileLockNamesItsOwner()
{
    Watched run({ tracee("stuck"), "flock" });
    QVERIFY(run.sees(inDeadlock));
    const auto locks = all<LockWaiting>(run.log(), run.children().front());
    QVERIFY(!locks.empty());
    QCOMPARE(locks.back().body->lock, std::optional(LockKind::File));
    QCOMPARE(locks.back().body->owner, std::optional(firstThread(run.pid())));
    QVERIFY(!locks.back().body->outside);
}

void StuckTest::anEpollWaitSaysWhatIsInItsSet()
{
    Watched run({ tracee("stuck"), "epoll" });
    QVERIFY(run.sees(inDeadlock));
    const auto waits = all<WaitLasts>(run.log(), run.pid());
    QVERIFY(!waits.empty());
    const WaitLasts& last = *waits.back().body;
    QCOMPARE(last.fds.size(), 2U);
    QVERIFY(!last.outside);
    const Process& process = *run.world().process(run.pid());
    QCOMPARE(process.threads.begin()->second.call->fds,
        (std::vector<int> { last.fds.begin(), last.fds.end() }));
}

void StuckTest::aFifoThatIsOpenedIsNamed()
{
    Watched run({ "/bin/sh", "-c",
        "f=$(mktemp -u); mkfifo $f; (sleep 0.5; kill $$; rm $f) & exec cat <$f" });
    QVERIFY(run.sees([](const World& world) {
        for (const auto& [pid, process] : world.processes) {
            for (const auto& [tid, thread] : process.threads) {
                if (thread.call && !thread.call->path.empty())
                    return thread.call->opens == Access::Read && thread.call->path[0] == '/';
            }
        }
        return false;
    }));
    QVERIFY(!run.sees(inDeadlock, 200));
}

void StuckTest::aSetOfSemaphoresIsNamed()
{
    const QString script
        = QStringLiteral("import ctypes, os, time\n"
                         "c = ctypes.CDLL(None)\n"
                         "s = c.semget(0, 1, 0o600)\n"
                         "if os.fork() == 0: time.sleep(0.5); c.semctl(s, 0, 0); os._exit(0)\n"
                         "c.semop(s, (ctypes.c_short * 3)(0, -1, 0), 1)\n");
    Watched run({ "/usr/bin/python3", "-c", script.toStdString() });
    QVERIFY(run.ends());
    const auto locks = all<LockWaiting>(run.log(), run.pid());
    QVERIFY(!locks.empty());
    QCOMPARE(locks.back().body->lock, std::optional(LockKind::Semaphores));
    QVERIFY(locks.back().body->id);
    QVERIFY(locks.back().body->outside);
}

void StuckTest::theVerdictComesWithinATenthOfASecond_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("way");
    const auto deadlocks = QStringLiteral("deadlocks");
    QTest::newRow("at once") << deadlocks << QStringLiteral("plain");
    QTest::newRow("after very many short children") << deadlocks << QStringLiteral("late");
    QTest::newRow("where anybody might have the memory")
        << QStringLiteral("stuck") << QStringLiteral("unlinked-semaphore");
}

void StuckTest::theVerdictComesWithinATenthOfASecond()
{
    QFETCH(QString, program);
    QFETCH(QString, way);
    // The best of several: what the machine does besides is not ours to promise.
    Nanoseconds best = 60 * kSecond;
    for (int i = 0; i < 8 && best > 100 * kMillisecond; ++i) {
        Watched run({ tracee(program.toStdString()), way.toStdString() });
        QVERIFY(run.sees(inDeadlock, 120'000));
        Nanoseconds last = 0;
        for (const auto& one : all<CallEntered>(run.log()))
            last = std::max(last, one.event->at);
        best = std::min(best, all<FindingBegan>(run.log()).back().event->at - last);
    }
    QVERIFY2(best <= 100 * kMillisecond, qPrintable(QString::number(best / kMillisecond)));
}

void StuckTest::looksTakeAFifthOfTheTimeAtMost_data()
{
    QTest::addColumn<bool>("suspects");
    QTest::newRow("finding nothing") << false;
    QTest::newRow("suspecting something again and again") << true;
}

void StuckTest::looksTakeAFifthOfTheTimeAtMost()
{
    QFETCH(bool, suspects);
    std::atomic<int> looks = 0;
    EventLog log;
    Capture capture(log, {}, [&, judge = makeAnalyst()](const LogView& view) mutable {
        usleep(20'000); // as if there were very much to look at
        const std::vector<Finding> found = judge(view);
        return ++looks % 2 != 0 && suspects ? found : std::vector<Finding> {};
    });
    QElapsedTimer clock;
    clock.start();
    capture.launch(
        specOf({ tracee("deadlocks"), suspects ? "plain" : "ring" }), [](const Result<Pid>&) {});
    if (suspects)
        QVERIFY(!capture.restsWithin(std::chrono::milliseconds(1500)));
    else
        QVERIFY(capture.restsWithin(std::chrono::seconds(60)));
    const qint64 elapsed = clock.elapsed();
    QVERIFY2(looks > 1 && looks * 20 < elapsed / 4 + 20,
        qPrintable(QStringLiteral("%1 in %2 ms").arg(looks).arg(elapsed)));
}

// However long a look takes, the verdict does not wait for the rest after it.
void StuckTest::whatIsSuspectedIsLookedAtAgainSoon()
{
    qint64 best = 60'000;
    for (int i = 0; i < 8 && best > 50; ++i) {
        EventLog log;
        QElapsedTimer since;
        std::atomic<qint64> rested = 0; // ms, after the look that found it
        Capture capture(log, {}, [&, judge = makeAnalyst()](const LogView& view) mutable {
            if (since.isValid() && rested == 0)
                rested = std::max<qint64>(since.elapsed(), 1);
            usleep(60'000); // as if there were very much to look at
            const std::vector<Finding> found = judge(view);
            if (!found.empty() && !since.isValid())
                since.start();
            return found;
        });
        capture.launch(specOf({ tracee("deadlocks"), "plain" }), [](const Result<Pid>&) {});
        QTRY_VERIFY_WITH_TIMEOUT(!all<FindingBegan>(log).empty(), 30'000);
        best = std::min(best, rested.load());
    }
    QVERIFY2(best <= 50, qPrintable(QString::number(best)));
}

CAPTURE_TEST_MAIN(StuckTest)
#include "stuck_test.moc"
