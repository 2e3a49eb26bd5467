// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"
#include "ipc-core/base/unique_fd.h"
#include "tests/capture/attached_program.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// After the first wait is seen to be over, is such a call seen to begin?
bool isEnteredAgain(const EventLog& log, Call call)
{
    EventIndex over = log.size();
    for (const auto& one : all<CallReturned>(log))
        over = std::min(over, one.index);
    for (const auto& one : all<BytesRead>(log))
        over = std::min(over, one.index);
    return std::ranges::any_of(all<CallEntered>(log),
        [&](const auto& one) { return one.index > over && one.body->call == call; });
}

} // namespace

class AttachTest : public QObject {
    Q_OBJECT

private slots:
    void whoWaitsIsShownWaitingAndItsBytesAreSeen_data();
    void whoWaitsIsShownWaitingAndItsBytesAreSeen();
    void whatAnUnwatchedReaderTookIsNoLongerInThePipe();
    void whoOpensAFifoIsShownWaitingForItsOtherEnd();
    void noWaitIsLongerThanItWouldBeAlone();
    void itsChildrenAreWatchedToo();
    void allOfItsThreadsAreWatched();
    void aSignalIsSeenAndDoesWhatItWouldDo();
    void whoComputesIsNotHeldUp();
    void twoThatWaitForEachOtherAreFound();
    void whoIsHeldFromOutsideIsNoDeadlock();
    void whoWaitsForAnotherInSharedMemoryIsNoDeadlock();
    void letGoItGoesOnUnwatched();
    void whoIsStoppedStaysStopped();
    void whatWeLaunchEndsAndWhatWeFoundGoesOn();
    void ourSuddenEndHarmsNobody();
    void whoseFirstThreadHasEndedIsWatchedAndLetGo_data();
    void whoseFirstThreadHasEndedIsWatchedAndLetGo();
    void whoExecutesWithoutItsFirstThreadGoesOn();
    void whatAPythonHasNotFlushedIsSeenThoughNoProbeSpeaks_data();
    void whatAPythonHasNotFlushedIsSeenThoughNoProbeSpeaks();
};

void AttachTest::whoWaitsIsShownWaitingAndItsBytesAreSeen_data()
{
    QTest::addColumn<QStringList>("argv");
    QTest::addColumn<int>("call");
    QTest::newRow("read") << attached("echo") << static_cast<int>(Call::Read);
    QTest::newRow("epoll") << attached("epoll") << static_cast<int>(Call::EpollWait);
    QTest::newRow("epoll with a limit")
        << attached("epoll", "100000") << static_cast<int>(Call::EpollWait);
    QTest::newRow("short epolls") << attached("epoll", "30") << static_cast<int>(Call::EpollWait);
}

void AttachTest::whoWaitsIsShownWaitingAndItsBytesAreSeen()
{
    QFETCH(QStringList, argv);
    QFETCH(int, call);
    Running program(argv);
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees([&](const World& world) {
        return waitsIn(world, program.pid(), static_cast<Call>(call));
    }));
    QCOMPARE(run.world().process(program.pid())->by, StartedBy::Attach);
    QCOMPARE(run.world().process(program.pid())->name, std::string("attached"));
    program.send("one");
    QVERIFY(program.says("one"));
    // Of a wait with a limit, what comes first may be missed, until it is seen to have woken.
    QTRY_VERIFY(isEnteredAgain(run.log(), static_cast<Call>(call)));
    program.send("two");
    QVERIFY(program.says("two"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
    QVERIFY(run.ends());
    const World& world = run.world();
    QCOMPARE(world.process(program.pid())->ending->code, std::optional(0));
    const auto written = all<BytesWritten>(run.log(), program.pid());
    QVERIFY(!written.empty());
    QCOMPARE(written.back().body->bytes.kept, std::string_view("two"));
    if (call == static_cast<int>(Call::Read))
        QCOMPARE(written.size(), 2U);
}

void AttachTest::whatAnUnwatchedReaderTookIsNoLongerInThePipe()
{
    Running program(attached("echo"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Read); }));
    program.send("one");
    QVERIFY(program.says("one"));
    QTRY_COMPARE(all<BytesWritten>(run.log(), program.pid()).size(), 1U);
    const ChannelId out = all<BytesWritten>(run.log(), program.pid()).front().body->channel;
    QVERIFY(run.sees([&](const World& world) {
        const Channel* const pipe = world.channel(out);
        return pipe->queueAt(End::First).written == 3 && pipe->queueAt(End::First).bytes == 0;
    }));
}

void AttachTest::whoOpensAFifoIsShownWaitingForItsOtherEnd()
{
    const QTemporaryDir folder;
    const QByteArray path = folder.filePath(QStringLiteral("fifo")).toLocal8Bit();
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    Running program(attached("fifo", path.constData()));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    ChannelId fifo;
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(program.pid());
        const auto wait = process ? waitOf(world, *process) : std::nullopt;
        if (!wait || wait->reason != WaitReason::Peer
            || process->threads.begin()->second.call->path != path.toStdString())
            return false;
        fifo = wait->channel;
        return true;
    }));
    UniqueFd end(::open(path.constData(), O_WRONLY | O_CLOEXEC));
    QCOMPARE(::write(end.get(), "in", 2), 2);
    end.reset();
    QCOMPARE(program.endsWith(), 0);
    QVERIFY(run.ends());
    QVERIFY(fifo);
    QCOMPARE(run.world().channel(fifo)->kind, ChannelKind::Fifo);
    QCOMPARE(run.world().channel(fifo)->name, path.toStdString());
    QCOMPARE(bytesRead(run.log(), fifo, program.pid()), std::string("in"));
}

void AttachTest::noWaitIsLongerThanItWouldBeAlone()
{
    Running program(attached("late"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(!run.error());
    QCOMPARE(program.endsWith(), 0);
    program.says("none");
    const QList<QByteArray> lines = program.output().trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    for (const QByteArray& line : lines)
        QVERIFY2(line.toInt() >= 950 && line.toInt() < 1300, line.constData());
}

void AttachTest::itsChildrenAreWatchedToo()
{
    Running program(attached("fork"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Read); }));
    program.send("1");
    QVERIFY(program.says("parent\n"));
    QCOMPARE(program.output(), QByteArray("child\nparent\n"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
    QVERIFY(run.ends());
    QCOMPARE(run.children().size(), 2U);
    const Pid child = run.children().back();
    QCOMPARE(run.world().process(child)->by, StartedBy::Fork);
    QCOMPARE(run.world().process(child)->ending->code, std::optional(7));
    QVERIFY(run.world().process(child)->ending->reaped);
    QCOMPARE(
        all<BytesWritten>(run.log(), child).front().body->bytes.kept, std::string_view("child\n"));
}

void AttachTest::allOfItsThreadsAreWatched()
{
    Running program(attached("threads"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(program.pid());
        return process && process->threads.size() == 2
            && std::ranges::all_of(process->threads,
                [](const auto& thread) { return thread.second.call.has_value(); });
    }));
    program.send("x");
    QVERIFY(program.says("x"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
    QVERIFY(run.ends());
    QVERIFY(all<BytesRead>(run.log()).front().event->tid != firstThread(program.pid()));
}

void AttachTest::aSignalIsSeenAndDoesWhatItWouldDo()
{
    Running program(attached("handler"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Read); }));
    QCOMPARE(run.world().process(program.pid())->actions.at(SIGUSR1), SignalAction::Handler);
    QCOMPARE(run.world().process(program.pid())->actions.at(SIGWINCH), SignalAction::Ignore);
    kill(program.pid().value, SIGWINCH);
    kill(program.pid().value, SIGUSR1);
    QVERIFY(program.says("signal\n"));
    program.send("on");
    QVERIFY(program.says("on"));
    kill(program.pid().value, SIGTERM);
    QCOMPARE(program.endsWith(), 128 + SIGTERM);
    QVERIFY(run.ends());
    QCOMPARE(all<SignalDelivered>(run.log()).front().body->signal.value, SIGUSR1);
    QCOMPARE(run.world().process(program.pid())->ending->signal, SIGTERM);
}

void AttachTest::whoComputesIsNotHeldUp()
{
    Running program(attached("compute"));
    QVERIFY(program.says("ready\n"));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees([&](const World& world) { return world.process(program.pid()); }));
    QVERIFY(!run.error());
    kill(program.pid().value, SIGUSR1);
    QVERIFY(program.says("signal\n"));
    QVERIFY(run.sees([&](const World&) { return !all<BytesWritten>(run.log()).empty(); }));
    run.capture().detach(program.pid());
    QVERIFY(run.ends());
    QCOMPARE(program.state(), 'R');
}

void AttachTest::twoThatWaitForEachOtherAreFound()
{
    Running program(attached("pair"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    const Finding found = *run.world().finding(FindingKind::Deadlock);
    QCOMPARE(found.pids.size(), 2U);
    QCOMPARE(found.pids.front(), program.pid());
    kill(found.pids.back().value, SIGKILL);
    QCOMPARE(program.endsWith(), 5);
}

void AttachTest::whoIsHeldFromOutsideIsNoDeadlock()
{
    Running program(attached("outside"));
    QVERIFY(program.says("ready\n"));
    QVERIFY(sleeps(program));
    std::atomic<int> looks = 0;
    CaptureOptions options;
    options.heldOnlyBy = [&looks](std::uint64_t pipe, const std::vector<Pid>& pids) {
        const bool only = isPipeHeldOnlyBy(pipe, pids);
        ++looks;
        return only;
    };
    Watched run(program.pid(), options);
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Read); }));
    QTRY_VERIFY_WITH_TIMEOUT(looks > 2, 30'000); // two would do to call it closed
    QVERIFY(std::ranges::none_of(
        all<ChannelHeld>(run.log()), [](const auto& one) { return one.body->closed; }));
    QVERIFY(all<FindingBegan>(run.log()).empty());
    program.send("x"); // the other writes it
    QVERIFY(program.says("x"));
    QCOMPARE(program.endsWith(), 0);
}

void AttachTest::whoWaitsForAnotherInSharedMemoryIsNoDeadlock()
{
    // Its first thread has ended, and shows no memory: that of the other is shared with a child.
    Running program({ QString::fromStdString(tracee("locks")), QStringLiteral("headless"),
        QStringLiteral("live") });
    QVERIFY(QTest::qWaitFor([&] { return program.state() == 'Z'; }));
    Watched run(program.pid(), closedKnown());
    QVERIFY(!run.error());
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
    QVERIFY(!all<LockWaiting>(run.log()).empty());
}

void AttachTest::letGoItGoesOnUnwatched()
{
    Running program(attached("epoll"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees(
        [&](const World& world) { return waitsIn(world, program.pid(), Call::EpollWait); }));
    run.capture().detach(program.pid());
    QVERIFY(run.ends());
    QVERIFY(untraced(program.pid()));
    const Process* const process = run.world().process(program.pid());
    QVERIFY(process->ending && process->ending->detached);
    QVERIFY(process->state() == ProcessState::Gone);
    const EventIndex size = run.log().size();
    program.send("alone");
    QVERIFY(program.says("alone"));
    QCOMPARE(run.log().size(), size);
    // And again: it is as it was.
    Watched again(program.pid(), closedKnown());
    QVERIFY(again.sees(
        [&](const World& world) { return waitsIn(world, program.pid(), Call::EpollWait); }));
    again.drop();
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
}

void AttachTest::whoIsStoppedStaysStopped()
{
    Running program(attached("epoll"));
    QVERIFY(sleeps(program));
    kill(program.pid().value, SIGSTOP);
    QVERIFY(QTest::qWaitFor([&] { return program.state() == 'T'; }));
    for (const bool drop : { false, true }) {
        Watched run(program.pid(), closedKnown());
        QVERIFY(run.sees([&](const World& world) {
            const Process* const process = world.process(program.pid());
            return process && process->stoppedBy == SIGSTOP;
        }));
        if (!drop)
            run.capture().detach();
        else
            run.drop();
        QVERIFY(drop || run.ends());
        QVERIFY(untraced(program.pid()));
        QTRY_COMPARE(program.state(), 'T');
    }
    Watched run(program.pid(), closedKnown());
    QVERIFY(run.sees([&](const World& world) { return world.process(program.pid()); }));
    kill(program.pid().value, SIGCONT);
    QVERIFY(
        run.sees([&](const World& world) { return world.process(program.pid())->stoppedBy == 0; }));
    QCOMPARE(program.endsWith(), 3); // alone, too: a stop ends an epoll_wait, signal(7)
}

void AttachTest::whatWeLaunchEndsAndWhatWeFoundGoesOn()
{
    Running program(attached("epoll"));
    QVERIFY(sleeps(program));
    Watched run(specOf({ "/bin/sleep", "1000" }), closedKnown());
    QVERIFY(!run.error());
    run.capture().attach(program.pid(), [](const Result<Pid>&) {});
    QVERIFY(run.sees(
        [&](const World& world) { return waitsIn(world, program.pid(), Call::EpollWait); }));
    run.capture().killAll();
    QVERIFY(run.ends());
    QVERIFY(!lives(run.pid()));
    program.send("on");
    QVERIFY(program.says("on"));
    run.capture().attach(program.pid(), [](const Result<Pid>&) {});
    QTRY_VERIFY(run.capture().living() == 1);
    run.drop();
    QVERIFY(untraced(program.pid()));
    program.send("and on");
    QVERIFY(program.says("and on"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
}

void AttachTest::ourSuddenEndHarmsNobody()
{
    Running program(attached("epoll"));
    QVERIFY(sleeps(program));
    int told[2];
    QVERIFY(pipe(told) == 0);
    UniqueFd heard(told[0]);
    UniqueFd telling(told[1]);
    const pid_t watcher = fork();
    if (watcher == 0) {
        heard.reset();
        prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that fails leaves nobody who waits
        Watched run(program.pid(), closedKnown());
        const auto tell = [&telling](bool seen) {
            [[maybe_unused]] const ssize_t written = write(telling.get(), seen ? "y" : "n", 1);
        };
        const auto waits
            = [&](const World& world) { return waitsIn(world, program.pid(), Call::EpollWait); };
        tell(run.sees(waits));
        tell(run.sees([&](const World& world) {
            return waits(world) && !all<BytesWritten>(run.log()).empty();
        }));
        pause();
    }
    telling.reset(); // if the watcher ends, so does the wait for it
    const auto watcherSaw = [&heard] {
        char answer = 0;
        return read(heard.get(), &answer, 1) == 1 && answer == 'y';
    };
    QVERIFY(watcherSaw()); // traced is not yet watched: what it writes before is nobody's to see
    program.send("first");
    QVERIFY(program.says("first"));
    QVERIFY(watcherSaw());
    QVERIFY(!untraced(program.pid()));
    kill(watcher, SIGKILL);
    waitpid(watcher, nullptr, 0);
    QVERIFY(untraced(program.pid()));
    program.send("on");
    QVERIFY(program.says("on"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
}

void AttachTest::whoseFirstThreadHasEndedIsWatchedAndLetGo_data()
{
    QTest::addColumn<bool>("before");
    QTest::newRow("before we came") << true;
    QTest::newRow("since") << false;
}

void AttachTest::whoseFirstThreadHasEndedIsWatchedAndLetGo()
{
    QFETCH(bool, before);
    Running program(attached("headless"));
    QVERIFY(program.says("ready\n"));
    const auto endFirst = [&] {
        kill(program.pid().value, SIGUSR1);
        return program.says("signal\n") && QTest::qWaitFor([&] { return program.state() == 'Z'; });
    };
    QVERIFY(!before || endFirst());
    Watched run(program.pid(), closedKnown());
    QVERIFY(!run.error());
    QVERIFY(before || endFirst());
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(program.pid());
        return process && std::ranges::any_of(process->threads, [&](const auto& thread) {
            return thread.first != firstThread(program.pid()) && thread.second.call;
        });
    }));
    program.send("watched");
    QVERIFY(program.says("watched"));
    run.capture().detach();
    QVERIFY(run.ends());
    program.send("alone");
    QVERIFY(program.says("alone"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
}

// It takes the number of the first thread, of which we have never heard.
void AttachTest::whoExecutesWithoutItsFirstThreadGoesOn()
{
    Running program(attached("headless"));
    QVERIFY(program.says("ready\n"));
    kill(program.pid().value, SIGUSR1);
    QVERIFY(program.says("signal\n"));
    QTRY_COMPARE(program.state(), 'Z');
    Watched run(program.pid(), closedKnown());
    QVERIFY(!run.error());
    program.send("exec");
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(program.pid());
        return process && process->name == "cat";
    }));
    program.send("more");
    QVERIFY(program.says("more"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
    QVERIFY(run.ends());
}

void AttachTest::whatAPythonHasNotFlushedIsSeenThoughNoProbeSpeaks_data()
{
    QTest::addColumn<QStringList>("argv");
    QTest::addColumn<bool>("begins");
    const QString script = QStringLiteral("import sys; print('kept'); sys.stdin.readline()");
    QTest::newRow("it runs") << QStringList { QStringLiteral("/usr/bin/python3"),
        QStringLiteral("-E"), QStringLiteral("-c"), script }
                             << false;
    QTest::newRow("it is executed while watched") << QStringList { QStringLiteral("/bin/sh"),
        QStringLiteral("-c"), QStringLiteral("read go; exec /usr/bin/python3 -E -c \"$0\""),
        script } << true;
}

void AttachTest::whatAPythonHasNotFlushedIsSeenThoughNoProbeSpeaks()
{
    QFETCH(QStringList, argv);
    QFETCH(bool, begins);
    Running program(argv);
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(!run.error());
    if (begins)
        program.send("\n");
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(program.pid());
        return process && std::ranges::any_of(process->streams, [](const Stream& stream) {
            return stream.name == "sys.stdout" && stream.pending == 5;
        });
    }));
}

CAPTURE_TEST_MAIN(AttachTest)
#include "attach_test.moc"
