// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/unseen.h"
#include "tests/capture/running.h"
#include "tests/capture/watched.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

CaptureOptions closedKnown()
{
    CaptureOptions options;
    options.heldOnlyBy = isPipeHeldOnlyBy;
    return options;
}

QStringList attached(const char* way, const char* more = nullptr)
{
    QStringList argv { QString::fromStdString(tracee("attached")), QString::fromLatin1(way) };
    if (more)
        argv << QString::fromLatin1(more);
    return argv;
}

bool waitsIn(const World& world, Pid pid, Call call)
{
    const Process* const process = world.process(pid);
    return process && !process->threads.empty() && process->threads.begin()->second.call
        && process->threads.begin()->second.call->call == call;
}

bool sleeps(const Running& program)
{
    for (int i = 0; i < 10'000 && program.state() != 'S'; ++i)
        usleep(1000); // nobody reads meanwhile
    return program.state() == 'S';
}

bool untraced(Pid pid)
{
    std::ifstream file("/proc/" + std::to_string(pid.value) + "/status");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("TracerPid:"))
            return line.find_first_not_of(" \t0", 10) == std::string::npos;
    }
    return false;
}

} // namespace

class AttachTest : public QObject {
    Q_OBJECT

private slots:
    void whoWaitsIsShownWaitingAndItsBytesAreSeen_data();
    void whoWaitsIsShownWaitingAndItsBytesAreSeen();
    void noWaitIsLongerThanItWouldBeAlone();
    void aWriteThatIsHalfDoneIsFinished();
    void itsChildrenAreWatchedToo();
    void allOfItsThreadsAreWatched();
    void aSignalIsSeenAndDoesWhatItWouldDo();
    void whoComputesIsNotHeldUp();
    void twoThatWaitForEachOtherAreFound();
    void whoIsHeldFromOutsideIsNoDeadlock();
    void letGoItGoesOnUnwatched();
    void whoIsStoppedStaysStopped();
    void whatWeLaunchEndsAndWhatWeFoundGoesOn();
    void ourSuddenEndHarmsNobody();
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
    QVERIFY(QTest::qWaitFor([&] {
        return !all<CallReturned>(run.log()).empty() || !all<BytesRead>(run.log()).empty();
    }));
    QTest::qWait(50);
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

void AttachTest::noWaitIsLongerThanItWouldBeAlone()
{
    Running program(attached("late"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QCOMPARE(program.endsWith(), 0);
    program.says("none");
    for (const QByteArray& line : program.output().split('\n')) {
        if (!line.isEmpty())
            QVERIFY2(line.toInt() >= 950 && line.toInt() < 1300, line.constData());
    }
}

void AttachTest::aWriteThatIsHalfDoneIsFinished()
{
    Running program(attached("write"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Write); }));
    run.capture().detach(program.pid());
    QVERIFY(!program.says("none")); // reads all
    QCOMPARE(program.output().size(), 1000000);
    QVERIFY(run.ends());
    QCOMPARE(program.endsWith(), 0);
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
    Running program(attached("echo"));
    QVERIFY(sleeps(program));
    Watched run(program.pid(), closedKnown());
    QVERIFY(
        run.sees([&](const World& world) { return waitsIn(world, program.pid(), Call::Read); }));
    QVERIFY(!run.sees([](const World& world) { return !world.findings.empty(); }, 1500));
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
    kill(program.pid().value, SIGKILL);
    QCOMPARE(program.endsWith(), 128 + SIGKILL);
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
    const pid_t watcher = fork();
    if (watcher == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that fails leaves nobody who waits
        Watched run(program.pid(), closedKnown());
        const auto tell = [&told](bool seen) {
            [[maybe_unused]] const ssize_t written = write(told[1], seen ? "y" : "n", 1);
        };
        const auto waits = [&](const World& world) {
            return waitsIn(world, program.pid(), Call::EpollWait);
        };
        tell(run.sees(waits));
        tell(run.sees([&](const World& world) {
            return waits(world) && !all<BytesWritten>(run.log()).empty();
        }));
        pause();
    }
    const auto watcherSaw = [&told] {
        char answer = 0;
        return read(told[0], &answer, 1) == 1 && answer == 'y';
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

CAPTURE_TEST_MAIN(AttachTest)
#include "attach_test.moc"
