// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_digest.h"
#include "app/lab_trust.h"
#include "app/session_append.h"
#include "app/session_copy.h"
#include "ipc-core/log/session_file.h"
#include "tests/words.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <cerrno>

using namespace ipclab;
using test::q;

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// What a person agreed to run is what was there, and what they wrote over is what they chose.
class PersonsFilesTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatWasAgreedToIsTrustedUntilItChanges();
    void whatPythonKeptCompiledCounts();
    void aFolderOfMoreThanIsLookedAtIsNotTrustedForItsContent();
    void aFolderThatIsTooDeepIsNot();
    void aCopyThatIsGivenUpLeavesWhatWasThere();
    void aCopyToAFifoIsRefusedAtOnce();
    void nothingIsAddedToASessionThatIsStillWritten();

private:
    void put(const QString& file, const QByteArray& content = "1\n") const;
    [[nodiscard]] std::string lab() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void PersonsFilesTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->path().toLocal8Bit());
    put(q("lab.toml"));
    put(q("child.py"));
}

void PersonsFilesTest::put(const QString& file, const QByteArray& content) const
{
    const QString path = m_folder->filePath(file);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile to(path);
    QVERIFY(to.open(QIODevice::WriteOnly) && to.write(content) == content.size());
}

void PersonsFilesTest::whatWasAgreedToIsTrustedUntilItChanges()
{
    QVERIFY(!isTrusted(lab()));
    QVERIFY(trustAsItWas(asItIs(lab())).ok());
    QVERIFY(isTrusted(lab()));
    put(q("guide.en.md"));
    QVERIFY(isTrusted(lab()));
    put(q("child.py"), "2\n");
    QVERIFY(!isTrusted(lab()));
}

void PersonsFilesTest::whatPythonKeptCompiledCounts()
{
    QVERIFY(trustAsItWas(asItIs(lab())).ok());
    put(q("__pycache__/child.cpython-311.pyc"));
    QVERIFY(!isTrusted(lab()));
    QVERIFY(!labFiles(m_folder->path()).contains(q("__pycache__/child.cpython-311.pyc")));
}

void PersonsFilesTest::aFolderOfMoreThanIsLookedAtIsNotTrustedForItsContent()
{
    for (int i = 0; i < 1000; ++i)
        put(q("a%1").arg(i));
    QCOMPARE(labDigest(m_folder->path()), std::nullopt);
    const Status noted = trustAsItWas(asItIs(lab()));
    QVERIFY(!noted.ok());
    QCOMPARE(noted.error().number, EFBIG);
    QVERIFY(!isTrusted(lab()));
    QVERIFY(trustFolder(lab()).ok());
    QVERIFY(isTrusted(lab()));
}

void PersonsFilesTest::aFolderThatIsTooDeepIsNot()
{
    put(q("1/2/3/4/helper.py"));
    QVERIFY(labDigest(m_folder->path()));
    put(q("1/2/3/4/5/helper.py"));
    QVERIFY(!labDigest(m_folder->path()));
    put(q("1/2/3/4/5/helper.py"), "other\n");
    QVERIFY(!trustAsItWas(asItIs(lab())).ok());
}

void PersonsFilesTest::aCopyThatIsGivenUpLeavesWhatWasThere()
{
    put(q("saved.jsonl"), "precious\n");
    const QString path = m_folder->filePath(q("saved.jsonl"));
    const auto log = std::make_shared<EventLog>();
    for (int i = 0; i < 10; ++i)
        log->append(Event {});
    SessionCopy copy;
    copy.begin(path, {}, log);
    QVERIFY(copy.active());
    QCOMPARE(contentOf(path), QByteArray("precious\n"));
    copy.cancel();
    QCOMPARE(contentOf(path), QByteArray("precious\n"));
    copy.begin(path, {}, log);
    copy.finish();
    QVERIFY(contentOf(path).startsWith("{\"ipclab_session\":1"));
    QCOMPARE(QDir(m_folder->path()).entryList({ q("*saved*") }, QDir::Files | QDir::Hidden),
        QStringList { q("saved.jsonl") });
}

void PersonsFilesTest::aCopyToAFifoIsRefusedAtOnce()
{
    const QString fifo = m_folder->filePath(q("fifo"));
    QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
    const auto log = std::make_shared<EventLog>();
    SessionCopy copy;
    int number = 0;
    connect(&copy, &SessionCopy::failed, this, [&](const Error& error) { number = error.number; });
    copy.begin(fifo, {}, log);
    QVERIFY(!copy.active());
    QCOMPARE(number, ESPIPE);
}

void PersonsFilesTest::nothingIsAddedToASessionThatIsStillWritten()
{
    const QString path = m_folder->filePath(q("run.jsonl"));
    Event bookmark;
    bookmark.body = UserAction { "bookmark", "here", {}, EventIndex { 1 } };
    {
        Result<SessionWriter> writer = SessionWriter::create(path.toStdString(), {});
        QVERIFY(writer.ok());
        const Status added = appendEvent(path, 1, bookmark);
        QVERIFY(!added.ok());
        QCOMPARE(added.error().step, std::string("lock"));
    }
    QVERIFY(appendEvent(path, 1, bookmark).ok());
    QVERIFY(contentOf(path).contains("here"));
}

QTEST_GUILESS_MAIN(PersonsFilesTest)

#include "persons_files_test.moc"
