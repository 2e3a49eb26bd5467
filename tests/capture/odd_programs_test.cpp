// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/side_by_side.h"

#include <csignal>
#include <set>

using namespace ipclab;
using namespace ipclab::test;

// Unusual ways to make, pass and lose a process: nothing fails that would not fail alone, and what
// is told is true.
class OddProgramsTest : public QObject {
    Q_OBJECT

private slots:
    void theyDoAsTheyWouldAlone_data();
    void theyDoAsTheyWouldAlone();
    void aProcessMadeByClone3IsKnown();
    void whoAsksNotToBeTracedIsFollowedAllTheSame();
    void aSiblingIsTheChildOfItsMakersParent();
    void sharedMemoryMakesNoThread();
    void aSharedTableOfDescriptorsIsClosedForBoth();
    void execFromAnotherThreadLeavesOneThread_data();
    void execFromAnotherThreadLeavesOneThread();
    void allThreadsEndWithTheirProcess();
    void anOrphanGoesToTheNearestAncestorThatAskedForIt();
    void aZombieIsInherited();
    void aChildThatEndsSilentlyIsAZombieEvenWhereSigchldIsIgnored();
    void whoIsKilledInTheMiddleEndsOnce();
    void whoIsMadeWhileItsMakerIsKilledIsKnown();
    void aVforkParentWaitsForItsChild();
    void tenThousandDescriptorsAreKept();
    void ofAPageThatGoesNoByteIsInvented();

private:
    Watched& seen(const char* way)
    {
        watched({ tracee("odd"), way }, m_run);
        return *m_run;
    }

    std::unique_ptr<Watched> m_run;
};

void OddProgramsTest::theyDoAsTheyWouldAlone_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "clone3", "untraced", "sibling", "memory", "files", "silent",
             "silent-zombie", "exec", "exec-after-leader", "exit-many", "subreaper",
             "inherited-zombie", "killed", "killed-at-birth", "vfork", "descriptors", "closes",
             "unmaps", "sends", "flood", "flood-threads", "waits-once" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void OddProgramsTest::theyDoAsTheyWouldAlone()
{
    QFETCH(QString, way);
    const std::vector<std::string> command { tracee("odd"), way.toStdString() };
    const std::string expected = alone(command);
    QVERIFY2(expected.find("-> ") != std::string::npos, expected.c_str());
    QCOMPARE(watched(command, m_run), expected);
    for (const auto& [pid, process] : m_run->world().processes) {
        if (process.self)
            continue;
        QVERIFY(process.ending && process.ending->reaped);
        QCOMPARE(all<ProcessExited>(m_run->log(), pid).size(), std::size_t { 1 });
        QCOMPARE(all<ProcessReaped>(m_run->log(), pid).size(), std::size_t { 1 });
    }
}

void OddProgramsTest::aProcessMadeByClone3IsKnown()
{
    Watched& run = seen("clone3");
    QCOMPARE(run.children().size(), std::size_t { 1 });
    const Pid child = run.children().front();
    QCOMPARE(run.world().process(child)->parent, run.pid());
    QCOMPARE(run.world().process(child)->ending->code, std::optional(5));
}

void OddProgramsTest::whoAsksNotToBeTracedIsFollowedAllTheSame()
{
    Watched& run = seen("untraced");
    QCOMPARE(run.children().size(), std::size_t { 2 });
    const auto letter = [&](std::size_t child) {
        const auto written = all<BytesWritten>(run.log(), run.children().at(child));
        return written.empty() ? std::string() : std::string(written.front().body->bytes.kept);
    };
    QCOMPARE(letter(0), std::string("a"));
    QCOMPARE(letter(1), std::string("b"));
}

void OddProgramsTest::aSiblingIsTheChildOfItsMakersParent()
{
    Watched& run = seen("sibling");
    QCOMPARE(run.children().size(), std::size_t { 2 });
    const auto started = all<ProcessStarted>(run.log(), run.children().back());
    QCOMPARE(started.front().body->ppid, run.pid());
    QCOMPARE(started.front().body->maker, std::optional(run.children().front()));
    QVERIFY(all<ProcessAdopted>(run.log()).empty()); // though its maker has ended
}

void OddProgramsTest::sharedMemoryMakesNoThread()
{
    Watched& run = seen("memory");
    QCOMPARE(run.children().size(), std::size_t { 1 });
    QVERIFY(all<ThreadStarted>(run.log()).empty());
    QVERIFY(all<ProcessStarted>(run.log(), run.children().front()).front().body->sharesMemory);
    QCOMPARE(run.world().process(run.children().front())->ending->code, std::optional(4));
}

void OddProgramsTest::aSharedTableOfDescriptorsIsClosedForBoth()
{
    Watched& run = seen("files");
    const Pid child = run.children().front();
    const auto exited = all<ProcessExited>(run.log(), child).front().index;
    const auto closed = all<DescriptorClosed>(run.log(), run.pid());
    const auto ofChild = all<DescriptorClosed>(run.log(), child);
    QVERIFY(!ofChild.empty());
    QVERIFY(std::ranges::any_of(closed, [&](const auto& one) {
        return one.body->fd == ofChild.front().body->fd && one.index < exited;
    }));
}

void OddProgramsTest::execFromAnotherThreadLeavesOneThread_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("the first lives") << QStringLiteral("exec");
    QTest::newRow("the first has ended") << QStringLiteral("exec-after-leader");
}

void OddProgramsTest::execFromAnotherThreadLeavesOneThread()
{
    QFETCH(QString, way);
    Watched& run = seen(way.toUtf8().constData());
    const auto executed = all<ProgramExecuted>(run.log(), run.pid());
    QCOMPARE(executed.size(), std::size_t { 2 });
    QCOMPARE(executed.back().event->tid, firstThread(run.pid()));
    World world;
    while (world.applied <= executed.back().index)
        apply(world, run.log()[world.applied]);
    const auto& threads = world.process(run.pid())->threads;
    QCOMPARE(threads.size(), std::size_t { 1 });
    QCOMPARE(threads.begin()->first, firstThread(run.pid()));
    // Nothing is heard of the others afterwards.
    for (EventIndex i = executed.back().index; i < run.log().size(); ++i) {
        if (run.log()[i].pid == run.pid())
            QCOMPARE(run.log()[i].tid, firstThread(run.pid()));
    }
}

void OddProgramsTest::allThreadsEndWithTheirProcess()
{
    Watched& run = seen("exit-many");
    QCOMPARE(all<ThreadStarted>(run.log(), run.pid()).size(), std::size_t { 41 });
    QCOMPARE(run.world().process(run.pid())->ending->code, std::optional(7));
    QVERIFY(run.world().process(run.pid())->threads.empty());
}

void OddProgramsTest::anOrphanGoesToTheNearestAncestorThatAskedForIt()
{
    Watched& run = seen("subreaper");
    QCOMPARE(run.children().size(), std::size_t { 2 });
    const Pid orphan = run.children().back();
    const auto adopted = all<ProcessAdopted>(run.log(), orphan);
    QCOMPARE(adopted.size(), std::size_t { 1 });
    QCOMPARE(adopted.front().body->parent, run.pid());
    QCOMPARE(all<ProcessReaped>(run.log(), orphan).front().body->by, run.pid());
}

void OddProgramsTest::aZombieIsInherited()
{
    Watched& run = seen("inherited-zombie");
    const Pid zombie = run.children().back();
    const auto adopted = all<ProcessAdopted>(run.log(), zombie);
    QCOMPARE(adopted.size(), std::size_t { 1 });
    QCOMPARE(adopted.front().body->parent, run.pid());
    QVERIFY(all<ProcessExited>(run.log(), zombie).front().index < adopted.front().index);
    QCOMPARE(all<ProcessReaped>(run.log(), zombie).front().body->by, run.pid());
}

void OddProgramsTest::aChildThatEndsSilentlyIsAZombieEvenWhereSigchldIsIgnored()
{
    Watched& run = seen("silent-zombie");
    const Pid child = run.children().front();
    const auto exited = all<ProcessExited>(run.log(), child).front();
    const auto reaped = all<ProcessReaped>(run.log(), child).front();
    QVERIFY(run.log()[reaped.index].at - exited.event->at > 100 * kMillisecond);
}

void OddProgramsTest::whoIsKilledInTheMiddleEndsOnce()
{
    Watched& run = seen("killed");
    int killed = 0;
    for (const auto& one : all<ProcessExited>(run.log()))
        killed += one.body->signal.value == SIGKILL ? 1 : 0;
    QVERIFY(killed >= 60);
    std::set<Pid> ended;
    for (const auto& one : all<ProcessExited>(run.log()))
        QVERIFY(ended.insert(one.event->pid).second);
}

void OddProgramsTest::whoIsMadeWhileItsMakerIsKilledIsKnown()
{
    // Were one of them lost, it would stand still for ever, and so would who waits for it.
    Watched& run = seen("killed-at-birth");
    int killed = 0;
    for (const auto& one : all<ProcessExited>(run.log()))
        killed += one.body->signal.value == SIGKILL ? 1 : 0;
    QVERIFY(killed >= 200);
    QCOMPARE(all<ProcessStarted>(run.log()).size(), all<ProcessExited>(run.log()).size() + 1);
    QCOMPARE(all<ProcessReaped>(run.log()).size(), all<ProcessExited>(run.log()).size());
}

void OddProgramsTest::aVforkParentWaitsForItsChild()
{
    Watched run({ tracee("odd"), "vfork" });
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && process->state() == ProcessState::Waiting
            && process->threads.begin()->second.call->call == Call::Vfork;
    }));
    const Pid child = run.children().front();
    QCOMPARE(run.world().process(child)->alive(), true);
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void OddProgramsTest::tenThousandDescriptorsAreKept()
{
    Watched& run = seen("descriptors");
    QVERIFY(all<DescriptorOpened>(run.log(), run.pid()).size() >= 10000);
    const Pid child = run.children().front();
    QVERIFY(all<DescriptorClosed>(run.log(), child).size() >= 10000);
    // Close-on-exec closes them, too.
    QVERIFY(all<DescriptorClosed>(run.log(), run.pid()).size() >= 10000);
}

void OddProgramsTest::ofAPageThatGoesNoByteIsInvented()
{
    Watched& run = seen("unmaps");
    const auto written = all<BytesWritten>(run.log(), run.pid());
    const auto read = all<BytesRead>(run.log(), run.pid());
    QVERIFY(written.size() > 1000);
    for (const auto& one : written)
        QCOMPARE(one.body->bytes.kept.size() + one.body->cut, one.body->count);
    std::uint64_t in = 0;
    std::uint64_t out = 0;
    for (const auto& one : written)
        in += one.body->channel == written.front().body->channel ? one.body->count : 0;
    for (const auto& one : read)
        out += one.body->channel == written.front().body->channel ? one.body->count : 0;
    QCOMPARE(out, in);
}

CAPTURE_TEST_MAIN(OddProgramsTest)
#include "odd_programs_test.moc"
