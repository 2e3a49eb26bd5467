// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include "ipc-core/analysis/wait.h"

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

// What lock_waiting said last of each thread.
std::vector<LockWaiting> locksOf(const EventLog& log, Pid pid)
{
    std::map<Tid, LockWaiting> last;
    for (const auto& one : all<LockWaiting>(log, pid))
        last[one.event->tid] = *one.body;
    std::vector<LockWaiting> found;
    for (const auto& [tid, body] : last)
        found.push_back(body);
    return found;
}

bool anyOf(const std::vector<LockWaiting>& locks, LockKind kind)
{
    return std::ranges::any_of(locks, [kind](const auto& one) { return one.lock == kind; });
}

} // namespace

// Locks of threads and processes: each way as a deadlock, and where somebody can still end it.
class LocksTest : public QObject {
    Q_OBJECT

private slots:
    void aDeadlockOverALockIsFound_data();
    void aDeadlockOverALockIsFound();
    void whoCanStillBeWokenIsNoDeadlock_data() { aDeadlockOverALockIsFound_data(); }
    void whoCanStillBeWokenIsNoDeadlock();
    void locksOfAnotherLibraryHaveNoOwner_data();
    void locksOfAnotherLibraryHaveNoOwner();
    void twoDeadlocksOfOneProcessAreTwoFindings();
    void aWaitGoesOnWithoutTheFirstThread();
    void aLockThatWasHandedOnHasItsNewOwner();
    void pythonsLocksAreFound_data();
    void pythonsLocksAreFound();
    void pythonsLocksThatAreReleasedAreNoDeadlock_data() { pythonsLocksAreFound_data(); }
    void pythonsLocksThatAreReleasedAreNoDeadlock();
};

void LocksTest::aDeadlockOverALockIsFound_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("kind"); // of one of its locks
    QTest::addColumn<int>("processes"); // in the finding
    const auto row = [](const char* way, LockKind kind, int processes) {
        QTest::newRow(way) << QString::fromLatin1(way) << static_cast<int>(kind) << processes;
    };
    row("condition", LockKind::Word, 1);
    row("semaphore", LockKind::Word, 1);
    row("barrier", LockKind::Word, 1);
    row("join", LockKind::Join, 1);
    row("rwlock", LockKind::Word, 1);
    row("mutex", LockKind::Mutex, 1);
    row("mutex-beside", LockKind::Mutex, 1);
    row("priority", LockKind::Mutex, 1);
    row("handed", LockKind::Mutex, 1);
    row("shared-mutex", LockKind::Mutex, 2);
    row("shared-semaphore", LockKind::Word, 2);
    row("robust", LockKind::Mutex, 2);
    row("dead-owner", LockKind::Word, 1);
    row("token", LockKind::Mutex, 1);
    row("adaptive-token", LockKind::Mutex, 1);
    row("in-order", LockKind::Mutex, 1);
    row("checked-beside", LockKind::Mutex, 1);
    row("shared-token", LockKind::Mutex, 2);
}

void LocksTest::aDeadlockOverALockIsFound()
{
    QFETCH(QString, way);
    QFETCH(int, kind);
    QFETCH(int, processes);
    Watched run({ tracee("locks"), way.toStdString() });
    QVERIFY(run.sees(inDeadlock));
    std::vector<Pid> pids { run.pid() };
    if (processes == 2)
        pids.push_back(run.children().front());
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids, pids);
    std::vector<LockWaiting> locks;
    for (const Pid pid : pids) {
        const auto of = locksOf(run.log(), pid);
        locks.insert(locks.end(), of.begin(), of.end());
    }
    QVERIFY(anyOf(locks, static_cast<LockKind>(kind)));
}

void LocksTest::whoCanStillBeWokenIsNoDeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("locks"), way.toStdString(), "live" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
    QVERIFY(!all<LockWaiting>(run.log()).empty()); // it did wait
}

void LocksTest::locksOfAnotherLibraryHaveNoOwner_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("way");
    for (const char* const program : { "locks-static", "locks-musl" }) {
        for (const char* const way : { "mutex", "token", "in-order", "condition", "semaphore",
                 "rwlock", "join", "checked", "shared-mutex" })
            QTest::addRow("%s %s", program, way)
                << QString::fromLatin1(program) << QString::fromLatin1(way);
    }
}

void LocksTest::locksOfAnotherLibraryHaveNoOwner()
{
    // Their words lie elsewhere: a deadlock is one where nobody of the program goes on.
    QFETCH(QString, program);
    QFETCH(QString, way);
    if (!QFile::exists(QString::fromStdString(tracee(program.toStdString()))))
        QSKIP("it cannot be built here");
    Watched stuck({ tracee(program.toStdString()), way.toStdString() });
    QVERIFY(stuck.sees(inDeadlock));
    Watched live({ tracee(program.toStdString()), way.toStdString(), "live" });
    QVERIFY(live.ends());
    QVERIFY(!live.sawFinding(FindingKind::Deadlock));
    for (const Watched* const run : { &stuck, &live }) {
        for (const auto& one : all<LockWaiting>(run->log()))
            QVERIFY(!one.body->owner || one.body->lock == LockKind::Join);
    }
}

void LocksTest::twoDeadlocksOfOneProcessAreTwoFindings()
{
    Watched run({ tracee("locks"), "two-pairs" });
    QVERIFY(run.sees([](const World& world) {
        return std::ranges::count(world.findings, FindingKind::Deadlock, &Finding::kind) == 2;
    }));
    const std::vector<Finding> found = run.world().findings;
    QCOMPARE(found[0].pids, found[1].pids);
    QVERIFY(found[0].tids != found[1].tids);
    QVERIFY(!run.sees([](const World& world) { return world.findings.size() != 2; }, 200));
}

void LocksTest::aWaitGoesOnWithoutTheFirstThread()
{
    // Who has ended shows no memory; the other two share what they wait in.
    Watched run({ tracee("locks"), "headless", "live" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
    for (const auto& one : all<LockWaiting>(run.log(), run.pid()))
        QCOMPARE(one.body->pids.size(), 2U);
}

void LocksTest::aLockThatWasHandedOnHasItsNewOwner()
{
    // Of two that wait for it one gets it; the other, which slept on, now waits for that one.
    Watched run({ tracee("locks"), "handed" });
    QVERIFY(run.sees(inDeadlock));
    std::vector<Tid> owners;
    for (const auto& one : all<LockWaiting>(run.log(), run.pid())) {
        if (one.body->lock == LockKind::Mutex && one.body->owner)
            owners.push_back(*one.body->owner);
    }
    QVERIFY(owners.size() >= 3);
    QCOMPARE(owners.front(), firstThread(run.pid()));
    QVERIFY(owners.back() != firstThread(run.pid()));
}

void LocksTest::pythonsLocksAreFound_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("processes");
    QTest::newRow("Lock") << "l = threading.Lock(); l.acquire()\nother(lambda: l.release())\n"
                             "l.acquire()"
                          << 1;
    QTest::newRow("RLock") << "l = threading.RLock()\ns = threading.Event()\n"
                              "def f():\n    l.acquire(); s.set(); wake.wait(); l.release()\n"
                              "threading.Thread(target=f).start(); s.wait()\n"
                              "other(wake.set)\nl.acquire()"
                           << 1;
    QTest::newRow("Condition") << "c = threading.Condition()\ndef w():\n    c.acquire(); "
                                  "c.notify(); c.release()\nother(w)\nc.acquire(); c.wait()"
                               << 1;
    QTest::newRow("Queue") << "q = queue.Queue()\nother(lambda: q.put(1))\nq.get()" << 1;
    QTest::newRow("Semaphore") << "s = threading.Semaphore(0)\nother(s.release)\ns.acquire()" << 1;
    QTest::newRow("Event") << "other(wake.set)\nwake.wait()" << 1;
    QTest::newRow("join") << "t = threading.Thread(target=wake.wait); t.start()\nother(wake.set)\n"
                             "t.join()"
                          << 1;
    QTest::newRow("multiprocessing.Lock")
        << "l = multiprocessing.Lock(); l.acquire()\n"
           "p = ctx.Process(target=lambda: (wake2(l), l.acquire(), l.release())); p.start()\n"
           "p.join()"
        << 2;
    QTest::newRow("multiprocessing.Queue")
        << "q = multiprocessing.SimpleQueue()\n"
           "p = ctx.Process(target=lambda: (wake3(q), q.get())); p.start()\n"
           "q.get(); p.join()"
        << 2;
    QTest::newRow("asyncio")
        << "async def m():\n    f = asyncio.get_running_loop().create_future()\n"
           "    soon(f)\n    await f\nasyncio.run(m())"
        << 1;
}

namespace {

// `live` says whether the one who could end it does so.
std::vector<std::string> python(const QString& script, bool live)
{
    const QString head = QStringLiteral(
        "import asyncio, multiprocessing, queue, sys, threading, time\n"
        "live = %1\n"
        "ctx = multiprocessing.get_context('fork')\n"
        "wake = threading.Event()\n"
        "def other(what):\n"
        "    def go():\n"
        "        if live: time.sleep(0.3); what()\n"
        "        else: threading.Lock() and threading.Event().wait()\n"
        "    threading.Thread(target=go, daemon=True).start()\n"
        "def wake2(lock):\n"
        "    if live: time.sleep(0.3); lock.release()\n"
        "def wake3(q):\n"
        "    if live: time.sleep(0.3); q.put(1); q.put(1)\n"
        "def soon(f):\n"
        "    if live: asyncio.get_running_loop().call_later(0.3, f.set_result, 1)\n")
                             .arg(live ? QStringLiteral("True") : QStringLiteral("False"));
    return { "/usr/bin/python3", "-c", (head + script).toStdString() };
}

} // namespace

void LocksTest::pythonsLocksAreFound()
{
    QFETCH(QString, script);
    QFETCH(int, processes);
    Watched run(python(script, false));
    QVERIFY(run.sees(inDeadlock));
    std::vector<Pid> pids { run.pid() };
    if (processes == 2)
        pids.push_back(run.children().back());
    const Finding found = *run.world().finding(FindingKind::Deadlock);
    for (const Pid pid : found.pids)
        QVERIFY(std::ranges::find(pids, pid) != pids.end());
}

void LocksTest::pythonsLocksThatAreReleasedAreNoDeadlock()
{
    QFETCH(QString, script);
    Watched run(python(script, true));
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
    QCOMPARE(run.world().process(run.pid())->ending->code, std::optional(0));
}

CAPTURE_TEST_MAIN(LocksTest)
#include "locks_test.moc"
