// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/holder_index.h"
#include "tests/survey/looked.h"

#include <QtTest>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kLooks = 30; // at one that must not be said to be stuck
constexpr unsigned kLookEvery = 5'000; // µs

// Whoever of other users is younger than its session may have an end, for all that can be seen: of
// one that is new there is mostly nobody.
class OfNewSession : public Bystander {
public:
    OfNewSession(const QString& program, const QStringList& words)
        : Bystander(program, words, true)
    {
    }
};

bool stuck(const Looked& looked)
{
    return looked.chain.stuck;
}

// 0: as an ordinary user, to whom its descriptors are closed, we know it of our own zombie.
int looksAtZombie()
{
    constexpr uid_t kNobody = 65534;
    if (geteuid() == 0 && setresuid(kNobody, kNobody, kNobody) != 0)
        return 2;
    const pid_t zombie = fork();
    if (zombie == 0)
        _exit(0);
    siginfo_t info {};
    waitid(P_PID, static_cast<id_t>(zombie), &info, WEXITED | WNOWAIT);
    const HolderIndex index = HolderIndex::ofThisMoment();
    return std::ranges::find(index.unreadable(), Pid { zombie }) == index.unreadable().end() ? 0
                                                                                             : 1;
}

} // namespace

class VerdictsTest : public QObject {
    Q_OBJECT

private slots:
    void twoWhoWaitForEachOtherAreStuck();
    void twoWithEachOthersLocksAreStuck();
    void bytesThatAreMissingAreFoundInTheDeadlock();
    void aChildThatFillsItsStderrWhileStdoutIsReadIsStuck();
    void ofACoprocessWithItsOwnHandlersNothingIsClaimed();
    void twoThreadsWithCrossedLocksAreStuck();
    void someThreadsAreStuckThoughOthersGoOn_data();
    void someThreadsAreStuckThoughOthersGoOn();
    void whoWillGoOnIsNeverSaidToBeStuck_data();
    void whoWillGoOnIsNeverSaidToBeStuck();
    void aVictimIsStuckToo();
    void aZombieHoldsNothing();
    void whoIsWithoutItsFirstThreadIsStuckLikeAnother();
    void whoHasNoOtherWayOutIsStuck_data();
    void whoHasNoOtherWayOutIsStuck();
    void whomTheBytesThatAreThereDoNotWakeIsStuck_data();
    void whomTheBytesThatAreThereDoNotWakeIsStuck();
    void whoHasNoRoomToWriteToThoseWhoWaitForItIsStuck_data();
    void whoHasNoRoomToWriteToThoseWhoWaitForItIsStuck();
    void whoHasAnotherWayOutIsNeverSaidToBeStuck_data();
    void whoHasAnotherWayOutIsNeverSaidToBeStuck();
    void whomTheKernelMayTellInAnEventfdIsNeverSaidToBeStuck_data();
    void whomTheKernelMayTellInAnEventfdIsNeverSaidToBeStuck();
    void whoseConnectionGivesUpIsNeverSaidToBeStuck();
    void whoseRoomIsTakenUpElsewhereIsNeverSaidToBeStuck();
};

void VerdictsTest::twoWhoWaitForEachOtherAreStuck()
{
    OfNewSession pair(tracee(QStringLiteral("plights")), { QStringLiteral("crossed") });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    const Finding* const finding = looked.world.finding(FindingKind::Deadlock);
    QCOMPARE(finding->pids.size(), 2U);
    QCOMPARE(finding->pids.front(), pair.pid());
    QCOMPARE(finding->channels.size(), 2U);
}

void VerdictsTest::twoWithEachOthersLocksAreStuck()
{
    OfNewSession pair(tracee(QStringLiteral("plights")), { QStringLiteral("crossed-locks") });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids.size(), 2U);
}

void VerdictsTest::bytesThatAreMissingAreFoundInTheDeadlock()
{
    OfNewSession pair(tracee(QStringLiteral("plights")), { QStringLiteral("kept") });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids.size(), 2U);
    QVERIFY(looked.world.finding(FindingKind::StdioStuck));
}

void VerdictsTest::aChildThatFillsItsStderrWhileStdoutIsReadIsStuck()
{
    OfNewSession reader(QStringLiteral("/usr/bin/python3"),
        { QStringLiteral("-c"),
            QStringLiteral("import subprocess, sys\n"
                           "says = 'import sys; sys.stderr.write(\"x\" * 200000); print(1)'\n"
                           "p = subprocess.Popen([sys.executable, '-c', says], stdout=-1, "
                           "stderr=-1)\n"
                           "p.stdout.read()") });
    const Looked looked = reader.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->channels.size(), 2U);
}

void VerdictsTest::ofACoprocessWithItsOwnHandlersNothingIsClaimed()
{
    // sort handles SIGALRM: whether an alarm is set nobody can see who does not watch.
    OfNewSession shell(QStringLiteral("/bin/bash"),
        { QStringLiteral("-c"),
            QStringLiteral("coproc sort; echo b >&${COPROC[1]}; read -u ${COPROC[0]} line") });
    const Looked looked = shell.looksLike([](const Looked& so) {
        return so.chain.links.size() == 2 && so.chain.links[1].wakers.size() == 1;
    });
    QCOMPARE(looked.chain.links.size(), 2U); // each waits for the other
    QCOMPARE(looked.chain.links[1].wakers, std::vector { shell.pid() });
    QVERIFY(!looked.chain.stuck);
}

void VerdictsTest::twoThreadsWithCrossedLocksAreStuck()
{
    OfNewSession threads(tracee(QStringLiteral("threads")), { QStringLiteral("crossed") });
    const Looked looked = threads.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids, std::vector { threads.pid() });
}

void VerdictsTest::someThreadsAreStuckThoughOthersGoOn_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "beside-running", "beside-input" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::someThreadsAreStuckThoughOthersGoOn()
{
    QFETCH(QString, way);
    OfNewSession threads(tracee(QStringLiteral("plights")), { way });
    const Looked looked = threads.looksLike(
        [](const Looked& one) { return one.world.finding(FindingKind::Deadlock) != nullptr; });
    const Finding* const finding = looked.world.finding(FindingKind::Deadlock);
    QVERIFY(finding);
    QCOMPARE(finding->pids, std::vector { threads.pid() });
    QCOMPARE(finding->tids.size(), 2U);
    QVERIFY(finding->tids.front() > firstThread(threads.pid()));
    QCOMPARE(looked.first().stuck, finding->tids);
    QVERIFY(!looked.chain.stuck); // not all of it
}

void VerdictsTest::whoWillGoOnIsNeverSaidToBeStuck_data()
{
    QTest::addColumn<QString>("way");
    // "": with a handler for SIGALRM, so that it may have set an alarm.
    for (const char* const way : { "", "alarm", "timer", "timeout", "ring" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::whoWillGoOnIsNeverSaidToBeStuck()
{
    QFETCH(QString, way);
    OfNewSession pair(tracee(QStringLiteral("deadlocks")), { way });
    for (int i = 0; i < kLooks; ++i) {
        QVERIFY(!lookAt(pair.pid()).chain.stuck);
        usleep(kLookEvery);
    }
}

void VerdictsTest::aVictimIsStuckToo()
{
    // The shell waits for its child, which is in a deadlock with its own.
    OfNewSession shell(QStringLiteral("/bin/sh"),
        { QStringLiteral("-c"),
            tracee(QStringLiteral("plights")) + QStringLiteral(" crossed; true") });
    const Looked looked = shell.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    const Finding* const finding = looked.world.finding(FindingKind::Deadlock);
    QCOMPARE(finding->pids.size(), 2U);
    QVERIFY(finding->pids.front() != shell.pid());
}

void VerdictsTest::aZombieHoldsNothing()
{
    const pid_t user = fork();
    if (user == 0)
        _exit(looksAtZombie());
    int status = 0;
    QCOMPARE(waitpid(user, &status, 0), user);
    QCOMPARE(WEXITSTATUS(status), 0);
}

void VerdictsTest::whoIsWithoutItsFirstThreadIsStuckLikeAnother()
{
    OfNewSession pair(tracee(QStringLiteral("plights")), { QStringLiteral("crossed-headless") });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids.size(), 2U);
}

void VerdictsTest::whoHasNoOtherWayOutIsStuck_data()
{
    // As those below, but for what would end the wait.
    QTest::addColumn<QString>("way");
    for (const char* const way :
        { "own-pipe", "own-socket", "own-epoll", "own-terminal", "own-semaphore", "own-barrier" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::whoHasNoOtherWayOutIsStuck()
{
    QFETCH(QString, way);
    OfNewSession alone(tracee(QStringLiteral("plights")), { way });
    QVERIFY(alone.looksLike(stuck).chain.stuck);
}

void VerdictsTest::whomTheBytesThatAreThereDoNotWakeIsStuck_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "edge", "urgent" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::whomTheBytesThatAreThereDoNotWakeIsStuck()
{
    QFETCH(QString, way);
    OfNewSession alone(tracee(QStringLiteral("partial")), { way });
    QVERIFY(alone.looksLike(stuck).chain.stuck);
    OfNewSession live(tracee(QStringLiteral("partial")), { way, QStringLiteral("live") });
    for (int look = 0; look < kLooks; ++look) {
        QVERIFY(!lookAt(live.pid()).chain.stuck);
        ::usleep(kLookEvery);
    }
}

void VerdictsTest::whoHasNoRoomToWriteToThoseWhoWaitForItIsStuck_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way :
        { "full-sockets", "full-connection", "full-unaccepted", "full-terminal", "full-master" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::whoHasNoRoomToWriteToThoseWhoWaitForItIsStuck()
{
    QFETCH(QString, way);
    OfNewSession pair(tracee(QStringLiteral("stuck")), { way });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids.size(), 2U);
}

void VerdictsTest::whoHasAnotherWayOutIsNeverSaidToBeStuck_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "headless-writer", "headless-limit", "self-pipe", "usr1",
             "socket-sharer", "epoll-sharer", "polls-many", "terminal-limit", "contending", "token",
             "beside-table", "semaphore-sharer", "barrier-sharer" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::whoHasAnotherWayOutIsNeverSaidToBeStuck()
{
    QFETCH(QString, way);
    OfNewSession some(tracee(QStringLiteral("plights")), { way });
    some.line(); // it says so before it waits
    for (int i = 0; i < kLooks; ++i) {
        const Looked looked = lookAt(some.pid());
        QVERIFY(!looked.chain.stuck);
        QVERIFY(!looked.world.finding(FindingKind::Deadlock));
        usleep(kLookEvery);
    }
}

void VerdictsTest::whomTheKernelMayTellInAnEventfdIsNeverSaidToBeStuck_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "aio-eventfd", "ring-eventfd" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void VerdictsTest::whomTheKernelMayTellInAnEventfdIsNeverSaidToBeStuck()
{
    QFETCH(QString, way);
    OfNewSession some(tracee(QStringLiteral("stuck")), { way });
    some.waiting();
    for (int i = 0; i < kLooks; ++i) {
        QVERIFY(!lookAt(some.pid()).chain.stuck);
        usleep(kLookEvery);
    }
}

// Each fills its end, which has TCP_USER_TIMEOUT, and waits for room.
void VerdictsTest::whoseConnectionGivesUpIsNeverSaidToBeStuck()
{
    OfNewSession pair(QStringLiteral("/usr/bin/python3"),
        { QStringLiteral("-c"),
            QStringLiteral("import os, select, socket\n"
                           "l = socket.create_server(('127.0.0.1', 0))\n"
                           "a = socket.create_connection(l.getsockname())\n"
                           "b = l.accept()[0]\n"
                           "l.close()\n"
                           "a.setsockopt(socket.IPPROTO_TCP, 18, 60000)\n"
                           "s, other = (a, b) if os.fork() else (b, a)\n"
                           "other.close()\n"
                           "s.setblocking(False)\n"
                           "try:\n"
                           "  while True: s.send(bytes(1 << 16))\n"
                           "except BlockingIOError: print('full', flush=True)\n"
                           "p = select.poll()\n"
                           "p.register(s, select.POLLOUT)\n"
                           "p.poll()\n") });
    pair.line();
    pair.line();
    for (int i = 0; i < kLooks; ++i) {
        QVERIFY(!lookAt(pair.pid()).chain.stuck);
        usleep(kLookEvery);
    }
}

void VerdictsTest::whoseRoomIsTakenUpElsewhereIsNeverSaidToBeStuck()
{
    OfNewSession some(QStringLiteral("/usr/bin/python3"),
        { QStringLiteral("-c"),
            QStringLiteral("import os, select, signal, socket\n"
                           "s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)\n"
                           "s.bind('')\n"
                           "if os.fork() > 0: signal.pause()\n"
                           "to = s.getsockname(); s.close()\n"
                           "a, b = socket.socketpair(type=socket.SOCK_DGRAM)\n"
                           "a.setblocking(False)\n"
                           "try:\n"
                           "  while True: a.sendto(bytes(60000), to)\n"
                           "except BlockingIOError: print(os.getpid(), flush=True)\n"
                           "p = select.poll()\n"
                           "p.register(a, select.POLLOUT)\n"
                           "p.poll()\n") });
    const Pid sender { some.line().toInt() };
    const Looked looked = some.waiting(sender);
    QVERIFY(!looked.first().waits.empty());
    for (int i = 0; i < kLooks; ++i) {
        QVERIFY(!lookAt(sender).chain.stuck);
        usleep(kLookEvery);
    }
}

QTEST_GUILESS_MAIN(VerdictsTest)
#include "verdicts_test.moc"
