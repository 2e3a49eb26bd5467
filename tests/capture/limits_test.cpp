// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/side_by_side.h"

#include <QScopeGuard>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool isNoted(const EventLog& log, SightLimit limit, Pid of = {})
{
    return std::ranges::any_of(
        all<LimitNoted>(log, of), [&](const auto& one) { return one.body->limit == limit; });
}

} // namespace

// Where less is seen of a program than there is, it runs as it would alone, what is seen is true,
// and that there is more is said.
class LimitsTest : public QObject {
    Q_OBJECT

private slots:
    void theyDoAsTheyWouldAlone_data();
    void theyDoAsTheyWouldAlone();
    void whatAThirtyTwoBitCallDoesIsNotTakenForSomethingElse();
    void aThirtyTwoBitProgramIsKnownByItsFile();
    void aProgramsOwnFilterIsNoted();
    void whoIsSupervisedIsNotedAndItsChildrenToo();
    void whoWouldTraceIsRefusedAndThatIsNoted();
    void aProgramThatWouldBePrivilegedIsNoted();
    void aFurtherProgramIsSeenAnew();
    void anOrdinaryProgramHasNoLimits();
    void itIsWatchedWhereNoFileMayGrow();
    void buffersOfOtherLibrariesAreUnknown_data();
    void buffersOfOtherLibrariesAreUnknown();
    void aStreamOfCppIsSeenOrSaidToBeUnknown();

private:
    Watched& seen(const char* way)
    {
        watched({ tracee("limits"), way }, m_run);
        return *m_run;
    }

    std::unique_ptr<Watched> m_run;
};

void LimitsTest::theyDoAsTheyWouldAlone_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "foreign", "errno", "trap", "trace", "killed", "supervised" })
        QTest::newRow(way) << QString::fromLatin1(way);
}

void LimitsTest::theyDoAsTheyWouldAlone()
{
    QFETCH(QString, way);
    const std::vector<std::string> command { tracee("limits"), way.toStdString() };
    const std::string expected = alone(command);
    QCOMPARE(watched(command, m_run), expected);
}

void LimitsTest::whatAThirtyTwoBitCallDoesIsNotTakenForSomethingElse()
{
#ifndef __x86_64__
    QSKIP("only x86-64 runs 32-bit calls of this sort");
#endif
    if (alone({ tracee("limits"), "foreign" }).find("-> 0") == std::string::npos)
        QSKIP("this kernel runs no 32-bit calls");
    Watched& run = seen("foreign");
    QVERIFY(isNoted(run.log(), SightLimit::ForeignCalls));
    QCOMPARE(all<LimitNoted>(run.log()).size(), std::size_t { 1 });
    // Of the pipe, only what was done by 64-bit calls was moved; but its level was looked at.
    ChannelId pipe;
    for (const auto& one : all<ChannelCreated>(run.log())) {
        if (one.body->kind == ChannelKind::Pipe)
            pipe = one.body->channel;
    }
    QCOMPARE(bytesRead(run.log(), pipe, run.pid()), std::string("f"));
    QVERIFY(bytesWritten(run.log(), pipe, run.pid()).empty());
    QVERIFY(std::ranges::any_of(all<ChannelLevel>(run.log()),
        [&](const auto& one) { return one.body->channel == pipe && one.body->bytes == 9; }));
    // dup2 and close were made unseen, and found.
    QVERIFY(std::ranges::any_of(all<DescriptorOpened>(run.log()),
        [&](const auto& one) { return one.body->channel == pipe && one.body->fd == 50; }));
    const Channel* const channel = run.world().channel(pipe);
    QVERIFY(channel && channel->outside);
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void LimitsTest::aThirtyTwoBitProgramIsKnownByItsFile()
{
    const std::string program = tracee("small32");
    if (::access(program.c_str(), X_OK) != 0)
        QSKIP("no 32-bit program can be built here");
    if (alone({ program }).find("-> 32") == std::string::npos)
        QSKIP("this kernel runs no 32-bit programs");
    QCOMPARE(watched({ program }, m_run), alone({ program }));
    QVERIFY(isNoted(m_run->log(), SightLimit::ForeignCalls, m_run->pid()));
    QVERIFY(all<BytesWritten>(m_run->log()).empty());
}

void LimitsTest::aProgramsOwnFilterIsNoted()
{
    for (const char* const way : { "errno", "trap", "trace", "killed" })
        QVERIFY2(isNoted(seen(way).log(), SightLimit::OwnFilter), way);
    QVERIFY(!isNoted(m_run->log(), SightLimit::Supervised));
}

void LimitsTest::whoIsSupervisedIsNotedAndItsChildrenToo()
{
    Watched& run = seen("supervised");
    QVERIFY(isNoted(run.log(), SightLimit::Supervised, run.pid()));
    QVERIFY(run.world().process(run.children().front())->unseen());
}

void LimitsTest::whoWouldTraceIsRefusedAndThatIsNoted()
{
    QCOMPARE(watched({ tracee("limits"), "traces" }, m_run), std::string("1 1\n-> 0"));
    QVERIFY(isNoted(m_run->log(), SightLimit::CannotTrace, m_run->pid()));
    QVERIFY(isNoted(m_run->log(), SightLimit::CannotTrace, m_run->children().front()));
}

void LimitsTest::aProgramThatWouldBePrivilegedIsNoted()
{
    const QTemporaryDir folder;
    ::chmod(folder.path().toLocal8Bit().constData(), 0755);
    const QByteArray path = folder.filePath(QStringLiteral("id")).toLocal8Bit();
    QVERIFY(QFile::copy(QStringLiteral("/usr/bin/id"), QString::fromLocal8Bit(path)));
    std::string program = path.toStdString();
    if (::geteuid() == 0) { // of another user
        QCOMPARE(::chown(path.constData(), 65534, 65534), 0);
        QCOMPARE(::chmod(path.constData(), 04755), 0);
    } else {
        program = "/bin/su"; // of root
        struct stat status { };
        if (::stat(program.c_str(), &status) != 0 || (status.st_mode & S_ISUID) == 0)
            QSKIP("there is no set-user-ID program here");
    }
    watched({ program, "--help" }, m_run);
    QVERIFY(isNoted(m_run->log(), SightLimit::Unprivileged, m_run->pid()));
}

void LimitsTest::aFurtherProgramIsSeenAnew()
{
    watched({ "/bin/sh", "-c", "\"$0\" trap; exec /bin/true", tracee("limits") }, m_run);
    QVERIFY(m_run->world().process(m_run->pid())->limits.empty());
    const auto& limits = m_run->world().process(m_run->children().front())->limits;
    QCOMPARE(limits, (std::set { SightLimit::OwnFilter }));
}

void LimitsTest::anOrdinaryProgramHasNoLimits()
{
    watched({ "/bin/sh", "-c", "echo one | cat | /usr/bin/python3 -c 'input()'" }, m_run);
    QVERIFY(all<LimitNoted>(m_run->log()).empty());
}

void LimitsTest::itIsWatchedWhereNoFileMayGrow()
{
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto back = qScopeGuard([&] { ::setrlimit(RLIMIT_FSIZE, &before); });
    rlimit none = before;
    none.rlim_cur = 4; // bytes
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &none), 0);
    QCOMPARE(watched({ "/bin/echo", "ok" }, m_run), std::string("ok\n-> 0"));
    QVERIFY(!all<BytesWritten>(m_run->log()).empty());
}

void LimitsTest::buffersOfOtherLibrariesAreUnknown_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<int>("limit");
    QTest::newRow("a static program")
        << QStringLiteral("static") << static_cast<int>(SightLimit::StaticProgram);
    QTest::newRow("musl") << QStringLiteral("musl") << static_cast<int>(SightLimit::OtherLibrary);
}

void LimitsTest::buffersOfOtherLibrariesAreUnknown()
{
    QFETCH(QString, program);
    QFETCH(int, limit);
    const std::string path = tracee(program.toStdString());
    if (::access(path.c_str(), X_OK) != 0)
        QSKIP("no such program can be built here");
    QCOMPARE(watched({ path }, m_run), alone({ path }));
    QVERIFY(isNoted(m_run->log(), static_cast<SightLimit>(limit), m_run->pid()));
    QVERIFY(all<StdioLevel>(m_run->log()).empty());
}

void LimitsTest::aStreamOfCppIsSeenOrSaidToBeUnknown()
{
    const QTemporaryDir folder;
    const QByteArray fifo = folder.filePath(QStringLiteral("fifo")).toLocal8Bit();
    QCOMPARE(::mkfifo(fifo.constData(), 0600), 0);
    watched({ "/bin/sh", "-c", "cat \"$1\" & \"$0\" \"$1\"; wait", tracee("streams"),
                fifo.toStdString() },
        m_run);
    Pid streams;
    for (const auto& one : all<ProgramExecuted>(m_run->log())) {
        if (one.body->path.ends_with("/streams"))
            streams = one.event->pid;
    }
    QVERIFY(isNoted(m_run->log(), SightLimit::CppStreams, streams)); // std::ofstream
    QVERIFY(std::ranges::any_of(all<StdioLevel>(m_run->log(), streams), [](const auto& one) {
        return one.body->stream == "std::cout" && one.body->bytes.kept == "kept back";
    }));
}

CAPTURE_TEST_MAIN(LimitsTest)
#include "limits_test.moc"
