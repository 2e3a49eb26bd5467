// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/chain.h"
#include "tests/views/world_story.h"
#include "views/common/wording.h"
#include "views/common/wording_chain.h"

#include <QLocale>
#include <QTest>

#include <csignal>

namespace ipclab {

namespace {

QString why(const Story& story, int pid)
{
    return whySentence(story.world, Pid { pid });
}

// A process that waits in a call, and another that runs.
struct Waiting : Story {
    explicit Waiting(Call call, std::optional<int> fd = {}, unsigned channel = 0)
    {
        launch(10, 1, { "waiter" });
        launch(11, 10, { "other" }, StartedBy::Fork);
        CallEntered entered;
        entered.call = call;
        entered.fd = fd;
        entered.channel = ChannelId { channel };
        tell(10, entered);
    }
    void lock(LockKind kind, std::optional<Tid> owner, const std::vector<Pid>& pids,
        bool outside = false, std::optional<int> id = {})
    {
        tell(10, LockWaiting { 0x1000, owner, kind, pids, outside, id });
    }
};

} // namespace

// Each wait that is not for bytes, in a sentence that says what would end it.
class LockWordingTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aMutexNamesTheThreadThatHoldsIt()
    {
        Waiting story(Call::Futex);
        story.tell(11, 12, ThreadStarted {});
        story.lock(LockKind::Mutex, Tid { 12 }, {});
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in futex() for a lock that thread 12 of other holds. Only "
                           "thread 12 of other can release it (running)."));
    }

    void whoLocksTwiceWaitsForItself()
    {
        Waiting story(Call::Futex);
        story.lock(LockKind::Mutex, Tid { 10 }, {});
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in futex() for a lock that it holds itself. Only it could "
                           "release it, but it waits."));
    }

    void aJoinNamesTheThread()
    {
        Waiting story(Call::Futex);
        story.tell(10, 12, ThreadStarted {});
        CallEntered sleep;
        sleep.call = Call::Pause;
        story.tell(10, 12, sleep);
        story.lock(LockKind::Join, Tid { 12 }, {});
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in futex() for the end of thread 12 of waiter. That "
                           "thread has not ended."));
    }

    void aWordIsALockOrACondition()
    {
        Waiting story(Call::Futex);
        story.lock(LockKind::Word, {}, { Pid { 10 } });
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in futex() for a lock or a condition, until another "
                           "thread signals it. It has no other thread that could."));
        story.tell(10, 12, ThreadStarted {});
        CallEntered pause;
        pause.call = Call::Pause;
        story.tell(10, 12, pause);
        QVERIFY(why(story, 10).endsWith(QStringLiteral("Only its own threads could signal it.")));
        story.tell(10, 12, ThreadExited {});
        story.lock(LockKind::Word, {}, { Pid { 11 } });
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in futex() for a lock or a condition, until another "
                           "thread signals it. Only other could signal it (running)."));
        story.lock(LockKind::Word, {}, { Pid { 10 } }, true);
        QVERIFY(why(story, 10).endsWith(
            QStringLiteral("Programs that IPC Lab does not watch could end that wait.")));
    }

    void aSemaphoreWithANameIsCalledByIt_data()
    {
        QTest::addColumn<QByteArray>("memory");
        QTest::addColumn<QString>("words");
        QTest::newRow("it has one")
            << QByteArray("/dev/shm/sem.gate") << QStringLiteral("for the semaphore /gate");
        QTest::newRow("it is gone") << QByteArray("/dev/shm/sem.gate (deleted)")
                                    << QStringLiteral("for a semaphore whose name is gone");
        QTest::newRow("memory") << QByteArray("/dev/shm/board")
                                << QStringLiteral("for a lock or a condition in shared memory "
                                                  "board, until somebody signals it");
    }

    void aSemaphoreWithANameIsCalledByIt()
    {
        QFETCH(QByteArray, memory);
        QFETCH(QString, words);
        Waiting story(Call::Futex, {}, 1);
        story.channel(1, ChannelKind::Shm, memory.toStdString());
        story.lock(LockKind::Word, {}, {}, true);
        QVERIFY2(why(story, 10).contains(words), qPrintable(why(story, 10)));
    }

    void whatHasAKeyIsSaidWithIt()
    {
        Waiting story(Call::Semop, {}, 1);
        story.channel(1, ChannelKind::Semaphore, "semid 3, key 0x1234");
        story.lock(LockKind::Semaphores, {}, {}, true, 3);
        QVERIFY2(why(story, 10).contains(QStringLiteral("for the semaphores of set 3, key 0x1234")),
            qPrintable(why(story, 10)));
    }

    void aFileLockNamesFileAndOwner()
    {
        Waiting story(Call::Flock, 3, 1);
        story.channel(1, ChannelKind::File, "/tmp/data");
        story.open(10, 3, 1, Access::ReadWrite);
        story.lock(LockKind::File, Tid { 11 }, { Pid { 11 } });
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in flock(3) for the lock on %1, which other holds. Only "
                           "other can release it (running).")
                .arg(channelLabel(story.world, ChannelId { 1 })));
        story.lock(LockKind::File, {}, {}, true);
        QVERIFY2(why(story, 10).contains(
                     QStringLiteral("which a program holds that IPC Lab does not watch")),
            qPrintable(why(story, 10)));
    }

    void semaphoresAndQueuesAreNumbered()
    {
        Waiting semaphores(Call::Semop);
        semaphores.lock(LockKind::Semaphores, {}, {}, true, 7);
        QCOMPARE(why(semaphores, 10),
            QStringLiteral("waiter waits in semop() for the semaphores of set 7. Programs that IPC "
                           "Lab does not watch could end that wait."));
        Waiting takes(Call::Msgrcv);
        takes.lock(LockKind::Queue, {}, {}, true, 8);
        QVERIFY2(why(takes, 10).contains(
                     QStringLiteral("waiter waits in msgrcv() for a message in queue 8.")),
            qPrintable(why(takes, 10)));
        Waiting puts(Call::Msgsnd);
        puts.lock(LockKind::Queue, {}, {}, true, 9);
        QVERIFY2(why(puts, 10).contains(
                     QStringLiteral("waiter waits in msgsnd() for room in message queue 9.")),
            qPrintable(why(puts, 10)));
    }

    void anEpollSetNamesWhatIsInIt()
    {
        const int fds[] { 4, 5 };
        Waiting story(Call::EpollWait, 3, 1);
        story.channel(1, ChannelKind::Epoll, "anon_inode:[eventpoll]");
        story.pipe(2);
        story.channel(3, ChannelKind::Eventfd, "anon_inode:[eventfd]");
        story.open(10, 3, 1, Access::ReadWrite);
        story.open(10, 4, 2, Access::Read);
        story.open(10, 5, 3, Access::ReadWrite);
        story.tell(10, WaitLasts { Call::EpollWait, fds, {}, {}, {}, false });
        const QString label = channelLabel(story.world, ChannelId { 3 });
        QCOMPARE(why(story, 10),
            QStringLiteral(
                "waiter waits in epoll_wait(3) until something happens on pipe A and %1.")
                .arg(label));
    }

    void aFifoThatIsOpenedIsNamedWithWhatIsMissing()
    {
        Waiting story(Call::Openat);
        story.tell(10, WaitLasts { Call::Openat, {}, {}, "/tmp/f", Access::Read, true });
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in openat() until another process opens /tmp/f for "
                           "writing."));
        story.tell(10, WaitLasts { Call::Openat, {}, {}, "/tmp/f", Access::Write, true });
        QVERIFY(why(story, 10).endsWith(QStringLiteral("opens /tmp/f for reading.")));
    }

    void whoAloneCouldOpenAFifoIsSaid()
    {
        Waiting story(Call::Openat);
        story.tell(10, WaitLasts { Call::Openat, {}, {}, "/tmp/f", Access::Read, false });
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in openat() until another process opens /tmp/f for "
                           "writing. Only other could open it (running)."));
        CallEntered creates;
        creates.call = Call::Creat;
        story.tell(11, creates);
        story.tell(11, WaitLasts { Call::Creat, {}, {}, "/tmp/g", Access::Write, false });
        const Pid pids[] { Pid { 10 }, Pid { 11 } };
        FindingBegan began;
        began.pids = pids;
        story.tell(0, began);
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in openat() until another process opens /tmp/f for "
                           "writing. Only other could open it, but other waits in creat() until "
                           "another process opens /tmp/g for reading. Nobody can go on, unless a "
                           "signal comes."));
    }

    void whoIsAloneIsSaidToBe()
    {
        const Pid pids[] { Pid { 10 } };
        FindingBegan began;
        began.pids = pids;
        Waiting opens(Call::Openat);
        opens.tell(10, WaitLasts { Call::Openat, {}, {}, "/tmp/f", Access::Read, false });
        opens.tell(11, ProcessExited { 0, {}, false });
        opens.tell(0, began);
        QCOMPARE(why(opens, 10),
            QStringLiteral("waiter waits in openat() until another process opens /tmp/f for "
                           "writing. There is no other process that could open it. Nobody can go "
                           "on, unless a signal comes."));
        Waiting takes(Call::Semop);
        takes.lock(LockKind::Semaphores, {}, {}, false, 7);
        takes.tell(11, ProcessExited { 0, {}, false });
        takes.tell(0, began);
        QCOMPARE(why(takes, 10),
            QStringLiteral("waiter waits in semop() for the semaphores of set 7. There is no other "
                           "process that could end that wait. Nobody can go on, unless a "
                           "signal comes."));
    }

    void whoCouldEndItIsSaidOfWhoWaitsForItself()
    {
        const auto verdict = [](ChannelKind kind, bool handles) {
            Story story;
            story.launch(10, 1, { "waiter" });
            story.channel(1, kind, "/tmp/f");
            story.open(10, 3, 1, Access::ReadWrite);
            if (handles)
                story.tell(10, SignalActionSet { { SIGTERM }, SignalAction::Handler });
            story.enter(10, Call::Read, 3, 1);
            return verdictSentence(story.world, chainFrom(story.world, Pid { 10 }));
        };
        const QString pipe = verdict(ChannelKind::Pipe, true);
        QVERIFY2(pipe.contains(QLatin1String("could end that itself, in its handler of a signal")),
            qPrintable(pipe));
        const QString fifo = verdict(ChannelKind::Fifo, false);
        QVERIFY2(
            fifo.contains(QLatin1String("whoever opens that FIFO could end it")), qPrintable(fifo));
        const QString other = verdict(ChannelKind::Pipe, false);
        QVERIFY2(
            other.contains(QLatin1String("nobody but itself could end that")), qPrintable(other));
    }

    void aDeadlockOfThreadsTellsOfEach()
    {
        Waiting story(Call::Futex);
        story.tell(10, 12, ThreadStarted {});
        story.lock(LockKind::Mutex, Tid { 12 }, {});
        CallEntered futex;
        futex.call = Call::Futex;
        story.tell(10, 12, futex);
        story.tell(10, 12, LockWaiting { 0x2000, Tid { 10 }, LockKind::Mutex, {}, false, {} });
        const Pid pids[] { Pid { 10 } };
        FindingBegan began;
        began.pids = pids;
        story.tell(0, began);
        QCOMPARE(why(story, 10),
            QStringLiteral("waiter waits in futex() for a lock that thread 12 of waiter holds. "
                           "Thread 12 of waiter waits in futex() for a lock that waiter holds. "
                           "Nobody can go on, unless a signal comes."));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::LockWordingTest)
#include "lock_wording_test.moc"
