// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_reader.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <thread>

using namespace ipclab;

// A session that is opened a portion at a time.
class SessionReaderTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();

    void portionsAddUpToTheWhole();
    void whoOpensItSeesHowFarItIs();
    void aLineWithoutEndIsReadAPortionAtATime();
    void aHeaderWithoutEndIsAnErrorAtOnce();
    void whoStopsHasWhatWasReadSoFar();
    void anotherThreadReadsWhatIsThereAlready();
    void whatTheLogHasNoRoomForIsCounted();
    void aFileThatCannotBeReadIsAnErrorAtOnce();

private:
    [[nodiscard]] std::string path() const
    {
        return m_folder.filePath(QStringLiteral("session")).toStdString();
    }
    static constexpr EventIndex kEvents = 60'000;
    QTemporaryDir m_folder;
    EventLog m_log;
};

void SessionReaderTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    test::appendRandom(m_log, 21, kEvents);
    Result<SessionWriter> writer = SessionWriter::create(path(), {});
    QVERIFY(writer.ok());
    QVERIFY(writer->writeNew(LogView(m_log)).ok());
    QVERIFY(writer->close({ 3, 4 }).ok());
}

void SessionReaderTest::portionsAddUpToTheWhole()
{
    for (const std::uint64_t portion : { 1U, 1000U, 1'000'000U }) {
        Result<SessionReader> reader = SessionReader::open(path());
        QVERIFY(reader.ok());
        while (!reader->atEnd())
            QVERIFY(reader->readSome(portion).ok());
        const SavedSession session = std::move(*reader).take();
        QCOMPARE(session.log->size(), kEvents);
        QCOMPARE(session.linesSkipped, std::uint64_t { 0 });
        QCOMPARE(session.bytesLeft, std::uint64_t { 0 });
        QCOMPARE(session.dropped, (EventLog::Dropped { 3, 4 }));
        for (EventIndex i = 0; i < kEvents; ++i)
            QCOMPARE(test::described((*session.log)[i]), test::described(m_log[i]));
    }
}

void SessionReaderTest::whoOpensItSeesHowFarItIs()
{
    constexpr std::uint64_t kPortion = 100'000;
    constexpr std::uint64_t kMore = 1'500'000; // a block, and a line
    Result<SessionReader> reader = SessionReader::open(path());
    QVERIFY(reader.ok());
    const auto size = static_cast<std::uint64_t>(QFile(QString::fromStdString(path())).size());
    QCOMPARE(reader->bytesTotal(), size);
    QVERIFY(reader->bytesRead() > 0 && reader->bytesRead() < 200); // the header
    std::uint64_t before = reader->bytesRead();
    while (!reader->atEnd()) {
        QVERIFY(reader->readSome(kPortion).ok());
        const std::uint64_t read = reader->bytesRead() - before;
        QVERIFY(reader->atEnd() || (read >= kPortion && read < kPortion + kMore));
        before = reader->bytesRead();
    }
    QCOMPARE(reader->bytesRead(), size);
}

// As large as a session may be, and nothing in it: who opens it can stop.
void SessionReaderTest::aLineWithoutEndIsReadAPortionAtATime()
{
    const QString name = m_folder.filePath(QStringLiteral("endless"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{\"ipclab_session\":1}\nx") > 0);
    QVERIFY(file.resize(qint64 { 3 } << 30));
    Result<SessionReader> reader = SessionReader::open(name.toStdString());
    QVERIFY(reader.ok());
    for (int i = 0; i < 20; ++i) {
        const std::uint64_t before = reader->bytesRead();
        QVERIFY(reader->readSome(1'000'000).ok());
        QVERIFY(!reader->atEnd());
        QVERIFY(reader->bytesRead() - before >= 1'000'000);
        QVERIFY(reader->bytesRead() - before < 3'000'000);
    }
}

void SessionReaderTest::aHeaderWithoutEndIsAnErrorAtOnce()
{
    const QString name = m_folder.filePath(QStringLiteral("nothing"));
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64 { 1 } << 42)); // hours to read
    const Result<SessionReader> reader = SessionReader::open(name.toStdString());
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error(), (Error { 0, "header", name.toStdString() }));
}

void SessionReaderTest::whoStopsHasWhatWasReadSoFar()
{
    Result<SessionReader> reader = SessionReader::open(path());
    QVERIFY(reader.ok());
    QVERIFY(reader->readSome(100'000).ok());
    const EventIndex count = reader->log().size();
    QVERIFY(count > 100 && count < kEvents);
    const EventLog* const log = &reader->log();
    const SavedSession session = std::move(*reader).take();
    QCOMPARE(session.log.get(), log);
    QCOMPARE(session.log->size(), count);
    QCOMPARE(session.linesSkipped, std::uint64_t { 0 }); // it ends with a whole line
    QCOMPARE(test::described((*log)[count - 1]), test::described(m_log[count - 1]));
}

void SessionReaderTest::anotherThreadReadsWhatIsThereAlready()
{
    Result<SessionReader> reader = SessionReader::open(path());
    QVERIFY(reader.ok());
    const EventLog& log = reader->log();
    std::jthread reading([&] {
        while (!reader->atEnd() && reader->readSome(1000).ok()) { }
    });
    std::uint64_t bytes = 0;
    for (EventIndex seen = 0; seen < kEvents;) {
        QVERIFY(reader->bytesRead() >= bytes);
        bytes = reader->bytesRead();
        for (const LogView view(log); seen < view.size(); ++seen)
            QCOMPARE(test::described(view[seen]), test::described(m_log[seen]));
    }
}

void SessionReaderTest::whatTheLogHasNoRoomForIsCounted()
{
    EventLog::Limits limits;
    limits.events = 1000;
    Result<SessionReader> reader = SessionReader::open(path(), limits);
    QVERIFY(reader.ok());
    while (!reader->atEnd())
        QVERIFY(reader->readSome(1'000'000).ok());
    QVERIFY(reader->log().dropped().events > 1000);
    QCOMPARE(reader->log().size() + reader->log().dropped().events, kEvents);
    QCOMPARE(reader->session().dropped, (EventLog::Dropped { 3, 4 })); // what the run had dropped
}

void SessionReaderTest::aFileThatCannotBeReadIsAnErrorAtOnce()
{
    const Result<SessionReader> reader = SessionReader::open(path() + ".none");
    QVERIFY(!reader.ok());
    QCOMPARE(reader.error(), (Error { ENOENT, "open", path() + ".none" }));
}

QTEST_GUILESS_MAIN(SessionReaderTest)
#include "session_reader_test.moc"
