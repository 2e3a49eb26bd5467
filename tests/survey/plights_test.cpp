// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include "ipc-core/capture/task.h"

#include <QTemporaryDir>
#include <QThread>
#include <QtTest>

#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <memory>

using namespace ipclab;
using namespace ipclab::test;

namespace {

class Plight : public Bystander {
public:
    explicit Plight(const char* way, const QString& path = {})
        : Bystander(tracee(QStringLiteral("plights")), { QString::fromLatin1(way), path })
    {
        const QByteArrayList words = line().split(' ');
        child = Pid { words.size() == 2 ? words[1].toInt() : 0 };
    }
    Looked ending(ChainEnd end, Pid at = {})
    {
        return looksLike([end](const Looked& so) { return so.first().end == end; }, at);
    }

    Pid child;
};

const Wait& waitIn(const Looked& looked)
{
    static const Wait none;
    return looked.first().waits.empty() ? none : looked.first().waits.front();
}

// Who is where no such process is: it ended, and was waited for.
Pid gone()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    waitpid(child, nullptr, 0);
    return Pid { child };
}

} // namespace

class PlightsTest : public QObject {
    Q_OBJECT

private slots:
    void whoRunsIsSaidToRun();
    void aStoppedProcessIsSaidToBeStoppedByItsSignal();
    void aTracedProcessIsSaidToBeHeldByItsTracer();
    void aZombieKeepsItsCode();
    void aProcessThatIsGoneIsAnError();
    void aThreadLeadsToItsProcess();
    void aWaitForAChildLeadsToIt();
    void aVforkParentWaitsForItsChildAndIsNotSaidToBeOnDisk();
    void aMutexHasAnOwner();
    void aLockedFileLeadsToWhoHasTheLock();
    void theOpeningOfAFifoWaitsForTheOtherEnd_data();
    void theOpeningOfAFifoWaitsForTheOtherEnd();
    void whoHoldsAFifoInMemoryIsNamed();
    void numbersOfAnotherNamespaceAreNotOurs();
    void aLockOfAnotherNamespaceHasNoOwnerButThoseWhoShareItsMemory();
    void aLongChainOfSocketsTakesLittleStack();
    void aSocketsOwnLimitEndsTheWait();
    void bytesKeptByTheWriterAreFound();
    void aProcessLivesOnWithoutItsFirstThread();
    void aThreadWithDescriptorsOfItsOwnIsLookedUpInThose();
};

void PlightsTest::whoRunsIsSaidToRun()
{
    Plight plight("spin");
    QVERIFY(plight.ending(ChainEnd::Running).first().end == ChainEnd::Running);
}

void PlightsTest::aStoppedProcessIsSaidToBeStoppedByItsSignal()
{
    Plight plight("");
    plight.waiting();
    ::kill(plight.pid().value, SIGTSTP);
    const Looked looked = plight.ending(ChainEnd::Stopped);
    QVERIFY(looked.first().end == ChainEnd::Stopped);
    QCOMPARE(looked.world.process(plight.pid())->stoppedBy, SIGTSTP);
}

void PlightsTest::aTracedProcessIsSaidToBeHeldByItsTracer()
{
    Plight plight("");
    const pid_t traced = plight.pid().value;
    if (ptrace(PTRACE_SEIZE, traced, 0, 0) != 0)
        QSKIP("tracing is refused here");
    ptrace(PTRACE_INTERRUPT, traced, 0, 0);
    waitpid(traced, nullptr, __WALL);
    const Looked looked = plight.ending(ChainEnd::Traced);
    ptrace(PTRACE_DETACH, traced, 0, 0);
    QVERIFY(looked.first().end == ChainEnd::Traced);
    QCOMPARE(looked.world.process(plight.pid())->surveyed->tracer, Pid { getpid() });
}

void PlightsTest::aZombieKeepsItsCode()
{
    Plight plight("zombie");
    const Looked looked = plight.ending(ChainEnd::Ended, plight.child);
    QVERIFY(looked.first().end == ChainEnd::Ended);
    const Process* const zombie = looked.world.process(plight.child);
    QCOMPARE(zombie->parent, plight.pid());
    QCOMPARE(zombie->ending->code, std::optional(7));
}

void PlightsTest::aProcessThatIsGoneIsAnError()
{
    const Looked looked = lookAt(gone());
    QVERIFY(looked.error.has_value());
    QCOMPARE(looked.error->number, ESRCH);
}

void PlightsTest::aThreadLeadsToItsProcess()
{
    Plight plight("mutex");
    const Looked looked = plight.waiting();
    const Tid second = looked.world.process(plight.pid())->threads.rbegin()->first;
    QVERIFY(second != firstThread(plight.pid()));
    QCOMPARE(lookAt(Pid { second.value }).first().pid, plight.pid());
}

void PlightsTest::aWaitForAChildLeadsToIt()
{
    Plight plight("wait");
    const Looked looked = plight.waiting();
    QVERIFY(waitIn(looked).reason == WaitReason::Child);
    QCOMPARE(looked.first().wakers, std::vector { plight.child });
    QVERIFY(looked.link(plight.child));
}

void PlightsTest::aVforkParentWaitsForItsChildAndIsNotSaidToBeOnDisk()
{
    Plight plight("vfork");
    const Looked looked = plight.waiting();
    QCOMPARE(waitIn(looked).call, Call::Vfork);
    QVERIFY(waitIn(looked).reason == WaitReason::Child);
    QCOMPARE(looked.first().wakers.size(), 1U);
    QVERIFY(!looked.first().end);
}

void PlightsTest::aMutexHasAnOwner()
{
    Plight plight("mutex");
    const Looked looked = plight.waiting();
    const Wait& wait = waitIn(looked);
    QVERIFY(wait.reason == WaitReason::Lock);
    QVERIFY(wait.lock && wait.lock->owner);
    QVERIFY(*wait.lock->owner != firstThread(plight.pid()));
    QVERIFY(looked.world.process(plight.pid())->threads.contains(*wait.lock->owner));
}

void PlightsTest::aLockedFileLeadsToWhoHasTheLock()
{
    if (!QFile::exists(QStringLiteral("/proc/locks")))
        QSKIP("the kernel was built without locks on files");
    const QTemporaryDir folder;
    Plight plight("flock", folder.filePath(QStringLiteral("file")));
    const Looked looked = plight.waiting();
    QVERIFY(waitIn(looked).lock.has_value());
    QCOMPARE(looked.first().wakers, std::vector { plight.child });
}

void PlightsTest::theOpeningOfAFifoWaitsForTheOtherEnd_data()
{
    QTest::addColumn<QByteArray>("way");
    QTest::addColumn<bool>("writes");
    QTest::newRow("open") << QByteArray("open") << false;
    QTest::newRow("creat") << QByteArray("creat") << true;
    QTest::newRow("openat2") << QByteArray("openat2") << true;
}

void PlightsTest::theOpeningOfAFifoWaitsForTheOtherEnd()
{
    QFETCH(QByteArray, way);
    QFETCH(bool, writes);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("fifo"));
    Plight plight(way.constData(), path);
    const Looked looked = plight.ending(ChainEnd::Peer);
    QVERIFY(looked.first().end == ChainEnd::Peer);
    const Process* const process = looked.world.process(plight.pid());
    const CallInProgress& call = *process->threads.begin()->second.call;
    QCOMPARE(call.path, path.toStdString());
    QCOMPARE(call.opens, std::optional(writes ? Access::Write : Access::Read));
    QVERIFY(waitIn(looked).external);
    QVERIFY(looked.channel() && looked.channel()->kind == ChannelKind::Fifo);
    QCOMPARE(looked.channel()->name, path.toStdString());
}

void PlightsTest::whoHoldsAFifoInMemoryIsNamed()
{
    const QTemporaryDir folder(QStringLiteral("/dev/shm/ipclab-XXXXXX"));
    if (!folder.isValid())
        QSKIP("there is no /dev/shm");
    Plight plight("fifo", folder.filePath(QStringLiteral("fifo")));
    const Looked looked = plight.waiting();
    QVERIFY(looked.channel() && looked.channel()->kind == ChannelKind::Fifo);
    QCOMPARE(looked.first().wakers, std::vector { plight.child });
}

void PlightsTest::numbersOfAnotherNamespaceAreNotOurs()
{
    Plight plight("inside");
    if (!plight.child)
        QSKIP("no namespaces here");
    const Looked looked = plight.waiting(plight.child);
    QVERIFY(waitIn(looked).reason == WaitReason::Child);
    QCOMPARE(waitIn(looked).child, std::optional(Pid { -1 }));
    QCOMPARE(looked.first().wakers.size(), 1U);
    QCOMPARE(looked.world.process(looked.first().wakers.front())->parent, plight.child);
}

void PlightsTest::aLockOfAnotherNamespaceHasNoOwnerButThoseWhoShareItsMemory()
{
    Plight plight("inside-lock");
    if (!plight.child)
        QSKIP("no namespaces here");
    Pid waiter;
    const auto find = [&] {
        for (int pid = plight.child.value + 1; pid < plight.child.value + 50 && !waiter; ++pid) {
            const auto stat = statOf(Pid { pid });
            if (stat && stat->parent == plight.child)
                waiter = Pid { pid };
        }
        return bool(waiter);
    };
    QTRY_VERIFY(find());
    const Looked looked = plight.looksLike(
        [](const Looked& so) { return waitIn(so).reason == WaitReason::Lock; }, waiter);
    QVERIFY(waitIn(looked).lock.has_value());
    QVERIFY(!waitIn(looked).lock->owner);
    QVERIFY(std::ranges::count(waitIn(looked).lock->pids, plight.child) == 1);
}

void PlightsTest::aLongChainOfSocketsTakesLittleStack()
{
    Plight plight("chain");
    Looked looked;
    const std::unique_ptr<QThread> small(QThread::create([&] { looked = plight.waiting(); }));
    small->setStackSize(256U << 10U);
    small->start();
    small->wait();
    QVERIFY(!looked.error);
    QVERIFY(waitIn(looked).reason == WaitReason::Data);
}

void PlightsTest::aSocketsOwnLimitEndsTheWait()
{
    Plight plight("limit");
    const Looked looked = plight.ending(ChainEnd::Time);
    QVERIFY(looked.first().end == ChainEnd::Time);
    QVERIFY(waitIn(looked).reason == WaitReason::Data);
}

void PlightsTest::bytesKeptByTheWriterAreFound()
{
    Plight plight("kept-live");
    const Looked looked = plight.looksLike(
        [](const Looked& so) { return so.world.finding(FindingKind::StdioStuck) != nullptr; });
    const Finding* const finding = looked.world.finding(FindingKind::StdioStuck);
    QVERIFY(finding);
    QVERIFY(!looked.chain.stuck);
    const Process* const writer = looked.world.process(plight.child);
    const auto kept = std::ranges::find_if(
        writer->streams, [](const Stream& stream) { return stream.pending > 0; });
    QVERIFY(kept != writer->streams.end());
    QCOMPARE(kept->pending, 14U);
    QCOMPARE(kept->bytes, std::string("fourteen bytes"));
}

void PlightsTest::aProcessLivesOnWithoutItsFirstThread()
{
    Plight plight("headless");
    const Looked looked = plight.looksLike([](const Looked& so) {
        return so.first().waits.size() == 1 && so.first().end == ChainEnd::Signal;
    });
    QVERIFY(looked.first().end == ChainEnd::Signal);
    const Process* const process = looked.world.process(plight.pid());
    QCOMPARE(process->threads.size(), 1U);
    QVERIFY(process->threads.begin()->first != firstThread(plight.pid()));
}

void PlightsTest::aThreadWithDescriptorsOfItsOwnIsLookedUpInThose()
{
    Plight plight("own-table");
    const Looked looked = plight.waiting();
    const auto& waits = looked.first().waits;
    const auto reads = std::ranges::find(waits, Call::Read, &Wait::call);
    QVERIFY(reads != waits.end());
    QCOMPARE(reads->fd, std::optional(plight.child.value));
    QVERIFY(reads->channel);
    QCOMPARE(looked.world.channel(reads->channel)->kind, ChannelKind::Pipe);
}

QTEST_GUILESS_MAIN(PlightsTest)
#include "plights_test.moc"
