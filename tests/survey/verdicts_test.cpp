// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include <QtTest>

#include <unistd.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kLooks = 30; // at one that must not be said to be stuck
constexpr unsigned kLookEvery = 5'000; // µs

bool stuck(const Looked& looked)
{
    return looked.chain.stuck;
}

} // namespace

class VerdictsTest : public QObject {
    Q_OBJECT

private slots:
    void twoWhoWaitForEachOtherAreStuck();
    void bytesThatAreMissingAreFoundInTheDeadlock();
    void twoThreadsWithCrossedLocksAreStuck();
    void whoWillGoOnIsNeverSaidToBeStuck_data();
    void whoWillGoOnIsNeverSaidToBeStuck();
    void aVictimIsStuckToo();
};

void VerdictsTest::twoWhoWaitForEachOtherAreStuck()
{
    Bystander pair(tracee(QStringLiteral("plights")), { QStringLiteral("crossed") });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    const Finding* const finding = looked.world.finding(FindingKind::Deadlock);
    QCOMPARE(finding->pids.size(), 2U);
    QCOMPARE(finding->pids.front(), pair.pid());
    QCOMPARE(finding->channels.size(), 2U);
}

void VerdictsTest::bytesThatAreMissingAreFoundInTheDeadlock()
{
    Bystander pair(tracee(QStringLiteral("plights")), { QStringLiteral("kept") });
    const Looked looked = pair.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids.size(), 2U);
    QVERIFY(looked.world.finding(FindingKind::StdioStuck));
}

void VerdictsTest::twoThreadsWithCrossedLocksAreStuck()
{
    Bystander threads(tracee(QStringLiteral("threads")), { QStringLiteral("crossed") });
    const Looked looked = threads.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    QCOMPARE(looked.world.finding(FindingKind::Deadlock)->pids, std::vector { threads.pid() });
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
    Bystander pair(tracee(QStringLiteral("deadlocks")), { way });
    for (int i = 0; i < kLooks; ++i) {
        QVERIFY(!lookAt(pair.pid()).chain.stuck);
        usleep(kLookEvery);
    }
}

void VerdictsTest::aVictimIsStuckToo()
{
    // The shell waits for its child, which is in a deadlock with its own.
    Bystander shell(QStringLiteral("/bin/sh"),
        { QStringLiteral("-c"),
            tracee(QStringLiteral("plights")) + QStringLiteral(" crossed; true") });
    const Looked looked = shell.looksLike(stuck);
    QVERIFY(looked.chain.stuck);
    const Finding* const finding = looked.world.finding(FindingKind::Deadlock);
    QCOMPARE(finding->pids.size(), 2U);
    QVERIFY(finding->pids.front() != shell.pid());
}

QTEST_GUILESS_MAIN(VerdictsTest)
#include "verdicts_test.moc"
