// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"
#include "tests/capture/watched.h"

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

} // namespace

// Waits that last though there are bytes.
class PartialTest : public QObject {
    Q_OBJECT

private slots:
    void bytesThatDoNotEndAWaitProveNothing_data();
    void bytesThatDoNotEndAWaitProveNothing();
    void whoGetsTheRestIsInNoDeadlock_data() { bytesThatDoNotEndAWaitProveNothing_data(); }
    void whoGetsTheRestIsInNoDeadlock();
    void whatAReadHasTakenAlreadyIsNotInTheSocket_data();
    void whatAReadHasTakenAlreadyIsNotInTheSocket();
    void bytesThatAreTooFewAreSaidToBe_data();
    void bytesThatAreTooFewAreSaidToBe();
    void whatIsEnoughIsNotSaidToBeTooFew();
};

void PartialTest::bytesThatDoNotEndAWaitProveNothing_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<std::size_t>("processes");
    const auto row = [](const char* way, std::size_t processes) {
        QTest::newRow(way) << QString::fromLatin1(way) << processes;
    };
    row("all-unix", 2);
    row("all-tcp", 2);
    row("least-unix", 2);
    row("least-tcp", 2);
    row("least-later", 2);
    row("least-polled", 2);
    row("edge", 1);
    row("urgent", 1);
}

void PartialTest::bytesThatDoNotEndAWaitProveNothing()
{
    QFETCH(QString, way);
    QFETCH(std::size_t, processes);
    Watched run({ tracee("partial"), way.toStdString() });
    QVERIFY(run.sees(inDeadlock, 5000));
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids.size(), processes);
}

void PartialTest::whoGetsTheRestIsInNoDeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("partial"), way.toStdString(), "live" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void PartialTest::whatAReadHasTakenAlreadyIsNotInTheSocket_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "all-unix", "all-tcp" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void PartialTest::whatAReadHasTakenAlreadyIsNotInTheSocket()
{
    QFETCH(QString, way);
    Watched run({ tracee("partial"), way.toStdString() });
    QVERIFY(run.sees(inDeadlock, 5000));
    const Process& reader = *run.world().process(run.children().front());
    const auto wait = waitOf(run.world(), reader);
    QVERIFY(wait && wait->reason == WaitReason::Data);
    const Queue& queue = run.world().channel(wait->channel)->queueAt(wait->queue);
    QCOMPARE(queue.written, 50U);
    QCOMPARE(queue.bytes, 0U);
}

void PartialTest::bytesThatAreTooFewAreSaidToBe_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "least-later", "least-polled" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void PartialTest::bytesThatAreTooFewAreSaidToBe()
{
    QFETCH(QString, way);
    Watched run({ tracee("partial"), way.toStdString() });
    QVERIFY(run.sees([](const World& world) {
        return std::ranges::any_of(world.channels, [](const auto& entry) {
            const auto& queues = entry.second.queues;
            return std::ranges::any_of(queues, [](const Queue& queue) {
                return queue.bytes == 50 && queue.least == 100U && !queue.endsAWait();
            });
        });
    }));
}

void PartialTest::whatIsEnoughIsNotSaidToBeTooFew()
{
    Watched run({ tracee("partial"), "least-polled", "live" });
    QVERIFY(run.ends());
    for (const auto& [id, channel] : run.world().channels) {
        for (const Queue& queue : channel.queues)
            QVERIFY(!queue.least);
    }
}

CAPTURE_TEST_MAIN(PartialTest)
#include "partial_test.moc"
