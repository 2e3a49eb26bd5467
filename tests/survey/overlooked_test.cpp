// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include <QtTest>

#include <fcntl.h>
#include <mqueue.h>
#include <semaphore.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <unistd.h>

#include <map>
#include <string>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// One of each, empty, while it lives.
class Named {
public:
    Named()
    {
        sem_open(name.c_str(), O_CREAT, 0600, 0);
        mq_attr limits {};
        limits.mq_maxmsg = 4;
        limits.mq_msgsize = 64;
        mq_close(mq_open(name.c_str(), O_CREAT | O_RDONLY, 0600, &limits));
        const int file = shm_open(name.c_str(), O_CREAT | O_RDWR, 0600);
        if (ftruncate(file, sizeof(sem_t)) == 0)
            close(file);
    }
    ~Named()
    {
        semctl(semaphores, 0, IPC_RMID);
        msgctl(messages, IPC_RMID, nullptr);
        shmctl(memory, IPC_RMID, nullptr);
        sem_unlink(name.c_str());
        mq_unlink(name.c_str());
        shm_unlink(name.c_str());
    }
    Named(const Named&) = delete;
    Named& operator=(const Named&) = delete;

    std::string name = "/ipclab-test-" + std::to_string(getpid());
    key_t key = 0x1bc00000 | getpid();
    int semaphores = semget(key, 1, IPC_CREAT | 0600);
    int messages = msgget(key, IPC_CREAT | 0600);
    int memory = shmget(key, sizeof(sem_t), IPC_CREAT | 0600);
};

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
    void whoWaitsForMoreThanHasComeIsNotAboutToGoOn();
    void whoConnectsWaitsForWhoCouldAccept_data();
    void whoConnectsWaitsForWhoCouldAccept();
    void whatIsWaitedForByANameHasThatName_data();
    void whatIsWaitedForByANameHasThatName();
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

void OverlookedTest::whoWaitsForMoreThanHasComeIsNotAboutToGoOn()
{
    Bystander hearer(QStringLiteral("/usr/bin/python3"),
        { QStringLiteral("-c"),
            QStringLiteral("import os, signal, time\nfrom socket import *\n"
                           "l = socket(); l.bind(('127.0.0.1', 0)); l.listen(); c = socket()\n"
                           "c.connect(l.getsockname()); s, _ = l.accept()\n"
                           "s.setsockopt(SOL_SOCKET, SO_RCVLOWAT, 100); main = os.getpid()\n"
                           "if os.fork() == 0:\n"
                           "    s.close(); time.sleep(0.1); c.send(bytes(50))\n"
                           "    while os.getppid() == main: time.sleep(0.1)\n"
                           "    os._exit(0)\n"
                           "c.close(); l.close(); s.recv(100)\n") });
    const Looked looked = hearer.looksLike([](const Looked& so) {
        const Channel* const channel = so.channel();
        return channel && !so.first().waits.empty()
            && channel->queueAt(so.first().waits.front().queue).least == 100U;
    });
    QVERIFY(looked.channel() && !looked.first().end && !looked.first().waits.front().external);
    const Queue& queue = looked.channel()->queueAt(looked.first().waits.front().queue);
    QCOMPARE(queue.bytes, 50U);
    QCOMPARE(queue.least, std::optional<std::uint64_t>(100));
    QCOMPARE(looked.first().wakers.size(), 1U);
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
        return !so.first().waits.empty() && so.first().waits.front().reason == WaitReason::Peer
            && so.link(client.child) && so.link(client.child)->end;
    });
    QVERIFY(!looked.first().waits.empty());
    QCOMPARE(looked.first().waits.front().call, Call::Connect);
    QCOMPARE(looked.first().wakers, std::vector { client.child });
    QVERIFY(looked.link(client.child));
    QVERIFY(looked.link(client.child)->end == ChainEnd::Signal);
    QVERIFY(!looked.chain.stuck);
}

void OverlookedTest::whatIsWaitedForByANameHasThatName_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way :
        { "semop", "msgrcv", "mq_receive", "sem_wait", "shm_open", "shmat" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void OverlookedTest::whatIsWaitedForByANameHasThatName()
{
    QFETCH(QString, way);
    const Named named;
    const std::string key = QStringLiteral(", key 0x%1").arg(named.key, 0, 16).toStdString();
    struct Wanted {
        std::string at;
        ChannelKind kind;
        std::string name;
    };
    const auto numbered = [&](const char* word, int number, ChannelKind kind) {
        return Wanted { std::to_string(number), kind, word + std::to_string(number) + key };
    };
    const std::map<QString, Wanted> all {
        { QStringLiteral("semop"), numbered("semid ", named.semaphores, ChannelKind::Semaphore) },
        { QStringLiteral("msgrcv"), numbered("msqid ", named.messages, ChannelKind::Queue) },
        { QStringLiteral("shmat"), numbered("shmid ", named.memory, ChannelKind::Shm) },
        { QStringLiteral("mq_receive"), { named.name, ChannelKind::Queue, named.name } },
        { QStringLiteral("sem_wait"),
            { named.name, ChannelKind::Shm, "/dev/shm/sem." + named.name.substr(1) } },
        { QStringLiteral("shm_open"), { named.name, ChannelKind::Shm, "/dev/shm" + named.name } },
    };
    const Wanted& wanted = all.at(way);
    Bystander waits(
        tracee(QStringLiteral("overlooked")), { way, QString::fromStdString(wanted.at) });
    const Looked looked = waits.waiting();
    QVERIFY(looked.channel());
    QCOMPARE(looked.channel()->name, wanted.name);
    QVERIFY(looked.channel()->kind == wanted.kind);
    QVERIFY(!looked.chain.stuck); // whoever knows the name may come
}

QTEST_GUILESS_MAIN(OverlookedTest)
#include "overlooked_test.moc"
