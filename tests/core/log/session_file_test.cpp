// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_file.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <cerrno>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace ipclab;

namespace {

const SessionHeader kHeader { "endless-dialog", "python", "Ana", "2026-01-01T10:00:00+01:00",
    { "sh", "-c", "echo \"é\xFF\" > \n" } };

QByteArray contentOf(const std::string& path)
{
    QFile file(QString::fromStdString(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SessionFileTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void whatIsWrittenIsReadBackEqual();
    void aSessionGrowsWithItsLog();
    void whatWasDroppedIsSaid();
    void aRecordedSessionIsReadAsEver();
    void aFolderThatIsNotThereIsAnError();
    void aFullDiskIsAnErrorWithThePath();
    void afterAFailureNoByteIsMissingOrTwice();

private:
    [[nodiscard]] std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromUtf8(name)).toStdString();
    }
    QTemporaryDir m_folder;
};

void SessionFileTest::whatIsWrittenIsReadBackEqual()
{
    EventLog log;
    test::RandomEvents events(5, test::RandomEvents::Range::Wide);
    for (int i = 0; i < 5000; ++i)
        log.append(events.next());
    Result<SessionWriter> writer = SessionWriter::create(path("all"), kHeader);
    QVERIFY(writer.ok());
    QVERIFY(writer->writeNew(LogView(log)).ok());
    QVERIFY(writer->close({}).ok());

    const Result<SavedSession> session = readSession(path("all"));
    QVERIFY(session.ok());
    QCOMPARE(session->linesSkipped, std::uint64_t { 0 });
    QCOMPARE(session->dropped, EventLog::Dropped {});
    SessionHeader expected = kHeader;
    expected.command.back() = "echo \"é\xEF\xBF\xBD\" > \n"; // what is no UTF-8 cannot be in JSON
    QCOMPARE(session->header, expected);
    QCOMPARE(session->log->size(), log.size());
    for (EventIndex i = 0; i < log.size(); ++i)
        QCOMPARE(test::described((*session->log)[i]), test::described(log[i]));
}

void SessionFileTest::aSessionGrowsWithItsLog()
{
    EventLog log;
    Result<SessionWriter> writer = SessionWriter::create(path("grows"), kHeader);
    QVERIFY(writer.ok());
    QCOMPARE(contentOf(path("grows")).count('\n'), 1);
    for (int round = 1; round <= 3; ++round) {
        test::appendRandom(log, 1, 10);
        QVERIFY(writer->writeNew(LogView(log)).ok());
        QCOMPARE(contentOf(path("grows")).count('\n'), 1 + 10 * round);
    }
    QVERIFY(writer->writeNew(LogView(log)).ok());
    QCOMPARE(contentOf(path("grows")).count('\n'), 31);
}

void SessionFileTest::whatWasDroppedIsSaid()
{
    EventLog log;
    test::appendRandom(log, 1, 3);
    Result<SessionWriter> writer = SessionWriter::create(path("dropped"), kHeader);
    QVERIFY(writer.ok());
    QVERIFY(writer->writeNew(LogView(log)).ok());
    QVERIFY(writer->close({ 12, 345 }).ok());
    QVERIFY(contentOf(path("dropped")).endsWith("{\"dropped_events\":12,\"dropped_bytes\":345}\n"));
    const Result<SavedSession> session = readSession(path("dropped"));
    QVERIFY(session.ok());
    QCOMPARE(session->dropped, (EventLog::Dropped { 12, 345 }));
    QCOMPARE(session->log->size(), EventIndex { 3 });
    QCOMPARE(session->linesSkipped, std::uint64_t { 0 });
}

void SessionFileTest::aRecordedSessionIsReadAsEver()
{
    const Result<SavedSession> session = readSession(IPCLAB_SESSIONS "/endless-dialog.jsonl");
    QVERIFY(session.ok());
    QCOMPARE(session->linesSkipped, std::uint64_t { 0 });
    QCOMPARE(session->header.lab, std::string("endless-dialog"));
    QCOMPARE(session->header.variant, std::string("c"));
    const EventLog& log = *session->log;
    QCOMPARE(log.size(), EventIndex { 33 });
    QCOMPARE(name(log[0].body), std::string_view("process_started"));
    QCOMPARE(log[0].pid, Pid { 4101 });
    QCOMPARE(name(log[32].body), std::string_view("finding_began"));
}

void SessionFileTest::aFolderThatIsNotThereIsAnError()
{
    const Result<SessionWriter> writer = SessionWriter::create(path("no/where"), kHeader);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error(), (Error { ENOENT, "open", path("no/where") }));
}

void SessionFileTest::aFullDiskIsAnErrorWithThePath()
{
    const Result<SessionWriter> writer = SessionWriter::create("/dev/full", kHeader);
    QVERIFY(!writer.ok());
    QCOMPARE(writer.error(), (Error { ENOSPC, "write", "/dev/full" }));
}

// A limit on the size of files stands for a disk that is full for a while.
void SessionFileTest::afterAFailureNoByteIsMissingOrTwice()
{
    EventLog log;
    test::appendRandom(log, 77, 4000);
    Result<SessionWriter> whole = SessionWriter::create(path("whole"), kHeader);
    Result<SessionWriter> halting = SessionWriter::create(path("halting"), kHeader);
    QVERIFY(whole.ok() && halting.ok());
    QVERIFY(whole->writeNew(LogView(log)).ok());
    QVERIFY(whole->close({}).ok());

    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlim_t wasAllowed = limit.rlim_cur;
    int failures = 0;
    for (const rlim_t most : { 1000, 1001, 300'000 }) {
        limit.rlim_cur = most;
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
        const Status written = halting->writeNew(LogView(log));
        failures += written.ok() ? 0 : 1;
        if (!written.ok())
            QCOMPARE(written.error(), (Error { EFBIG, "write", path("halting") }));
    }
    limit.rlim_cur = wasAllowed;
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    (void)std::signal(SIGXFSZ, before);

    QCOMPARE(failures, 3);
    QVERIFY(halting->writeNew(LogView(log)).ok());
    QVERIFY(halting->close({}).ok());
    QCOMPARE(contentOf(path("halting")), contentOf(path("whole")));
}

QTEST_GUILESS_MAIN(SessionFileTest)
#include "session_file_test.moc"
