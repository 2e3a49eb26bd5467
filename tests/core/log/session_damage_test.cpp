// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_file.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <cerrno>

using namespace ipclab;

namespace {

constexpr const char* kHeaderLine = "{\"ipclab_session\":1,\"lab\":\"x\"}\n";
constexpr const char* kGoodLine = "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"thread_started\"}\n";

} // namespace

// Files that are not as they should be.
class SessionDamageTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void ofASessionCutAnywhereAPrefixIsRead();
    void aDamagedLineIsPassedOverAndCounted();
    void aNewerSessionIsRefused();
    void aFileThatIsNoSessionIsRefused_data();
    void aFileThatIsNoSessionIsRefused();
    void whatIsNoRegularFileIsRefused();
    void aFileThatCannotBeReadIsAnError();
    void anEndlessLineIsPassedOverInLittleMemory();
    void anEndlessFirstLineIsNoSession();
    void linesMayEndAsOnOtherSystems();
    void mutatedSessionsNeverCrash();

private:
    std::string write(const QByteArray& content)
    {
        const QString path = m_folder.filePath(QStringLiteral("session"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path.toStdString();
    }
    [[nodiscard]] QByteArray smallSession() const
    {
        EventLog log;
        test::appendRandom(log, 3, 12);
        const std::string path = m_folder.filePath(QStringLiteral("small")).toStdString();
        Result<SessionWriter> writer
            = SessionWriter::create(path, { "lab", "c", "", "now", { "a" } });
        if (!writer || !writer->writeNew(LogView(log)) || !writer->close({}))
            qFatal("cannot write %s", path.c_str());
        QFile file(QString::fromStdString(path));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QTemporaryDir m_folder;
};

void SessionDamageTest::ofASessionCutAnywhereAPrefixIsRead()
{
    const QByteArray whole = smallSession();
    const Result<SavedSession> all = readSession(write(whole));
    QVERIFY(all.ok());
    const qsizetype header = whole.indexOf('\n');
    for (qsizetype size = 0; size <= whole.size(); ++size) {
        const Result<SavedSession> session = readSession(write(whole.left(size)));
        QCOMPARE(session.ok(), size >= header);
        if (!session.ok())
            continue;
        // The line that was cut is gone, or was cut at its very end.
        const QByteArray kept = whole.left(size);
        const auto fullLines = static_cast<EventIndex>(kept.count('\n'));
        const bool endsWhole = size == whole.size() || whole[size] == '\n';
        const EventIndex expected
            = size == header ? 0 : fullLines - 1 + (endsWhole && !kept.endsWith('\n') ? 1 : 0);
        QCOMPARE(session->log->size(), expected);
        QCOMPARE(
            session->linesSkipped, std::uint64_t { kept.endsWith('\n') || endsWhole ? 0U : 1U });
        for (EventIndex i = 0; i < expected; ++i)
            QCOMPARE(test::described((*session->log)[i]), test::described((*all->log)[i]));
    }
}

void SessionDamageTest::aDamagedLineIsPassedOverAndCounted()
{
    const QByteArray content = QByteArray(kHeaderLine) + kGoodLine + "{\"t\":1,\"pi\n" + kGoodLine
        + "{\"t\":1,\"event\":\"process_danced\"}\n" + kGoodLine;
    const Result<SavedSession> session = readSession(write(content));
    QVERIFY(session.ok());
    QCOMPARE(session->log->size(), EventIndex { 3 });
    QCOMPARE(session->linesSkipped, std::uint64_t { 2 });
    QCOMPARE(session->firstSkipped, std::uint64_t { 3 });
}

void SessionDamageTest::aNewerSessionIsRefused()
{
    const Result<SavedSession> session = readSession(write("{\"ipclab_session\":2}\n"));
    QVERIFY(!session.ok());
    QCOMPARE(session.error(), (Error { 0, "version", "2" }));
}

void SessionDamageTest::aFileThatIsNoSessionIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a newline") << QByteArray("\n");
    QTest::newRow("a program") << QByteArray("\x7f"
                                             "ELF\2\1\1\0\0\0",
        10);
    QTest::newRow("other JSON") << QByteArray("{\"name\":\"x\"}\n");
    QTest::newRow("a version that is no number") << QByteArray("{\"ipclab_session\":\"1\"}\n");
    QTest::newRow("a version before the first") << QByteArray("{\"ipclab_session\":0}\n");
    QTest::newRow("events without a header") << QByteArray(kGoodLine);
}

void SessionDamageTest::aFileThatIsNoSessionIsRefused()
{
    QFETCH(QByteArray, content);
    const std::string path = write(content);
    const Result<SavedSession> session = readSession(path);
    QVERIFY(!session.ok());
    QCOMPARE(session.error(), (Error { 0, "header", path }));
}

void SessionDamageTest::whatIsNoRegularFileIsRefused()
{
    const std::string folder = m_folder.path().toStdString();
    const Result<SavedSession> ofFolder = readSession(folder);
    QVERIFY(!ofFolder.ok());
    QCOMPARE(ofFolder.error(), (Error { EISDIR, "open", folder }));

    const std::string fifo = folder + "/fifo"; // nobody writes: this would wait for ever
    QCOMPARE(::mkfifo(fifo.c_str(), 0600), 0);
    const Result<SavedSession> ofFifo = readSession(fifo);
    QVERIFY(!ofFifo.ok());
    QCOMPARE(ofFifo.error(), (Error { ESPIPE, "open", fifo }));

    const Result<SavedSession> endless = readSession("/dev/zero");
    QVERIFY(!endless.ok());
    QCOMPARE(endless.error(), (Error { ESPIPE, "open", "/dev/zero" }));

    const Result<SavedSession> missing = readSession(folder + "/missing");
    QVERIFY(!missing.ok());
    QCOMPARE(missing.error(), (Error { ENOENT, "open", folder + "/missing" }));
}

void SessionDamageTest::aFileThatCannotBeReadIsAnError()
{
    // A regular file whose first page is not there, proc(5).
    const Result<SavedSession> session = readSession("/proc/self/mem");
    QVERIFY(!session.ok());
    QCOMPARE(session.error(), (Error { EIO, "read", "/proc/self/mem" }));
}

void SessionDamageTest::anEndlessLineIsPassedOverInLittleMemory()
{
    const QByteArray content
        = QByteArray(kHeaderLine) + QByteArray(20 << 20, 'x') + "\n" + kGoodLine;
    const Result<SavedSession> session = readSession(write(content));
    QVERIFY(session.ok());
    QCOMPARE(session->log->size(), EventIndex { 1 });
    QCOMPARE(session->linesSkipped, std::uint64_t { 1 });
    QCOMPARE(session->firstSkipped, std::uint64_t { 2 });

    // A line too long is damaged even if its beginning is an event.
    QByteArray padded(kGoodLine);
    padded.insert(padded.size() - 1, QByteArray(2 << 20, ' '));
    const Result<SavedSession> ofPadded = readSession(write(QByteArray(kHeaderLine) + padded));
    QVERIFY(ofPadded.ok());
    QCOMPARE(ofPadded->linesSkipped, std::uint64_t { 1 });
}

void SessionDamageTest::anEndlessFirstLineIsNoSession()
{
    const Result<SavedSession> session = readSession(write(QByteArray(20 << 20, '{')));
    QVERIFY(!session.ok());
    QCOMPARE(session.error().step, std::string("header"));
}

void SessionDamageTest::linesMayEndAsOnOtherSystems()
{
    QByteArray content = QByteArray(kHeaderLine) + kGoodLine + kGoodLine;
    content.replace("\n", "\r\n");
    const Result<SavedSession> session = readSession(write(content));
    QVERIFY(session.ok());
    QCOMPARE(session->log->size(), EventIndex { 2 });
    QCOMPARE(session->linesSkipped, std::uint64_t { 0 });
}

void SessionDamageTest::mutatedSessionsNeverCrash()
{
    const QByteArray whole = smallSession();
    std::mt19937 random(12);
    const auto below = [&](qsizetype end) {
        return std::uniform_int_distribution<qsizetype>(0, end - 1)(random);
    };
    int read = 0;
    for (int i = 0; i < 2000; ++i) {
        QByteArray content = whole;
        for (qsizetype changes = 1 + below(5); changes > 0; --changes)
            content[below(content.size())] = static_cast<char>(below(256));
        const Result<SavedSession> session = readSession(write(content));
        if (!session.ok())
            continue;
        ++read;
        QVERIFY(session->log->size() + session->linesSkipped <= 30);
    }
    QVERIFY(read > 500);
}

QTEST_GUILESS_MAIN(SessionDamageTest)
#include "session_damage_test.moc"
