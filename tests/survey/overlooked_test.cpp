// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

class Overlooked : public Bystander {
public:
    explicit Overlooked(const char* way)
        : Bystander(tracee(QStringLiteral("overlooked")), { QString::fromLatin1(way) })
    {
        child = Pid { line().split(' ').value(1).toInt() };
    }

    Pid child;
};

} // namespace

// Waits that end in a way which is easily overlooked.
class OverlookedTest : public QObject {
    Q_OBJECT

private slots:
    void whoWaitsForAnythingMayWaitForAConnection();
    void whoReadsSignalsWaitsForOne();
    void ofSeveralThatAnybodyMayBringAboutIsSaidWithWhoElseMay();
    void whoReadsATimerWaitsForItsTime();
    void whoSplicesWaitsForWhoWritesThere();
    void whoConnectsWaitsForWhoCouldAccept_data();
    void whoConnectsWaitsForWhoCouldAccept();
};

void OverlookedTest::whoWaitsForAnythingMayWaitForAConnection()
{
    Overlooked server("clients");
    const Looked looked = server.waiting();
    QVERIFY(looked.first().end == ChainEnd::Connection);
    QVERIFY(!looked.chain.stuck);
}

void OverlookedTest::whoReadsSignalsWaitsForOne()
{
    Overlooked reader("signals");
    const Looked looked = reader.waiting();
    QVERIFY(looked.first().end == ChainEnd::Signal);
    QVERIFY(!looked.chain.stuck);
}

void OverlookedTest::ofSeveralThatAnybodyMayBringAboutIsSaidWithWhoElseMay()
{
    Overlooked poller("files");
    const Looked looked = poller.waiting();
    QVERIFY(looked.first().end == ChainEnd::Files);
    QCOMPARE(looked.first().wakers, std::vector { poller.child });
    QVERIFY(looked.link(poller.child));
}

void OverlookedTest::whoReadsATimerWaitsForItsTime()
{
    Overlooked reader("timer");
    const Looked looked = reader.waiting();
    QVERIFY(looked.first().end == ChainEnd::Time);
    const auto& until = looked.first().waits.front().until;
    QVERIFY(until && *until - looked.world.now > 10 * kSecond);
    QVERIFY(*until - looked.world.now <= 90 * kSecond);
}

void OverlookedTest::whoSplicesWaitsForWhoWritesThere()
{
    Overlooked splicer("splice");
    const Looked looked = splicer.waiting();
    QVERIFY(!looked.first().waits.empty());
    QVERIFY(looked.first().waits.front().reason == WaitReason::Any);
    QCOMPARE(looked.first().wakers, std::vector { splicer.child });
    QVERIFY(looked.link(splicer.child));
    QVERIFY(!looked.chain.stuck);
}

void OverlookedTest::whoConnectsWaitsForWhoCouldAccept_data()
{
    QTest::addColumn<QByteArray>("way");
    QTest::newRow("Unix") << QByteArray("connect-unix");
    QTest::newRow("TCP") << QByteArray("connect-tcp");
}

void OverlookedTest::whoConnectsWaitsForWhoCouldAccept()
{
    QFETCH(QByteArray, way);
    Overlooked client(way.constData());
    const Looked looked = client.looksLike([&](const Looked& so) {
        return !so.first().waits.empty() && so.first().waits.front().reason == WaitReason::Peer;
    });
    QVERIFY(!looked.first().waits.empty());
    QCOMPARE(looked.first().waits.front().call, Call::Connect);
    QCOMPARE(looked.first().wakers, std::vector { client.child });
    QVERIFY(looked.link(client.child));
    QVERIFY(looked.link(client.child)->end == ChainEnd::Signal);
    QVERIFY(!looked.chain.stuck);
}

QTEST_GUILESS_MAIN(OverlookedTest)
#include "overlooked_test.moc"
